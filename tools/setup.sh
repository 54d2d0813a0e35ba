#!/usr/bin/env bash
# Makes a machine ready to build and test. What is done already is skipped; what is missing is named with its remedy.
#   WASM_TOOLCHAIN=debian|rustup   where the compiler for WASM comes from (unset: the one that is there,
#                                  else rustup, else Debian)
#   CHROMIUM=/path/to/chromium     the browser for the tests (unset: the one found; apt installs one)
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
mkdir -p "$STATE"

main() {
	check_tools
	wasm_target
	cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "$WASM_BINDGEN_HOME"
	cargo_tool wasm-pack "$WASM_PACK_VERSION" "$WASM_PACK_HOME" --locked
	npm_packages
	browser
}

check_tools() {
	have cargo || missing "cargo (Rust 1.95 or later)" "the installer at https://rustup.rs"
	have cc || missing "a C compiler, which Rust links with" "apt-get install build-essential (macOS: xcode-select --install)"
	cargo fmt --version >"$STATE/log" 2>&1 || missing "rustfmt" "rustup component add rustfmt"
	cargo clippy --version >"$STATE/log" 2>&1 || missing "clippy" "rustup component add clippy"
	have node || missing "Node 20 or later" "the installer at https://nodejs.org, or apt-get install nodejs npm"
	local node
	node=$(node --version)
	[ "$(printf '%s' "${node#v}" | cut -d. -f1)" -ge 20 ] ||
		missing "Node 20 or later (this is $node)" "the installer at https://nodejs.org"
	have npm || missing "npm" "apt-get install npm"
	have make || missing "make" "apt-get install make"
	ok "$(cargo --version | cut -d' ' -f1,2), node $node, npm $(npm --version 2>>"$STATE/log"), make"
}

# ---- The WASM target ----

wasm_target() {
	local route=${WASM_TOOLCHAIN:-}
	if [ -z "$route" ]; then
		# What is there already is used, and nothing fetched: so rustup is asked only after both.
		if compiles_wasm rustup; then route=rustup
		elif compiles_wasm debian; then route=debian
		elif have rustup && quietly rustup target add "$WASM_TARGET"; then route=rustup
		elif have apt-get; then route=debian
		else missing "the Rust target $WASM_TARGET" "rustup target add $WASM_TARGET"
		fi
	fi
	case $route in
	rustup)
		compiles_wasm rustup || step "adding the target $WASM_TARGET by rustup" quietly rustup target add "$WASM_TARGET"
		;;
	debian)
		debian_packages "Debian's Rust for WASM" rustc-web cargo-web rust-web-src rust-web-clippy lld-22
		compiles_wasm debian || step "building the standard library for WASM (about a minute)" debian_std
		;;
	*) missing "a known WASM_TOOLCHAIN (this is $route)" "export WASM_TOOLCHAIN=rustup, or debian" ;;
	esac
	compiles_wasm "$route" ||
		missing "a compiler for $WASM_TARGET" "rustup target add $WASM_TARGET, or WASM_TOOLCHAIN=debian on Debian"
	printf '%s\n' "$route" >"$STATE/wasm-toolchain"
	ok "WASM target ($route)"
}

# Whether the standard library for WASM is there and of this compiler's version: by using it.
compiles_wasm() (
	use_wasm_toolchain "$1"
	echo 'pub fn f() -> String { String::new() }' |
		"${RUSTC:-rustc}" --target "$WASM_TARGET" --crate-type lib --emit metadata --crate-name f -o "$STATE/f.rmeta" - \
			2>"$STATE/log"
)

# Debian's packages bring the library's sources, not the library for WASM: build it once, and put it where rustc looks.
debian_std() {
	local build lib
	build=$(mktemp -d)
	mkdir "$build/src"
	touch "$build/src/lib.rs"
	printf '[package]\nname = "empty"\nedition = "2024"\n[profile.release]\npanic = "abort"\ndebug = 0\n' >"$build/Cargo.toml"
	lib=$(/usr/bin/rustc --print target-libdir --target "$WASM_TARGET")
	(
		use_wasm_toolchain debian
		export CARGO_TARGET_DIR=$build/target RUSTC_BOOTSTRAP=1
		cd "$build"
		/usr/bin/cargo build --release --target "$WASM_TARGET" -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test
	) >"$STATE/log" 2>&1 || { tail -n 20 "$STATE/log" >&2; return 1; }
	rm -f "$build/target/$WASM_TARGET/release/deps/"libempty-*
	as_root mkdir -p "$lib"
	as_root find "$lib" -name '*.rlib' -delete # of an older compiler
	as_root cp "$build/target/$WASM_TARGET/release/deps/"*.rlib "$lib"
	rm -rf "$build"
}

# ---- Tools, packages, browser ----

# cargo_tool name version folder [option…]
cargo_tool() {
	local name=$1 version=$2 home=$3
	shift 3
	if [ ! -f "$home/.done" ]; then
		# Once for each version and user. Lightly optimised: it is built quicker than it would ever save.
		CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
			CARGO_PROFILE_RELEASE_DEBUG=0 step "installing $name $version (one to three minutes)" \
			quietly cargo install --force --root "$home" "$@" "$name@$version"
		touch "$home/.done"
	fi
	ok "$name $version"
}

npm_packages() {
	if ! cmp -s package-lock.json node_modules/.installed-lock; then
		step "installing the npm packages of package-lock.json" quietly npm ci
		cp package-lock.json node_modules/.installed-lock
	fi
	ok "npm packages"
}

browser() {
	if [ ! -x "$CHROMIUM" ] || ! have chromedriver; then
		if have apt-get; then
			debian_packages "Chromium and its driver" chromium chromium-driver
			CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
		fi
		[ -x "$CHROMIUM" ] || missing "Chromium, for the tests" "install Chromium or Chrome, or name it: export CHROMIUM=/path/to/it"
		have chromedriver || printf '  no chromedriver found: wasm-pack will fetch one\n'
	fi
	ok "browser $CHROMIUM"
}

# debian_packages "what for" package…
debian_packages() {
	local what=$1
	shift
	dpkg-query -W -f '${db:Status-Abbrev}\n' "$@" 2>"$STATE/log" | grep -c '^ii' | grep -qx "$#" && return
	have apt-get || missing "$what" "a Debian or Ubuntu machine: apt-get install $*"
	step "installing $what by apt: $*" apt_install "$@"
}

apt_install() {
	quietly as_root apt-get update
	quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

have() { command -v "$1" >/dev/null; }

# Shows what a command printed only where it fails.
quietly() { "$@" >"$STATE/log" 2>&1 </dev/null || { tail -n 20 "$STATE/log" >&2; return 1; }; }

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"
	elif have sudo; then sudo "$@"
	else missing "the right to do this" "as root: $*"
	fi
}

main
