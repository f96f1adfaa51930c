"""Stock Jupyter clients run the notebooks with this repository's kernel and show what is committed.

Three clients, in a fresh home in which the kernel was installed with ``pathwise kernel install --user``: nbconvert --execute, nbclient,
and a real ``jupyter notebook`` server through its REST and websocket interfaces; then what a person does to a kernel: completion, inspection,
interruption, very long output, a cell that kills the process. Needs Debian's jupyter-notebook, jupyter-nbconvert, python3-nbclient and a
build; the tests of the repository do not. With --browser, and tests/browser installed, a Chromium clicks through the server's pages too.

Usage: python3 tests/jupyter/check-clients.py [--browser] [NAMES OF NOTEBOOKS...]
"""
import asyncio
import json
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import Channel, Server
from workspace import ROOT, Workspace, differing

faults = []


def report(client, what, problem=None):
    print(f"{client:10} {what}{'' if not problem else ': ' + str(problem)}", flush=True)
    if problem:
        faults.append(what)


def compare(client, name, cells):
    wrong = differing(name, cells)
    report(client, name, wrong and "differs in " + ", ".join(wrong))


def with_nbconvert(place, names):
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", place.root / "executed", *place.notebooks],
        env=place.environment, capture_output=True, text=True)
    if done.returncode:
        report("nbconvert", "runs", done.stderr[-600:])
        return
    for name in names:
        compare("nbconvert", name, json.loads((place.root / "executed" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"])


def with_nbclient(place, names):
    for name, path in zip(names, place.notebooks):
        program = ("import sys, nbformat, nbclient\nnotebook = nbformat.read(sys.argv[1], 4)\n"
                   "nbclient.NotebookClient(notebook, timeout=300, resources={'metadata': {'path': sys.argv[2]}}).execute()\nnbformat.write(notebook, sys.argv[3])")
        target = place.root / f"{name}.ipynb"
        done = subprocess.run([sys.executable, "-c", program, path, place.study / "notebooks", target], env=place.environment, capture_output=True, text=True)
        if done.returncode:
            report("nbclient", name, done.stderr[-600:])
        else:
            compare("nbclient", name, json.loads(target.read_text(encoding="utf-8"))["cells"])


async def opened(server, path):
    from tornado.websocket import websocket_connect
    kernel = server.start(path, ".net-csharp")
    channel = Channel(await websocket_connect(server.url(f"api/kernels/{kernel}/channels", "ws"), max_message_size=64 * 1024 * 1024))
    await channel.ask("kernel_info_request", {})
    return kernel, channel


async def with_server(server, names):
    for name in names:
        path = f"notebooks/{name}.ipynb"
        kernel, channel = await opened(server, path)
        cells = server.call("GET", f"contents/{path}")["content"]["cells"]
        for cell in cells:
            if cell["cell_type"] == "code":
                _, cell["outputs"] = await channel.run("".join(cell["source"]))
        compare("server", name, cells)
        await channel.close()
        server.call("DELETE", f"kernels/{kernel}")


async def like_a_person(server, name):
    kernel, channel = await opened(server, f"notebooks/{name}.ipynb")
    reply = await channel.ask("complete_request", {"code": "Math.Sq", "cursor_pos": 7})
    report("server", "completion", "Sqrt" not in reply["matches"] and reply["matches"])
    reply = await channel.ask("inspect_request", {"code": "Math.Sqrt(2)", "cursor_pos": 7, "detail_level": 0})
    report("server", "inspection", "Math.Sqrt" not in reply["data"].get("text/plain", "") and reply)

    reply, outputs = await channel.run("for (var i = 0; i < 20000; i++) Console.WriteLine(i);")
    text = "".join(output["text"] for output in outputs if output["output_type"] == "stream")
    report("server", "20,000 lines", text != "".join(f"{i}\n" for i in range(20000)) and f"{len(text)} letters")

    await channel.run("var kept = 41;")
    sent = await channel.send("execute_request", {"code": "while (true) { }", "silent": False, "store_history": True, "stop_on_error": True})
    await asyncio.sleep(0.5)
    begin = time.perf_counter()
    request = asyncio.get_running_loop().run_in_executor(None, server.call, "POST", f"kernels/{kernel}/interrupt", {})
    reply, _ = await channel.outputs(sent)
    seconds = time.perf_counter() - begin
    await request
    report("server", f"interruption in {seconds:.2f} s", (reply["status"] != "error" or seconds > 1) and reply)
    reply, outputs = await channel.run("(kept + 1).ToString()")
    report("server", "the session lives on", outputs[0]["data"]["text/plain"] != "42" and outputs)

    await channel.send("execute_request", {"code": "Environment.FailFast(\"the end\");", "silent": False, "store_history": True})
    states, until = [], time.monotonic() + 60
    while time.monotonic() < until and not {"restarting", "dead"} & set(states):
        message = await channel.receive()
        states.append(message["content"].get("execution_state", ""))
    report("server", "a killed process is seen", not {"restarting", "dead"} & set(states) and states)
    await channel.close()


def with_browser(server):
    script = ROOT / "tests/browser/check-notebook.js"
    done = subprocess.run(["node", script, server.url("notebooks/notebooks/01-cleaning.ipynb"), ROOT / "artifacts/screenshots"], capture_output=True, text=True)
    report("browser", "a notebook, clicked through", done.returncode and done.stdout + done.stderr)


def main():
    names = [each for each in sys.argv[1:] if not each.startswith("--")] or sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    with Workspace(names) as place:
        with_nbconvert(place, names)
        with_nbclient(place, names)
        with Server(place) as server:
            asyncio.run(with_server(server, names))
            asyncio.run(like_a_person(server, names[0]))
            if "--browser" in sys.argv:
                with_browser(server)
    print("all is well" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
