"""What stands right behind a deed as what it is done to: "closed (the pool)"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE, Wording
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain
from bot.domain.claims.rules.sides.phrases import lead

_PAIR = 2
# What tells of words besides plain verbs of speech: "garantiu a vereadora".
_SAYING = {f"{GOVERNS}promise", f"{GOVERNS}admit", f"{GOVERNS}warn", f"{GOVERNS}allege"}
# The most words of who does something: "an old, rusty coin".
_PHRASE = 3
_SMALL = 4
"""How many words may stand between a deed and what it is done to: "had closed all of the three"."""


def of_other_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim tells of one deed that the sentence tells of another, "" where it tells nothing so."""
    return _other_object(claim, aligned, grammar) or of_other_clause(claim, aligned, grammar)


# Complexity: each question is a word of the shape.
def _other_object(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim has done to a thing to which the sentence has another deed done, and another thing to this one.

    "The minister visited 200 trees" of "the minister visited a hospital, and volunteers planted 200 trees".
    """
    tokens = aligned.told.tokens
    placed = {id(token): at for token, at in aligned.pairs}
    describes = not grammar.words.special["as_what"].isdisjoint([token.folded for token in claim.tokens])
    for at, deed in enumerate(claim.tokens[:-1]):
        place = placed.get(id(deed), -1)
        telling = place < 0 and not deed.content and bool(deed.signs & SPEECH) and not describes
        if not telling and (place < 0 or not _may_be_deed(deed, grammar)):
            continue
        thing = behind(claim.tokens, at, grammar.words, grammar.definite)
        here = placed.get(id(claim.tokens[thing]), -1) if thing > 0 else -1
        if telling:
            done = (
                _deed_before(tokens, here, grammar)
                if here >= 0 and (thing > at + 1 or grammar.words.free_order)
                else -1
            )
            if _is_done(aligned, done, grammar) and not deed.plain.startswith(tokens[done].stem):
                return f"gives to another what is done: {claim.tokens[thing].text}"
            continue
        own = behind(tokens, place, grammar.words, grammar.definite) if here >= 0 else -1
        if own < 0 or own == here or own in aligned.matched:
            continue
        other = _deed_before(tokens, here, grammar)
        if other in {-1, place, own} or other in aligned.matched:
            continue
        joined = _is_joined(aligned.told, tokens[other].clause, grammar)
        if _is_verb(tokens, other, grammar, joined=joined and tokens[other].clause != tokens[place].clause):
            return f"gives to another what is done: {claim.tokens[thing].text}"
    return ""


# Complexity: each question is a word of the shape.
def of_other_clause(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim tells of one deed that the sentence tells of another, in a clause with a doer of its own.

    "Stopped a lorry in a garage" of "stopped a lorry, and two students built a boat in a garage".
    """
    if len(aligned.used) < _PAIR or claim.headline:
        return ""
    told = aligned.told
    own = {clause: _own(told, clause, grammar) for clause in aligned.used}
    for home, (doer, deed) in own.items():
        if deed not in aligned.matched:
            continue
        joined = _is_joined(told, home, grammar) and not _has_pronoun(told, home, grammar)
        others = [one for one in own if one != home and own[one][1] >= 0 and own[one][1] not in aligned.matched]
        doers = {own[one][0] for one in others if joined or (one > home and _is_joined(told, one, grammar))}
        if doer not in aligned.matched and any(0 <= at - aligned.pairs[0][1] < _PHRASE for at in doers):
            return f"gives to another what is done: {aligned.pairs[0][0].text}"
        for other in others:
            parted = _is_joined(told, other, grammar) if other > home else joined and other == home - 1
            taken = _behind_deed(aligned, other, own[other], grammar, later=other > home) if parted else None
            if taken is not None:
                return f"gives to another what is done: {taken.text}"
    return ""


def _behind_deed(aligned: Aligned, clause: int, own: tuple[int, int], grammar: Grammar, *, later: bool) -> Token | None:
    """What a claim takes from behind a clause's deed, where it takes neither that nor who does it.

    Where and when something was done may hold for what is told later besides.
    """
    doer, _ = own
    if doer in aligned.matched:
        return None
    tokens = aligned.told.tokens
    theirs = [(token, at) for token, at in aligned.pairs if tokens[at].clause == clause and at > doer]
    return next((token for token, at in theirs if later or not _is_circumstance(tokens, at, grammar)), None)


def _is_circumstance(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition ties a word, and tells not by whom something is done."""
    by = any(AGENT in token.signs for token in tokens[max(0, at - _SMALL) : at])
    return grammar.is_tied(tokens, at) and not by


def _is_joined(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a word joins a clause to the one before it: "and volunteers planted"."""
    return told.clauses.openers[clause] in grammar.words.joins


def _has_pronoun(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause has a word that stands for what another clause names."""
    pronouns = grammar.words.anaphors | grammar.words.clitics
    return any(token.clause == clause and token.folded in pronouns - grammar.definite for token in told.tokens)


# Complexity: each question is a word of the shape.
def _own(told: Told, clause: int, grammar: Grammar) -> tuple[int, int]:
    """The places of who does something in a clause that stands alone, and of the deed; -1 where either is not plain."""
    tokens, opener = told.tokens, told.clauses.openers[clause]
    if clause and (opener in grammar.relatives or opener in grammar.complements):
        return -1, -1
    named = grammar.definite | grammar.words.indefinite
    inside = [
        at for at, token in enumerate(tokens) if token.clause == clause and (token.content or token.mood == "past")
    ]
    if grammar.brackets and len(inside) > 1 and tokens[inside[-1]].text.islower():
        helped = any(
            PASSIVE in token.signs or token.folded in grammar.perfects for token in tokens[inside[0] : inside[-1]]
        )
        if helped and tokens[inside[0]].text[0].isupper() and not lead(tokens, inside[0], grammar):
            return inside[0], inside[-1]
    for at, after in pairwise(inside):
        token, verb = tokens[at], tokens[after]
        free = is_plain(token) and not _is_led(token, grammar.words, named) and tokens[at - 1].value is None
        done = verb.mood == "past" or verb.before in grammar.perfects
        verbal = token.signs or token.mood == "past" or (token.mood and not done)  # "Divers" ends as "closes" does.
        tied = token.before not in grammar.words.plural_articles and lead(tokens, at, grammar)
        if tied or token.dated or (free and verbal):
            return -1, -1
        if not (verb.entities & token.entities) and not _is_led(verb, grammar.words, named):
            small = grammar.nouns and token.text[0].isupper() and verb.text[0].islower()
            leads = [1 for one in tokens[after + 1 : after + 2] if _leads(one, grammar.words, named)]
            if done or small or leads:
                return at, after
    return -1, -1


# Complexity: each question is a word of the shape.
def has_another(aligned: Aligned, claim: Sequence[Token], token: Token, story: Story) -> int:
    """The place of what a deed is done to in a sentence, where the claim has it done to a word it lacks; else -1.

    Or that of another ordinal before a noun: "in the 88th minute".
    """
    if any(key[0] == "#" for key in token.keys):
        return _other_ordinal(aligned, token)
    words, definite = story.words, story.leading
    placed = {id(one): at for one, at in aligned.pairs}
    at = next((at for at, one in enumerate(claim) if one is token), 0) - 1
    while at >= 0 and claim[at].clause == token.clause and id(claim[at]) not in placed:
        if not (claim[at].content or _leads(claim[at], words, definite)):
            return -1
        at -= 1
    if (
        token.entities
        or at < 0
        or claim[at].clause != token.clause
        or not is_plain(claim[at])
        or _is_led(claim[at], words, definite)
        or (words.free_order and not claim[at].mood)  # "Профспілка студентів": a noun.
    ):
        return -1
    tokens, deed = aligned.told.tokens, placed[id(claim[at])]
    if _is_resumed(tokens, deed, words):
        return -1
    own = place = behind(tokens, deed, words, definite)
    while 0 <= place < len(tokens) and tokens[place].clause == tokens[own].clause:
        if place in aligned.matched:
            return -1  # "Only half of the fishermen": it is told of them.
        if not tokens[place].content:
            break
        place += 1
    return own


def _other_ordinal(aligned: Aligned, token: Token) -> int:
    """The place of an ordinal that a sentence has before the noun which a claim's stands before, -1 for none."""
    told = aligned.told.tokens
    before = [at - 1 for one, at in aligned.pairs if at and one.before == token.folded]
    return next((at for at in before if any(key[0] == "#" for key in told[at].keys)), -1)


def keeps_another(
    laid: Aligned, aligned: Aligned, claim: Sequence[Token], missing: Sequence[Token], story: Story
) -> bool:
    """Whether a sentence that was filled up still has what a deed is done to where a claim has a word it lacked."""
    places = (has_another(aligned, claim, token, story) for token in missing)
    others = [aligned.told.tokens[at].folded for at in places if at >= 0]
    return bool(others) and any(token.folded in others for token in laid.told.tokens)


def is_past(story: Story, token: Token, claim: Sequence[Token]) -> bool:
    """Whether a word is the deed of a claim of one clause; without articles, nouns may end as such deeds do."""
    small = token.before in story.leading or token.before in story.words.ties
    return token.mood == "past" and not (small or claim[-1].clause or story.words.free_order)


# Complexity: each question is a word of the shape.
def behind(tokens: Sequence[Token], at: int, words: Wording, definite: frozenset[str]) -> int:
    """The place of the first word of what a deed is done to, right behind it; -1 where nothing is."""
    for place in range(at + 1, min(at + 1 + _SMALL, len(tokens))):
        token = tokens[place]
        if token.clause != tokens[at].clause or _is_pronoun(tokens, place, words, definite):
            return -1
        if token.content or (token.entities and not _leads(token, words, definite)):
            return -1 if token.dated or token.folded in words.durations else place
        if not _leads(token, words, definite):
            return -1
    return -1


def _is_resumed(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a pronoun before a deed, or before what helps it, is what it is done to: "l'hanno usata"."""
    before = at - 1
    while before > 0 and tokens[before].folded in words.perfects - words.clitics:
        before -= 1
    return before >= 0 and tokens[before].folded in words.clitics | words.anaphors


def _is_pronoun(tokens: Sequence[Token], at: int, words: Wording, definite: frozenset[str]) -> bool:
    """Whether a word stands for what is named elsewhere, and is no article or possessive of the noun behind it."""
    token = tokens[at]
    if token.folded not in words.anaphors and token.folded not in words.clitics:
        return False
    behind = () if words.free_order else tokens[at + 1 : at + 2]
    return token.folded not in definite or not [1 for one in behind if one.clause == token.clause and one.content]


def _leads(token: Token, words: Wording, definite: frozenset[str]) -> bool:
    """Whether a word is an article or so, or marks whom something is done to: "elogió (a los) bomberos"."""
    small = token.folded
    return small in words.objects or small in words.indefinite or (small in definite and small not in words.fused)


def _is_led(token: Token, words: Wording, definite: frozenset[str]) -> bool:
    """Whether an article stands before a word; "a" is the verb in "a distrus"."""
    if token.before in words.perfects and token.folded.endswith(words.participles):
        return False
    return token.before in definite or token.before in words.indefinite


def _may_be_deed(token: Token, grammar: Grammar) -> bool:
    if not is_plain(token) or _is_led(token, grammar.words, grammar.definite):
        return False
    if grammar.words.free_order and not token.mood:
        return False  # "Профспілка металістів": a noun.
    return token.content and not (grammar.nouns and token.text[0].isupper())


def _deed_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """The place of the word that has what stands here right behind it; -1 where a preposition or so ties it."""
    place = at - 1
    while place >= 0 and tokens[place].clause == tokens[at].clause:
        token = tokens[place]
        led = token.content and _is_led(token, grammar.words, grammar.definite)
        if not (led or token.value is not None or _leads(token, grammar.words, grammar.definite)):
            return place if token.content or token.signs or token.mood else -1
        place -= 1
    return -1


# Complexity: each question is a word of the shape.
def _is_verb(tokens: Sequence[Token], at: int, grammar: Grammar, *, joined: bool) -> bool:
    """Whether a word is a deed: by its form, or because a joined clause has it before what it is done to."""
    token = tokens[at]
    if not is_plain(token) or (grammar.nouns and token.text[0].isupper()):
        return False
    return joined or token.mood == "past" or token.before in grammar.perfects or grammar.is_participle(token)


def _is_done(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a sentence tells a deed here, which says nothing, that a claim leaves out: not "a fox wrote"."""
    if at < 0 or at in aligned.matched:
        return False
    token, said = aligned.told.tokens[at], SPEECH | _SAYING
    return token.content and not token.signs & said and _is_verb(aligned.told.tokens, at, grammar, joined=False)
