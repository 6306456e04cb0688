"""Pages from the web, fetched with care: the address that is really connected to is checked at every step.

Only http and https; no private, local or reserved address unless that is allowed; robots.txt is respected; nothing is
executed; time, size and redirects are bounded.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from timeline.extract.read.reading import Limits
from timeline.model.errors import TimelineError

__all__ = ["Fetcher", "Page", "is_public"]

_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 65_536
_ROBOTS_BYTES = 500_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    Args:
        url: The address at the end of all redirects.
        data: The content, unpacked.
        content_type: What the server says it is, in small letters, without parameters.
        charset: The charset that the server states.
    """

    url: str
    data: bytes
    content_type: str
    charset: str | None


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


def _resolve(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after the other and remembers what robots.txt of each site allows.

    Args:
        limits: Time, size and number of redirects of each page.
        allow_private: Whether private and local addresses may be fetched.
        resolve: From a host and a port to IP addresses.
    """

    limits: Limits = field(default_factory=Limits)
    allow_private: bool = False
    resolve: Resolve = _resolve
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    @property
    def user_agent(self) -> str:
        """How the fetcher names itself to servers."""
        return f"event-timelines/{version('event-timelines')} (reads news articles; respects robots.txt)"

    def fetch(self, url: str) -> Page:
        """The page at an address.

        Raises:
            TimelineError: The address may not be fetched, cannot be reached, takes too long or gives too much.
        """
        deadline = time.monotonic() + self.limits.seconds
        chain = [url]
        _parts(url)
        while True:
            self._check_robots(url, deadline)
            page, location = self._request(url, deadline, self.limits.bytes)
            if location is None:
                return page
            url = self._next(url, location, chain)

    def _next(self, url: str, location: str, chain: list[str]) -> str:
        target = urljoin(url, location)
        chain.append(target)
        way = " → ".join(_shown(step) for step in chain)
        if len(chain) > self.limits.redirects + 1:
            raise TimelineError(f"more than {self.limits.redirects} redirects ({way})", path=chain[0])
        if urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https":
            raise TimelineError(f"a redirect leaves https ({way})", path=chain[0])
        try:
            _parts(target)
        except TimelineError as error:
            raise TimelineError(f"{error.message} ({way})", hint=error.hint, path=chain[0]) from error
        return target

    def _check_robots(self, url: str, deadline: float) -> None:
        site = urlunsplit((*urlsplit(url)[:2], "", "", ""))
        if site not in self._robots:
            try:
                self._robots[site] = self._robots_of(site, deadline)
            except TimelineError as error:
                raise TimelineError(error.message, hint=error.hint, path=url) from error
        rules = self._robots[site]
        if rules is not None and not rules.can_fetch("event-timelines", url):
            raise TimelineError("robots.txt of the site does not allow to fetch this", path=url)

    def _robots_of(self, site: str, deadline: float) -> RobotFileParser | None:
        rules = RobotFileParser()
        url = f"{site}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            try:
                page, location = self._request(url, deadline, _ROBOTS_BYTES)
            except _StatusError:
                return None
            if location is None:
                rules.parse(page.data.decode("utf-8", errors="replace").splitlines())
                return rules
            url = self._next(url, location, [url])
        return None

    def _request(self, url: str, deadline: float, most: int) -> tuple[Page, str | None]:
        """One request: the page, or where it is redirected to."""
        scheme, host, port, path = _parts(url)
        with self._connection(url, scheme, host, port, deadline) as connection:
            headers = {
                "User-Agent": self.user_agent,
                "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.5",
                "Accept-Encoding": "gzip",
                "Connection": "close",
            }
            try:
                connection.request("GET", path, headers=headers)
                answer = self._answer(connection.getresponse(), url, most)
            except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
                raise self._failure(url, error, deadline) from error
            if time.monotonic() >= deadline:  # what was read until the connection was closed is not the page
                raise self._failure(url, TimeoutError(), deadline)
            return answer

    def _answer(self, response: http.client.HTTPResponse, url: str, most: int) -> tuple[Page, str | None]:
        with response:
            location = response.getheader("Location")
            if response.status in _REDIRECTS and location:
                return Page(url, b"", "", None), location
            if response.status != 200:
                raise _StatusError(f"the server answers {response.status} {response.reason}"[:200], path=url)
            data = b"".join(_pieces(response, url, most))
            return Page(url, data, response.headers.get_content_type(), response.headers.get_content_charset()), None

    def _failure(self, url: str, error: Exception, deadline: float) -> TimelineError:
        if time.monotonic() >= deadline or isinstance(error, TimeoutError):
            return TimelineError(f"the server does not answer within {self.limits.seconds:g} seconds", path=url)
        return TimelineError(f"the page cannot be fetched ({type(error).__name__}: {str(error)[:200]})", path=url)

    @contextlib.contextmanager
    def _connection(
        self, url: str, scheme: str, host: str, port: int, deadline: float
    ) -> Iterator[http.client.HTTPConnection]:
        """A connection to an address that has been checked, closed at the deadline whatever the server does."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimelineError(f"the server does not answer within {self.limits.seconds:g} seconds", path=url)
        raw = self._connect(url, host, port, left)
        timer = threading.Timer(max(0.01, deadline - time.monotonic()), _shut, [raw])
        timer.daemon = True
        timer.start()
        connection = http.client.HTTPConnection(host, port, timeout=left)
        try:
            secure = ssl.create_default_context() if scheme == "https" else None
            connection.sock = secure.wrap_socket(raw, server_hostname=host) if secure else raw
            yield connection
        except ssl.SSLError as error:
            raise TimelineError(f"no safe connection ({error.reason or error})", path=url) from error
        finally:
            timer.cancel()
            connection.close()
            raw.close()

    def _connect(self, url: str, host: str, port: int, seconds: float) -> socket.socket:
        try:
            addresses = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise TimelineError(f"the name '{host}' cannot be resolved", path=url) from error
        refused = [address for address in addresses if not self.allow_private and not is_public(address)]
        if refused or not addresses:
            raise TimelineError(
                f"'{host}' is at {', '.join(refused) or 'no address'}, which is no public address",
                hint="allow it with --allow-private if it is meant",
                path=url,
            )
        try:
            connected = socket.create_connection((addresses[0], port), timeout=seconds)
        except OSError as error:
            raise TimelineError(f"'{host}' cannot be reached ({error})", path=url) from error
        return connected


class _StatusError(TimelineError):
    """An answer of a server that is no page."""


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _shown(url: str) -> str:
    return url if len(url) <= 100 else f"{url[:99]}…"


def _parts(url: str) -> tuple[str, str, int, str]:
    """The scheme, host, port and path of an address that may be fetched."""
    hint = "only http:// and https:// addresses are fetched"
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError as error:
        raise TimelineError(f"'{_shown(url)}' is no address", hint=hint, path=_shown(url)) from error
    if parts.scheme not in ("http", "https") or not host:
        raise TimelineError(f"'{_shown(url)}' may not be fetched", hint=hint, path=_shown(url))
    if parts.username is not None:
        raise TimelineError("an address with a user name is not fetched", path=_shown(url))
    path = "".join(letter if 32 < ord(letter) < 127 else _quoted(letter) for letter in parts.path or "/")
    query = "".join(letter if 32 < ord(letter) < 127 else _quoted(letter) for letter in parts.query)
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), f"{path}?{query}" if query else path


def _quoted(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", errors="replace"))


def _pieces(response: http.client.HTTPResponse, url: str, most: int) -> Iterator[bytes]:
    """The content of an answer, unpacked piece by piece, so that a bomb of zeros stops at the limit."""
    packed = (response.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    total = 0
    while piece := response.read1(_PIECE):
        waiting = piece
        while waiting:
            try:
                data = unpacker.decompress(waiting, most + 1) if unpacker else waiting
            except zlib.error as error:
                raise TimelineError("the answer is damaged: it is no gzip", path=url) from error
            waiting = unpacker.unconsumed_tail if unpacker else b""
            total += len(data)
            if total > most:
                raise TimelineError(f"the page is skipped: more than {most} bytes", path=url)
            yield data
