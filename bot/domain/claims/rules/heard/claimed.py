"""Who says what in a claim, and where a sentence has both."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, tells

TELLING = SPEECH | {f"{GOVERNS}{name}" for name in ("allege", "promise", "admit", "suspect", "warn")}
_DENYING = {f"{GOVERNS}{name}" for name in ("deny", "refuse")}
_DOUBTING = _DENYING | {NOT, f"{GOVERNS}false"}

# How many letters an ending has that a name may have by chance.
_SHORT = 2

Pair = tuple[Token, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says a thing in a claim, with the places that a sentence has them at, and those of what they say.

    `does` is whether a verb tells that they say it: no "according to".
    """

    who: Sequence[Pair]
    said: Sequence[int]
    does: bool = False


def saying_in(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Saying | None:
    """Who says what in a claim, None where nobody does or the sentence has not both."""
    source = next((at for at, token in enumerate(claim.tokens) if SOURCE in token.signs), None)
    verb = next((claim.tokens[at] for at in range(len(claim.tokens)) if _is_telling(claim.tokens, at, grammar)), None)
    if source is not None:
        found = _of_source(claim, aligned, source)
    else:
        found = _of_verb(claim, aligned, verb, grammar) if verb is not None else None
    return found if found is not None and found.who and found.said else None


def doubts(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim has a word that denies or opposes something."""
    return bool(claim.opposed) or any(disputes(token, grammar) or token.signs & _DOUBTING for token in claim.tokens)


def disputes(token: Token, grammar: Grammar) -> bool:
    """Whether a word tells that somebody denies or opposes something."""
    words = grammar.words
    opposes = token.folded in words.special["disputing"] or (token.stem in words.opposing and token.content)
    opposes = opposes and token.folded not in words.against
    return opposes or bool(token.signs & _DENYING)


def _is_telling(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    told = bool(tokens[at].signs & TELLING) or tokens[at].folded in grammar.words.special["informing"]
    opens = at == 1 and tokens[0].folded in grammar.definite  # "The accused."
    return told and not opens and not grammar.is_role(tokens[at])


def _of_source(claim: Clauses, aligned: Aligned, source: int) -> Saying | None:
    """What a claim gives as somebody's: "according to Ann Lee, ..."."""
    behind = [pair for pair in aligned.pairs if pair[0].start > claim.tokens[source].start]
    who = _first(aligned, behind)
    named = [id(token) for token, _ in who]
    return Saying(who, [at for token, at in aligned.pairs if id(token) not in named])


# Complexity: who speaks is looked for ahead of the verb, then behind it.
def _of_verb(claim: Clauses, aligned: Aligned, verb: Token, grammar: Grammar) -> Saying | None:
    """What a claim has somebody say, in the active, before or behind the word that tells that they do."""
    inside = aligned.pairs_of(verb.clause)
    ahead = [pair for pair in inside if pair[0].start < verb.start]
    helping = [token for token in claim.tokens if token.clause == verb.clause and token.start < verb.start]
    if tells(helping, PASSIVE) or tells(helping, NOT):
        return None
    if ahead:
        who = _first(aligned, ahead)
        said = [at for token, at in aligned.pairs if token.clause > verb.clause]
        if not any(token.clause > verb.clause for token in claim.tokens):
            said = [at for token, at in aligned.pairs if token.start > verb.start]
    else:
        who = _first(aligned, [pair for pair in inside if pair[0].start > verb.start])
        said = [at for token, at in aligned.pairs if token.clause < verb.clause]
    at = claim.tokens.index(who[0][0]) if who else -1
    opens = at == 1 and claim.tokens[0].folded in grammar.definite - grammar.words.givens
    led = at < 0 or (grammar.is_tied(claim.tokens, at) and not opens) or is_given(claim.tokens, at, grammar)
    return None if led else Saying(who, said, does=True)


def _first(aligned: Aligned, pairs: Sequence[Pair]) -> list[Pair]:
    """The first pairs that stand right behind one another in a claim's clause: an office and a name.

    Whom a pronoun stands for is looked for where the sentence names them.
    """
    told, found = aligned.told, list[Pair]()
    for token, place in pairs:
        if token.dated or token.value is not None:
            continue
        if found and (token.clause != found[0][0].clause or token.start - _end(found[-1][0]) > 1):
            break
        named = [at for entity in token.entities for at in told.named.get(entity, ())]
        found.append((token, place if told.tokens[place].content or not named else min(named)))
    return found


def _end(token: Token) -> int:
    return token.start + len(token.text)


# Complexity: a preposition, an article and an ending are asked for.
def is_given(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a preposition, an article or an ending tells that something is said to somebody."""
    words, special = grammar.words, grammar.words.special
    at = place
    while at and _goes_before(tokens, at, grammar):
        at -= 1  # "Al marinaio Nicola Esposito".
    title, article = tokens[at], int(tokens[at].before in grammar.definite)
    led = title.before in words.givens or (at > article and tokens[at - 1 - article].folded in words.givens)
    if led or grammar.tie_before(tokens, at) in words.givens or title.before in special["datives"]:
        return True
    if title.before in grammar.genitives and grammar.role_gender(title) == "f" and grammar.nouns:
        return True  # "Der Mieterin wurde gesagt".
    endings = (*words.given_endings, *special["dative_endings"]) or ("\0",)
    cased = any(_ends(tokens[one], endings) for one in range(at, place + 1))
    return cased or _is_taken_up(tokens, place, grammar)


def _ends(token: Token, endings: tuple[str, ...]) -> bool:
    """Whether a word has one of some endings, a name a long one: "Adam" is no dative."""
    long = tuple(one for one in endings if len(one) > _SHORT) or "\0"
    return token.plain.endswith(endings if is_plain(token) else long)


def _goes_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the word before a name tells what somebody is."""
    one = tokens[at - 1]
    noun = one.content and one.clause == tokens[at].clause
    return noun and (not one.mood or grammar.is_named(one)) and not one.signs


def _is_taken_up(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a pronoun behind a name tells that a thing is said to them by nobody who is told: "i s-a spus"."""
    behind = [one.folded for one in tokens[place + 1 :] if one.clause == tokens[place].clause]
    said_to = grammar.words.special["said_to"]
    return any(f"{one}-{other}" in said_to for one, other in pairwise(behind))
