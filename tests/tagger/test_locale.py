"""Every language file is sound: its rules fit the operators, and each is needed."""

import ast
import collections
import inspect
from pathlib import Path

import pytest

from timeline.model.errors import TimelineError
from timeline.tagger import operators
from timeline.tagger.examples import examples
from timeline.tagger.fields import TENSE_LISTS, refuse_unknown
from timeline.tagger.interpret import READERS
from timeline.tagger.items import Choice, Slot
from timeline.tagger.locale import Locale, TenseWords, languages, load_locale
from timeline.tagger.members import MEMBERS
from timeline.tagger.operators import OPERATORS
from timeline.tagger.pattern import parse_pattern
from timeline.tagger.published import read_published
from timeline.tagger.resolve import Resolver

RULES = [
    pytest.param(language, entry, id=f"{language}/{entry['id']}")
    for language in languages()
    for entry in load_locale(language).data["rules"]
]


def names(items):
    """The names of all places."""
    options = [option for item in items if isinstance(item, Choice) for option in item.options]
    return {item.name for item in items if isinstance(item, Slot) and item.name}.union(*map(names, options))


@pytest.mark.parametrize(("language", "entry"), RULES)
def test_a_rule_hands_its_operator_what_it_takes(language, entry):
    rule = next(rule for rule in load_locale(language).rules if rule.id == f"{language}/{entry['id']}")
    if rule.make in MEMBERS or rule.make in READERS:
        return
    parameters = inspect.signature(OPERATORS[rule.make]).parameters
    takes_all = any(one.kind is inspect.Parameter.VAR_KEYWORD for one in parameters.values())
    for pattern in rule.patterns:
        handed = names(pattern.items) | set(rule.fixed)
        assert takes_all or handed <= set(parameters), handed - set(parameters)


@pytest.mark.parametrize(("language", "entry"), RULES)
def test_a_rule_is_documented_and_has_examples(language, entry):
    assert entry.get("doc", "").endswith(".")
    assert entry.get("examples") or (entry.get("not") and entry["make"] == "nothing")


@pytest.mark.parametrize(("language", "entry"), RULES)
def test_a_rule_has_counter_examples(language, entry):
    assert entry.get("not"), "write a text that looks like what the rule reads, and has no time in it"


@pytest.mark.parametrize(("language", "entry"), RULES)
def test_without_a_rule_its_examples_read_otherwise(language, entry):
    whole = load_locale(language, frozenset(load_locale(language).anchors))
    others = [other for other in whole.data["rules"] if other["id"] != entry["id"]]
    rest = Locale({**whole.data, "rules": others}, frozenset(whole.anchors))
    texts = [one.text for one in examples(whole) if one.rule == f"{language}/{entry['id']}"] + entry.get("not", [])
    assert any(_values(whole, text) != _values(rest, text) for text in texts), "a rule that no example needs is removed"


def _values(locale, text):
    resolver = Resolver(locale, read_published(locale.published), tuple(locale.anchors.items()))
    found = [one.timex() for one in resolver.read(text)]
    return [(one.start, one.end, one.type, one.value, one.mod, one.begin_point, one.quant, one.freq) for one in found]


def test_an_unknown_language_is_refused_with_those_that_are_known():
    with pytest.raises(TimelineError, match="en"):
        load_locale("tlh")


def test_every_parameter_of_an_operator_is_given_by_a_rule_or_by_another_operator():
    given = collections.defaultdict(set)
    for rule in (rule for language in languages() for rule in load_locale(language).rules):
        given[rule.make] |= set(rule.fixed).union(*(names(pattern.items) for pattern in rule.patterns))
    for path in (Path(operators.__file__).parent).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given[node.func.id] |= {keyword.arg for keyword in node.keywords}
    taken = {
        (name, one.name)
        for name, operator in OPERATORS.items()
        for one in inspect.signature(operator).parameters.values()
        if one.kind is inspect.Parameter.KEYWORD_ONLY
    }
    assert {(name, one) for name, one in taken if one not in given[name]} == set()


def test_the_names_of_another_editor_make_no_pattern_that_is_there_be_read_again():
    load_locale("en")
    read = parse_pattern.cache_info().misses
    named = load_locale("en", frozenset({"the fire in the harbour"}))
    assert parse_pattern.cache_info().misses - read <= len(named.values["anchor"])
    assert named.data is load_locale("en").data


@pytest.mark.parametrize(
    ("data", "says", "hint"),
    [
        ({"lexikon": {}}, "there is no field 'lexikon' in a locale", "did you mean 'lexicon'?"),
        (
            {"tense": {"past": "war", "past-ending": "te"}},
            "there is no list 'past-ending' under 'tense'",
            "did you mean 'past-endings'?",
        ),
        (
            {"rules": [{"id": "unit", "patern": "{unit}"}]},
            "there is no field 'patern' in a rule, as 'unit' has it",
            "did you mean 'pattern'?",
        ),
        ({"rules": [{"zzz": ""}]}, "there is no field 'zzz' in a rule, as '?' has it", "use one of: after, doc, "),
    ],
)
def test_a_name_that_nothing_asks_for_is_refused_with_the_one_that_is_meant(tmp_path, data, says, hint):
    with pytest.raises(TimelineError) as caught:
        refuse_unknown(data, tmp_path / "nl.yaml")
    assert (caught.value.path, caught.value.message) == (str(tmp_path / "nl.yaml"), says)
    assert caught.value.hint.startswith(hint)


def test_a_locale_that_is_added_is_refused_when_it_is_loaded(tmp_path, monkeypatch):
    (tmp_path / "zz.yaml").write_text("language: zz\npublished: 2024-05-03\nframe: {}\n", encoding="utf-8")
    monkeypatch.setattr("timeline.tagger.locale._FOLDER", tmp_path)
    monkeypatch.setattr("timeline.tagger.locale.languages", lambda: ("zz",))
    with pytest.raises(TimelineError, match="'frame' in a locale"):
        load_locale("zz")


def test_every_list_that_is_asked_for_is_known_and_no_other(monkeypatch):
    asked = {"past-endings"}
    words = TenseWords.set
    monkeypatch.setattr(TenseWords, "set", lambda self, name: asked.add(name) or words(self, name))
    locale = load_locale("en")
    resolver = Resolver(Locale(locale.data), read_published(locale.published))
    resolver.read("They met on Friday.")
    assert asked == TENSE_LISTS, "name in timeline/tagger/fields.py what a reader asks for"
