#!/usr/bin/env bash
# The quick part of the gate, to run while writing.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
[ -f www/pkg-figures/barkraft.d.ts ] || make dist
step "rustfmt" cargo fmt --check
step "clippy" cargo clippy --quiet --all-targets -- -D warnings
step "TypeScript" tsc
