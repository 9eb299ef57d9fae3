"""Votes: how many are for something and how many against it, "voted by 14 to 9", "nine were against".

A language's `ballots.toml` tells how news writes it, with "#" for a number:

results = ["# votes to #"]      both at once, those in favour first, in regular expressions of folded words
rejecting = "rejected"          words with which those against stand first in such a result
for = "for in-favour"           words behind the number of those in favour, "-" between the words of one
against = "against"             the same of those against
voters = "councillors votes"    nouns for whoever votes, and for what they give
voting = "voted voting"         verbs that say no more than that they do
telling = "voted votes"         words one of which stands wherever a vote is told of
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.quantities import currencies
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import COND, GOVERNS, MAGNITUDE, NOT, ONLY, folded
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.claims.rules.grammar import is_year
from bot.domain.language import languages
from bot.domain.values.proof import Proof, Verdict

_LANGUAGES = 32
# How many words may stand between a number and the word for which side it is of.
_BETWEEN = 5
# How many words before a number tell that it is of how many: "of the five".
_LED = 2
_NO_WORDS: frozenset[str] = frozenset()
# What a vote may do with a motion, and what a motion does.
_REFUSING = {f"{GOVERNS}refuse", f"{GOVERNS}deny"}
_DECIDED = _REFUSING | {f"{GOVERNS}offer", f"{GOVERNS}turns"}


@dataclass(frozen=True)
class Terms:
    """One language's; empty for a language without a file. `plain` words say no more than that somebody votes."""

    result: re.Pattern[str] | None = None
    sides: tuple[re.Pattern[str], ...] = ()
    rejecting: frozenset[str] = _NO_WORDS
    plain: frozenset[str] = _NO_WORDS
    opposing: frozenset[str] = _NO_WORDS
    telling: frozenset[str] = _NO_WORDS
    money: frozenset[str] = _NO_WORDS
    partitives: frozenset[str] = _NO_WORDS


@dataclass(frozen=True)
class Ballot:
    """How many were for something and how many against it, None where that is not told; the tokens that tell it."""

    ayes: float | None
    noes: float | None
    tokens: Sequence[Token]

    def says(self, other: "Ballot") -> bool:
        """Whether this tells all that another does."""
        return other.ayes in {None, self.ayes} and other.noes in {None, self.noes}


class Ballots:
    """One article's votes."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._code = story.reading.language.code
        self._terms = terms_of(self._code)
        self._compounds = story.reading.language.nouns_capitalised
        self._relatives = frozenset(map(folded, story.reading.language.relatives))

    # Complexity: what speaks against a sentence's vote is asked one thing after the other.
    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim of who was for something or against it, None where there is none."""
        ballot = ballot_of(claim.tokens, self._code)
        if ballot is None or any(self._is_unsure(token) for token in claim.tokens):
            return None
        for told in self._story.sentences:
            counted = (
                ballot_of(told.tokens, self._code) if not any(place is not None for place in told.quoted) else None
            )
            if counted is None or not counted.says(ballot) or any(map(self._is_unsure, told.tokens)):
                continue
            clauses = {token.clause for token in counted.tokens}
            if any(token.clause in clauses and _is_ahead(token) for token in told.tokens):
                continue  # "Will decide on 2 April whether ...": nobody has voted.
            if any(ONLY in token.signs and behind.entities for token, behind in pairwise(told.tokens)):
                continue  # "Of the five judges only Ann Reed voted for it."
            evidence = self._carries(told, counted, self._rest(claim.tokens, ballot))
            if evidence:
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def miscounted(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim of who was for something, where the sentence tells other numbers of the vote."""
        if claim.headline or not any(token.value is not None for token, _ in aligned.pairs):
            return ""
        said = ballot_of(claim.tokens, self._code)
        told = ballot_of(aligned.told.tokens, self._code) if said is not None else None
        if said is None or told is None or told.says(said):
            return ""
        counted = {id(token) for token in told.tokens}
        places = [(token, at) for token, at in aligned.pairs if token in said.tokens and token.value is not None]
        if places and all(id(aligned.told.tokens[at]) not in counted for _, at in places):
            return ""  # "After a debate of four hours it was approved by 17 votes to 12."
        return f"counts something else: {next(token.text for token in said.tokens if token.value is not None)}"

    def _is_unsure(self, token: Token) -> bool:
        unsure = bool(token.signs & {NOT, COND}) or token.mood == "conditional"
        return unsure and token.folded not in self._terms.opposing

    def _rest(self, tokens: Sequence[Token], ballot: Ballot) -> list[Token]:
        """What a claim says besides the numbers, that somebody votes, and who does."""
        apart = {id(token) for token in ballot.tokens if token.value is not None or self._is_plain(token)}
        return [token for token in content_of(tokens) if id(token) not in apart and not self._is_plain(token)]

    def _is_plain(self, token: Token) -> bool:
        return token.folded in self._terms.plain

    def _carries(self, told: Told, counted: Ballot, rest: Sequence[Token]) -> tuple[tuple[int, int], ...]:
        """The sentences that have what the vote was about, none where they have it not or are against it."""
        covered = {id(token) for token in counted.tokens}
        against = self._terms.opposing - self._terms.rejecting
        if any(token.folded in against and id(token) not in covered for token in told.tokens):
            return ()
        places = self._story.reading.sentences
        for tellers in self._tellers(told):
            found = [(teller, self._clauses(teller, counted)) for teller in tellers]
            lacking = [one for one in rest if not any(self._has(teller, one, clauses) for teller, clauses in found)]
            if not lacking:
                return tuple(places[teller.number] for teller in tellers)
        return ()

    def _tellers(self, told: Told) -> Iterator[tuple[Told, ...]]:
        """A sentence alone, and with the one before it where it points back there: "14 were for | the plan"."""
        yield (told,)
        before = self._story.sentences[told.number - 1 : told.number]
        sure = not any(token.signs & {NOT, COND} or _governs(token) for one in before for token in one.tokens)
        if before and sure and (told.leans or not self._tells_about(told)):
            yield (before[0], told)

    def _tells_about(self, told: Told) -> bool:
        """Whether a sentence says more than how many voted."""
        return any(not self._is_plain(token) and token.value is None for token in content_of(told.tokens))

    def _clauses(self, told: Told, counted: Ballot) -> range:
        """The clauses that may tell what a vote was about: of a vote told in a relative clause none behind it."""
        clauses = [token.clause for token in told.tokens if any(token is one for one in counted.tokens)]
        opens = bool(clauses) and told.clauses.openers[clauses[0]] in self._relatives
        related = opens and told.clauses.marks[clauses[0]] == ","
        return range(clauses[-1] + 1) if related else range(len(told.clauses.openers))

    def _refuses(self, token: Token) -> bool:
        return bool(token.signs & _REFUSING) or token.folded in self._terms.opposing

    def _has(self, told: Told, token: Token, within: range) -> bool:
        aligned = align([token], told, self._story.words, compounds=self._compounds)
        noun = token.before in self._story.leading | self._story.words.ties
        if noun and any(map(self._refuses, [told.tokens[place] for place in aligned.matched])):
            return False  # Who votes for the rejection of a motion is against it.
        return any(told.tokens[place].clause in within for place in aligned.matched)


def _is_ahead(token: Token) -> bool:
    """Whether a word tells of what is to come."""
    return token.mood == "future" or f"{GOVERNS}future" in token.signs


def _governs(token: Token) -> bool:
    """Whether a word governs others, and is neither what a vote rejects nor the motion that it is about."""
    return any(sign.startswith(GOVERNS) for sign in token.signs - _DECIDED)


def ballot_of(tokens: Sequence[Token], code: str) -> Ballot | None:
    """What a sentence tells of a vote, None where it tells of none."""
    terms = terms_of(code)
    counting = [token for token in tokens if _counts(token)]
    if terms.result is None or not counting or terms.telling.isdisjoint([token.folded for token in tokens]):
        return None
    words, starts = _written(tokens)
    result = terms.result.search(words)
    if result is None:
        return _by_sides(tokens, len(counting), terms)
    first, second = (_within(tokens, starts, one) for one in _numbers(result))
    covered = _covered(tokens, starts, result)
    own = {id(token) for token in covered}
    against = {token.folded for token in tokens if id(token) not in own} & terms.opposing  # "11 to 6 against the plan".
    if against or not terms.rejecting.isdisjoint([token.folded for token in covered]):
        first, second = second, first
    return Ballot(first.value, second.value, covered)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _by_sides(tokens: Sequence[Token], numbers: int, terms: Terms) -> Ballot | None:
    """What a sentence tells of a vote side by side; None where another number tells of something else."""
    words, starts = _written(tokens)
    found = [side.search(words) for side in terms.sides]
    covered = [token for side in found if side is not None for token in _covered(tokens, starts, side)]
    if any(one.value is not None and behind.folded in terms.money for one, behind in pairwise(covered)):
        return None  # "A grant of 60,000 pounds was approved."
    if any(_is_of_how_many(tokens, one, terms) for one in covered if one.value is not None):
        return None  # "One of the five judges voted against it."
    if not covered or numbers > sum(side is not None for side in found):
        return None
    ayes, noes = (None if side is None else _within(tokens, starts, side.start()).value for side in found)
    return Ballot(ayes, noes, covered)


def _is_of_how_many(tokens: Sequence[Token], number: Token, terms: Terms) -> bool:
    """Whether a number counts those of whom some do something: "one of the five"."""
    at = tokens.index(number)
    before = [*takewhile(lambda one: not one.content, reversed(tokens[max(0, at - _LED) : at]))]
    return not terms.partitives.isdisjoint([one.folded for one in before])


def _counts(token: Token) -> bool:
    return token.value is not None and token.share is None and not is_year(token)


def _written(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The folded words in a line, "#" for each number, with where each begins."""
    starts, line = list[int](), ""
    for token in tokens:
        starts.append(len(line))
        line += "" if MAGNITUDE in token.signs else f"{'#' if _counts(token) else token.folded} "
    return line, starts


def _numbers(result: re.Match[str]) -> tuple[int, int]:
    """Where the two numbers of a result stand in the line."""
    first = result.string.index("#", result.start())
    return first, result.string.index("#", first + 1)


def _within(tokens: Sequence[Token], starts: Sequence[int], at: int) -> Token:
    """The number that begins at a place of the line."""
    return next(token for token, start in zip(tokens, starts, strict=True) if start == at and token.value is not None)


def _covered(tokens: Sequence[Token], starts: Sequence[int], found: re.Match[str]) -> list[Token]:
    return [token for token, at in zip(tokens, starts, strict=True) if found.start() <= at < found.end()]


@lru_cache(maxsize=_LANGUAGES)
def terms_of(code: str) -> Terms:
    """A language's words for votes."""
    path = languages.DATA / code / "ballots.toml"
    if not code or not path.is_file():
        return Terms()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {key: frozenset(map(folded, table[key].split())) for key in ("rejecting", "voters", "voting", "telling")}
    sides = [[folded(word).replace("-", " ") for word in table[key].split()] for key in ("for", "against")]
    small = {part for words in sides for word in words for part in word.split()}
    return Terms(
        result=re.compile(rf"(?<!\S)(?:{'|'.join(map(folded, table['results']))})(?= )"),
        sides=tuple(map(_side, sides)),
        rejecting=lists["rejecting"],
        plain=lists["voters"] | lists["voting"] | small,
        opposing=frozenset(sides[1]) | lists["rejecting"],
        telling=lists["telling"],
        money=currencies(code),
        partitives=wording_of(code).partitives,
    )


def _side(words: Sequence[str]) -> re.Pattern[str]:
    """A number and, a few words behind it, one for the side that it is of."""
    between = rf"(?:[^\s#]+ ){{0,{_BETWEEN}}}?"
    return re.compile(rf"# {between}(?:{'|'.join(map(re.escape, words))})(?= )")
