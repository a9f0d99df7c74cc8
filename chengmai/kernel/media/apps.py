from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "chengmai.kernel.media"
    label = "media"
