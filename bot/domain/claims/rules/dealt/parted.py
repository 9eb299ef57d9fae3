"""What one of several is given, told as another's: "left her house to her gardener and £500 to her nephew"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.dealt.phrases import DATIVE, EITHER, DealtPhrase, is_deed, phrases_in
from bot.domain.claims.rules.grammar import Grammar

DEALT = "gives to one of several what another has"


def dealt_otherwise(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives to one what a sentence gives to another beside them, "" for nothing."""
    tokens = aligned.told.tokens
    joins = grammar.words.special["both"] | grammar.words.special["contrast_openers"]
    for at in range(2, len(tokens) - 2):
        if tokens[at].folded not in joins or not _is_split(aligned, at):
            continue
        for one, other in _dealt(tokens, at, grammar):
            if _crosses(aligned, one, other) or _crosses(aligned, other, one):
                return f"{DEALT}: {tokens[other[0].places[0]].text}"
    return ""


def _is_split(aligned: Aligned, at: int) -> bool:
    """Whether a claim takes words on both sides of one."""
    return min(aligned.matched, default=at) < at < max(aligned.matched, default=at)


_Deal = tuple[DealtPhrase, DealtPhrase]


def _dealt(tokens: Sequence[Token], join: int, grammar: Grammar) -> Iterator[tuple[_Deal, _Deal]]:
    """What is given and to whom before a word that joins, and behind it in the same order, without another deed."""
    before, behind = _before(tokens, join, grammar), _behind(tokens, join, grammar)
    cased = all(any(phrase.tie in {DATIVE, EITHER} for phrase in half) for half in (before, behind))
    before, behind = _settled(before, cased=cased), _settled(behind, cased=cased)
    for tie in {phrase.tie for phrase in before} & {phrase.tie for phrase in behind} - {""}:
        first, second = _deal(before[::-1], tie), _deal(behind, tie)
        if first and second and second[0].places and _is_ahead(*first) is _is_ahead(*second):
            yield first, second


def _settled(phrases: Sequence[DealtPhrase], *, cased: bool) -> list[DealtPhrase]:
    """The same where an article may be of two cases: to whom, where the other half has one such, else whose."""
    found: list[DealtPhrase] = []
    alone = not any(phrase.tie == DATIVE for phrase in phrases)
    for phrase in phrases:
        if phrase.tie != EITHER:
            found.append(phrase)
        elif cased and alone:
            found.append(DealtPhrase(DATIVE, phrase.places))
        elif found:
            found[-1] = DealtPhrase(found[-1].tie, [*found[-1].places, *phrase.places])
    return found


def _is_ahead(thing: DealtPhrase, whom: DealtPhrase) -> bool:
    return not thing.places or thing.places[0] < whom.places[0]


def _deal(phrases: Sequence[DealtPhrase], tie: str) -> _Deal | None:
    """The one phrase with such a tie and the one nearest to it without any; None where there are several or none."""
    tied = [phrase for phrase in phrases if phrase.tie == tie]
    bare = [phrase for phrase in phrases if not phrase.tie] or [DealtPhrase("", [])]
    return (bare[0], tied[0]) if tied else None


def _crosses(aligned: Aligned, one: _Deal, other: _Deal) -> bool:
    """Whether a claim takes what the one gives and to whom the other gives, and not the other two."""
    (thing, whom), (another, receiver) = one, other
    taken = _taken(aligned, thing, another) and _taken(aligned, receiver, whom)
    return taken and aligned.matched.isdisjoint((*whom.places, *another.places))


def _taken(aligned: Aligned, phrase: DealtPhrase, other: DealtPhrase) -> bool:
    """Whether a claim takes a word of a phrase that another phrase has not."""
    tokens = aligned.told.tokens
    theirs = [tokens[place] for place in other.places]
    inside = [place for place in phrase.places if place in aligned.matched]
    return any(not any(_are_same(tokens[place], one) for one in theirs) for place in inside)


def _are_same(one: Token, other: Token) -> bool:
    return one.stem == other.stem or not one.entities.isdisjoint(other.entities)


def _before(tokens: Sequence[Token], join: int, grammar: Grammar) -> list[DealtPhrase]:
    """The phrases between the verb before a word and the word, in order; without a known verb all but the first."""
    clause = tokens[join - 1].clause
    between = grammar.words.special["between"]
    if any(token.folded in between and token.clause == clause for token in tokens[:join]):
        return []  # "Between the island and the port."
    verb = next((at for at in range(join - 1, -1, -1) if is_deed(tokens, at, grammar)), -1)
    if verb >= 0 and tokens[verb].clause >= clause - 1:
        phrases = phrases_in(tokens, range(verb + 1, join), grammar)
        return phrases if any(not phrase.tie for phrase in phrases) else [*_subject(tokens, verb, grammar), *phrases]
    start = next(at for at, token in enumerate(tokens) if token.clause == clause)
    phrases = phrases_in(tokens, range(start, join), grammar)
    return [*_behind_name(tokens, phrases[:1]), *phrases[1:]]


def _subject(tokens: Sequence[Token], verb: int, grammar: Grammar) -> list[DealtPhrase]:
    """The phrase that opens a verb's clause: "the mill was sold to a bank and the farm to a school"."""
    start = next(at for at, token in enumerate(tokens) if token.clause == tokens[verb].clause)
    return [phrase for phrase in phrases_in(tokens, range(start, verb), grammar)[:1] if not phrase.tie]


def _behind_name(tokens: Sequence[Token], first: Sequence[DealtPhrase]) -> Iterator[DealtPhrase]:
    """What stands behind a name and a verb in a clause's first phrase: "Модест заповів будинок"."""
    for phrase in first:
        named = max((place for place in phrase.places if tokens[place].entities), default=-1)
        behind = [place for place in phrase.places if place > named + 1]
        if named >= 0 and behind:
            yield DealtPhrase("", behind)


def _behind(tokens: Sequence[Token], join: int, grammar: Grammar) -> list[DealtPhrase]:
    """The phrases behind a word up to the sentence's next relative or the end; none where a verb stands there."""
    end = join + 1
    clause = tokens[join].clause
    while end < len(tokens) and (tokens[end].clause == clause or tokens[end].folded not in grammar.relatives):
        if is_deed(tokens, end, grammar):
            if grammar.brackets:
                break  # "Hat das Haus dem Gärtner und 500 Euro dem Neffen vermacht."
            return []
        end += 1
    return phrases_in(tokens, range(join + 1, end), grammar)
