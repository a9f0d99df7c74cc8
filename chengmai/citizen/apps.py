from django.apps import AppConfig


class CitizenConfig(AppConfig):
    name = "chengmai.citizen"
    label = "citizen"
