"""Gathers noun phrases where every noun has a capital: "der Leiter der Behörde, Karl Lind" is one token of a row.

A determiner, adjectives in lower case and nouns make a phrase; a genitive and a complement belong to it. Its
determiner tells whether it can be a subject: "dem Minister" cannot. Names stand for the phrase that bears them.
"""

import itertools
import re
from dataclasses import replace
from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.rows.extents import BEGINS, NOUNS
from bot.domain.speech.rows.noun_phrases import NounPhrases
from bot.domain.speech.rows.tokens import ACTORS, Named, Part, Sentence, Token, parts_of

_PAIR = 2
_JOINED = 3  # Tokens of "Ann und Bo".
_LEADS_PRONOUN = Part.PREPOSITION + Part.PRONOUN
_APPOSED = re.compile(f"[{''.join(sorted(ACTORS))}]{Part.COMMA}[{''.join(sorted(ACTORS))}]")
_BEFORE_CLAUSE = frozenset({Part.COMMA, Part.DASH, Part.QUOTE})
_JOINED_FIRST = re.compile(
    f"[^{Part.PREPOSITION}{Part.VERB}{Part.WEAK_VERB}]?{Part.PREPOSITION}"
    f"[{''.join(sorted(ACTORS))}]{Part.CONJUNCTION}{Part.NAME}"
)
_FINITE = frozenset({Part.WORD, Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})


def gathered(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """The row with each noun phrase as one token, `governed` where it is no subject, and appositions joined."""
    row = _Gatherer(text, _without_aside(row, language), names, language).row()
    parts = parts_of(row)
    if _LEADS_PRONOUN in parts or Part.ACCORDING_AFTER in parts:
        _mark_governed(row)
    if Part.CONJUNCTION in parts:
        _mark_joined(row)
        _mark_joined_first(row, parts)
    if Part.NAME in parts and not language.coordinators.isdisjoint([token.word for token in row]):
        row = _of_two_titles(row, text, language)
        parts = parts_of(row)
    return row if _APPOSED.search(parts) is None else _apposed(row, language)


class _Gatherer(NounPhrases):
    """One row as its phrases are gathered."""

    def row(self) -> Sentence:
        """The tokens of the row, phrases gathered."""
        out: Sentence = []
        row, prepositions, determiners = self._row, self._language.opinion_prepositions, self._language.determiners
        at = 0
        while at < len(row):
            token = row[at]
            if token.part == Part.OPEN and (past := self._past_parenthesis(at)) > at:
                at = past
                continue
            if token.word in prepositions:
                source, past = self._according(at)
                if source:
                    out += source
                    at = past
                    continue
            phrase = None
            if token.part in BEGINS or (token.part in NOUNS and self._may_begin(token)) or token.word in determiners:
                phrase, past = self.phrase(at)
            if phrase is None:
                out.append(token)
                at += 1
                continue
            phrase.governed = self._is_governed(phrase, out)
            out.append(phrase)
            at = past
        return out

    def _is_governed(self, phrase: Token, out: Sentence) -> bool:
        """Whether a phrase is no subject by itself or by the last token before it: a preposition, or "as"."""
        if not out:
            return phrase.governed
        last = out[-1]
        if last.part == Part.ACCORDING:
            return False
        if last.part == Part.PREPOSITION or phrase.governed:
            return True
        within = last.word in self._language.comparisons and len(out) > 1
        return within and out[-2].part not in _BEFORE_CLAUSE

    def _according(self, at: int) -> tuple[Sentence, int]:
        """The words "nach den Worten" as one token, where the first of them stands, and the index past them."""
        language, row = self._language, self._row
        token = row[at]
        if token.part == Part.NAME:
            return [], at
        here = self._past_determiner(at + 1)
        if here + 1 >= len(row):
            return [], at
        noun, following = row[here], row[here + 1]
        if (
            noun.part == Part.NAME
            and noun.word.endswith(language.genitive_endings)
            and following.word in language.opinions
        ):
            return [replace(token, part=Part.ACCORDING), replace(noun, animate=True)], here + 2  # "nach Linds Worten"
        if noun.word.endswith(tuple(language.rules) or ("\0",)):
            return self._ruled(at)
        past = here + 2 if following.word in language.agents else here + 1
        if noun.word not in language.opinions or not self._adjacent(here) or self.phrase(past)[0] is None:
            return [], at
        return [replace(token, part=Part.ACCORDING, end=noun.end)], past

    def _past_determiner(self, at: int) -> int:
        """Past the determiner and the modifiers before a noun."""
        row = self._row
        if at < len(row) and row[at].part == Part.DETERMINER and row[at].word not in self._language.possessives:
            at += 1
        return self._past_modifiers(at, determined=True)

    def _ruled(self, at: int) -> tuple[Sentence, int]:
        """What a law or contract says: "nach Artikel 12 des Wassergesetzes"; no token where no phrase stands there."""
        law, past = self.phrase(at + 1)
        if law is None:
            return [], at
        if past < len(self._row) and self._row[past].word.isdigit():
            law, past = self._with_tails(replace(law, end=self._row[past].end), past + 1, 0)
        return [replace(self._row[at], part=Part.ACCORDING), law], past


def _without_aside(row: Sentence, language: Language) -> Sentence:
    """The row with two words that begin it and name nobody made adverbs: "Kurz nach", "Anders formuliert"."""
    if len(row) < _PAIR or (row[0].word, row[1].word) not in _asides(language.code):
        return row
    adverbs = 1 if row[1].part == Part.PREPOSITION else _PAIR
    return [replace(token, part=Part.AUXILIARY) for token in row[:adverbs]] + row[adverbs:]


@lru_cache(maxsize=32)
def _asides(code: str) -> frozenset[tuple[str, str]]:
    """The first two words of each phrase that begins sentences and names nobody."""
    return frozenset((first, second) for first, second in map(str.split, languages.of(code).asides))


def _mark_governed(out: Sentence) -> None:
    """Mark the pronouns behind a preposition, and who stands before what tells whose words are told."""
    for before, token in itertools.pairwise(out):
        if before.part == Part.PREPOSITION and token.part == Part.PRONOUN:
            token.governed = True
        elif token.part == Part.ACCORDING_AFTER and before.part in ACTORS:
            before.governed = True


def _mark_joined(out: Sentence) -> None:
    """Mark the second of two names that a preposition governs amid a sentence: "fuhr mit Ann und Bo | nach Hause"."""
    for at in range(2, len(out) - _PAIR):
        if out[at + 1].part == Part.CONJUNCTION and out[at - 1].part == Part.PREPOSITION:
            verbs = at + _PAIR + 1 < len(out) and out[at + _PAIR + 1].part in _FINITE
            names = out[at + _PAIR].part == Part.NAME and out[at].part == Part.NAME
            out[at + _PAIR].governed |= names and not verbs


def _mark_joined_first(out: Sentence, parts: str) -> None:
    """Mark who is joined to what a preposition governs before the verb: "Mit Ann und Bo | lachte Lind"."""
    joined = _JOINED_FIRST.match(parts)
    if joined is not None:
        at = joined.end()
        out[at - 1].governed = any(token.part in ACTORS and not token.governed for token in out[at:])


def _of_two_titles(row: Sentence, text: str, language: Language) -> Sentence:
    """The row with "der Autor und Philosoph Karl Lind" as one token: the second title has no article of its own."""
    out: Sentence = []
    for at, token in enumerate(row):
        joined = token.part == Part.NAME and len(out) >= _PAIR and out[-1].word in language.coordinators
        joined = joined and not _is_of_many(row, at, language)
        while joined and len(out) >= _PAIR and _is_title_too(out[-_PAIR], token, text, language):
            token.start, token.governed = out[-_PAIR].start, out[-_PAIR].governed
            del out[-_PAIR:]
            joined = out[-1:] != [] and out[-1].part == Part.COMMA  # "der Autor, | Forscher und Philosoph Karl Lind"
        out.append(token)
    return out


def _is_title_too(title: Token, bearer: Token, text: str, language: Language) -> bool:
    """Whether a description may be a title of the person named behind it, by the title that this one has."""
    words = text[bearer.start : bearer.end].lower().split()
    own = bearer.end - bearer.start > len(bearer.word) + 1 and words[0] not in language.determiners
    if not own or title.part != Part.DESCRIPTION or not title.animate or not language.is_role(title.word):
        return False
    genders = {language.gender_of_role(word) for word in (title.word, *words)} - {""}
    return len(genders) < _PAIR


def _is_of_many(row: Sentence, at: int, language: Language) -> bool:
    """Whether the verb beside two titles is one of several people: "sagten Präsident und Kanzler Lind"."""
    beside = [*row[max(0, at - _JOINED) : at - _PAIR], *row[at + 1 : at + _PAIR]]
    many = language.plural_endings or ("\0",)
    return any(token.part in _FINITE and token.word.endswith(many) for token in beside)


def _apposed(row: Sentence, language: Language) -> Sentence:
    """The row with "X, the head of Y," as one token: a name and the role beside it."""
    out: Sentence = []
    at = 0
    while at < len(row):
        token = row[at]
        if token.part in ACTORS and _is_apposed(row, at, language):
            other = row[at + 2]
            named = [one for one in (token, other) if one.part == Part.NAME]
            bearer = named[-1] if named else token if token.animate else other
            joined = replace(bearer, start=token.start, end=other.end, governed=token.governed, animate=True)
            out.append(joined)
            at += 3
            if at < len(row) and row[at].part == Part.COMMA:
                at += 1
            continue
        out.append(token)
        at += 1
    return out


def _is_apposed(row: Sentence, at: int, language: Language) -> bool:
    if at + 2 >= len(row) or row[at + 1].part != Part.COMMA:
        return False
    one, other = row[at], row[at + 2]
    if other.governed or other.part not in ACTORS or Part.PRONOUN in {one.part, other.part}:
        return False
    described = one if one.part == Part.DESCRIPTION else other
    if one.part == other.part:
        if not (_is_owned(one, other, language) if one.part == Part.NAME else _is_named(one, other)):
            return False
        described = one if one.animate else other
    closes = at + 3 == len(row) or row[at + 3].part in {Part.COMMA, Part.COLON, Part.DASH, Part.QUOTE}
    return described.animate and closes


def _is_owned(one: Token, other: Token, language: Language) -> bool:
    """Whether a title's genitive stands before the name of who bears it: "des Parteichefs Hanois, | Karl Lind"."""
    titled = one.animate and one.end - one.start > len(one.word) + 1
    return titled and one.word.endswith(language.genitive_endings) and " " not in one.word and " " in other.word


def _is_named(one: Token, other: Token) -> bool:
    """Whether one of two descriptions is a name of which the other tells who has it."""
    return one.animate is not other.animate and _is_bare(other if one.animate else one)


def _is_bare(token: Token) -> bool:
    """Whether a description is two words without more: a name that is told by nothing else."""
    return not token.determined and token.end - token.start > len(token.word) + 1
