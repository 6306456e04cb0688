"""Fetching: what is refused, where it stops, and what comes back."""

from __future__ import annotations

import pytest

from timeline.extract.read.fetch import Fetcher
from timeline.extract.read.reading import Limits
from timeline.model.errors import TimelineError


@pytest.fixture
def local() -> Fetcher:
    return Fetcher(Limits(bytes=1_000_000, seconds=2), allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://example.org/",
        "ftp://example.org/a",
        "http:///a",
        "http://user:word@example.org/",
        "http://[::1",
        "http://example.org:99999/",
        "http://example.org/\ud800",
    ],
)
def test_only_plain_web_addresses_are_fetched(url):
    with pytest.raises(TimelineError, match=r"may not be fetched|is no address|user name"):
        Fetcher(resolve=_never).fetch(url)


def _never(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host} was resolved")


@pytest.mark.parametrize("host", ["[::1]", "127.0.0.1", "169.254.169.254", "0x7f000001", "2130706433", "localhost"])
def test_addresses_of_this_machine_are_refused_before_connecting(host):
    with pytest.raises(TimelineError, match=r"no public address|cannot be resolved"):
        Fetcher().fetch(f"http://{host}/")


def test_a_local_server_gets_no_request(server):
    with pytest.raises(TimelineError, match=r"127\.0\.0\.1, which is no public address"):
        Fetcher().fetch(f"{server.address}/page")
    assert server.requests == []


def _here(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def _there_and_inside(host: str, port: int) -> list[str]:
    return ["93.184.216.34", "10.0.0.1"]


def test_a_name_that_leads_inside_is_refused():
    with pytest.raises(TimelineError, match=r"'7f000001\.nip\.io' is at 127\.0\.0\.1"):
        Fetcher(resolve=_here).fetch("http://7f000001.nip.io/")


def test_one_private_address_among_public_ones_is_refused():
    with pytest.raises(TimelineError, match=r"10\.0\.0\.1") as refused:
        Fetcher(resolve=_there_and_inside).fetch("http://example.org/page")
    assert refused.value.path == "http://example.org/page"


def test_a_redirect_to_a_private_address_is_refused_with_its_way(server):
    fetcher = Fetcher(resolve=_only_here, allow_private=False)
    with pytest.raises(TimelineError, match="no public address"):
        fetcher.fetch(f"{server.address}/inside")
    allowed_first = Fetcher(Limits(seconds=2), allow_private=True)
    with pytest.raises(
        TimelineError, match=r"file:///etc/passwd.*may not be fetched|may not be fetched.*file:///etc/passwd"
    ):
        allowed_first.fetch(f"{server.address}/file")


def _only_here(host: str, port: int) -> list[str]:
    return [host]


def test_endless_redirects_end(server, local):
    with pytest.raises(TimelineError, match="more than 5 redirects"):
        local.fetch(f"{server.address}/round")


def test_a_redirect_must_not_leave_https():
    fetcher = Fetcher()
    with pytest.raises(TimelineError, match="leaves https"):
        fetcher._next("https://example.org/a", "http://example.org/b", ["https://example.org/a"])


@pytest.mark.parametrize("location", ["http://[::1", "//[", "file:///etc/passwd"])
def test_a_redirect_that_leads_to_no_address_is_refused_with_its_way(location):
    with pytest.raises(TimelineError, match=r"https://example\.org/a → ") as refused:
        Fetcher()._next("https://example.org/a", location, ["https://example.org/a"])
    assert refused.value.path == "https://example.org/a"


@pytest.mark.parametrize("path", ["bomb", "endless"])
def test_a_page_without_end_stops_at_the_limit(server, local, path):
    with pytest.raises(TimelineError, match="more than 1,000,000 bytes"):
        local.fetch(f"{server.address}/{path}")


@pytest.mark.parametrize("path", ["silent", "dripping"])
def test_a_server_that_never_answers_or_never_ends_is_left(server, path):
    with pytest.raises(TimelineError, match=r"does not answer within 0\.5 seconds"):
        Fetcher(Limits(seconds=0.5), allow_private=True).fetch(f"{server.address}/{path}")


def test_robots_are_respected_and_asked_once(server, local):
    with pytest.raises(TimelineError, match=r"robots\.txt"):
        local.fetch(f"{server.address}/closed/a")
    local.fetch(f"{server.address}/page")
    assert server.requests == ["/robots.txt", "/page"]


def test_a_line_of_robots_that_is_none_takes_no_other_with_it(server, local):
    server.RequestHandlerClass.robots = b"User-agent: *\nCrawl-delay: \xc2\xb2\nDisallow: //[\nDisallow: /closed\n"
    with pytest.raises(TimelineError, match=r"robots\.txt"):
        local.fetch(f"{server.address}/closed/a")
    assert local.fetch(f"{server.address}/page").data


def test_a_missing_page_is_told(server, local):
    with pytest.raises(TimelineError, match="answers 404"):
        local.fetch(f"{server.address}/nothing")


def test_a_page_comes_unpacked_with_its_charset(server, local):
    assert local.fetch(f"{server.address}/packed").data == local.fetch(f"{server.address}/page").data
    assert local.fetch(f"{server.address}/latin").charset == "iso-8859-1"
