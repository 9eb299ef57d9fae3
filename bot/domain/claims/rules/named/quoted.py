"""Who is quoted and of whom they speak, by nouns for them: "“He was calm”, said the nurse, Ann Holm" of a captain.

speaks    "The captain said that ...": of a noun that stands for a word of what is quoted
is told   "According to Ann Holm, the nurse was calm": of a noun that tells who speaks
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.people.quoted import says, speaks
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, NEUTRAL, SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar

# Among how many words behind a noun for somebody their name stands.
_BESIDE = 2
_VIEWS = {f"{GOVERNS}{name}" for name in ("allege", "suspect", "warn")}


def cue_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a noun speaks in a claim that is spoken of in what a sentence quotes, or the other way round."""
    told, quoted = aligned.told, aligned.told.quoted
    nouns = [(token, place) for token, place in aligned.pairs if not (token.entities or token.dated or token.signs)]
    for token, place in nouns:
        speaking = speaks(claim.tokens, claim.tokens.index(token), grammar.words)
        if quoted[place] is not None:
            if speaking and not any(says(one, grammar.words) for one in _quoted(aligned)):
                return True
        elif (
            not speaking
            and grammar.is_role(token)
            and _names_speaker(told.tokens, place, aligned)
            and _does(claim, token, aligned)
        ):
            return True
    return _is_told_of(claim, aligned)


def _is_told_of(claim: Clauses, aligned: Aligned) -> bool:
    """Whether a claim has somebody else say in a quotation's words what they tell of who is quoted, by name.

    "The captain said that Ann Holm was calm."
    """
    quoted = aligned.told.quoted
    speakers = {speaker for speaker in quoted if speaker is not None}
    for token, at in aligned.pairs:
        if not token.clause or quoted[at] is not None or token.entities.isdisjoint(speakers):
            continue
        if _is_anothers(claim, token, speakers) and _does(claim, token, aligned, named=True):
            return True
    return False


def _is_anothers(claim: Clauses, token: Token, speakers: set[int]) -> bool:
    """Whether a claim has none of some speakers say what it tells in a word's clause, but somebody else."""
    ahead = [one for one in claim.tokens if one.clause < token.clause]
    said = any(one.signs & SPEECH for one in ahead) and all(one.entities.isdisjoint(speakers) for one in ahead)
    return said and any(one.content and not one.signs & SPEECH for one in ahead)


def _quoted(aligned: Aligned) -> list[Token]:
    told = aligned.told
    return [token for token, speaker in zip(told.tokens, told.quoted, strict=True) if speaker is not None]


def _names_speaker(tokens: Sequence[Token], at: int, aligned: Aligned) -> bool:
    """Whether a noun stands right before or behind the name of who is quoted: "the nurse, Ann Holm"."""
    speakers = {speaker for speaker in aligned.told.quoted if speaker is not None}
    return any(not one.entities.isdisjoint(speakers) for one in _beside(tokens, at))


def _beside(tokens: Sequence[Token], at: int) -> list[Token]:
    return [*tokens[max(0, at - _BESIDE) : at], *tokens[at + 1 : at + 1 + _BESIDE]]


def _does(claim: Clauses, token: Token, aligned: Aligned, *, named: bool = False) -> bool:
    """Whether a noun opens what a claim tells in a quotation's words, and is no more than that beside a name.

    Or whether who is `named` opens it.
    """
    tokens, quoted = claim.tokens, aligned.told.quoted
    at = tokens.index(token)
    if not named and any(one.entities for one in _beside(tokens, at)):
        return False
    ahead = [one for one in tokens[:at] if one.clause == token.clause]
    opens = not any(one.content and not one.entities for one in ahead) and (not at or bool(token.before))
    told = [place for other, place in aligned.pairs if other.clause == token.clause and other.start > token.start]
    return opens and any(quoted[place] is not None for place in told)


def closing_cue(told: Told, scope: set[int], grammar: Grammar) -> list[Token]:
    """The verbs of a sentence's last clause that tell who says what is before it: "..., Ann Lee said".

    None where one of somebody's own people speaks for them: "the club opposes it, its head said".
    """
    last = told.tokens[-1].clause
    if not last or last not in scope or told.clauses.marks[last] != ",":
        return []
    inside = [token for token in told.tokens if token.clause == last]
    return (
        []
        if any(map(grammar.is_possessive, inside))
        else [token for token in inside if token.signs & {NEUTRAL, SOURCE} == {NEUTRAL}]
    )


def held_by_another(told: Told, said: frozenset[int], scope: set[int]) -> bool:
    """Whether somebody else accuses or believes what the claim lets a person say who is only its object."""
    held = next((at for at, t in enumerate(told.tokens) if t.clause in scope and t.signs & _VIEWS), None)
    if held is None or not any(told.named.get(entity) for entity in said):
        return False
    first = min(place for entity in said for place in told.named.get(entity, ()))
    return told.tokens[first].clause == told.tokens[held].clause and first > held
