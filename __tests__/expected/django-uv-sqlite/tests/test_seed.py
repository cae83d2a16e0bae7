import pytest
from django.core.management import call_command

from todos.models import Todo


@pytest.mark.django_db
def test_seed() -> None:
    call_command("seed")
    call_command("seed")
    assert Todo.objects.count() == 3
