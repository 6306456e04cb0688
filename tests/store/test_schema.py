"""The schema accepts what people may write and refuses what they may not, alone and in the real language server."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import ValidationError

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError
from timeline.model.event import Event, Image, Source
from timeline.model.timeline import Timeline
from timeline.store.places import place_of
from timeline.store.reading import read_place
from timeline.store.schema import event_schema, schema_text

ROOT = Path(__file__).parent.parent.parent
SERVER = ROOT / "build" / "npm" / "node_modules" / ".bin" / "yaml-language-server"
EVENT = {"date": "2025-02-12", "title": "A call"}
SOURCE = {"url": "https://example.org/a", "published": "2026-02-11", "expression": "February last year"}

GOOD = {
    "one event": EVENT,
    "a list of events": [EVENT, {"date": 1961, "title": 1984}],
    "a timeline": {
        "title": "Talks",
        "lanes": ["Diplomacy"],
        "anchors": {"the summit": "2025-08-15"},
        "events": [EVENT],
    },
    "nothing": {},
    "a phrase": EVENT | {"date": "February last year", "published": "2026-02-11"},
    "a date with slashes": EVENT | {"date": "03/04/2025"},
    "a source": EVENT | {"sources": [SOURCE], "importance": 0.5, "status": "draft"},
    "a picture": EVENT | {"image": {"src": "img/sputnik.jpg", "alt": "A sphere"}},
    "absent texts": EVENT | dict.fromkeys(["id", "lane", "text", "published", "status", "certainty", "importance"], ""),
    "absent lists": EVENT | dict.fromkeys(["tags", "people", "places", "organizations", "sources", "image"]),
}
BAD = {
    "no date": {"events": [{"title": "A call"}]},
    "no title": {"date": "2025"},
    "empty title": EVENT | {"title": ""},
    "empty date": EVENT | {"date": ""},
    "month 13": EVENT | {"date": "2025-13"},
    "day 32": EVENT | {"date": "2025-01-32"},
    "a number": EVENT | {"date": "24"},
    "one digit": EVENT | {"date": "2025-2-3"},
    "phrase as anchor": EVENT | {"published": "last year"},
    "unknown field": EVENT | {"titel": "A call"},
    "unknown field of the head": {"titel": "Talks"},
    "id with capitals": EVENT | {"id": "A Call"},
    "made field": EVENT | {"reasoning": "I say so"},
    "unknown status": EVENT | {"status": "final"},
    "too important": EVENT | {"importance": 2},
    "tags as a text": EVENT | {"tags": "talks"},
    "script as link": EVENT | {"sources": [{"url": "javascript:alert(1)"}]},
    "picture outside": EVENT | {"image": {"src": "/etc/passwd", "alt": "x"}},
    "picture above the site": EVENT | {"image": {"src": "img/../../a.jpg", "alt": "x"}},
    "picture above, encoded": EVENT | {"image": {"src": "img/%2e%2E/a.jpg", "alt": "x"}},
    "picture of no host": EVENT | {"image": {"src": "https://?a.jpg", "alt": "x"}},
    "picture of two hosts": EVENT | {"image": {"src": "https://a.example,b.example/a.jpg", "alt": "x"}},
    "a number as link": EVENT | {"sources": [{"url": 24}]},
    "picture without words": EVENT | {"image": {"src": "a.jpg"}},
    "events as a text": {"events": "A call"},
    "a text": "2025: A call",
}


class _PlainLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days are texts."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, words) for tag, words in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(event_schema())
    return Draft7Validator(event_schema())


@pytest.mark.parametrize("name", GOOD)
def test_good_files_are_valid(validator, name):
    assert [error.message for error in validator.iter_errors(GOOD[name])] == []


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_not_valid(validator, name):
    assert not validator.is_valid(BAD[name])


@pytest.mark.parametrize("name", [*GOOD, *BAD])
def test_the_schema_and_the_reader_agree(tmp_path, name):
    (tmp_path / "a.yaml").write_text(yaml.safe_dump((GOOD | BAD)[name]), encoding="utf-8")
    assert bool(read_place(place_of(tmp_path / "a.yaml")).problems) == (name in BAD)


@pytest.mark.parametrize("path", sorted((ROOT / "events").rglob("*.yaml")), ids=lambda path: path.name)
def test_the_events_of_our_site_are_valid(validator, path):
    written = yaml.load(path.read_text(encoding="utf-8"), _PlainLoader)
    assert [error.message for error in validator.iter_errors(written)] == []


def test_every_field_of_the_models_is_in_the_schema_with_a_description():
    definitions = event_schema()["definitions"]
    for model, made in ((Event, {"reasoning"}), (Source, set()), (Image, set()), (Timeline, set())):
        fields = definitions[model.__name__]["properties"]
        assert set(fields) == set(model.model_fields) - made
        assert all("$ref" in field or field["description"] for field in fields.values())


def test_examples_are_valid_themselves(validator):
    for definition in event_schema()["definitions"].values():
        for field in definition["properties"].values():
            assert all(
                Draft7Validator(field | event_schema_parts()).is_valid(item) for item in field.get("examples", [])
            )


def event_schema_parts() -> dict[str, Any]:
    return {"definitions": event_schema()["definitions"]}


def test_the_schema_is_the_same_each_time():
    assert schema_text() == schema_text()
    assert json.loads(schema_text()) == event_schema()


SCHEMES = ["", "https://", "HTTP://", "mailto:"]
ADDRESSES = st.builds("{}{}".format, st.sampled_from(SCHEMES), st.text("a./:%2eE?#@-_\\,é'", min_size=1, max_size=12))


@given(ADDRESSES)
@example("https://bücher.example/%2e%2e.jpg?../a")
@example("https://a.example./b..c/...")
@example("https://a..example/b")
def test_the_schema_takes_the_addresses_that_the_models_take(address):
    definitions = event_schema()["definitions"]
    for model, name, fields in ((Image, "src", {"alt": "x"}), (Source, "url", {})):
        field = Draft7Validator(definitions[model.__name__]["properties"][name])
        assert field.is_valid(address) == _takes(model, {name: address, **fields})


def _takes(model, fields):
    try:
        model(**fields)
    except ValidationError:
        return False
    return True


@given(st.from_regex(r"[0-9X~?%/.,TZ\[\]-]{1,14}", fullmatch=True) | st.dates().map(str))
def test_the_schema_accepts_every_edtf_date(text):
    try:
        EdtfDate(text)
    except DateError:
        return
    field = event_schema()["definitions"]["Event"]["properties"]
    assert Draft7Validator(field["date"]).is_valid(text.strip())
    assert Draft7Validator(field["published"]).is_valid(text.strip())


class LanguageServer:
    """The language server behind the YAML support of VS Code, Neovim, Helix, …; spoken to as an editor does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.schema = folder / "events.schema.json"
        self.schema.write_text(schema_text(), encoding="utf-8")
        self.process = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.request("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.send({"method": "initialized", "params": {}})
        settings = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server ended"
        return json.loads(self.process.stdout.read(length))

    def wait_for(self, wanted: Any) -> dict[str, Any]:
        while not wanted(message := self.receive()):
            if "id" in message and "method" in message:
                answer = (
                    [{}] * len(message["params"]["items"]) if message["method"] == "workspace/configuration" else None
                )
                self.send({"id": message["id"], "result": answer})
        return message

    def request(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        return self.wait_for(lambda message: message.get("id") == self.number and "method" not in message)["result"]

    def open(self, text: str) -> str:
        self.number += 1
        uri = (self.folder / f"file-{self.number}.yaml").as_uri()
        text = f"# yaml-language-server: $schema={self.schema.as_uri()}\n{text}"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return uri

    def problems(self, text: str) -> list[tuple[int, str]]:
        """The problems of a file: their lines, counted from 1 below the modeline, and what is said."""
        uri = self.open(text)
        published = self.wait_for(lambda message: message.get("params", {}).get("uri") == uri)["params"]["diagnostics"]
        return [(problem["range"]["start"]["line"], problem["message"]) for problem in published]

    def completions(self, text: str) -> set[str]:
        """What is offered at the end of a text."""
        params = {"textDocument": {"uri": self.open(text)}, "position": _end(text)}
        return {item["label"] for item in self.request("textDocument/completion", params)["items"]}

    def hover(self, text: str) -> str:
        """What is said about the end of a text."""
        position = _end(text)
        found = self.request("textDocument/hover", {"textDocument": {"uri": self.open(text)}, "position": position})
        return str(found["contents"]["value"])


def _end(text: str) -> dict[str, int]:
    lines = text.split("\n")
    return {"line": len(lines), "character": len(lines[-1])}


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[LanguageServer]:
    assert SERVER.exists(), "run `make tools` first: it installs the language server"
    assert shutil.which("node"), "install the package nodejs"
    server = LanguageServer(tmp_path_factory.mktemp("editor"))
    yield server
    server.process.stdin.close()
    server.process.stdout.close()
    server.process.wait(10)


@pytest.mark.parametrize("name", GOOD)
def test_the_language_server_finds_nothing_in_good_files(server, name):
    assert server.problems(yaml.safe_dump(GOOD[name])) == []


@pytest.mark.parametrize("name", BAD)
def test_the_language_server_finds_what_is_wrong(server, name):
    assert server.problems(yaml.safe_dump(BAD[name]))


@pytest.mark.parametrize("path", sorted((ROOT / "events").rglob("*.yaml")), ids=lambda path: path.name)
def test_the_language_server_finds_nothing_in_our_events(server, path):
    assert server.problems(path.read_text(encoding="utf-8")) == []


def test_the_language_server_says_where_and_what_to_write(server):
    text = "events:\n- date: 2025-13\n  title: A call\n  status: final\n  tags: talks\n- title: A second call\n"
    assert sorted(server.problems(text)) == [
        (2, "Write a date such as 2025-02-12, or a phrase such as 'February last year'."),
        (4, 'Value is not accepted. Valid values: "draft", "reviewed".'),
        (5, "Write a list: [one, two]."),
        (6, 'Missing property "date".'),
    ]


def test_the_language_server_completes_fields_and_values(server):
    assert {"title", "events", "lanes"} <= server.completions("")
    assert {"date", "title", "sources"} <= server.completions("events:\n  - ")
    assert {"url", "quote", "expression"} <= server.completions("- date: 2025\n  sources:\n    - ")
    assert {"draft", "reviewed"} <= server.completions("- date: 2025\n  status: ")
    assert {"2025-02-12", "February last year"} <= server.completions("- date: ")


def test_the_language_server_explains_a_field(server):
    assert "such as 'February last year'" in server.hover("events:\n  - date: 2025")
