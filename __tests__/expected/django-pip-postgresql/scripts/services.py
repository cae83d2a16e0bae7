"""Starts the backing services of development: those of compose.yaml that don't answer yet."""

import os
import socket
import subprocess
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Service:
    """A service of compose.yaml, and which variable says where it is."""

    name: str
    variable: str
    port: int

    def answers(self) -> bool:
        """Whether something listens at the address in the environment."""
        address = urlsplit(os.environ.get(self.variable, ""))
        try:
            with socket.create_connection((address.hostname or "127.0.0.1", address.port or self.port), 1):
                return True
        except OSError:
            return False


SERVICES: list[Service] = [
    Service("postgres", "DATABASE_URL", 5432),
    Service("redis", "REDIS_URL", 6379),
]


def start_services() -> None:
    """Starts what is missing."""
    missing = [service.name for service in SERVICES if not service.answers()]
    if missing:
        subprocess.run(["docker", "compose", "up", "--wait", *missing], check=True)  # noqa: S603, S607


if __name__ == "__main__":
    start_services()
