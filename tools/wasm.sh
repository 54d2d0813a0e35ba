#!/usr/bin/env bash
# tools/wasm.sh command…: runs a command with the WASM toolchain that the set-up chose.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
[ -f "$STATE/wasm-toolchain" ] || missing "the set-up" "bash tools/setup.sh"
use_wasm_toolchain "$(cat "$STATE/wasm-toolchain")"
# Every browser that the page is built for has SIMD. It is for the places that ask for it: loops vectorised by themselves make
# the module larger. The threshold keeps LLVM from writing functions out wherever they are called, but for those marked
# #[inline], and those of unrolling from writing loops out (docs/performance.md, "First load"). The module names no folder of the
# machine that built it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-feature=+simd128 -C no-vectorize-loops -C no-vectorize-slp \
-C llvm-args=-inline-threshold=25 -C llvm-args=-unroll-threshold=20 -C llvm-args=-unroll-partial-threshold=20 --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="
exec "$@"
