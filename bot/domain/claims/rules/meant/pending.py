"""What is only asked for, tried, somebody's to decide or a condition, told as more than that."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, GOVERNS, NOT, PASSIVE
from bot.domain.claims.rules.doers.recipients import answered
from bot.domain.claims.rules.grammar import Grammar

_TRIED = frozenset({NOT, f"{GOVERNS}attempt", f"{GOVERNS}fail"})
_OPEN = frozenset({COND, *(f"{GOVERNS}{name}" for name in ("open", "possible", "plan", "expect", "demand", "promise"))})
_MEANT = frozenset({f"{GOVERNS}attempt", f"{GOVERNS}plan"})
# How many words stand between "depends" and what opens what it depends on.
_DEPENDING_WORDS = 3
# How many letters nouns for answers and verbs of answering begin alike with.
_BEGINNING = 4
# An article and its noun behind a deed.
_OBJECT_WORDS = 3


def pending(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[str]:
    """What speaks against a claim that tells so, one after the other."""
    yield _got(claim, aligned, grammar)
    yield _succeeded(claim, aligned, grammar)
    yield _decided(claim, aligned, grammar)
    yield _depends_otherwise(claim, aligned, grammar) or _depends(claim, aligned, grammar)
    yield _only_restricted(claim, aligned, grammar)
    yield _answers(claim, aligned, grammar)
    yield answered(aligned, grammar) or _meant(claim, aligned, grammar)
    yield _of_first_deed(aligned, grammar) or _of_the_other(claim, aligned, grammar)


def _answers(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A claim that somebody answered, which the sentence does not say: "wrote to the owner", "the owner answered"."""
    answering = grammar.words.special["answering"]
    said = next((token for token in claim.tokens if token.folded in answering and not token.content), None)
    if said is None or len(claim.openers) > 1:
        return ""
    begun = tuple({word[:_BEGINNING] for word in answering})
    return "" if any(one.folded.startswith(begun) for one in aligned.told.tokens) else f"adds an answer: {said.text}"


def _got(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim says that somebody got and the sentence only that they asked for it: "got what he asked for"."""
    getting = grammar.words.special["got"]
    got = [token for token in claim.tokens if token.folded in getting]
    if not got or _denies(claim.tokens) or any(one.folded in getting for one in aligned.told.tokens):
        return ""
    asking = grammar.words.special["asking"]
    asked = (one for one, place in aligned.pairs if {one.folded, aligned.told.tokens[place].folded} <= asking)
    return next((f"tells as got what is only asked for: {one.text}" for one in asked if one.start > got[0].start), "")


def _succeeded(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim says that somebody managed and the sentence only that they tried: "the attempt succeeded"."""
    succeeding, told = grammar.words.special["succeeding"], aligned.told.tokens
    said = next((token for token in claim.tokens if token.folded in succeeding), None)
    if said is None or _denies(claim.tokens) or any(one.folded in succeeding for one in told):
        return ""
    return f"tells as done what is only tried: {said.text}" if any(one.signs & _TRIED for one in told) else ""


def _decided(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim tells as decided and the sentence only as somebody's to decide: "the decision rests with"."""
    words, told = grammar.words, aligned.told.tokens
    resting = {at for at, token in enumerate(told) if token.folded in words.special["resting"]} - aligned.matched
    left = {told[at].clause for at in resting}
    if any(aligned.tokens[at].folded in words.special["deciding_now"] for at in aligned.missing):
        return "gives to another what is decided"
    helped = [1 for token in claim.tokens if token.folded in grammar.perfects]
    for token, place in aligned.pairs:
        other, decides = told[place], token.stem in words.deciding or told[place].stem in words.shells
        rests = decides and other.clause in left
        if (token.mood == "past" or helped) and (rests or other.folded in words.special["deciding_now"]):
            return f"tells as decided what is still to be: {token.text}"
    return ""


def _depends_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A claim that turns round what depends on what: "whether it opens depends on the vote"."""
    words, told = grammar.words, aligned.told.tokens
    for token, place in aligned.pairs:
        if token.folded not in words.depending or told[place].folded not in words.depending:
            continue
        mine, at = claim.tokens, claim.tokens.index(token)
        if not (_opens_behind(mine, at, grammar) and _opens_behind(told, place, grammar)):
            continue
        sides = [(one.start > token.start, where > place) for one, where in aligned.pairs if one is not token]
        if any(mine and not theirs for mine, theirs in sides) and any(theirs and not mine for mine, theirs in sides):
            return "turns a condition round"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _meant(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim tells as done and the sentence only as tried or planned, in a clause that looks relative.

    "Plante im Mai, das Bild auszuleihen": no "Mai, das ...".
    """
    told, begun = aligned.told.tokens, grammar.marked_infinitives
    if not begun or any(sign.startswith(GOVERNS) or sign == NOT for token in claim.tokens for sign in token.signs):
        return ""
    for token, place in aligned.pairs:
        deed, last = told[place], told[place + 1 : place + 2]
        marked = deed.before in grammar.words.infinitive_marks or deed.plain.startswith(begun)
        if not marked or (last and last[0].clause == deed.clause) or deed.clause == 0:
            continue
        opener = next(one for one in told if one.clause == deed.clause)
        meaning = (one for one in told if one.clause == deed.clause - 1 and not one.signs.isdisjoint(_MEANT))
        if opener.folded in grammar.relatives and any(told.index(one) not in aligned.matched for one in meaning):
            return f"tells as done what is only meant: {token.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _depends(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A claim that tells as a fact what the sentence makes depend on something, or that something depends on it."""
    words, told = grammar.words, aligned.told.tokens
    if [1 for token in claim.tokens if token.signs & _OPEN or token.folded in words.depending]:
        return ""
    for at, token in enumerate(told):
        if token.folded in words.depending and at not in aligned.matched and _opens_behind(told, at, grammar):
            sides = [one for one, place in aligned.pairs if told[place].clause == token.clause and not one.entities]
            retold = (one for one, place in aligned.pairs if one in sides and one.plain != told[place].plain)
            if len(sides) > 1 and any(retold):
                return f"leaves out a condition: {token.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _only_restricted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A claim that denies what the sentence only restricts: "ne sera versé que si", "ne sera pas versé"."""
    restricting, told = grammar.words.special["restricting"], aligned.told.tokens
    denied = [at for at, token in enumerate(told) if NOT in token.signs]
    if not restricting or len(denied) != 1 or not _denies(claim.tokens):
        return ""
    if any(token.folded in restricting or COND in token.signs for token in claim.tokens):
        return ""
    behind = next((token for token in told[denied[0] :] if token.folded in restricting), None)
    first = next((token for token, place in aligned.pairs if place > denied[0]), None)
    near = behind is not None and behind.clause - told[denied[0]].clause <= 1
    return f"denies what the article only restricts: {first.text}" if near and first is not None else ""


def _of_first_deed(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim gives to the second of two joined deeds, the sentence to the first: "opposes it and wants this"."""
    told = aligned.told.tokens
    for (deed, place), (thing, there) in pairwise(aligned.pairs):
        if there >= place or thing.start < deed.start or told[there].clause != told[place].clause or thing.entities:
            continue
        opens = not any(token.content for token in told[:there] if token.clause == told[there].clause)
        if grammar.words.free_order and told[there - 1].folded not in grammar.words.ties | grammar.words.against:
            continue  # What both are done to may stand before either.
        if not opens and _is_joined(told, there, place, grammar) and _has_object(told, place, grammar):
            return f"joins {deed.text} with what another belongs to: {thing.text}"
    return ""


def _is_joined(told: Sequence[Token], there: int, place: int, grammar: Grammar) -> bool:
    """Whether a deed in the active is joined behind a thing."""
    joined = [at for at in range(there + 1, place) if told[at].folded in grammar.words.joins]
    between = told[joined[-1] : place] if joined else []
    helped = any(PASSIVE in token.signs or token.folded in grammar.words.clitics for token in told[there:place])
    return bool(joined) and not helped and not any(token.content for token in between)


def _has_object(told: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a noun with its article stands right behind a deed, or any where nouns have none."""
    behind = [token for token in told[place + 1 : place + _OBJECT_WORDS] if token.clause == told[place].clause]
    articles = grammar.definite | grammar.words.indefinite
    if not grammar.words.free_order and (not behind or behind[0].folded not in articles):
        return False
    return any(token.content for token in behind)


def _of_the_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in a claim's condition what the one named last does in the sentence: "pays Ann if the latter"."""
    told, latter = aligned.told.tokens, grammar.words.special["latter"]
    for at, token in enumerate(told[:-1]):
        if COND not in token.signs or told[at + 1].folded not in latter:
            continue
        inside = {one.clause for one, place in aligned.pairs if told[place].clause == told[at + 1].clause}
        first = next((place for place, one in enumerate(told[:at]) if one.content), None)
        doer = next((one for one, place in aligned.pairs if place == first and one.clause in inside), None)
        if doer is not None and any(COND in one.signs for one in claim.tokens if one.clause in inside):
            return f"gives to another what is done: {doer.text}"
    return ""


def _opens_behind(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether what something depends on is told behind the word for that: "depends on"."""
    behind = tokens[at + 1 : at + 1 + _DEPENDING_WORDS]
    return any(token.folded in grammar.words.special["depending_on"] for token in behind)


def _denies(tokens: Sequence[Token]) -> bool:
    return any(NOT in token.signs for token in tokens)
