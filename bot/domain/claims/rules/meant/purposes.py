"""What somebody only does a thing for, told as what they have done: "went to court to clear the gate"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, IS, WAS
from bot.domain.claims.rules.grammar import Grammar, is_plain

_AHEAD = {f"{GOVERNS}{name}" for name in ("future", "possible", "plan", "expect", "promise", "request", "order")}
# How many small words may stand between what opens an aim and its infinitive: "pour ne pas la".
_SMALL = 3
# Words from a helping verb to its deed: "a fait évacuer", "hat räumen lassen".
_HELPED = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def only_aimed_at(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim whose deed a sentence has as the aim of another, which the claim leaves out."""
    tokens, words = aligned.told.tokens, grammar.words
    marks = [at for at, token in enumerate(tokens) if token.folded in words.aims and at]
    if not marks or any(token.signs & _AHEAD or token.folded in words.aims for token in claim.tokens):
        return ""
    deeds = (pair for pair in aligned.pairs if _is_done(claim, pair[0], grammar))
    deed, place = next(deeds, (claim.tokens[0], 0))
    mark = next((at for at in reversed(marks) if at < place), None)
    if mark is None or tokens[place].clause != tokens[mark].clause or not _opens_aim(tokens, mark, grammar):
        return ""
    ahead = [at for at in range(mark) if tokens[mark].clause - tokens[at].clause <= 1]
    left = [at for at in ahead if at not in aligned.matched and tokens[at].content and not tokens[at].dated]
    if not left or any(tokens[at].folded in words.achieving for at in ahead):
        return ""
    taken = [at for at in ahead if at in aligned.matched and at > left[0]]
    only = all(tokens[at].entities or grammar.is_thing(tokens, at) for at in taken)
    return f"tells as done what is only meant: {deed.text}" if only else ""


def is_of_aim(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word stands in an aim behind all that a claim takes, or in what that asks: "to find out whether".

    An aim changes nothing in what is done for it.
    """
    tokens, last = aligned.told.tokens, max(aligned.matched, default=0)
    marks = [place for place in range(last + 1, at + 1) if tokens[place].folded in grammar.words.aims]
    mark = next((place for place in marks if _opens_aim(tokens, place, grammar)), None)
    if mark is None or not any(tokens[place].content for place in range(mark)):
        return False
    steps = range(tokens[mark].clause + 1, tokens[at].clause + 1)
    between = [token for token in tokens[mark:at] if token.folded in grammar.words.joins | grammar.words.joining]
    asks = [not aligned.told.clauses.marks[clause] or _asks(aligned.told.clauses, clause, grammar) for clause in steps]
    return len(asks) <= 1 and all(asks) and not between


def _asks(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    return clauses.openers[clause] in grammar.words.special["whether"]


def _is_done(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a claim's word is a verb that tells as done, by its ending or by a helping verb close before it."""
    noun = token.text[0].isupper() if grammar.nouns else grammar.is_named(token)
    if noun or not is_plain(token) or token.dated:
        return False
    at = claim.tokens.index(token)
    near = [one for one in claim.tokens[:at] if one.clause == token.clause]
    near = near if grammar.brackets else near[-_HELPED:]
    return any(one.mood == "past" or one.folded in grammar.perfects for one in (token, *near))


def _opens_aim(tokens: Sequence[Token], mark: int, grammar: Grammar) -> bool:
    """Whether an infinitive stands behind a word that may open an aim, or the word opens a clause of its own."""
    words = grammar.words
    if tokens[mark].clause != tokens[mark - 1].clause:
        return True
    behind = tokens[mark + 1 : mark + 1 + _SMALL]
    if tokens[mark].folded in words.infinitive_marks:
        noun = tokens[mark - 1]  # "Went to court to clear": what completes a verb stands right behind that.
        if any(token.clause == noun.clause and token.signs & {IS, WAS} for token in tokens[:mark]):
            return False  # "Was the first to cross".
        return not noun.mood and not noun.signs and not grammar.is_participle(noun) and bool(behind)
    return any(token.plain.endswith(words.infinitives or "\0") for token in behind) or bool(
        behind and behind[0].folded in words.perfects
    )
