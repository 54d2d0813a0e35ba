#!/usr/bin/env bash
# The whole gate, quick things first. The first failure ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh

wasm_tests() {
	sed "s|/usr/bin/chromium|$CHROMIUM|" webdriver.json >"$STATE/webdriver.json"
	export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$PWD/$STATE/webdriver.json
	local driver
	driver=$(command -v chromedriver || true)
	bash tools/wasm.sh wasm-pack --log-level error test --mode no-install \
		--headless --chrome ${driver:+--chromedriver "$driver"} . --test wasm --features figures,reading,economics
}

step "rustfmt" cargo fmt --check
step "clippy, native" cargo clippy --quiet --all-targets -- -D warnings
step "clippy, WASM" bash tools/wasm.sh cargo clippy --quiet --target "$WASM_TARGET" --lib --test wasm --features figures,reading,economics,bench -- -D warnings
step "clippy, the module for workbooks" \
	bash tools/wasm.sh cargo clippy --quiet --target "$WASM_TARGET" --lib --features sheets -- -D warnings
step "core tests and doc tests" cargo test
step "WASM tests in Chromium" wasm_tests
step "the page" make dist
step "TypeScript" tsc
step "www/types.ts is current" node tools/types.mjs --check
step "page tests in Chromium, http and file" playwright test
