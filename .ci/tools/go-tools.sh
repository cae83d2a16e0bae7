#!/usr/bin/env bash
# Builds the Go programs of go/<module>/go.mod into the cache, when their go.sum changed.
#   checks: actionlint, act, gitleaks                      -> $cache/bin
#   docker: docker compose, buildx, the dockerfile frontend -> $cache/docker/cli-plugins, $cache/bin
# usage: go-tools.sh [checks|docker]...
set -euo pipefail
cache=${IMAGINE_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/imagine-ci}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$cache/bin" "$cache/docker/cli-plugins"

version_of() { go list -m -f '{{.Version}}' "$1"; }

build() { # module, ldflags
  local log=$cache/go-$1.log
  if ! CGO_ENABLED=0 GOFLAGS='-buildvcs=false -mod=readonly' \
    go build -trimpath -ldflags "-s -w ${2:-}" -o "$cache/build/" tool >"$log" 2>&1; then
    tail -20 "$log" >&2
    return 1
  fi
}

place_checks() { mv "$cache"/build/{act,actionlint,gitleaks} "$cache/bin/"; }

place_docker() {
  mv "$cache/build/cmd" "$cache/docker/cli-plugins/docker-compose"
  mv "$cache/build/buildx" "$cache/docker/cli-plugins/docker-buildx"
  mv "$cache/build/dockerfile-frontend" "$cache/bin/"
}

flags_checks() { :; }

# compose refuses a buildx that doesn't tell its version
flags_docker() {
  local compose=github.com/docker/compose/v2 buildx=github.com/docker/buildx
  echo "-X $compose/internal.Version=$(version_of $compose)" \
    "-X $buildx/version.Version=$(version_of $buildx)"
}

[[ $# -gt 0 ]] || set -- checks docker
exec 9>"$cache/go-tools.lock"
flock 9
for module in "$@"; do
  cd "$here/go/$module"
  stamp=$(cat go.mod go.sum "$here/go-tools.sh" | sha256sum)
  [[ $(cat "$cache/go-$module.stamp" 2>/dev/null) != "$stamp" ]] || continue
  mkdir -p "$cache/build"
  build "$module" "$("flags_$module")"
  "place_$module"
  echo "$stamp" >"$cache/go-$module.stamp"
  echo "built $module in ${SECONDS}s"
done
