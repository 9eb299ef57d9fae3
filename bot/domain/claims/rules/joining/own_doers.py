"""Two joined deeds, each with a doer and an object of its own: "the coach thanked the fans, and the club fined X"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, tells
from bot.domain.claims.rules.named.topics import is_led

# What a claim's clause has at least: who does it, the deed, to whom.
_THREE = 3
# "Of the" before whose something is.
_OF = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_own_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives one of two joined deeds what the other is done to or by, or ""."""
    tokens, joins = aligned.told.tokens, grammar.words.joins
    join = next((at for at, token in enumerate(tokens) if at and token.folded in joins), None)
    if join is None or len(aligned.pairs) < _THREE or tells(claim.tokens, PASSIVE):
        return ""
    own = next((at for at in range(join + 1, len(tokens)) if tokens[at].content), None)
    if (
        own is None
        or not _tells_deed(tokens, join, grammar)
        or not _is_doer(tokens, own, grammar)
        or tells(_clause_from(tokens, own), PASSIVE)
    ):
        return ""
    (doer, here), *rest = aligned.pairs
    if here < join and _is_owned(claim, aligned, own, grammar):
        return f"turns round who does what: {doer.text}"
    behind = [(token, at) for token, at in rest if at > own and is_plain(token)]
    before = [(token, at) for token, at in rest if at < join]
    if not behind or any(token.clause != doer.clause for token, _ in rest):
        return ""
    if here < join and own not in aligned.matched and not before:
        first = next((at for at, token in enumerate(tokens) if token.content and not token.dated), None)
        led = is_led(claim.tokens, claim.tokens.index(doer), grammar)
        return "" if led or first != here else f"gives to another what is done: {doer.text}"
    freed = here == own and len(before) == 1 and _is_free(claim, aligned, before[0], own, grammar)
    taken = {id(tokens[at]) for at in aligned.matched}
    leaves = freed and any(id(one) not in taken and _is_noun(one, grammar) for one in _clause_from(tokens, own))
    return f"gives to another what is done: {before[0][0].text}" if leaves else ""


def _is_owned(claim: Clauses, aligned: Aligned, own: int, grammar: Grammar) -> bool:
    """Whether a claim has the doer of the second deed as whose thing it is done to: "rejected the plan of the board".

    Where the sentence has "Bo Lee made a plan, but the board rejected it".
    """
    pair = next((pair for pair in aligned.pairs if pair[1] == own), None)
    done = [token for token, at in aligned.pairs if at > own and is_plain(token) and not grammar.is_named(token)]
    if pair is None or not done or pair[0].start < done[0].start:
        return False
    token = pair[0]
    at = claim.tokens.index(token)
    of = grammar.of_words | grammar.genitives
    led = any(one.folded in of for one in claim.tokens[max(0, at - _OF) : at] if one.clause == token.clause)
    cased = bool(grammar.words.given_endings) and token.folded != aligned.told.tokens[own].folded
    return led or cased  # "Propunerea comisiei": "dar comisia i-a respins".


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _tells_deed(tokens: Sequence[Token], join: int, grammar: Grammar) -> bool:
    """Whether a deed is told before a word that joins: by a verb, or where it opens a clause of its own."""
    verb = any(one.mood in FINITE or one.folded in grammar.perfects for one in tokens[:join])
    return verb or (grammar.brackets and tokens[join].clause > tokens[join - 1].clause)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_doer(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word behind one that joins is a noun or name that nothing ties, with a verb behind it."""
    token = tokens[at]
    if token.dated or token.value is not None or token.signs or is_led(tokens, at, grammar):
        return False
    named = token.before in grammar.definite | grammar.words.articles or bool(token.entities)
    named = named or token.stem in grammar.words.bodies or grammar.is_role(token)
    behind = [one for one in tokens[at + 1 :] if one.clause == token.clause][:_THREE]
    if not named and behind:  # "And police arrested", not "and later arrested".
        later = token.folded in grammar.words.special["next_of_all"] | grammar.words.later
        named = behind[0].mood in FINITE and not later and not token.folded.endswith(_adverbs(grammar))
    joined = bool(behind) and "-" in behind[0].folded and behind[0].folded.rpartition("-")[2] in grammar.perfects
    verb = joined or any(one.mood in FINITE or one.folded in grammar.perfects for one in behind)
    return (named or joined) and bool(behind) and (verb or grammar.brackets)  # "dar comisia i-a respins"


def _adverbs(grammar: Grammar) -> tuple[str, ...]:
    return tuple(grammar.words.special["adverb_ends"]) or ("\0",)


def _clause_from(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words behind one in its clause."""
    return [one for one in tokens[at + 1 :] if one.clause == tokens[at].clause]


def _is_noun(token: Token, grammar: Grammar) -> bool:
    """Whether a word says something and is no verb, name, day or number."""
    noun = token.text[0].isupper() if grammar.nouns else not grammar.is_participle(token) and token.mood not in FINITE
    return token.content and is_plain(token) and noun


def _is_free(claim: Clauses, aligned: Aligned, pair: tuple[Token, int], own: int, grammar: Grammar) -> bool:
    """Whether what a claim has a deed done to is a noun of the other deed, for which no pronoun stands with its own."""
    token, tokens, words = pair[0], aligned.told.tokens, grammar.words
    mine = claim.tokens.index(token)
    led = is_led(claim.tokens, mine, grammar) and not _is_marked(claim, mine, grammar)
    if token.value is not None or token.dated or led or token.start < aligned.pairs[0][0].start:
        return False
    pronouns = (frozenset(words.objective) | words.clitics | words.anaphors) - grammar.definite
    return not any(one.folded in pronouns for one in _clause_from(tokens, own))


def _is_marked(claim: Clauses, mine: int, grammar: Grammar) -> bool:
    marked = grammar.words.special["persons_marked"]
    return any(one.folded in marked for one in claim.tokens[max(0, mine - 2) : mine])
