"""Which column is which field, by the words above it in each language that we speak."""

from __future__ import annotations

import pytest

from timeline.exchange.headers import WORDS, guess


@pytest.mark.parametrize("field", WORDS)
def test_every_word_names_its_field_and_no_other(field):
    beside = ["year"] if field in ("month", "day") else []
    for word in WORDS[field].split():
        assert guess([word, *beside])[word] == field
        assert guess([word.upper(), *beside])[word.upper()] == field


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (["date", "title", "lane", "tags"], ["date", "title", "lane", "tags"]),
        (["Start Date", "End Date", "Headline", "Description"], ["date", "end", "title", "text"]),
        (["Datum", "Titel", "Beschreibung", "Ort", "Quelle"], ["date", "title", "text", "places", "source"]),
        (["Year", "Month", "Day", "Event"], ["year", "month", "day", "title"]),
        (["Date", "Day", "What", "What else"], ["date", "", "title", ""]),
        (["When", "Begin", "Source 2 URL", "source_title"], ["date", "", "source 2 url", "source title"]),
        (["Datum", "Ereignis", "Überschrift", "Text"], ["date", "", "title", "text"]),
        (["Zeitstempel", "Datum", "Schlagworte", "Wichtigkeit"], ["", "date", "tags", "importance"]),
        (["Quelle (URL)", "Quelle"], ["source url", "source"]),
        (["Quelle", "URL", "Kategorie", "Bild"], ["source", "source url", "lane", "image"]),
        (["Fecha", "Título", "Descripción", "Enlace", "Categoría"], ["date", "title", "text", "source url", "lane"]),
        (["AÑO", "Mes", "Día", "Titular"], ["year", "month", "day", "title"]),
        (["Date", "Titre", "Mots-clés", "Catégorie", "Lieu"], ["date", "title", "tags", "lane", "places"]),
        (["Début", "Fin", "Événement", "Lien"], ["date", "end", "title", "source url"]),
        (["التاريخ", "العنوان", "الوصف", "المكان", "الرابط"], ["date", "title", "text", "places", "source url"]),
        (["Image URL", "Alt text", "ID", "Status"], ["image", "image alt", "id", "status"]),
    ],
)
def test_columns_are_guessed_from_their_names(headers, fields):
    assert guess(headers) == dict(zip(headers, fields, strict=True))
