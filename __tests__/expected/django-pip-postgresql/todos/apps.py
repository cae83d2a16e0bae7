from django.apps import AppConfig


class TodosConfig(AppConfig):
    """The sample: things to be done."""

    name = "todos"
