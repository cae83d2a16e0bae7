"""Makes a fresh clone ready to run; harmless again."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from dotenv import load_dotenv

from scripts.dotenv import complete
from scripts.services import start_services

WARNING = """git does not ignore .env, so nothing was written to it. Add it to .gitignore;
if git tracks it: git rm --cached .env, and replace every secret that was in it.
"""


def complete_environment(folder: Path) -> None:
    """Adds to `.env` what it lacks. Secrets are only written where git will not take them along."""
    file = folder / ".env"
    if not is_private(file):
        sys.stderr.write(WARNING)
        return
    text = file.read_text() if file.exists() else ""
    completed = complete((folder / ".env.example").read_text(), text, lambda: secrets.token_urlsafe(48))
    if completed != text:
        file.touch(mode=0o600)
        file.chmod(0o600)
        file.write_text(completed)


def is_private(file: Path) -> bool:
    """Whether git ignores a file; true outside of a repository, too."""
    words = ["git", "check-ignore", "--quiet", file.name]
    return subprocess.run(words, cwd=file.parent, check=False).returncode != 1  # noqa: S603


def main() -> None:
    """Completes `.env`, starts the services, migrates."""
    complete_environment(Path())
    load_dotenv(".env")
    start_services()
    environment = os.environ | {"APP_ENV": "development"}
    subprocess.run([sys.executable, "manage.py", "release"], env=environment, check=True)


if __name__ == "__main__":
    main()
