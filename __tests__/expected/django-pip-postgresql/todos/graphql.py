"""Todos over GraphQL."""

from uuid import UUID

import strawberry

from config.graphql.errors import not_found
from config.moment import moment
from config.page import LIMIT, OFFSET, Page
from todos import models, services


@strawberry.type(description="A thing to be done.")
class Todo:
    """A thing to be done."""

    id: strawberry.ID
    title: str
    done: bool
    created_at: str


@strawberry.type(description="A part of the list of todos, and how long the whole is.")
class TodoPage:
    """A part of the list of todos, and how long the whole is."""

    items: list[Todo]
    total: int
    limit: int
    offset: int


@strawberry.type
class Query:
    """What can be asked."""

    @strawberry.field
    def todos(self, limit: int = LIMIT.default, offset: int = OFFSET.default) -> TodoPage:
        page = services.list_todos(Page(limit, offset))
        items = [shown(todo) for todo in page.items]
        return TodoPage(items=items, total=page.total, limit=limit, offset=offset)

    @strawberry.field
    def todo(self, id: strawberry.ID) -> Todo | None:  # noqa: A002
        return found(services.find_todo(uuid_of(id)))


@strawberry.type
class Mutation:
    """What can be done."""

    @strawberry.mutation
    def create_todo(self, title: str, done: bool = False) -> Todo:  # noqa: FBT001, FBT002
        return shown(services.create_todo(title, done=done))

    @strawberry.mutation
    def update_todo(
        self,
        id: strawberry.ID,  # noqa: A002
        title: str | None = strawberry.UNSET,
        done: bool | None = strawberry.UNSET,  # noqa: FBT001
    ) -> Todo:
        given = {"title": title, "done": done}
        changes = {name: value for name, value in given.items() if value is not strawberry.UNSET}
        return found(services.update_todo(uuid_of(id), changes))

    @strawberry.mutation
    def delete_todo(self, id: strawberry.ID) -> strawberry.ID:  # noqa: A002
        """Answers the id of what is gone."""
        if not services.remove_todo(uuid_of(id)):
            raise not_found("todo")
        return id


def uuid_of(text: str) -> UUID:
    """A malformed id names no todo; of the forms of an id REST knows only this one, too."""
    try:
        known = UUID(text)
    except ValueError:
        raise not_found("todo") from None
    if str(known) != text:
        raise not_found("todo")
    return known


def found(todo: models.Todo | None) -> Todo:
    """The todo, or the error that there is none."""
    if todo is None:
        raise not_found("todo")
    return shown(todo)


def shown(todo: models.Todo) -> Todo:
    """A todo as GraphQL shows it."""
    created_at = moment(todo.created_at)
    return Todo(id=strawberry.ID(str(todo.id)), title=todo.title, done=todo.done, created_at=created_at)
