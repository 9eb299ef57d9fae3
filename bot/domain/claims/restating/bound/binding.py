"""Two sentences that stand for one claim because the second says bare what became of the first.

"The club asked for a bus. It has had no answer": "The club's request for a bus is unanswered". The second says so of
nothing else: what is no part of it stands in none of its clauses, but for nouns that only stand for what was told
("the request"), and who speaks. Of a second one that is a verb alone ("nobody applied", "the court refused it")
the clause has besides that verb only who does it. Nothing is told in that sentence before it, and no time or condition
beside it, to which it may be bound.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, content_of
from bot.domain.claims.comparing.wording import ANNOUNCED, COND, GOVERNS, NEUTRAL, NOT, SOURCE, folded
from bot.domain.claims.rules.grammar import FINITE, SPEECH, governs
from bot.domain.values.proof import Proof, Verdict

_SAYING = frozenset({NEUTRAL, SOURCE, ANNOUNCED})
_UNDONE_MOODS = frozenset({"future", "conditional"})
# How many sentences apart the two are told.
_APART = 1
# How many sentences apart two statements of one claim are told.
_NEAR = 3


class Binding:
    """One article's sentences that lean on those before them."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._compounds = story.reading.language.nouns_capitalised
        self._referring = story.words.referring | story.words.shells
        relatives = frozenset(map(folded, story.reading.language.relatives))
        self._relating = (relatives | story.words.complements | story.words.twofold) - story.leading
        self._that = frozenset(map(folded, story.reading.language.that))
        self._personal = frozenset(map(folded, story.reading.language.pronouns)) | story.words.object_pronouns
        self._so_far = story.words.special["so_far"]

    def are_near(self, one: Verdict, other: Verdict) -> bool:
        """Whether two proofs rest on sentences near each other."""
        place_of = self._story.reading.sentences.index
        return abs(place_of(one.evidence[0]) - place_of(other.evidence[0])) <= _NEAR

    def points_there(self, one: Verdict, other: Verdict, text: str) -> bool:
        """Whether a second statement points to nothing, or its sentence stands right behind what the first tells.

        "The council bought the pond. Ann Lee criticised this": this, and nothing told before it, is what she did.
        """
        tokens = self._story.said(text).tokens
        small = self._story.indefinite | self._story.words.articles
        head = next((one for one in tokens if one.folded not in small), None)  # "..., a claim the firm denies".
        sums_up = head is not None and head is not tokens[0] and head.stem in self._story.words.referring
        pointing = (at for at in range(len(tokens)) if self.stands_for(tokens, at))
        if not sums_up and all(self._completes(tokens, at) or self._is_own(tokens, at) for at in pointing):
            return True
        place_of = self._story.reading.sentences.index
        return 0 <= place_of(other.evidence[0]) - place_of(one.evidence[-1]) <= _APART

    def _is_own(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a personal pronoun stands in what somebody named first says: "Ann Reed claims | that it owes her"."""
        token = tokens[at]
        personal = token.folded in self._personal | self._story.words.clitics
        return personal and bool(tokens[0].entities) and token.clause != tokens[0].clause

    def _completes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word opens what a verb right before it says, and stands for nothing: "claims that the mill ..."."""
        before, behind = tokens[max(0, at - 1)], tokens[at + 1 : at + 2]
        opens = tokens[at].folded in self._that and bool(governs(before) or before.signs & SPEECH)
        return opens and any(not (one.signs or one.mood in FINITE) for one in behind)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def stands_for(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands for a thing or a statement told before, and is no article of a noun behind it."""
        token, words = tokens[at], self._story.words
        if token.folded not in words.anaphors or token.entities:
            return False
        behind = next((one for one in tokens[at + 1 : at + 2] if one.clause == token.clause), None)
        if behind is None:
            return True
        timed = token.folded in words.ties and (behind.dated or behind.value is not None)  # "En 1894".
        if timed or token.folded in self._relating or behind.folded in self._story.of_words:
            return False  # "That of the other firm".
        if token.folded not in self._story.leading:
            return True
        if self._compounds:
            return behind.text[0].islower()
        return self._stands_before(tokens[:at], token, behind)

    def _stands_before(self, ahead: Sequence[Token], token: Token, behind: Token) -> bool:
        """Whether a word that may be an article stands for something before a verb, or before a noun that points."""
        words = self._story.words
        if behind.entities or self._story.is_possessive(behind):
            return bool(behind.entities) and not behind.text[0].isupper()  # "Lui Ivan", "la sua".
        told = governs(behind) or behind.signs & SPEECH or behind.mood in FINITE or behind.stem in words.opposing
        noun = self._has_verb(ahead, behind)
        if noun and token.folded in words.indefinite:
            return False  # "A depus o plângere."
        return bool(told and not noun) or not behind.content or behind.stem in self._referring

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _has_verb(self, ahead: Sequence[Token], behind: Token) -> bool:
        """Whether a clause has its verb before an article, so that a noun stands behind: "a jugé | l'offre"."""
        words = self._story.words
        inside = [one for one in ahead if one.clause == behind.clause and not one.entities]
        if not inside or inside[-1].folded in words.joins | words.joining | words.clitics:
            return False
        if behind.plain.endswith(words.infinitives or "\0"):
            return False  # "Veut les accuser."
        done = [one for one in inside if one.before in words.perfects and one.text.endswith(words.participles or "\0")]
        return bool(done) or any(governs(one) or one.signs & SPEECH or one.mood in FINITE for one in inside)

    def joins(self, one: Verdict, other: Verdict, text: str) -> bool:
        """Whether a statement, `text`, as `other` proves it, may stand beside another in one claim."""
        return self.are_near(one, other) or self._stands_alone(text, other)

    def _stands_alone(self, text: str, proof: Verdict) -> bool:
        """Whether a statement means the same beside any other: no word of it or of its sentence leans on one before.

        A noun for anybody, "the man", leans too; and who or what it tells of, its sentence calls so.
        """
        said = self._story.claim(text).tokens
        number = self._story.reading.sentences.index(proof.evidence[0])
        told = self._story.sentences[number]
        if len(proof.evidence) > 1 or told.leans or any(self._points(said, at) for at in range(len(said))):
            return False
        return not self._laid(text, number).missing

    def _points(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands for somebody or something, or is a noun for anybody."""
        token, behind = tokens[at], tokens[at + 1 : at + 2]
        article = token.folded in self._story.indefinite and any(one.content and not one.mood for one in behind)
        return token.stem in self._story.words.humans or (self._story.leans(token) and not article)

    def is_bound(self, text: str, proof: Verdict, asked: str, before: Verdict) -> bool:
        """Whether the article says bare what `text` does, as `proof` tells, right behind what is `asked`."""
        place_of = self._story.reading.sentences.index
        number, first = place_of(proof.evidence[-1]), place_of(before.evidence[-1])
        ahead = self._laid(asked, number).matched if number == first else frozenset[int]()
        return 0 <= number - first <= _APART and self._is_bare(text, number, ahead, apart=number > first)

    def short(self, text: str, asked: str, before: Verdict) -> Verdict | None:
        """The proof of a verb alone behind what was `asked`, as `before` tells; None without one."""
        first = self._story.reading.sentences.index(before.evidence[-1])
        for number in range(first, min(first + _APART + 1, len(self._story.sentences))):
            laid = self._laid(text, number)
            ahead = self._laid(asked, number).matched if number == first else frozenset[int]()
            if len(laid.tokens) == 1 and not laid.missing and self._is_done(laid, text, ahead):
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(self._story.reading.sentences[number],))
        return None

    def _is_done(self, laid: Aligned, text: str, ahead: frozenset[int]) -> bool:
        """Whether the clause of a verb has only who does it besides, and tells it as it is asked for."""
        ((verb, place),) = laid.pairs
        tokens = laid.told.tokens
        inside = [token for token in tokens if token.clause == tokens[place].clause]
        if any(at >= place or tokens[at].clause == tokens[place].clause for at in ahead):
            return False
        if not ahead and any(token.content for token in tokens if token.clause < tokens[place].clause):
            return False
        signs = _turning(inside) - _turning([tokens[place], verb])
        if signs != _turning(self._story.claim(text).tokens) - _turning([verb]) or tokens[place].mood in _UNDONE_MOODS:
            return False
        return not any(self._says_more(token) for token in inside if token.start > tokens[place].start)

    def _laid(self, text: str, number: int) -> Aligned:
        """A text's words beside those of a sentence."""
        tokens = content_of(self._story.claim(text).tokens)
        return align(tokens, self._story.sentences[number], self._story.words, compounds=self._compounds)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_bare(self, text: str, number: int, ahead: frozenset[int], *, apart: bool) -> bool:
        """Whether the clauses of a sentence that say what a text does say nothing else, but for what stands `ahead`."""
        laid, tokens = self._laid(text, number), self._story.sentences[number].tokens
        # "Replied" says no more than "said" does by itself.
        says = {token.stem for token in self._story.claim(text).tokens if token.signs & _SAYING}
        used = {token.clause for at, token in enumerate(tokens) if at in laid.matched or token.stem in says}
        used -= {tokens[place].clause for place in ahead}
        inside = (token for at, token in enumerate(tokens) if token.clause in used and at not in laid.matched)
        # "Ann asked for a bus. Bob asked for a hall and has had no answer."
        begins = not apart or not any(token.content for token in tokens if used and token.clause < min(used))
        return bool(used) and begins and not any(map(self._says_more, inside))

    def _says_more(self, token: Token) -> bool:
        """Whether a word says of what something is told, or how."""
        if token.dated or COND in token.signs:
            return True
        if not token.content or token.signs & _SAYING or token.folded in self._so_far:
            return False
        return token.stem not in self._referring


def together(proofs: Sequence[Verdict], most: int) -> Verdict:
    """One proof of several, with so many places of evidence at most."""
    evidence = dict.fromkeys(place for proof in proofs for place in proof.evidence)
    return replace(proofs[0], evidence=tuple(evidence)[:most])


def _turning(tokens: Sequence[Token]) -> frozenset[str]:
    """What some words do to what a clause tells: deny it, make it depend on something or less than a fact."""
    signs = frozenset[str]().union(*(token.signs for token in tokens))
    return frozenset(sign for sign in signs if sign in {NOT, COND} or sign.startswith(GOVERNS))
