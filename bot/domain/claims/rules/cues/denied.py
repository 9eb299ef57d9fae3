"""What is denied with a word for what is possible, and is not done either: "no podrá volver", "no volverá"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import ALL, ALMOST, GOVERNS, LACK, LESS, MORE, NOT, ONLY, PART, TURNS, Wording
from bot.domain.claims.rules.grammar import UNDONE, Grammar, places_in, tells

_POSSIBLE, _UNREAL = f"{GOVERNS}possible", f"{GOVERNS}unreal"
# How many words before what is possible its denial stands: "nu va putea".
_BEFORE = 2
_PAIR = 2
_UNSURE = {f"{GOVERNS}possible"}
_DENYING = {NOT, LACK, TURNS, *(f"{GOVERNS}{name}" for name in ("deny", "refuse", "fail", "false"))}
_TURNING = _DENYING | _UNSURE
BEYOND = "leaves out what denies it"


def is_impossible(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a claim denies what a sentence says cannot be, leaving out the word for that.

    Where the denial stands behind ("may not come", "puede no venir"), it is not sure; "kann nicht kommen" is.
    """
    tokens = aligned.told.tokens
    if _POSSIBLE not in tokens[at].signs or tokens[at].mood == "conditional":
        return False
    inside = places_in(tokens, tokens[at].clause)
    near = [place for place in inside if (place > at if grammar.brackets else at - _BEFORE <= place < at)]
    denials = {tokens[place].folded for place in near if NOT in tokens[place].signs}
    after = next((token.folded for token in tokens[at + 1 : at + 2]), "")
    if after in denials | grammar.complements and not grammar.brackets:
        return False  # "Non può non venire", "ne peut que venir".
    return bool(denials) and any(NOT in token.signs for token in claim.tokens)


def stands_apart(tokens: Sequence[Token], at: int, joined: int, grammar: Grammar) -> bool:
    """Whether a verb joined behind a denied one cannot be denied too, by its form.

    It has the same helping verb again ("has not sold it and has hired"), or a past behind "did not" or a past of its
    own endings ("non pagò e licenziò").
    """
    words, second = grammar.words, tokens[joined]
    helping = tokens[at - 1] if at and tokens[at - 1].clause == tokens[at].clause else None
    if helping is not None and not helping.content and second.folded == helping.folded:
        return True
    if helping is not None and helping.folded in words.special["did"]:
        return second.mood == "past" and second.content
    first = next((token for token in tokens[at + 1 : joined] if token.content), second)
    ends = words.remote_pasts or ("\0",)
    return first is not second and all(token.text.lower().endswith(ends) for token in (first, second))


def missed(tokens: Sequence[Token]) -> list[Token]:
    """Words that tell of deeds that were almost done and so were not: no "almost all", "almost 30", "almost nobody"."""
    near = [at for at, token in enumerate(tokens) if ALMOST in token.signs]
    if not near or tells(tokens, NOT):
        return []
    return [tokens[at] for at in near if not any(map(_counts, tokens[at + 1 : at + 1 + _PAIR]))]


def _counts(token: Token) -> bool:
    return token.value is not None or token.share is not None or not token.signs.isdisjoint({ALL, PART, MORE, LESS})


def denies_otherwise(claim: Clauses, aligned: Aligned) -> bool:
    """Whether a claim has a denial that is not the very word which the sentence has in a clause of its own.

    "Is liable for what nobody foresaw" has the "nobody" of "is not liable for what nobody foresaw", not the "not".
    """
    own = {id(token) for token, _ in aligned.pairs}
    used = {aligned.told.tokens[place].clause for token, place in aligned.pairs if not token.entities}
    theirs = [token for token in aligned.told.tokens if NOT in token.signs and token.clause in used]
    mine = [token.stem for token in claim.tokens if NOT in token.signs and id(token) not in own]
    clauses = {token.clause for token in theirs}
    return len(clauses) < _PAIR or len(mine) >= len(theirs) or not {token.stem for token in theirs}.issuperset(mine)


def denied_so(kept: set[str], tokens: Sequence[Token]) -> set[str]:
    """What a claim's own signs deny of what a sentence denies; what is lacking in both denies nothing else.

    "Not for lack of money" is not "for lack of money"; what was almost done was not.
    """
    if NOT not in kept and (LACK not in kept or tells(tokens, LACK)):
        return set()
    return UNDONE | {NOT} | ({ALMOST, _UNREAL} if NOT in kept and missed(tokens) else set())


def is_same_denial(claim: Clauses, at: int, told: Told, denial: Token) -> bool:
    """Whether a sentence has a claim's denial and the word behind it: "without the consent"."""
    mine, place = claim.tokens[at : at + 2], told.tokens.index(denial)
    theirs = told.tokens[place : place + 2]
    return len(mine) > 1 and [one.folded for one in mine] == [one.folded for one in theirs]


def lacking(tokens: Sequence[Token], at: int, matched: frozenset[int], words: Wording) -> set[str]:
    """The denial in a phrase like "for lack of" before what a claim takes, none where it takes the lack too."""
    first, signs = f"{tokens[at].folded}-", words.signs
    lengths = [word.count("-") for word in signs if word.startswith(first) and LACK in signs[word]]
    last = at + (max(lengths) if LACK not in signs.get(tokens[at].folded, ()) and lengths else 0)
    noun = next((at for at in range(last + 1, len(tokens)) if tokens[at].content or at in matched), None)
    return {NOT} if noun in matched and matched.isdisjoint(range(at, last + 1)) else set()


def ties_denied(claim: Clauses, aligned: Aligned, word: Token, grammar: Grammar) -> bool:
    """Whether a claim denies what a sentence ties, besides what both deny: "not with her", "not without her"."""
    others = [token for token in claim.tokens if NOT in token.signs and token is not word]
    if word.folded not in grammar.words.ties or NOT not in word.signs or not others:
        return False
    behind = next((pair for pair in aligned.pairs_of(word.clause) if pair[0].start > word.start), None)
    if behind is None or claim.tokens.index(behind[0]) - claim.tokens.index(word) > _BEFORE:
        return False
    tie = grammar.tie_before(aligned.told.tokens, behind[1])
    return bool(tie) and NOT not in grammar.words.signs.get(tie, ())


def beyond_denied(claim: Clauses, aligned: Aligned) -> str:
    """What denies what a claim takes from behind a semicolon for the deed of another statement, "" where nothing does.

    "The county will pay the costs; the damage, however, nobody covers": not "the county will pay the damage".
    """
    marks, used = aligned.told.clauses.marks, aligned.used
    if ";" not in marks or len(used) < _PAIR or tells(claim.tokens, NOT):
        return ""
    plain = {aligned.told.tokens[place].clause for token, place in aligned.pairs if not token.entities}
    for first in [clause for clause in plain if marks[clause] == ";"]:
        behind = range(first + 1, [*marks, ";"].index(";", first + 1))
        denial = next((one for one in aligned.told.tokens if one.clause in behind and NOT in one.signs), None)
        if denial is not None and used.isdisjoint(behind):
            return f"{BEYOND}: {denial.text}"
    return ""


def loses_word(claim: Clauses, aligned: Aligned, words: Wording, *, behind_verb: bool) -> str:
    """Whether a claim leaves out only what denies a thing, or what makes it unsure, of the very words: "" where not.

    "The mill was not sold, and the hall was not let": "the mill was sold, and the hall was not let". `behind_verb` is
    whether a denial may stand behind what it denies: "kommt heute nicht".
    """
    tokens = aligned.told.tokens
    lost = _left_out(claim, aligned, {NOT})
    tilled = [not words.till.isdisjoint([token.folded for token in told]) for told in (tokens, claim.tokens)]
    # "Did not open until May": "opened in May".
    if lost and tilled[0] <= tilled[1] and any(_is_alone(claim, aligned, at, words, behind_verb) for at in lost):
        return "leaves out a denial"
    little = _little(claim, aligned, words)
    if little:
        return little
    unsure = _left_out(claim, aligned, _UNSURE)
    alone = next((at for at in unsure if _is_alone(claim, aligned, at, words, behind_verb)), None)
    return f"leaves out how sure it is: {tokens[alone].text}" if alone is not None else ""


def _little(claim: Clauses, aligned: Aligned, words: Wording) -> str:
    """Whether a claim leaves out that a thing is so only to a small degree: "called it little serious"."""
    tokens, scarce = aligned.told.tokens, words.special["scarcely"]
    for token, place in aligned.pairs:
        at = place - 1
        led = at >= 0 and tokens[at].folded in scarce and tokens[at].clause == tokens[place].clause
        if not led or tokens[at].before in words.articles | words.ties | words.special["scarcely_not"]:
            continue  # "Un poco", "por poco", "hace poco".
        degrees = any(one.signs & _TURNING or one.folded in scarce for one in claim.tokens)
        if not token.mood and not degrees and token.stem == tokens[place].stem:
            return f"leaves out how much: {tokens[at].text}"
    return ""


def _left_out(claim: Clauses, aligned: Aligned, signs: set[str]) -> list[int]:
    """Where a sentence has words with one of some signs that a claim leaves out, [] where it has as many."""
    told = [at for at, token in enumerate(aligned.told.tokens) if token.signs & signs and at not in aligned.matched]
    return told if told and len(told) > len([1 for token in claim.tokens if token.signs & signs]) else []


# Complexity: what stands on either side of the word is looked for in the sentence, then in the claim.
def _is_alone(claim: Clauses, aligned: Aligned, at: int, words: Wording, behind_verb: bool) -> bool:
    """Whether a claim has the words on both sides of a word, in the very order, and nothing like it between."""
    tokens = aligned.told.tokens
    behind = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), at)
    before = next((place for place in range(at - 1, -1, -1) if tokens[place].content), at)
    if at in {behind, before} or tokens[behind].clause != tokens[at].clause or ONLY in tokens[at + 1].signs:
        return False
    said, ahead = _said_at(aligned, behind), _said_at(aligned, before)
    if said is None or ahead is None or ahead.start > said.start:
        return False
    near = [token for token in claim.tokens if ahead.start < token.start and token.clause == said.clause]
    last = near.index(said) + 1 if said in near else len(near)
    while behind_verb and last < len(near) and near[last].folded not in words.joins:
        last += 1
    return not any(token.signs & _TURNING for token in near[:last])


def _said_at(aligned: Aligned, place: int) -> Token | None:
    """The claim's token for a sentence's word, where it is the very word."""
    stem = aligned.told.tokens[place].stem
    return next((token for token, at in aligned.pairs if at == place and token.stem == stem), None)
