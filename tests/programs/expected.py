"""Prints what a program made of a notebook must print: the text of the notebook's outputs, in order.

Usage: python3 expected.py NOTEBOOK
"""
import json
import sys

for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] != "code" or "raises-exception" in cell["metadata"].get("tags", []):
        continue
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            print("".join(output["text"]), end="")
        elif "text/plain" in output.get("data", {}):
            print("".join(output["data"]["text/plain"]).rstrip())
