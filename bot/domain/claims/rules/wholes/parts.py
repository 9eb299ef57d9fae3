"""A number of some of those whom a sentence tells of, told beside them: "eleven people, nine of them children"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PART
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in
from bot.domain.claims.rules.named.another import of_another_one
from bot.domain.claims.rules.wholes.ones import of_one
from bot.domain.claims.rules.wholes.owners import of_other_owner, turned_names

# How many words stand at a clause's beginning up to those for "of them", and how many such words there are at most.
_OPENING, _LONGEST = 5, 3
_SHARE_WORDS = 3
# How far before a number the share of it stands: "la mitad de los 40".
_SHARED = 4
# How many words on each side of "other" may belong to its noun.
_BESIDE = 2
# By how many letters at most two kinds of one thing are told apart.
_KIND = 5
# How far before a noun the part of it stands: "half of the farms".
_OF_WORDS = 3


def is_part(tokens: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether a clause tells how many of those named before it are something."""
    inside = [tokens[at] for at in places_in(tokens, clause)] if clause else []
    # "Nine of them", "a fifth of them", "п'ята частина з них".
    if not [
        1
        for before, one in pairwise(inside)
        if before.value is not None
        or one.value is not None
        or one.share is not None
        or (PART in one.signs and before.content)
    ]:
        return False
    return opens_among(tokens, clause, grammar.words.among)


def opens_among(tokens: Sequence[Token], clause: int, among: frozenset[str]) -> bool:
    """Whether one of the words for "of them" or "of whom" stands at a clause's beginning."""
    opening = [tokens[at].folded for at in places_in(tokens, clause)[:_OPENING]]
    runs = ("-".join(opening[at : at + length]) for at in range(len(opening)) for length in range(1, _LONGEST + 1))
    return any(run in among for run in runs)


def of_parts(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[str]:
    """What speaks against a claim that tells of some what is told of all, or of the others what is told of the rest."""
    yield of_some(claim, aligned, grammar)
    yield of_one(claim, aligned, grammar)
    yield _of_compounds(aligned, grammar)
    yield of_other_owner(claim, aligned, grammar)
    yield turned_names(claim, aligned, grammar)
    others = grammar.words.others
    rest = [place for place, one in enumerate(aligned.told.tokens) if one.folded in others]
    if not rest:
        return
    yield _of_more(aligned, grammar)
    at = next((at for at, token in enumerate(claim.tokens) if token.folded in others), None)
    if at is not None:
        yield _of_others(claim, at, aligned, rest)
    else:
        yield from (_of_the_rest(aligned, place, grammar) for place in rest)
        yield of_another_one(aligned, rest, grammar)


def of_some(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim counts by the number of some those whom the sentence tells of all: "nine people", "" if not."""
    share = next((token for clause in aligned.used if (token := _share_of(aligned, clause, grammar))), None)
    share = share or _lost_share(aligned, grammar)
    if share is not None:
        return f"leaves out that it is a part: {share.text}"
    for number, place in aligned.pairs if grammar.words.among else ():
        if number.value is None or number.dated:
            continue
        if _is_done_to(aligned, number, place):
            return f"gives to another what is done: {number.text}"
        if _takes_some(aligned, number, place, grammar) and not _tells_share(claim.tokens, number, grammar):
            return f"leaves out of how many: {number.text}"
    return ""


def _lost_share(aligned: Aligned, grammar: Grammar) -> Token | None:
    """A fraction that a claim leaves out of what it has: "sold two thirds of its shares", None for no such."""
    tokens, matched = aligned.told.tokens, aligned.matched
    lost = [at for at, token in enumerate(tokens) if token.share is not None and at not in matched]
    partitives = grammar.words.partitives  # "600 of the 900" keeps of how many.
    if not lost or any(one.share is not None or PART in one.signs or one.after in partitives for one in aligned.tokens):
        return None
    return next((tokens[at] for at in lost if _is_fraction_of(tokens, at, matched, grammar)), None)


def _is_fraction_of(tokens: Sequence[Token], at: int, matched: frozenset[int], grammar: Grammar) -> bool:
    """Whether a fraction is one of what stands among some places; no "one and a half million", "half of what"."""
    if tokens[at].value is not None or tokens[at].before in grammar.words.joins:
        return False
    behind = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), at)
    if at + 1 >= behind or behind not in matched:
        return False
    ties = grammar.words.partitives | grammar.of_words
    of_what = "-".join([one.folded for one in tokens[at + 1 : at + 3]]) in grammar.words.measuring
    return tokens[at + 1].folded in ties and not of_what


def _takes_some(aligned: Aligned, number: Token, place: int, grammar: Grammar) -> bool:
    """Whether a claim tells of a number what a sentence tells of others: of all, or of the part that stands behind."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[place].clause
    if is_part(tokens, clause, grammar):
        said = (token for token, at in aligned.pairs_of(number.clause) if tokens[at].clause != clause)
        return aligned.matched.isdisjoint(_own(tokens, clause)) and any(map(is_plain, said))
    return is_part(tokens, clause + 1, grammar) and _takes_part(aligned, number, clause + 1)


def _tells_share(tokens: Sequence[Token], number: Token, grammar: Grammar) -> bool:
    """Whether a claim tells a share of what a number counts: "two thirds of the 750,000"."""
    if number.before not in grammar.definite:
        return False
    at = tokens.index(number)
    tied = at > 1 and not grammar.words.partitives.isdisjoint({number.before, tokens[at - 2].folded})
    return tied and any(token.share is not None or PART in token.signs for token in tokens[max(0, at - _SHARED) : at])


def _share_of(aligned: Aligned, clause: int, grammar: Grammar) -> Token | None:
    """What stands before a relative clause of which a claim takes no part: "fields, half of | which are flooded"."""
    told = aligned.told
    if not clause or told.clauses.openers[clause] not in grammar.relatives or told.clauses.marks[clause]:
        return None
    before = [token for token in told.tokens if token.clause == clause - 1]
    if len(before) > _SHARE_WORDS or before[-1].folded not in grammar.words.partitives:
        return None
    part = next((token for token in before if PART in token.signs), None)
    taken = part is None or any(PART in token.signs or token.value is not None for token in aligned.tokens)
    return None if taken else part


def _of_others(claim: Clauses, at: int, aligned: Aligned, rest: list[int]) -> str:
    """What is told of those before, told of the others: "the smallest yard will close, the two others stay open"."""
    pairs = aligned.pairs_of(claim.tokens[at].clause)
    said = [(token, place) for token, place in pairs if _tells(token) and rest[0] not in {place, place + 1}]
    beside = claim.tokens[max(0, at - _BESIDE) : at + 1 + _BESIDE]
    deed = next((aligned.told.tokens[place] for token, place in said if token not in beside), None)
    rests = {aligned.told.tokens[place].clause for place in rest}
    if deed is None or any(aligned.told.tokens[place].clause in rests for _, place in said):
        return ""
    return f"joins {claim.tokens[at].text} with what another belongs to: {deed.text}"


def _of_the_rest(aligned: Aligned, rest: int, grammar: Grammar) -> str:
    """What is told of the others, told of those counted before: "four stay in custody and the others were released"."""
    tokens, matched = aligned.told.tokens, aligned.matched
    number = next((at for at, one in enumerate(tokens[:rest]) if one.value is not None and at in matched), None)
    if number is None or rest in matched or tokens[rest].before not in grammar.definite:
        return ""
    deed = next((at for at in sorted(matched) if at > rest and is_plain(tokens[at])), None)
    if deed is None or not _are_two_deeds(aligned, range(number + 1, rest), grammar):
        return ""
    return f"joins {tokens[number].text} with what another belongs to: {tokens[deed].text}"


def _are_two_deeds(aligned: Aligned, between: range, grammar: Grammar) -> bool:
    """Whether "and" joins the others to those who have a deed of their own, which a claim leaves out."""
    tokens = aligned.told.tokens
    joined = any(tokens[at].folded in grammar.words.joins | grammar.words.joining for at in between)
    own = [at for at in between[1:] if tokens[at].content]
    return joined and bool(own) and aligned.matched.isdisjoint(own)


def _of_compounds(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim tells of one kind of a thing and the sentence of another: "Placebo-Gruppe", "Belvan-Gruppe"."""
    for token, place in aligned.pairs if grammar.nouns else ():
        if "-" not in token.plain or token.entities:
            continue
        kind, _, whole = token.plain.rpartition("-")
        other, _, same = aligned.told.tokens[place].plain.rpartition("-")
        if other and whole == same and not other.startswith(kind[:_KIND]):
            return f"tells of another thing: {token.text}"
    return ""


def are_more(tokens: Sequence[Token], number: int, grammar: Grammar) -> bool:
    """Whether a number counts others than those told of before: "two died, and eleven others were hurt"."""
    others = grammar.words.others
    return bool([1 for token in tokens[max(0, number - 1) : number + _BESIDE] if token.folded in others])


def _of_more(aligned: Aligned, grammar: Grammar) -> str:
    """What is told of those before in one clause, told of others by their number: "eleven people died"."""
    tokens = aligned.told.tokens
    for number, place in aligned.pairs:
        if number.value is None or number.dated or not are_more(tokens, place, grammar):
            continue
        before = [(one, at) for one, at in aligned.pairs_of(number.clause) if at < place - 1 and is_plain(one)]
        fused = grammar.words.fused
        free = (one for one, at in before if not grammar.tie_before(tokens, at) and tokens[at].before not in fused)
        if any(one.start > number.start for one in free):
            return f"joins {number.text} with what another belongs to: {number.text}"
    return ""


def _tells(token: Token) -> bool:
    return token.value is None and not token.entities


def _is_done_to(aligned: Aligned, number: Token, place: int) -> bool:
    """Whether those whom a claim's number opens with are told as whom another deed was done to: "fell, hurting six"."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[place].clause
    others = [at for token, at in aligned.pairs_of(number.clause) if token is not number]
    if not clause or number is not aligned.tokens[0] or not others or any(tokens[at].clause >= clause for at in others):
        return False
    verb = next((at for at in places_in(tokens, clause) if tokens[at].content), place)
    return verb < place and tokens[verb].value is None and is_plain(tokens[verb]) and verb not in aligned.matched


def _own(tokens: Sequence[Token], clause: int) -> list[int]:
    """Where the words of a clause stand that tell what those are whom it counts."""
    return [at for at in places_in(tokens, clause) if tokens[at].content and tokens[at].value is None]


def _takes_part(aligned: Aligned, number: Token, clause: int) -> bool:
    """Whether a claim's number counts what a clause counts by a number that the claim leaves out, or has its deed."""
    tokens = aligned.told.tokens
    numbers = [at for at in places_in(tokens, clause) if tokens[at].value is not None or tokens[at].share is not None]
    own = set(_own(tokens, clause))
    if aligned.told.clauses.marks[clause + 1 : clause + 2] == ["—"]:  # "П'ята частина з них — туристи."
        own |= set(_own(tokens, clause + 1))
    behind = [at for token, at in aligned.pairs_of(number.clause) if token.before == number.folded]
    deeds = [at for token, at in aligned.pairs_of(number.clause) if is_plain(token) and at in own]
    return bool(own.intersection(behind) or deeds) and aligned.matched.isdisjoint(numbers)


def part_of_part(aligned: Aligned) -> str:
    """What speaks against a part of a whole, where a sentence has it as a part of a part of that.

    "Half of the farms draw water; a third of those stopped": not a third of the farms.
    """
    tokens = aligned.told.tokens
    for (part, place), (noun, at) in pairwise(aligned.pairs):
        if PART not in part.signs or not is_plain(noun) or tokens[at].clause >= tokens[place].clause:
            continue
        whole = [one for one in range(max(0, at - _OF_WORDS), at) if PART in tokens[one].signs]
        if whole and not aligned.matched.intersection(whole):
            return f"leaves out of how many: {tokens[whole[0]].text}"
    return ""
