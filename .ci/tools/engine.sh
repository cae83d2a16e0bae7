#!/usr/bin/env bash
# A Docker engine of our own: its socket, data and settings are in the cache. Needs root.
#   engine.sh start   starts it if it doesn't answer; prints DOCKER_HOST=... and DOCKER_CONFIG=...
#   engine.sh stop    ends it by its process id; images and volumes stay in the cache
set -euo pipefail
cache=${IMAGINE_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/imagine-ci}
root=$cache/engine
mkdir -p "$root" "$cache/docker" "$cache/bin"
export DOCKER_HOST=unix://$root/docker.sock DOCKER_CONFIG=$cache/docker

answers() { "$cache/bin/docker" version >/dev/null 2>&1; }

# another docker in PATH may be too new for Debian's engine: the one of the same package is used
link_client() {
  local client=/usr/bin/docker
  [[ -x $client ]] || client=$(command -v docker)
  ln -sfn "$client" "$cache/bin/docker"
  echo '{ "aliases": { "builder": "buildx" } }' >"$DOCKER_CONFIG/config.json"
}

start() {
  link_client
  if ! answers; then
    echo '{ "builder": { "gc": { "enabled": true, "defaultKeepStorage": "5GB" } } }' \
      >"$root/daemon.json"
    setsid dockerd --config-file "$root/daemon.json" --host "$DOCKER_HOST" \
      --data-root "$root/data" --exec-root "$root/exec" --pidfile "$root/docker.pid" \
      >"$root/dockerd.log" 2>&1 </dev/null 9>&- &
    for _ in $(seq 240); do
      answers && break
      sleep 0.25
    done
  fi
  if ! answers; then
    tail -20 "$root/dockerd.log" >&2
    exit 1
  fi
  printf 'DOCKER_HOST=%s\nDOCKER_CONFIG=%s\n' "$DOCKER_HOST" "$DOCKER_CONFIG"
}

stop() {
  local pid
  pid=$(cat "$root/docker.pid" 2>/dev/null) || return 0
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 120); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.25
  done
  echo "dockerd $pid did not end" >&2
  exit 1
}

exec 9>"$cache/engine.lock"
flock 9
case ${1:-} in
  start | stop) "$1" ;;
  *)
    echo 'usage: engine.sh start|stop' >&2
    exit 2
    ;;
esac
