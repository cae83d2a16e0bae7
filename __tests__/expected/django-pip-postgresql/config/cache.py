"""The cache as an attached resource: Redis."""

from collections.abc import Callable
from contextlib import suppress

from django.core.cache import cache
from redis import Redis
from redis.exceptions import RedisError

from config.env import REDIS_URL

#: Seconds to wait for a connection, or for an answer.
PATIENCE = 2

OPTIONS = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": OPTIONS,
    }
}


def check_cache() -> None:
    """Fails while the cache does not answer."""
    with Redis.from_url(REDIS_URL, **OPTIONS) as client:
        client.ping()


def remember(key: str, seconds: int, load: Callable[[], str]) -> str:
    """The text kept under a key; where there is none, or no cache, what `load` gives, kept for the seconds."""
    try:
        kept: str | None = cache.get(key)
    except RedisError:
        return load()
    if kept is not None:
        return kept
    text = load()
    with suppress(RedisError):
        cache.set(key, text, seconds)
    return text
