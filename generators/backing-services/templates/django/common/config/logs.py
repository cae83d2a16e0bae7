"""Logs: one JSON object a line on standard output."""

import logging
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

from config.env import LOG_LEVEL

SECRETS = {"authorization", "cookie", "password", "token", "secret"}


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keeps what is named like a secret out of the log."""
    return {name: "[redacted]" if name.lower() in SECRETS else value for name, value in event.items()}


class Unforeseen(logging.Filter):
    """Lets pass only what Django says of errors that nobody answered; the rest is in the request log."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.exc_info is not None


PROCESSORS: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    structlog.processors.format_exc_info,
    structlog.processors.EventRenamer("message"),
    redact,
]
structlog.configure(
    processors=[structlog.stdlib.filter_by_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"unforeseen": {"()": Unforeseen}},
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            "foreign_pre_chain": PROCESSORS,
        }
    },
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
    "root": {"handlers": ["stdout"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"filters": ["unforeseen"]},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
logging.captureWarnings(capture=True)
