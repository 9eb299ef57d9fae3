"""What several do, told of one: "Vendió la casa a dos vecinos. Quieren ...": the neighbours want it, not who sold."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT, SOURCE
from bot.domain.claims.rules.grammar import Grammar

# The shortest verb that is told by its ending alone.
_LETTERS = 4
# How many small words may stand between a helping verb and its verb.
_SMALL = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_one(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a person's deed that a sentence which names nobody tells of several, by its verb's form."""
    endings = tuple(grammar.words.special["several_endings"])
    subject = next((token for token in claim.tokens if token.content), None)
    if not endings or subject is None or subject.clause or not grammar.is_person(subject):
        return ""
    joining = grammar.words.joining
    pair = next(((one, at) for one, at in aligned.pairs if not one.entities and not grammar.is_role(one)), None)
    if pair is None or pair[0].clause:
        return ""
    token, place = pair
    if any(one.folded in joining and one.start < token.start for one in claim.tokens):
        return ""
    if not _stands_before(claim, aligned, place, grammar):
        return ""
    tokens = aligned.told.tokens
    mine, theirs = _finite(claim.tokens, claim.tokens.index(token), grammar), _finite(tokens, place, grammar)
    several = _tells_of_several(theirs, grammar, endings) and not _tells_of_several(mine, grammar, endings)
    return f"gives to another what is done: {subject.text}" if several and mine.folded != theirs.folded else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _stands_before(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a claim's name, or a pronoun for it, opens a sentence's clause right before a verb.

    So it does where the name is put in for who is not named; where endings tell who does it, a pronoun stands there.
    """
    tokens, said = aligned.told.tokens, {token.folded for token in claim.tokens if token.entities}
    ahead = [one for one in tokens[:place] if one.clause == tokens[place].clause]
    own = [one.content and one.folded not in said and not grammar.pronoun_form(one) for one in ahead]
    if any(own) or claim.tokens[0].folded in grammar.words.ties or SOURCE in claim.tokens[0].signs:
        return False
    small = grammar.words.joins | grammar.words.joining | grammar.words.special["neither"] | grammar.reflexives
    if any(one.folded in small or NOT in one.signs for one in ahead):
        return False  # "Ana Ruiz and her brother want it."
    return not grammar.words.free_order or any(one.folded in grammar.words.subjects for one in ahead)


def _finite(tokens: Sequence[Token], at: int, grammar: Grammar) -> Token:
    """A verb, or the one that helps it, small words between: "vor să angajeze"."""
    helping = grammar.perfects | grammar.words.special["several_verbs"]
    for before in reversed(tokens[max(0, at - _SMALL) : at]):
        if before.content or before.clause != tokens[at].clause:
            break
        if before.folded in helping or before.signs:
            return before
    return tokens[at]


def _tells_of_several(token: Token, grammar: Grammar, endings: tuple[str, ...]) -> bool:
    if token.folded in grammar.words.special["several_verbs"]:
        return True
    return len(token.folded) >= _LETTERS and token.folded.endswith(endings) and not grammar.is_named(token)
