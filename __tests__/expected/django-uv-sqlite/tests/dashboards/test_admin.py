import pytest
from django.contrib.auth.models import User
from django.test import Client

from config import admin
from tests.todos.factories import make_todo
from todos.models import Todo

pytestmark = pytest.mark.django_db


def test_nobody_comes_in_without_a_login(client: Client) -> None:
    response = client.get("/admin", follow=True)
    assert response.redirect_chain[-1][0] == "/admin/login/?next=/admin/"


def test_todos(admin_client: Client) -> None:
    make_todo(title="Shown")
    assert b"Shown" in admin_client.get("/admin/todos/todo/").content
    admin_client.post("/admin/todos/todo/add/", {"title": "Made"})
    assert Todo.objects.filter(title="Made").exists()


def test_the_first_user_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin, "ADMIN_EMAIL", "me@example.com")
    monkeypatch.setattr(admin, "ADMIN_PASSWORD", "first password")
    admin.ensure_admin()
    user = User.objects.get()
    assert (user.username, user.is_superuser, user.check_password("first password")) == ("me@example.com", True, True)
    monkeypatch.setattr(admin, "ADMIN_PASSWORD", "second password")
    admin.ensure_admin()
    assert User.objects.get().check_password("first password")
