import pytest
from django.test import Client


def test_the_page_is_all_our_own(client: Client) -> None:
    response = client.get("/docs")
    assert response.status_code == 200
    assert b"swagger-ui-bundle.js" in response.content
    assert b"//" not in response.content.replace(b"<!doctype html>", b"")
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_its_files(client: Client) -> None:
    for name in ("swagger/init.js", "drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js"):
        assert client.get(f"/static/{name}").status_code == 200


def test_off(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.dashboards.swagger.DASHBOARDS", False)
    assert client.get("/docs").status_code == 404
    assert client.options("/docs").status_code == 404
