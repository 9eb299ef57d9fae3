"""Brings the catalogues of `bot/i18n/locales` up to date with what the code says, keeping every translation.

    python -m tests.catalogues          update every catalogue, and say how many sentences each lacks
    python -m tests.catalogues cs hu    begin catalogues for Czech and Hungarian as well

A sentence that changed a little keeps its translation, marked as fuzzy until somebody has looked at it; one that nobody
says any more is taken out. `tests/test_catalogues.py` names what is missing or wrong.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.support.extraction import ROOT, extract

LOCALES = ROOT / "bot" / "i18n" / "locales"
FILE = Path("LC_MESSAGES") / "nutgraf.po"
WIDTH = 110


def main(codes: Sequence[str]) -> None:
    """Update the catalogues that are there, and those of `codes`."""
    template = extract().catalogue()
    for language in sorted({*languages(), *codes}):
        catalogue = read(language)
        update(catalogue, template)
        write(language, catalogue)
        lacking = sum(not is_done(message) for message in catalogue if message.id)
        print(f"{language}: {len(catalogue)} sentences, {lacking} to translate")  # noqa: T201  # A command's answer.


def languages() -> list[str]:
    """Codes of the languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALES.glob(f"*/{FILE}"))


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none."""
    file = LOCALES / language / FILE
    if not file.exists():
        return Catalog(locale=language, project="nutgraf", charset="utf-8", header_comment=f"# {language}", fuzzy=False)
    return read_po(BytesIO(file.read_bytes()), locale=language)


def update(catalogue: Catalog, template: Catalog) -> None:
    """Give a catalogue what the code says, and take out what it says no more."""
    catalogue.update(template, update_creation_date=False)
    catalogue.obsolete.clear()


def write(language: str, catalogue: Catalog) -> None:
    """Write a catalogue so that an unchanged one is the same file: without dates of its own and numbers of lines."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue.last_translator = "Nutgraf's contributors"
    catalogue.language_team = language
    file = LOCALES / language / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False, ignore_obsolete=True)


def lacks(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """What a catalogue has not, has unseen, or has without need."""
    for message in template:
        known = catalogue.get(message.id, message.context) if message.id else message
        if known is None or (message.id and not all(forms(known))):
            yield f"is not translated: {message.id}"
        elif known.fuzzy and message.id:
            yield f"is fuzzy: {message.id}"
        elif known.id != message.id:
            yield f"has another plural: {message.id}"
    for message in catalogue:
        if message.id and template.get(message.id, message.context) is None:
            yield f"is said no more: {message.id}"


def faults(catalogue: Catalog) -> Iterator[str]:
    """What is wrong with the translations that a catalogue has: their number of forms, and their fields."""
    for message in catalogue:
        if not message.id or message.fuzzy or not any(forms(message)):
            continue
        counts = not isinstance(message.id, str)
        if len(forms(message)) != (catalogue.num_plurals if counts else 1):
            yield f"has {len(forms(message))} forms: {message.id}"
        ids = (message.id,) if isinstance(message.id, str) else message.id
        # One thing may be spoken of without its number where the English does so.
        spare = {"number"} if counts and "number" not in _fields(ids[0]) else set[str | None]()
        for place, form in enumerate(forms(message)):
            wrong = _fields(form) ^ _fields(ids[-1])
            if wrong - (spare if place == 0 else set()):
                yield f"has other fields: {form}"


def _fields(text: str) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def is_done(message: Message) -> bool:
    """Whether a message is translated, in all its forms, and somebody has looked at it."""
    return all(forms(message)) and not message.fuzzy


if __name__ == "__main__":
    main(sys.argv[1:])
