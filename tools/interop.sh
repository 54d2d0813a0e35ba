#!/usr/bin/env bash
# Checks that need programs besides Rust, Node and Chromium: one line each, as
#   step "what it shows" command
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
command -v python3 >/dev/null || missing "python3 (3.9 or later; its standard library is enough)" "sudo apt-get install python3"
step "the second calculation against published cases" python3 -B tests/second/test_published.py --quiet
step "the command line" cargo build --release --quiet
step "the core against the second calculation, on random spells" \
	python3 -B tests/second/compare.py --binary "${CARGO_TARGET_DIR:-target}/release/barkraft" --seeds "${SEEDS:-1-40}" --least "${LEAST:-10000}"
