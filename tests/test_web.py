"""Servers that are asked: only those of the public internet, and whatever goes wrong is one kind of error."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import pytest

from timeline.model.errors import TimelineError
from timeline.web import Web, is_public

Serve = Callable[[Callable[[socket.socket], object]], int]


@pytest.fixture
def listening() -> Iterator[Serve]:
    """A server that does with its first connection what it is told; gives its port."""
    with ExitStack() as stack:

        def start(talk: Callable[[socket.socket], object]) -> int:
            server = stack.enter_context(socket.create_server(("127.0.0.1", 0)))

            def run() -> None:
                connection, _ = server.accept()
                with connection:
                    talk(connection)

            thread = threading.Thread(target=run, daemon=True)
            thread.start()
            stack.callback(thread.join, 10)
            return int(server.getsockname()[1])

        yield start


def reset(connection: socket.socket) -> None:
    connection.recv(1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hang_up(connection: socket.socket) -> None:
    connection.recv(1)


def say_nothing(connection: socket.socket) -> None:
    while connection.recv(65_536):
        pass


@pytest.mark.parametrize(
    ("talk", "says"),
    [
        (reset, r"the page cannot be fetched \(ConnectionResetError: .*\)"),
        (hang_up, "the page cannot be fetched|no safe connection"),
        (lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n"), "no safe connection"),
        (say_nothing, r"the server does not answer within 0\.5 seconds"),
    ],
)
def test_a_connection_that_never_gets_safe_is_told(listening, talk, says):
    url = f"https://127.0.0.1:{listening(talk)}/"
    with pytest.raises(TimelineError, match=says) as told, Web(0.5, allow_private=True).answer("GET", url):
        pass
    assert told.value.path == url


def unnamed(side: int) -> ssl.SSLContext:
    """Safe connections between servers and clients that need no certificate."""
    context = ssl.SSLContext(side)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2  # later ones know none without
    context.set_ciphers("aNULL:@SECLEVEL=0")
    return context


def drip(connection: socket.socket, begin: bytes) -> None:
    """Begin an answer, then send one byte of it after the other, each soon enough for who waits for a byte."""
    with suppress(OSError):
        connection.sendall(begin)
        for _ in range(30):
            connection.sendall(b"a")
            time.sleep(0.1)


def drip_safely(connection: socket.socket) -> None:
    with unnamed(ssl.PROTOCOL_TLS_SERVER).wrap_socket(connection, server_side=True) as safe:
        drip(safe, b"HTTP/1.1 200 OK\r\nServer: ")


@pytest.mark.parametrize(
    ("scheme", "talk"),
    [
        ("http", lambda connection: drip(connection, b"HTTP/1.1 200 OK\r\nServer: ")),
        ("https", drip_safely),
        ("https", lambda connection: drip(connection, b"\x16\x03\x03\x40\x00")),  # of a long message of the handshake
    ],
    ids=["plain", "safe", "handshake"],
)
def test_a_server_that_goes_on_and_on_is_left_at_the_deadline(listening, monkeypatch, scheme, talk):
    monkeypatch.setattr("timeline.web.ssl.create_default_context", lambda: unnamed(ssl.PROTOCOL_TLS_CLIENT))
    url, began = f"{scheme}://127.0.0.1:{listening(talk)}/", time.monotonic()
    says = r"the server does not answer within 0\.5 seconds"
    with pytest.raises(TimelineError, match=says), Web(0.5, allow_private=True).answer("GET", url):
        pass
    assert time.monotonic() - began < 2


def test_what_was_resolved_is_what_is_connected_to(listening):
    heard: list[bytes] = []

    def answer(connection: socket.socket) -> None:
        heard.append(connection.recv(65_536))
        connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")

    asked: list[tuple[str, int]] = []

    def resolve(*host_and_port: str | int) -> list[str]:
        asked.append(host_and_port)
        return ["127.0.0.1"]

    port = listening(answer)
    url = f"http://bücher.example:{port}/Müller"
    with Web(5, allow_private=True, resolve=resolve).answer("HEAD", url) as response:
        assert response.status == 204
    assert asked == [("xn--bcher-kva.example", port)]
    assert heard[0].startswith(b"HEAD /M%C3%BCller HTTP/1.1\r\nHost: xn--bcher-kva.example:")


def test_where_one_address_of_a_host_takes_no_connection_the_next_one_is_asked(listening):
    port = listening(lambda connection: connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n"))
    web = Web(5, allow_private=True, resolve=lambda *_: ["::1", "127.0.0.1"])
    with web.answer("HEAD", f"http://a.example:{port}/") as response:
        assert response.status == 204


class Plain:
    """Takes a connection for a safe one."""

    @staticmethod
    def wrap_socket(connection: socket.socket, server_hostname: str) -> socket.socket:  # noqa: ARG004
        return connection


@pytest.mark.parametrize(
    ("url", "host"), [("https://a.example/", b"a.example"), ("https://a.example:8443/", b"a.example:8443")]
)
def test_a_server_is_told_its_port_only_if_it_is_an_unusual_one(monkeypatch, url, host):
    here, there = socket.socketpair()
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: here)
    monkeypatch.setattr("timeline.web.ssl.create_default_context", Plain)
    there.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
    with there, Web(resolve=lambda *_: ["93.184.216.34"]).answer("HEAD", url):
        assert b"\r\nHost: " + host + b"\r\n" in there.recv(65_536)


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
    ],
)
def test_private_addresses_in_every_form_are_told(address):
    assert not is_public(address)
