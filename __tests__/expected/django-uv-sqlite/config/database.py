"""The database as an attached resource: SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db import Error, connection

from config.env import BASE_DIR, DATABASE_URL

#: SQLite's result codes that mean "not now": busy, locked, read-only, I/O, full, cannot open.
AWAY = {5, 6, 8, 10, 13, 14}
#: Seconds that a write waits for another one.
PATIENCE = 5

SETUP = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"


def database(url: str) -> dict[str, Any]:
    """Django's settings of the database at an address; it connects at the first query."""
    if not url:
        return {}
    file = BASE_DIR / unquote(urlsplit(url).path.removeprefix("/"))
    # Where the folder can't be made the database is away, and may come back.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    options = {"timeout": PATIENCE, "transaction_mode": "IMMEDIATE", "init_command": SETUP}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options, "CONN_MAX_AGE": None}


def is_away(error: BaseException | None) -> bool:
    """Whether an error says that the database cannot be reached, rather than that a query is wrong."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in AWAY
    return isinstance(error, Error) and is_away(error.__cause__)


def check_database() -> None:
    """Fails while the database does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


DATABASES = {"default": database(DATABASE_URL)}
LOCK = Path(f"{DATABASES['default'].get('NAME')}.lock")


@contextmanager
def exclusive() -> Iterator[None]:
    """Within it no other process is so: two releases follow each other."""
    with LOCK.open("w") as file:
        flock(file, LOCK_EX)
        yield
