"""Asks the database of Flask-SQLAlchemy whether it answers."""

from __future__ import annotations

from importlib import import_module
# <%- loaded %>
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

_ASKED: dict[str, Flask] = {}


def asks_for(app: Flask) -> None:
    """Take the app in whose context it is asked from now on."""
    _ASKED["app"] = app


def check_database() -> None:
    """Raise an error while it does not."""
    # Not before it is asked: the code may set the environment first.
    # <%- database %>
    with _ASKED["app"].app_context(), db.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
