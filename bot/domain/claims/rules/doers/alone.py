"""What several do in a sentence and one who stands in another of its clauses does in the claim, or the other way round.

"The school chose the pool, to which they are driven by bus": the school drives nobody.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, MAGNITUDE, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells


def miscounted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a verb's number, "" where its ending tells nothing or who does it is the verb's own."""
    tokens = aligned.told.tokens
    other = _of_another(claim, aligned, grammar)
    if other is not None:
        return f"gives to another what is done: {other.text}"
    for clause in {token.clause for token in aligned.tokens}:
        (doer, here), *rest = aligned.pairs_of(clause) or [(aligned.tokens[0], 0)]
        away = [(token, tokens[at]) for token, at in rest if tokens[at].clause != tokens[here].clause]
        turned = any(is_plain(token) and is_of_another_number(token, other, grammar) for token, other in away)
        recased = bool(doer.entities) and doer.folded != tokens[here].folded
        if recased and _is_done_to(rest, tokens, grammar):
            return f"turns round who does what: {doer.text}"
        if (turned or _is_done_by_several(doer, here, rest[:1], tokens, grammar)) and not _may_be_several(
            claim, aligned, doer, here, grammar
        ):
            return f"gives to another what is done: {doer.text}"
    return ""


def _is_done_by_several(
    doer: Token, here: int, behind: Sequence[tuple[Token, int]], tokens: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether a claim has several do what the one before the verb does in the sentence: "Суд засудили", "засудив"."""
    if not grammar.words.free_order or doer.folded != tokens[here].folded:
        return False
    verbs = [(token, tokens[at]) for token, at in behind if at == here + 1 and token.mood == "past"]
    return any(is_of_another_number(token, verb, grammar) for token, verb in verbs)


def _is_done_to(rest: Sequence[tuple[Token, int]], tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim has another do a deed, or one what some do: "Мельника запросили" for "Мельник запросив"."""
    if any(_is_of_another_gender(token, tokens[at], grammar) for token, at in rest):
        return True
    several = tuple(ending for _, ending in grammar.words.verb_numbers)
    verbs = [(token, tokens[at]) for token, at in rest if token.mood == "past" and not token.plain.endswith(several)]
    return any(is_of_another_number(token, verb, grammar) for token, verb in verbs)


def _of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Token | None:
    """A claim's verb that a woman does in it and a man in the sentence, or the other way round; None for none.

    Only where a claim names one person alone, with nothing before their name, for whom the sentence has a pronoun.
    """
    first, tokens = claim.tokens[0], aligned.told.tokens
    pointed = [place for token, place in aligned.pairs if token is first and grammar.is_pronoun(tokens[place])]
    turned = [one for one, at in aligned.pairs if pointed and _is_of_another_gender(one, tokens[at], grammar)]
    if not turned or not grammar.is_person(first) or grammar.is_inflected(first):
        return None
    others = [token for token in claim.tokens if token.entities and token.entities.isdisjoint(first.entities)]
    return None if others else turned[0]


def is_of_another_number(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether two forms of one verb differ by how many do it."""
    if token.folded == other.folded or grammar.is_named(token) or grammar.is_named(other):
        return False
    mine, theirs = token.folded, other.folded
    for one, several in grammar.words.verb_numbers:
        for first, second in ((mine, theirs), (theirs, mine)):
            ends = first.endswith(one) and second.endswith(several)
            if ends and first.removesuffix(one) == second.removesuffix(several):
                return True
    return False


def _is_of_another_gender(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether two forms of one verb differ by whether a man or a woman does it: "привітав", "привітала"."""
    if token.folded == other.folded or grammar.is_named(token):
        return False
    mine = _bases(token.folded, grammar)
    return bool(mine) and not mine.isdisjoint(_bases(other.folded, grammar))


def _bases(verb: str, grammar: Grammar) -> set[str]:
    """What a verb of one may be where several do it."""
    pairs = grammar.words.verb_numbers
    return {f"{verb.removesuffix(one)}{several}" for one, several in pairs if one and verb.endswith(one)}


def _may_be_several(claim: Clauses, aligned: Aligned, doer: Token, here: int, grammar: Grammar) -> bool:
    """Whether a word may be one of several whom a verb of another clause means: joined, tied, or a speaker's."""
    tokens, small = aligned.told.tokens, grammar.words.joins | grammar.words.joining
    if doer.value is not None or doer.dated or grammar.is_tied(claim.tokens, claim.tokens.index(doer)):
        return True
    inside = [tokens[at] for at in places_in(tokens, tokens[here].clause)]
    return any(token.folded in small or token.signs & SPEECH for token in inside)


def counts_times(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day or how often stands at a place, by which nothing is done: "de patru ori", "da domenica"."""
    if at >= len(tokens) or tokens[at].dated:
        return True
    behind = tokens[at + 1 : at + 2]
    return tokens[at].value is not None and bool(behind) and not behind[0].content


def counts_sum(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word for who does it belongs to a large number: "900 mii de euro", "por 1,3 milhões de euros"."""
    if AGENT not in tokens[at].signs:
        return False
    of = tokens[at].folded in grammar.of_words
    return tells(tokens[at + 2 : at + 3], MAGNITUDE) or (of and tells(tokens[max(0, at - 1) : at], MAGNITUDE))


def is_in_name(tokens: Sequence[Token], at: int, *, nouns: bool) -> bool:
    """Whether a small word joins a name's parts: "Bodeștii de Sus"; `nouns` is whether all nouns have capitals."""
    if not 0 < at < len(tokens) - 1:
        return False
    one, other = tokens[at - 1], tokens[at + 1]
    if one.dated:
        return False  # "Am Dienstag von Ann Holm".
    if not one.entities or not other.entities:
        named = bool(other.entities if nouns else one.entities | other.entities)
        return named and one.text[0].isupper() and other.text[0].isupper()
    return not one.entities.isdisjoint(other.entities)


def does_as_pronoun(told: Token, mine: Token, grammar: Grammar) -> bool:
    """Whether a sentence has a pronoun that no claim turns: of whose a thing is, or of who does it in the same case.

    "She rejected it", told behind the verb with her name where endings tell who does it.
    """
    words = grammar.words
    does = words.free_order and told.folded in words.subjects and not grammar.is_inflected(mine)
    return does or grammar.is_possessive(told)


def has_own_agent(doer: Token, other: Token, aligned: Aligned, place: int) -> bool:
    """Whether who does it in a claim does what another clause than another's tells in the passive: ", but is run by".

    `doer` is the claim's word, which stands at a place of the sentence, and `other` who does it in another clause.
    """
    tokens = aligned.told.tokens
    inside = places_in(tokens, tokens[place].clause)
    led = next((at for at in inside if AGENT in tokens[at].signs), place)
    behind = [at for at in inside if at > led and tokens[at].content and tokens[at].value is None]
    if other.clause == tokens[place].clause or place not in behind[:1]:
        return False
    deeds = [at for _, at in aligned.pairs_of(doer.clause) if at in inside and at != place]
    return tells((tokens[at] for at in inside), PASSIVE) and any(not tokens[at].entities for at in deeds)
