"""What a sentence names that a word of a later one may stand for."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned, align, completes_infinitive
from bot.domain.claims.comparing.naming import behind_source
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, GOVERNS, NEUTRAL, NOT, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import SURE, Pointer

# How many other words stand between those that name a thing, how many before its noun, and among how many a sentence
# opens with who does it.
_APART, _BEFORE_NOUN, _OPENING = 1, 3, 6
# A noun and the verb that tells how somebody is, with what helps it: "nove | viaggiatori sono rimasti | feriti".
_STATE_WORDS = 3
# A noun, a preposition and an infinitive.
_PURPOSE_WORDS = 3

# Where the words that name a thing stand: the first and the last.
Thing = tuple[int, int]


class Things:
    """One article's sentences and the things that they name."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._agreement = agreement_of(story.reading.language.code)
        self._language = story.reading.language
        self._relatives = frozenset(map(folded, story.reading.language.relatives))
        self._adjectives = story.reading.language.adjective_endings or ("\0",)
        self._definite = frozenset(map(folded, story.reading.language.definite))
        self._articles = (self._definite | story.words.indefinite) - story.words.ties
        self._compounds = story.reading.language.nouns_capitalised
        # Where nouns have capitals, helping verbs are told by the language's own list: "hat den Bau verboten".
        own = frozenset(map(folded, story.reading.language.perfect)) if self._compounds else frozenset[str]()
        self._perfects = story.words.perfects | own

    def of(self, told: Told, wanted: Sequence[Token]) -> list[Thing]:
        """The things that a sentence names in some of the wanted words, people apart."""
        aligned = align(wanted, told, self._words, compounds=self._compounds)
        runs: list[list[int]] = []
        for place in sorted({place for place in aligned.places if place is not None}):
            if runs and self._are_together(told.tokens, runs[-1][-1], place):
                runs[-1].append(place)
            else:
                runs.append([place])
        found = [(self._start(told.tokens, run[0]), self._end(told.tokens, run[-1])) for run in runs]
        named = {place: token for token, place in aligned.pairs}
        things = [thing for thing in found if self._is_thing(told.tokens[thing[0] : thing[1] + 1])]
        nouns = [thing for thing in things if self._ends_in_noun(told.tokens[thing[1]], named.get(thing[1]))]
        return [one for one in nouns if not self._is_verb(told.tokens, one, named.get(one[1]))]

    def _is_verb(self, tokens: Sequence[Token], thing: Thing, wanted: Token | None) -> bool:
        """Whether what ends a thing is a verb, in a claim's word for it too: "The Harker family sold the mill"."""
        one = thing[0] == thing[1] or (wanted is not None and wanted.folded == tokens[thing[1]].folded)
        counted = thing[1] > 0 and tokens[thing[1] - 1].value is not None  # "Dois quadros a uma escola".
        return one and not counted and self._is_verb_before(tokens, thing[1])

    def _are_together(self, tokens: Sequence[Token], last: int, place: int) -> bool:
        between = tokens[last + 1 : place]
        if self._tells_state(tokens, last, place):
            return True
        if self._is_verb_before(tokens, last):
            return False
        verb = any(token.mood in SURE or self._ties_apart(token) or self._helps(token) for token in between)
        return tokens[last].clause == tokens[place].clause and sum(t.content for t in between) <= _APART and not verb

    def _is_verb_before(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a verb: right before an article, "signed the law", or behind a helping one, "a închis"."""
        if not self._compounds and self._is_done_to(tokens[at]):
            return True
        if self._compounds or at + 1 == len(tokens) or tokens[at + 1].folded not in self._articles:
            return False
        bare = tokens[at].before not in self._articles and not tokens[at].entities
        dated = any(token.dated for token in tokens[at + 2 : at + 3])  # "La ley el viernes".
        return bare and not dated and tokens[at].clause == tokens[at + 1].clause

    def _is_done_to(self, token: Token) -> bool:
        helped = token.before in self._words.perfects and token.before not in self._articles
        return helped and token.text.lower().endswith(self._words.participles or "\0")

    def _tells_state(self, tokens: Sequence[Token], first: int, state: int) -> bool:
        """Whether a participle tells how those are whom a sentence opens with: "nove passanti sono rimasti feriti"."""
        between = tokens[first + 1 : state]
        if not 0 < len(between) <= _STATE_WORDS or tokens[state].clause or not tokens[state].content:
            return False
        if any(token.content and token.value is None for token in tokens[:first]):
            return False
        tied = any(token.folded in self._words.ties or token.value is not None for token in between)
        return not tied and tokens[state].text.lower().endswith(self._words.participles or "\0")

    def _helps(self, token: Token) -> bool:
        """Whether a word helps or governs a verb, and so parts who does it from what it is done to: "will lose"."""
        return token.folded in self._perfects or any(sign.startswith(GOVERNS) for sign in token.signs)

    def _ties_apart(self, token: Token) -> bool:
        """Whether a preposition parts two things, and does not tell of what the first is: "the men by a camera"."""
        word = token.folded
        return word in self._words.ties and word not in self._story.of_words and word not in self._story.leading

    def _is_thing(self, named: Sequence[Token]) -> bool:
        """Whether words name something and nobody, and do not deny it; whom a pronoun means is known already."""
        people = [at for at, token in enumerate(named) if any(map(self._story.is_person, token.entities))]
        if any(token.dated or NOT in token.signs for token in named) or (people and not self._owns(named, people[0])):
            return False
        if any(map(self._is_done, named)):
            return False
        return any(token.content and token.value is None for token in named)

    def _owns(self, named: Sequence[Token], at: int) -> bool:
        """Whether somebody stands behind a noun as whose it is: "la commedia di Ann Holm", "комедія Анни Гольм"."""
        ahead = [token for token in named[:at] if token.content and token.value is None and not token.entities]
        tied = at > 0 and named[at - 1].folded in self._story.of_words
        beside = self._words.free_order and at > 0 and named[at - 1] in ahead
        return bool(ahead) and (tied or beside)

    def _is_done(self, token: Token) -> bool:
        """Whether a word tells what somebody has done, and names no thing: "a condus", "закрили"."""
        verb = self._words.free_order and token.mood in SURE
        return token.content and (verb or token.before in self._words.perfects)

    def _ends_in_noun(self, token: Token, wanted: Token | None) -> bool:
        """Whether no word of speech stands last, nor a deed where nouns have capitals: "den Rat zu fragen"."""
        if not token.signs.isdisjoint({NEUTRAL, ANNOUNCED}):
            return False
        small = token.text[0].islower() and not token.entities
        return not self._compounds or not small or wanted is None or wanted.text[0].isupper()

    def _start(self, tokens: Sequence[Token], at: int) -> int:
        """Where the article or the number before a noun stands, or its first word."""
        for first in range(at, max(-1, at - 1 - _BEFORE_NOUN), -1):
            if tokens[first].clause != tokens[at].clause or (first < at and tokens[first].mood in SURE):
                break
            if first < at and not self._compounds and self._is_done_to(tokens[first]):
                break  # "A recunoscut icoanele": no article.
            if self._leads(tokens[first]):
                return first
            if tokens[first].folded in self._words.ties:
                break
        return at

    def _leads(self, token: Token) -> bool:
        return token.folded in self._story.leading or token.folded in self._agreement.nouns

    @staticmethod
    def _end(tokens: Sequence[Token], at: int) -> int:
        while at + 1 < len(tokens) and tokens[at + 1].entities & tokens[at].entities:
            at += 1
        return at

    def fit(self, pointer: Pointer, told: Told, other: Told, thing: Thing) -> bool:
        """Whether a word of a sentence may stand for a thing that another before it names."""
        opening = self.opening(other)
        first = opening is not None and thing[0] <= opening[1] and opening[0] <= thing[1]
        if pointer.at < 0:
            return other.number + 1 == told.number and (first or self._is_spoken_of(told, other, thing))
        if pointer.behind and any(token.value is not None for token in other.tokens[thing[0] : thing[1] + 1]):
            return False  # "Ne ha offerti 60": of such things, another number.
        if not self._is_free(pointer, other, thing) or self._is_nearer(pointer, told, other):
            return False
        if not first and self._means_somebody(pointer, told, other, thing):
            return False
        return first or not pointer.subject or not self._has_rival(pointer, other, thing)

    def _is_spoken_of(self, told: Told, other: Told, thing: Thing) -> bool:
        """Whether a quotation may go on with what its speaker did something to: "X found it. “Was hidden”"."""
        speaker = told.quoted[0] if told.quoted else None
        if speaker is None or speaker not in other.named:
            return False
        free = other.tokens[thing[0]].before not in self._words.ties - self._story.leading
        return free and thing[0] > min(other.named[speaker])

    def _means_somebody(self, pointer: Pointer, told: Told, other: Told, thing: Thing) -> bool:
        """Whether a word for one means a person rather than a thing; a clitic may mean what the sentence before names.

        "Anna Reed a écrit la lettre. Le conseil l'a publiée."
        """
        token = told.tokens[pointer.at]
        if self._agreement.is_several(pointer.form) or not any(map(self._story.is_surely_person, token.entities)):
            return False
        near = token.folded in self._words.clitics and other.number + 1 == told.number
        return not near or not self._is_no_person(other, thing)

    def _is_no_person(self, other: Told, thing: Thing) -> bool:
        """Whether none of the words that name a thing is one for what only people are."""
        inside = other.tokens[thing[0] : thing[1] + 1]
        return not any(one.stem in self._words.humans or self._language.is_role(one.text.lower()) for one in inside)

    def _has_rival(self, pointer: Pointer, other: Told, thing: Thing) -> bool:
        """Whether a word that tells who does it may rather stand for what another sentence opens with."""
        clause, opening = other.tokens[thing[0]].clause, self.opening(other)
        if clause and other.clauses.openers[clause] in self._relatives:
            return True  # A thing is named in a clause that only tells more.
        return (
            opening is not None and self.agrees(pointer.form, other, opening) and self._is_one(pointer, other, opening)
        )

    def _is_one(self, pointer: Pointer, other: Told, opening: Thing) -> bool:
        """Whether a word may stand for what is named, as far as that is a person: "sie" for no man."""
        named = frozenset[int]().union(*(one.entities for one in other.tokens[opening[0] : opening[1] + 1]))
        genders = {self._story.reading.entities[one].gender for one in named if self._story.is_surely_person(one)}
        letters = frozenset(self._agreement.pronouns.get(pointer.form, ""))
        return len(genders) != 1 or not letters <= frozenset("fnMFp") or not genders <= {"m"}

    def _is_free(self, pointer: Pointer, other: Told, thing: Thing) -> bool:
        """Whether a word agrees with a thing that is no part of what another such is for."""
        if self._agreement.is_for_somebody(pointer.form) and self._names_body(other, thing):
            return False
        return self.agrees(pointer.form, other, thing) and not self._is_inside_another(pointer, other, thing)

    def _names_body(self, other: Told, thing: Thing) -> bool:
        """Whether words name a body: "the council"."""
        return bool([1 for one in other.tokens[thing[0] : thing[1] + 1] if one.stem in self._words.bodies])

    def _is_inside_another(self, pointer: Pointer, other: Told, thing: Thing) -> bool:
        """Whether a thing completes an infinitive that says what another is for: "a motion to put off the rise"."""
        tokens, noun = other.tokens, thing[0] - _PURPOSE_WORDS
        if noun < 1 or not completes_infinitive(other, thing[0], self._words, self._story.leading):
            return False
        tied = tokens[noun + 1].folded in self._words.ties and self._leads(tokens[noun - 1])
        return tied and _is_named(tokens[noun]) and self.agrees(pointer.form, other, (noun - 1, noun))

    def _is_nearer(self, pointer: Pointer, told: Told, other: Told) -> bool:
        """Whether a word may stand for what the sentence between the two tells of."""
        if other.number + 1 == told.number:
            return False
        nearer = self._story.sentences[told.number - 1]
        opening = self.opening(nearer)
        if self._story.points_at_nearest(told.tokens[pointer.at]):
            return True
        if opening is None or self._opens_with_deed(nearer.tokens[opening[1]]):
            return False
        ahead = nearer.tokens[: opening[0]]
        pronoun = next((one for one in ahead if one.folded in self._agreement.pronouns), None)
        deed = nearer.tokens[opening[1]]
        if pronoun is not None and (deed.mood in SURE or deed.before in self._words.perfects):  # "They arrested him."
            return self._agreement.may_be_one(pointer.form, pronoun.folded)
        return self.agrees(pointer.form, nearer, opening)

    def _opens_with_deed(self, token: Token) -> bool:
        """Whether the first word of a sentence that says something is its verb, of which the subject is left out."""
        return self._words.omits_subjects and (token.mood in SURE or token.before in self._words.perfects)

    def has_nearer(self, pointer: Pointer, aligned: Aligned) -> bool:
        """Whether a word of a later clause may stand for the noun that opens its sentence, which a claim passes over.

        "The man is free, the licence was taken from him."
        """
        if pointer.form in self._agreement.latter and self._names_somebody(aligned.told.number - 1):
            return True  # Who is named last: "Diese sprach mit ...".
        tokens = aligned.told.tokens
        clause = tokens[pointer.at].clause if pointer.at >= 0 else 0
        if not clause or not pointer.at or not self._leads(tokens[0]) or tokens[1].clause or tokens[1].entities:
            return False
        return all(used >= clause for used in aligned.used) and self.agrees(pointer.form, aligned.told, (0, 1))

    def _names_somebody(self, number: int) -> bool:
        return number >= 0 and any(map(self._story.is_surely_person, self._story.sentences[number].named))

    def agrees(self, form: str, other: Told, thing: Thing) -> bool:
        """Whether a word that agrees by a form may stand for a thing."""
        start, end = thing
        tokens = other.tokens
        inside = [token for token in tokens[start : end + 1] if token.content] or [tokens[end]]
        noun = inside[-1 if self._agreement.heads_last else 0]
        article = tokens[start].folded if self._leads(tokens[start]) else tokens[start].before
        if [1 for token in tokens[start : end + 1] if token.value not in {None, 1.0}]:
            return self._agreement.may_be_several(form)
        known = article if article in self._agreement.nouns else ""
        return self._agreement.agree(form, noun, known, opens=not start)

    def _noun(self, tokens: Sequence[Token], last: int) -> int:
        """Where a noun ends that a word names or describes: in its name, or behind its adjective."""
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        if behind is not None and _names(tokens[last], behind):
            return self._end(tokens, last + 1)
        return last + (behind is not None and self._describes(tokens[last], behind))

    def _describes(self, token: Token, noun: Token) -> bool:
        """Whether a word is an adjective by its ending, and its noun stands right behind it: "зношене сито"."""
        beside = noun.before == token.folded and noun.clause == token.clause and noun.text[0].islower()
        return beside and _is_named(noun) and token.text.lower().endswith(self._adjectives)

    def opening(self, told: Told) -> Thing | None:
        """Who or what a sentence tells of: named first, and tied to nothing."""
        tokens = told.tokens
        sourced = behind_source(told, self._definite)
        if sourced is not None:
            return self._start(tokens, sourced), sourced
        verbs = SURE if self._words.free_order else frozenset[str]()  # "Причиною стало сито".
        at = next((at for at, one in enumerate(tokens[:_OPENING]) if _is_named(one) and one.mood not in verbs), None)
        if at is None:
            return None
        before = [other.folded for other in tokens[max(0, at - 2) : at] if other.clause == tokens[at].clause]
        if any(word in self._words.ties and word not in self._story.leading for word in before):
            return None
        last = self._noun(tokens, self._end(tokens, at))
        while self._agreement.heads_last and last + 1 < len(tokens) and tokens[last].owner:
            last += 1  # "The hauliers' association"
        return self._start(tokens, at), last


def _names(noun: Token, name: Token) -> bool:
    """Whether a name stands right behind the noun for its bearer: "Firma Velora"."""
    behind = not noun.entities and bool(name.entities) and name.before == noun.folded and name.clause == noun.clause
    return behind and name.text[0].isupper()


def _is_named(token: Token) -> bool:
    return token.content and not token.dated and token.value is None
