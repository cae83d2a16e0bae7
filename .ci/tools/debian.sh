#!/usr/bin/env bash
# Installs the Debian packages that tests need, only those whose program is missing, by one call of
# apt. usage: debian.sh [package...]   (none named: all of the table)
set -euo pipefail

# package, and a program of it that shows it is there
table='
postgresql    /usr/lib/postgresql/*/bin/initdb
redis-server  /usr/bin/redis-server
chromium      /usr/bin/chromium*
docker.io     /usr/*bin/dockerd
iptables      /usr/*bin/iptables
debootstrap   /usr/*bin/debootstrap
'

wanted() { [[ $# -eq 1 ]] || [[ " ${*:2} " == *" $1 "* ]]; }

missing=()
while read -r package program; do
  if [[ -n $package ]] && wanted "$package" "$@" && ! compgen -G "$program" >/dev/null; then
    missing+=("$package")
  fi
done <<<"$table"
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
[[ $(id -u) -eq 0 ]] || as_root=(sudo)
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
  apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } \
  >"$log" 2>&1; then
  tail -20 "$log" >&2
  exit 1
fi
echo "installed ${missing[*]}"
