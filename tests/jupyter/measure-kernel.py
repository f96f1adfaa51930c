"""Measures the kernel through Jupyter's own client: start to ready, first cell, warm cell, interruption, shutdown.

Needs Jupyter's jupyter_client and a build; the tests of the repository do not.
Usage: python3 tests/jupyter/measure-kernel.py [rounds]
Fails when the best round is above the limits: ready 1.5 s, warm cell 100 ms, interruption 1 s.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATHWISE = ROOT / "artifacts/bin/Pathwise.Cli/release/pathwise"
LIMITS = {"ready": 1.5, "warm cell": 0.1, "interruption": 1.0}
WARM_CELLS = 20


def run(client, code):
    """Seconds until the reply to a cell and the idle status that ends it."""
    begin = time.perf_counter()
    message = client.execute(code)
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == message:
            break
    while True:
        shown = client.get_iopub_msg(timeout=60)
        if shown["parent_header"].get("msg_id") == message and shown["content"].get("execution_state") == "idle":
            return time.perf_counter() - begin, reply["content"]["status"]


def interrupted(manager, client):
    """Seconds from the interruption of an endless cell to its reply."""
    message = client.execute("while (true) { }")
    time.sleep(0.5)
    begin = time.perf_counter()
    manager.interrupt_kernel()
    while client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != message:
        pass
    return time.perf_counter() - begin


def measure():
    from jupyter_client.manager import KernelManager

    figures = {}
    manager = KernelManager(kernel_name="pathwise")
    begin = time.perf_counter()
    manager.start_kernel(cwd=str(ROOT / "notebooks"))
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    figures["ready"] = time.perf_counter() - begin
    figures["first cell"], status = run(client, "1 + 1")
    assert status == "ok"
    figures["first cell with the library"], status = run(client, '#r "../artifacts/bin/Pathwise.Reporting/release/Pathwise.Reporting.dll"\nusing Pathwise.Surveys;')
    assert status == "ok"
    times = [run(client, f"var v{i} = Enumerable.Range(0, {i + 1}).Sum();\nv{i}") for i in range(WARM_CELLS)]
    assert all(status == "ok" for _, status in times)
    figures["warm cell"] = sorted(seconds for seconds, _ in times)[WARM_CELLS // 2]
    figures["interruption"] = interrupted(manager, client)
    figures["cell after it"], status = run(client, "v0")
    assert status == "ok"
    begin = time.perf_counter()
    client.stop_channels()
    manager.shutdown_kernel()
    figures["shutdown"] = time.perf_counter() - begin
    return figures


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as prefix:
        subprocess.run([PATHWISE, "kernel", "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        os.environ["JUPYTER_PATH"] = os.path.join(prefix, "share", "jupyter")
        all_figures = [measure() for _ in range(rounds)]
    faults = 0
    for name in all_figures[0]:
        seconds = sorted(figures[name] for figures in all_figures)
        limit = LIMITS.get(name)
        is_fault = limit is not None and seconds[0] > limit
        faults += is_fault
        print(f"{name:28} best {seconds[0]:6.3f} s   median {seconds[len(seconds) // 2]:6.3f} s" + (f"   limit {limit} s{'  MISSED' if is_fault else ''}" if limit else ""))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
