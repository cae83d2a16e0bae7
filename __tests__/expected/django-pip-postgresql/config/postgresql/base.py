"""The backend that `config.database` names."""

from django.db.backends.postgresql import base

from config.postgresql import driver


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL over connections that don't wait for ever."""

    Database = driver
