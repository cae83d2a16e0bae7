"""The settings of the tests, in an environment of their own: of `.env` they take only where services are."""

import os

OWN = {
    "APP_ENV": "test",
    "APP_PROCESS": "web",
    "SECRET_KEY": "only-the-tests-know-this-key-" * 2,
    "API_TOKENS": "*",
    "DASHBOARDS": "true",
    "METRICS_TOKEN": "",
    "ADMIN_EMAIL": "admin@example.com",
    "ADMIN_PASSWORD": "only-the-tests-know",
    "PUBLIC_URL": "",
    "ALLOWED_HOSTS": "",
    "TRUSTED_PROXIES": "",
    "CORS_ORIGINS": "",
    "WEB_CONCURRENCY": "",
    "SHUTDOWN_DELAY": "",
    "SHUTDOWN_TIMEOUT": "",
    "LOG_LEVEL": "info",
    "PORT": "",
    "HOST": "",
}
os.environ |= OWN

from config.settings import *  # noqa: E402, F403
