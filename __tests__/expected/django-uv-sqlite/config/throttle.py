"""Logins to the admin: an address that fails too often waits, in every process alike."""

import logging
from contextlib import suppress
from datetime import timedelta
from ipaddress import ip_address

from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = ["ip_address"]
AXES_CLIENT_IP_CALLABLE = "config.throttle.client_address"
AXES_LOCKOUT_CALLABLE = "config.throttle.refuse"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# Each failure and each refusal is a warning; how they are counted is of no interest.
logging.getLogger("axes").setLevel(logging.WARNING)


def client_address(request: HttpRequest) -> str | None:
    """Who asks: by what the trusted proxies said, which `config.http.hosts` left, else by the connection."""
    for name in ("HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"):
        with suppress(ValueError):
            return str(ip_address(request.META.get(name, "")))
    return None


def refuse(request: HttpRequest, *_args: object) -> HttpResponse:
    """The answer to who tried too often."""
    response = render(request, "too_many_attempts.html", site.each_context(request), status=429)
    response["Retry-After"] = str(int(AXES_COOLOFF_TIME.total_seconds()))
    return response
