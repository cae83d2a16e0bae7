"""What the app reads from its environment; no message shows a value."""

from __future__ import annotations

import os
import re
import sys
from typing import NamedTuple


class Rule(NamedTuple):
    """What must hold for a variable; without its fallback it may be unset."""

    required: bool = False
    fallback: str | None = None
    pattern: str | None = None


VARIABLES: dict[str, Rule] = {
    # <%- variables %>
}


def read(name: str) -> str | None:
    """Return the value of a variable, or its fallback."""
    return os.environ.get(name) or VARIABLES[name].fallback


def check_environment() -> None:
    """End the process, exit 78, and name all that is missing or malformed."""
    problems: list[str] = []
    for name, rule in VARIABLES.items():
        value = os.environ.get(name)
        if value is None and rule.required:
            problems.append(f"{name} is missing")
        if value and rule.pattern and not re.fullmatch(rule.pattern, value):
            problems.append(f"{name} is malformed")
    if problems:
        found = ", ".join(problems)
        sys.stderr.write(f"The environment is not right: {found}\n")
        sys.exit(78)
