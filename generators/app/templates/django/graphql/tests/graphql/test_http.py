import pytest
from django.db import OperationalError
from django.test import Client

from tests.support.api import expect_problem, send
from tests.support.graphql import ask, codes


@pytest.mark.parametrize(
    "query",
    [
        '{ __type(name: "Query") ' + "{ ofType " * 50 + "{ name }" + " }" * 51,
        "{ " + " ".join(f"a{at}: __typename" for at in range(16)) + " }",
        "{ ...F } fragment F on Query { " + " ".join(f"a{at}: __typename" for at in range(16)) + " }",
        "{ " + "__typename " * 5000 + "}",
        "{ ...F } fragment F on Query { ...F }",
        "{ nothing }",
        "{ todos(",
    ],
)
def test_what_is_refused(client: Client, query: str) -> None:
    body = ask(client, query)
    assert {error["extensions"]["code"] for error in body["errors"]} <= {
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
    }
    assert "data" not in body


def test_introspection(client: Client) -> None:
    assert ask(client, "{ __schema { queryType { name } } }")["data"]["__schema"]["queryType"]["name"] == "Query"


def test_a_query_in_the_address(client: Client) -> None:
    assert client.get("/graphql", {"query": "{ __typename }"}).json()["data"] == {"__typename": "Query"}


@pytest.mark.parametrize("body", ["{", '"x"', "5", b"\xff", '{"query": 5}', "[{}, {}]", "{}"])
def test_what_is_no_request(client: Client, body: str | bytes) -> None:
    expect_problem(send(client, "POST", "/graphql", body), 400)


def test_a_change_needs_another_method(client: Client) -> None:
    response = client.get("/graphql", {"query": 'mutation { deleteTodo(id: "x") }'})
    expect_problem(response, 405)
    assert response["Allow"] == "POST"


def test_methods_and_types(client: Client) -> None:
    response = client.delete("/graphql")
    expect_problem(response, 405)
    assert response["Allow"] == "GET, POST, HEAD, OPTIONS"
    assert client.options("/graphql").status_code == 204
    expect_problem(client.post("/graphql", "x", content_type="text/plain"), 415)


@pytest.mark.parametrize(
    ("away", "status", "code"), [(True, 503, "SERVICE_UNAVAILABLE"), (False, 200, "INTERNAL_SERVER_ERROR")]
)
def test_failures(client: Client, monkeypatch: pytest.MonkeyPatch, away: bool, status: int, code: str) -> None:  # noqa: FBT001
    def fail(*_args: object) -> None:
        raise OperationalError("secret")

    monkeypatch.setattr("config.graphql.errors.is_away", lambda _error: away)
    monkeypatch.setattr("todos.services.list_todos", fail)
    response = send(client, "POST", "/graphql", {"query": "{ todos { total } }"})
    assert response.status_code == status
    assert codes(response.json()) == [code]
    assert b"secret" not in response.content
