#!/bin/sh
# Called by Maven: checks Node, then bundles (build.sh bundle FOLDER) or tests (build.sh test).
cd "$(dirname "$0")/../.." || exit 1
major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$major" -lt 18 ] || ! command -v npm >/dev/null 2>&1; then
  echo "The viewer is bundled with Node 18 or newer and npm; found: $(node --version 2>/dev/null || echo none). On Debian: apt-get install nodejs npm" >&2
  exit 1
fi
case "$1" in
  bundle) exec node src/build/bundle.mjs "$2" ;;
  test) exec node --test --test-reporter=spec src/test/js/*.test.js ;;
  *) echo "build.sh bundle FOLDER | test" >&2; exit 1 ;;
esac
