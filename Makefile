# Each target calls the ordinary tool or a script of tools/. `make run` and `make test` do all set-up themselves.
.PHONY: run test check interop bench dist types rules setup clean
MAKEFLAGS += --no-print-directory
MODULES := figures reading economics sheets
CORE := $(shell find src -name '*.rs') Cargo.toml Cargo.lock

run: dist ## the page on 127.0.0.1, PORT=8080
	@exec node www/serve.mjs

test: setup ## the whole gate
	@bash tools/test.sh

check: ## the quick part of the gate, while writing
	@bash tools/check.sh

interop: ## what needs programs besides Rust, Node and Chromium
	@bash tools/interop.sh

bench: dist ## the figures of docs/performance.md
	@bash tools/bench.sh

dist: $(MODULES:%=www/pkg-%/barkraft_bg.wasm) | setup ## the served page, and the single file dist/barkraft.html
	@node www/build.mjs

www/pkg-%/barkraft_bg.wasm: $(CORE) | setup
	@bash tools/core.sh $*

types: setup ## what the core tells the page, as JSON Schema and as TypeScript
	UPDATE=1 cargo test --quiet --test schema
	node tools/types.mjs

rules: ## docs/rules.md, from the table of rules
	UPDATE=1 cargo test --quiet --test rules

setup:
	@bash tools/setup.sh

clean:
	rm -rf dist www/pkg-* benches/pkg test-results playwright-report target
