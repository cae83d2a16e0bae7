"""What tests of GraphQL ask with."""

from typing import Any

from django.test import Client

from tests.support.api import send


def ask(client: Client, query: str, **variables: Any) -> Any:
    """Sends a document and answers the body of what came back."""
    return send(client, "POST", "/graphql", {"query": query, "variables": variables}).json()


def codes(body: Any) -> list[str]:
    """The codes of the errors in a body."""
    return [error["extensions"]["code"] for error in body["errors"]]
