"""Measures the built-in reader on the corpus: precision, recall and F1 of each part, language by language.

    python -m tests.quality                 print the table, and fail when a figure lies below its floor
    python -m tests.quality --misses fr     print what was missed as well, of one language or of all
    python -m tests.quality --accept        write what is reached to the floors, lower ones included

A text of `tests/corpus/<language>/` is a TOML file that says what a careful reader finds in it:

    language = "en"
    cases = ["nested marks"]              what the text is there for
    text = '''...'''                      as a reader would paste it, debris included
    quotes = [["Ann Lee", "We won [...] fair"]]   speaker ("" for none) and words; "[...]" stands for what is between
    maybe = ["wish list"]                 quotes that may be shown or not
    actors = [["person", "Ann Lee|Lee", "mayor"]]   kind, name in its forms, role ("" where none is expected)
    others = ["Leeds|City of Leeds"]      named too, of no great part: may be shown or not
    not_actors = ["Reuters"]              must not be shown
    must = ["reopened on Monday"]         words of the sentences that a summary must have
    good = ["cost 3 million"]             words of other sentences that it may have
    bad = ["Subscribe"]                   words that it must not have

Spans match when they share four fifths of their letters. A speaker is right when its words are those of the known name,
or the surname; names of inflected languages match by their stems, and an actor shown twice counts once. The floors
stand in `tests/corpus/floors.toml` and are held by `tests/test_quality.py`.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from bot.domain.brief.builtin import write_draft
from bot.domain.page.files.clean import clean_paste
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftQuote
from bot.domain.values.wish import Length, Wish

CORPUS = Path(__file__).resolve().parent / "corpus"
FLOORS = CORPUS / "floors.toml"
PARTS = ("spans", "speakers", "actors", "kinds", "roles", "summary")
GAP = "[...]"

_SHARED_LETTERS = 0.8
_SHOWN_ACTORS = 8  # As many as a reader looks at; what stands below is not counted against precision.
_STEM_LETTERS = 4  # Letters that inflected forms of one name share at the least.
_ENDING_LETTERS = 3  # Letters by which they differ at the most.
_HAIR = 0.01  # Floors lie this much below what is reached: room for a word, none for a rule that fails.
_WORD = re.compile(r"[^\W_]+")
_OUTER = " \u00a0\u202f\"'“”‘’„«»「」『』.,;:!?…。、，！？؟"


@dataclass(slots=True)
class Score:
    """Counts of one part: what was right, of how many shown, of how many known."""

    right: int = 0
    shown: int = 0
    known: int = 0

    def __iadd__(self, other: Self) -> Self:
        self.right += other.right
        self.shown += other.shown
        self.known += other.known
        return self

    @property
    def precision(self) -> float:
        """Share of what was shown that was right, 1 when nothing was shown."""
        return self.right / self.shown if self.shown else 1.0

    @property
    def recall(self) -> float:
        """Share of what is known that was found, 1 when nothing is known."""
        return self.right / self.known if self.known else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """One text of the corpus with what a careful reader finds in it; the module's docstring tells the fields."""

    name: str
    language: str
    cases: tuple[str, ...]
    text: str
    quotes: tuple[tuple[str, str], ...]
    maybe: tuple[str, ...]
    actors: tuple[tuple[str, str, str], ...]
    others: tuple[str, ...]
    not_actors: tuple[str, ...]
    must: tuple[str, ...]
    good: tuple[str, ...]
    bad: tuple[str, ...]


@dataclass(slots=True)
class Result:
    """The scores of one text or of many, and what was missed, as lines for a reader."""

    scores: dict[str, Score] = field(default_factory=lambda: {part: Score() for part in PARTS})
    misses: list[str] = field(default_factory=list)
    bad: int = 0

    def add(self, other: "Result") -> None:
        """Count another result to this one."""
        for part, score in other.scores.items():
            self.scores[part] += score
        self.misses += other.misses
        self.bad += other.bad


def load(folder: Path = CORPUS) -> list[Case]:
    """Every text of the corpus, by its path."""
    return [_case(path) for path in sorted(folder.glob("*/*.toml"))]


def read(case: Case) -> tuple[Article, Draft]:
    """The text as the bot reads it: cleaned, then drafted by the built-in engine."""
    article = clean_paste(case.text)
    return article, write_draft(article, Wish(length=Length.NORMAL))


def measure(case: Case) -> Result:
    """Score the built-in engine on one text."""
    article, draft = read(case)
    result = Result()
    if article.language != case.language:
        result.misses.append(f"{case.name} | language | {article.language}")
    _measure_quotes(case, article, draft.quotes, result)
    if case.actors:
        _measure_actors(case, draft.actors[:_SHOWN_ACTORS], result)
    _measure_summary(case, [sentence.text for sentence in draft.sentences], result)
    return result


def measure_all(cases: Iterable[Case]) -> dict[str, Result]:
    """Results by language, and of all together under "all"."""
    results: dict[str, Result] = {}
    for case in cases:
        result = measure(case)
        for key in (case.language, "all"):
            results.setdefault(key, Result()).add(result)
    return results


def place_of(words: str, text: str) -> tuple[int, int] | None:
    """Offsets of a quote in a text, by its words or by its two ends; None when it does not stand there."""
    head, _, tail = (part.strip() for part in words.partition(GAP))
    start = text.find(head)
    if start < 0 or not tail:
        return (start, start + len(head)) if start >= 0 else None
    end = text.find(tail, start + len(head))
    return (start, end + len(tail)) if end >= 0 else None


def floors() -> dict[str, dict[str, float]]:
    """The lowest figures that CI lets pass, by language and figure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below(results: Mapping[str, Result], held: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The figures that lie below their floors, and the floors that nothing was measured for, as lines for a reader."""
    reached = {language: figures(result) for language, result in results.items()}
    return [
        f"{language} {figure}: {reached.get(language, {}).get(figure, 0.0):.3f} is below {floor:.3f}"
        for language, floors_of in held.items()
        for figure, floor in floors_of.items()
        if reached.get(language, {}).get(figure, 0.0) < floor
    ]


def figures(result: Result) -> dict[str, float]:
    """What the floors hold: F1 of each part, and the precision of the speakers that are shown."""
    held = {part: result.scores[part].f1 for part in PARTS if result.scores[part].known}
    if "speakers" in held:
        held["speakers_shown"] = result.scores["speakers"].precision
    return held


def table(results: Mapping[str, Result]) -> str:
    """Precision, recall and F1 in per cent, one line for each language."""
    lines = [
        "".join(f"{part:^17}" for part in ("", *PARTS)),
        "language         " + "    P    R   F1  " * len(PARTS) + "bad",
    ]
    for language, result in results.items():
        cells = []
        for score in result.scores.values():
            if score.known:
                cells.append(f"  {score.precision:5.0%}{score.recall:5.0%}{score.f1:5.0%}")
            else:
                cells.append(" " * 14 + "–  ")
        lines.append(f"{language:<15}" + "".join(cells) + f"{result.bad:5}")
    return "\n".join(lines)


def same_name(name: str, forms: str) -> bool:
    """Whether a name is one of the forms ("Ann Lee|Lee"), or the part of it that tells whom it means."""
    mine = _words(name)
    return any(_same_words(mine, _words(form)) for form in forms.split("|"))


def _case(path: Path) -> Case:
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    def rows(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(row) for row in table.pop(key, []))

    def words(key: str) -> tuple[str, ...]:
        return tuple(table.pop(key, []))

    case = Case(
        name=f"{path.parent.name}/{path.stem}",
        language=table.pop("language"),
        cases=words("cases"),
        text=table.pop("text").strip(),
        quotes=tuple((speaker, quote) for speaker, quote in rows("quotes")),
        maybe=words("maybe"),
        actors=tuple((kind, name, role) for kind, name, role in rows("actors")),
        others=words("others"),
        not_actors=words("not_actors"),
        must=words("must"),
        good=words("good"),
        bad=words("bad"),
    )
    if table:
        raise ValueError(f"{path} holds keys that nobody reads: {sorted(table)}")
    return case


def _measure_quotes(case: Case, article: Article, quotes: Sequence[DraftQuote], result: Result) -> None:
    known = [(speaker, place_of(words, article.text)) for speaker, words in case.quotes if words not in case.maybe]
    maybe = [place for words in case.maybe if (place := place_of(words, article.text)) is not None]
    spans, speakers = result.scores["spans"], result.scores["speakers"]
    spans.known += len(known)
    free = list(known)
    language_speaks = bool(case.actors)
    if language_speaks:
        speakers.known += sum(bool(speaker) for speaker, _ in known)
    for quote in quotes:
        start = quote.start if quote.start is not None else article.text.find(quote.text)
        place = (start, start + len(quote.text))
        hit = next((one for one in free if one[1] is not None and _overlap(article.text, one[1], place)), None)
        if hit is None:
            if not any(_overlap(article.text, place, one) for one in maybe):
                spans.shown += 1
                result.misses.append(f"{case.name} | quote too many | {quote.text[:70]}")
            continue
        free.remove(hit)
        spans.shown += 1
        spans.right += 1
        if language_speaks:
            _measure_speaker(case, quote, hit[0], result)
    result.misses += [f"{case.name} | quote missed | {place and article.text[slice(*place)][:70]}" for _, place in free]


def _measure_speaker(case: Case, quote: DraftQuote, speaker: str, result: Result) -> None:
    score = result.scores["speakers"]
    right = bool(quote.speaker) and bool(speaker) and same_name(quote.speaker or "", speaker)
    unnamed = not speaker and (quote.speaker or "X")[0].islower()  # "the crowd" names nobody wrongly.
    score.shown += bool(quote.speaker) and not unnamed
    score.right += right
    if not right and (speaker or quote.speaker) and not unnamed:
        result.misses.append(f"{case.name} | speaker | {quote.text[:50]} | {speaker or '–'} | {quote.speaker}")


def _measure_actors(case: Case, actors: Sequence[DraftActor], result: Result) -> None:
    score, kinds, roles = result.scores["actors"], result.scores["kinds"], result.scores["roles"]
    score.known += len(case.actors)
    kinds.known += len(case.actors)
    roles.known += sum(bool(role) for _, _, role in case.actors)
    free = list(case.actors)
    for actor in actors:
        known = next((one for one in free if same_name(actor.name, one[1])), None)
        if known is None:
            twice = any(same_name(actor.name, one[1]) for one in case.actors)
            if twice or not any(same_name(actor.name, other) for other in case.others):
                score.shown += 1
                result.misses.append(f"{case.name} | actor {'twice' if twice else 'wrong'} | {actor.name}")
            continue
        free.remove(known)
        score.shown += 1
        score.right += 1
        kinds.shown += 1
        kinds.right += actor.kind.value == known[0]
        if actor.kind.value != known[0]:
            result.misses.append(f"{case.name} | kind | {actor.name} | {known[0]} | {actor.kind.value}")
        _measure_role(case, actor, known[2], result)
    result.misses += [f"{case.name} | actor missed | {name}" for _, name, _ in free]


def _measure_role(case: Case, actor: DraftActor, role: str, result: Result) -> None:
    if not role:
        return
    score = result.scores["roles"]
    wanted, got = [_words(text) for text in (role, actor.role)]
    right = sum(any(_same_word(one, other) for other in got) for one in wanted) * 2 >= len(wanted)
    score.shown += bool(actor.role)
    score.right += right
    if not right:
        result.misses.append(f"{case.name} | role | {actor.name} | {role} | {actor.role or '–'}")


def _measure_summary(case: Case, sentences: Sequence[str], result: Result) -> None:
    score = result.scores["summary"]
    fragments = case.must + case.good
    score.shown += len(sentences)
    score.right += sum(any(words in sentence for words in fragments) for sentence in sentences)
    lacking = [words for words in case.must if not any(words in sentence for sentence in sentences)]
    # What is known are the sentences that a summary of this length can have: lacking a needed one costs one of them.
    score.known += min(len(fragments), max(len(sentences), len(case.must)))
    score.right -= min(len(lacking), score.right)
    bad = [sentence for sentence in sentences if any(words in sentence for words in case.bad)]
    result.bad += len(bad)
    result.misses += [f"{case.name} | sentence bad | {sentence[:90]}" for sentence in bad]
    result.misses += [f"{case.name} | sentence lacking | {words}" for words in lacking]
    neutral = [s for s in sentences if s not in bad and not any(words in s for words in fragments)]
    result.misses += [f"{case.name} | sentence weak | {sentence[:90]}" for sentence in neutral]


def _overlap(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = _inner(text, one), _inner(text, other)
    shared = min(first[1], second[1]) - max(first[0], second[0])
    return shared >= _SHARED_LETTERS * (max(first[1], second[1]) - min(first[0], second[0])) > 0


def _inner(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place without marks, points and spaces at its ends."""
    start, end = place
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        end -= 1
    return start, end


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _same_words(mine: Sequence[str], known: Sequence[str]) -> bool:
    if not mine or not known:
        return False
    shorter, longer = sorted((mine, known), key=len)
    return (
        all(any(_same_word(one, other) for other in longer) for one in shorter) and 2 * len(shorter) >= len(longer) - 1
    )


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = len(list(_shared(one, other)))
    return shared >= _STEM_LETTERS and max(len(one), len(other)) - shared <= _ENDING_LETTERS


def _shared(one: str, other: str) -> Iterator[str]:
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            return
        yield mine


def _write_floors(results: Mapping[str, Result]) -> None:
    lines = ["# The lowest figures that CI lets pass; written by `python -m tests.quality --accept`."]
    for language, result in results.items():
        lines += ["", f"[{language}]"]
        lines += [f"{key} = {max(0.0, value - _HAIR):.3f}" for key, value in figures(result).items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; with `--misses` what was missed, with `--accept` write the floors."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="Measure the reader on the corpus.")
    parser.add_argument("--misses", nargs="?", const="all", metavar="LANGUAGE", help="print what was missed")
    parser.add_argument("--accept", action="store_true", help="write what is reached as floors, lower ones included")
    options = parser.parse_args(arguments)
    results = measure_all(load())
    sys.stdout.write(table(results) + "\n")
    if options.misses in results:
        sys.stdout.write("\n".join(["", *results[options.misses].misses, ""]))
    if options.accept:
        _write_floors(results)
    fallen = below(results, floors())
    sys.stdout.write("\n".join(["", *fallen, ""]) if fallen else "")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
