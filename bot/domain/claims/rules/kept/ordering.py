"""What came before and what came after, turned round: "before becoming a baker, he had been a sailor in Hull"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

EARLIER_OR_LATER = "tells as before what was after"
_SIGNS = frozenset({BEFORE, AFTER})
_Region = tuple[str, range]


def order_turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that exchanges what was before or after a deed with that, "" for nothing."""
    places, until = [place for _, place in aligned.pairs], grammar.words.special["before_too"]
    ordering = [1 for one in aligned.told.tokens if one.signs & _SIGNS or one.folded in until]
    if not ordering[1:] and places == sorted(places):
        return ""  # Told in the sentence's own order.
    theirs = _regions(aligned.told.clauses, grammar)
    if not theirs:
        return ""
    mine = _regions(claim, grammar)
    if not mine:
        found = _joined(claim, aligned, theirs, grammar)
    else:
        found = _of_other_sign(claim, aligned, mine, theirs) or _exchanged(claim, aligned, mine, theirs)
    return f"{EARLIER_OR_LATER}: {found.text}" if found is not None else ""


def _ordering(tokens: Sequence[Token], grammar: Grammar) -> list[tuple[int, str]]:
    """Where words for before and after stand, with the sign of each; "until" beside "after" is before too."""
    found = [(at, BEFORE if BEFORE in one.signs else AFTER) for at, one in enumerate(tokens) if one.signs & _SIGNS]
    last = len(tokens) - 1
    found = [(at, sign) for at, sign in found if at < last and tokens[at + 1].mood not in FINITE]  # "Earlier said".
    found = [(at, sign) for at, sign in found if not _is_adverb(tokens, at, grammar)]
    until = grammar.words.special["before_too"]
    found += [(at, BEFORE) for at, one in enumerate(tokens) if one.folded in until]
    return sorted(found) if until else found


def _is_adverb(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word for before or after governs nothing: "zwei Wochen zuvor geprüft"."""
    lasting = at > 0 and tokens[at - 1].folded in grammar.words.durations
    return lasting and (grammar.is_participle(tokens[at + 1]) or grammar.is_past_participle(tokens[at + 1]))


# Complexity: what such a word governs ends at a comma, at the next such word, or with its noun.
def _regions(clauses: Clauses, grammar: Grammar) -> list[_Region]:
    """What each word for before or after governs: in front up to a comma, behind to the next such word."""
    tokens, marks = clauses.tokens, clauses.marks
    found: list[_Region] = []
    ordering = _ordering(tokens, grammar)
    starts, last = {at for at, _ in ordering}, len(tokens)
    for at, sign in ordering:
        opens = not [1 for token in tokens[:at] if token.content]
        end, closed = last, False
        for end in range(at + 1, last):
            closed = tokens[end].clause != tokens[end - 1].clause and marks[tokens[end].clause] != ""
            if closed or end in starts:
                break
        else:
            end = last
        said = [place for place in range(at + 1, end) if tokens[place].content]
        noun = grammar.brackets and tokens[end - 1].text[0].isupper()  # "Nach der Wahl ging sie, ...".
        timed = [place for place in said if tokens[place].folded in grammar.words.durations]
        if timed and tokens[said[0]].value is not None and sign == BEFORE:
            end = min(end, timed[0] + 1)  # "Vor acht Jahren ein Vorhaben".
        if said and opens and (noun or not closed or tokens[said[0]].dated or tokens[said[0]].value is not None):
            end = said[0] + 1
        found.append((sign, range(at + 1, end)))
    return found


def _plain_in(tokens: Sequence[Token], aligned: Aligned, region: range) -> list[tuple[Token, int]]:
    """A claim's words within a region that are told by one word of the sentence alone, with its place."""
    starts = {tokens[at].start for at in region}
    return [(token, at) for token, at in aligned.pairs if token.start in starts and _is_told_once(aligned, at)]


def _is_told_once(aligned: Aligned, at: int) -> bool:
    twins = [1 for one in aligned.told.tokens if one.stem == aligned.told.tokens[at].stem]
    return is_plain(aligned.told.tokens[at]) and len(twins) == 1


def _of_other_sign(
    claim: Clauses, aligned: Aligned, mine: Sequence[_Region], theirs: Sequence[_Region]
) -> Token | None:
    """A word that a claim tells as what something was before, and the sentence as what it was after."""
    if len(theirs) < len("ab"):
        return None
    for sign, region in mine:
        for token, at in _plain_in(claim.tokens, aligned, region):
            signs = {other for other, there in theirs if at in there}
            if signs and sign not in signs:
                return token
    return None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _exchanged(claim: Clauses, aligned: Aligned, mine: Sequence[_Region], theirs: Sequence[_Region]) -> Token | None:
    """A word that such a word governs in a claim and not in the sentence, where another changes places with it."""
    governed = {at for _, region in mine for at in region}
    for sign, region in mine:
        inside = _plain_in(claim.tokens, aligned, region)
        moved = [token for token, at in inside if not any(at in there for _, there in theirs)]
        outside = [at for at in range(len(claim.tokens)) if at not in governed]
        out = [pair for at in outside for pair in _plain_in(claim.tokens, aligned, range(at, at + 1))]
        put = [token for token, at in out if any(at in there for other, there in theirs if other == sign)]
        if moved and put:
            return moved[0]
    return None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _joined(claim: Clauses, aligned: Aligned, theirs: Sequence[_Region], grammar: Grammar) -> Token | None:
    """What a claim takes from such a clause with where or when the main deed was, of which it has nothing."""
    tokens = aligned.told.tokens
    if claim.headline or len(theirs) != 1:
        return None
    region = theirs[0][1]
    if any(token.content for token in tokens[: region.start]):
        return None
    inside = [token for token, at in aligned.pairs if at in region and is_plain(token)]
    if not inside or not _tells_more(tokens, region, grammar):
        return None
    core = [at for at, one in enumerate(tokens) if at not in region and is_plain(one) and one.content]
    core = [at for at in core if not grammar.is_tied(tokens, at) and not _is_titled(tokens, at)]
    if not core or not aligned.matched.isdisjoint(core):
        return None
    tied = [at for at in aligned.matched if at not in region and grammar.is_tied(tokens, at)]
    return next((token for token, at in aligned.pairs if at in tied), None)


def _tells_more(tokens: Sequence[Token], region: range, grammar: Grammar) -> bool:
    """Whether a clause tells what somebody did or became, and not a time alone."""
    ends = grammar.words.infinitives or ("\0",)
    said = [1 for at in region if tokens[at].content and is_plain(tokens[at])]
    verbal = any(tokens[at].plain.endswith(ends) or PASSIVE in tokens[at].signs for at in region)
    return len(said) + verbal >= len("ab")


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands right behind a word: "actor Miles Conway"."""
    return bool(tokens[at + 1 : at + 2]) and bool(tokens[at + 1].entities)
