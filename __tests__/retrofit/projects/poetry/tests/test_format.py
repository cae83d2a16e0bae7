import subprocess
import sys


def test_all_code_is_formatted():
    ruff = [sys.executable, '-m', 'ruff', 'format', '--check', '.']
    assert subprocess.run(ruff, check=False).returncode == 0
