import subprocess
from pathlib import Path

from dotenv import dotenv_values

from scripts.dotenv import complete
from scripts.services import Service
from scripts.setup import complete_environment

EXAMPLE = """# About the file.

# Where.
PORT=8000

# Signs (secret).
KEY=

# Refers.
URL=db://${KEY}@host

# Optional.
#MORE=1
"""


def secret() -> str:
    return "s3cret"


def test_what_is_missing_is_added_with_its_comment() -> None:
    completed = complete(EXAMPLE, "", secret)
    assert completed.startswith("# Where.\nPORT=8000\n\n# Signs (secret).\nKEY=s3cret\n")
    assert completed.endswith("URL=db://s3cret@host\n\n# Optional.\n#MORE=1\n")
    assert complete(EXAMPLE, completed, secret) == completed


def test_what_is_there_stays() -> None:
    text = "export KEY=mine\nPORT=1 # own\n#URL=later\n"
    completed = complete(EXAMPLE, text, secret)
    assert completed == f"{text}\n# Optional.\n#MORE=1\n"


def test_a_copy_of_the_example_gets_its_secrets() -> None:
    wanted = EXAMPLE.replace("KEY=\n", "KEY=s3cret\n").replace("${KEY}", "s3cret")
    assert complete(EXAMPLE, EXAMPLE, secret) == wanted


def test_secrets_are_written_where_git_ignores_them(tmp_path: Path) -> None:
    (tmp_path / ".env.example").write_text(EXAMPLE)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)  # noqa: S607
    complete_environment(tmp_path)
    assert not (tmp_path / ".env").exists()
    (tmp_path / ".gitignore").write_text(".env\n")
    complete_environment(tmp_path)
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600
    assert len(dotenv_values(tmp_path / ".env")["KEY"] or "") > 50


def test_services_that_answer_are_not_started() -> None:
    assert not Service("nothing", "NO_SUCH_VARIABLE", 1).answers()
