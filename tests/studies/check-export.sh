#!/usr/bin/env bash
# The whole way of a made-up study: from an export of Qualtrics to a repository that replicates and a report that is read back. Prints each command with its
# time, and leaves everything in the folder that is given. Takes minutes; the fast half of it is a test of the suite (ExportedStudyTests).
# Usage: tests/studies/check-export.sh FOLDER [PROGRAM]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${1:?Usage: tests/studies/check-export.sh FOLDER [PROGRAM]}
program=$(realpath "${2:-$root/artifacts/bin/Pathwise.Cli/release/pathwise}")
fixtures=$root/tests/fixtures/studies
mkdir -p "$folder"
cd "$folder"

step() { # command...: runs pathwise, with its output in a log
    local begin end
    begin=$(date +%s.%N)
    if ! "$program" "$@" >>log.txt 2>&1; then echo "FAILED: pathwise $*"; tail -n 5 log.txt; exit 1; fi
    end=$(date +%s.%N)
    printf '%6.1f s  pathwise %s\n' "$(echo "$end - $begin" | bc)" "$*"
}

cp "$fixtures/remote-work.qualtrics.csv" "$fixtures/remote-work.lav" "$fixtures/remote-work.direct.lav" .
step import remote-work.qualtrics.csv --out draft --overwrite
# What the author confirms in the draft: title, missing codes, names of scales, reversed items, rules.
python3 - draft/answers.codebook.yaml "$fixtures/remote-work.confirm.json" <<'PYTHON'
import json, sys
draft = open(sys.argv[1], encoding="utf-8").read()
for old, new in json.load(open(sys.argv[2], encoding="utf-8")):
    assert old in draft, f"the draft does not say: {old}"
    draft = draft.replace(old, new)
open(sys.argv[1], "w", encoding="utf-8", newline="\n").write(draft)
PYTHON
step fit remote-work.lav --data draft/answers.csv
rm -rf study
step new study --codebook draft/answers.codebook.yaml --data draft/answers.csv --model remote-work.lav --author "Jo Doe" \
    --hypothesis "H1: autonomy -> exhaustion: negative" --hypothesis "H2: support -> commitment: positive" --hypothesis "H3: support -> exhaustion -> commitment -> turnover: negative" \
    --hypothesis "H4: commitment -> turnover: negative" --hypothesis "H5: autonomy => turnover: negative"
cd study
step study check
step replicate
step study package --out ../study.zip
cd ..
step report remote-work.lav --data draft/answers.csv --missing fiml --compare remote-work.direct.lav --bootstrap 2000 --seed 1 --ci percentile,bc --out paper
# The scripts and documents, where there are programs that read them.
if command -v Rscript >/dev/null && Rscript -e 'library(lavaan)' >/dev/null 2>&1; then (cd paper && Rscript model.R >../lavaan.txt 2>&1) && echo "         model.R ran in lavaan: lavaan.txt"; fi
if command -v soffice >/dev/null; then soffice --headless --convert-to pdf paper/*.docx >/dev/null 2>&1 && echo "         the Word files as PDF: tables.pdf, results.pdf, checklists.pdf"
elif command -v pandoc >/dev/null; then for name in tables results checklists; do pandoc "paper/$name.docx" -o "$name.html" -s; done && echo "         the Word files read back by pandoc (no LibreOffice here): tables.html, results.html, checklists.html"; fi
