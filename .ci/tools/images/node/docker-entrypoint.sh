#!/bin/sh
# An option, a script or no program at all: for node. Anything else is run as it is.
case ${1:-} in
  -*) exec node "$@" ;;
esac
if command -v "${1:-node}" >/dev/null; then
  exec "$@"
fi
exec node "$@"
