#!/usr/bin/env bash
# Makes the virtual environment $cache/venv of requirements.txt, when that changed.
set -euo pipefail
cache=${IMAGINE_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/imagine-ci}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$cache"
exec 9>"$cache/python-tools.lock"
flock 9

stamp=$(sha256sum <"$here/requirements.txt")
[[ $(cat "$cache/venv/stamp" 2>/dev/null) != "$stamp" ]] || exit 0
rm -rf "$cache/venv"
python3 -m venv "$cache/venv"
"$cache/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
echo "$stamp" >"$cache/venv/stamp"
echo "python tools in ${SECONDS}s"
