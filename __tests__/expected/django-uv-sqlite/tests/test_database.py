import sqlite3
from pathlib import Path

import pytest
from django.db import OperationalError

from config.database import database, is_away
from config.env import BASE_DIR


def test_addresses(tmp_path: Path) -> None:
    assert database(f"sqlite:///{tmp_path}/new/a%20b.sqlite")["NAME"] == tmp_path / "new/a b.sqlite"
    assert (tmp_path / "new").is_dir()
    assert database("sqlite:///data/x.sqlite")["NAME"] == BASE_DIR / "data/x.sqlite"
    assert database("") == {}


@pytest.mark.parametrize(("code", "away"), [(sqlite3.SQLITE_CANTOPEN, True), (sqlite3.SQLITE_ERROR, False)])
def test_what_is_away(code: int, away: bool) -> None:  # noqa: FBT001
    error = OperationalError()
    error.__cause__ = sqlite3.OperationalError()
    error.__cause__.sqlite_errorcode = code
    assert is_away(error) == away
    assert not is_away(OperationalError())
