#!/usr/bin/env bash
# Runs every notebook through stock Jupyter (nbconvert) with this repository's kernel, and compares what it shows with what is
# committed. Needs Jupyter's nbconvert and a build; the tests of the repository do not.
# Usage: tests/jupyter/check-kernel.sh [notebooks...]
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
artifacts/bin/Pathwise.Cli/release/pathwise kernel install --prefix "$prefix" >/dev/null
export JUPYTER_PATH="$prefix/share/jupyter"
[ $# -gt 0 ] || set -- notebooks/*.ipynb
"$python" -m nbconvert --to notebook --execute --ExecutePreprocessor.kernel_name=pathwise --ExecutePreprocessor.timeout=300 \
    --output-dir "$prefix/executed" "$@"
"$python" - "$prefix/executed" "$@" <<'PYTHON'
import json, pathlib, sys

def shown(path):
    text = lambda value, mime="": value if mime.endswith("json") else "".join(value)
    cells = json.loads(pathlib.Path(path).read_text())["cells"]
    return [
        (cell["id"], [
            {mime: text(content, mime) for mime, content in output["data"].items()} if "data" in output else text(output.get("text", ""))
            for output in cell["outputs"]
        ])
        for cell in cells if cell["cell_type"] == "code"
    ]

faults = 0
for path in map(pathlib.Path, sys.argv[2:]):
    differing = [a[0] for a, b in zip(shown(path), shown(pathlib.Path(sys.argv[1]) / path.name)) if a != b]
    print(f"{path.name}: {'the same' if not differing else 'differs in ' + ', '.join(differing)}")
    faults += len(differing)
sys.exit(faults > 0)
PYTHON
