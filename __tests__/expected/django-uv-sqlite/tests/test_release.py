import pytest
from django.core.management import call_command

from tests.todos.factories import make_todo
from todos.models import Todo


@pytest.mark.django_db
def test_a_release_keeps_what_is_there() -> None:
    make_todo()
    call_command("release")
    call_command("release")
    assert Todo.objects.count() == 1
