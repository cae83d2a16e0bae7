from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client

from tests.support.api import expect_problem, send
from tests.todos.factories import make_todo

pytestmark = pytest.mark.django_db


def test_create_and_find(client: Client) -> None:
    created = send(client, "POST", "/api/todos", {"title": "Ünïcode 🦊"})
    assert created.status_code == 201
    todo = created.json()
    assert set(todo) == {"id", "title", "done", "createdAt"}
    assert (todo["title"], todo["done"]) == ("Ünïcode 🦊", False)
    assert created["Location"] == f"/api/todos/{todo['id']}"
    assert client.get(created["Location"]).json() == todo


def test_list(client: Client) -> None:
    made = [str(make_todo().id) for _ in range(3)]
    page = client.get("/api/todos?limit=2&offset=1").json()
    assert [todo["id"] for todo in page["items"]] == made[1:]
    assert (page["total"], page["limit"], page["offset"]) == (3, 2, 1)
    assert client.get("/api/todos").json()["limit"] == 20


def test_change_and_delete(client: Client) -> None:
    path = f"/api/todos/{make_todo(title='Stays').id}"
    changed = send(client, "PATCH", path, {"done": True}).json()
    assert (changed["title"], changed["done"]) == ("Stays", True)
    assert client.delete(path).status_code == 204
    expect_problem(client.get(path), 404)
    expect_problem(client.delete(path), 404)


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        None,
        "x",
        {"title": ""},
        {"title": "🦊" * 201},
        {"title": 5},
        {"title": None},
        {"title": "x", "done": "true"},
        {"title": "x", "done": 1},
        {"title": "x", "id": "y"},
        {"title": "nul \0"},
    ],
)
def test_what_is_no_todo(client: Client, body: Any) -> None:
    problem = expect_problem(send(client, "POST", "/api/todos", [body] if body == "x" else body), 422)
    assert problem["errors"]
    assert problem["title"] == "Unprocessable Entity"


def test_where_a_fault_is(client: Client) -> None:
    path = f"/api/todos/{make_todo().id}"
    problem = expect_problem(send(client, "PATCH", path, {"done": "no"}), 422)
    assert problem["errors"] == [{"pointer": "/done", "detail": "Must be a valid boolean."}]
    problem = expect_problem(send(client, "PATCH", path, {"done": "no", "a/b": 1}), 422)
    assert {error["pointer"] for error in problem["errors"]} == {"/done", "/a~1b"}


def test_a_mark_of_the_order_of_bytes_is_passed_over(client: Client) -> None:
    assert send(client, "POST", "/api/todos", b'\xef\xbb\xbf{"title": "x"}').status_code == 201


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=1.5", "limit=", "limit=1&limit=2", "offset=-1", "offset=" + "9" * 20]
)
def test_what_is_no_page(client: Client, query: str) -> None:
    expect_problem(client.get(f"/api/todos?{query}"), 422)


@pytest.mark.parametrize("body", ['{"title":', '{"title": NaN}', b"\xff", '{"title":' + "[" * 100_000])
def test_what_is_no_json(client: Client, body: str | bytes) -> None:
    expect_problem(send(client, "POST", "/api/todos", body), 400)


def test_too_large_or_of_another_type(client: Client) -> None:
    expect_problem(send(client, "POST", "/api/todos", {"title": "x" * 200_000}), 413)
    expect_problem(client.post("/api/todos", "x", content_type="text/plain"), 415)
    expect_problem(client.post("/api/todos", "{}", content_type="application/json; charset=utf-16"), 415)
    expect_problem(send(client, "POST", "/api/todos", "{}", headers={"content-encoding": "gzip"}), 415)


@pytest.mark.parametrize("parameter", ["; charset=utf-8", ';CHARSET="UTF-8"', ";"])
def test_a_type_may_tell_more(client: Client, parameter: str) -> None:
    made = client.post("/api/todos", '{"title": "x"}', content_type=f"application/json{parameter}")
    assert made.status_code == 201


@pytest.mark.parametrize("todo_id", [str(uuid4()), "1", "%00", "x" * 300])
def test_no_such_todo(client: Client, todo_id: str) -> None:
    expect_problem(client.get(f"/api/todos/{todo_id}"), 404)


def test_methods(client: Client) -> None:
    problem = client.put("/api/todos")
    expect_problem(problem, 405)
    assert problem["Allow"] == "GET, POST, HEAD, OPTIONS"
    assert client.options("/api/todos").status_code == 204


def test_the_database_is_away(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise OperationalError("away")

    monkeypatch.setattr("config.http.problems.is_away", lambda error: isinstance(error, OperationalError))
    monkeypatch.setattr("todos.views.list_todos", fail)
    response = client.get("/api/todos")
    expect_problem(response, 503)
    assert response["Retry-After"] == "5"
