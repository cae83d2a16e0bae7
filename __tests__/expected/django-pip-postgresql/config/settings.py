"""Django's settings: the same for every environment; what differs comes from `config.env`."""

from config import env
from config.cache import CACHES
from config.csp import SECURE_CSP
from config.dashboards.settings import AUTH_PASSWORD_VALIDATORS, SESSION_COOKIE_AGE
from config.database import DATABASES
from config.logs import LOGGING
from config.rest.settings import REST_FRAMEWORK, SPECTACULAR_SETTINGS
from config.throttle import (
    AUTHENTICATION_BACKENDS,
    AXES_CLIENT_IP_CALLABLE,
    AXES_COOLOFF_TIME,
    AXES_DISABLE_ACCESS_LOG,
    AXES_FAILURE_LIMIT,
    AXES_LOCKOUT_CALLABLE,
    AXES_LOCKOUT_PARAMETERS,
    AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT,
    AXES_RESET_ON_SUCCESS,
    AXES_VERBOSE,
)

SECURE = env.PUBLIC_URL.scheme == "https"

SECRET_KEY = env.SECRET_KEY
DEBUG = env.APP_ENV == "development"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "django.contrib.staticfiles",
    "corsheaders",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "axes",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "graphene_django_graphiql_static",
    "todos",
]
# In the order in which a request meets them.
MIDDLEWARE = [
    "config.http.request_id.RequestIdMiddleware",
    "config.health.HealthMiddleware",
    "config.http.request_log.RequestLogMiddleware",
    "config.http.problems.ProblemMiddleware",
    "config.metrics.MetricsMiddleware",
    "config.http.hosts.HostsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.dashboards.graphiql.GraphiqlMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "config.http.bearer.BearerMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = env.BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if env.LOCAL else "config.static.Storage"
    },
}
WHITENOISE_USE_FINDERS = env.LOCAL
WHITENOISE_AUTOREFRESH = env.LOCAL

# Only the names of PUBLIC_URL and ALLOWED_HOSTS are served; without them any is.
ALLOWED_HOSTS = [env.PUBLIC_URL.hostname, *env.ALLOWED_HOSTS] if env.PUBLIC_URL.hostname else env.ALLOWED_HOSTS or ["*"]
CORS_ALLOWED_ORIGINS = env.CORS_ORIGINS
CORS_URLS_REGEX = r"^/(api/|graphql$)"
CORS_ALLOW_METHODS = ["GET", "POST", "PATCH", "DELETE"]
CORS_ALLOW_HEADERS = ["Authorization", "Content-Type", "X-Request-Id"]
CORS_EXPOSE_HEADERS = ["Location", "X-Request-Id"]
CORS_PREFLIGHT_MAX_AGE = 600
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if SECURE]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE
# config.http.hosts leaves of X-Forwarded-* what the trusted proxies said.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.TRUSTED_PROXIES else None
USE_X_FORWARDED_HOST = env.TRUSTED_PROXIES > 0
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
# Preload and subdomains are promises that only the owner of the whole domain can make.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
X_FRAME_OPTIONS = "DENY"
