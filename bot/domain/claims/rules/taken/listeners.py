"""Who only hears it: of "Ann told Bob that it closes" and "Ann says she wrote to the council" neither of them says it.

Who speaks in a claim is not whom the sentence names behind who speaks there, as told or as what something is done to.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells
from bot.domain.claims.rules.taken.antecedents import is_object

_TELLING = SPEECH | {f"{GOVERNS}{name}" for name in ("allege", "promise", "admit", "suspect", "warn")}
_NEAR = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def said_by_listener(
    claim: Clauses, aligned: Aligned, speaker: tuple[Token, int], verb: Token, grammar: Grammar
) -> str:
    """What speaks against a claim's speaker, given with their place in the sentence, and its word of saying."""
    tokens, (who, there) = aligned.told.tokens, speaker
    inside = [one for one in claim.tokens if one.clause == verb.clause]
    led = grammar.words.special["accusatives"] | grammar.words.special["datives"]
    if tells(inside, PASSIVE) or who.value is not None or who.dated or who.before in led:
        return ""
    if verb.signs & SPEECH and _is_spoken_to(aligned, who, there, grammar):
        return f"turns round who does what: {who.text}"
    said, named = _said_before(tokens, there, grammar)
    if said < 0 or _speaks_besides(aligned, who, verb, said, there):
        return ""
    first = _is_first(tokens, said, there, grammar)
    if first and tokens[said].folded in grammar.words.special["telling_whom"]:
        heard = True
    elif not named:
        heard = _is_given(tokens, there, grammar)
    elif first:
        heard = _is_told(tokens, there, grammar)
    else:
        heard = _is_object(aligned, said, there, grammar)
    return f"turns round who does what: {who.text}" if heard else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_spoken_to(aligned: Aligned, who: Token, there: int, grammar: Grammar) -> bool:
    """Whether a sentence has somebody only in a pronoun for whom another says something to: "Ann told him"."""
    tokens, pronoun = aligned.told.tokens, aligned.told.tokens[there]
    sure = pronoun.folded in grammar.words.objective or pronoun.folded in grammar.words.clitics
    does = pronoun.folded in grammar.words.subjects or (not sure and bool(grammar.pronoun_form(pronoun)))  # "Sie".
    told = aligned.told.quoted[there] is None and not tells(tokens, SOURCE)  # "In her words".
    if does or not told or pronoun.content or not pronoun.entities or not is_object(tokens, there, grammar):
        return False
    named = [at for entity in who.entities for at in aligned.told.named.get(entity, ()) if at != there]
    said = [at for at, token in enumerate(tokens) if token.signs & _TELLING and not grammar.is_thing(tokens, at)]
    return not named and [tokens[at].clause for at in said] == [pronoun.clause]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _said_before(tokens: Sequence[Token], there: int, grammar: Grammar) -> tuple[int, bool]:
    """The place of the last word of saying before another word, -1 for none, and if its clause names who says it."""
    for at in range(there - 1, 0, -1):
        token = tokens[at]
        if token.signs & _TELLING and SOURCE not in token.signs and not grammar.is_thing(tokens, at):
            ahead = [place for place in places_in(tokens, token.clause) if place < at]
            doers = [
                place for place in ahead if tokens[place].content or tokens[place].folded in grammar.words.subjects
            ]
            free = [one for one in doers if not tokens[one].dated and not _is_tied(tokens, one, grammar)]
            goes_on = grammar.words.omits_subjects and tokens[ahead[0] if ahead else at].folded in grammar.complements
            return (at, bool(free) or goes_on) if free or goes_on or (token.clause and not doers) else (-1, False)
    return -1, False


def _is_tied(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition ties a word, none that opens the sentence as an article: "Der Wirt"."""
    ahead = tokens[1:at] if tokens[0].folded in grammar.definite else tokens[:at]
    small = grammar.words.ties - grammar.words.objects
    return grammar.is_tied(tokens, at, objects=False) and any(token.folded in small for token in ahead)


def _speaks_besides(aligned: Aligned, who: Token, verb: Token, said: int, there: int) -> bool:
    """Whether a sentence names who speaks in a claim elsewhere too, or has its word of saying behind them."""
    tokens = aligned.told.tokens
    named = tokens[there].entities | who.entities
    ahead = any(one.entities & named or one.stem == who.stem for one in tokens[:said])
    behind = tokens[there + 1 :]
    clause = tokens[there].clause
    return ahead or any(one.stem == verb.stem or (one.signs & SPEECH and one.clause > clause) for one in behind)


def _is_first(tokens: Sequence[Token], said: int, there: int, grammar: Grammar) -> bool:
    """Whether a word is the first that is named behind a word of saying, in its clause."""
    between = [one for one in tokens[said + 1 : there] if not grammar.is_small(one)]
    return tokens[said].clause == tokens[there].clause and not any(one.content or one.mood for one in between)


def _is_told(tokens: Sequence[Token], there: int, grammar: Grammar) -> bool:
    """Whether what is said begins right behind somebody's name, or they are tied as who hears it."""
    last = there
    while last + 1 < len(tokens) and (
        tokens[last + 1].entities & tokens[there].entities and tokens[last + 1].clause == tokens[there].clause
    ):
        last += 1
    behind = tokens[last + 1 : last + 2]
    opens = [1 for one in behind if one.clause > tokens[there].clause and one.folded in grammar.complements]
    return bool(opens) or _is_given(tokens, there, grammar)


def _is_given(tokens: Sequence[Token], there: int, grammar: Grammar) -> bool:
    """Whether a preposition or an ending tells that something is said or given to somebody."""
    words, special = grammar.words, grammar.words.special
    endings = (*words.given_endings, *special["dative_endings"]) or ("\0",)
    cased = is_plain(tokens[there]) and tokens[there].plain.endswith(endings)
    led = tokens[there].before in special["accusatives"] | special["datives"] | words.givens
    return cased or led or grammar.tie_before(tokens, there) in words.givens


def _is_object(aligned: Aligned, said: int, there: int, grammar: Grammar) -> bool:
    """Whether a word stands behind a deed of what somebody says, as what that is done to."""
    tokens = aligned.told.tokens
    if not tokens[said].clause <= tokens[there].clause <= tokens[said].clause + 1:
        return False
    between = [at for at in range(said + 1, there) if tokens[at].clause == tokens[there].clause]
    by = any(tokens[at].signs & {AGENT, SOURCE} for at in between[-_NEAR:])
    return not by and any(_is_deed(tokens, at, grammar) for at in between)


def _is_deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells what has been done."""
    token = tokens[at]
    if not is_plain(token) or grammar.is_named(token):
        return False
    return token.mood == "past" or token.before in grammar.perfects or token.before in grammar.perfect_infinitives
