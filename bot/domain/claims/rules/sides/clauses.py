"""What a clause tells of somebody whom another names: an aside's name, or what a pronoun stands for."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells
from bot.domain.claims.rules.sides.phrases import lead

_PRONOUN_WORDS = 3
_LEFT = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_aside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what goes on behind an aside with their name: "X, who knew Y, left"."""
    told, (doer, here) = aligned.told, aligned.pairs[0]
    home, marks = told.tokens[here].clause, told.clauses.marks
    if not home or claim.tokens[-1].clause or marks[home : home + 2] != [",", ","]:
        return ""
    others = {told.tokens[place].clause for token, place in aligned.pairs if token.entities.isdisjoint(doer.entities)}
    if not others or min(others) <= home or not _opens_with_verb(told, home + 1, grammar):
        return ""
    inside = [told.tokens[at] for at in places_in(told.tokens, home)]
    relative = inside[0].folded in grammar.relatives or grammar.is_participle(inside[0])
    if grammar.nouns and inside[-1].text[0].isupper():
        return ""  # "The owner, the firm X, sold it": no relative clause, which ends with its verb.
    named = any(told.tokens[at].clause < home for entity in doer.entities for at in told.named.get(entity, ()))
    if not relative or named or lead(claim.tokens, claim.tokens.index(doer), grammar) or doer.value is not None:
        return ""
    return f"gives to another what is done: {doer.text}"


def _opens_with_verb(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause opens with what somebody named before does."""
    first = told.tokens[places_in(told.tokens, clause)[0]]
    small = grammar.definite | grammar.conjunctions | grammar.relatives | grammar.complements | grammar.words.subjects
    if first.folded in small - grammar.words.clitics or first.folded in grammar.words.ties or first.entities:
        return False
    return not (first.dated or first.value is not None or first.text[0].isupper())


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_to_pronoun(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what is done to the pronoun for them: "the priest had called them"."""
    told, (doer, here) = aligned.told, aligned.pairs[0]
    tokens, home = told.tokens, told.tokens[here].clause
    if tells(claim.tokens, PASSIVE):
        return ""
    for deed, there in aligned.pairs[1:]:
        clause = tokens[there].clause
        if clause <= home or deed.clause != doer.clause or not is_plain(deed) or tokens[there].signs & SPEECH:
            continue
        whom = _whom(tokens, there, grammar)
        if whom is None or tells((one for one in tokens if one.clause == clause), PASSIVE):
            continue
        behind = [(one, at) for one, at in aligned.pairs if one.start > deed.start and one.clause == deed.clause]
        free = [(one, at) for one, at in behind if at != whom and _is_object(claim.tokens, one, grammar)]
        own = [one for one, at in free if _does(tokens, at, there, grammar)]
        if own and own[0].entities.isdisjoint(doer.entities) and not _resumes(claim, deed, own[0], grammar):
            return f"turns round who does what: {doer.text}, {own[0].text}"
    return ""


def _resumes(claim: Clauses, deed: Token, own: Token, grammar: Grammar) -> bool:
    """Whether a claim has a pronoun before its verb too, for another than whom a word marks: "il parroco li chiamò"."""
    pronoun = _whom(claim.tokens, claim.tokens.index(deed), grammar)
    return pronoun is not None and not lead(claim.tokens, claim.tokens.index(own), grammar)


def _is_object(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a claim has something done to somebody: nothing ties them but what marks that."""
    somebody = token.entities or grammar.is_role(token) or token.stem in grammar.words.bodies
    return bool(somebody) and lead(tokens, tokens.index(token), grammar) in {"", *grammar.words.objects}


def _whom(tokens: Sequence[Token], there: int, grammar: Grammar) -> int | None:
    """Where the pronoun stands to whom a deed is done: right before it or its helping verb, or joined to one."""
    words = grammar.words
    near = range(max(0, there - _PRONOUN_WORDS), min(len(tokens), there + _LEFT))
    for at in near:
        token = tokens[at]
        if token.clause != tokens[there].clause or (token.content and not token.entities):
            continue
        if token.joined or (token.folded in words.clitics and _leads_to_verb(tokens, at, there)):
            return at
    return None


def _leads_to_verb(tokens: Sequence[Token], at: int, there: int) -> bool:
    """Whether only helping verbs stand between a pronoun and a deed."""
    between = tokens[at + 1 : there]
    return at < there and not any(one.content for one in between)


def _does(tokens: Sequence[Token], at: int, there: int, grammar: Grammar) -> bool:
    """Whether a word is who does it: free in the deed's clause, or a name between commas beside it."""
    token, deed = tokens[at], tokens[there]
    if token.value is not None or token.dated or at == there:
        return False
    if token.clause == deed.clause:
        return not lead(tokens, at, grammar)
    beside = abs(token.clause - deed.clause) == 1 and bool(token.entities)
    inside = [one for one in tokens if one.clause == token.clause and one.content]
    return beside and all(one.entities & token.entities for one in inside)
