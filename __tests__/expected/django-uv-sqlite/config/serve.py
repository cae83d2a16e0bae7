"""The web process: `python -m config.serve`.

It stays small, for it never loads the app: it checks the environment and the port, and starts the server.
"""

import errno
import logging
import logging.config
import os
import socket
import sys

os.environ.setdefault("APP_PROCESS", "web")

from config import env
from config.logs import LOGGING
from config.supervisor import supervise

logger = logging.getLogger("config.serve")


def main() -> int:
    """Serves until a signal; answers the exit status."""
    logging.config.dictConfig(LOGGING)
    warn()
    fault = why_not(env.HOST, env.PORT)
    if fault:
        logger.critical(fault)
        return 1
    return supervise()


def warn() -> None:
    """Tells what may be meant otherwise."""
    if not env.PUBLIC_URL.hostname:
        logger.warning("PUBLIC_URL is not set: plain HTTP is served")
    if env.PUBLIC_URL.scheme == "https" and env.TRUSTED_PROXIES == 0:
        logger.warning("PUBLIC_URL is https:, but no proxy is trusted (TRUSTED_PROXIES): all is redirected")


def why_not(host: str, port: int) -> str:
    """Why an address cannot be opened; empty where it can."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        faults = {
            errno.EADDRINUSE: f"PORT {port} is in use",
            errno.EACCES: f"PORT {port} may not be opened by this user",
        }
        return faults.get(error.errno or 0, f"HOST {host} and PORT {port} cannot be opened")
    return ""


if __name__ == "__main__":
    sys.exit(main())
