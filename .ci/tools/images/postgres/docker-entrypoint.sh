#!/bin/bash
# The public image's promises that apps rely on: POSTGRES_USER, POSTGRES_PASSWORD(_FILE),
# POSTGRES_DB, /docker-entrypoint-initdb.d, data in $PGDATA, the server run by postgres.
set -euo pipefail

if [[ $(id -u) -eq 0 ]]; then
  mkdir -p "$PGDATA"
  chown -R postgres:postgres "$PGDATA"
  exec setpriv --reuid postgres --regid postgres --init-groups "$0" "$@"
fi

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

make_cluster() {
  local password=${POSTGRES_PASSWORD:-}
  [[ -z ${POSTGRES_PASSWORD_FILE:-} ]] || password=$(<"$POSTGRES_PASSWORD_FILE")
  initdb -U "$user" --pwfile=<(echo "${password:?set POSTGRES_PASSWORD}") --auth-local=trust \
    --auth-host=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  export PGPASSWORD=$password PGHOST=/tmp PGUSER=$user
  pg_ctl -w -s -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start
  [[ $database == postgres ]] ||
    psql -q -v ON_ERROR_STOP=1 -d postgres -c "create database \"$database\""
  run_scripts
  pg_ctl -w -s stop
  unset PGPASSWORD PGHOST PGUSER
}

run_scripts() {
  local script
  for script in /docker-entrypoint-initdb.d/*; do
    case $script in
      *.sh) bash "$script" ;;
      *.sql) psql -q -v ON_ERROR_STOP=1 -d "$database" -f "$script" ;;
    esac
  done
}

if [[ ${1:-} == postgres ]]; then
  [[ -s $PGDATA/PG_VERSION ]] || make_cluster
  set -- "$@" -c unix_socket_directories=/tmp,/var/run/postgresql -c "listen_addresses=*"
fi
exec "$@"
