"""A place for stock clients: a home without settings in which the kernel was just installed, and a copy of the notebooks."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATHWISE = ROOT / "artifacts/bin/Pathwise.Cli/release/pathwise"


class Workspace:
    """Use with ``with``: the folder is gone afterwards."""

    def __init__(self, names):
        self._folder = tempfile.TemporaryDirectory(prefix="pathwise-clients-")
        self.root = pathlib.Path(self._folder.name)
        self.home = self.root / "home"
        self.study = self.root / "study"
        self.home.mkdir()
        (self.study / "notebooks").mkdir(parents=True)
        (self.study / "artifacts").symlink_to(ROOT / "artifacts")
        shutil.copytree(ROOT / "data", self.study / "data")
        self.notebooks = [shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", self.study / "notebooks") for name in names]
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "XDG", "IPYTHON"))}
        self.environment["HOME"] = str(self.home)
        subprocess.run([PATHWISE, "kernel", "install", "--user"], check=True, env=self.environment, stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()


def shown(cells):
    """What code cells show, by the id of the cell, without what clients choose: a name of the display, the count of a restarted kernel."""
    def text(value, mime=""):
        if "json" in mime:
            value = json.loads("".join(value)) if isinstance(value, (str, list)) and mime.startswith("application/vnd.plotly") and not isinstance(value, dict) else value
            return json.dumps(value, sort_keys=True)
        return "".join(value)

    def joined(outputs):
        for output in outputs:
            if "data" in output:
                yield {mime: text(content, mime) for mime, content in output["data"].items()}
            elif output["output_type"] == "stream":
                yield output["name"], text(output["text"])
            else:
                yield output["ename"], output["evalue"]

    def merged(outputs):
        result = []
        for each in joined(outputs):
            if isinstance(each, tuple) and result and isinstance(result[-1], tuple) and result[-1][0] == each[0]:
                result[-1] = (each[0], result[-1][1] + each[1])
            else:
                result.append(each)
        return result

    return [(cell["id"], merged(cell["outputs"])) for cell in cells if cell["cell_type"] == "code"]


def committed(name):
    return shown(json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"])


def differing(name, cells):
    """The ids of cells that show something else than what is committed, which is what the headless engine shows."""
    expected, found = committed(name), shown(cells)
    if [each[0] for each in expected] != [each[0] for each in found]:
        return ["the cells"]
    return [one[0] for one, other in zip(expected, found) if one != other]
