#!/usr/bin/env bash
# Checks that need programs besides Rust, Node and Chromium: one line each, as
#   step "what it shows" command
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/env.sh
ok "interop: nothing needs an outside program yet"
