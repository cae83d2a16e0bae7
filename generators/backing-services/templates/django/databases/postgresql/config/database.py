"""The database as an attached resource: PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
from django.db import Error, connection

from config.env import DATABASE_URL
from config.postgresql import driver

#: Classes of PostgreSQL's codes: no connection, login or database, no resources, ended by an operator.
AWAY = ("08", "28", "3D", "53", "57P", "57014")

#: The number of the lock that releases take.
RELEASE = 0x12FACE


def database(url: str) -> dict[str, Any]:
    """Django's settings of the database at an address; it connects at the first query."""
    if not url:
        return {}
    parts = urlsplit(url)
    return {
        "ENGINE": "config.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "OPTIONS": {"connect_timeout": 2} | dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 1800,
        "CONN_HEALTH_CHECKS": True,
    }


def is_away(error: BaseException | None) -> bool:
    """Whether an error says that the database cannot be reached, rather than that a query is wrong."""
    if isinstance(error, psycopg.Error):
        # Without a code the driver itself says that there is no connection.
        return (error.sqlstate or "08").startswith(AWAY) and isinstance(error, psycopg.OperationalError)
    return isinstance(error, Error) and is_away(error.__cause__)


def check_database() -> None:
    """Fails while the database does not answer, soon enough for who probes."""
    with driver.patience(1), connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@contextmanager
def exclusive() -> Iterator[None]:
    """Within it no other process is so: two releases follow each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [RELEASE])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [RELEASE])


DATABASES = {"default": database(DATABASE_URL)}
