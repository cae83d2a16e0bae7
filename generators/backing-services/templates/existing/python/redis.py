"""The cache of REDIS_URL."""

import os

import redis


def open_cache() -> redis.Redis:
    """Connect when it is first used; whoever calls closes it."""
    address = os.environ.get("REDIS_URL")
    if not address:
        message = "REDIS_URL is missing"
        raise RuntimeError(message)
    return redis.Redis.from_url(address, socket_connect_timeout=5)


def check_cache() -> None:
    """Raise an error while the cache does not answer."""
    with open_cache() as cache:
        cache.ping()
