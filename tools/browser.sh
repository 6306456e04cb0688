#!/bin/sh
# Find the browser that the tests drive, or install one: the system's Chromium, Debian's package, Playwright's own.
# Usage: tools/browser.sh VENV_BIN
set -eu
bin=$1

found() {
    if [ -n "${CHROME_PATH:-}" ]; then
        [ -x "$CHROME_PATH" ] || { echo "CHROME_PATH is set to $CHROME_PATH, which is no program" >&2; exit 1; }
        return 0
    fi
    "$bin/python" "$(dirname "$0")/browser.py"
}

install_package() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root=sudo; else return 1; fi
    $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null
}

found && exit 0
echo "No browser found: installing Chromium"
install_package && exit 0
"$bin/python" -m playwright install chromium && exit 0
echo "The tests need a browser: install the package chromium, or set CHROME_PATH to a Chrome or Chromium" >&2
exit 1
