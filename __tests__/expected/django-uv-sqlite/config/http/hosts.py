"""Names, proxies and HTTPS."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from config.env import PUBLIC_URL, TRUSTED_PROXIES
from config.http.middleware import Middleware
from config.http.problems import Problem

FORWARDED = ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_FOR")


class HostsMiddleware(Middleware):
    """Only the hosts of PUBLIC_URL and ALLOWED_HOSTS are served; plain requests go to `https:`."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        trust(request)
        try:
            host = request.get_host()
        except DisallowedHost:
            return Problem(421, "This host is not served here").response()
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            name = PUBLIC_URL.netloc if host.partition(":")[0] == PUBLIC_URL.hostname else host
            location = f"https://{name}{request.get_full_path()}"
            return HttpResponse(status=308, headers={"Location": location})
        return self.get_response(request)


def trust(request: HttpRequest) -> None:
    """Leaves of X-Forwarded-* what the outermost trusted proxy said: what stands before it anyone can send."""
    for name in FORWARDED:
        words = request.META.get(name, "").split(",")
        if TRUSTED_PROXIES == 0 or words == [""]:
            request.META.pop(name, None)
        else:
            request.META[name] = words[-min(TRUSTED_PROXIES, len(words))].strip()
