"""A time-stamping authority and a signing service for the tests, by OpenSSL, with every fault.

Speaks HTTP on the loopback, or HTTPS when told so, and prints its port. The shell that starts it
ends it with the test; it ends by itself after half an hour.
"""

import base64
import json
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STAMPS = """
[tsa]
default_tsa = stamps
[stamps]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""
REPLY = "application/timestamp-reply"
JSON = "application/json"
FOLDER = Path(sys.argv[1])  # with stamper.pem, stamper-open.key and remote.key
TOKEN = "token of tests"
MEETING = threading.Barrier(8)


def openssl(*words: str | Path) -> bytes:
    return subprocess.run(["openssl", *map(str, words)], capture_output=True, check=True).stdout


def stamp(query: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "query").write_bytes(query)
        (folder / "serial").write_text("01")
        (folder / "settings").write_text(STAMPS.format(folder=folder))
        openssl("ts", "-reply", "-config", folder / "settings", "-queryfile", folder / "query",
                "-signer", FOLDER / "stamper.pem", "-inkey", FOLDER / "stamper-open.key",
                "-out", folder / "reply")  # fmt: skip
        return (folder / "reply").read_bytes()


def sign(body: bytes) -> bytes:
    asked = json.loads(body)
    assert asked.keys() == {"key", "algorithm", "digest"}
    with tempfile.NamedTemporaryFile() as file:
        file.write(base64.b64decode(asked["digest"], validate=True))
        file.flush()
        signature = openssl("pkeyutl", "-sign", "-inkey", FOLDER / f"{asked['key']}.key", "-in",
                            file.name, "-pkeyopt", "digest:sha256")  # fmt: skip
    return json.dumps({"signature": base64.b64encode(signature).decode()}).encode()


def met() -> bool:
    """Whether as many requests are here at once as make a meeting."""
    try:
        MEETING.wait(timeout=60)
    except threading.BrokenBarrierError:
        return False
    return True


class Handler(BaseHTTPRequestHandler):
    """Each path answers in its own way."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        path = self.path.removeprefix("/")
        if path == "slow":
            time.sleep(5)
        elif path == "meet":
            self.answer(200 if met() else 503, REPLY, b"")
        elif path in {"sign", "sign-refused"} and not self.is_known():
            self.answer(401, JSON, b"{}")
        elif path == "sign":
            self.answer(200, JSON, sign(body))
        elif path == "redirect":
            self.answer(302, REPLY, b"", Location="/stamp")
        elif path == "stamp" and self.headers["Content-Type"] == "application/timestamp-query":
            self.answer(200, REPLY, stamp(body))
        else:
            self.answer(*FIXED.get(path, (404, "text/plain", b"")))

    def is_known(self) -> bool:
        return self.headers["Authorization"] == f"Bearer {TOKEN}"

    def answer(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


FIXED = {
    "html": (200, "text/html; charset=utf-8", b"<html>"),
    "garbage": (200, REPLY, bytes(range(256))),
    "empty": (200, REPLY, b""),
    "huge": (200, REPLY, bytes(2 << 20)),
    "busy": (503, "text/plain", b"try later"),
    "sign-garbage": (200, JSON, b'{"signature": "?"}'),
    "sign-list": (200, JSON, b"[]"),
    "sign-other": (200, JSON, b'{"signature": "MAA="}'),
}


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if "tls" in sys.argv[2:]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(FOLDER / "stamper.pem", FOLDER / "stamper-open.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    timer = threading.Timer(1800, server.shutdown)
    timer.daemon = True
    timer.start()
    server.serve_forever(poll_interval=0.05)


if __name__ == "__main__":
    main()
