"""The doors of the server: on this computer alone, in both of its addresses where it has both."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress

LOOPBACKS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


class PortTakenError(Exception):
    """Another program listens there."""


class PortRefusedError(Exception):
    """The system lets us not listen there, as below 1024."""


def loopback(port: int) -> list[socket.socket]:
    """Sockets that listen on one port, the address with four numbers first; 0 lets the system choose.

    Raises PortTakenError or PortRefusedError, and then leaves none open.
    """
    opened: list[socket.socket] = []
    chosen = port
    try:
        for family, name in LOOPBACKS:
            try:
                opened.append(_listening(family, name, chosen))
            except OSError as error:
                if family == socket.AF_INET6 and (port == 0 or error.errno != errno.EADDRINUSE):
                    continue  # a computer without it, or a port that was free on the other address only
                raise
            chosen = opened[0].getsockname()[1]
    except OSError as error:
        for one in opened:
            one.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError from error
        raise PortRefusedError(error.strerror) from error
    return opened


def _listening(family: socket.AddressFamily, name: str, port: int) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            with suppress(OSError):
                opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind((name, port))
        opened.listen()
    except OSError:
        opened.close()
        raise
    return opened
