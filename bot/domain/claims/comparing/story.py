"""An article's sentences as clauses, with whom their pronouns mean and who speaks in them."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from bot.domain.claims.comparing.naming import Naming
from bot.domain.claims.comparing.people.families import bears_surname
from bot.domain.claims.comparing.people.introductions import Introductions
from bot.domain.claims.comparing.people.views import Kin, tell_of_others, weigh_view
from bot.domain.claims.comparing.pronouns import Pronouns
from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.tokenizer import tokenizer_of
from bot.domain.claims.comparing.tokens import Clauses, NumbersByKey, Token, Told, Trait
from bot.domain.claims.comparing.wording import FORMER, GOVERNS, LESSER, LONG_STEM, NEUTRAL, folded, plain_word
from bot.domain.language.gazetteer import words_of_other_names, words_of_several
from bot.domain.values.actor import Kind

# How many sentences a claim is laid beside, and what share of the most words that one has they must have.
_CANDIDATES, _SHARED = 5, 0.34
_NO_KEYS: frozenset[str] = frozenset()
_LESS = frozenset({FORMER, LESSER})
_TIE_WORDS, _ACRONYM_LETTERS = 2, 4
# How many words a quotation has that a sentence opens with, and how soon behind it its verb stands.
_QUOTED, _CUE = 3, 2
_UNKNOWN = -1  # Who speaks in a quotation of nobody known.
_DENIES, _SAYS = f"{GOVERNS}deny", frozenset({NEUTRAL})

_Part = TypeVar("_Part")


class Story:
    """An article's sentences, read in order; linear in its length.

    Attributes:
        leading: articles and other determiners.
        indefinite: articles of what was not told of, and words like them.
        of_words: words that join what somebody is to what they are it of.
        cast: the article's people, also those whom it does not name, as far as its sentences are read.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokenizer = tokenizer_of(reading.language.code)
        self._naming = Naming(reading)
        self.words = self._naming.words
        self.leading, self.of_words = self._naming.leading, self._naming.of_words
        self._pronouns = Pronouns(self._naming)
        self.cast = self._pronouns.cast
        self.indefinite = self.cast.nouns.indefinite
        self._kin = Kin(self.words, self.cast.nouns, reading.language)
        self._introductions = Introductions(self._naming, self.cast, self._pronouns.pointing_nouns)
        self._said: dict[str, Clauses] = {}
        self._other_names = _words_of_several(reading.language.code)
        self._opposing = self.words.against & self.words.anaphors
        self._once: dict[Callable[[Story], object], Any] = {}

    def once(self, make: Callable[["Story"], _Part]) -> _Part:
        """What is made of the article and asked by several, made once."""
        if make not in self._once:
            self._once[make] = make(self)
        made: _Part = self._once[make]
        return made

    @cached_property
    def sentences(self) -> list[Told]:
        """The article's sentences, read."""
        recent, found = list[list[int]](), list[Told]()
        for number, (start, end) in enumerate(self.reading.sentences):
            told = Told(number, self.tokenizer.read(self.reading.text, start, end, self._naming.named_at))
            self._quote(told)
            self._weigh_titles(told.clauses)
            if told.clauses.traits & Trait.OPPOSES:
                self._weigh_contrast(told.tokens)
            weigh_view(told.tokens, self.words, self.is_surely_person)
            self._pronouns.resolve(told, recent)
            if told.subject is not None and _UNKNOWN in told.quoted:
                self._give(told, told.subject)
            told.place()
            self._introductions.read(told)
            quotes = told.quoted.count(None) < len(told.quoted)
            speaking = [one for one in told.quoted if one is not None and one >= 0] if quotes else []
            tells = self.cast.told_of(told) if told.number in self.cast.words_for else told.named
            recent.append(list(dict.fromkeys((*speaking, *tells))) if speaking else [*tells])
            found.append(told)
        return found

    def _give(self, told: Told, subject: int) -> None:
        """Give what nobody named is quoted with to whom the sentence goes on with: "«...», ha assicurato"."""
        cue = [token for token, speaker in zip(told.tokens, told.quoted, strict=True) if speaker is None]
        named = any(token.entities != {subject} for token in cue if token.entities)
        if self.is_surely_person(subject) and not named and any(NEUTRAL in token.signs for token in cue):
            told.quoted = [subject if speaker == _UNKNOWN else speaker for speaker in told.quoted]

    @cached_property
    def title(self) -> Told | None:
        """The article's title, read as a sentence; None without one."""
        written = self.reading.article.title
        if not written:
            return None
        told = Told(0, self.claim(written))
        told.quoted.extend(None for _ in told.tokens)
        told.place()
        return told

    def holding(self, key: str) -> Sequence[int]:
        """Numbers of the sentences that have a token with a key, or for "@3" name the entity 3, in order."""
        return self._holding[key]

    @cached_property
    def keys(self) -> frozenset[str]:
        """All that a sentence of the article may be found by, see `holding`."""
        return frozenset().union(*self._holding.held)

    def numbers_otherwise(self, token: Token) -> bool:
        """Whether the article has a name that a number ends only with other numbers: "Meridian-3", not "Meridian-2"."""
        name = token.stem.rpartition("-")[0] + "-"
        if name == "-" or not name[0].isalpha() or not token.text[-1].isdigit():
            return False
        return token.stem not in self.keys and any(one.startswith(name) and one[-1].isdigit() for one in self.keys)

    @cached_property
    def _holding(self) -> NumbersByKey:
        """By what sentences may be found by the numbers of these."""
        return NumbersByKey(self.sentences)

    def said(self, text: str) -> Clauses:
        """A claim or a part of one as clauses, read once for all who ask: nobody may change it, see `claim`."""
        if text not in self._said:
            self._said[text] = self._read(text)
        return self._said[text]

    def claim(self, text: str) -> Clauses:
        """A claim as clauses, to be changed; its words name whom the article's names tell."""
        return self.said(text).copy()

    # Complexity: a loop over every word, where most are passed over at once.
    def _read(self, text: str) -> Clauses:
        clauses = self.tokenizer.read(text, 0, len(text), self._naming.named_by)
        tokens = clauses.tokens
        for token in tokens:
            if token.plain in self._other_names:
                self._name_otherwise(tokens)
                break
        at, last = 0, len(tokens) - 1
        while at <= last:
            if not tokens[at].entities:
                at += 1
                continue
            end, shared = at, tokens[at].entities
            while end < last and shared & tokens[end + 1].entities and tokens[end + 1].clause == tokens[at].clause:
                end += 1
                shared &= tokens[end].entities
            name = tokens[end + 1] if at == end < last and shared else None
            if (
                name is not None
                and name.entities
                and name.clause == tokens[at].clause
                and self._is_theirs(shared, name)
            ):
                end, name.entities = end + 1, shared
            for token in tokens[at : end + 1]:
                if token.entities:
                    token.entities = shared
            at = end + 1
        self._weigh_titles(clauses)
        weigh_view(tokens, self.words, self.is_surely_person)
        return clauses

    def _is_theirs(self, given: frozenset[int], surname: Token) -> bool:
        """Whether a name behind a given name is the surname of those so called: "Darlene Pruitt"."""
        return surname.text[0].isupper() and bears_surname(self._naming, self.sentences, given, surname)

    @cached_property
    def _otherwise(self) -> Mapping[str, set[int]]:
        """Whom words mean that other names of a body or country of the article have: "UN", "United Nations"."""
        found: dict[str, set[int]] = {}
        for number, entity in enumerate(self.reading.entities):
            for word in (
                () if entity.kind is Kind.PERSON else words_of_other_names(entity.name, self.reading.language.code)
            ):
                found.setdefault(plain_word(word), set()).add(number)
        return found

    def _name_otherwise(self, tokens: Sequence[Token]) -> None:
        """Give words whom they mean by another name: with capitals or behind such a word, all of them where short."""
        meant: set[int] = set()
        for token in tokens:
            named = self._otherwise.get(token.plain, set())
            short = len(token.text) <= _ACRONYM_LETTERS
            written = token.text.isupper() if short else token.text[0].isupper() or meant & named
            meant = named if written else set()
            if meant:
                token.entities, token.content, token.signs = token.entities | meant, True, _NO_KEYS

    def _weigh_titles(self, clauses: Clauses) -> None:
        """Let what somebody is, right before their name, mean nothing else: a "conseillère" advises nobody.

        Behind an office it tells that they are a deputy or were so: "le procureur adjoint, Ann Holm".
        """
        tokens = clauses.tokens
        for before in [before for before, token in pairwise(tokens) if token.entities and before.signs]:
            if before.before not in self.words.perfects and self.reading.language.is_role(before.text.lower()):
                before.signs = before.signs & _LESS if self.reading.language.is_role(before.before) else _NO_KEYS
        if clauses.traits & Trait.KIN:
            self._kin.weigh(tokens, self.is_possessive, self.is_surely_person)

    def _weigh_contrast(self, tokens: Sequence[Token]) -> None:
        """Let a word for "against it" oppose nothing that only tells of another side: "die Grünen loben ihn dagegen".

        It stands behind whom or what something is done to, or right before that.
        """
        for at, token in enumerate(tokens):
            if token.folded not in self._opposing or not at:
                continue
            behind = [one for one in tokens[at + 1 : at + 3] if one.clause == token.clause]
            led = (
                len(behind) > 1 and behind[0].folded in self.words.ties | self.leading
            )  # Not "sprach sich dagegen aus".
            if led or token.before in self.words.objective:
                token.signs, token.keys, token.content = _NO_KEYS, _NO_KEYS, False

    def has(self, token: Token) -> bool:
        """Whether a sentence of the article has a token's word."""
        return self._holding[token.keys] != []

    def sharing(self, tokens: Sequence[Token], rests_on: Sequence[int]) -> list[Told]:
        """The sentences that share most with a claim, those it is said to rest on first."""
        shared = dict[int, int]()
        for token in tokens:
            for number in self._holding[frozenset([f"@{entity}" for entity in token.entities]) or token.keys]:
                shared[number] = shared.get(number, 0) + 1
        named = [number for number in rests_on if 0 <= number < len(self.sentences)]
        least = max(shared.values(), default=0) * _SHARED
        likely = sorted((number for number in shared if shared[number] >= least), key=lambda at: (-shared[at], at))
        return [self.sentences[number] for number in dict.fromkeys((*named, *likely[:_CANDIDATES]))]

    def lacks(self, tokens: Sequence[Token]) -> set[int]:
        """Those of a claim's words, by identity, of which the article has no form: no sentence lends one to another.

        Of names, numbers and days it tells nothing.
        """
        plain = (one for one in tokens if one.value is None and not (one.dated or one.entities or one.broad))
        absent = [one for one in plain if not self.has(one)]
        return {id(one) for one in absent if one.stem[:LONG_STEM] not in self._begun and not self._ends_another(one)}

    @cached_property
    def _begun(self) -> set[str]:
        """The first letters of the article's words."""
        return {key[:LONG_STEM] for key in self.keys}

    def _ends_another(self, token: Token) -> bool:
        """Whether a word of the article ends in a word: "the shipyard", "the yard"."""
        return f"{token.plain}\n" in self._written or f"{token.stem}\n" in self._written

    @cached_property
    def _written(self) -> str:
        """All by which sentences may be found, a line each: quicker to search than one by one."""
        return "".join([f"{key}\n" for key in self.keys])

    def names_speaker(self, told: Told) -> bool:
        """Whether a sentence with a quotation says whose it is by more than a pronoun: not by "a-t-il ajouté"."""
        outside = [token for at, token in enumerate(told.tokens) if told.quoted[at] is None]
        leaning = [token for token in outside if self._pronouns.is_pronoun(token.folded.rpartition("-")[2])]
        named = any(token.entities and token not in leaning for token in outside)
        return named or (not leaning and any(token.content and not token.dated for token in outside))

    def tie_before(self, tokens: Sequence[Token], at: int) -> str:
        """The preposition before a word, an article between them or none; "" where none stands there."""
        before = [other for other in tokens[max(0, at - _TIE_WORDS) : at] if other.clause == tokens[at].clause]
        if before and before[-1].folded in self.leading:
            before.pop()
        word = before[-1].folded if before else ""
        return word if word in self.words.ties and word not in self.leading else ""

    def calls_somebody(self, tokens: Sequence[Token]) -> bool:
        """Whether words without a name may mean somebody or a body whom the article calls so."""
        called, denoted = self.called, self.denoted
        return [1 for one in tokens if (one.stem in called or one.stem in denoted) and not one.entities] != []

    @property
    def called(self) -> dict[str, frozenset[int]]:
        """Stems of words for what somebody is, with the people whom the article calls so beside their names."""
        return self._naming.called

    @property
    def denoted(self) -> dict[str, frozenset[int]]:
        """Stems of nouns beside the names of bodies, with those: "the association Clean Air"."""
        return self._naming.denoted

    @property
    def shortened(self) -> dict[str, frozenset[int]]:
        """Stems of the nouns in names that tell what a body is, with those: "university" of "Almena University"."""
        return self._naming.shortened

    @cached_property
    def shortened_bodies(self) -> frozenset[int]:
        """The bodies whose names tell what they are."""
        return frozenset().union(*self._naming.shortened.values())

    def is_stranger(self, told: Told, noun: Token) -> bool:
        """Whether a noun for somebody means another there than those whom the article calls so beside their names."""
        return (told.number, noun.stem) in self._introductions.strangers

    def has_title(self, entity: int) -> bool:
        """Whether the article calls somebody something beside their name."""
        return any(entity in people for people in self._naming.called.values())

    def is_called(self, noun: Token, name: Token) -> bool:
        """Whether the article calls those whom a name names by a noun."""
        return bool(name.entities) and name.entities <= self._naming.called.get(noun.stem, frozenset())

    def is_inflected(self, token: Token) -> bool:
        """Whether a word names somebody in another form than the article's name for them has: "Анни" of "Анна"."""
        entities = self.reading.entities
        return bool([1 for one in token.entities if token.folded not in folded(entities[one].name).split()])

    @cached_property
    def plain_titles(self) -> frozenset[str]:
        """Words right before names in the form that the article has for these: "суддя Єва", not "судді Єви"."""
        pairs = (pair for told in self.sentences for pair in pairwise(told.tokens))
        return frozenset(
            before.folded
            for before, name in pairs
            if name.entities and not before.entities and not self.is_inflected(name)
        )

    def is_person(self, entity: int) -> bool:
        """Whether an entity may be a person."""
        return self._naming.people[entity]

    def is_surely_person(self, entity: int) -> bool:
        """Whether an entity is a person by its kind or by a word for what only people are."""
        return self._naming.is_surely_person(entity)

    def leans(self, token: Token) -> bool:
        """Whether a word that opens a sentence stands for something named before."""
        return self._pronouns.leans(token)

    def is_pronoun(self, token: Token) -> bool:
        """Whether a word stands for a person: "he", "his", "I"."""
        return self._pronouns.is_pronoun(token.folded)

    def pronoun_form(self, token: Token) -> str:
        """What a word stands for: "m", "f", "n" or "p" for several; "" for any other word or a possessive."""
        return self._pronouns.form(token)

    def is_possessive(self, token: Token) -> bool:
        """Whether a word says whose something is: "his attacker" is another than whom "his" means."""
        return token.folded in self._pronouns.possessives

    def points_at_nearest(self, token: Token) -> bool:
        """Whether a word stands for what was named last, not for what the text is about: "celle-ci"."""
        return self._pronouns.points_at_nearest(token)

    def leads_back(self, token: Token) -> bool:
        """Whether a word that opens a sentence stands for a thing named before: "en" is a preposition there."""
        return self._pronouns.leads_back(token)

    def _quote(self, told: Told) -> None:
        """Tell which of a sentence's tokens somebody is quoted as saying."""
        quotes, tokens = self.reading.quotes, told.tokens
        count = len(quotes)
        index = max(bisect_right(self._quote_starts, tokens[0].start) - 1, 0) if tokens else count
        if index < count and quotes[index].end <= tokens[0].start:
            index += 1
        if index == count or quotes[index].start > tokens[-1].start:
            told.quoted.extend([None] * len(tokens))  # Most sentences have no quotation.
            return
        for token in tokens:
            while index < count and quotes[index].end <= token.start:
                index += 1
            inside = index < count and quotes[index].start <= token.start
            speaker = quotes[index].entity if inside else None
            told.quoted.append((-1 if speaker is None else speaker) if inside else None)
        if told.quoted[0] is not None:
            self._weigh_cue(told)
        tell_of_others(told, self.words, self.leading)

    @staticmethod
    def _weigh_cue(told: Told) -> None:
        """Let a verb of denying right behind a quotation only say it: «“Nobody saw it”, she objected»."""
        first = next((at for at, speaker in enumerate(told.quoted) if speaker is None), 0)
        for token in told.tokens[first : first + _CUE] if first >= _QUOTED else ():
            if _DENIES in token.signs:
                token.signs, token.keys = _SAYS, _NO_KEYS

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.reading.quotes]


@lru_cache(maxsize=32)
def _words_of_several(code: str) -> frozenset[str]:
    """The plain words of the names of bodies and countries that have several."""
    return frozenset(map(plain_word, words_of_several(code)))
