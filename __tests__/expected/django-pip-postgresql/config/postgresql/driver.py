"""The driver psycopg, with a limit to how long a query may take."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from psycopg import Connection, OperationalError
from psycopg import DatabaseError as DatabaseError
from psycopg import DataError as DataError
from psycopg import Error as Error
from psycopg import IntegrityError as IntegrityError
from psycopg import InterfaceError as InterfaceError
from psycopg import InternalError as InternalError
from psycopg import NotSupportedError as NotSupportedError
from psycopg import ProgrammingError as ProgrammingError
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus

from config.env import PROCESS

#: Seconds that a query may take: a request's, and one of a command (migrations of large tables are slow).
PATIENCE = ContextVar("PATIENCE", default=5.0 if PROCESS == "web" else 600.0)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Within it a query may take so many seconds."""
    token = PATIENCE.set(seconds)
    try:
        yield
    finally:
        PATIENCE.reset(token)


class BoundedConnection(Connection[Any]):
    """Gives up, and closes, when a query takes too long: it may never be answered."""

    def wait(self, gen: PQGen[Any], interval: float = 0.1, timeout: float | None = None) -> Any:
        try:
            return super().wait(gen, interval, timeout or PATIENCE.get())
        except OperationalError:
            if not self.closed and self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                self.close()
            raise


connect = BoundedConnection.connect
