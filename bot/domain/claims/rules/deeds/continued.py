"""Who tells what a sentence says that does not say who: those of the sentences before it, or of one behind it.

"Die Direktorin sagte, sie hoffe. Das Bild sei alt.": the second sentence is hers too.
"Das Bild ist alt. Das teilte die Direktorin mit.": the first one is.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told, content_of
from bot.domain.claims.comparing.wording import ANNOUNCED, GOVERNS, NEUTRAL, NOT, SOURCE, Wording, folded
from bot.domain.claims.rules.grammar import SPEECH, Grammar, tells

TELLING = {NEUTRAL, ANNOUNCED, SOURCE}
# How many sentences in a row somebody is reported to say, at most.
_BACK = 3
# How many words a sentence has that only says who told it, how soon it stands, and how soon its verb.
_REPORT_WORDS, _AHEAD, _OPENING, _PHRASE = 4, 2, 3, 4


def opens_with_saying(told: Told, complements: frozenset[str]) -> bool:
    """Whether a sentence opens with a verb of saying and leaves out who says what stands behind: "afirmó que ..."."""
    if told.subject is None or told.clauses.openers[1:2] == [] or told.clauses.openers[1] not in complements:
        return False
    home = [token for token in told.tokens if not token.clause]
    verb = next((token for token in home[:_AHEAD] if token.signs & {NEUTRAL, ANNOUNCED}), None)
    return verb is not None and not any(token.entities for token in home)


def leaves_out_who(told: Told, grammar: Grammar) -> bool:
    """Whether a sentence opens with the verb of somebody told of before, and names nobody else: "Pidió perdón"."""
    home = [token for token in told.tokens if not token.clause]
    opening = next((token for token in home if token.folded not in grammar.words.clitics), None)
    verb = opening is not None and grammar.is_over(opening) and not opening.before
    others = any(token.entities - {told.subject} for token in home if grammar.is_person(token))
    return grammar.words.omits_subjects and verb and not others


def names_doer(told: Told, story: Story, complements: frozenset[str]) -> bool:
    """Whether a name may be that of who does it: of somebody, or one that no preposition stands before."""
    tokens = told.tokens
    named = [at for at, token in enumerate(tokens) if token.entities]
    free = (at for at in named if _is_surely_somebody(tokens[at], story) or not story.tie_before(tokens, at))
    return next(free, None) is not None and not opens_with_saying(told, complements)


def _is_surely_somebody(token: Token, story: Story) -> bool:
    return any(map(story.is_surely_person, token.entities))


def has_doer_ahead(told: Told, story: Story, is_noun: Callable[[Token], bool]) -> bool:
    """Whether a noun with its article, tied to nothing, stands before the verb: "Ma il club ha venduto".

    A comma may stand before it, behind when or where that was: "In March, a former goalkeeper sued the club".
    """
    words = story.words
    for at, token in enumerate(told.tokens):
        if token.clause > 1 or token.folded in words.perfects - story.leading or token.mood in {"past", "future"}:
            return False
        if token.clause and _opens(token, told, story):
            return False
        genitive = bool(words.given_endings) and token.plain.endswith(words.given_endings)
        if genitive or _is_time(token, words) or story.tie_before(told.tokens, at):
            continue  # "În timpul blocajului, un șofer".
        if token.content or token.before in story.reading.language.indefinite:
            return _may_do(token, story, is_noun)
    return False


def _opens(token: Token, told: Told, story: Story) -> bool:
    """Whether a word opens a clause behind a comma as none that tells who does it: "who", "which"."""
    return token.folded == told.clauses.openers[1] and not token.content and token.folded not in story.leading


def _may_do(token: Token, story: Story, is_noun: Callable[[Token], bool]) -> bool:
    """Whether a word tied to nothing is a noun with its article, or one for somebody behind a comma: "fiica ei"."""
    words, language = story.words, story.reading.language
    if token.before in language.indefinite or (token.clause and language.is_role(token.text.lower())):
        return True
    endings = (*words.definite_endings, *(ending for ending, _ in words.owner_endings))
    led = token.before in story.leading or (bool(endings) and token.plain.endswith(endings))
    return led and (is_noun(token) or token.stem in words.bodies)


def _is_time(token: Token, words: Wording) -> bool:
    """Whether a word is a number, a day or a span of time."""
    return token.dated or token.value is not None or token.folded in words.durations


class Continued:
    """One article's sentences, asked whose words they report."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._moods = story.words.reporting

    def is_teller(self, token: Token, told: Told) -> bool:
        """Whether a word tells who says what a reported sentence tells, by the sentences before it."""
        source = self._source(told)
        if source is None:
            return False
        verb = next(one for one in source.tokens if one.signs & TELLING)
        if token.entities:
            return bool(token.entities & _speakers(source, verb))
        inside = [one for one in source.tokens if one.clause == verb.clause and one.content and not one.dated]
        nouns = [one for one in inside if one.start < verb.start] or inside
        return any(token.folded == one.folded or not token.keys.isdisjoint(one.keys) for one in nouns[:1])

    def _source(self, told: Told) -> Told | None:
        """The sentence of the same paragraph that says who is reported, None where none does."""
        if not is_reported(told, self._moods) or self._has_its_own(told):
            return None
        reading = self._story.reading
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            if reading.sentences[number][0] < start:
                return None
            before = self._story.sentences[number]
            if _tells(before):
                return before
            if not is_reported(before, self._moods):
                return None
        return None

    def _has_its_own(self, told: Told) -> bool:
        """Whether a sentence names a person before the colon behind which it reports: "X sah es anders: Das sei …"."""
        colon = next((clause for clause, mark in enumerate(told.clauses.marks) if mark == ":"), 0)
        ahead = [token for token in told.tokens if token.clause < colon]
        named = any(map(self._story.is_person, {one for token in ahead for one in token.entities}))
        return named and self._moods.isdisjoint([token.folded for token in ahead])


class Sources:
    """One article's sentences that only say who told what stands before them.

    `told_by` are phrases that open one which tells by whom: "announcement-was-made".
    """

    def __init__(self, story: Story, told_by: tuple[str, ...]) -> None:
        language = story.reading.language
        self._story = story
        self._nouns = language.nouns_capitalised
        self._told_by = told_by
        self._ties = story.words.ties - story.words.anaphors
        self._that = frozenset(map(folded, language.that)) | story.words.complements - story.words.infinitive_marks

    def without(self, aligned: Aligned, missing: list[Token], claim: Sequence[Token]) -> list[Token]:
        """What is missing less the name of who told it, where a sentence behind says no more than that."""
        attributed = [1 for token in claim if token.signs & TELLING] if missing else []
        told = self._report(aligned.told) if attributed else None
        if told is None:
            return missing
        named = self._tellers(missing, told, claim)
        titles = {id(token) for token in missing if token.keys & set(told.places)} if named else set[int]()
        return [token for token in missing if token not in named and id(token) not in titles]

    def _tellers(self, missing: Sequence[Token], told: Told, claim: Sequence[Token]) -> list[Token]:
        """The words that tell who says it, by name or, in the claim as in the report, without one."""
        telling = {token.clause for token in claim if token.signs & TELLING}
        completing = {token.clause for token in claim if token.folded in self._that and not token.before} - telling
        return [
            token
            for token in missing
            if (token.entities & told.named.keys() and token.clause not in completing)
            or self._is_teller(token, told, telling)
            or (token.dated and token.clause in telling and not token.keys.isdisjoint(told.places))
        ]

    def _is_teller(self, token: Token, told: Told, telling: set[int]) -> bool:
        """Whether a word that is no name tells who says it, in the claim as in the report."""
        written = token.text[0].isupper() or not self._nouns
        plain = not token.entities and token.value is None and not token.dated
        return written and plain and token.clause in telling and not token.keys.isdisjoint(told.places)

    def _report(self, told: Told) -> Told | None:
        """The sentence that says who told this one and no more, right behind it or behind one more of its paragraph."""
        places = self._story.reading.sentences
        _, end = self._story.reading.paragraph_at(places[told.number][0])
        for number in range(told.number + 1, min(told.number + 1 + _AHEAD, len(places))):
            if places[number][0] >= end:
                return None
            if self._is_told_by(self._story.sentences[number]) or self._reports(self._story.sentences[number]):
                return self._story.sentences[number]
        return None

    def _reports(self, told: Told) -> bool:
        """Whether a sentence only says who told what stands before it: "Das teilte ... mit", "Про це в середу ..."."""
        opening = [token for token in told.tokens if not token.dated and token.folded not in self._ties][:_OPENING]
        if not opening or opening[0].folded not in self._story.words.anaphors:
            return False
        if not self._that.isdisjoint(told.clauses.openers) or self._says_itself(told, opening[0]):
            return False  # "He was told that it was safe."
        denied = tells(told.tokens, NOT)
        telling = not denied and bool([1 for token in opening if token.signs & TELLING])
        content = [token for token in content_of(told.tokens) if not token.entities and not token.dated]
        return telling and len(content) <= _REPORT_WORDS

    def _says_itself(self, told: Told, first: Token) -> bool:
        """Whether a sentence that opens with "he" has no word for what he says: "he said the rent was too high"."""
        somebody = self._story.pronoun_form(first) in {"m", "f"}
        return somebody and not any(token.folded in self._story.words.anaphors for token in told.tokens[1:])

    def _is_told_by(self, told: Told) -> bool:
        """Whether a sentence only tells by whom the news is announced or confirmed: "The announcement was made by"."""
        if not self._told_by:
            return False
        led = bool(told.tokens) and told.tokens[0].folded in self._story.leading
        opening = "-".join([token.folded for token in told.tokens[led : led + _PHRASE]])
        content = [token for token in content_of(told.tokens) if not token.entities and not token.dated]
        return opening.startswith(self._told_by) and len(content) <= _REPORT_WORDS


def is_reported(told: Told, moods: frozenset[str]) -> bool:
    """Whether a sentence's own verb is in the mood of what is reported, and nothing in it says or wants that.

    `moods` are a language's verbs in that mood.
    """
    if not moods:
        return False
    said = takewhile(lambda pair: pair[1] is None, zip(told.tokens, told.quoted, strict=False))
    for token, _ in said:
        if token.folded in moods and token.text.islower():
            apart = (other for other in told.tokens if other.clause != token.clause or other.start < token.start)
            return not any(other.signs & TELLING for other in apart)
        if any(sign.startswith(GOVERNS) for sign in token.signs):
            return False
    return False


def reported_deeds(told: Told, reporting: frozenset[str], complements: frozenset[str]) -> list[Token]:
    """What may tell a deed, or that one says it, in a sentence that is all reported: "er habe es gemeldet".

    Such a deed is not the report, but what one that is no verb of speech completes is: "criticised | that he had".
    """
    if not is_reported(told, reporting):
        return []
    first = next(token.clause for token in told.tokens if token.folded in reporting and token.text.islower())
    first = first if told.clauses.openers[first] in complements else 0
    return [token for token in told.tokens if token.clause >= first and (token.content or token.signs & SPEECH)]


def _tells(told: Told) -> bool:
    return any(token.signs & TELLING for token in told.tokens)


def _speakers(told: Told, verb: Token) -> frozenset[int]:
    """Whom a sentence lets speak: who is quoted, or the first who is named where the verb stands."""
    quoting = [speaker for speaker in told.quoted if speaker is not None]
    near = (one.entities for one in told.tokens if abs(one.clause - verb.clause) <= 1 and one.entities)
    return frozenset(quoting) if quoting else next(near, frozenset())
