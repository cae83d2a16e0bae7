"""What the variables of the environment may look like."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from environs import ValidationError

#: The levels of LOG_LEVEL, by all the names that people know them by.
LEVELS = {
    "debug": "DEBUG",
    "info": "INFO",
    "warn": "WARNING",
    "warning": "WARNING",
    "error": "ERROR",
    "fatal": "CRITICAL",
    "critical": "CRITICAL",
}


def words(text: str | None) -> list[str]:
    """The words of a text that are separated by commas."""
    return [word.strip() for word in (text or "").split(",") if word.strip()]


def named(text: str) -> None:
    """Validates a list that names something."""
    if not words(text):
        raise ValidationError("must name at least one")


def address(*schemes: str) -> Callable[[str], None]:
    """Makes a validator of addresses that begin with one of the schemes."""

    def check(text: str) -> None:
        if scheme_of(text) not in schemes:
            wanted = " or ".join(f"{scheme}:" for scheme in schemes)
            raise ValidationError(f"must be an address that begins with {wanted}")

    return check


def scheme_of(text: str) -> str | None:
    """The scheme of an address, or nothing where the text is none."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts.scheme if re.match(r"[A-Za-z]+://", text) else None


def public(text: str) -> None:
    """Validates an address that a browser can open."""
    address("http", "https")(text)
    if not urlsplit(text).hostname:
        raise ValidationError("must name a host")


def faults(messages: Mapping[str, list[str]] | list[str]) -> list[str]:
    """A line for each variable that is missing or malformed; never a value."""
    if isinstance(messages, list):
        return messages
    found = {name: " ".join(map(str, said)) for name, said in sorted(messages.items())}
    return [f"  {name} is not set" if "not set" in said else f"  {name}: {said}" for name, said in found.items()]
