#!/usr/bin/env bash
# tools/wasm.sh command…: runs a command with the WASM toolchain that the set-up chose.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
[ -f "$STATE/wasm-toolchain" ] || missing "the set-up" "bash tools/setup.sh"
use_wasm_toolchain "$(cat "$STATE/wasm-toolchain")"
exec "$@"
