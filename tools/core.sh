#!/usr/bin/env bash
# tools/core.sh MODULE: builds one of the four modules of the page
#   figures    comes with the page: www/pkg-figures
#   reading    follows when the page is there: www/pkg-reading
#   economics  follows those two, with the parts that show it: www/pkg-economics
#   sheets     fetched when a file needs it, and built for speed and not for size: www/pkg-sheets
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
module=$1
if [ "$module" = sheets ]; then
	export RUSTFLAGS="-C target-feature=+simd128" CARGO_PROFILE_RELEASE_OPT_LEVEL=3
fi
step "building the module for $module (www/pkg-$module)" \
	bash tools/wasm.sh wasm-pack --log-level error build . --mode no-install --target web --no-pack --out-dir "www/pkg-$module" -- --features "$module"
touch "www/pkg-$module/barkraft_bg.wasm" # newer than its sources, for make
