"""Whether an address on the web answers."""

from __future__ import annotations

import ipaddress
import socket
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

__all__ = ["failure"]

_SECONDS = 10
_NOT_THERE = 400


def failure(url: str) -> str:
    """Why an address does not answer, "" if it does. Redirections count as answers and are not followed.

    >>> failure("http://127.0.0.1/")
    'the address is in a private network'
    """
    try:
        parts = urlsplit(url)
        host = _public_address(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
        return host if host.startswith("the ") else _ask(url)
    except (OSError, HTTPException, ValueError) as error:
        return str(error) or type(error).__name__


def _public_address(host: str, port: int) -> str:
    """The address of a host; what is wrong with it if it is not one of the public network."""
    found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    public = [address for address in found if ipaddress.ip_address(address.partition("%")[0]).is_global]
    return public[0] if len(public) == len(found) and public else "the address is in a private network"


def _ask(url: str) -> str:
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.netloc.rpartition("@")[2], timeout=_SECONDS)
    try:
        connection.request("HEAD", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        status = connection.getresponse().status
    finally:
        connection.close()
    # Some servers refuse to answer programs, or this kind of question; the page is there all the same.
    return f"status {status}" if status >= _NOT_THERE and status not in (401, 403, 405, 429) else ""
