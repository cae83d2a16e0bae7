"""The database of DATABASE_URL, a file.

`sqlite:///relative` or `sqlite:////absolute`.
"""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path


def open_database() -> sqlite3.Connection:
    """Open the file, made where it is missing; whoever calls closes it."""
    found = re.fullmatch(r"sqlite:///(.+)", os.environ.get("DATABASE_URL", ""))
    if not found:
        message = "DATABASE_URL is missing, or not sqlite:///<file>"
        raise RuntimeError(message)
    path = Path(found[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=5)
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def check_database() -> None:
    """Raise an error while the file can't be read."""
    with closing(open_database()) as connection:
        connection.execute("SELECT 1")
