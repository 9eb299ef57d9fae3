"""The small words of one article's language, as the rules ask for them."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import (
    ANNOUNCED,
    CEILING,
    FLOOR,
    GOVERNS,
    IS,
    LESS,
    MORE,
    NEUTRAL,
    NOT,
    PASSIVE,
    SOURCE,
    WAS,
    folded,
    plain_word,
)

SPEECH = {NEUTRAL, ANNOUNCED, SOURCE}
_COMPARED = {MORE, LESS, FLOOR, CEILING}
# What is refused or fails is not done.
ADMITS = f"{GOVERNS}admit"
UNDONE = {f"{GOVERNS}refuse", f"{GOVERNS}fail"}
FINITE = {"past", "future", "conditional"}
# What tells only that something is still to come, or may be.
_AHEAD = {f"{GOVERNS}future", f"{GOVERNS}possible"}
_TIE_WORDS, _TIME_WORDS, _COMPARED_WORDS = 3, 8, 4
_LATELY = 2
_SHORTEST_NAMED = 6  # "Cerea" is a verb, "închiderea" a noun with its article.
_YEARS = frozenset(range(1800, 2100))


def is_plain(token: Token) -> bool:
    """Whether a word is neither a name nor a number nor a day."""
    return not token.entities and token.value is None and not token.dated


def is_year(token: Token) -> bool:
    """Whether a number may be a year."""
    return token.value in _YEARS and token.text.isdigit()


def is_time(token: Token) -> bool:
    """Whether a word is a day, a month or a year."""
    return token.dated or is_year(token)


def places_in(tokens: Sequence[Token], clause: int) -> list[int]:
    """Positions of a clause's words."""
    return [at for at, token in enumerate(tokens) if token.clause == clause]


def tells(tokens: Iterable[Token], sign: str) -> bool:
    """Whether one of several words has a sign."""
    return [1 for token in tokens if sign in token.signs] != []  # One call, where `any` makes one a word.


def governs(token: Token) -> bool:
    """Whether a word governs what completes it: "denied", "plans", "must"."""
    return bool(token.signs) and bool([1 for sign in token.signs if sign.startswith(GOVERNS)])


def tells_of_past(tokens: Sequence[Token]) -> bool:
    """Whether a clause tells of what was, and of nothing that is or is to come."""
    now = any(token.signs & {IS, f"{GOVERNS}future"} or token.mood in {"future", "conditional"} for token in tokens)
    return not now and any(WAS in token.signs or token.mood == "past" for token in tokens)


def confesses(told: Told, firsts: frozenset[str], endings: tuple[str, ...]) -> bool:
    """Whether a sentence quotes somebody on what they themselves have done, without a denial: "I was wrong", she said.

    Who says so may be told to admit it. `firsts` are the words for who speaks, `endings` those of verbs that tell it.
    """
    spoken = [token for token, speaker in zip(told.tokens, told.quoted, strict=True) if speaker is not None]
    if not spoken or any(NOT in token.signs or token.mood in {"future", "conditional"} for token in spoken):
        return False
    opening = spoken[0].folded in firsts or (bool(endings) and spoken[0].folded.endswith(endings))
    return opening and any(NEUTRAL in token.signs for token in told.tokens)


class Grammar:
    """One article's language.

    Attributes:
        words: the words that turn a meaning; complements: those that open or mark what completes another clause.
        definite: articles and other determiners.
        first_person: pronouns for who speaks, possessives too.
        conjunctions: what joins; of_words: what ties to something whose it is.
        several: endings of verbs of what several do, where nouns have no articles.
        relatives: what opens a relative clause; genitives: articles before a noun that tells whose the noun before is.
        reflexives: pronouns of what does something to itself.
        nouns: whether nouns have capitals; postposed: whether adjectives stand behind their nouns.
        perfects: verbs that make a past of a participle.
        perfect_infinitives: the same as infinitives: "haber".
        brackets: whether a verb may end its clause, behind who does it and whom it is done to.
        nominatives: articles and possessives before who does it, of which some also stand elsewhere.
        describing_plurals: the ending of plurals, where a noun may describe the one behind it; "" elsewhere.
        inflects: whether people's names have other forms where they tell whose something is.
        marked_infinitives: how infinitives begin that have their mark behind a particle ("zurückzu-geben").
    """

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self.words = story.words
        self.complements = frozenset(map(folded, language.that)) | story.words.complements
        self.definite = frozenset(map(folded, language.definite | language.determiners))
        self._articles = self.definite - (story.words.fused - story.words.plural_articles)
        self.nouns = language.nouns_capitalised
        self.postposed = language.postposed
        self.brackets = language.verb_second and bool(language.perfect) and not language.definite_endings
        self.nominatives = frozenset(map(folded, language.articles))
        self.inflects = story.words.free_order or bool(language.given_genitives)
        particles, marks = story.words.particles, story.words.infinitive_marks
        self.marked_infinitives = tuple(plain_word(f"{one}{mark}") for one in particles for mark in marks)
        self.describing_plurals = "".join(language.noun_plurals[:1]) if language.title_case else ""
        self._joined_participles = tuple(f"{particle}{story.words.participle_prefix}" for particle in particles)
        self.perfects = story.words.perfects | frozenset(map(folded, language.perfect))
        self.perfect_infinitives = frozenset(map(folded, language.perfect_infinitives))
        spoken = {**language.pronouns, **language.possessives}
        self.first_person = frozenset([folded(word) for word, who in spoken.items() if who == "1"])
        self.conjunctions = frozenset(map(folded, language.conjunctions))
        self.of_words = story.of_words
        self.several = tuple(map(folded, language.plural_endings)) if story.words.free_order else ()
        self.relatives = frozenset(map(folded, language.relatives))
        self.genitives = frozenset(map(folded, language.genitives))
        self._genitive_endings = tuple(language.genitive_endings)
        self._tying = story.words.ties - story.words.objects
        self.reflexives = frozenset(word.strip("'’") for word in map(folded, language.reflexives))

    def is_genitive(self, token: Token) -> bool:
        """Whether a noun tells whose the one before it is, by its article and its ending: "des Prozesses"."""
        return token.before in self.genitives and token.plain.endswith(self._genitive_endings)

    def pronoun_form(self, token: Token) -> str:
        """What a word stands for: "m", "f", "n" or "p" for several; "" for any other word or a possessive."""
        return self._story.pronoun_form(token)

    def genders(self, tokens: Iterable[Token]) -> set[str]:
        """The genders of the people whom words name, as far as the article tells them."""
        entities = self._story.reading.entities
        people = {entity for token in tokens for entity in token.entities if self._story.is_surely_person(entity)}
        return {entities[entity].gender for entity in people} - {""}

    def is_person(self, token: Token, *, surely: bool = False) -> bool:
        """Whether a token names somebody who may be a person, or `surely` is one."""
        return any(map(self._story.is_surely_person if surely else self._story.is_person, token.entities))

    def is_pronoun(self, token: Token) -> bool:
        """Whether a word stands for a person: "he", "his", "I"."""
        return self._story.is_pronoun(token)

    def is_role(self, token: Token) -> bool:
        """Whether a word tells what somebody is, as "mayor" does."""
        return self._story.reading.language.is_role(token.text.lower())

    def role_gender(self, token: Token) -> str:
        """The gender that a word for what somebody is tells, "m" or "f", "" where it tells none."""
        return self._story.reading.language.gender_of_role(token.text.lower())

    def is_surely_person(self, entity: int) -> bool:
        """Whether an entity is a person by its kind or by a word for what only people are."""
        return self._story.is_surely_person(entity)

    def is_inflected(self, token: Token) -> bool:
        """Whether a word names somebody in another form than the article's name for them has."""
        return self._story.is_inflected(token)

    def is_plain_title(self, token: Token) -> bool:
        """Whether the article has a word right before a name in the form that it has for who does something."""
        return token.folded in self._story.plain_titles

    def is_called(self, noun: Token, name: Token) -> bool:
        """Whether the article calls those whom a name names by a noun."""
        return self._story.is_called(noun, name)

    def is_oblique_pronoun(self, token: Token) -> bool:
        """Whether a word stands for somebody or something that does not do it: "him", "їй"."""
        words = self.words
        return token.folded not in words.subjects and (
            token.folded in words.anaphors or token.folded in words.objective or self.is_pronoun(token)
        )

    def is_past_participle(self, token: Token) -> bool:
        """Whether a word is a participle of the past by its beginning, or its ending, where most begin alike."""
        prefix, ending = self.words.participle_prefix, self.words.participle_ending
        if not prefix:
            return False
        joined = any(part in token.plain for part in self._joined_participles)
        return joined or token.plain.startswith(prefix) or (bool(ending) and token.plain.endswith(ending))

    def singular(self, word: str) -> str:
        """A word without the ending of a plural."""
        return self._story.reading.language.singular(word)

    def is_relation(self, token: Token) -> bool:
        """Whether a word tells whose relative or friend somebody is, as "brother" does."""
        return token.text.lower() in self._story.reading.language.relations

    def is_possessive(self, token: Token) -> bool:
        """Whether a word says whose something is."""
        return self._story.is_possessive(token)

    def is_named(self, token: Token) -> bool:
        """Whether a word stands behind an article or a preposition, as what is spoken of and not what is done."""
        if token.before in self.words.perfects and token.text.lower().endswith(self.words.participles):
            return False  # "A început": "a" is an article too.
        if token.before in self.definite or token.before in self.words.ties:
            return True
        endings = self.words.named_endings
        return bool(endings) and token.folded.endswith(endings) and len(token.folded) > _SHORTEST_NAMED

    def is_thing(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a noun: behind an article, a preposition or a number."""
        counted = at > 0 and tokens[at - 1].value is not None and tokens[at - 1].clause == tokens[at].clause
        return counted or self.is_named(tokens[at])

    def is_small(self, token: Token) -> bool:
        """Whether a word is a preposition or an article."""
        return token.folded in self.words.ties or token.folded in self.definite

    def is_when(self, number: Token, behind: Sequence[Token]) -> bool:
        """Whether a number is the year of a deed: "in 2016", where nouns have capitals also "2016 erneuert".

        `behind` is the word behind it, empty where none is.
        """
        if not is_year(number):
            return False
        bare = self.nouns and not any(token.text[0].isupper() for token in behind)
        return bare or number.before in self.words.ties or number.before in self.words.durations

    def is_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a noun: by its capital, or behind an article, a preposition or a number, as no verb."""
        token = tokens[at]
        if self.nouns:
            return token.text[0].isupper()
        verb = token.mood in FINITE or token.plain.endswith(self.words.infinitives or "\0")
        return self.is_thing(tokens, at) or (not verb and (self.words.free_order or self.is_tied(tokens, at)))

    def are_nouns(self, tokens: Sequence[Token], taken: Sequence[tuple[Token, int]], told: Sequence[Token]) -> bool:
        """Whether a claim has all that it takes of a clause as nouns, its deed too: "asks for pay", "that it pay"."""
        if not taken or not all(self.is_noun(tokens, tokens.index(token)) for token, _ in taken):
            return False
        others = [told[place] for _, place in taken]
        return not all(one.text[0].isupper() if self.nouns else self.is_named(one) for one in others)

    def bare_noun(self, tokens: Sequence[Token], places: Sequence[int]) -> set[int]:
        """The words behind the last preposition of a clause without articles: "after years of work"."""
        tied = max((at for at in places if tokens[at].folded in self.words.ties), default=None)
        return set() if tied is None else {at for at in places if at > tied and tokens[at].content}

    def relates(self, told: Told, clause: int, at: int) -> bool:
        """Whether a clause is a relative one right behind a word: "four years of work, which cost 14"."""
        home = told.tokens[at].clause
        if clause != home + 1 or told.clauses.openers[clause] not in self.relatives:
            return False
        behind = [token for token in told.tokens[at + 1 :] if token.clause == home]
        said = [token for token in behind if token.content]
        if behind and behind[0].folded in self.of_words and len(said) == 1:
            return said[0] is behind[-1]  # "The price of the ticket, which rises": which of both is not told.
        return not said

    def is_in_aside(self, aligned: Aligned, at: int, place: int) -> bool:
        """Whether a word stands in a relative clause of which the claim takes nothing, and another does not."""
        told, clause = aligned.told, aligned.told.tokens[at].clause
        inside = [told.tokens[one] for one in places_in(told.tokens, clause)]
        opening = [token.folded for token in inside[:2]]  # "У якому": a preposition.
        relative = not self.relatives.isdisjoint(opening)
        relative = relative and any(token.content and is_plain(token) for token in inside)  # "Dem 26. Dezember".
        return relative and clause != told.tokens[place].clause and clause not in aligned.used

    def is_participle(self, token: Token) -> bool:
        """Whether a word that says something ends as participles do, in a language where they have endings."""
        endings = self.words.participles
        return bool(endings) and token.content and not token.entities and token.text.lower().endswith(endings)

    def is_over(self, token: Token) -> bool:
        """Whether a word tells of what has been or is done to somebody."""
        return token.mood == "past" or token.folded in self.words.perfects or bool(token.signs & {PASSIVE, WAS})

    def is_restrictive(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause without a comma tells what was done to the known thing before it, or what that did.

        "Will not pay for the instruments that were ruined", "que la pluie a abîmés": not "told the council that ...".
        """
        at = len([token for token in clauses.tokens if token.clause < clause])
        if not self._is_known_thing(clauses.tokens, at - 1):
            return False
        inside = [token for token in clauses.tokens if token.clause == clause]
        signs = frozenset[str]().union(*[token.signs for token in clauses.tokens if token.clause == clause - 1])
        if signs & SPEECH or [sign for sign in signs - _AHEAD if sign.startswith(GOVERNS)]:
            return False
        over = any(map(self.is_over, (*inside[1:2], *inside[-2:])))  # Its verb stands first or last.
        return over and not any(map(governs, inside))

    def _is_known_thing(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a plain noun with a definite article, which no clause may fill: not "the report"."""
        noun = tokens[at]
        if not noun.content or noun.signs or noun.mood in FINITE or noun.value is not None or noun.dated:
            return False
        if not noun.before or noun.stem in self.words.referring:
            return False
        described = at > 0 and tokens[at - 1].before in self.definite - {""}
        return described or noun.before in self.definite

    def told_before(self, token: Token, aligned: Aligned) -> bool:
        """Whether sentences before this one tell of a thing of that name."""
        return any(number < aligned.told.number for number in self._story.holding(token.stem))

    @staticmethod
    def is_compared(tokens: Sequence[Token], at: int) -> bool:
        """Whether a share stands before what it is compared by, as a measure of a deed: "40 % more than planned"."""
        behind = tokens[at + 1 : at + 1 + _COMPARED_WORDS]
        return tokens[at].share is not None and any(token.signs & _COMPARED for token in behind)

    def told_lately(self, token: Token, aligned: Aligned) -> bool:
        """Whether one of the two sentences before this one tells of a thing of that name, or the title or the first."""
        title, number = self._story.title, aligned.told.number
        if title is not None and not token.keys.isdisjoint(title.places):
            return True
        told = (one for key in token.keys for one in self._story.holding(key))
        return any(not one or 0 < number - one <= _LATELY for one in told)

    def has_time_for(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a deed is an infinitive of what somebody is given a time to do: "has a week to appeal"."""
        deed, words = tokens[at], self.words
        marked = deed.before in words.infinitive_marks or deed.before in words.clause_infinitives
        marked = marked or (bool(self.marked_infinitives) and deed.plain.startswith(self.marked_infinitives))
        tied = deed.before in words.ties and deed.text.lower().endswith(words.infinitives or "\0")
        noun = deed.value is not None or (self.nouns and deed.text[0].isupper())  # "Zu zwei Jahren", "zu Haft".
        if noun or not (marked or tied):
            return False
        return any(self._has_time(tokens, place, at) for place in range(max(0, at - _TIME_WORDS), at))

    def _has_time(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a verb of having stands at a place and a time is the first that is said behind it."""
        if tokens[at].folded not in self.words.having or tokens[at].clause < tokens[end].clause - 1:
            return False
        for token in tokens[at + 1 : end]:
            if token.dated or token.folded in self.words.durations:
                return True
            if token.content and token.value is None:
                return False
        return False

    def denials(self, aligned: Aligned, signs: set[str]) -> list[Token]:
        """A sentence's words with such signs, but for what denies no more than an adjective that the claim lacks."""
        found = [token for token in aligned.told.tokens if token.signs & signs]
        return [token for token in found if not self._denies_next(aligned, token)]

    def _denies_next(self, aligned: Aligned, denial: Token) -> bool:
        """Whether a word denies an adjective behind its noun alone, which a claim leaves out: "visite non urgenti"."""
        tokens, endings = aligned.told.tokens, self.words.several_endings
        at = tokens.index(denial) if self.postposed and endings else 0
        if not 0 < at < len(tokens) - 1 or at + 1 in aligned.matched:
            return False
        noun, adjective = tokens[at - 1], tokens[at + 1]
        beside = noun.clause == adjective.clause and noun.content and adjective.content and is_plain(adjective)
        return beside and noun.folded.endswith(endings) and adjective.folded.endswith(endings)

    def is_opposed(self, tokens: Sequence[Token]) -> bool:
        """Whether words tell that somebody opposes, rejects or denies a thing."""
        words = self.words
        found = [
            token
            for token in tokens
            if token.folded in words.against
            or token.stem in words.opposing
            or token.stem.rpartition("-")[2] in words.against  # "Voted-against"
            or token.signs & UNDONE
        ]
        return bool(found)

    def is_held(self, tokens: Sequence[Token], verb: Token, views: set[str]) -> bool:
        """Whether a verb says that somebody holds what follows, and does not doubt or oppose it unlike `tokens`."""
        held = verb.folded in self.words.speaking or bool(verb.signs & views)
        return held and (verb.stem not in self.words.opposing or self.is_opposed(tokens))

    def tie_before(self, tokens: Sequence[Token], at: int) -> str:
        """The preposition before a word, an article between them or none; "" where none stands there."""
        return self._story.tie_before(tokens, at)

    def is_tied(self, tokens: Sequence[Token], at: int, *, objects: bool = True) -> bool:
        """Whether a preposition stands before a word, an article or so between them.

        `objects` is whether one that marks whom something is done to counts.
        """
        ties, clause = self.words.ties if objects else self._tying, tokens[at].clause
        for other in tokens[max(0, at - _TIE_WORDS) : at]:
            # "A empresa": a word that opens its clause and is written like a preposition is an article.
            may_tie = self.nouns or other.before or other.folded not in self._articles
            if may_tie and other.clause == clause and other.folded in ties:
                return True
        return False
