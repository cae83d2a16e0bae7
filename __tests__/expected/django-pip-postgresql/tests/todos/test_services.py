from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from config.page import Page
from tests.todos.factories import make_todo
from todos.models import Todo
from todos.services import create_todo, find_todo, list_todos, remove_todo, update_todo

pytestmark = pytest.mark.django_db


def test_create() -> None:
    todo = create_todo("Buy milk")
    assert find_todo(todo.id) == todo
    assert (todo.title, todo.done, str(todo)) == ("Buy milk", False, "Buy milk")
    assert todo.created_at.microsecond % 1000 == 0


@pytest.mark.parametrize("title", ["", "x" * 201, "nul \0", "half \ud800", None])
def test_what_is_no_title(title: str) -> None:
    with pytest.raises(ValidationError):
        create_todo(title)
    assert not Todo.objects.exists()


def test_pages() -> None:
    made = [make_todo() for _ in range(5)]
    page = list_todos(Page(limit=2, offset=1))
    assert ([todo.id for todo in page.items], page.total) == ([todo.id for todo in made[1:3]], 5)


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (101, 0), (1, -1)])
def test_what_is_no_page(limit: int, offset: int) -> None:
    with pytest.raises(ValidationError):
        Page(limit, offset)


def test_update() -> None:
    todo = make_todo()
    changed = update_todo(todo.id, {"done": True})
    assert changed
    assert (changed.title, changed.done) == (todo.title, True)
    assert update_todo(todo.id, {}) == todo
    with pytest.raises(ValidationError):
        update_todo(todo.id, {"title": ""})
    assert update_todo(uuid4(), {"done": True}) is None


def test_remove() -> None:
    todo = make_todo()
    assert remove_todo(todo.id)
    assert not remove_todo(todo.id)
