"""Measures how the built-in engine reads news of a language for which nobody else marked texts: `<code>.toml` beside.

    python -m tests.news.reading nl            print the figures
    python -m tests.news.reading nl --show     print each fault as well

A file has the figures that its language must keep, and stories as newspapers write them, all invented:

    [floors]                                at least, or at most for what is wrong
    kinds = 0.88
    [[stories]]
    text = '''...'''
    names = [["person", "Ann Lee"]]         every name in the text, with its kind; "|" parts its forms
    quotes = [["Ann Lee", "We won"]]        who says what, by its first words; "" where the text names nobody
    roles = [["Ann Lee", "mayor"]]          who is to be shown with a role that has these words
    must = ["on 1 March"]                   words that the headline or the summary has
    true = ["..."]                          what the text says
    false = ["..."]                         what it does not

The figures: `bogus` shares no word with a name, `overlong` has words beyond each name that it touches, `cut` stands
inside a longer one (all three of the first eight actors); `kinds` are right; `persons` of two words are found;
`right_of_all` and `right_of_shown` are of speakers; `lies` stand and `truths` stand; `leads` have what they must.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.domain.brief.builtin import write_draft
from bot.domain.claims.claims import Claims
from bot.domain.page.files.clean import clean_paste
from bot.domain.values.draft import Draft, DraftActor
from bot.domain.values.wish import Wish
from tests.quality import same_name

HERE = Path(__file__).resolve().parent
WRONG = {"bogus", "overlong", "cut", "lies"}
"""Figures that must lie at or below their floor; the others lie at or above it."""

_SHOWN_ACTORS = 8  # As many as a reader looks at.
_LETTERS = 4  # Longer words are compared without their last three letters, so that cases do not matter.
_ENDING = 3
_OUTER = " \"'“”‘’„«»—–-.,;:!?"


@dataclass(slots=True)
class Reading:
    """Counts of right and wrong over stories, and each fault as a line for a reader."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Each figure as a share; 1 or 0 where nothing was to be counted."""
        counts = self.counts
        parts = {
            "bogus": ("bogus", "actors"), "overlong": ("overlong", "actors"), "cut": ("cut", "actors"),
            "kinds": ("kinds", "typed"), "persons": ("persons", "people"), "roles": ("roles", "parts"),
            "right_of_all": ("speakers", "spoken"), "right_of_shown": ("speakers", "named"),
            "lies": ("lies", "false"), "truths": ("truths", "true"), "leads": ("leads", "must"),
        }  # fmt: skip
        return {
            name: round(counts[right] / counts[of], 3) if counts[of] else float(name not in WRONG)
            for name, (right, of) in parts.items()
        }

    def fault(self, kind: str, *what: str) -> None:
        """Keep a fault for a reader."""
        self.faults.append(" | ".join((kind, *what)))


def stories(code: str) -> dict[str, Any]:
    """The stories of a language and its floors."""
    return tomllib.loads((HERE / f"{code}.toml").read_text(encoding="utf-8"))


def read(code: str, chosen: slice = slice(None)) -> Reading:
    """The stories of a language as the built-in engine reads them, all or some."""
    reading = Reading()
    for story in stories(code)["stories"][chosen]:
        article = clean_paste(story["text"].strip())
        if article.language != code:
            reading.fault("language", str(article.language), article.text[:50])
        draft = write_draft(article, Wish())
        _names(story, draft, reading)
        _speakers(story, draft, reading)
        _claims(story, Claims(article), reading)
        said = " ".join([draft.headline, *(sentence.text for sentence in draft.sentences)])
        for words in story["must"]:
            reading.counts.update(must=1, leads=int(words in said))
            if words not in said:
                reading.fault("lead", words, said)
    return reading


def _names(story: dict[str, Any], draft: Draft, reading: Reading) -> None:
    gold = [(kind, form) for kind, forms in story["names"] for form in forms.split("|")]
    for actor in draft.actors[:_SHOWN_ACTORS]:
        touched = [(kind, form) for kind, form in gold if _stems(form) & _stems(actor.name)]
        reading.counts["actors"] += 1
        verdict = _verdict(actor, [form for _, form in touched])
        reading.counts[verdict] += 1
        if verdict != "fine":
            reading.fault(verdict, actor.name, actor.kind.value, str([form for _, form in touched]))
        if touched:
            best = max(_likeness(form, actor.name) for _, form in touched)
            kinds = {kind for kind, form in touched if _likeness(form, actor.name) == best}
            right = actor.kind.value in kinds or (
                actor.kind.value == "group" and bool(kinds & {"organisation", "other"})
            )
            reading.counts.update(typed=1, kinds=int(right))
            if not right:
                reading.fault("kind", actor.name, "/".join(sorted(kinds)), actor.kind.value)
    for kind, forms in story["names"]:
        if kind == "person" and " " in forms.split("|")[0]:
            found = any(
                len(_stems(actor.name) & _stems(form)) >= min(2, len(_stems(form)))
                for actor in draft.actors
                for form in forms.split("|")
            )
            reading.counts.update(people=1, persons=int(found))
            if not found:
                reading.fault("person missed", forms)
    for name, role in story["roles"]:
        shown = next((actor for actor in draft.actors if same_name(actor.name, name)), None)
        right = shown is not None and role.casefold() in shown.role.casefold()
        reading.counts.update(parts=1, roles=int(right))
        if not right:
            reading.fault("role", name, role, shown.role if shown else "not shown")


def _verdict(actor: DraftActor, touched: Sequence[str]) -> str:
    mine = _stems(actor.name)
    if not touched:
        return "bogus"
    if any(mine == _stems(form) for form in touched):
        return "fine"
    return "cut" if any(mine < _stems(form) for form in touched) else "overlong"


def _likeness(one: str, other: str) -> float:
    return len(_stems(one) & _stems(other)) / len(_stems(one) | _stems(other))


def _stems(name: str) -> frozenset[str]:
    words = [word.strip(_OUTER).casefold() for word in name.replace("-", " ").split()]
    return frozenset(
        word if len(word) <= _LETTERS else word[: max(_LETTERS, len(word) - _ENDING)] for word in words if word
    )


def _speakers(story: dict[str, Any], draft: Draft, reading: Reading) -> None:
    for speaker, words in story["quotes"]:
        quote = next((quote for quote in draft.quotes if words[:20].strip(_OUTER) in quote.text), None)
        shown = quote.speaker if quote else None
        right = same_name(shown or "", speaker) if speaker else False
        unnamed = not shown or shown[0].islower()
        reading.counts.update(spoken=bool(speaker), named=int(right or not unnamed), speakers=int(right))
        if (not right and speaker) or (not speaker and not unnamed):
            reading.fault("speaker", words[:40], speaker or "nobody", "no quote" if quote is None else str(shown))


def _claims(story: dict[str, Any], claims: Claims, reading: Reading) -> None:
    for truth in story["true"]:
        stands = claims.sentence(truth).stands
        reading.counts.update(true=1, truths=int(stands))
        if not stands:
            reading.fault("truth fell", truth)
    for lie in story["false"]:
        stands = claims.sentence(lie).stands
        reading.counts.update(false=1, lies=int(stands))
        if stands:
            reading.fault("lie stood", lie)


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The figures on the wrong side of their floors, as lines for a reader."""
    return [
        f"{name} is {figures[name]}, not {floor}"
        for name, floor in floors.items()
        if (figures[name] > floor if name in WRONG else figures[name] < floor)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a language."""
    parser = argparse.ArgumentParser(prog="python -m tests.news.reading", description="Measure the reading of news.")
    parser.add_argument("code", help="the language, as in `<code>.toml`")
    parser.add_argument("--show", action="store_true", help="print each fault")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="leave out the first N stories")
    options = parser.parse_args(arguments)
    reading = read(options.code, slice(options.first, None))
    if options.show:
        sys.stdout.write("\n".join([*reading.faults, ""]))
    sys.stdout.write(" ".join(f"{name} {share:.3f}" for name, share in reading.figures().items()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
