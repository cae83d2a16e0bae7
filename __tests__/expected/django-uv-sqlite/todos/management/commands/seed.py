import logging
from typing import Any

from django.core.management.base import BaseCommand

from todos.models import Todo
from todos.services import create_todo

logger = logging.getLogger(__name__)

TITLES = ("Read the README", "Make a resource of your own", "Remove the sample")


class Command(BaseCommand):
    """Adds sample todos where there are none."""

    help = "Adds sample todos where there are none."

    def handle(self, *_args: Any, **_options: Any) -> None:
        total = Todo.objects.count()
        if total > 0:
            logger.info("there are todos already", extra={"total": total})
            return
        for title in TITLES:
            create_todo(title)
        logger.info("seeded", extra={"total": len(TITLES)})
