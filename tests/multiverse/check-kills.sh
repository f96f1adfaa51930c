#!/usr/bin/env bash
# Kills runs of a multiverse (kill -9), each at a random moment, starts each again in its folder, and compares its files with those of a run that nobody touched.
# Run after 'dotnet build': tests/multiverse/check-kills.sh [KILLS] [SEED]
set -euo pipefail
cd "$(dirname "$0")/../.."
kills=${1:-20}
RANDOM=${2:-1}
program=artifacts/bin/Pathwise.Cli/release/pathwise
plan=data/multiverse/political-democracy.yaml
resamples=500
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
run() { exec "$program" multiverse run "$plan" --bootstrap $resamples --seed 3 --out "$1" > /dev/null 2> "$folder/errors"; }

begun=$(date +%s%N)
(run "$folder/whole")
length=$((($(date +%s%N) - begun) / 1000000))
universes=$(wc -l < "$folder/whole/universes.jsonl")
echo "a run of $universes universes with $resamples resamples takes $length ms"

failed=0
for ((i = 1; i <= kills; i++)); do
    (run "$folder/killed") &
    process=$!
    moment=$((length / 10 + RANDOM % (length * 85 / 100)))
    sleep "$(awk -v ms=$moment 'BEGIN { printf "%.3f", ms / 1000 }')"
    state="killed"
    kill -9 "$process" 2> /dev/null || state="had ended"
    wait "$process" 2> /dev/null || true
    kept=0
    if [ -f "$folder/killed/universes.jsonl" ]; then kept=$(wc -l < "$folder/killed/universes.jsonl"); fi
    (run "$folder/killed")
    verdict=ok
    for file in universes.jsonl summary.json draws.bin run.json; do
        cmp -s "$folder/whole/$file" "$folder/killed/$file" || verdict="FAILED: $file differs"
    done
    [ "$verdict" = ok ] || failed=1
    echo "$state after $moment ms with $kept of $universes universes kept: $verdict"
    rm -rf "$folder/killed"
done
exit $failed
