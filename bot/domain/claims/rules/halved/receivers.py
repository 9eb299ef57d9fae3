"""To whom or for what a thing is done, told as what is done: "sold its brewery to Norbek" for "Norbek was sold".

"Leaves the court to head the college" for "leaves the college".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.dealt.objects import tied
from bot.domain.claims.rules.dealt.phrases import CHAINED, EITHER, DealtPhrase, phrases_in
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_time, tells

DONE_TO_RECEIVER = "has done to somebody what is done for them"
_AIM = "aim"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_to_receiver(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what a claim has a deed done to, where a sentence has it done to something else, or ""."""
    tokens = aligned.told.tokens
    if claim.converse is not None or claim.headline or grammar.words.free_order or len(aligned.pairs) < len("ab"):
        return ""
    if not tokens[-1].clause and grammar.words.ties.isdisjoint([one.folded for one in tokens]):
        return ""
    place_of = {id(token): at for token, at in aligned.pairs}
    here = _verb(claim.tokens, place_of, tokens, grammar)
    if here < 0:
        return ""
    if _has_same_behind(claim.tokens, here, aligned, place_of):
        return ""
    thing = _thing(claim.tokens, here, grammar)
    places = {place_of.get(id(claim.tokens[at]), -1) for at in thing} - {-1}
    there = place_of[id(claim.tokens[here])]
    if not places or min(places) < there or any(tokens[at].value is not None for at in places):
        return ""
    if tells(tokens[:there], PASSIVE):
        wrong = _is_exchanged(claim, aligned, (there, places), grammar)
    else:
        wrong = _is_for_receiver(claim, aligned, (there, places), grammar)
    return f"{DONE_TO_RECEIVER}: {tokens[min(places)].text}" if wrong else ""


_Undergone = tuple[int, set[int]]


def _is_for_receiver(claim: Clauses, aligned: Aligned, undergone: _Undergone, grammar: Grammar) -> bool:
    """Whether a sentence only ties to its deed what a claim has undergo it, and has something else undergo it."""
    tokens, (there, places) = aligned.told.tokens, undergone
    phrases = _behind(aligned, there, grammar)
    own = next((one for one in phrases if not one.tie and _may_undergo(tokens, one, grammar)), None)
    if own is None or not places.isdisjoint(own.places):
        return False
    mine = next((one for one in phrases if places <= {*one.places}), None)
    if mine is None or mine.tie in {"", CHAINED, EITHER} or mine.places[0] < own.places[0]:
        return False
    taken = [token for token, at in aligned.pairs if at in own.places]
    return all(tied(claim.tokens, claim.tokens.index(token), grammar)[0] for token in taken[:1])


def _is_exchanged(claim: Clauses, aligned: Aligned, undergone: _Undergone, grammar: Grammar) -> bool:
    """Whether a claim ties to a passive what undergoes it in a sentence, and has undergo it what is tied to it."""
    tokens, (there, places) = aligned.told.tokens, undergone
    helps = next((at for at in range(there) if PASSIVE in tokens[at].signs), 0)
    ahead = phrases_in(tokens, range(helps), grammar)[:1] if helps else []
    mine = next((one for one in _behind(aligned, there, grammar) if places <= {*one.places}), None)
    if not ahead or ahead[0].tie or mine is None or mine.tie in {"", CHAINED}:
        return False
    other = next((token for token, at in aligned.pairs if at in ahead[0].places), None)
    return other is not None and tied(claim.tokens, claim.tokens.index(other), grammar)[0] == mine.tie


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _verb(tokens: Sequence[Token], place_of: dict[int, int], told: Sequence[Token], grammar: Grammar) -> int:
    """Where a claim's only clause has its verb, which a sentence has as a verb too; -1 for nowhere."""
    places = [(at, place_of[id(token)]) for at, token in enumerate(tokens) if id(token) in place_of]
    same = [(at, place) for at, place in places if tokens[at].stem == told[place].stem and not told[place].entities]
    for at, place in [pair for pair in same if told[pair[1]].value is None and not told[pair[1]].dated]:
        if grammar.is_named(tokens[at]) or grammar.is_named(told[place]):
            continue
        if grammar.nouns and tokens[at].text[0].isupper():
            continue
        shaped = told[place].mood in FINITE or grammar.is_participle(told[place]) or grammar.nouns
        helped = place > 0 and told[place].before in grammar.perfects
        if shaped or helped or _is_behind_subject(told, place, grammar):
            return at
    return -1


def _has_same_behind(tokens: Sequence[Token], here: int, aligned: Aligned, place_of: dict[int, int]) -> bool:
    """Whether the next word behind a claim's verb is the next behind it in the sentence too, none of them passive."""
    told, there = aligned.told.tokens, place_of[id(tokens[here])]
    behind = next((one for one in tokens[here + 1 :] if one.content), None)
    place = place_of.get(id(behind), -1)
    if place < there or tells(tokens, PASSIVE) or tells(told[:there], PASSIVE):
        return False
    return not any(one.content for one in told[there + 1 : place])


def _is_behind_subject(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word that no ending tells stands between a name or a noun and an article: "Monk leaves the court"."""
    if at == 0 or at + 1 >= len(tokens) or grammar.nouns or grammar.words.free_order:
        return False
    small = tokens[at + 1].folded in grammar.definite or grammar.is_possessive(tokens[at + 1])
    return small and tokens[at - 1].content and tokens[at].clause == tokens[at + 1].clause == 0


def _thing(tokens: Sequence[Token], verb: int, grammar: Grammar) -> list[int]:
    """The places of what a claim has its deed done to: ahead of a passive, else right behind the verb."""
    if tells(tokens, PASSIVE):
        end = next((at for at in range(verb, -1, -1) if PASSIVE in tokens[at].signs), verb)
        found = phrases_in(tokens, range(end), grammar)[:1] if end else []
    else:
        stop = next((at for at in range(verb, len(tokens)) if tokens[at].clause != tokens[verb].clause), len(tokens))
        found = phrases_in(tokens, range(verb + 1, stop), grammar)[:1]
    return [at for one in found if one.tie in {"", CHAINED} for at in one.places]


def _behind(aligned: Aligned, verb: int, grammar: Grammar) -> list[DealtPhrase]:
    """The phrases behind a sentence's verb in its clause, and in the next one where that tells an aim."""
    tokens, clauses = aligned.told.tokens, aligned.told.clauses
    clause = tokens[verb].clause
    last = clause + (clause + 1 < len(clauses.openers) and clauses.openers[clause + 1] in grammar.words.aims)
    end = next((at for at in range(verb, len(tokens)) if tokens[at].clause > last), len(tokens))
    joins = grammar.words.joining | grammar.words.joins
    end = next((at for at in range(verb + 1, end) if tokens[at].folded in joins), end)
    mark = next((at for at in range(verb + 1, end) if tokens[at].folded in grammar.words.aims), end)
    found = phrases_in(tokens, range(verb + 1, mark), grammar)
    aimed = phrases_in(tokens, range(mark + 1, end), grammar) if mark < end else []
    return [*found, *(DealtPhrase(_AIM, one.places) for one in aimed)]


def _may_undergo(tokens: Sequence[Token], phrase: DealtPhrase, grammar: Grammar) -> bool:
    """Whether an untied phrase is a noun, and no time or number alone."""
    inside = [tokens[at] for at in phrase.places]
    if any(is_time(token) or token.folded in grammar.words.durations for token in inside):
        return False
    first = inside[0]
    endings = grammar.words.definite_endings
    led = first.before in grammar.definite or grammar.is_named(first) or bool(first.entities)
    led = led or (bool(endings) and first.plain.endswith(endings))
    return led or grammar.is_possessive(tokens[phrase.places[0] - 1])
