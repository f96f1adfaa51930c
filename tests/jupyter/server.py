"""A Jupyter server of this machine, and a client of its REST and websocket interfaces as a browser would be."""
import contextlib
import json
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

PATIENCE = 120


class Server:
    """``jupyter notebook`` on 127.0.0.1 with a token of its own; use with ``with``."""

    def __init__(self, workspace):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.token = secrets.token_hex(16)
        self._log = open(workspace.root / "server.log", "w")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={self.port}", "--port-retries=0",
             f"--NotebookApp.token={self.token}", f"--notebook-dir={workspace.study}"],
            env=workspace.environment, stdout=self._log, stderr=subprocess.STDOUT)
        self._wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for session in self.call("GET", "sessions"):
            # Of a kernel that was killed the server may be restarting another at this moment, and then says 500.
            with contextlib.suppress(urllib.error.HTTPError):
                self.call("DELETE", f"sessions/{session['id']}")
        self._process.terminate()
        self._process.wait()
        self._log.close()

    def url(self, path, scheme="http"):
        return f"{scheme}://127.0.0.1:{self.port}/{path}{'&' if '?' in path else '?'}token={self.token}"

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.url("api/" + path), method=method, data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or b"null")

    def start(self, path, kernel):
        """Opens a notebook with a kernel; the id of the kernel."""
        session = self.call("POST", "sessions", {"path": path, "name": path, "type": "notebook", "kernel": {"name": kernel}})
        return session["kernel"]["id"]

    def _wait(self):
        for _ in range(200):
            try:
                self.call("GET", "status")
                return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise TimeoutError("The server did not start.")


class Channel:
    """The websocket of one kernel."""

    def __init__(self, socket):
        self._socket = socket
        self._session = uuid.uuid4().hex

    async def close(self):
        self._socket.close()
        while await self._socket.read_message() is not None:
            pass

    async def send(self, kind, content, channel="shell"):
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": self._session, "username": "reader", "date": "", "version": "5.3"}
        await self._socket.write_message(json.dumps(
            {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": channel, "buffers": []}))
        return header["msg_id"]

    async def receive(self):
        import asyncio
        text = await asyncio.wait_for(self._socket.read_message(), PATIENCE)
        if text is None:
            raise ConnectionError("The server closed the channel.")
        return json.loads(text)

    async def ask(self, kind, content):
        """The content of the reply to a request."""
        sent = await self.send(kind, content)
        while True:
            message = await self.receive()
            if message["parent_header"].get("msg_id") == sent and message["channel"] == "shell":
                return message["content"]

    async def run(self, code):
        """The reply to a cell and its outputs as a notebook keeps them; ends with the idle status and the reply, whichever is last."""
        return await self.outputs(await self.send(
            "execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}))

    async def outputs(self, sent):
        outputs, displays, reply, is_idle = [], {}, None, False
        while reply is None or not is_idle:
            message = await self.receive()
            kind, content = message["header"]["msg_type"], message["content"]
            if message["parent_header"].get("msg_id") != sent:
                continue
            if message["channel"] == "shell":
                reply = content
            elif kind == "status":
                is_idle = content["execution_state"] == "idle"
            elif kind == "update_display_data":
                displays[content["transient"]["display_id"]]["data"] = content["data"]
            elif kind in ("stream", "display_data", "execute_result", "error"):
                outputs.append(dict(content, output_type=kind))
                if content.get("transient", {}).get("display_id"):
                    displays[content["transient"]["display_id"]] = outputs[-1]
        return reply, outputs
