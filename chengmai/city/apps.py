from django.apps import AppConfig


class CityConfig(AppConfig):
    name = "chengmai.city"
    label = "city"
