"""What stands at which end of a deed: who tells whom, and who goes from where to where.

"The council informed the mayor" is not said by "the mayor informed the council".
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

_TELLING = {ANNOUNCED, NEUTRAL}
_BESIDE = 3
_FEWEST, _TIES = 3, 2


def told_to(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who tells whom in a claim in the active, "" where nothing does."""
    verb = next((at for at, token in enumerate(claim.tokens) if at and token.signs & _TELLING), None)
    if verb is None or grammar.words.free_order or tells(claim.tokens, PASSIVE):
        return ""
    saying, pairs = claim.tokens[verb], aligned.pairs_of(claim.tokens[verb].clause)
    other, there = next(((token, at) for token, at in pairs if token.start > saying.start), (saying, -1))
    doer, here = pairs[0] if pairs else (saying, -1)
    if there < 0 or doer.start > saying.start or not _tells_back(saying, aligned, here, there):
        return ""
    told = aligned.told.tokens
    words = [(claim.tokens, doer), (claim.tokens, other), (told, told[here]), (told, told[there])]
    free = all(_is_free(tokens, token, grammar) for tokens, token in words)
    return f"turns round who does what: {doer.text}, {other.text}" if free else ""


def _tells_back(saying: Token, aligned: Aligned, here: int, there: int) -> bool:
    """Whether the same verb of telling stands right before one word, and the other before it."""
    told = aligned.told.tokens
    spoken = [at for at in range(there + 1, here) if told[at].keys & saying.keys and told[at].signs & _TELLING]
    return len(spoken) == 1 and _is_behind(told, spoken[0], here) and not _opens_clause(aligned, spoken[0])


def _is_free(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether no preposition ties a word, which is neither a number nor a day; one that marks an object may."""
    at = tokens.index(token)
    while at and tokens[at - 1].folded in grammar.definite and tokens[at - 1].clause == token.clause:
        at -= 1
    ties = grammar.words.ties - grammar.definite - grammar.words.objects
    tied = at > 0 and tokens[at - 1].folded in ties and tokens[at - 1].clause == token.clause
    return token.value is None and not token.dated and not tied


def _is_behind(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """Whether a word is the first that is said right behind a verb, in its clause."""
    first = next((place for place in range(verb + 1, len(tokens)) if tokens[place].content), -1)
    return at == first <= verb + _BESIDE and tokens[at].clause == tokens[verb].clause


def _opens_clause(aligned: Aligned, verb: int) -> bool:
    """Whether a verb opens its clause behind more than a name put in: "The school closes, said the mayor"."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[verb].clause
    first = next(at for at in places_in(tokens, clause) if tokens[at].content or at == verb)
    before = places_in(tokens, clause - 1) if clause else []
    return first == verb and not (before and all(tokens[at].entities for at in before if tokens[at].content))


def crossed_ties(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Two words of a claim's clause of which each has the preposition that the sentence has before the other."""
    if len(aligned.pairs) < _FEWEST or len([1 for token in claim.tokens if token.folded in grammar.words.ties]) < _TIES:
        return ""
    told, tied = aligned.told.tokens, []
    for token, place in aligned.pairs:
        mine = _ties_before(claim.tokens, claim.tokens.index(token), grammar)
        theirs = _ties_before(told, place, grammar) if mine else ()
        if theirs and theirs != mine:
            tied.append((token, mine, theirs))
    for (one, first, second), (other, third, fourth) in combinations(tied, 2):
        if one.clause == other.clause and first == fourth and second == third:
            return f"turns round from where to where: {one.text}, {other.text}"
    return ""


def _ties_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[str, ...]:
    """The prepositions in a row before a word, an article between or none: "from over the hill", "de la Brad"."""
    first = at
    while first and tokens[first - 1].clause == tokens[at].clause and grammar.is_small(tokens[first - 1]):
        first -= 1
    ties, within = grammar.words.ties, grammar.words.within  # "У" and "в" are one.
    return tuple("" if token.folded in within else token.folded for token in tokens[first:at] if token.folded in ties)


def put_behind(aligned: Aligned, grammar: Grammar) -> str:
    """Who stands in a clause before, put right behind a deed in the place of another: "said it belongs to the county".

    A clause that points back may have anything of the one before as what its deed is done to.
    """
    tokens = aligned.told.tokens
    for (deed, at), (token, place) in pairwise(aligned.pairs):
        if token.clause != deed.clause or tokens[place].clause >= tokens[at].clause or not is_plain(deed):
            continue
        if token.dated or token.value is not None or grammar.is_named(deed) or grammar.is_tied(tokens, place):
            continue
        if not _points_back(aligned, tokens[at].clause, grammar) and _has_other_behind(aligned, at, grammar):
            return f"tells of another thing: {token.text}"
    return ""


def _points_back(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a clause is a relative one or has a word that stands for something named before."""
    words, told = grammar.words, aligned.told
    small = words.anaphors | words.clitics | words.subjects
    inside = [token for token in told.tokens if token.clause == clause]
    if any(token.folded in small - grammar.definite for token in inside):
        return True
    article = grammar.nouns and any(token.content and token.text[0].isupper() for token in inside[1:2])
    return not article and told.clauses.openers[clause] in grammar.relatives - grammar.complements


def _has_other_behind(aligned: Aligned, deed: int, grammar: Grammar) -> bool:
    """Whether a noun or name that the claim leaves out stands right behind a deed."""
    tokens = aligned.told.tokens
    near = range(deed + 1, min(deed + 1 + _BESIDE, len(tokens)))
    at = next((at for at in near if tokens[at].content), deed)
    other = tokens[at]
    if at == deed or at in aligned.matched or other.clause != tokens[deed].clause:
        return False
    suffixed = bool(grammar.words.definite_endings) and other.plain.endswith(grammar.words.definite_endings)
    noun = suffixed or bool(other.entities) or grammar.is_noun(tokens, at)
    return noun and not other.dated and other.value is None
