#!/usr/bin/env bash
# From a bare machine to an engine with the base images and compose; harmless again.
# Prints what engine.sh start prints.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

"$here/debian.sh" docker.io iptables debootstrap >&2
"$here/go-tools.sh" docker >&2
"$here/engine.sh" start
"$here/images.sh" >&2
