from uuid import uuid4

import pytest
from django.test import Client

from tests.support.graphql import ask, codes
from tests.todos.factories import make_todo

pytestmark = pytest.mark.django_db


def test_create_find_change_delete(client: Client) -> None:
    made = ask(client, 'mutation { createTodo(title: "By GraphQL") { id title done createdAt } }')["data"]["createTodo"]
    assert (made["title"], made["done"], made["createdAt"][-1]) == ("By GraphQL", False, "Z")
    todo_id = made["id"]
    query = "query ($id: ID!) { todo(id: $id) { id title done createdAt } }"
    assert ask(client, query, id=todo_id)["data"]["todo"] == made
    change = "mutation ($id: ID!) { updateTodo(id: $id, done: true) { title done } }"
    assert ask(client, change, id=todo_id)["data"]["updateTodo"] == {"title": "By GraphQL", "done": True}
    remove = "mutation ($id: ID!) { deleteTodo(id: $id) }"
    assert ask(client, remove, id=todo_id)["data"]["deleteTodo"] == todo_id
    assert codes(ask(client, remove, id=todo_id)) == ["NOT_FOUND"]


def test_pages(client: Client) -> None:
    made = [str(make_todo().id) for _ in range(3)]
    page = ask(client, "{ todos(limit: 2, offset: 1) { items { id } total limit offset } }")["data"]["todos"]
    assert page == {"items": [{"id": one} for one in made[1:]], "total": 3, "limit": 2, "offset": 1}


@pytest.mark.parametrize(
    "query",
    [
        'mutation { createTodo(title: "") { id } }',
        "{ todos(limit: 101) { total } }",
        "{ todos(offset: -1) { total } }",
    ],
)
def test_what_is_not_valid(client: Client, query: str) -> None:
    body = ask(client, query)
    assert codes(body) == ["BAD_USER_INPUT"]
    assert body["errors"][0]["extensions"]["issues"]


@pytest.mark.parametrize("todo_id", [str(uuid4()), "abc", ""])
def test_no_such_todo(client: Client, todo_id: str) -> None:
    assert codes(ask(client, f'{{ todo(id: "{todo_id}") {{ id }} }}')) == ["NOT_FOUND"]
    assert codes(ask(client, f'mutation {{ updateTodo(id: "{todo_id}") {{ id }} }}')) == ["NOT_FOUND"]


def test_a_null_is_no_title(client: Client) -> None:
    assert codes(ask(client, f'mutation {{ updateTodo(id: "{make_todo().id}", title: null) {{ id }} }}')) == [
        "BAD_USER_INPUT"
    ]
