"""What tests of the API ask with."""

from json import dumps
from typing import Any

from django.test import Client


def send(client: Client, method: str, path: str, body: Any = None, **options: Any) -> Any:
    """Sends JSON and answers what came back."""
    return client.generic(
        method, path, body if isinstance(body, str | bytes) else dumps(body), "application/json", **options
    )


def expect_problem(response: Any, status: int) -> dict[str, Any]:
    """The problem that an answer is."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["requestId"] == response["X-Request-Id"]
    return problem
