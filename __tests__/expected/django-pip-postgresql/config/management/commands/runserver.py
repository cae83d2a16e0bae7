import logging
from typing import Any

from django.core.management.commands import runserver

from config import env

logger = logging.getLogger(__name__)


class Command(runserver.Command):
    """Django's server for development, at HOST and PORT."""

    default_addr = env.HOST
    default_port = str(env.PORT)

    def on_bind(self, server_port: Any) -> None:
        logger.info("listening", extra={"port": server_port})
