#!/usr/bin/env bash
# Times two multiverses and prints what they took: more than 100,000 universes without resamples (the plan of the executives with ten more of its decisions crossed with all
# others), and a core of type E of 432 fits with ten inferences each on 2,000 shared resamples (core.yaml beside this script). Seconds by the clock and of the processor, and the most memory.
# Run after 'dotnet build': tests/multiverse/time-runs.sh [many|core]. PATHWISE names another program.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PATHWISE:-artifacts/bin/Pathwise.Cli/release/pathwise}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

run() {
    local name=$1 plan=$2
    shift 2
    /usr/bin/time -f "%e s by the clock, %U s of processor, %M KB at most" -o "$folder/time" "$program" multiverse run "$plan" --out "$folder/$name" "$@" > /dev/null 2> "$folder/errors" || { cat "$folder/errors" >&2; exit 1; }
    echo "$name: $(wc -l < "$folder/$name/universes.jsonl") universes, $(tail -1 "$folder/time"), $(du -sk "$folder/$name" | cut -f1) KB written"
}

if [ "${1:-many}" = many ]; then
    crossed="speeders|variability|direct path|mediators|outcome|covariates|measurement|weak items|reversed items|divisor"
    sed "s#\.\./#$PWD/data/#" data/multiverse/executives.yaml | awk -v crossed="|$crossed|" \
        '/^  - name: / { name = substr($0, 11) } !($0 == "    crossed: core" && index(crossed, "|" name "|"))' > "$folder/many.yaml"
    run many "$folder/many.yaml"
fi
if [ "${1:-core}" = core ]; then
    run core tests/multiverse/core.yaml --bootstrap 2000 --seed 1
fi
