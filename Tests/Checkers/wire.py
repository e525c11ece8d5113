"""A way to a server that ends the sender at a chosen piece of what passes."""

import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

# Small enough that a document goes in many pieces.
PIECE = 8192


@dataclass
class DeadlyWire:
    """Hands on what passes between clients and a server, and counts the pieces."""

    server: int
    listener: socket.socket
    pieces: int = 0
    victim: int = 0
    deadly: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return self.listener.getsockname()[1]

    def arm(self, victim: int, piece: int) -> None:
        """Kills a process with the given piece, counted from now; 0 never."""
        with self.lock:
            self.pieces, self.victim, self.deadly = 0, victim, piece

    def passes(self) -> bool:
        """Counts a piece; whether it still goes on.

        An even piece was on its way when its sender died, an odd one was not.
        """
        with self.lock:
            self.pieces += 1
            if self.pieces != self.deadly:
                return True
            with suppress(ProcessLookupError):
                os.kill(self.victim, signal.SIGKILL)
            return self.deadly % 2 == 0

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:  # closed: the test is over
                return
            server = socket.create_connection(("127.0.0.1", self.server))
            for ends in ((client, server), (server, client)):
                threading.Thread(target=self.pump, args=ends, daemon=True).start()

    def pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                if not self.passes():
                    break
                target.sendall(piece)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire_to(port: int) -> Iterator[DeadlyWire]:
    """A wire to a server on the loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire = DeadlyWire(port, listener)
        threading.Thread(target=wire.serve, daemon=True).start()
        yield wire
        listener.shutdown(socket.SHUT_RDWR)
