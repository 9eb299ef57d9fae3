"""What is a fact though somebody says it: a deed that its doer tells of, and what somebody only recalls."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import (
    AGENT,
    ANNOUNCED,
    CAUSE,
    GOVERNS,
    IS,
    LESS,
    MORE,
    NEUTRAL,
    NOT,
    ONLY,
    PASSIVE,
    SOURCE,
    THAN,
)
from bot.domain.claims.rules.cues.apposed import describes_speaker
from bot.domain.claims.rules.grammar import Grammar, governs, tells

_OPENING, _COMPARED = 3, 4
_MORE = {MORE, LESS}
_PLAN, _DENY = f"{GOVERNS}plan", f"{GOVERNS}deny"
_NOTHING: frozenset[str] = frozenset()
_TO_COME = {"future", "conditional"}
_APPOSED = 2


class Vouched:
    """Tells for which of its own words a speaker vouches."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        words = grammar.words
        self._perfects = grammar.perfects | words.pluperfects | grammar.perfect_infinitives

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def is_fact(self, claim: Clauses, aligned: Aligned, verb: Token) -> bool:
        """Whether a claim may tell without its speaker what a sentence has somebody say with this verb."""
        tokens = aligned.told.tokens
        inside = [token for token in tokens if token.clause == verb.clause]
        if NEUTRAL not in verb.signs or any(NOT in token.signs or governs(token) for token in inside):
            return False
        if self._is_reason(claim):
            return False
        if verb.folded in self._grammar.words.recalling:
            theirs = [tokens[place] for place in aligned.matched if tokens[place].clause <= verb.clause]
            if not theirs:
                return self._is_past([token for token in tokens if token.clause == verb.clause + 1])
        if self._is_infinitive(aligned, verb):
            return True
        return not _is_aside(aligned, verb) and self._is_own(claim, aligned, verb)

    def _is_reason(self, claim: Clauses) -> bool:
        """Whether a claim tells why a person did something, which only they say, though the deed may be a fact."""
        person = any(map(self._grammar.is_surely_person, claim.tokens[0].entities))
        return person and any(CAUSE in token.signs for token in claim.tokens)

    def _is_infinitive(self, aligned: Aligned, verb: Token) -> bool:
        """Whether all that a claim takes is who speaks and what they say that they have done: "assure avoir payé"."""
        tokens, at = aligned.told.tokens, aligned.told.tokens.index(verb)
        behind = range(at + 1, min(at + 1 + _OPENING, len(tokens)))
        mark = next((place for place in behind if tokens[place].folded in self._grammar.perfect_infinitives), None)
        if mark is None or tokens[mark].clause != verb.clause or mark + 1 not in aligned.matched:
            return False
        before = [place for place in aligned.matched if place < at]
        return bool(before) and all(verb.clause - 1 <= tokens[place].clause for place in before)

    def _is_own(self, claim: Clauses, aligned: Aligned, verb: Token) -> bool:
        """Whether somebody says what they have done, and the claim that they did: "said that it lost a million".

        What they say that they did not do is no fact, and what their lawyer says of them is.
        """
        tokens = aligned.told.tokens
        opening = _doer(claim)
        place = next((place for token, place in aligned.pairs if token is opening), None)
        if opening is None or place is None or opening.signs:
            return False
        doer, clause = tokens[place], verb.clause
        said = self._said(tokens, verb)
        if doer.clause == clause and doer in said:
            return False
        if not said:
            return self._is_heads(claim, aligned, clause, doer)
        near = clause - 1 <= doer.clause <= clause + 1 or _goes_on_behind_aside(aligned, doer, verb, self._grammar)
        return near and self._is_past(said) and self._goes_on(aligned, doer, verb, said)

    def _said(self, tokens: Sequence[Token], verb: Token) -> list[Token]:
        """What somebody says, in the next clause or behind the verb with a pronoun for them; nothing at the end."""
        behind = [token for token in tokens if token.clause == verb.clause and token.start > verb.start]
        pronouns = self._grammar.words.subjects | self._grammar.words.anaphors
        if behind and behind[0].folded in pronouns and behind[-1].content:
            return behind  # "Said it had paid": no "that" parts the two.
        ended = _ends_sentence(tokens, verb.clause)
        return [] if ended else [token for token in tokens if token.clause == verb.clause + 1]

    def _is_heads(self, claim: Clauses, aligned: Aligned, clause: int, doer: Token) -> bool:
        """Whether one of a body's own people tells at a sentence's end what it has done, and a claim only that."""
        tokens, first = aligned.told.tokens, _cue_begins(aligned, clause, self._grammar)
        cue = range(first, tokens[-1].clause + 1)
        if first < 1 or doer.clause >= first or not aligned.used.isdisjoint(cue):
            return False
        if not [1 for clause in (first - 1, doer.clause) if self._is_past([t for t in tokens if t.clause == clause])]:
            return False
        if [token for token in tokens if token.clause in aligned.used and token.mood in _TO_COME]:
            return False
        return self._is_lawyers(tokens, first, doer) or self._is_head(claim, tokens, cue, doer)

    def _is_past(self, inside: Sequence[Token]) -> bool:
        """Whether a clause's words tell what has been done, without a denial."""
        if any(NOT in token.signs or token.mood in _TO_COME for token in inside):
            return False
        return any(
            self._is_past_verb(token)
            or token.folded in self._perfects
            or (IS in token.signs and token.before in self._grammar.reflexives)  # "Si sono accordati".
            for token in inside
        )

    def _is_past_verb(self, token: Token) -> bool:
        """Whether a word is a past by its ending, also where presents have none of their own: "versò"."""
        ends = self._grammar.words.remote_pasts or ("\0",)
        remote = token.content and token.text.islower() and token.text.endswith(ends)
        return token.mood == "past" or (remote and not self._grammar.is_named(token))

    def _is_lawyers(self, tokens: Sequence[Token], clause: int, doer: Token) -> bool:
        """Whether one of somebody's own people speaks: "..., his lawyer said"."""
        speaker = next((token for token in tokens if token.clause == clause), doer)
        body = bool(doer.entities) and not speaker.entities and not self._grammar.is_person(doer)
        return self._grammar.is_possessive(speaker) and (body or bool(speaker.entities & doer.entities))

    def _is_head(self, claim: Clauses, tokens: Sequence[Token], cue: range, doer: Token) -> bool:
        """Whether one who leads or speaks for a body tells what it has done: "..., said the observatory's head".

        What they say of people or of what made the body do it is no fact.
        """
        inside = [at for at, token in enumerate(tokens) if token.clause in cue]
        if any(CAUSE in token.signs or self._grammar.is_person(token) for token in claim.tokens):
            return False
        if self._grammar.is_person(doer) or not any(self._grammar.is_role(tokens[at]) for at in inside):
            return False
        whose = self._grammar.of_words | self._grammar.genitives | {""}
        own = [at for at in inside if tokens[at].entities & doer.entities or tokens[at].keys & doer.keys]
        return any(tokens[at].owner or self._grammar.tie_before(tokens, at) in whose for at in own)

    def _goes_on(self, aligned: Aligned, doer: Token, verb: Token, inside: Sequence[Token]) -> bool:
        """Whether what is said has who speaks do it: by a pronoun, or without a word for who does it."""
        words = self._grammar.words
        passed = self._grammar.complements | words.clitics - words.subjects
        first = next((token for token in inside if token.folded not in passed and ONLY not in token.signs), verb)
        if first.entities:
            return bool(first.entities & doer.entities & self._speakers(aligned, verb))
        if doer.clause > verb.clause:
            return False
        if first.folded in words.subjects | words.anaphors:
            return not any(map(self._grammar.is_surely_person, doer.entities))
        return self._opens(aligned, inside, first)

    @staticmethod
    def _speakers(aligned: Aligned, verb: Token) -> frozenset[int]:
        """Whom a sentence names where somebody speaks."""
        before = (token for token in aligned.told.tokens if verb.clause - 1 <= token.clause <= verb.clause)
        return frozenset[int]().union(*(token.entities for token in before))

    def _opens(self, aligned: Aligned, inside: Sequence[Token], first: Token) -> bool:
        """Whether a verb that the claim takes opens what is said, without a word for who does it."""
        opens = first.folded in self._perfects or self._is_past_verb(first)
        taken = any(aligned.told.tokens[place] in inside[:_OPENING] for place in aligned.matched)
        subjectless = self._grammar.words.omits_subjects or first.folded in self._grammar.perfect_infinitives
        return opens and taken and subjectless


def _doer(claim: Clauses) -> Token | None:
    """The first word of a claim that says something, or of by whom it is done where it opens with what is done."""
    led = (
        next((token.start for token in claim.tokens if AGENT in token.signs), -1)
        if tells(claim.tokens, PASSIVE)
        else -1
    )
    return next((token for token in claim.tokens if token.content and token.start > led), None)


def _goes_on_behind_aside(aligned: Aligned, doer: Token, verb: Token, grammar: Grammar) -> bool:
    """Whether a relative clause between commas parts who speaks from the verb of saying: "X, which owns it, said"."""
    clauses, aside = aligned.told.clauses, doer.clause + 1
    if not aside < verb.clause or clauses.openers[aside] not in grammar.relatives or aside in aligned.used:
        return False
    put_in = [clauses.marks[aside], clauses.marks[verb.clause]] == [",", ","]
    parts = not [1 for clause in range(aside + 1, verb.clause) if clauses.marks[clause]]
    opens = next(token for token in clauses.tokens if token.clause == verb.clause)
    return put_in and parts and (opens is verb or not opens.content)


def _ends_sentence(tokens: Sequence[Token], clause: int) -> bool:
    """Whether nothing stands behind a clause but names and days."""
    return not [
        token for token in tokens if token.clause > clause and token.content and not (token.entities or token.dated)
    ]


def is_only_held(claim: Clauses, token: Token, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim's word of saying or opposing does not tell who says or holds the claim.

    One that the sentence has only in what somebody says or holds is a part of that: "complained that they spread it".
    One behind a comparison's "than" is what is compared: "older than the maps show".
    """
    return _is_compared(claim, token, grammar) or _is_held(token, aligned, grammar) or _is_sourced(token, aligned)


def _is_sourced(verb: Token, aligned: Aligned) -> bool:
    """Whether a claim's verb of saying is told of right behind a source: "by her account, | he vowed".

    Where the claim has that source as who speaks, it has it from another word than this.
    """
    told = aligned.told.tokens
    source = next((token for token in told if SOURCE in token.signs), None)
    if source is None or SOURCE in verb.signs:
        return False
    place = next((place for token, place in aligned.pairs if token is verb), None)
    return place is not None and told[place].clause == source.clause + 1


def _is_compared(claim: Clauses, verb: Token, grammar: Grammar) -> bool:
    """Whether a verb stands right behind what parts a comparison, in one clause with it."""
    at = claim.tokens.index(verb)
    for place in range(max(1, at - _COMPARED), at):
        if THAN not in claim.tokens[place].signs or claim.tokens[place].clause != verb.clause:
            continue
        ahead = claim.tokens[max(0, place - _COMPARED) : place]
        more = any(grammar.words.signs.get(one.folded, _NOTHING) & _MORE for one in ahead)
        more = more or claim.tokens[place - 1].folded.endswith(grammar.words.comparatives or "\0")
        more = more or any(one.folded in grammar.words.comparing for one in ahead)
        if more:
            return True
    return False


def _is_held(verb: Token, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether the sentence has a claim's verb of saying in what completes another verb alone, and that is left out."""
    told, openers = aligned.told.tokens, aligned.told.clauses.openers
    places = [at for at, other in enumerate(told) if other.keys & verb.keys]
    behind = [at for at in places if openers[told[at].clause] in grammar.complements and told[at].clause]
    if not places or len(behind) < len(places):
        return False
    home = told[behind[0]].clause
    return not any(told[at].clause < home for at in aligned.matched)


def _is_aside(aligned: Aligned, verb: Token) -> bool:
    """Whether nothing but who speaks is put in behind what does it: "the money, he says, was spent"."""
    tokens = aligned.told.tokens
    inside = [token for token in tokens if token.clause == verb.clause]
    if inside[0] is not verb or len(inside) == 1 or not all(token.entities for token in inside[1:]):
        return False
    before = [token for token in tokens if token.clause == verb.clause - 1 and token.content][-1:]
    return bool(before) and before[0].start < verb.start and not before[0].entities


def is_own_plan(aligned: Aligned, verb: Token) -> bool:
    """Whether somebody says that they plan a thing themselves, and the claim that they do: "said it planned to"."""
    tokens = aligned.told.tokens
    at = tokens.index(verb)
    first = min(aligned.matched)
    plan = next((place for token, place in aligned.pairs if _PLAN in token.signs & tokens[place].signs), at)
    behind = [place for place in aligned.matched if first < place < plan and not tokens[place].entities]
    pronoun = [token for token in tokens[at + 1 : plan] if token.entities or token.content]
    named = bool(tokens[first].entities) and first < at < plan
    return named and not behind and all(token.entities & tokens[first].entities for token in pronoun)


def is_taken_twice(claim: Clauses, aligned: Aligned) -> bool:
    """Whether the noun for who speaks in a claim is laid beside a word that another of its words has: "fishing"."""
    telling = {token.clause for token in claim.tokens if token.signs & {NEUTRAL, ANNOUNCED}}
    said = [pair for pair in aligned.pairs if pair[0].clause in telling and not pair[0].text[0].isupper()]
    said = [(token, at) for token, at in said if not aligned.told.tokens[at].entities]
    rest = {at: token.stem for token, at in aligned.pairs if token.clause not in telling}
    return any(rest.get(at, token.stem) != token.stem for token, at in said)


def _cue_begins(aligned: Aligned, clause: int, grammar: Grammar) -> int:
    """The first of the clauses that tell who speaks at a sentence's end: "..., its head, | Ann Lee, | said."."""
    first = clause - _APPOSED
    return first if first > 0 and describes_speaker(aligned.told.clauses, clause, first, grammar) else clause


def is_answer(aligned: Aligned) -> bool:
    """Whether all but names that a claim takes stands behind a colon, as the answer of who denies something before."""
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    if ":" not in marks:
        return False
    behind = marks.index(":")
    denied = any(token.clause == behind - 1 and _DENY in token.signs for token in tokens)
    return denied and all(tokens[place].clause >= behind for token, place in aligned.pairs if not token.entities)
