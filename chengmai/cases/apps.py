from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "chengmai.cases"
    label = "cases"
