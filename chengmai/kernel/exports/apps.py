from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "chengmai.kernel.exports"
    label = "exports"
