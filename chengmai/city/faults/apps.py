from django.apps import AppConfig


class FaultsConfig(AppConfig):
    name = "chengmai.city.faults"
    label = "faults"
