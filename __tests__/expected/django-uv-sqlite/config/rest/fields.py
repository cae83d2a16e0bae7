"""Fields and serializers that take no type for another."""

import re
from typing import Any, cast

from rest_framework import serializers

from config.moment import moment
from config.page import LIMIT, OFFSET

DIGITS = re.compile(r"\d{1,15}", re.ASCII)


class Text(serializers.CharField):
    """A text; numbers are none."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Flag(serializers.BooleanField):
    """True or false; words and numbers are neither."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class Moment(serializers.DateTimeField):
    """A time in UTC, to the millisecond."""

    def to_representation(self, value: Any) -> str:
        return moment(value)


class Digits(serializers.IntegerField):
    """A whole number as the text of a query string."""

    def to_internal_value(self, data: Any) -> int:
        if not DIGITS.fullmatch(str(data)):
            self.fail("invalid")
        return int(data)


class Strict(serializers.Serializer[Any]):
    """Refuses what it does not know."""

    def to_internal_value(self, data: Any) -> Any:
        names = data if isinstance(data, dict) else []
        faults: dict[str, Any] = {name: ["is not known"] for name in names if name not in self.fields}
        try:
            known = super().to_internal_value(data)
        except serializers.ValidationError as error:
            faults |= cast("dict[str, Any]", error.detail)
        if faults:
            raise serializers.ValidationError(faults)
        return known


class PageQuery(serializers.Serializer[Any]):
    """Which part of a list is asked for."""

    limit = Digits(default=LIMIT.default, min_value=LIMIT.least, max_value=LIMIT.most)
    offset = Digits(default=OFFSET.default, min_value=OFFSET.least, max_value=OFFSET.most)
