#!/bin/sh
# Install the programs from npm that the tests run, in the versions of tools/npm: the YAML language server,
# Sveltia CMS, axe, TypeScript.
# Usage: tools/npm.sh FOLDER
set -eu
folder=$1
source=$(dirname "$0")/npm

install_node() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root=sudo; else return 1; fi
    echo "No npm found: installing it"
    $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq nodejs npm >/dev/null
}

[ -d "$folder/node_modules" ] && cmp -s "$source/package-lock.json" "$folder/package-lock.json" && exit 0
command -v npm >/dev/null 2>&1 || install_node || {
    echo "The tests need npm: install the packages nodejs and npm" >&2
    exit 1
}
# The lock file is copied last: as long as it is not there, the installation is not complete.
rm -rf "$folder" && mkdir -p "$folder"
cp "$source/package.json" "$folder/"
cp "$source/package-lock.json" "$folder/npm-shrinkwrap.json"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
mv "$folder/npm-shrinkwrap.json" "$folder/package-lock.json"
