"""What has been, told as what is to come: "was held on the quay" for "will be held on the quay"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, IS, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_time, places_in
from bot.domain.claims.rules.voiced.ahead import is_told_done_ahead

_AHEAD = {"future", "conditional"}
_POSSIBLE = f"{GOVERNS}possible"
_FUTURE = f"{GOVERNS}future"
_TO_COME = {f"{GOVERNS}{name}" for name in ("future", "possible", "plan", "expect", "promise")}
# How many words a helping verb may stand before its participle: "s'est encore tenue".
_HELPED = 2
_ROOT_LETTERS = 4
# How many words may stand from a deed's noun to what it is done to: "fermeture de l'usine".
_OF_WORDS = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def foretold(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed that a claim tells as to come, "" where the sentence does not tell it as done."""
    found = _only_possible(claim, aligned, grammar)
    if found or grammar.words.durative:
        return found or _of_going_on(aligned, grammar)
    ahead = [at for at, token in enumerate(claim.tokens) if token.mood == "future" or _FUTURE in token.signs]
    said = _is_said(claim, grammar)
    if not ahead or (said and not any(token.signs & SPEECH for token in aligned.told.tokens)):
        return ""
    verbs = [at for at in ahead if not grammar.is_named(claim.tokens[at])]
    deeds = ((claim.tokens[at], place) for at in verbs for place in _deeds(claim, aligned, at, grammar))
    over = next((verb for verb, place in deeds if _is_over(aligned, place, grammar, passive=not said)), None)
    return "" if over is None else f"says when or how surely otherwise: {over.text}"


def _is_said(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim tells what somebody says, and not only beside it: "the mayor, who criticised the plan"."""
    said = [token.clause for token in claim.tokens if token.signs & SPEECH]
    return any(claim.openers[clause] not in grammar.relatives for clause in said)


def _only_possible(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed that a claim says may be and the sentence tells as done: "may sell, for it lost"."""
    for at in [at for at, token in enumerate(claim.tokens) if _POSSIBLE in token.signs and not token.content]:
        clause = claim.tokens[at].clause
        behind = [pair for pair in aligned.pairs_of(clause) if pair[0].start > claim.tokens[at].start]
        verb, place = behind[-1 if grammar.brackets else 0] if behind else (claim.tokens[at], -1)
        if place >= 0 and is_plain(verb) and _is_over(aligned, place, grammar):
            return f"says when or how surely otherwise: {verb.text}"
    return ""


def _of_going_on(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed as to come, by its ending or "has to", that a sentence tells as going on or done."""
    words, tokens = grammar.words, aligned.told.tokens
    for token, place in aligned.pairs:
        other = tokens[place]
        going_on = other.mood == "past" or other.folded.endswith(words.durative)
        if not going_on or token.folded.endswith(words.durative) or not is_plain(token):
            continue
        due = token.before in words.having and token.plain.endswith(words.infinitives)
        ahead = due or token.folded.endswith(words.prospective)
        same = token.plain[:_ROOT_LETTERS] == other.plain[:_ROOT_LETTERS]
        if ahead and same and not any(one.signs & _TO_COME for one in tokens):
            return f"says when or how surely otherwise: {token.text}"
    return ""


def _deeds(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> Iterator[int]:
    """Where a sentence has a claim's verb, which may be the end of a phrase compared as one: "se celebrará".

    Of a helping verb it is what that helps: "will be closed", "wird geschlossen".
    """
    if not claim.tokens[at].content:
        behind = [pair for pair in aligned.pairs_of(claim.tokens[at].clause) if pair[0].start > claim.tokens[at].start]
        deed = behind[-1 if grammar.brackets else 0][1] if behind else None
        if deed is not None and is_plain(aligned.told.tokens[deed]):
            yield deed
    for token, place in aligned.pairs:
        if token is claim.tokens[at]:
            yield place
        elif at and token is claim.tokens[at - 1] and not claim.tokens[at].content:
            yield from range(place + 1, min(place + 2, len(aligned.told.tokens)))


def _is_over(aligned: Aligned, place: int, grammar: Grammar, *, passive: bool = False) -> bool:
    """Whether a sentence tells a deed as done, in the `passive` too, and nothing of its clause as to come."""
    tokens = aligned.told.tokens
    inside = [token for token in tokens if token.clause == tokens[place].clause]
    if any(token.mood in _AHEAD or token.signs & _TO_COME for token in inside):
        return False
    verb = tokens[place]
    if passive and not verb.entities and _was_done(tokens, place, grammar):
        return True
    if verb.entities or (grammar.is_named(verb) and not _is_helped(tokens, place, grammar)):
        return False
    return verb.mood == "past" or _is_helped(tokens, place, grammar)


def _was_done(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb that makes a passive of the past stands before a deed, in its clause: "fue trasladado"."""
    first = 0 if grammar.brackets else max(0, place - _HELPED)
    near = [token.folded for token in tokens[first:place] if token.clause == tokens[place].clause]
    return not grammar.words.special["was_done"].isdisjoint(near)


def _is_helped(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb that makes a past stands before a deed, or one of being behind "itself": "s'est tenue"."""
    words, first = grammar.words, 0 if grammar.brackets else max(0, place - _HELPED)
    near = [token for token in tokens[first:place] if token.clause == tokens[place].clause]
    if tokens[place].plain.endswith(words.infinitives or "\0"):
        return False
    itself = any(token.folded in words.copulas and token.before in grammar.reflexives for token in near)
    return itself or any(token.folded in words.perfects for token in near)  # "S'est tenue", "a ouvert".


def only_announced(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed told as done that a sentence has as what is announced: "announced the closure".

    Who is arrested or dies, or resigns, is told of so when it is done.
    """
    tokens = aligned.told.tokens
    heralds = [at for at, token in enumerate(tokens) if token.folded in grammar.words.heralding]
    for token, place in aligned.pairs if heralds else ():
        deed = tokens[place]
        ahead = deed.folded not in grammar.words.special["accomplished"] and token.folded != deed.folded
        noun = ahead and is_plain(token) and _is_noun_behind(tokens, place, heralds, grammar)
        thing = _thing_of(tokens, place, grammar) if noun else None
        if thing in aligned.matched and _is_done(claim, token, grammar):
            return f"tells as done what is only meant: {token.text}"
    return ""


def is_announced(aligned: Aligned, ahead: Token, grammar: Grammar) -> bool:
    """Whether a claim tells as to come, by a word `ahead`, what a sentence has as a noun for what is announced.

    "The promotion of Leo Marn was announced": he "will be promoted".
    """
    tokens, heralding = aligned.told.tokens, grammar.words.heralding
    deed = next((at for token, at in aligned.pairs if token.start > ahead.start and is_plain(token)), None)
    if deed is None or not grammar.is_noun(tokens, deed) or tokens[deed].entities:
        return False
    return any(token.folded in heralding and token.clause == tokens[deed].clause for token in tokens)


def _is_noun_behind(tokens: Sequence[Token], place: int, heralds: Sequence[int], grammar: Grammar) -> bool:
    """Whether a noun is the first thing behind a verb of announcing, days left out, or opens its clause."""
    inside = [at for at in heralds if tokens[at].clause == tokens[place].clause]
    if not inside or not grammar.is_noun(tokens, place):
        return False
    if inside[-1] > place:  # "The closure was announced".
        return not any(token.content and token.clause == tokens[place].clause for token in tokens[:place])
    between = (tokens[at + 1 : place] for at in inside)
    near = any(not [token for token in words if token.content and not token.dated] for words in between)
    return near and bool(tokens[place].before)


def _thing_of(tokens: Sequence[Token], place: int, grammar: Grammar) -> int | None:
    """Where the thing stands that a noun of a deed is done to, None where none or a person does."""
    behind = range(place + 1, min(place + 1 + _OF_WORDS, len(tokens)))
    at = next((at for at in behind if tokens[at].content), None)
    tied = any(token.folded in grammar.of_words | grammar.genitives for token in tokens[place + 1 : at])
    if at is None or not (tied or (at == place + 1 and (grammar.inflects or grammar.words.free_order))):
        return None
    return None if grammar.is_person(tokens[at]) or grammar.is_role(tokens[at]) else at


def _is_done(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a claim's verb tells a deed as done: by its own ending, a helping verb or a passive."""
    at = claim.tokens.index(token)
    near = claim.tokens[max(0, at - _HELPED) : at]
    helped = any(other.folded in grammar.perfects or PASSIVE in other.signs for other in near)
    ahead = any(other.signs & _TO_COME or other.mood in _AHEAD for other in claim.tokens)
    return not ahead and not grammar.is_named(token) and (token.mood == "past" or helped)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_scheduled(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim tells in the present, with its day, what a helping verb tells as to come: "opens on Monday"."""
    if grammar.words.special["done_once"] and is_told_done_ahead(aligned, grammar):
        return True
    tokens, used = aligned.told.tokens, aligned.used
    helping = next((at for at, token in enumerate(tokens) if _FUTURE in token.signs and token.clause in used), 0)
    home = places_in(tokens, tokens[helping].clause)
    inside = {at: token for token, at in aligned.pairs if at in home}
    verb = inside.get(_infinitive(tokens, home, helping, grammar))
    if verb is None or not [1 for token in inside.values() if is_time(token)]:
        return False
    same = bool(grammar.words.presents) and verb.folded in {tokens[at].folded for at in home}  # "Will cut", "cut".
    return is_plain(verb) and not same and _is_present(claim, verb, grammar)


def _infinitive(tokens: Sequence[Token], home: Sequence[int], helping: int, grammar: Grammar) -> int:
    """Where the verb stands that a helping verb leads to in a clause; nowhere behind a day of what is said.

    "Said on Monday it will open".
    """
    if [1 for at in home if at < helping and tokens[at].signs & SPEECH]:
        return -1
    content = [at for at in home if at > helping and tokens[at].content]
    return content[-1 if grammar.brackets else 0] if content else helping


def _is_present(claim: Clauses, verb: Token, grammar: Grammar) -> bool:
    """Whether a claim's verb is in the present."""
    words, inside = grammar.words, [token for token in claim.tokens if token.clause == verb.clause]
    near = [token for token in inside if token is verb or not (token.content or grammar.is_named(token))]
    if [1 for token in near if grammar.is_over(token) or IS in token.signs or token.folded in grammar.perfects]:
        return False
    if grammar.brackets:
        return verb.plain.endswith(words.present_endings or "\0")
    return not verb.folded.endswith((*words.suffered, *words.participles, "\0"))


def is_told_as_over(token: Token, other: Token) -> bool:
    """Whether a verb tells as past what another of the same meaning tells as to come."""
    if other.mood in {"future", "conditional"}:
        return not token.mood or token.mood == "past"
    governs = any(sign.startswith(GOVERNS) for sign in other.signs)
    if token.plain[:-1] == other.plain[:-1] or other.plain.startswith(token.plain):
        return False  # Two cases of a noun that ends as such verbs do.
    return token.mood == "past" and other.mood != "past" and not governs and bool(other.before)


def had_already(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a small verb of now or the past, where the sentence's own is to come: "avrà un tetto".

    The claim takes neither verb as a word to compare: "ha un tetto", "ha dato due milioni".
    """
    tokens, ahead = aligned.told.tokens, grammar.words.special["coming"]
    coming = [at for at, token in enumerate(tokens) if token.mood == "future" or token.folded in ahead]
    for at in coming:
        token = tokens[at]
        if at in aligned.matched or token.clause not in aligned.used or PASSIVE in token.signs:
            continue
        behind = {one.clause for one, place in aligned.pairs if place > at and tokens[place].clause == token.clause}
        if behind and min(aligned.matched) < at and not _helps(tokens, at, grammar):
            verb = _has_been(claim, behind, aligned, grammar)
            return "" if verb is None else f"says that it has happened: {verb.text}"
    return ""


def _helps(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the verb at a place leads to another: "avrà venduto", "potrà vendere"."""
    behind, ends = tokens[at + 1 : at + 2], grammar.words.infinitives or ("\0",)
    perfect = tokens[at].folded in grammar.perfects
    return any((perfect and grammar.is_participle(one)) or one.plain.endswith(ends) for one in behind if one.content)


def _has_been(claim: Clauses, clauses: set[int], aligned: Aligned, grammar: Grammar) -> Token | None:
    """The small verb of now or the past in some clauses of a claim that tells of nothing to come, None without one."""
    if _tells_of_coming(claim, grammar):
        return None
    compared, now = {id(token) for token, _ in aligned.pairs}, grammar.words.special["now"]
    inside = [token for token in claim.tokens if token.clause in clauses and id(token) not in compared]
    over = next((token for token in inside if token.mood == "past"), None)
    leading = {one.before for one, _ in aligned.pairs if grammar.is_participle(one)}
    now |= (grammar.words.having | grammar.perfects) - leading
    return over or next((token for token in inside if token.folded in now), None)


def _tells_of_coming(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim tells something as to come, or what somebody says."""
    coming = grammar.words.special["coming"]
    return any(one.mood in _AHEAD or one.signs & (_TO_COME | SPEECH) or one.folded in coming for one in claim.tokens)
