"""Bytes of others as text."""

from __future__ import annotations

import pytest

from timeline.model.encoding import decoded


@pytest.mark.parametrize(
    ("data", "stated", "read"),
    [
        ("é".encode(), (), ("é", "utf-8-sig", True)),
        ("\ufeffé".encode(), (), ("é", "utf-8-sig", True)),
        ("é".encode("utf-16"), ("utf-8",), ("é", "utf-16", True)),
        (b"\xe9", (), ("é", "cp1252", True)),
        (b"\xe9", ("iso-8859-5", "latin-1"), ("щ", "iso-8859-5", True)),
        (b"\xe9", (None, "base64", "undefined", "a\0b", "ascii", "latin-1"), ("é", "latin-1", True)),
        (b"\xe9\x81", (), ("é\ufffd", "cp1252", False)),
        ("é".encode("utf-16") + b"a", (), ("é\ufffd", "utf-16", False)),
        (b"", (), ("", "utf-8-sig", True)),
    ],
)
def test_bytes_are_read_in_the_encoding_that_fits(data, stated, read):
    assert decoded(data, *stated) == read
