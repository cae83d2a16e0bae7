"""Asks the database of the settings whether it answers."""

from django.db import connections


def check_database() -> None:
    """Raises while it does not; a project without a database has nothing to ask."""
    connection = connections["default"]
    if connection.settings_dict["ENGINE"] == "django.db.backends.dummy":
        return
    try:
        connection.ensure_connection()
        if not connection.is_usable():
            raise ConnectionError("the database does not answer")
    finally:
        connection.close()
