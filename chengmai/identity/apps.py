from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "chengmai.identity"
    label = "identity"
