"""What is kept of todos."""

from datetime import datetime
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models
from django.utils import timezone


def well_formed(text: str) -> None:
    """Validates that a text has no half of a character."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValidationError("must be well-formed text")


def now() -> datetime:
    """The time to the millisecond, as the API shows it."""
    time = timezone.now()
    return time.replace(microsecond=time.microsecond // 1000 * 1000)


class Todo(models.Model):
    """A thing to be done."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(
        max_length=200,
        help_text="What is to be done",
        validators=[ProhibitNullCharactersValidator(), well_formed],
    )
    done = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ("created_at", "id")
        indexes = (models.Index(fields=["created_at", "id"], name="todos_created_at_id"),)

    def __str__(self) -> str:
        return self.title
