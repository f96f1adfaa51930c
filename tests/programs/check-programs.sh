#!/usr/bin/env bash
# Exports every notebook as a C# program, runs each with nothing but the .NET SDK, and compares what it prints with the text of the
# notebook's committed outputs. Takes minutes; the tests of the repository do not need it.
# Usage: tests/programs/check-programs.sh [notebooks...]
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
[ $# -gt 0 ] || set -- notebooks/*.ipynb
# The folder must be clean, and lie inside the repository, whose projects the programs name by relative paths.
mkdir -p artifacts
folder=$(mktemp -d -p artifacts programs-XXXXXX)
trap 'rm -rf "$folder"' EXIT
artifacts/bin/Pathwise.Cli/release/pathwise notebook export --to cs --out "$folder" "$@" >/dev/null || exit 1
faults=0
for notebook in "$@"; do
    name=$(basename "$notebook" .ipynb)
    if ! (cd "$folder" && dotnet run "$name.cs") >"$folder/$name.txt" 2>"$folder/$name.err" </dev/null; then
        printf '%-24s failed\n' "$name"; tail -n 5 "$folder/$name.err" "$folder/$name.txt"; faults=$((faults + 1))
    elif ! "${PYTHON:-python3}" "$here/compare.py" "$notebook" "$folder/$name.txt" >"$folder/$name.diff"; then
        printf '%-24s differs\n' "$name"; head -n 20 "$folder/$name.diff"; faults=$((faults + 1))
    else
        printf '%-24s the same, %s lines\n' "$name" "$(wc -l <"$folder/$name.txt")"
    fi
done
[ "$faults" -eq 0 ]
