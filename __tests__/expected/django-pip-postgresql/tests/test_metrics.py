import pytest
from django.test import Client

from config import metrics
from config.http.bearer import TokenCheck
from tests.support.api import expect_problem


def test_requests_are_measured_by_the_pattern_of_their_address(client: Client) -> None:
    client.get("/api/todos/00000000-0000-4000-8000-000000000000/x")
    client.generic("BREW", "/metrics")
    text = client.get("/metrics").content.decode()
    assert 'http_request_duration_seconds_count{method="GET",route="none",status="404"}' in text
    assert 'method="other",route="metrics",status="405"' in text
    assert "00000000-0000" not in text


def test_production(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "LOCAL", False)
    expect_problem(client.get("/metrics"), 404)
    monkeypatch.setattr(metrics, "METRICS_TOKEN", "token")
    monkeypatch.setattr(metrics, "accepts", TokenCheck(["token"]))
    expect_problem(client.get("/metrics"), 401)
    assert client.get("/metrics", headers={"authorization": "Bearer token"}).status_code == 200
