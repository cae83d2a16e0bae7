from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import Client, override_settings

from config.throttle import AXES_COOLOFF_TIME, client_address

pytestmark = pytest.mark.django_db

LIMIT = 3


@pytest.fixture(autouse=True)
def somebody() -> Iterator[User]:
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(AXES_FAILURE_LIMIT=LIMIT, PASSWORD_HASHERS=hashers):
        yield User.objects.create_superuser("me@example.com", password="right")


def log_in(client: Client, password: str, **more: Any) -> int:
    fields = {"username": "me@example.com", "password": password}
    return client.post("/admin/login/", fields, **more).status_code


def test_too_many_attempts_close_the_login_for_a_while(client: Client) -> None:
    statuses = [log_in(client, "wrong") for _ in range(LIMIT)]
    assert statuses == [200] * (LIMIT - 1) + [429]
    response = client.post("/admin/login/", {"username": "me@example.com", "password": "right"})
    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert b"Too many attempts" in response.content
    assert log_in(client, "right", REMOTE_ADDR="192.0.2.1") == 302

    attempts = apps.get_model("axes", "AccessAttempt")._default_manager  # noqa: SLF001
    for attempt in attempts.all():
        attempts.filter(pk=attempt.pk).update(
            attempt_time=attempt.attempt_time - AXES_COOLOFF_TIME - timedelta(seconds=1)
        )
    assert log_in(client, "right") == 302


def test_a_login_forgets_the_attempts_before_it(client: Client) -> None:
    for _ in range(2):
        for _ in range(LIMIT - 1):
            assert log_in(client, "wrong") == 200
        assert log_in(client, "right") == 302


@pytest.mark.parametrize(
    ("forwarded", "address"), [("192.0.2.7", "192.0.2.7"), ("2001:db8::7", "2001:db8::7"), ("unknown", "127.0.0.1")]
)
def test_who_asks(forwarded: str, address: str) -> None:
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded}
    assert client_address(request) == address
