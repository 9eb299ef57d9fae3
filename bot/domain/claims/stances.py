"""Claims that tell what somebody holds of a statement that stands in the sentence before: "Stoke denied it".

The claim "Stoke denied hiding a report" rests on two sentences: one that has him deny something, and one right before
it that says what. What is denied, doubted or opposed is not told as a fact, so who says it there need not be named.
"""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.alignment import Aligned, align, completes_infinitive
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import (
    ALL,
    ANNOUNCED,
    COND,
    GOVERNS,
    IS,
    NEUTRAL,
    NOT,
    PART,
    PASSIVE,
    SOURCE,
    TURNS,
    folded,
)
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

_BACK = 2
_OTHER_WORDS = 2
_BARE = 3
# Among how many words behind a stance stands what it is about: "a una otra ley".
_OBJECT = 4
# How far before a noun the number stands that tells how many of them: "two of the nine".
_PART_WORDS = 4
# How many words "he denies" has.
_LEAST = 2
# What turns down a statement or a wish, and what makes one of somebody that others may turn down.
_REJECTING = frozenset({TURNS, f"{GOVERNS}refuse"})
_TURNED_DOWN = frozenset({f"{GOVERNS}deny", f"{GOVERNS}refuse"})
_DENYING = frozenset({f"{GOVERNS}deny"})
_ASKED = frozenset({f"{GOVERNS}{name}" for name in ("allege", "demand", "offer")})


class Stances:
    """One article's denials and objections."""

    def __init__(self, story: Story, rules: Rules, missing: Callable[[Aligned], list[Token]]) -> None:
        self._story = story
        self._rules = rules
        self._missing = missing
        self._compounds = story.reading.language.nouns_capitalised
        self._agreement = agreement_of(story.reading.language.code)
        self._led = story.leading | story.words.indefinite | story.words.objects
        self._completing = frozenset(map(folded, story.reading.language.that)) | story.words.complements

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim of this kind, None where there is none."""
        at = next((at for at, token in enumerate(claim.tokens) if self._is_stance(token)), None)
        if at is None or any(token.signs & {NOT, PASSIVE} for token in claim.tokens[:at]):
            return None  # "The report was rejected by the board": the report holds nothing.
        stance, who, what = claim.tokens[at], content_of(claim.tokens[:at]), self._held_of(claim.tokens[at + 1 :])
        if not who or not what or self._are_people(claim.tokens[at + 1 :]):
            return None
        for told in self._story.sentences[1:]:
            if not self._leans(told) or not self._takes(told, who, stance) or _adds_all(claim.tokens[:at], told):
                continue
            number = (
                None if self._names_another(told, stance, what) else self._held_in(told, claim, (who, what), stance)
            )
            if number is not None:
                places = self._story.reading.sentences
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(places[number], places[told.number]))
        return None

    def _are_people(self, tokens: Sequence[Token]) -> bool:
        """Whether words only name people, who are no statement: "the neighbours protested against Ann Holm"."""
        return all(any(map(self._story.is_surely_person, token.entities)) for token in content_of(tokens))

    def _held_in(
        self, told: Told, claim: Clauses, held: tuple[Sequence[Token], Sequence[Token]], stance: Token
    ) -> int | None:
        """The number of the sentence near before that says what is held, None where none does."""
        who, what = held
        bare = self._is_bare(told, who, stance)
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            about = None if bare and number == told.number - 1 else who
            if self._says(self._story.sentences[number], claim, what, about, stance):
                return number
        return None

    @staticmethod
    def _is_bare(told: Told, who: Sequence[Token], stance: Token) -> bool:
        """Whether a sentence says no more than that these deny something, which is what stands right before."""
        named = frozenset[int]().union(*(token.entities for token in who))
        said = [token for token in content_of(told.tokens) if not _is_same(stance, token)]
        return bool(_DENYING & stance.signs) and all(not token.entities.isdisjoint(named) for token in said)

    def _held_of(self, tokens: Sequence[Token]) -> list[Token]:
        """The words that say something, but for nouns that only stand for a statement: "the accusation"."""
        return [token for token in content_of(tokens) if token.stem not in self._story.words.referring]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _leans(self, told: Told) -> bool:
        """Whether a sentence goes on with the one before it, by a word or by saying nothing but who denies."""
        tokens, anaphors, referring = told.tokens, self._story.words.anaphors, self._story.words.referring
        if told.leans or len(tokens) <= _BARE or [1 for token in tokens if token.stem in referring]:
            return True
        standing = [at for at, token in enumerate(tokens) if token.folded in anaphors]
        if [1 for at in standing if at + 1 == len(tokens) or not tokens[at + 1].text[0].isupper()]:
            return True
        turning = [at for at, token in enumerate(tokens) if at and not token.signs.isdisjoint(_TURNED_DOWN)]
        return any(self._is_alone(told, at) for at in turning)

    def _names_another(self, told: Told, stance: Token, what: Sequence[Token]) -> bool:
        """Whether a sentence tells right behind its word for a stance of another thing than a claim: "fought a law"."""
        at = next(at for at, token in enumerate(told.tokens) if _is_same(stance, token))
        behind = [one for one in told.tokens[at + 1 : at + 1 + _OBJECT] if one.clause == told.tokens[at].clause]
        while behind and not behind[0].content and behind[0].folded not in self._story.words.ties - self._led:
            behind = behind[1:]
        if not behind or behind[0].dated or behind[0].value is not None:
            return False
        noun, words = behind[0], self._story.words
        if noun.before in words.others or noun.before not in self._led:
            return noun.before in words.others
        return noun.content and noun.stem not in words.referring and all(map(noun.keys.isdisjoint, _keys(what)))

    def _is_alone(self, told: Told, at: int) -> bool:
        """Whether a word denies or refuses something that it does not tell: "denies and says that"."""
        token, behind = told.tokens[at], told.tokens[at + 1 : at + 2]
        if token.before in self._story.leading:
            return False
        joins = self._story.words.joins | self._story.words.joining
        return not behind or (behind[0].clause == token.clause and behind[0].folded in joins)

    def _is_stance(self, token: Token) -> bool:
        words = self._story.words
        opposed = token.stem in words.opposing or token.folded in words.against
        return opposed or not token.signs.isdisjoint(_TURNED_DOWN)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _takes(self, told: Told, who: Sequence[Token], stance: Token) -> bool:
        """Whether a sentence says no more than that these hold so."""
        turned_down, keys = stance.signs & _TURNED_DOWN, stance.keys
        held = [
            token for token in told.tokens if not keys.isdisjoint(token.keys) or not turned_down.isdisjoint(token.signs)
        ]
        aligned = self._holders(told, who, held)
        if aligned is None or _is_turned(told, held) or self._is_told(told, held):
            return False
        if not (_DENYING & stance.signs or _does(told, aligned, held[0])) or self._is_anothers(told, aligned, held[0]):
            return False
        matched = [told.tokens[place] for _, place in aligned.pairs]
        if _are_counted_apart(told, who, matched, held[0]) or self._are_some(told, aligned):
            return False
        known = [*held, *matched]
        inside = [token for token in told.tokens if token.clause == held[0].clause and not token.entities]
        return sum(token not in known for token in self._held_of(inside)) <= _OTHER_WORDS

    def _is_anothers(self, told: Told, aligned: Aligned, held: Token) -> bool:
        """Whether a claim's stand in a clause before, and another before the word: "Ann agrees, Lee denies it"."""
        place, matched = told.tokens.index(held), aligned.matched
        last = max((at for at in matched if at < place), default=place)
        if told.tokens[last].clause == held.clause:
            return False
        between = range(last + 1, place)
        ahead = [at for at in between if told.tokens[at].clause == held.clause and told.tokens[at].content]
        ties = self._story.words.ties - self._story.leading
        return any(told.tokens[at].before not in ties or told.tokens[at].entities for at in ahead if at not in matched)

    def _are_some(self, told: Told, aligned: Aligned) -> bool:
        """Whether only some of those who hold so in a claim do in a sentence: "two of the nine councillors"."""
        first = min(aligned.matched, default=0)
        for at in range(max(0, first - _PART_WORDS), first):
            part = told.tokens[at].value is not None or PART in told.tokens[at].signs
            if part and told.tokens[at + 1].folded in self._story.of_words | self._story.words.partitives:
                return True
        return False

    def _holders(self, told: Told, who: Sequence[Token], held: Sequence[Token]) -> Aligned | None:
        """Those who hold something beside a sentence that says so, None where it tells of others."""
        if not held:
            return None
        aligned = align(who, told, self._story.words, compounds=self._compounds)
        if aligned.pairs and all(told.tokens[at].folded in self._story.words.clitics for at in aligned.matched):
            return None  # "Ann lo niega": not him.
        return self._pointed(told, who, held[0]) if aligned.missing else aligned

    def _pointed(self, told: Told, who: Sequence[Token], held: Token) -> Aligned | None:
        """Those who hold so, told by a pronoun or an age that a sentence opens with; None where it may mean others.

        "The captain is accused of speeding. He denies it": no other is told of in the sentence before.
        """
        if len(told.tokens) < _LEAST or any(token.entities for token in (*who, told.tokens[0])):
            return None
        if not self._opens_pointing(told, held):
            return None
        there = align(who, self._story.sentences[told.number - 1], self._story.words, compounds=self._compounds)
        if there.missing or not self._is_only_one(there):
            return None
        first = told.tokens[0]
        if self._is_pronoun(first) and not self._agreement.agree(first.folded, who[0], who[0].before):
            return None
        return Aligned(told, who, [0] * len(who))

    def _is_only_one(self, there: Aligned) -> bool:
        """Whether a sentence tells of one person alone, who does nothing in it: not "the captain accused the mate"."""
        tokens, place = there.told.tokens, there.pairs[0][1]
        if not self._is_somebody(tokens[place]):
            return False
        opens = not any(token.content for token in tokens[:place])
        if opens and not any(token.signs & {PASSIVE, IS} for token in tokens):
            return False
        nouns = self._story.leading | self._story.words.ties
        others = [token for at, token in enumerate(tokens) if token.content and at not in there.matched]
        return not any(one.entities or (one.before in nouns and self._is_somebody(one)) for one in others)

    def _opens_pointing(self, told: Told, held: Token) -> bool:
        """Whether a sentence opens with "he" or "the 52-year-old", or with its verb where who does it is left out."""
        first, words = told.tokens[0], self._story.words
        verb = told.tokens[1] if first.folded in words.clitics else first
        if self._is_pronoun(first) or (words.omits_subjects and verb is held):
            return True
        aged = told.tokens[2:3] if first.folded in self._story.leading and told.tokens[1].value is not None else []
        return any(token.folded in self._agreement.aged for token in aged)

    def _is_pronoun(self, token: Token) -> bool:
        """Whether a word stands for who does something: "he"."""
        return token.folded in self._story.words.subjects or self._story.pronoun_form(token) in {"m", "f", "p"}

    def _is_somebody(self, token: Token) -> bool:
        """Whether a noun tells of a person."""
        return token.stem in self._story.words.humans or self._story.reading.language.is_role(token.text.lower())

    def _is_told(self, told: Told, held: Sequence[Token]) -> bool:
        """Whether a stance is no answer: it tells itself what is denied, or a phrase denies it: "n'a pas exclu"."""
        denied = any(NOT in self._story.words.signs.get(token.before, ()) for token in held)
        return denied or self._tells(told, held[0])

    def _tells(self, told: Told, held: Token) -> bool:
        """Whether a sentence tells itself what is denied, in a clause right behind the word for it: "denies that"."""
        last = next(token for token in reversed(told.tokens) if token.clause == held.clause)
        behind = [token for token in told.tokens if token.clause == held.clause + 1]
        completes = any(token.folded in self._completing for token in behind[:1])
        return last is held and completes and any(token.content for token in behind)

    def _completes(self, aligned: Aligned) -> bool:
        """Whether all that is turned down completes an infinitive that a claim leaves out: "to put off the rise"."""
        first, words = min(aligned.matched, default=0), self._story.words
        return completes_infinitive(aligned.told, first, words, self._story.leading)

    @staticmethod
    def _is_denied(told: Told, stance: Token) -> bool:
        """Whether a sentence denies the very word for what somebody holds: "does not rule it out"."""
        pairs = zip(told.tokens, told.tokens[1:], strict=False)
        return any(
            token.stem == stance.stem and (NOT in before.signs or before.stem.endswith(f"-{token.folded}"))
            for before, token in pairs
        )

    def _says(
        self, told: Told, claim: Clauses, what: Sequence[Token], who: Sequence[Token] | None, stance: Token
    ) -> bool:
        """Whether a sentence has all that is denied, as it is denied; `who` is None where nothing else can be."""
        aligned = align(what, told, self._story.words, compounds=self._compounds)
        if self._missing(aligned) or self._completes(aligned):
            return False
        if who is not None and not _is_about(told, what, who):
            return False
        if self._is_denied(told, stance) or (f"{GOVERNS}refuse" in stance.signs and _tells_alone(told)):
            return False
        theirs = any(NOT in token.signs for token in told.tokens if token.clause in aligned.used)
        mine = any(NOT in token.signs for token in claim.tokens if token.start > what[0].start or token.clause > 0)
        return theirs == mine and not self._rules.misplaced(claim, aligned)


def _tells_alone(told: Told) -> bool:
    """Whether a sentence tells what was done, and nothing that others may turn down: "a tenant sued the landlord"."""
    signs = frozenset[str]().union(*[token.signs for token in told.tokens])
    open_to = any(sign.startswith(GOVERNS) for sign in signs) or bool(signs & {ANNOUNCED, NEUTRAL, SOURCE, COND})
    return not open_to and not any(token.mood in {"future", "conditional"} for token in told.tokens)


def _adds_all(tokens: Sequence[Token], told: Told) -> bool:
    """Whether all hold so in a claim and not in a sentence: "all shops", "17 shops"."""
    return any(ALL in token.signs for token in tokens) and not any(ALL in token.signs for token in told.tokens)


def _is_turned(told: Told, held: Sequence[Token]) -> bool:
    """Whether a sentence denies or rejects what these words hold: "rejected the criticism"."""
    return any(NOT in token.signs or (token.signs & _REJECTING and token not in held) for token in told.tokens)


def _are_counted_apart(told: Told, who: Sequence[Token], matched: Sequence[Token], held: Token) -> bool:
    """Whether others are counted right before a stance: "47 percent are in favour and 41 percent against"."""
    counted = [token for token in told.tokens if token.value is not None and token.start < held.start]
    return bool(counted) and any(token.value is not None for token in who) and counted[-1] not in matched


def _keys(tokens: Sequence[Token]) -> list[frozenset[str]]:
    return [token.keys for token in tokens]


def _is_same(stance: Token, token: Token) -> bool:
    """Whether two words take one stance: both deny, or both say the same."""
    both = not _TURNED_DOWN.isdisjoint(stance.signs & token.signs)
    return both or not stance.keys.isdisjoint(token.keys)


def _does(told: Told, aligned: Aligned, deed: Token) -> bool:
    """Whether those who turn something down in a claim stand right before the word for it, nobody else between."""
    place = told.tokens.index(deed)
    last = max((at for _, at in aligned.pairs if at < place), default=None)
    if last is None or (told.tokens[last].entities and not told.tokens[last].text[0].isupper()):
        return False  # "His demand was rejected": not by him.
    between = told.tokens[last + 1 : place]
    return told.tokens[last].clause >= deed.clause - 1 and not any(token.entities for token in between)


def _is_about(told: Told, what: Sequence[Token], who: Sequence[Token]) -> bool:
    """Whether a statement accuses those who deny it, or tells of somebody else; also where nobody of them is named."""
    named = frozenset[int]().union(*(token.entities for token in who))
    if not named or named & told.named.keys() or any(not _ASKED.isdisjoint(token.signs) for token in told.tokens):
        return True
    return any(token.entities and not token.entities & named for token in what)
