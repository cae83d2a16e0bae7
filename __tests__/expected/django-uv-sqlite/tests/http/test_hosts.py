from urllib.parse import urlsplit

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from config.http import hosts
from tests.support.api import expect_problem


@pytest.fixture
def secure(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS = ["app.example.test", "other.example.test"]
    settings.SECURE_SSL_REDIRECT = True
    monkeypatch.setattr(hosts, "PUBLIC_URL", urlsplit("https://app.example.test:8443"))


@pytest.mark.usefixtures("secure")
def test_unknown_hosts_are_refused(client: Client) -> None:
    expect_problem(client.get("/nothing", headers={"host": "evil.example.test"}), 421)
    assert client.get("/healthz", headers={"host": "evil.example.test"}).status_code == 200


@pytest.mark.usefixtures("secure")
@pytest.mark.parametrize(
    ("host", "location"),
    [
        ("app.example.test", "https://app.example.test:8443/nothing?a=1"),
        ("other.example.test", "https://other.example.test/nothing?a=1"),
    ],
)
def test_plain_requests_are_redirected(client: Client, host: str, location: str) -> None:
    response = client.get("/nothing?a=1", headers={"host": host})
    assert (response.status_code, response["Location"]) == (308, location)


@pytest.mark.parametrize(
    ("proxies", "sent", "left"),
    [(0, "https", None), (1, "http, https", "https"), (2, "https, http", "https"), (3, "https", "https")],
)
def test_only_trusted_proxies_count(
    monkeypatch: pytest.MonkeyPatch, rf: RequestFactory, proxies: int, sent: str, left: str | None
) -> None:
    monkeypatch.setattr(hosts, "TRUSTED_PROXIES", proxies)
    request: HttpRequest = rf.get("/", headers={"x-forwarded-proto": sent})
    hosts.trust(request)
    assert request.headers.get("X-Forwarded-Proto") == left
