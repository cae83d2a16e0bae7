"""The environment: every variable that the app reads is read here, once, before anything else starts.

What is missing or malformed ends the process with exit status 78 (EX_CONFIG of sysexits.h).
"""

import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import load_dotenv
from environs import Env, EnvValidationError, validate

from config.parsers import LEVELS, address, faults, named, public, words

BASE_DIR = Path(__file__).resolve().parent.parent
#: What runs: `build`, `manage`, `release` or `web`. Each requires only the variables that it reads.
PROCESS = os.environ.get("APP_PROCESS", "manage")
LOCAL = os.environ.get("APP_ENV") in {"development", "test"}

env = Env(eager=False)
if LOCAL:
    load_dotenv(BASE_DIR / ".env")
# Compose files and CI pass an unset variable as an empty one.
for name in [name for name, value in os.environ.items() if value == ""]:
    del os.environ[name]


def required_by(*processes: str) -> dict[str, Any]:
    """What a variable is read with that only some processes require: elsewhere it is empty."""
    return {} if PROCESS in processes else {"default": ""}


def local(value: str) -> dict[str, Any]:
    """A default for development and test; production has none."""
    return {"default": value} if LOCAL else {}


# The environment; staging is `production` with other keys. Unset is production.
APP_ENV: str = env.str("APP_ENV", "production", validate=validate.OneOf(["development", "test", "production"]))
# The least level of the lines that are logged.
LOG_LEVEL: str = LEVELS.get(
    env.str("LOG_LEVEL", "debug" if LOCAL else "info", validate=validate.OneOf(list(LEVELS))) or "", "INFO"
)
# The port to listen on.
PORT: int = env.int("PORT", 8000, validate=validate.Range(0, 65535))
# The interface to listen on; a container is reached from outside.
HOST: str = env.str("HOST", "127.0.0.1" if LOCAL else "0.0.0.0")  # noqa: S104
# The address that users see; `https:` turns on Secure cookies, HSTS and the redirect.
PUBLIC_URL = urlsplit(env.str("PUBLIC_URL", "", validate=public))
# Further names under which the app is reached, besides that of PUBLIC_URL.
ALLOWED_HOSTS: list[str] = words(env.str("ALLOWED_HOSTS", ""))
# How many proxies in front of the app are believed in X-Forwarded-*.
TRUSTED_PROXIES: int = env.int("TRUSTED_PROXIES", 0, validate=validate.Range(0, 20))
# Origins whose pages may call the API.
CORS_ORIGINS: list[str] = words(env.str("CORS_ORIGINS", ""))
# Signs cookies. Required, also in development.
SECRET_KEY: str = env.str("SECRET_KEY", validate=validate.Length(min=50), **required_by("manage", "release", "web"))
# Bearer tokens of the API, or `*` for a public one. Required in production.
API_TOKENS: list[str] = words(env.str("API_TOKENS", validate=named, **(required_by("web") | local("*"))))
# Whether Swagger UI and GraphiQL are served.
DASHBOARDS: bool = env.bool("DASHBOARDS", LOCAL)
# How many processes serve requests.
WEB_CONCURRENCY: int = env.int("WEB_CONCURRENCY", 1, validate=validate.Range(1, 256))
# Seconds that the app still serves after `/readyz` turned 503.
SHUTDOWN_DELAY: int = env.int("SHUTDOWN_DELAY", 0, validate=validate.Range(0, 3600))
# Seconds that a stop waits for requests under way.
SHUTDOWN_TIMEOUT: int = env.int("SHUTDOWN_TIMEOUT", 8, validate=validate.Range(0, 3600))
# The database.
DATABASE_URL: str = env.str(
    "DATABASE_URL",
    validate=address("sqlite"),
    **(required_by("manage", "release", "web") | local(f"sqlite:///data/{APP_ENV}.sqlite")),
)
# Who may log in to the admin: `release` makes that user once.
ADMIN_EMAIL: str = env.str("ADMIN_EMAIL", validate=validate.Email(), **required_by("release"))
ADMIN_PASSWORD: str = env.str("ADMIN_PASSWORD", **required_by("release"))

try:
    env.seal()
except EnvValidationError as error:
    lines = faults(error.error_messages)
    print(f"The environment of the {PROCESS} process:", *lines, sep="\n", file=sys.stderr)  # noqa: T201
    raise SystemExit(78) from None
