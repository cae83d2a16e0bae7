"""Things to test with."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from todos.models import Todo

START = datetime(2026, 1, 1, tzinfo=UTC)
NUMBERS = count()


def make_todo(**fields: Any) -> Todo:
    """A todo that is kept; each is a second younger than the one before it."""
    number = next(NUMBERS)
    own = {"title": f"Todo {number}", "created_at": START + timedelta(seconds=number)}
    return Todo.objects.create(**own | fields)
