import pytest
from django.db import OperationalError
from django.test import Client

from config.http.problems import Problem, to_problem
from tests.support.api import expect_problem


@pytest.mark.parametrize("path", ["/nothing", "/api/nothing", "/api/todos/", "/%ZZ"])
def test_unknown_addresses(client: Client, path: str) -> None:
    assert expect_problem(client.get(path), 404)["title"] == "Not Found"


def test_errors_of_clients_are_answered_as_they_are() -> None:
    problem = Problem(413)
    assert to_problem(problem) is problem
    assert str(problem) == "Payload Too Large"


def test_what_is_wrong_with_us_is_not_told() -> None:
    assert to_problem(ValueError("secret")).status == 500
    assert to_problem(OperationalError("a wrong query")).status == 500


@pytest.mark.parametrize("given", ["kept-1", "a b", "x" * 129])
def test_the_id_of_a_request(client: Client, given: str) -> None:
    answered = client.get("/nothing", headers={"x-request-id": given})["X-Request-Id"]
    assert (answered == given) == (given == "kept-1")
