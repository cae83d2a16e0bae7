#!/bin/sh
# In a container the server is reached from outside: no protected mode, as in the public image.
if [ "${1:-}" = redis-server ]; then
  exec "$@" --bind 0.0.0.0 --protected-mode no
fi
exec "$@"
