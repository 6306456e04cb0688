"""Servers on the web, asked with care: what is connected to is the address that was checked, and time is bounded.

Only http and https; no private, local or reserved address unless that is allowed.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.model.characters import cut
from timeline.model.errors import TimelineError

__all__ = ["Address", "Resolve", "Web", "is_public", "resolved", "shortened"]

_PORTS = {"http": 80, "https": 443}
_LONGEST_SHOWN = 100
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Resolve = Callable[[str, int], list[str]]
"""From a host and a port to IP addresses."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also when it is wrapped in an IPv6 address.

    >>> [is_public(ip) for ip in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as this machine finds them.

    Raises:
        OSError: There are none.
    """
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Address:
    """An address as a server is asked for it.

    Args:
        url: The whole of it, as it was written.
        scheme: ``http`` or ``https``.
        host: The name of the server, in ASCII.
        port: Its port.
        path: Path and query, in ASCII.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> Address:
        """The parts of an address.

        Raises:
            TimelineError: It is none of the web, or has a user name.

        >>> address = Address.of("https://bücher.example/Müller?q=ä")
        >>> address.host, address.port, address.path
        ('xn--bcher-kva.example', 443, '/M%C3%BCller?q=%C3%A4')
        """
        hint = "only http:// and https:// addresses are fetched"
        try:
            parts = urlsplit(url.encode().decode())  # half a character is none
            host, port = (parts.hostname or "").encode("idna").decode(), parts.port
        except ValueError as error:
            raise TimelineError(f"'{shortened(url)}' is no address", hint=hint, path=shortened(url)) from error
        if parts.scheme not in ("http", "https") or not host:
            raise TimelineError(f"'{shortened(url)}' may not be fetched", hint=hint, path=shortened(url))
        if parts.username is not None:
            raise TimelineError("an address with a user name is not fetched", path=shortened(url))
        path = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
        return cls(url, parts.scheme, host, port or _PORTS[parts.scheme], path)


@dataclass(frozen=True, slots=True)
class Web:
    """How servers are asked.

    Args:
        seconds: Most seconds until an answer is there as a whole.
        allow_private: Whether private and local addresses may be asked.
        resolve: What finds the IP addresses of a host.
    """

    seconds: float = 10.0
    allow_private: bool = False
    resolve: Resolve = resolved

    @contextlib.contextmanager
    def answer(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, deadline: float | None = None
    ) -> Iterator[http.client.HTTPResponse]:
        """What a server answers, whatever its status; redirections are not followed.

        Args:
            method: ``GET`` or ``HEAD``.
            url: What is asked for.
            headers: What is told with it.
            deadline: When it has to be there, by `time.monotonic`; by default in as many seconds as may pass.

        Raises:
            TimelineError: The address may not be asked, or it does not answer, or not in time; also while it is read.
        """
        address = Address.of(url)
        deadline = time.monotonic() + self.seconds if deadline is None else deadline
        try:
            with self._connection(address, deadline) as connection:
                connection.request(method, address.path, headers=dict(headers or {}))
                with connection.getresponse() as response:
                    yield response
        except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
            raise self._failure(url, error, deadline) from error
        if time.monotonic() >= deadline:  # what was read until the connection was closed is not the whole answer
            raise self._failure(url, TimeoutError(), deadline)

    def _failure(self, url: str, error: Exception, deadline: float) -> TimelineError:
        if time.monotonic() >= deadline or isinstance(error, TimeoutError):
            return TimelineError(f"the server does not answer within {self.seconds:g} seconds", path=url)
        if isinstance(error, ssl.SSLError):
            return TimelineError(f"no safe connection ({error.reason or error})", path=url)
        return TimelineError(f"the page cannot be fetched ({type(error).__name__}: {str(error)[:200]})", path=url)

    @contextlib.contextmanager
    def _connection(self, address: Address, deadline: float) -> Iterator[http.client.HTTPConnection]:
        """A connection to an address that has been checked, closed at the deadline whatever the server does."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise self._failure(address.url, TimeoutError(), deadline)
        # A safe connection takes the socket away from `raw`; another handle of it stays, from the handshake to the end.
        with self._connect(address, left) as raw, raw.dup() as handle:
            timer = threading.Timer(max(0.01, deadline - time.monotonic()), _shut, [handle])
            timer.daemon = True
            timer.start()
            connection = http.client.HTTPConnection(address.host, address.port, timeout=left)
            connection.default_port = _PORTS[address.scheme]  # a server is told a port only where it is another one
            try:
                secure = ssl.create_default_context() if address.scheme == "https" else None
                connection.sock = secure.wrap_socket(raw, server_hostname=address.host) if secure else raw
                yield connection
            finally:
                timer.cancel()
                connection.close()

    def _connect(self, address: Address, seconds: float) -> socket.socket:
        host = address.host
        try:
            addresses = self.resolve(host, address.port)
        except (OSError, UnicodeError) as error:
            raise TimelineError(f"the name '{host}' cannot be resolved", path=address.url) from error
        refused = [each for each in addresses if not self.allow_private and not is_public(each)]
        if refused or not addresses:
            raise TimelineError(
                f"'{host}' is at {', '.join(refused) or 'no address'}, which is no public address",
                hint="allow it with --allow-private if it is meant",
                path=address.url,
            )
        return self._first(address, addresses, time.monotonic() + seconds)

    def _first(self, address: Address, addresses: list[str], deadline: float) -> socket.socket:
        """A connection to the first of some IP addresses that takes one."""
        *others, last = addresses
        for each in others:
            with contextlib.suppress(OSError):
                return _connected(each, address.port, deadline)
        try:
            return _connected(last, address.port, deadline)
        except OSError as error:
            raise TimelineError(f"'{address.host}' cannot be reached ({error})", path=address.url) from error


def _connected(ip: str, port: int, deadline: float) -> socket.socket:
    return socket.create_connection((ip, port), timeout=max(0.01, deadline - time.monotonic()))


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def shortened(url: str) -> str:
    """An address as a message has it: not too long.

    >>> len(shortened("https://example.org/" + "a" * 1000))
    100
    """
    return cut(url, _LONGEST_SHOWN)


def _quoted(text: str) -> str:
    return "".join(letter if 32 < ord(letter) < 127 else _bytes_of(letter) for letter in text)


def _bytes_of(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", errors="replace"))
