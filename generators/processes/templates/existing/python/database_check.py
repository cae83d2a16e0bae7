"""Asks the database of the settings whether it answers."""

from django.db import connections


def check_database() -> None:
    """Raise an error while it does not; without one, nothing is asked."""
    connection = connections["default"]
    if connection.settings_dict["ENGINE"] == "django.db.backends.dummy":
        return
    try:
        connection.ensure_connection()
        if not connection.is_usable():
            message = "the database does not answer"
            raise ConnectionError(message)
    finally:
        connection.close()
