"""The cache of REDIS_URL."""

import os

import redis


def open_cache() -> redis.Redis:
    """Connects when it is first used; whoever calls closes it."""
    address = os.environ.get("REDIS_URL")
    if not address:
        raise RuntimeError("REDIS_URL is missing")
    return redis.Redis.from_url(address, socket_connect_timeout=5)


def check_cache() -> None:
    """Raises while the cache does not answer."""
    with open_cache() as cache:
        cache.ping()
