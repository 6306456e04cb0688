"""Pages from the web, fetched with care: each step of the way is checked as `timeline.web` does it.

robots.txt is respected; nothing is executed; time, size and redirects are bounded.
"""

from __future__ import annotations

import http.client
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from timeline.extract.read.reading import Limits
from timeline.model.errors import TimelineError
from timeline.web import Address, Resolve, Web, resolved, shortened

__all__ = ["Fetcher", "Page"]

_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 65_536
_ROBOTS_BYTES = 500_000


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
    resolve: Resolve = resolved
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
        Address.of(url)
        while True:
            self._check_robots(url, deadline)
            page, location = self._request(url, deadline, self.limits.bytes)
            if location is None:
                return page
            url = self._next(url, location, chain)

    def _next(self, url: str, location: str, chain: list[str]) -> str:
        target = _joined(url, location)
        chain.append(target)
        way = " → ".join(shortened(step) for step in chain)
        if len(chain) > self.limits.redirects + 1:
            raise TimelineError(f"more than {self.limits.redirects} redirects ({way})", path=chain[0])
        try:
            scheme = Address.of(target).scheme
        except TimelineError as error:
            raise TimelineError(f"{error.message} ({way})", hint=error.hint, path=chain[0]) from error
        if urlsplit(url).scheme == "https" and scheme != "https":
            raise TimelineError(f"a redirect leaves https ({way})", path=chain[0])
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
            hint = "save the page, and read that file"
            raise TimelineError("robots.txt of the site does not allow to fetch this", hint=hint, path=url)

    def _robots_of(self, site: str, deadline: float) -> RobotFileParser | None:
        rules = RobotFileParser()
        url = f"{site}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            try:
                page, location = self._request(url, deadline, _ROBOTS_BYTES)
            except _StatusError:
                return None
            if location is None:
                lines = page.data.decode("utf-8", errors="replace").splitlines()
                rules.parse([line for line in lines if _is_understood(line)])
                return rules
            url = self._next(url, location, [url])
        return None

    def _request(self, url: str, deadline: float, most: int) -> tuple[Page, str | None]:
        """One request: the page, or where it is redirected to."""
        headers = {
            "User-Agent": self.user_agent,
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        web = Web(self.limits.seconds, self.allow_private, self.resolve)
        with web.answer("GET", url, headers, deadline) as response:
            return self._answer(response, url, most)

    def _answer(self, response: http.client.HTTPResponse, url: str, most: int) -> tuple[Page, str | None]:
        location = response.getheader("Location")
        if response.status in _REDIRECTS and location:
            return Page(url, b"", "", None), location
        if response.status != 200:
            raise _StatusError(f"the server answers {response.status} {response.reason}"[:200], path=url)
        data = b"".join(_pieces(response, url, most))
        return Page(url, data, response.headers.get_content_type(), response.headers.get_content_charset()), None


class _StatusError(TimelineError):
    """An answer of a server that is no page."""


def _joined(url: str, location: str) -> str:
    """Where a redirect leads; what is no address stays as it is."""
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _is_understood(line: str) -> bool:
    """Whether a line of robots.txt can be parsed: the parser gives up all others with one that cannot."""
    try:
        RobotFileParser().parse(["User-agent: *", line])
    except ValueError:
        return False
    return True


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
                raise TimelineError(f"the page is skipped: more than {most:,} bytes", path=url)
            yield data
