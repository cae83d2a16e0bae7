"""Asks the database of the code's own engine whether it answers."""

from __future__ import annotations

from importlib import import_module
# <%- loaded %>
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


def check_engine() -> None:
    """Raise an error while it does not."""
    # Not before it is asked: the code may set the environment first.
    # <%- engine %>
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
