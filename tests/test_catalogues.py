from datetime import date
from re import findall

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from bot.i18n.catalogues import load_catalogues
from bot.i18n.words import NAME_CONTEXT
from bot.reports.quote_search import make_search
from tests.catalogues import faults, lacks, languages, read, update
from tests.support.extraction import extract, extract_from
from tests.support.overhearing import Overhearing

# Languages that the bot speaks besides English.
EXPECTED = {"de", "es", "fr", "it", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"}

MODULE = """
from bot.i18n.marking import to_say

LATER = to_say("Later.")
TABLE = {1: to_say("One.")}

class MoonError(UnreadableError):
    template = "That is the moon."

def speak(words, error, both, number):
    words.say("Now {what}.", what=1)
    words.say("Left." if both else "Right.")
    words.count("{number} moon", "{number} moons", number)
    raise UnreadableError("Raised.")
    raise MoonError
    raise ValueError("Not for people.")
    raise ConfigurationError("For whoever runs it.")
    log.info("Not for people either.")
    metrics.count("moons", number)
    text.count(".", 0, number)
    words.say(LATER)
    words.say(TABLE[1])
    words.say(error.sentence_template)

@command(name=_("moon", name=True), description=_("Shows the moon."))
def moon(): ...
"""


def test_extraction_finds_each_way_of_saying() -> None:
    """Literals where they are said or raised, marked constants, templates of errors, and names apart from sentences."""
    found = extract_from({"bot/moon.py": MODULE})
    assert found.keys == {
        (None, "Later."),
        (None, "One."),
        (None, "That is the moon."),
        (None, "Now {what}."),
        (None, "Left."),
        (None, "Right."),
        (None, ("{number} moon", "{number} moons")),
        (None, "Raised."),
        (None, "Shows the moon."),
        (NAME_CONTEXT, "moon"),
    }
    assert found.gaps == []


@pytest.mark.parametrize(
    ("code", "gap"),
    [
        ("UNMARKED = 'No.'\nwords.say(UNMARKED)", "says UNMARKED, which is not marked by to_say"),
        ("TABLE = {1: 'No.'}\nraise UnreadableError(TABLE[1])", "says TABLE, which is not marked by to_say"),
        ("words.say(f'No {thing}.')", "puts a template together"),
        ("words.say('No ' + thing)", "puts a template together"),
        ("words.count(one, '{number} moons', number)", "counts with forms that are no literals"),
        ("NOTE = 'Nobody said or marked this.'", "holds an unmarked sentence"),
        ("Button(label='Press')", "gives a literal as label"),
        ("words.count('a', 'b', 1)\nwords.count('a', 'c', 1)", "has another plural of “a” than bot/gap.py:1"),
    ],
)
def test_extraction_names_what_no_catalogue_can_have(code: str, gap: str) -> None:
    """What is said in a way that cannot be translated is a gap."""
    assert [found.partition(" ")[2] for found in extract_from({"bot/gap.py": code}).gaps] == [gap]


def test_a_catalogue_that_lacks_a_sentence_is_found() -> None:
    """A missing, fuzzy, unneeded or half translated sentence is named, and so is one with other fields."""
    template = extract_from({"bot/moon.py": MODULE}).catalogue()
    catalogue = Catalog(locale="uk")
    update(catalogue, template)
    for message in catalogue:
        if message.id:
            message.string = ("{number} а", "{number} б", "{number} в") if isinstance(message.id, tuple) else message.id
    assert list(lacks(catalogue, template)) == []
    assert list(faults(catalogue)) == []
    catalogue["Left."].string = ""
    catalogue["Right."].flags.add("fuzzy")
    catalogue["Now {what}."].string = "{wat}"
    catalogue["{number} moon"].string = ("{number} а", "", "{number} в")
    catalogue.add("Long gone.", "Давно минуло.")
    assert set(lacks(catalogue, template)) == {
        "is not translated: Left.",
        "is fuzzy: Right.",
        "is not translated: ('{number} moon', '{number} moons')",
        "is said no more: Long gone.",
    }
    assert "has other fields: {wat}" in set(faults(catalogue))


def test_an_update_keeps_translations() -> None:
    """What is translated stays translated when the code changes, and what is said no more goes."""
    template = extract_from({"bot/moon.py": MODULE}).catalogue()
    catalogue = Catalog(locale="de")
    update(catalogue, template)
    catalogue["Left."].string = "Links."
    catalogue["Right."].string = "Rechts."
    update(catalogue, extract_from({"bot/moon.py": MODULE.replace('"Right."', '"Straight on."')}).catalogue())
    assert catalogue["Left."].string == "Links."
    assert "Right." not in catalogue
    assert "Straight on." in catalogue


def test_everything_that_is_said_can_be_translated() -> None:
    """No sentence of the program is said in a way that the catalogues cannot have."""
    assert extract().gaps == []


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_missing(language: str) -> None:
    """A catalogue has every sentence of the code, looked at and in all its forms, and no other; else `make locales`."""
    assert list(lacks(read(language), extract().catalogue())) == []


def test_the_languages_that_are_read_are_spoken() -> None:
    """The languages whose news is read have catalogues, and the program reads them."""
    assert set(languages()) >= EXPECTED
    assert set(load_catalogues().languages) == {"en", *languages()}


@pytest.mark.parametrize("language", languages())
def test_translations_have_the_fields_of_the_english(language: str) -> None:
    """A translation is filled with what its English is filled with, in as many plural forms as its language has."""
    assert list(faults(read(language))) == []


@pytest.mark.parametrize("language", ["en", *languages()])
def test_a_day_is_read_in_the_words_that_are_offered(language: str) -> None:
    """The word for yesterday that a refused date names is read as yesterday, in each language."""
    template = "I cannot read the date “{value}”; write it as 2026-11-24, or “yesterday”."
    offered = findall(r"[“„«”]\s?([^“”«»„]+?)\s?[“”»]", load_catalogues().words(language).say(template))[-1]
    assert make_search(None, None, None, offered, None, date(2026, 11, 24)).since == date(2026, 11, 23)


@pytest.mark.parametrize("language", languages())
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    """The catalogue's rule gives each of the first thousand numbers the form that CLDR gives it."""
    words = load_catalogues().words(language)
    cldr = Locale.parse(language).plural_form
    # A rule may have forms that whole numbers never take; those that they do take must not be mixed up.
    pairs = {(cldr(number), words.plural(number)) for number in range(1000)}
    assert len({form for form, _ in pairs}) == len({index for _, index in pairs}) == len(pairs)


def test_what_is_said_without_being_extracted_is_heard() -> None:
    """Whatever is said in end-to-end tests and stands in no catalogue must be a template of the code."""
    overhearing = Overhearing()
    english = overhearing.catalogues.words("en")
    english.say(next(id_ for _, id_ in sorted(extract().keys, key=str) if isinstance(id_, str) and "{" not in id_))
    assert overhearing.unknown == set()
    english.say("Nobody wrote this.")
    assert overhearing.unknown == {"Nobody wrote this."}
