#!/usr/bin/env bash
# A Redis server on loopback, its data in DIR. usage: redis.sh start|stop DIR PORT
# start prints its URL; a server already running there is left as it is.
set -euo pipefail
[[ $# -eq 3 && $1 =~ ^(start|stop)$ ]] ||
  { echo 'usage: redis.sh start|stop DIR PORT' >&2; exit 2; }
mkdir -p "$2"
dir=$(cd "$2" && pwd)
port=$3
pid_file=$dir/redis.pid

answers() { [[ $(redis-cli -h 127.0.0.1 -p "$port" ping 2>/dev/null) == PONG ]]; }
alive() { [[ -s $pid_file ]] && kill -0 "$(cat "$pid_file")" 2>/dev/null; }

start() {
  if ! alive; then
    redis-server --bind 127.0.0.1 --port "$port" --dir "$dir" --save '' --appendonly no \
      --daemonize yes --pidfile "$pid_file" --logfile "$dir/redis.log" >/dev/null
  fi
  for _ in $(seq 100); do
    if alive && answers; then
      echo "redis://127.0.0.1:$port/0"
      return
    fi
    sleep 0.1
  done
  tail -5 "$dir/redis.log" >&2
  exit 1
}

stop() {
  alive || return 0
  kill "$(cat "$pid_file")"
  for _ in $(seq 100); do
    alive || return 0
    sleep 0.1
  done
  exit 1
}

"$1"
