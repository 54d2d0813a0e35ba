#!/usr/bin/env bash
# Checks that need programs besides Rust, Node and Chromium: one line each, as
#   step "what it shows" command
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
command -v python3 >/dev/null || missing "python3 (3.9 or later; its standard library is enough)" "sudo apt-get install python3"
step "the second calculation against published cases" python3 -B tests/second/test_published.py --quiet
step "the command line" cargo build --release --quiet
BARKRAFT=${CARGO_TARGET_DIR:-target}/release/barkraft

# LibreOffice, its Python, a screen and a clipboard: fetched by apt where that can be done, and only what is missing.
libreoffice() {
	local missing_packages=()
	command -v soffice >/dev/null || missing_packages+=(libreoffice-calc)
	/usr/bin/python3 -c 'import uno' 2>/dev/null || missing_packages+=(python3-uno)
	command -v xvfb-run >/dev/null || missing_packages+=(xvfb xauth)
	command -v xclip >/dev/null || missing_packages+=(xclip)
	[ ${#missing_packages[@]} -gt 0 ] || return 0
	command -v apt-get >/dev/null || missing "LibreOffice with Python, Xvfb and xclip" "a Debian or Ubuntu machine: apt-get install ${missing_packages[*]}"
	local as_root=()
	[ "$(id -u)" = 0 ] || as_root=(sudo)
	"${as_root[@]}" apt-get update -qq
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing_packages[@]}" >/dev/null
}

# What the command line reads, as far as it is the same for a file and a paste: no row numbers, no headings of the file.
figures() {
	"$BARKRAFT" report "$@" --monthly-pay 30000 --as-of 2024-05-31 --format json |
		python3 -c 'import json, sys; view = json.load(sys.stdin); reading = view["reading"]; print(json.dumps([reading["pasted"], reading["used"], reading["layout"], view["months"], view["units"]]))'
}

copied_and_saved() {
	local folder=$STATE/libreoffice file expected
	xvfb-run -a /usr/bin/python3 tests/sheets/libreoffice.py "$folder"
	expected=$(figures "$folder/clipboard.html")
	for file in spells.xlsx spells.ods spells.xls; do
		[ "$(figures "$folder/$file" --sheet Frånvaro)" = "$expected" ] || { echo "$file is read otherwise than the copied table"; return 1; }
	done
	# the text has rounded hours: the same rows, not the same hours
	figures "$folder/clipboard.txt" | python3 -c 'import json, sys; assert json.load(sys.stdin)[:3] == [5, 4, "spells"]'
}

step "LibreOffice, a screen and a clipboard" libreoffice
step "what LibreOffice saves and copies, read alike" copied_and_saved
step "the core against the second calculation, on random spells" \
	python3 -B tests/second/compare.py --binary "$BARKRAFT" --seeds "${SEEDS:-1-40}" --least "${LEAST:-10000}"
