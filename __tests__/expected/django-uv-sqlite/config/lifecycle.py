"""What the processes of one server share: how far its stop is, and how many requests are under way."""

import mmap
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from struct import Struct
from threading import Lock
from typing import Any

COUNT = Struct("q")


class Board:
    """A folder that the workers of a server and their parent see; without one a process is alone."""

    def __init__(self, folder: str | None) -> None:
        self.folder = Path(folder) if folder else None
        self.lock = Lock()
        self.open = 0
        self.shared: mmap.mmap | None = None

    @property
    def draining(self) -> bool:
        """Whether the server is about to stop: `/readyz` is 503 then."""
        return self.told("draining")

    @property
    def closing(self) -> bool:
        """Whether no new request is taken any more."""
        return self.told("closing")

    def told(self, word: str) -> bool:
        """Whether the parent said a word."""
        return self.folder is not None and (self.folder / word).exists()

    def tell(self, word: str) -> None:
        """Says a word to all workers."""
        if self.folder:
            (self.folder / word).touch()

    def count(self) -> int:
        """How many requests are under way in all workers; those of a worker that crashed are over."""
        files = self.folder.glob("*.requests") if self.folder else []
        return sum(COUNT.unpack(file.read_bytes())[0] for file in files if lives(int(file.stem)))

    def add(self, change: int) -> None:
        """Counts a request of this worker in, or out."""
        with self.lock:
            self.open += change
            if self.folder and not self.shared:
                self.shared = self.own(self.folder / f"{os.getpid()}.requests")
            if self.shared:
                COUNT.pack_into(self.shared, 0, self.open)

    @staticmethod
    def own(file: Path) -> mmap.mmap:
        """This worker's place on the board, which is whole from the moment that it is seen."""
        new = file.with_suffix(".new")
        new.write_bytes(COUNT.pack(0))
        new.rename(file)
        with file.open("r+b") as opened:
            return mmap.mmap(opened.fileno(), COUNT.size)


def lives(process: int) -> bool:
    """Whether there is such a process of ours."""
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


board = Board(os.environ.get("APP_BOARD"))

Start = Callable[..., Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Followed:
    """A WSGI application whose requests are counted, and refused once the server closes."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        if board.closing:
            start_response("503 Service Unavailable", [("Connection", "close"), ("Content-Length", "0")])
            return []
        board.add(1)
        try:
            return Answer(self.application(environ, start_response))
        except BaseException:
            board.add(-1)
            raise


class Answer:
    """The body of an answer: when it is closed the request is over."""

    def __init__(self, body: Iterable[bytes]) -> None:
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.body)

    def close(self) -> None:
        """Ends the request."""
        try:
            if hasattr(self.body, "close"):
                self.body.close()
        finally:
            board.add(-1)
