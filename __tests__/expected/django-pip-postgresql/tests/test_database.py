import psycopg
import pytest
from django.db import OperationalError, connection

from config.database import check_database, database, is_away
from config.postgresql import driver


def test_addresses() -> None:
    found = database("postgresql://us%20er:pass@host:5433/name?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("us er", "pass", "host", 5433)
    assert (found["NAME"], found["OPTIONS"]["sslmode"]) == ("name", "require")
    assert database("") == {}


@pytest.mark.parametrize(
    ("cause", "away"),
    [
        (psycopg.OperationalError(), True),
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.UndefinedTable(), False),
        (psycopg.errors.UniqueViolation(), False),
        (None, False),
    ],
)
def test_what_is_away(cause: Exception | None, away: bool) -> None:  # noqa: FBT001
    error = OperationalError()
    error.__cause__ = cause
    assert is_away(error) == away


@pytest.mark.django_db(transaction=True)
def test_a_query_that_takes_too_long_ends_its_connection() -> None:
    check_database()
    with driver.patience(0.3), pytest.raises(OperationalError) as caught, connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(5)")
    assert is_away(caught.value)
    connection.close()
    check_database()
