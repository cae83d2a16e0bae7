from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config.admin import ensure_admin
from config.database import exclusive


class Command(BaseCommand):
    """Everything that a deployment needs before its processes start; harmless again."""

    help = "Does what a deployment needs before its processes start."

    def handle(self, *_args: Any, **_options: Any) -> None:
        call_command("check", deploy=settings.SECURE_SSL_REDIRECT)
        with exclusive():
            call_command("migrate", interactive=False, verbosity=0)
            ensure_admin()
            call_command("clearsessions")
