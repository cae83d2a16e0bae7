from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The project itself: its commands, templates and static files."""

    name = "config"
