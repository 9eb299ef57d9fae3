"""Whom the clauses around a word of speech name: "Ann Holm saw it, but it was Bob Lee who reported it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, NEUTRAL, NOT, SOURCE
from bot.domain.claims.rules.cues.apposed import is_joined_on
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs

_POSSIBLE = f"{GOVERNS}possible"


def named_by_all(told: Told, spoken: Sequence[int], grammar: Grammar) -> set[int]:
    """Whom words of speech at some places name; behind a source none by a deed: "according to him, she agreed"."""
    if spoken and _meant_by_source(told.tokens, spoken[0], grammar):
        spoken = [at for at in spoken if told.tokens[at].signs & SPEECH]
    return set[int]().union(*(_named_by(told, at, grammar) for at in spoken))


# How many clauses at least stand before what somebody says behind an aside: who, and what they do.
_ASIDE = 2


# Complexity: who speaks is told by a source, by a clause of its own, or by the clauses around it.
def _named_by(told: Told, at: int, grammar: Grammar) -> frozenset[int]:
    """Whom the clauses around a word of speech name; where it has a name before it, none by a pronoun behind it."""
    meant = _meant_by_source(told.tokens, at, grammar) or _before_aside(told, at, grammar)
    if meant:
        return meant
    clause = told.tokens[at].clause
    ties = grammar.words.ties
    own = [one.entities for one in told.tokens if one.entities and one.clause == clause and one.before not in ties]
    if own and only_cues(told.tokens, clause):
        return frozenset[int]().union(*own)  # "Anna Oster, he said, agreed."
    near = clause - _clauses_before(told, at, grammar) if clause else 0
    named = [one for one in told.tokens if one.entities and near <= one.clause <= clause + 1]
    named = [one for one in named if one.folded not in grammar.words.clitics]
    if named and named[0].entities != named[-1].entities:
        named = _speakers(named, told, grammar)
    ahead = [one for one in named if one.clause <= clause]
    if [one for one in ahead if one.text[0].isupper()]:
        named = [*ahead, *_capitals(named, clause)]
    return frozenset[int]().union(*[one.entities for one in named])


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _before_aside(told: Told, at: int, grammar: Grammar) -> frozenset[int]:
    """Whom a clause names before one that tells what they are and others that go on: "X, a man who left Y, said"."""
    tokens, openers, marks = told.tokens, told.clauses.openers, told.clauses.marks
    clause = tokens[at].clause
    if clause < _ASIDE or marks[clause] != ",":
        return frozenset()
    first = next(place for place, one in enumerate(tokens) if one.clause == clause)
    if at - first > 1 or any(one.entities for one in tokens[first:at]):
        return frozenset()
    opens = clause - 1
    while opens and openers[opens] in grammar.relatives:
        opens -= 1
    inside = [one for one in tokens if one.clause == opens]
    apart = opens < clause - 1 and openers[opens] not in grammar.conjunctions
    own = bool(inside) and bool(inside[0].entities)  # "X, who left Y, said".
    if not apart or not inside or (not own and marks[opens] != ","):
        return frozenset()
    named = [one for one in tokens if one.clause == opens - (not own) and one.content]
    name = named[-1].entities if named else frozenset[int]()
    return name if any(map(grammar.is_surely_person, name)) else frozenset()


def only_cues(tokens: list[Token], clause: int) -> bool:
    """Whether a clause only tells by a pronoun or a name who says it: "it will hold, but we take care, she said"."""
    told = False
    for token in tokens:
        if token.clause == clause:
            told = told or not SPEECH.isdisjoint(token.signs)
            if token.content and not token.entities:
                return False
    return told


# Complexity: a pronoun stands behind a source of one word or of two, before one, or says whose word it is.
def _meant_by_source(tokens: list[Token], at: int, grammar: Grammar) -> frozenset[int]:
    """Whom a pronoun means that tells whose word it is: "according to him", "in his view", "ihm zufolge"."""
    words, source = grammar.words, tokens[at]
    ahead = tokens[at - 1] if at and tokens[at - 1].clause == source.clause else None
    if SOURCE not in source.signs:
        owned = NEUTRAL in source.signs and at > 1 and ahead is not None and ahead.before in words.ties
        return _of_pronoun(ahead) if owned else frozenset()
    if ahead is not None and at == 1 and ahead.entities:
        return _of_pronoun(ahead)
    first, second, third = (*tokens[at + 1 : at + 4], source, source, source)[:3]
    pair = f"{source.folded}-{first.folded}"
    if SOURCE in words.signs.get(pair, ()):
        return _of_pronoun(third if second.folded in words.ties else second)
    if grammar.is_possessive(first):
        return _of_pronoun(first) if SOURCE in words.signs.get(f"{pair}-{second.folded}", ()) else frozenset()
    return _of_pronoun(second if first.folded in words.ties and not first.entities else first)


def _of_pronoun(token: Token | None) -> frozenset[int]:
    return token.entities if token is not None and (token.text[0].islower() or not token.before) else frozenset()


def speaking_in(tokens: Sequence[Token], grammar: Grammar) -> list[int]:
    """Where words tell that somebody says, asks or accuses."""
    found, speaking = list[int](), grammar.words.speaking
    for at, one in enumerate(tokens):
        opens = at == 1 and tokens[0].folded in grammar.definite  # "La demande de Roy".
        if one.signs & SPEECH or (one.folded in speaking and not opens and _asks(one, grammar)):
            found.append(at)
    return found


def _asks(token: Token, grammar: Grammar) -> bool:
    """Whether a word that may tell that somebody asks or accuses is no noun: not "com pedido", "o pedido"."""
    words = grammar.words
    if token.before in words.articles or (token.before in words.ties and token.before not in words.infinitive_marks):
        return False
    return token.before not in words.clitics or not grammar.is_participle(token)  # "Lo chiede", "o pedido".


def _capitals(named: list[Token], clause: int) -> list[Token]:
    """Names behind a clause, and no pronouns."""
    return [one for one in named if one.clause > clause and one.text[0].isupper()]


def _clauses_before(told: Told, at: int, grammar: Grammar) -> int:
    """How many clauses before a word of speech may name who speaks."""
    clause = told.tokens[at].clause
    if is_joined_on(told, clause, grammar):
        return clause
    return _may_be_before(told, clause, grammar) + _is_parted_from_name(told, at, grammar)


def _speakers(named: list[Token], told: Told, grammar: Grammar) -> list[Token]:
    """Those of some names and pronouns that tell more than whose somebody is, or all where none does."""
    return [one for one in named if not _only_owns(told, one, grammar)] or named


def _only_owns(told: Told, one: Token, grammar: Grammar) -> bool:
    """Whether a word tells whose somebody is: "her colleague Ann Lee", "colegul ei Ann Lee"."""
    at = told.tokens.index(one)
    behind = told.tokens[at + 1 : at + 2]
    if grammar.is_possessive(one):
        return bool(behind) and behind[0].content and behind[0].clause == one.clause  # Not "forbade her to speak".
    if one.folded not in grammar.words.objective or one.text[0].isupper():
        return False
    return one.folded not in grammar.words.subjects or (at > 0 and told.tokens[at - 1].content)


def _may_be_before(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause before may name who speaks: not that of "Ann Holm saw it, but Bob Lee reported it"."""
    return told.clauses.openers[clause] not in grammar.words.joins or not _names(told, clause)


def _is_parted_from_name(told: Told, at: int, grammar: Grammar) -> bool:
    """Whether a clause stands between a word of speech and who speaks: "Ann Holm, who left, said"."""
    clause, clauses = told.tokens[at].clause, told.clauses
    if clauses.openers[clause] in grammar.relatives and clause and _names(told, clause - 1):
        return False
    if not _may_be_before(told, clause, grammar):
        return False
    before = clauses.openers[clause - 1] if clause else ""
    opens = not any(other.content for other in told.tokens[:at] if other.clause == clause)
    return before in grammar.relatives or (opens and clause > 1 and clauses.marks[clause - 1] == ",")


def _names(told: Told, clause: int) -> bool:
    """Whether a clause has somebody's name."""
    return any(one.entities and one.text[0].isupper() for one in told.tokens if one.clause == clause)


def without_titles(tokens: list[Token], places: list[int], matched: frozenset[int]) -> list[int]:
    """A clause's places from the first name on that the claim takes, before which its titles stand; else all."""
    first = next((at for at in places if at in matched and tokens[at].entities), 0)
    return [at for at in places if at >= first]


def is_in_title(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun tells what an office is of: "la présidente de l'enquête, Ruth Calvet"."""
    tie = at - 1 - (tokens[at - 1].folded not in grammar.of_words)
    if tie < 1 or tokens[tie].folded not in grammar.of_words or tokens[tie].clause != tokens[at].clause:
        return False
    return grammar.is_role(tokens[tie - 1])


def leaves_open(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a phrase that denies tells that something is possible, as who says so does: "would not rule it out"."""
    if _POSSIBLE not in tokens[at].signs:
        return False
    signs = grammar.words.signs
    return any(NOT in signs.get(one.folded, ()) and NOT not in one.signs for one in tokens[at : at + 2])


def left_open(tokens: Sequence[Token], told: Sequence[Token], grammar: Grammar) -> list[Token]:
    """The words by which a claim tells that something is not ruled out, none where its sentence does not say it so."""
    found = [one for at, one in enumerate(tokens) if leaves_open(tokens, at, grammar)]
    return found if found and any(leaves_open(told, at, grammar) for at in range(len(told))) else []


def completes_barely(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause with no word before it completes a verb that ends the one before: "hofft, die Halle öffnet".

    In a language whose verb stands second; behind a clause that only leads to it a verb opens the next.
    """
    if not clause or not grammar.brackets:
        return False
    ahead = [token for token in clauses.tokens if token.clause == clause - 1]
    opening = next((token for token in clauses.tokens if token.clause == clause), None)
    if opening is None or not ahead or not governs(ahead[-1]) or ahead[-1].text[0].isupper():
        return False
    subject = opening.folded in grammar.nominatives or opening.folded in grammar.words.subjects
    return subject or bool(opening.text[0].isupper() and opening.content)
