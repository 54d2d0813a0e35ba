#!/usr/bin/env bash
# Builds the core for the page: www/pkg.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
step "building the core for the page (www/pkg)" \
	bash tools/wasm.sh wasm-pack --log-level error build . --mode no-install --target web --out-dir www/pkg --no-pack
touch www/pkg/barkraft_bg.wasm # newer than its sources, for make
