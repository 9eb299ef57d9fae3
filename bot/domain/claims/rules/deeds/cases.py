"""Who does it and to whom it is done, by the cases of names and pronouns: "Анну звільнила рада"."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, places_in, tells


def declined(aligned: Aligned, grammar: Grammar) -> str:
    """Who does it in the claim and stands in another case behind the deed, which somebody else has done."""
    tokens = aligned.told.tokens
    doer, here = aligned.pairs[0] if aligned.pairs else (None, 0)
    if doer is None or doer is not aligned.tokens[0] or doer.value is not None or doer.dated:
        return ""
    rest = aligned.pairs[1:]
    deed = next((place for token, place in rest if not token.entities and token.value is None), here)
    if deed >= here or grammar.is_named(doer):
        return ""
    if _has_pronoun(aligned, here, deed, grammar):
        return f"gives to another what is done: {doer.text}"
    if doer.folded == tokens[here].folded or _is_done_to(doer, tokens[here], rest, deed, grammar):
        return ""
    return f"gives to another what is done: {doer.text}" if _has_doer(aligned, here, deed, grammar) else ""


def _is_done_to(first: Token, told: Token, rest: Sequence[tuple[Token, int]], deed: int, grammar: Grammar) -> bool:
    """Whether a claim opens with whom it is done to, in a case as the sentence's pronoun, and names who does it."""
    named = [token for token, place in rest if place < deed and grammar.is_person(token)]
    doers = [token for token in named if not grammar.is_inflected(token)]
    return bool(doers) and grammar.is_oblique_pronoun(told) and grammar.is_inflected(first)


def _has_pronoun(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a pronoun of those who do something stands before a deed, whom the claim leaves out: "he asked"."""
    tokens, words = aligned.told.tokens, grammar.words
    before = next((at for at in places_in(tokens, tokens[here].clause) if grammar.is_pronoun(tokens[at])), deed)
    oblique = before < deed and (tokens[before].folded in words.object_pronouns or grammar.is_tied(tokens, before))
    return before < deed and not oblique and before not in aligned.matched and not tells(tokens, PASSIVE)


def _has_doer(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a clause told in the active begins with who does it, whom the claim leaves out."""
    tokens = aligned.told.tokens
    other = next((at for at in places_in(tokens, tokens[here].clause) if tokens[at].content), deed)
    if other >= deed or other in aligned.matched or tells(tokens, PASSIVE):
        return False
    return tokens[other].before not in grammar.words.ties and not tokens[other].dated


def recased(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether who does it in the claim has a case in the sentence, and somebody else does it there.

    By what an apostrophe parts from a name ("Ada, Borspor'u yendi" and "Borspor, Ada'yı yendi"), or by the form of
    both people's names, where names have one for each case.
    """
    inflected = grammar.words.free_order
    if inflected and tells(claim.tokens, PASSIVE):
        return ""
    mine, theirs = _cases(claim.tokens, grammar), _cases(aligned.told.tokens, grammar)
    doers = {entity for entity, cased in theirs.items() if not cased}
    for token in aligned.tokens:
        for entity in token.entities:
            if mine.get(entity) or not theirs.get(entity):
                continue
            others = not inflected and doers - set(mine)
            if others or any(mine.get(other) for other in doers):
                return f"gives to another what is done: {token.text}"
    return ""


def have_same_cases(pairs: Sequence[tuple[Token, Token]], tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether some of a claim's words have the cases that the sentence's words beside them have."""
    return all(_has_case_of(other, token, tokens, grammar) for token, other in pairs)


def _has_case_of(other: Token, token: Token, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim's name or noun has the case that the sentence's word for it has, as far as their forms tell.

    `tokens` are the claim's: a part of a name may have no cases ("Віру Бранд").
    """
    if token.folded == other.folded:
        return True
    name = (one for one in tokens if one.clause == token.clause and one.entities & token.entities & other.entities)
    return bool(token.entities & other.entities) and any(_is_cased(one, grammar) for one in name) == _is_cased(
        other, grammar
    )


def _is_cased(token: Token, grammar: Grammar) -> bool:
    """Whether a name or the pronoun for it has another case than who does it."""
    if token.case or not grammar.words.free_order:
        return bool(token.case)
    if token.text[0].islower():
        return grammar.is_oblique_pronoun(token)
    return any(map(grammar.is_surely_person, token.entities)) and grammar.is_inflected(token)


def _cases(tokens: Iterable[Token], grammar: Grammar) -> dict[int, bool]:
    """For each entity that these tokens surely name whether it has a case wherever it stands."""
    found: dict[int, set[int]] = {}
    cased: dict[int, set[int]] = {}
    for token in tokens:
        if len(token.entities) != 1:
            continue
        entity = next(iter(token.entities))
        found.setdefault(entity, set()).add(token.clause)
        if _is_cased(token, grammar):
            cased.setdefault(entity, set()).add(token.clause)
    return {entity: cased.get(entity, set()) == clauses for entity, clauses in found.items()}
