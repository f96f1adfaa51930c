"""Compares what a program made of a notebook printed with the notebook's committed outputs.

Text must be the same to the letter. Where the notebook keeps a value only as HTML, the program's text must hold the same words in the
same order. Usage: python3 compare.py NOTEBOOK PRINTED; exit code 1 and the place where they part.
"""
import html
import json
import pathlib
import re
import sys

RULES = re.compile(r"[─━═│┌┐└┘├┤┬┴┼-]{2,}")


def shown(notebook):
    """The outputs in order: each a text, and whether it is only known as HTML."""
    for cell in json.loads(pathlib.Path(notebook).read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code" or "raises-exception" in cell["metadata"].get("tags", []):
            continue
        for output in cell["outputs"]:
            data = output.get("data", {})
            if output["output_type"] == "stream":
                yield cell["id"], "".join(output["text"]).rstrip("\n"), False
            elif "text/plain" in data:
                yield cell["id"], "".join(data["text/plain"]).rstrip(), False
            elif "text/html" in data:
                yield cell["id"], html.unescape(re.sub(r"<[^>]+>", " ", "".join(data["text/html"]))), True


def words(text):
    # HTML has the sign of typesetters, text that of programs.
    return RULES.sub(" ", text.replace("−", "-")).split()


def after(printed, text, is_loose):
    """What follows the text in what was printed; None when the text is not there."""
    if not is_loose:
        return printed[len(text) + 1:] if (printed + "\n").startswith(text + "\n") else None
    wanted, lines, found = words(text), printed.split("\n"), []
    for i, line in enumerate(lines):
        found += words(line)
        if len(found) >= len(wanted):
            rest = lines[i + 1:]
            # A closing rule belongs to the table.
            is_closed = rest and rest[0].strip() and not words(rest[0])
            return "\n".join(rest[1:] if is_closed else rest) if found == wanted else None
    return None


def main(notebook, path):
    printed = pathlib.Path(path).read_text(encoding="utf-8")
    for cell, text, is_loose in shown(notebook):
        rest = after(printed.lstrip("\n") if is_loose else printed, text, is_loose)
        if rest is None:
            print(f"cell {cell}: expected\n{text[:600]}\nfound\n{printed[:600]}")
            return 1
        printed = rest
    if printed.strip():
        print(f"more than expected:\n{printed[:300]}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
