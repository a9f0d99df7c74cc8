from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "chengmai.kernel"
    label = "kernel"
