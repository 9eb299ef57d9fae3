"""Where, when and by whom a participle's deed was done, told of the main deed, or the other way round.

"The bicycle stolen in Hull was found in Leeds by a cyclist": it was not stolen in Leeds, nor found in Hull.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.dealt.objects import tied
from bot.domain.claims.rules.dealt.phrases import CHAINED, ends_as_dative, phrases_in
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, is_time

OTHER_DEED = "tells of one deed where or by whom another was done"
_BEING = {IS, WAS, PASSIVE}
# Among how many words before a participle its helping verb stands: "has not been".
_HELPED = 3
# The shortest participle.
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Two:
    """A participle and a main verb of a sentence, and the places of what each of them has for its own."""

    part: int
    verbs: frozenset[int]
    inside: range
    beside: range


def of_other_deed_beside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has one of two deeds done where or by whom the other was, "" for nothing."""
    tokens, words = aligned.told.tokens, grammar.words
    if words.ties.isdisjoint([token.folded for token in claim.tokens]) and not words.free_order:
        return ""
    for two in _participles(aligned, grammar):
        stems = {tokens[at].stem for at in two.verbs}
        mine = next((at for at, one in enumerate(claim.tokens) if _place(aligned, one) == two.part), -1)
        other = next(
            (
                at
                for at, one in enumerate(claim.tokens)
                if at != mine and (one.stem in stems or _place(aligned, one) in two.verbs)
            ),
            -1,
        )
        found = _crossed(claim, aligned, two, (mine, other), grammar)
        if found is not None:
            return f"{OTHER_DEED}: {found.text}"
    return ""


def _place(aligned: Aligned, token: Token) -> int:
    """Where a claim's word stands in a sentence, -1 for nowhere."""
    return next((at for one, at in aligned.pairs if one is token), -1)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _crossed(claim: Clauses, aligned: Aligned, two: _Two, deeds: tuple[int, int], grammar: Grammar) -> Token | None:
    """A claim's word with one deed that a sentence has with the other, None for none."""
    mine, other = deeds
    own = set(_region(claim.tokens, mine, other, grammar)) if mine >= 0 else set()
    theirs = set(_region(claim.tokens, other, mine, grammar)) - own if other >= 0 else set()
    told = aligned.told.tokens
    taken = {at: place for at, token in enumerate(claim.tokens) if (place := _place(aligned, token)) >= 0}
    for at in sorted(own & taken.keys()):
        if taken[at] in two.beside and taken[at] not in two.verbs and not _is_twice(told, taken[at]):
            return claim.tokens[at]
    left = {place for at, place in taken.items() if at not in own}
    for at in sorted(theirs & taken.keys()):
        place = taken[at]
        tie = tied(told, place, grammar)[0] if place in two.inside and not _is_twice(told, place) else ""
        if tie in {"", CHAINED} or tied(claim.tokens, at, grammar)[0] != tie:
            continue
        phrases = [one for one in phrases_in(told, two.beside, grammar) if one.tie == tie]
        if phrases and all(left.isdisjoint(one.places) for one in phrases):
            return claim.tokens[at]
    return None


def _is_twice(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence has a word at a place elsewhere too."""
    word = tokens[at]
    return any(
        abs(place - at) > 1 and one.content and (one.stem == word.stem or not one.entities.isdisjoint(word.entities))
        for place, one in enumerate(tokens)
    )


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _region(tokens: Sequence[Token], deed: int, other: int, grammar: Grammar) -> range:
    """The places of what a claim has for a deed's own: its part of the sentence, without that of the other deed."""
    joins = grammar.words.joining | grammar.words.joins
    start = end = deed
    while start and tokens[start - 1].clause == tokens[deed].clause and tokens[start - 1].folded not in joins:
        start -= 1
    while (
        end + 1 < len(tokens) and tokens[end + 1].clause == tokens[deed].clause and tokens[end + 1].folded not in joins
    ):
        end += 1
    if _is_attributive(tokens, deed, grammar):
        if grammar.brackets:
            while start < deed and not any(one.folded in grammar.definite for one in tokens[start : start + 1]):
                start += 1
            first = next((at for at in range(deed - 1, start - 1, -1) if _opens(tokens, at, grammar)), start)
            return range(first, deed)
        stop = next((at for at in range(deed + 1, end + 1) if at == other or _is_verb(tokens, at, grammar)), end + 1)
        return range(deed + 1, stop)
    if start <= other <= end:
        if _is_attributive(tokens, other, grammar) and other < deed:
            verb = next((at for at in range(other + 1, deed) if _is_verb(tokens, at, grammar)), deed)
            return range(verb, end + 1)
        return range(start, other) if other > deed else range(deed, end + 1)
    return range(start, end + 1)


def _opens(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an article stands at a place with a preposition or another article behind it: "das in Hof", "die von"."""
    return (
        tokens[at].folded in grammar.definite
        and tokens[at].folded not in grammar.words.fused
        and not tokens[at + 1].content
    )


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_attributive(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a participle stands with its noun and no helping verb: "the bicycle stolen in Leeds"."""
    token = tokens[at]
    if grammar.brackets:
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        noun = behind is not None and behind.content and behind.text[0].isupper() and behind.clause == token.clause
        return noun and grammar.is_past_participle(token) and bool(token.before) and _is_inflected(token, grammar)
    if grammar.words.free_order:
        return token.folded.endswith(tuple(grammar.words.special["participle_ends"]) or "\0")
    bare = grammar.words.special["bare_participles"]
    shaped = (grammar.postposed and grammar.is_participle(token)) or token.folded in bare
    shaped = shaped or (bool(bare) and not grammar.words.participles and token.mood == "past")
    helped = any(_helps(one, grammar) for one in tokens[max(0, at - _HELPED) : at] if one.clause == token.clause)
    return shaped and not helped


def _is_inflected(token: Token, grammar: Grammar) -> bool:
    """Whether a participle has an ending before its noun: "gestohlene", not "gestohlen"."""
    ends, shapes = tuple(grammar.words.special["attributed_ends"]), grammar.words.participles
    return any(token.folded.endswith(end) and token.folded.removesuffix(end).endswith(shapes) for end in ends)


def _helps(token: Token, grammar: Grammar) -> bool:
    return token.folded in grammar.perfects or not token.signs.isdisjoint(_BEING)


def _is_verb(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb or helps one."""
    token = tokens[at]
    if token.entities or token.value is not None:
        return False
    if grammar.brackets:
        small = grammar.is_small(token) or token.folded in grammar.genitives
        return token.text[0].islower() and not small and not _is_attributive(tokens, at, grammar)
    return _helps(token, grammar) or token.mood in FINITE


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _participles(aligned: Aligned, grammar: Grammar) -> Iterator[_Two]:
    """A sentence's participles that stand with a noun, of which a main verb tells another deed."""
    told = aligned.told
    tokens = told.tokens
    for at in _shaped(tokens, grammar):
        token = tokens[at]
        if not is_plain(token) or len(token.folded) < _LETTERS or not _is_attributive(tokens, at, grammar):
            continue
        if grammar.is_named(token) and not grammar.brackets:
            continue
        opens = not at or token.clause != tokens[at - 1].clause
        ahead = grammar.brackets or opens or (tokens[at - 1].content and tokens[at - 1].value is None)
        says = bool(token.signs & SPEECH) and token.mood in FINITE
        if not ahead or governs(token) or says:
            continue
        inside = _inside(aligned, at, grammar, opens=opens)
        if inside is None or (opens and not inside and not grammar.brackets):
            continue
        stop = max(at, inside[-1] if inside else at)
        verb = next((place for place in range(stop + 1, len(tokens)) if _is_verb(tokens, place, grammar)), -1)
        if verb < 0 or _is_joined(tokens, range(at + 1, verb), grammar):
            continue
        end = next((p for p in range(verb, len(tokens)) if tokens[p].clause != tokens[verb].clause), len(tokens))
        yield _Two(at, _deeds(tokens, range(verb, end), grammar), inside, range(verb, end))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _shaped(tokens: Sequence[Token], grammar: Grammar) -> list[int]:
    """The places of words that may be participles by their forms."""
    words = grammar.words
    bare = words.special["bare_participles"]
    if bare:
        return [at for at, one in enumerate(tokens) if one.content and (one.mood == "past" or one.folded in bare)]
    ends = tuple(words.special["participle_ends"] or words.special["attributed_ends"]) or words.participles
    if not (grammar.postposed or words.free_order or grammar.brackets):
        return []
    if grammar.postposed and not words.free_order:
        return [at for at, one in enumerate(tokens) if one.content and one.text.lower().endswith(ends)]
    return [at for at, one in enumerate(tokens) if one.content and one.folded.endswith(ends)]


def _is_joined(tokens: Sequence[Token], places: range, grammar: Grammar) -> bool:
    """Whether something joins another clause or a second deed between a participle and a verb."""
    joins = grammar.words.joining | grammar.words.joins
    return any(tokens[at].folded in joins or tokens[at].folded in grammar.relatives - grammar.definite for at in places)


def _deeds(tokens: Sequence[Token], places: range, grammar: Grammar) -> frozenset[int]:
    """The places of a main verb and of the participle that it helps."""
    verb = places[0]
    if not _helps(tokens[verb], grammar):
        return frozenset([verb])
    if grammar.brackets:
        last = [at for at in places if tokens[at].content and tokens[at].text[0].islower()]
        return frozenset(last[-1:])
    behind = (at for at in places[1:] if not _helps(tokens[at], grammar) and not grammar.is_small(tokens[at]))
    return frozenset([next((at for at in behind if tokens[at].content or tokens[at].mood in FINITE), verb)])


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _inside(aligned: Aligned, at: int, grammar: Grammar, *, opens: bool) -> range | None:
    """The places of what a participle has for its own; None where that is not sure."""
    tokens = aligned.told.tokens
    if grammar.brackets:
        first = next(
            (
                place
                for place in range(at - 1, -1, -1)
                if _opens(tokens, place, grammar) or tokens[place].clause != tokens[at].clause
            ),
            0,
        )
        return range(first + 1, at)
    end = next(
        (place for place in range(at + 1, len(tokens)) if tokens[place].clause != tokens[at].clause), len(tokens)
    )
    if grammar.words.free_order:
        return _tied_run(tokens, range(at + 1, end), grammar) if not at else range(at + 1, end) if opens else None
    verb = next((place for place in range(at + 1, end) if _is_verb(tokens, place, grammar)), end)
    if verb == end and not opens:
        return None
    if verb > at + 1 and not _is_led(tokens[at + 1], grammar):
        return None  # "Arrested a man suspected of ...".
    for phrase in phrases_in(tokens, range(at + 1, verb), grammar):
        timed = any(is_time(tokens[one]) or tokens[one].folded in grammar.words.durations for one in phrase.places)
        if not phrase.tie and not timed:
            return None
    return range(at + 1, verb)


def _is_led(token: Token, grammar: Grammar) -> bool:
    """Whether a word begins a phrase that is tied to the participle before it, or a time."""
    tie = token.folded in grammar.words.ties
    article = token.folded in grammar.definite and token.folded not in grammar.words.fused
    return (tie and not article) or is_time(token) or ends_as_dative(token, grammar)


def _tied_run(tokens: Sequence[Token], places: range, grammar: Grammar) -> range:
    """The places behind a participle of words that prepositions tie, each with its noun."""
    end = places.start
    while end + 1 < places.stop and tokens[end].folded in grammar.words.ties and tokens[end + 1].content:
        end += 2
        while end < places.stop and tokens[end].entities and tokens[end - 1].entities:
            end += 1
    return range(places.start, end)
