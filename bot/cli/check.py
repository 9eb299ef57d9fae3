"""`nutgraf check`: holds a summary, by whomever, against its article: what stands, and why the rest does not.

A draft is a text with a sentence a line, or JSON:

    {"headline": str|null, "summary": [str], "actors": [{"name": str, "role": str}],
     "quotes": [{"text": str, "speaker": str|null}], "language": str|null}
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.cli.terminal import OutputLine
from bot.domain.claims.claims import Claims
from bot.domain.claims.second_look import question_of, role_claim, weighed
from bot.domain.values.article import Article
from bot.domain.values.proof import Question, Verdict
from bot.errors import UnreachableError, UnreadableError
from config import limits

NOT_ALL_STAND = 1
"""The exit status where a claim does not stand."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What somebody says of an article: sentences, a headline, actors with roles, quotes with speakers."""

    summary: tuple[str, ...] = ()
    headline: str | None = None
    actors: tuple[tuple[str, str], ...] = ()
    quotes: tuple[tuple[str, str | None], ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of statements, and what a second look may be asked of them.

    `shown` is the object that `--json` prints.
    """

    shown: dict[str, Any]
    questions: tuple[Question, ...] = field(default=())

    @property
    def stands(self) -> bool:
        """Whether all stands that was said."""
        shown = self.shown
        claims = [*shown["summary"], *([shown["headline"]] if shown["headline"] else ())]
        named = all(actor["stands"] and (actor["role_stands"] or not actor["role"]) for actor in shown["actors"])
        said = all(quote["stands"] and (quote["speaker_stands"] or not quote["speaker"]) for quote in shown["quotes"])
        return named and said and all(claim["stands"] for claim in claims)


def read_statements(path: Path) -> Statements:
    """The statements in a file.

    Raises:
        UnreachableError: there is no such file, or it cannot be read.
        UnreadableError: it holds no draft.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limits.DRAFT_BYTES + 1)
    except FileNotFoundError:
        raise UnreachableError("There is no file called {name}.", name=path) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UnreachableError("The file {name} could not be read ({why}).", name=path, why=why) from None
    if len(data) > limits.DRAFT_BYTES:
        raise UnreadableError("{name} is too long for a summary.", name=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("{name} is not UTF-8 text.", name=path) from None
    is_json = path.suffix.lower() == ".json" or (path.suffix.lower() != ".txt" and text.lstrip().startswith("{"))
    statements = _from_json(text, path) if is_json else Statements(summary=_lines_of(text))
    if statements == Statements(language=statements.language):
        raise UnreadableError("{name} says nothing that could be checked.", name=path)
    return statements


def judge(article: Article, said: Statements, carried: Mapping[Question, bool]) -> Judged:
    """A verdict on each statement, in order; `carried` is what a second look says of an earlier verdict's questions."""
    claims = Claims(article)
    questions: list[Question] = []

    def looked_at(claim: str, verdict: Verdict) -> Verdict:
        question = question_of(claim, verdict, claims.reading.text)
        questions.extend([question] if question is not None else ())
        return weighed(verdict, question, carried)

    def sentence(text: str, of: Callable[..., Verdict]) -> dict[str, Any]:
        if len(text) > limits.SENTENCE_CHARACTERS:
            verdict = Verdict(stands=False, why="is too long for a sentence", vetoed=True)
        else:
            verdict = looked_at(text, of(text, language=said.language))
        return {"text": text, **_shown(verdict)}

    def actor(name: str, role: str) -> dict[str, Any]:
        verdict = looked_at(role_claim(name, role), claims.role(name, role))
        stands = claims.reading.entity_of(name) is not None
        role_stands = stands and (verdict.stands or not role)
        return {
            "name": name,
            "role": role,
            "stands": stands,
            "role_stands": role_stands,
            "why": "" if role_stands else verdict.why,
        }

    shown = {
        "summary": [sentence(text, claims.sentence) for text in said.summary],
        "headline": None if said.headline is None else sentence(said.headline, claims.headline),
        "actors": [actor(name, role) for name, role in said.actors],
        "quotes": [_quote(claims, text, speaker) for text, speaker in said.quotes],
    }
    return Judged(shown, tuple(dict.fromkeys(questions)))


def table(article: Article, judged: Judged) -> Iterator[OutputLine]:
    """The verdicts as lines for a terminal: each with its reason or its evidence."""
    shown = judged.shown
    sentences = [("sentence", claim) for claim in shown["summary"]]
    headline = [("headline", shown["headline"])] if shown["headline"] else []
    for part, claim in (*headline, *sentences):
        yield from _claim(part, claim["text"], claim["stands"], claim["why"])
        label = claim["proof"] if claim["stands"] else "nearest"
        for start, end in claim["evidence"]:
            yield OutputLine(f"↳ {label}: “{article.text[start:end]}”", "dim", 4)
    for actor in shown["actors"]:
        name = f"{actor['name']} — {actor['role']}" if actor["role"] else actor["name"]
        yield from _claim("actor", name, actor["stands"] and actor["role_stands"], actor["why"])
    for quote in shown["quotes"]:
        stands = quote["stands"] and (quote["speaker_stands"] or not quote["speaker"])
        yield from _claim("quote", f"“{quote['text']}” — {quote['speaker'] or 'nobody named'}", stands, quote["why"])
        if quote["shown"] and quote["shown"] != quote["text"]:
            yield OutputLine(f"↳ the article has: “{quote['shown']}”", "dim", 4)


def _claim(part: str, text: str, stands: bool, why: str) -> Iterator[OutputLine]:  # A verdict, not a switch.
    verdict, style = ("stands", "green") if stands else ("FALLS", "red")
    yield OutputLine(f"{verdict} {part}: {text}", style, 2, lead=len(verdict))
    if why and not stands:
        yield OutputLine(f"why: {why}", indent=4)


def _shown(verdict: Verdict) -> dict[str, Any]:
    return {
        "stands": verdict.stands,
        "proof": verdict.proof,
        "why": verdict.why,
        "evidence": [list(place) for place in verdict.evidence],
    }


def _quote(claims: Claims, text: str, speaker: str | None) -> dict[str, Any]:
    verdict = claims.quote(text, speaker)
    return {
        "text": text,
        "speaker": speaker,
        "stands": verdict.stands,
        "speaker_stands": verdict.speaker_stands,
        "shown": verdict.shown,
        "why": verdict.why,
    }


def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _from_json(text: str, path: Path) -> Statements:
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict):
            raise TypeError("it must be an object")  # noqa: TRY301  # One place says what is wrong with the file.
        return Statements(
            summary=tuple(_text(item, '"summary"') for item in _list(raw, "summary")),
            headline=_optional(raw.get("headline"), '"headline"') or None,
            actors=tuple(
                (_text(item.get("name"), '"name"'), _optional(item.get("role"), '"role"') or "")
                for item in _objects(raw, "actors")
            ),
            quotes=tuple(
                (_text(item.get("text"), '"text"'), _optional(item.get("speaker"), '"speaker"'))
                for item in _objects(raw, "quotes")
            ),
            language=_optional(raw.get("language"), '"language"'),
        )
    except (ValueError, TypeError, RecursionError) as error:
        why = "it is not JSON" if isinstance(error, (ValueError, RecursionError)) else error
        raise UnreadableError("{name} is not a draft: {why}.", name=path, why=why) from None


def _list(raw: dict[str, Any], name: str) -> list[Any]:
    value = raw.get(name)
    if value is not None and not isinstance(value, list):
        raise TypeError(f'"{name}" must be a list')
    return value or []


def _objects(raw: dict[str, Any], name: str) -> list[dict[str, Any]]:
    items = _list(raw, name)
    if not all(isinstance(item, dict) for item in items):
        raise TypeError(f'each item of "{name}" must be an object')
    return items


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"each {name} must be a string")
    return value


def _optional(value: Any, name: str) -> str | None:
    return None if value is None else _text(value, name)
