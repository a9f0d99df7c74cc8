from django.apps import AppConfig


class CensusConfig(AppConfig):
    name = "chengmai.city.census"
    label = "census"
