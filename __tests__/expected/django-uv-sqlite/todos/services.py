"""What can be done with todos; REST, GraphQL and the commands all come through here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from config.page import Page
from todos.models import Todo


class Changes(TypedDict, total=False):
    """What is new of a todo."""

    title: str
    done: bool


@dataclass(frozen=True)
class TodoPage:
    """A part of the list of todos, and how long the whole is."""

    items: list[Todo]
    total: int
    limit: int
    offset: int


def list_todos(page: Page) -> TodoPage:
    """A part of the list, the oldest first."""
    todos = Todo.objects.all()
    items = list(todos[page.offset : page.offset + page.limit])
    return TodoPage(items=items, total=todos.count(), limit=page.limit, offset=page.offset)


def find_todo(todo_id: UUID) -> Todo | None:
    """The todo of an id."""
    return Todo.objects.filter(id=todo_id).first()


def create_todo(title: str, *, done: bool = False) -> Todo:
    """Makes a todo. ValidationError where it is none."""
    todo = Todo(title=title, done=done)
    todo.clean_fields()
    todo.save(force_insert=True)
    return todo


def update_todo(todo_id: UUID, changes: Mapping[str, object]) -> Todo | None:
    """Changes what is named, and leaves the rest. ValidationError where it would be no todo."""
    Todo(**changes).clean_fields(exclude=Changes.__annotations__.keys() - changes.keys())
    if changes:
        Todo.objects.filter(id=todo_id).update(**changes)
    return find_todo(todo_id)


def remove_todo(todo_id: UUID) -> bool:
    """Whether there was such a todo; now there is none."""
    removed, _ = Todo.objects.filter(id=todo_id).delete()
    return removed > 0
