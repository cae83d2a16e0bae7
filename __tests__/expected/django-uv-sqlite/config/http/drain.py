"""Bodies that nobody wants."""

from typing import Protocol

#: Bytes that are let pass, until a client is cut off.
LIMIT = 16 * 1024 * 1024
#: Bytes that are read at once.
PIECE = 64 * 1024


class Readable(Protocol):
    """What a body is read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""


def drain(body: Readable) -> None:
    """Reads what is left: a client that is cut off while it sends never sees the answer."""
    left = LIMIT
    while left > 0 and (piece := body.read(PIECE)):
        left -= len(piece)
