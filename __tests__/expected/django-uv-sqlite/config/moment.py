"""Times as the API shows them."""

from datetime import UTC, datetime


def moment(time: datetime) -> str:
    """A time in UTC, to the millisecond (RFC 3339)."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
