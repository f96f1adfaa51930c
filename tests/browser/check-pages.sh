#!/usr/bin/env bash
# Opens every page of a replication in a headless Chromium: no console error, nothing that the page's policy had to refuse, and
# every chart drawn. Needs a Chromium; the tests of the repository do not.
# Usage: tests/browser/check-pages.sh [artifacts/replication]
set -uo pipefail
site=$(realpath "${1:-artifacts/replication}")
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { echo "no Chromium on the path"; exit 2; }
sandbox=(); [ "$(id -u)" -eq 0 ] && sandbox=(--no-sandbox)
faults=0
for page in "$site"/*.html; do
    log=$(mktemp); dom=$(mktemp)
    # A window that is high enough brings every figure into view.
    "$chromium" --headless --disable-gpu --disable-background-networking "${sandbox[@]}" --enable-logging=stderr \
        --window-size=1280,20000 --virtual-time-budget=8000 --dump-dom "file://$page" >"$dom" 2>"$log"
    # A diagram stays the picture that it is; every other figure is drawn anew.
    figures=$(grep -o '<script type="application/json">[^<]*' "$dom" | grep -vc '"kind":"diagram"')
    drawn=$(grep -o '<figure class="chart live"' "$dom" | wc -l)
    problems=$(grep -c 'CONSOLE' "$log")
    printf '%-32s %s charts, %s drawn, %s messages\n' "$(basename "$page")" "$figures" "$drawn" "$problems"
    if [ "$figures" -ne "$drawn" ] || [ "$problems" -ne 0 ]; then
        faults=$((faults + 1))
        grep 'CONSOLE' "$log" | head -n 5
    fi
    rm -f "$log" "$dom"
done
[ "$faults" -eq 0 ] && echo "all pages are well" || { echo "$faults pages have faults"; exit 1; }
