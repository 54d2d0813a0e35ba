#!/usr/bin/env bash
# Builds the module that only `make bench` loads: benches/pkg.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
step "building the core's bench module (benches/pkg)" \
	bash tools/wasm.sh wasm-pack --log-level error build . --mode no-install --target web --out-dir benches/pkg --no-pack -- --features bench
