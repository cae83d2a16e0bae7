"""What requests need besides the process itself."""

from collections.abc import Callable

from config.database import check_database

#: Each fails while its resource does not answer; `/readyz` asks them all.
CHECKS: list[Callable[[], None]] = [
    check_database,
]
