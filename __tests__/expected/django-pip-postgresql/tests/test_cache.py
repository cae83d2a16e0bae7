from uuid import uuid4

import pytest
from redis.exceptions import RedisError

from config import cache
from config.cache import check_cache, remember


class Away:
    """A cache that does not answer."""

    def get(self, _key: str) -> str:
        raise RedisError

    def set(self, *_args: object) -> None:
        raise RedisError


def test_what_is_kept_is_not_made_again() -> None:
    check_cache()
    key = str(uuid4())
    assert [remember(key, 60, lambda: "first"), remember(key, 60, lambda: "second")] == ["first", "first"]


def test_without_the_cache_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "cache", Away())
    assert remember("key", 60, lambda: "made") == "made"
