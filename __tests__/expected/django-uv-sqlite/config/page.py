"""Which part of a list is asked for."""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError


class Bounds(NamedTuple):
    """What a number is where it is not given, and within which it must be."""

    default: int
    least: int
    most: int


LIMIT = Bounds(20, 1, 100)
OFFSET = Bounds(0, 0, 999_999_999_999_999)


@dataclass(frozen=True)
class Page:
    """A part of a list: at most so many, after so many."""

    limit: int = LIMIT.default
    offset: int = OFFSET.default

    def __post_init__(self) -> None:
        faults = {
            name: f"must be from {bounds.least} to {bounds.most}"
            for name, value, bounds in (("limit", self.limit, LIMIT), ("offset", self.offset, OFFSET))
            if not bounds.least <= value <= bounds.most
        }
        if faults:
            raise ValidationError(faults)
