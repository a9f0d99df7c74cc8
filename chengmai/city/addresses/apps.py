from django.apps import AppConfig


class AddressesConfig(AppConfig):
    name = "chengmai.city.addresses"
    label = "addresses"
