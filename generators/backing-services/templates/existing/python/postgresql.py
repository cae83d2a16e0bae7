"""The database of DATABASE_URL."""

import os

import psycopg


def open_database() -> psycopg.Connection:
    """Connect; whoever calls closes the connection."""
    address = os.environ.get("DATABASE_URL")
    if not address:
        message = "DATABASE_URL is missing"
        raise RuntimeError(message)
    return psycopg.connect(address, connect_timeout=5)


def check_database() -> None:
    """Raise an error while the database does not answer."""
    with open_database() as connection:
        connection.execute("SELECT 1")
