"""The contrary of a deed, told of the very thing: "catches dropped though quotas rose" is not "quotas dropped".

And the contrary of a cause: "not out of spite but because of the cost" is not "not because of the cost".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, CAUSE, NOT, PASSIVE, Wording
from bot.domain.claims.rules.grammar import Grammar, is_plain

# The words between what is done and who does it, and a helping verb and what it helps.
_AGENT_WORDS, _HELPING_WORDS, _TIED = 3, 2, 2


def contrary(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a sentence tells of a claim's thing the contrary of a deed that it tells of another, "" where not."""
    opposites = grammar.words.opposites
    for token, place in aligned.pairs:
        stems = opposites.get(token.stem) if is_plain(token) else None
        if not stems or aligned.told.tokens[place].stem == token.stem:
            continue
        other = _told_of(aligned, grammar, aligned.told.tokens[place].clause, stems)
        if other is not None:
            return f"turns round what is done: {other.text}"
    return ""


def _told_of(aligned: Aligned, grammar: Grammar, clause: int, stems: frozenset[str]) -> Token | None:
    """A verb of these stems behind a noun that the claim takes, in another clause than one; None without one."""
    tokens, matched = aligned.told.tokens, aligned.matched
    for at, token in enumerate(tokens):
        if token.clause == clause or at in matched or token.stem not in stems:
            continue
        if grammar.is_named(token) or token.before in grammar.words.indefinite:
            continue
        if any(place in matched for place in range(at) if tokens[place].clause == token.clause):
            return token
    return None


def corrected(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim denies the cause that a sentence gives instead of what it denies, "" where not."""
    correcting = grammar.words.correcting
    denied = _denied_cause(claim.tokens, correcting, instead=False)
    given = _denied_cause(aligned.told.tokens, correcting, instead=True) if denied is not None else None
    if denied is None or given is None:
        return ""
    behind = next((place for token, place in aligned.pairs if token.start > claim.tokens[denied].start), None)
    return f"denies another cause: {claim.tokens[denied].text}" if behind is not None and behind > given else ""


def _denied_cause(tokens: Sequence[Token], correcting: frozenset[str], *, instead: bool) -> int | None:
    """Where the first cause stands behind a denial, with a word for "but" between or, not `instead`, none."""
    denial = next((at for at, token in enumerate(tokens) if NOT in token.signs), len(tokens))
    for at in range(denial + 1, len(tokens)):
        if tokens[at].folded in correcting:
            if not instead:
                return None
            instead = False
        elif CAUSE in tokens[at].signs and not instead:
            return at
    return None


def undergone(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim turns round who does what a participle tells: "was fined", "has fined"; "" where not."""
    told = aligned.told.tokens
    endings = grammar.words.participles or "\0"
    deeds = [(token, place) for token, place in aligned.pairs if token.text.endswith(endings)]
    passive = bool([token for token in claim.tokens if PASSIVE in token.signs])
    for token, place in deeds:
        if not (grammar.is_participle(token) and grammar.is_participle(told[place])):
            continue
        if passive:
            if _is_by_whom(claim, aligned, place):
                return f"turns round who does what: {token.text}"
        elif token.before in grammar.words.perfects and _is_of_another_clause(aligned, token, place):
            return f"gives to another what is done: {token.text}"
    return ""


def _is_by_whom(claim: Clauses, aligned: Aligned, deed: int) -> bool:
    """Whether the first word of a claim that names who does it is whom the sentence names behind "by"."""
    first = aligned.pairs[0][1]
    before = aligned.told.tokens[max(deed + 1, first - _TIED) : first]
    agent = any(AGENT in token.signs for token in before) and not any(token.content for token in before)
    near = deed < first <= deed + 1 + _AGENT_WORDS
    return near and agent and any(AGENT in token.signs for token in claim.tokens)


def _is_of_another_clause(aligned: Aligned, token: Token, deed: int) -> bool:
    """Whether somebody who undergoes a deed does it in the claim to what stands in another clause."""
    told = aligned.told.tokens
    helping = told[max(0, deed - _HELPING_WORDS) : deed]
    before = [place for other, place in aligned.pairs if other.start < token.start]
    behind = [place for other, place in aligned.pairs if other.start > token.start]
    undergoes = bool(before) and all(told[at].clause == told[deed].clause and at < deed for at in before)
    away = bool(behind) and all(told[at].clause != told[deed].clause for at in behind[:1])
    return undergoes and away and any(PASSIVE in one.signs and one.clause == told[deed].clause for one in helping)


def changed_side(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has against a thing those who are counted on the other side: "61 for it against 40"."""
    against, told = grammar.words.against, aligned.told.tokens
    mine = [token for token in claim.tokens if token.folded in against and not _counts(claim.tokens, token)]
    if not mine or len([token for token in told if token.folded in against]) != 1:
        return ""
    theirs = next(token for token in told if token.folded in against)
    other = told.index(theirs) + 1
    turned = _counts(told, theirs) and other not in aligned.matched
    counted = any(token.value is not None and place < other for token, place in aligned.pairs)
    return f"turns round who is against it: {mine[0].text}" if turned and counted else ""


def favoured(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has for a thing what its sentence, which tells of none for it, has against it."""
    tokens, favouring = aligned.told.tokens, grammar.words.special["favouring"]
    if any(token.folded in favouring for token in tokens):
        return ""  # "Nine were for the plan and four against it".
    for token, place in aligned.pairs:
        if grammar.tie_before(tokens, place) in grammar.words.against:
            at = claim.tokens.index(token)
            if grammar.tie_before(claim.tokens, at) in favouring:
                return f"turns round who is against it: {token.text}"
    return ""


def _counts(tokens: Sequence[Token], side: Token) -> bool:
    """Whether a number stands right behind a word for a side."""
    behind = tokens[tokens.index(side) + 1 :][:1]
    return any(token.value is not None for token in behind)


def opposed(claim: Clauses, aligned: Aligned) -> str:
    """A word that the claim denies and the sentence has: its contrary, told of another thing, proves nothing."""
    if not claim.opposed:
        return ""
    told = (token for token in aligned.told.tokens if token.clause in aligned.used)
    token = next((token for token in told if token.stem == claim.opposed), None)
    return "" if token is None else f"adds a denial: {token.text}"


def is_tied(denial: Token, words: Wording) -> bool:
    """Whether a word denies no more than what it ties, or stands right behind one that does: "sans | aucun effort"."""
    without = denial.before in words.ties and NOT in words.signs.get(denial.before, ())
    return denial.folded in words.ties or without
