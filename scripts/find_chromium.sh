#!/bin/sh
# Print the path of a Chromium that starts: the one here, else Playwright's, else Debian's.
# usage: find_chromium.sh [python]
set -eu
python=${1:-python3}

starts() { [ -x "$1" ] && "$1" --version >/dev/null 2>&1; }

here() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
        path=$(command -v "$name" 2>/dev/null) || continue
        if starts "$path"; then echo "$path"; return 0; fi
    done
    return 1
}

of_playwright() {
    path=$("$python" -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    print(p.chromium.executable_path)' 2>/dev/null) || return 1
    starts "$path" && echo "$path"
}

here && exit 0
of_playwright && exit 0
echo "No Chromium is here: fetching Playwright's." >&2
timeout 600 "$python" -m playwright install chromium >&2 || true
of_playwright && exit 0
echo "Asking Debian for Chromium." >&2
root=""
[ "$(id -u)" = 0 ] || root="sudo -n"
{ $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium; } >&2 || true
here && exit 0
echo "Chromium is needed by the browser tests: install it and put it on PATH." >&2
exit 1
