#!/usr/bin/env bash
# Measures everything that docs/performance.md tells, and writes it there.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
# The peers are no part of an ordinary set-up.
if ! cmp -s benches/package-lock.json benches/node_modules/.installed-lock; then
	step "installing the peers of benches/package-lock.json" npm ci --prefix benches
	cp benches/package-lock.json benches/node_modules/.installed-lock
fi
bash tools/bench-core.sh
step "natively" bash -c 'cargo bench | node benches/native.mjs'
step "the first load" node benches/first-load.mjs
step "investments, in Chromium" node benches/economics.mjs
step "by size, in Chromium" node benches/sizes.mjs
step "beside other engines, in Chromium" node benches/compare.mjs
step "workbooks, in Chromium" node benches/sheets.mjs
