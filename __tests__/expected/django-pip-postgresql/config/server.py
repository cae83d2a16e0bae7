"""gunicorn: WEB_CONCURRENCY processes of several threads behind one port, brought back when they crash."""

from typing import Any

from gunicorn.app.base import BaseApplication

from config import env
from config.child import follow_parent
from config.logs import LOGGING

#: gunicorn's own lines go where all others do.
LOGGERS = LOGGING["loggers"] | {"gunicorn.error": {"handlers": [], "propagate": True}}
OPTIONS = {
    "bind": f"{env.HOST}:{env.PORT}",
    "workers": env.WEB_CONCURRENCY,
    "worker_class": "gthread",
    "threads": 8,
    # Longer than load balancers keep an idle connection, so that they never meet a closed one.
    "keepalive": 75,
    "graceful_timeout": env.SHUTDOWN_TIMEOUT,
    # config.http.hosts decides which proxies count.
    "forwarded_allow_ips": "",
    "control_socket_disable": True,
    "logconfig_dict": LOGGING | {"loggers": LOGGERS},
}


class Server(BaseApplication):
    """gunicorn with the options above."""

    def load_config(self) -> None:
        for name, value in OPTIONS.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from config.wsgi import application  # noqa: PLC0415 (only workers load the app)

        return application


if __name__ == "__main__":
    follow_parent()
    Server().run()
