from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client

from config import health
from config.lifecycle import Board


def test_alive(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "10.1.2.3"}).json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    assert client.get("/readyz").json() == {"status": "ready"}


def test_not_ready_without_a_service(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(health, "CHECKS", [away])
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_not_ready_while_draining(client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    board = Board(str(tmp_path))
    monkeypatch.setattr(health, "board", board)
    assert client.get("/readyz").status_code == 200
    board.tell("draining")
    assert client.get("/readyz").status_code == 503


def test_other_methods(client: Client) -> None:
    response = client.post("/healthz")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/healthz").status_code == 204
