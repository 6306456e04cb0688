"""What the columns of a table are, told from the words above them in the languages that we speak."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from timeline.model.event import LISTS

__all__ = ["FIELDS", "IMAGE", "PARTS", "PLAIN", "WORDS", "guess", "source_part"]

PARTS = ("url", "title", "publisher", "published", "quote", "expression")
IMAGE = {
    "image": "src",
    "image alt": "alt",
    "image credit": "credit",
    "image width": "width",
    "image height": "height",
}
PLAIN = ("id", "date", "title", "text", "lane", "expression", "published", "status", "certainty", "importance")
_SOURCE = re.compile(rf"source(?: ([2-9]|[1-9]\d))? ({'|'.join(PARTS)})")

# What a column can be: fields, parts of a date that are put together, and a source as its address or its name.
FIELDS = (*PLAIN, *LISTS, *IMAGE, "end", "year", "month", "day", "source", *(f"source {part}" for part in PARTS))

# Where several columns could be one field, it is the one whose word stands first.
WORDS: dict[str, str] = {
    "date": "date datum fecha التاريخ تاريخ event-date when wann cuándo quand متى start start-date begin begin-date"
    " beginn anfang startdatum anfangsdatum inicio fecha-inicio fecha-de-inicio début date-début date-de-début"
    " البداية تاريخ-البداية from von desde من datetime zeitpunkt timestamp zeitstempel",
    "end": "end end-date ende enddatum fin fecha-fin fecha-de-fin date-fin date-de-fin النهاية تاريخ-النهاية finish"
    " finish-date to until bis hasta إلى",
    "year": "year jahr año année السنة سنة العام",
    "month": "month monat mes mois الشهر شهر",
    "day": "day tag día jour اليوم يوم",
    "title": "title titel título titre العنوان عنوان headline überschrift ueberschrift schlagzeile titular titulares"
    " event ereignis evento acontecimiento événement evenement الحدث حدث name nom nombre الاسم what was qué quoi"
    " ماذا summary subject betreff message label",
    "text": "text texto texte النص نص description beschreibung descripción الوصف وصف details detalles détails"
    " التفاصيل body inhalt contenido contenu المحتوى notes note notizen notiz notas ملاحظات",
    "lane": "lane spur group gruppe grupo groupe المجموعة category kategorie categoría catégorie الفئة فئة section"
    " rubrik ressort sección rubrique القسم track row zeile fila series serie série",
    "tags": "tags keywords schlagwörter schlagwoerter schlagworte schlagwort stichwörter stichworte etiquetas"
    " étiquettes palabras-clave mots-clés الوسوم وسوم الكلمات-المفتاحية topics themen temas thèmes المواضيع labels",
    "people": "people personen personas personnes الأشخاص أشخاص persons person persona personne participants"
    " beteiligte participantes who wer quién qui",
    "organizations": "organizations organisations organisationen organizaciones المنظمات منظمات organization"
    " organisation organización المؤسسات companies unternehmen firmen empresas entreprises institutionen"
    " instituciones institutions",
    "places": "places orte lugares lieux الأماكن أماكن place ort lugar lieu المكان مكان location الموقع where wo"
    " dónde où أين venue schauplatz city stadt ciudad ville المدينة",
    "image": "image bild imagen الصورة صورة image-url bild-url bildadresse url-imagen url-image picture photo foto"
    " media",
    "image alt": "alt-text image-alt-text alternativtext bildbeschreibung texto-alternativo texte-alternatif"
    " النص-البديل",
    "image credit": "image-credit media-credit photo-credit bildnachweis bildquelle fotograf crédito-de-imagen"
    " crédit-photo credit crédito crédit",
    "id": "id identifier internal-identifier unique-id uid slug key kennung identificador identifiant المعرف",
    "source": "source quelle fuente المصدر مصدر beleg",
    "source url": "source-url source-link url link enlace lien الرابط رابط quelle-url quellen-url quelle-link"
    " quellenlink fuente-url url-de-la-fuente url-de-la-source weblink webadresse href website web links enlaces"
    " liens",
    "source publisher": "publisher outlet newspaper herausgeber zeitung editorial periódico éditeur journal الناشر"
    " الصحيفة medium medio",
    "source published": "publication-date pub-date date-published veröffentlichungsdatum erscheinungsdatum"
    " fecha-de-publicación date-de-publication تاريخ-النشر",
    "source quote": "quote quotation zitat cita citation الاقتباس اقتباس",
    "importance": "importance wichtigkeit importancia الأهمية weight gewichtung peso poids relevanz relevancia"
    " priority priorität prioritaet prioridad priorité",
}


def guess(headers: Sequence[str]) -> dict[str, str]:
    """Which field each column is, "" where nothing fits; no field twice.

    >>> guess(["When", "What", "Source URL", "Budget"])
    {'When': 'date', 'What': 'title', 'Source URL': 'source url', 'Budget': ''}
    >>> guess(["Datum", "Ereignis", "Überschrift"])
    {'Datum': 'date', 'Ereignis': '', 'Überschrift': 'title'}
    """
    meant = {header: _meaning(header) for header in headers}
    best: dict[str, str] = {}
    for header, (field, _) in sorted(meant.items(), key=lambda item: item[1][1]):
        best.setdefault(field, header)
    found = {header: field if best[field] == header else "" for header, (field, _) in meant.items()}
    if "date" not in best and "year" in best:
        return found
    return {header: "" if field in ("year", "month", "day") else field for header, field in found.items()}


def source_part(field: str) -> tuple[int, str] | None:
    """The place of a source in its event, from 0 on, and the part of it that a column is; None for other columns.

    >>> source_part("source url"), source_part("source 2 title"), source_part("title")
    ((0, 'url'), (1, 'title'), None)
    """
    match = _SOURCE.fullmatch(field)
    return (int(match[1] or 1) - 1, match[2]) if match else None


def _plain(words: str) -> str:
    """Words without spaces, accents, digits and signs."""
    return re.sub(r"[\W\d_]", "", unicodedata.normalize("NFKD", words.casefold()))


_BY_WORD = {
    _plain(word): (field, place) for field, words in WORDS.items() for place, word in enumerate(words.split(), 1)
}


def _meaning(header: str) -> tuple[str, int]:
    """The field that a header names, and how far down among the words for it the header stands."""
    plain = " ".join(header.casefold().replace("_", " ").replace(".", " ").split())
    if plain in FIELDS or source_part(plain):
        return plain, 0
    return _BY_WORD.get(_plain(plain), ("", 0))
