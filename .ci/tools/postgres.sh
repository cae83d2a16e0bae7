#!/usr/bin/env bash
# A PostgreSQL server on loopback, its data in DIR, run by the user postgres where we are root.
# usage: postgres.sh start|stop DIR PORT
# start prints its URL. POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB as of the postgres image
# (default: app, a fresh password, the user's name); only the first start of a DIR reads them.
set -euo pipefail
[[ $# -eq 3 && $1 =~ ^(start|stop)$ ]] ||
  { echo 'usage: postgres.sh start|stop DIR PORT' >&2; exit 2; }
mkdir -p "$2"
dir=$(cd "$2" && pwd)
port=$3
bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)

as_owner() {
  if [[ $(id -u) -eq 0 ]]; then
    (cd / && setpriv --reuid postgres --regid postgres --init-groups -- "$@")
  else
    "$@"
  fi
}
alive() { as_owner "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; }

make_cluster() {
  local user=${POSTGRES_USER:-app} password=${POSTGRES_PASSWORD:-$(openssl rand -hex 12)}
  install -d -m 0700 "$dir/data"
  install -m 0600 /dev/null "$dir/password"
  echo "$password" >"$dir/password"
  printf '%s\n%s\n%s\n' "$user" "$password" "${POSTGRES_DB:-$user}" >"$dir/settings"
  [[ $(id -u) -ne 0 ]] || chown postgres "$dir" "$dir/data" "$dir/password"
  as_owner "$bin/initdb" -D "$dir/data" -U "$user" --pwfile="$dir/password" -A scram-sha-256 \
    -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
}

run_server() { # the server must hold none of our streams: who reads them would wait for its end
  local options="-p $port -c listen_addresses=127.0.0.1 -c fsync=off"
  as_owner "$bin/pg_ctl" -D "$dir/data" -w -s -l "$dir/data/log" \
    -o "$options -c unix_socket_directories='$dir/data'" start </dev/null >/dev/null 2>&1 && return
  tail -5 "$dir/data/log" >&2
  exit 1
}

start() {
  [[ -s $dir/data/PG_VERSION ]] || make_cluster
  local user password database
  { read -r user && read -r password && read -r database; } <"$dir/settings"
  alive || run_server
  export PGPASSWORD=$password PGHOST=127.0.0.1 PGPORT=$port PGUSER=$user PGDATABASE=postgres
  if [[ -z $("$bin/psql" -qtAc "select 1 from pg_database where datname = '$database'") ]]; then
    "$bin/psql" -qc "create database \"$database\""
  fi
  echo "postgresql://$user:$password@127.0.0.1:$port/$database"
}

stop() {
  if alive; then
    as_owner "$bin/pg_ctl" -D "$dir/data" -w -s -m fast stop
  fi
}

"$1"
