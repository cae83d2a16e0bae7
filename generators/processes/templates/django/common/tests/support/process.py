"""Processes of the app."""

import json
import os
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from typing import Any

from config.env import BASE_DIR, DATABASE_URL
from tests.settings import OWN


class Process:
    """`python -m config.serve`, or another command, in production."""

    def __init__(self, *words: str, **environment: str) -> None:
        self.port = free_port()
        own = OWN | {"APP_ENV": "production", "DATABASE_URL": DATABASE_URL, "HOST": "127.0.0.1"}
        inherited = {name: value for name, value in os.environ.items() if name not in OWN}
        self.started = subprocess.Popen(
            [sys.executable, *(words or ("-m", "config.serve"))],
            cwd=BASE_DIR,
            env=inherited | own | {"APP_PROCESS": "web", "PORT": str(self.port)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, path: str) -> int:
        """The status of an address; 0 where nothing answers."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except OSError:
            return 0
        finally:
            connection.close()

    def wait_for(self, path: str, status: int) -> None:
        """Waits until an address answers that."""
        end = time.monotonic() + 30
        while self.ask(path) != status:
            assert time.monotonic() < end, f"{path} does not become {status}"
            time.sleep(0.05)

    def begin(self) -> socket.socket:
        """A request under way: its body has begun and not ended."""
        opened = socket.create_connection(("127.0.0.1", self.port))
        opened.sendall(b"POST /nowhere HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")
        time.sleep(0.5)
        return opened

    def end(self, number: int | None = None) -> tuple[int, list[dict[str, Any]], str]:
        """Sends a signal, and waits: the status, the log, and standard error."""
        if number is not None:
            self.started.send_signal(number)
        output, errors = self.started.communicate(timeout=30)
        return self.started.returncode, [json.loads(line) for line in output.splitlines()], errors


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
