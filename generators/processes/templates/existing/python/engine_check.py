"""Asks the database of the code's own engine whether it answers."""

from sqlalchemy import text


def check_engine() -> None:
    """Raises while it does not."""
    # Not before it is asked: the code may set the environment first.
    # <%- engine %>

    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
