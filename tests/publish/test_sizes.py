"""How large pictures are: as their files say, whatever is in them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.event import Image
from timeline.publish.sizes import size_of


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"\0" * ((width + 1) * height)) if width * height < 1e6 else b""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, turned: bool = False, noted: int = 0) -> bytes:
    """The beginning of a photograph: how the camera was held, other notes of it, the frame."""
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, 6 if turned else 1, 0, 0)
    exif = b"Exif\0\0" + tiff
    notes = b"".join(b"\xff\xe2" + struct.pack(">H", 60_000) + bytes(59_998) for _ in range(noted))
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes(9)
    parts = [b"\xff\xd8\xff\xe1", struct.pack(">H", len(exif) + 2), exif, notes]
    return b"".join([*parts, b"\xff\xc0", struct.pack(">H", len(frame) + 2), frame, b"\xff\xd9"])


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(60)


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + size + bytes(40)


def svg(width: int, height: int) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><rect/></svg>'.encode()


def read(folder: Path, content: bytes, name: str = "a.png") -> tuple[int, int] | None:
    (folder / name).write_bytes(content)
    return size_of(Image(src=name, alt="A"), folder)


@pytest.mark.parametrize("made", [png, jpeg, gif, webp, svg])
def test_the_size_is_the_one_that_the_file_has(tmp_path, made):
    assert read(tmp_path, made(640, 480)) == (640, 480)


def test_a_photograph_stands_as_browsers_show_it(tmp_path):
    assert read(tmp_path, jpeg(640, 480, turned=True)) == (480, 640)


def test_the_notes_of_a_camera_are_passed_over(tmp_path):
    assert read(tmp_path, jpeg(640, 480, noted=3)) == (640, 480)


def test_what_a_person_wrote_is_taken_first(tmp_path):
    (tmp_path / "a.png").write_bytes(png(10, 10))
    assert size_of(Image(src="a.png", alt="A", width=30, height=20), tmp_path) == (30, 20)
    assert size_of(Image(src="a.png", alt="A", width=30), tmp_path) == (10, 10)


def test_a_name_is_written_as_in_an_address(tmp_path):
    (tmp_path / "a b.png").write_bytes(png(10, 20))
    assert size_of(Image(src="a%20b.png", alt="A"), tmp_path) == (10, 20)


def test_nothing_outside_of_the_folder_is_read(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret.png").write_bytes(png(10, 20))
    (docs / "link.png").symlink_to(tmp_path / "secret.png")
    for source in ("link.png", "%2Fetc/passwd", "a%00b.png", "https://a.example/a.png", "."):
        assert size_of(Image(src=source, alt="A"), docs) is None


BROKEN = {
    "empty": b"",
    "text": b"no picture",
    "cut": png(640, 480)[:20],
    "no width": png(0, 480),
    "huge": png(2**31, 2**31),
    "of another kind": b"P5 " + b"1" * 3_000_000,
    "a circle of directories": b"II*\0\x08\0\0\0" + b"\xff" * 500_000,
    "notes without end": b"\xff\xd8" + b"\xff\xe1\0\x02" * 500_000,
    "drawing without a size": b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'></svg>",
    "drawing in percent": b"<svg width='100%' height='100%'></svg>",
    "entities": b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg width='&b;' height='&b;'/>",
    "endless": b"<svg width='" + b"9" * 400 + b"' height='" + b"9" * 400 + b"'/>",
    "a box in a box": (b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0\0\0\x08jp2h" * 100_000),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_picture_has_no_size(tmp_path, content):
    assert read(tmp_path, content) is None


@given(st.binary(max_size=300), st.sampled_from([png, jpeg, gif, webp, svg]), st.integers(0, 60))
def test_no_bytes_stop_a_build(tmp_path_factory, noise, made, kept):
    content = made(64, 48)[:kept] + noise
    found = read(tmp_path_factory.getbasetemp(), content, f"{zlib.crc32(content)}.png")
    assert found is None or all(1 <= length <= 20_000 for length in found)
