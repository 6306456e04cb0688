#!/bin/sh
# Build the plotly.js that the sites carry, from the packages that tools/plotly/package-lock.json pins by their hashes.
# The result is the same byte for byte each time; its hash stands in timeline/publish/plotlyjs.py.
# Usage: tools/plotly.sh FOLDER
set -eu
folder=$1
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../timeline/publish/vendor

mkdir -p "$folder" "$out"
cp "$here"/plotly/* "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
(cd "$folder" && node build.mjs "$out")
sha256sum "$out/plotly.min.js"
