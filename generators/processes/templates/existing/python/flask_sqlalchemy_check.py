"""Asks the database of Flask-SQLAlchemy whether it answers."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import text

_app: Flask | None = None


def asks_for(app: Flask) -> None:
    """From now on it is asked in the context of this app."""
    global _app
    _app = app


def check_database() -> None:
    """Raises while it does not."""
    # <%- database %>

    if _app is None:
        raise RuntimeError("no app was told")
    with _app.app_context(), db.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
