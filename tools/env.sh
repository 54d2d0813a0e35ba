# To be sourced from the project's folder: where the tools are, and how a step is told.
# shellcheck shell=bash

WASM_TARGET=wasm32-unknown-unknown
WASM_PACK_VERSION=0.15.1
# The command line tool must be of the very version that the core is linked with.
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/barkraft
WASM_PACK_HOME=$CACHE/wasm-pack-$WASM_PACK_VERSION
WASM_BINDGEN_HOME=$CACHE/wasm-bindgen-cli-$WASM_BINDGEN_VERSION
STATE=target/setup # what the set-up found out, and its logs

export PATH="$PWD/node_modules/.bin:$WASM_PACK_HOME/bin:$WASM_BINDGEN_HOME/bin:$PATH"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# The browser: CHROMIUM if set, else the first one found.
if [ -z "${CHROMIUM:-}" ]; then
	CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
	if [ -z "$CHROMIUM" ] && [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then
		CHROMIUM="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
	fi
fi
export CHROMIUM

# use_wasm_toolchain debian|rustup: the compiler for WASM. Its own target folder: another compiler in the same one
# would make cargo build everything anew at each change of sides.
use_wasm_toolchain() {
	export CARGO_TARGET_DIR=$PWD/target/wasm
	if [ "$1" = debian ]; then
		export PATH="$PWD/node_modules/.bin:$WASM_PACK_HOME/bin:$WASM_BINDGEN_HOME/bin:/usr/bin:$PATH"
		export RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
		unset RUSTUP_TOOLCHAIN
	fi
}

# step "what it does" command…: runs it, and tells how long it took.
step() {
	STEP=$1
	shift
	local start=$SECONDS
	printf '→ %s\n' "$STEP"
	"$@"
	printf '  %s: %s s\n' "$STEP" "$((SECONDS - start))"
	STEP=
}
trap 'status=$?; [ "$status" = 0 ] || [ -z "${STEP:-}" ] || printf "✗ %s: failed\n" "$STEP" >&2' EXIT

# ok "what is done already"
ok() { printf '✓ %s\n' "$1"; }

# missing "what" "the command that mends it"
missing() {
	printf '✗ missing: %s\n  mend it with: %s\n' "$1" "$2" >&2
	exit 1
}
