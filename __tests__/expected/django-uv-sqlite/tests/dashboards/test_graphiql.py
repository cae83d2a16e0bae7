import pytest
from django.test import Client

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_browsers_get_the_page(client: Client) -> None:
    response = client.get("/graphql", headers=BROWSER)
    assert b"graphiql.min.js" in response.content
    assert "Accept" in response["Vary"]
    assert "style-src 'self' 'unsafe-inline'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("accept", ["application/json", "*/*", ""])
def test_others_get_json(client: Client, accept: str) -> None:
    response = client.get("/graphql", {"query": "{ __typename }"}, headers={"accept": accept} if accept else {})
    assert response.json()["data"] == {"__typename": "Query"}


def test_its_files(client: Client) -> None:
    for name in ("graphiql/init.js", "graphiql/page.css", "graphene_django_graphiql_static/graphiql.min.js"):
        assert client.get(f"/static/{name}").status_code == 200


def test_off(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.dashboards.graphiql.DASHBOARDS", False)
    assert client.get("/graphql", headers=BROWSER).status_code == 400
