"""`.env`, made of what `.env.example` says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO

from dotenv import dotenv_values

ASSIGNMENT = re.compile(r"#?([A-Z][A-Z0-9_]*)=(.*)")
REFERENCE = re.compile(r"\$\{([A-Z0-9_]+)\}")


@dataclass(frozen=True)
class Paragraph:
    """A variable of `.env.example`: all that is said of it, its name, and its value."""

    text: str
    name: str
    value: str

    @property
    def is_secret(self) -> bool:
        """Whether each clone has a value of its own."""
        return self.value == "" and "(secret)" in self.text


def complete(example: str, text: str, secret: Callable[[], str]) -> str:
    """The text of `.env` with what it lacks of `.env.example`: a paragraph a variable.

    A variable whose comment says `(secret)` gets a fresh one; `${NAME}` takes the value of another.
    """
    known = dotenv_values(stream=StringIO(text), interpolate=False)
    values: dict[str, str] = {}
    for one in paragraphs(example):
        values[one.name] = known.get(one.name) or (secret() if one.is_secret else one.value)
    for one in paragraphs(example):
        kept = known.get(one.name) or ""
        commented = re.search(rf"^# *{one.name}=", text, re.MULTILINE)
        if (kept and "${" not in kept) or commented:
            continue
        line = f"{one.name}={fill(values[one.name], values)}"
        text = replace(text, one.name, line) if one.name in known else append(text, one, line)
    return text


def paragraphs(example: str) -> Iterator[Paragraph]:
    """What `.env.example` says of each variable: its comment, and a line that may be one itself."""
    for text in re.split(r"\n\n+", example.strip()):
        match = ASSIGNMENT.fullmatch(text.splitlines()[-1])
        if match:
            yield Paragraph(text, match[1], match[2])


def fill(value: str, values: dict[str, str]) -> str:
    """A value with those of others in it."""
    return REFERENCE.sub(lambda match: values.get(match[1], match[0]), value)


def replace(text: str, name: str, line: str) -> str:
    """The text with another line of that name."""
    return re.sub(rf"^(?:export +)?{name} *=.*$", lambda _: line, text, count=1, flags=re.MULTILINE)


def append(text: str, one: Paragraph, line: str) -> str:
    """The text with a paragraph more."""
    *comment, last = one.text.splitlines()
    paragraph = "\n".join([*comment, f"#{line}" if last.startswith("#") else line])
    return f"{text.rstrip()}\n\n{paragraph}\n".lstrip()
