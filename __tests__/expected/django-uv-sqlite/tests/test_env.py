import runpy
from typing import Any

import pytest

from config.env import BASE_DIR, DATABASE_URL


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Reads the environment anew."""

    def read(**variables: str) -> dict[str, Any]:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(BASE_DIR / "config/env.py"))

    return read


KEY = "k" * 50
PRODUCTION = {"DASHBOARDS": "", "APP_ENV": "production", "SECRET_KEY": KEY, "API_TOKENS": "one, two,"}


def test_production(load: Any) -> None:
    env = load(**PRODUCTION, DATABASE_URL=DATABASE_URL)
    assert env["HOST"] == "0.0.0.0"  # noqa: S104
    assert env["API_TOKENS"] == ["one", "two"]
    assert not env["DASHBOARDS"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PUBLIC_URL", "example.test"),
        ("PUBLIC_URL", "https://"),
        ("DATABASE_URL", "gopher://x"),
        ("DATABASE_URL", "postgres://h:port/x"),
        ("LOG_LEVEL", "loudest"),
        ("DASHBOARDS", "perhaps"),
        ("API_TOKENS", ","),
        ("APP_ENV", "staging"),
    ],
)
def test_what_is_malformed_is_named(load: Any, capsys: pytest.CaptureFixture[str], name: str, value: str) -> None:
    with pytest.raises(SystemExit) as caught:
        load(**PRODUCTION | {name: value})
    assert caught.value.code == 78
    assert f"  {name}: " in capsys.readouterr().err


def test_what_is_missing_is_named_by_process(load: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        load(APP_ENV="", APP_PROCESS="release", SECRET_KEY="", API_TOKENS="", DATABASE_URL="")
    said = capsys.readouterr().err
    assert "SECRET_KEY is not set" in said
    assert "DATABASE_URL is not set" in said
    assert "API_TOKENS" not in said


def test_a_build_needs_nothing(load: Any) -> None:
    assert load(APP_ENV="", APP_PROCESS="build", SECRET_KEY="", API_TOKENS="", DATABASE_URL="")["SECRET_KEY"] == ""
