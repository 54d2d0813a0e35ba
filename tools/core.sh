#!/usr/bin/env bash
# tools/core.sh           builds the core for the page: www/pkg
# tools/core.sh sheets    builds the module for workbooks: www/pkg-sheets, for speed and not for size, as few need it
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
build=(bash tools/wasm.sh wasm-pack --log-level error build . --mode no-install --target web --no-pack --out-dir)
if [ "${1:-}" = sheets ]; then
	export RUSTFLAGS="-C target-feature=+simd128" CARGO_PROFILE_RELEASE_OPT_LEVEL=3
	step "building the module for workbooks (www/pkg-sheets)" "${build[@]}" www/pkg-sheets -- --features sheets
	touch www/pkg-sheets/barkraft_bg.wasm
else
	step "building the core for the page (www/pkg)" "${build[@]}" www/pkg
	touch www/pkg/barkraft_bg.wasm # newer than its sources, for make
fi
