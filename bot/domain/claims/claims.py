"""Holds what somebody says of an article against it: sentences, headlines, roles, quotes.

A sentence stands when it is a whole sentence of the article, or when one carries it (`proving`). A part of a sentence
is not the article's word: it can say the contrary of the whole ("It is wrong to claim that ...").
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from bot.domain.claims.comparing.reading import Reading, bare
from bot.domain.claims.comparing.support import Support
from bot.domain.claims.quoting import Quoting, Taken
from bot.domain.language.languages import of
from bot.domain.names.names import Entity
from bot.domain.text.characters import SENTENCE_ENDS
from bot.domain.text.fold import fold_text
from bot.domain.text.margins import dateline_end
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.proof import Proof, QuoteVerdict, Verdict
from config import limits

if TYPE_CHECKING:
    from bot.domain.claims.comparing.story import Story
    from bot.domain.claims.foreign import Foreign
    from bot.domain.claims.headlines.parting import HeadlineParts
    from bot.domain.claims.parts import Descriptions
    from bot.domain.claims.proving import Prover
    from bot.domain.claims.retold.roles import RetoldRoles
    from bot.domain.claims.rules.rules import Rules

NO_WORDS = "nothing is said"


# A sentence of many words, of which so few are different, or which says so many words in a row twice, repeats itself.
_REPEATING, _REPEATED, _TWICE = 12, 2.2, 6
_OPEN_ENDS = (",", ";", ":", "-", "–", "—", "(", "/")


class Claims:
    """One article, read once for every claim that is held against it.

    `reading` is what was read of it before; None to read it. The rules are loaded by the first claim that is no whole
    sentence of the article: a brief by the built-in engine does without.
    """

    def __init__(self, article: Article, reading: Reading | None = None) -> None:
        self.reading = reading or Reading.of(article)
        self._foreign: dict[str, Foreign] = {}

    @cached_property
    def _support(self) -> Support:
        return Support(self.reading.article, None, folded=self.reading.folded.text)

    @cached_property
    def _quoting(self) -> Quoting:
        return Quoting(self.reading, self._support)

    def sentence(
        self, text: str, *, rests_on: Sequence[int] = (), language: str | None = None, headline: bool = False
    ) -> Verdict:
        """Whether the article says what a summary sentence says.

        Args:
            text: the sentence.
            rests_on: numbers of the article's sentences that it is said to rest on, from 0; may be wrong.
            language: of the sentence; None for the article's own.
            headline: whether it is a headline, which says what is to come and what was done in fewer words.
        """
        wanted = bare(text)
        if not any(map(str.isalnum, wanted)):
            return Verdict(stands=False, why=NO_WORDS, vetoed=True)
        number = self._verbatim(wanted)
        if number is not None:
            return self._repeated(text, number)
        number = self._with_full_names(wanted)
        if number is not None:
            return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(self.reading.sentences[number],))
        broken = self._broken(text)
        if broken:
            return Verdict(stands=False, why=broken, vetoed=True)
        if language and self._is_foreign(language) and not self._is_own(text, language):
            return self._in(language).verdict(text, rests_on)
        said = None if headline else self._said_by(text)
        return said or self._prover.prove(text, rests_on, headline=headline)

    def _said_by(self, text: str) -> Verdict | None:
        """The proof of a claim that only tells whose words a whole quotation is, None where it is no such claim.

        A cue of the quotation's own tells there who says it, and it is no part of the reporter's sentence.
        """
        from bot.domain.claims.referring.speakers.quotations import MARKS, quoted_of

        told = None if MARKS.isdisjoint(text) else quoted_of(text, self._story)
        if told is None:
            return None
        found = self.quote(told[1], self.reading.entities[told[0]].name)
        if not found.speaker_stands or bare(found.shown) != bare(told[1]):
            return None
        own = [one for one in self.reading.quotes if one.confident and one.start <= found.start < one.end]
        if not own or own[0].partial or own[0].entity != told[0]:
            return None
        place = self.reading.sentences[self.reading.sentence_at(found.start)]
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))

    def translation_fault(self, text: str, start: int, end: int, *, language: str) -> str:
        """Why a text in another language cannot say what the article does at a place, "" when it may."""
        return self._in(language).translation_fault(text, start, end)

    def _in(self, language: str) -> "Foreign":
        from bot.domain.claims.foreign import Foreign

        if language not in self._foreign:
            self._foreign[language] = Foreign(self._story, language)
        return self._foreign[language]

    def is_verbatim(self, text: str) -> bool:
        """Whether a text is a whole sentence of the article."""
        return self._verbatim(bare(text)) is not None

    def _verbatim(self, wanted: str) -> int | None:
        number = self.reading.number_of(wanted)
        return self._undated.get(wanted) if number is None else number

    def _repeated(self, text: str, number: int) -> Verdict:
        """What is said of a sentence of the article: it stands, unless it leaves out the marks of a quotation."""
        evidence = (self.reading.sentences[number],)
        if self._is_said(number) and text.strip()[0].isalnum():
            from bot.domain.claims.rules.speech import AS_FACT

            return Verdict(stands=False, why=AS_FACT, evidence=evidence, vetoed=True)
        return Verdict(stands=True, proof=Proof.VERBATIM, evidence=evidence)

    def _is_said(self, number: int) -> bool:
        """Whether a sentence of the article stands in a quotation as a whole: its speaker says it, not the article."""
        start, end = self.reading.sentences[number]
        return any(span.outer_start <= start and end <= span.outer_end for span in self.reading.spans)

    @cached_property
    def _undated(self) -> dict[str, int]:
        """Sentences that open with an agency's place and day, by their words without these."""
        text, found = self.reading.text, {}
        for number, (start, end) in enumerate(self.reading.sentences):
            past = dateline_end(text, start, end)
            if past > start:
                found[bare(text[past:end])] = number
        return found

    def _with_full_names(self, wanted: str) -> int | None:
        """The sentence that these words are, but for surnames in place of which they have the bearers' full names."""
        named = [(full, surname, entity) for full, surname, entity in self._surnames if full in wanted]
        for kept in (named, *([one] for one in named if len(named) > 1)):
            words = wanted
            for full, surname, _ in kept:
                words = words.replace(full, surname, 1)
            number = self.reading.number_of(words) if kept else None
            if number is not None and all(self._is_named_in(number, entity) for _, _, entity in kept):
                return number
        return None

    @cached_property
    def _surnames(self) -> list[tuple[str, str, Entity]]:
        """Folded full names and surnames of the people whose surname nobody else here bears."""
        people = [(fold_text(one.name), one) for one in self.reading.entities if one.kind is Kind.PERSON]
        bearers = Counter(name.rsplit(" ", 1)[-1] for name, _ in people)
        named = [(name, name.rsplit(" ", 1)[-1], person) for name, person in people if " " in name]
        return [(name, surname, person) for name, surname, person in named if bearers[surname] == 1]

    def _is_named_in(self, number: int, entity: Entity) -> bool:
        start, end = self.reading.sentences[number]
        return any(start <= mention.start < end for mention in entity.mentions)

    def stands_alone(self, start: int) -> bool:
        """Whether the article's sentence at this offset names whom it tells of and leans on none before it."""
        told = self._story.sentences[self.reading.sentence_at(start)]
        if not told.tokens:
            return False
        if told.quoted[0] is not None:
            return self._story.names_speaker(told)
        return not self._story.leans(told.tokens[0])

    def _broken(self, text: str) -> str:
        """Why a text is no whole sentence, "" when it may be one."""
        words = bare(text).split()
        repeated = len(words) >= _REPEATING and len(set(words)) * _REPEATED < len(words)
        if repeated or _runs_twice(words):
            return "repeats itself"
        written, language = text.rstrip(), self.reading.language
        particles = self._story.words.particles  # "Verein nimmt Angebot an"
        joins = (language.conjunctions, language.prepositions, language.determiners)
        hangs = bool(words) and words[-1] not in particles and any(words[-1] in listed for listed in joins)
        hangs = hangs and not written.endswith(SENTENCE_ENDS)
        half = text.count("«") != text.count("»")  # Of a quotation that goes on in another sentence.
        return "breaks off" if hangs or half or written.endswith(_OPEN_ENDS) else ""

    @cached_property
    def _story(self) -> "Story":
        from bot.domain.claims.comparing.story import Story

        return Story(self.reading)

    @cached_property
    def _parts(self) -> "Descriptions":
        from bot.domain.claims.parts import Descriptions

        return Descriptions(self._story)

    @cached_property
    def _retold(self) -> "RetoldRoles":
        from bot.domain.claims.retold.roles import RetoldRoles

        return RetoldRoles(self._story, self._parts.verdict, self.sentence)

    @cached_property
    def _prover(self) -> "Prover":
        from bot.domain.claims.proving import Prover

        return Prover(self._story, self._rules, self._parts, self._support)

    @cached_property
    def _rules(self) -> "Rules":
        from bot.domain.claims.rules.rules import Rules

        return Rules(self._story)

    @cached_property
    def _parting(self) -> "HeadlineParts":
        from bot.domain.claims.headlines.parting import HeadlineParts

        proves = partial(self.sentence, headline=True)
        return HeadlineParts(self._story, self._prover.topics, proves, self._rules.fault)

    def _is_foreign(self, language: str | None) -> bool:
        return bool(language and self.reading.article.language and language != self.reading.article.language)

    def _is_own(self, text: str, language: str) -> bool:
        """Whether a text that is said to be in another language is in the article's, told by its small words."""
        words = bare(text).split()
        own, said = (sum(word in told.stop_words for word in words) for told in (self.reading.language, of(language)))
        return own > said

    def headline(self, text: str, *, rests_on: Sequence[int] = (), language: str | None = None) -> Verdict:
        """Whether a headline stands: the page's own title does, anything else as a sentence would."""
        title = self.reading.article.title
        if title and fold_text(title) == fold_text(text):
            return Verdict(stands=True, proof=Proof.VERBATIM)
        verdict = self.sentence(text, rests_on=rests_on, language=language, headline=True)
        foreign = language is not None and self._is_foreign(language)
        if verdict.stands or foreign:
            return verdict
        topic, colon, said = text.partition(": ")
        if colon and self._prover.topics.is_topic(topic):
            told = self._said_of(said, rests_on)  # "Fire in Hallford: two hurt".
            verdict = told if told.stands and not self._prover.topics.is_moved(topic, told.evidence) else verdict
        if not verdict.stands:
            verdict = self._parting.prove(text) or verdict
        titled = bool(title) and not verdict.stands and self._prover.is_titled(text)
        return Verdict(stands=True, proof=Proof.SUPPORTED) if titled else verdict

    def _said_of(self, said: str, rests_on: Sequence[int]) -> Verdict:
        verdict = self.sentence(said, rests_on=rests_on, headline=True)
        return verdict if verdict.stands else self._parting.prove(said) or verdict

    def role(self, name: str, role: str) -> Verdict:
        """Whether the article says of this actor, beside their own name, what the role says."""
        number = self.reading.entity_of(name)
        number = self._in_case(name) if number is None else number
        if number is None:
            return Verdict(stands=False, why="does not stand in the article")
        return self._retold.verdict(number, name, role)

    def _in_case(self, name: str) -> int | None:
        """Whom a name means that the article has in another case alone, None where none is sure: "Карла Фосса"."""
        if not self._story.words.free_order or len(name) > limits.NAME_CHARACTERS:
            return None
        words = self._story.said(name).tokens
        shared = set[int].intersection(*[set(token.entities) for token in words]) if words else set[int]()
        return shared.pop() if len(shared) == 1 and len(words) > 1 else None

    def quote(
        self, text: str, speaker: str | None, *, at: int | None = None, taken: Taken | None = None
    ) -> QuoteVerdict:
        """Whether these words are quoted in the article, and whether this speaker says them.

        Args:
            text: the words, with or without quotation marks.
            speaker: who is said to say them, None for nobody.
            at: where they are said to start, where that is known.
            taken: places of the article that other quotes have already.
        """
        return self._quoting.verdict(text, speaker, at=at, taken=taken)


def _runs_twice(words: Sequence[str]) -> bool:
    runs = [tuple(words[at : at + _TWICE]) for at in range(len(words) - _TWICE + 1)]
    return len(set(runs)) < len(runs)
