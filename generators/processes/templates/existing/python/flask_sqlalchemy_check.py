"""Asks the database of Flask-SQLAlchemy whether it answers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

_APPS: list[Flask] = []


def asks_for(app: Flask) -> None:
    """Ask in the context of this app from now on."""
    _APPS[:] = [app]


def check_database() -> None:
    """Raise an error while it does not."""
    (app,) = _APPS
    # <%- database %>
    with app.app_context(), db.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
