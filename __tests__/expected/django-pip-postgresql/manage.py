#!/usr/bin/env python
"""One-off commands: `python manage.py <command>`."""

import os
import sys

from django.core.management import execute_from_command_line

#: The commands that need more, or less, of the environment than others.
PROCESSES = {"collectstatic": "build", "release": "release", "runserver": "web"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("APP_PROCESS", PROCESSES.get("".join(sys.argv[1:2]), "manage"))
    execute_from_command_line(sys.argv)
