"""Whom a noun at a cue means: who is called by it, or by another noun for the same, or is alone told of."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from bot.domain.language.languages import Language, without
from bot.domain.names.names import Entity
from bot.domain.speech.rows.ages import unaged
from bot.domain.speech.rows.people_words import (
    called_alike,
    calls_either,
    heads,
    holders,
    is_actor_word,
    is_begun,
    is_definite,
    is_kind,
    is_led,
    is_told,
    is_trade,
    lowered,
    may_be_of,
    may_be_person,
    may_call,
    outside_marks,
    same_office,
    same_rank,
    tells_any,
)
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import PERSON
from config.limits import HEADING_CHARACTERS

_NEAR, _PAIR, _STEM, _BACK, _NOUN_REACH = 3, 2, 5, 60, 24  # Of tokens, letters, mentions and characters.
_OPENING = ("«„“", "„»")  # In German "“" closes.
_ENDED = re.compile(rf"[{POINTS}][»”\"]?\s")
_CALLED = re.compile(r", ([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"\w+")


class Called:
    """One text and its names, asked for who bears a noun."""

    def __init__(self, text: str, names: Named, language: Language) -> None:
        self._text = text
        self._names = names
        self._language = language

    # Complexity: each kind of noun is looked up in its own way.
    def bearer(self, token: Token) -> int | None:
        """The last entity before a place whose role holds a noun, else whom one for the same office calls alone."""
        if self._language.nouns_capitalised:
            found = self._of_same_office(token)
            return found if found is not None and self.named_before(token) == {found} else None
        owners = (n for n, one in enumerate(self._names.entities) for role in one.roles if role.start == token.start)
        own = next(owners, None)
        words = self._told_words(token)
        whole = called_alike(self._whole(token), self._language.code)  # "il presidente della Regione"
        if own is not None or (len(words) > _NEAR and not whole):
            return own  # "proposto da Anna Riva, | sindaca di Valle"
        if not is_actor_word(token.word, self._language):
            apposed = self._apposed(token)
            apposed = self.of_nation(token) if apposed is None else apposed
            return self._of_same_office(token) if apposed is None else apposed
        tail = self._behind_noun(token)
        found = self._of_noun(token, tail) if len(words) <= _NEAR else None
        ends = words[-1].endswith(token.word) or bool(whole or tail)
        return self._of_same_office(token) if found is None and ends else found

    def _told_words(self, token: Token) -> list[str]:
        """The words of a description but for an age, or for where somebody is from, who is so called by no office."""
        words = unaged(self._text[token.start : token.end].split())
        led = words[-_PAIR] if len(words) > _PAIR else ""
        placed = words[-1][0].isupper() and (led in self._language.of_words or led in self._language.prepositions)
        if placed and token.word not in self._language.offices:
            words = words[:-_PAIR]  # "o corredor | de Amarante"
        return [word.lower() for word in words]

    def _whole(self, token: Token) -> str:
        """A description without its article, as `same_offices` has it: "omul-de-afaceri"."""
        words = self._text[token.start : token.end].lower().split()
        return "-".join(words[words[0] in self._language.determiners :])

    def _apposed(self, token: Token) -> int | None:
        """The one person right behind whose name a comma puts a noun that no list knows: "Elsa Pinto, floricultora"."""
        apposed = re.compile(rf", {re.escape(token.word)}(?!\w)")
        last = bisect_left(self._names.starts, token.start)
        owners = {
            self._names.owners[at] for at in range(last) if apposed.match(self._text, self._names.ends[at], token.start)
        }
        return owners.pop() if len(owners) == 1 else None

    def of_nation(self, token: Token) -> int | None:
        """The one person right before whose name the word of a nation stands: "la italiana Chiara Bonetti"."""
        if not self._language.tells_nation(token.word):
            return None
        led = re.compile(rf"(?<!\w){re.escape(token.word)} $", re.IGNORECASE)
        last = bisect_left(self._names.starts, token.start)
        owners = {
            self._names.owners[at]
            for at in range(max(0, last - _BACK), last)
            if led.search(self._text, max(0, self._names.starts[at] - _NOUN_REACH), self._names.starts[at])
        }
        return owners.pop() if len(owners) == 1 else None

    def _repeated(self, token: Token) -> int | None:
        """The one person whose role has all the words of a description without an article: "fosta directoare"."""
        words = self._text[token.start : token.end].lower().split()
        if token.determined or not 1 < len(words) <= _NEAR:  # "a Democratic strategist" may be another.
            return None
        said = re.compile(rf"(?<!\w){re.escape(' '.join(words))}(?!\w)")
        owners = {
            owner
            for owner, entity in enumerate(self._names.entities)
            if any(said.search(role) for role in self._roles_before(owner, token.start)) and entity.kind is PERSON
        }
        return owners.pop() if len(owners) == 1 else None

    def _of_noun(self, token: Token, tail: list[str]) -> int | None:
        noun = re.compile(
            rf"(?<!\w){re.escape(self._stem(token.word))}"
            + ("" if self._language.postposed else rf"{self._article}(?!\w)")
        )
        at, gender, rival = bisect_left(self._names.starts, token.start), self.gender(token), False
        paragraph = self._text.rfind("\n\n", 0, token.start)
        for back in range(at - 1, max(-1, at - _BACK), -1):
            owner = self._names.owners[back]
            other = gender == "f" and self._names.entities[owner].gender == "m"  # "delegato", "la delegata"
            for role in () if other else self._roles_before(owner, token.start):
                alike = same_rank(self._text[token.start : token.end], role, self._language)
                if alike and heads(noun, role, self._language) and self._is_of(role, tail):
                    return None if rival and self._names.starts[back] < paragraph else owner
            rival = rival or (self._names.starts[back] > paragraph and self._may_be_called(owner, token))
        return None

    def _may_be_called(self, owner: int, token: Token) -> bool:
        """Whether somebody may be meant too by a noun: any by "the researcher", no other's spokesman by "the mayor"."""
        person = self._names.entities[owner]
        other = bool(person.roles) and token.word in self._language.offices
        return self._fits(person, self.gender(token)) and not other

    @property
    def _article(self) -> str:
        """A pattern for the article at the end of a noun, where a language has one there."""
        ways = "|".join(sorted(self._language.definite_endings))
        return f"(?:{ways})?" if ways else ""

    def _stem(self, word: str) -> str:
        if self._language.definite_endings and is_definite(word, self._language):
            return without(word, self._language.definite_endings)
        return word[: max(_STEM, len(word) - 2)] if self._language.postposed else word

    def _roles_before(self, owner: int, place: int) -> Iterator[str]:
        roles = self._names.entities[owner].roles
        return (self._text[role.start : role.end].lower() for role in roles if role.start < place)

    def _offices_before(self, owner: int, place: int) -> Iterator[str]:
        """The roles with the word before them, which may be an adjective that tells the office: "Міський | голова"."""
        for role in self._names.entities[owner].roles:
            before = self._text[max(0, role.start - _NOUN_REACH) : role.start].rstrip(" ")
            ahead = before.replace("\n", " ").rpartition(" ")[2]
            if role.start < place:
                yield f"{ahead} {self._text[role.start : role.end]}".lower()

    def _behind_noun(self, token: Token) -> list[str]:
        """The words of which a description's noun is, in cases: "мера" of "заступник мера"."""
        cased = self._language.postposed and self._language.case_endings and not self._language.definite
        words = _WORD.findall(self._text[token.start : token.end].lower())
        return words[words.index(token.word) + 1 :] if cased and token.word in words else []

    def _is_of(self, role: str, tail: list[str]) -> bool:
        """Whether a role may be of what a description is: no other deputy is "заступник мера"."""
        return all(self._stem(word) in role for word in tail)

    def _of_same_office(self, token: Token) -> int | None:
        """The only person whom a noun for the same office calls before this place."""
        ahead = self._text[max(0, token.start - _NOUN_REACH) : token.end].lower().split()[-_PAIR:]
        end = self._end_of(token)
        behind = _WORD.match(self._text[end + 1 : end + 1 + _NOUN_REACH].lower())
        ways = [self._whole(token), "-".join(ahead), f"{token.word}-{behind.group()}" if behind else "", token.word]
        found = (same_office(way, self._language.code) for way in ways)  # "la | prima cittadina", "глава | региона"
        nouns = next((one for one in found if one is not None), None)
        if nouns is None:
            return None
        at, gender = bisect_left(self._names.starts, token.start), self.gender(token)
        called = [
            owner
            for owner in {self._names.owners[back] for back in range(max(0, at - _BACK), at)}
            if any(self._is_headed(nouns, role, token) for role in self._offices_before(owner, token.start))
            and may_be_of(self._names.entities[owner], gender, self._roles_before(owner, token.start), self._language)
        ]
        return called[0] if len(called) == 1 and not self._is_passed(called[0], token) else None

    def _is_headed(self, nouns: re.Pattern[str], role: str, token: Token) -> bool:
        """Whether a role is one of these nouns, and of what a description is of: "голова клубу", "керівник клубу"."""
        whole = nouns.search(role) if heads(nouns, role, self._language) else None
        return whole is not None and (" " in whole.group() or self._is_of(role, self._behind_noun(token)))

    def _is_passed(self, owner: int, token: Token) -> bool:
        """Whether a noun that is no office rather means somebody just told of, whom the text calls by none."""
        here = set() if token.word in self._language.offices else self.named_before(token)
        return bool(here) and owner not in here and not self.without_role(token).isdisjoint(here)

    def _end_of(self, token: Token) -> int:
        """Where the noun of a description ends."""
        at = lowered(self._text).find(token.word, token.start, token.end)
        return at + len(token.word) if at >= 0 else token.end

    def _fits(self, entity: Entity, gender: str) -> bool:
        return entity.kind is PERSON and (not gender or entity.gender in {"", gender})

    def told_alone(self, token: Token) -> int | None:
        """The only person told of whom a noun may mean that points back, and that the text first has here.

        "Odile Brun ouvre la porte. « … », dit cette veuve": alone in the paragraph, or in all before without a role.
        Who holds an office may be somebody else whom nobody names, unless the paragraph tells of one who leads.
        """
        gender = self.gender(token)
        calling = is_kind(token.word, self._language)  # Nobody is "the biologist" by an office alone.
        held = bool(holders(token.word, self._language.code))
        if self._language.nouns_capitalised and not calling and not held:
            return None
        if not (token.definite and (gender or calling or held or self._is_plain_trade(token))):
            return self._repeated(token)
        others = self.is_told_before(token) or self.is_somebodys(token) or self.is_relation(token)
        others = others or self.is_defined(token)
        return None if others else self._told_beside(token, gender, calling=calling)

    def is_defined(self, token: Token) -> bool:
        """Whether a clause right behind a noun tells which one is meant: "l'hydrologue | qui l'a rédigé"."""
        behind = _WORD.match(self._text, token.end + 1) if self._text.startswith(" ", token.end) else None
        cased = self._language.case_endings and not self._language.definite
        led = self._language.place_prepositions if cased else frozenset()  # "пенсіонерка | на зупинці"
        return behind is not None and behind.group() in led | self._language.relatives | self._language.people_relatives

    def _told_beside(self, token: Token, gender: str, *, calling: bool) -> int | None:
        """The only person of a noun's gender in its paragraph, or else in all before it."""
        here = self.named_before(token)
        people = self._of_gender(here or (set() if calling or not gender else self._told_of(token)), gender)
        entity = next(iter(people)) if len(people) == 1 else self._doer(token, people, gender)
        return entity if entity is not None and self._may_mean(token, entity, gender, here=bool(here)) else None

    def _doer(self, token: Token, people: set[int], gender: str) -> int | None:
        """Who alone of some people did what a noun tells: "Ann beat Bo. “...,” said the winner"; else another."""
        verbs, entities = holders(token.word, self._language.code), self._names.entities
        people = people or self._told_of(token) if verbs else set()
        ends = [(one, name.end) for one in people for name in entities[one].mentions[:_NEAR]]
        did = {
            one for one, at in ends if not verbs.isdisjoint(self._text[at : at + _NOUN_REACH].lower().split()[:_NEAR])
        }
        return did.pop() if len(did) == 1 else self._elsewhere(token, gender)

    def _elsewhere(self, token: Token, gender: str) -> int | None:
        """Who alone the sentence before is about, else the only one of a trade's gender: "die Biologin"."""
        last = self._last_subject(token)
        if last is not None or not gender or not self._is_trade(token.word):
            return last
        people = self._of_gender(self.people_between(0, token.start), gender)
        return people.pop() if len(people) == 1 else None

    def _is_trade(self, noun: str) -> bool:
        """Whether a noun is for a trade, and for no office that several nouns call: "o autarca"."""
        language = self._language
        return is_kind(noun, language) or (is_trade(noun, language) and not called_alike(noun, language.code))

    def _is_plain_trade(self, token: Token) -> bool:
        """Whether a noun for a trade without a gender of its own may point back: "l'attaccante"."""
        return self._language.postposed and is_trade(token.word, self._language)

    def _told_of(self, token: Token) -> set[int]:
        """All the people before a noun, nobody where neither a list nor its ending tells of a person."""
        known = is_actor_word(token.word, self._language) or may_call(token.word, self._language)
        return self.people_between(0, token.start) if known else set()

    def without_role(self, token: Token) -> set[int]:
        """The people before a noun whom it may mean by its gender and whom the text calls by none."""
        people = self._of_gender(self.people_between(0, token.start), self.gender(token))
        named = (one for one in people if self._names.entities[one].kind is PERSON)
        return {one for one in named if not self._names.entities[one].roles}

    def _of_gender(self, people: set[int], gender: str) -> set[int]:
        """Those of some people whom a noun that tells this gender may mean; all for none."""
        return {one for one in people if not gender or self._names.entities[one].gender in {"", gender}}

    def is_told_before(self, token: Token) -> bool:
        """Whether the text has a description's noun before this place; a headline calls who is then named by one."""
        headline = self._text.find("\n\n", 0, HEADING_CHARACTERS)
        begin = max(0, headline) if self._text[headline - 1 : headline] not in POINTS else 0
        return is_told(self._text, token.word, begin, token.start)

    def is_somebodys(self, token: Token) -> bool:
        """Whether a description tells whose somebody is: "la mujer de Luis Mora", "la femme du boulanger"."""
        end = self._end_of(token)
        if end == token.end:
            return False
        at = bisect_left(self._names.starts, end)
        named = at < len(self._names.starts) and self._names.starts[at] < token.end
        person = named and self._names.entities[self._names.owners[at]].kind is PERSON
        return person or any(map(self._language.is_role, _WORD.findall(self._text[end : token.end].lower())))

    def _last_subject(self, token: Token) -> int | None:
        """The only person of the sentence before a quotation, whose name opens it; of one who holds no office.

        Where names have no cases, the name stands anywhere behind no preposition: "Con lei c'è Ada Neri. «...»".
        """
        paragraph = self._text.rfind("\n", 0, token.start) + 1
        opening = _OPENING[self._language.nouns_capitalised]
        quote = max(self._text.rfind(mark, paragraph, token.start) for mark in opening)
        ends = [paragraph, *(end.end() for end in _ENDED.finditer(self._text, paragraph, max(paragraph, quote)))]
        alone = len(ends) > 1 and ends[-1] == quote and not self.is_office(token)
        people, language = self.people_between(ends[-2], quote) if alone else set(), self._language
        if len(people) != 1:
            return None
        name = self._names.starts[bisect_left(self._names.starts, ends[-2])]
        free = language.postposed and not language.case_endings and not is_led(self._text, name, language)
        titled = self._names.roles.get(ends[-2], -1) == name - 1  # "Директор школы | Ада Лис"
        return people.pop() if free or titled or is_begun(self._text[ends[-2] : name], language) else None

    def _may_mean(self, token: Token, entity: int, gender: str, *, here: bool) -> bool:
        """Whether a noun may mean the only person told of, `here` in its own paragraph or elsewhere."""
        only = self._names.entities[entity]
        told = self._language.postposed and self.is_of_some(token)
        if self.is_office(token) and not (told or self.holds(entity, token) or (here and self._is_kind(entity, token))):
            return False
        if here and not only.gender and self._is_called_behind(only, gender):
            return True
        free = here or not only.roles or self._is_trade(token.word)
        return only.kind is PERSON and gender in {"", only.gender} and free

    def _is_kind(self, entity: int, token: Token) -> bool:
        """Whether somebody is called by what an office's holder is the kind of: "omul de afaceri" of "patronul"."""
        kinds = ("-".join(role.split()) for role in self._roles_before(entity, token.start))
        return any(token.word in called_alike(kind, self._language.code) for kind in kinds)

    def may_mean_met(self, token: Token, entity: int) -> bool:
        """Whether a noun for a trade, and for nobody's relative, may mean the only person met, by its gender."""
        fits = self._is_trade(token.word) and self._fits(self._names.entities[entity], self.gender(token))
        return fits and not (self.is_somebodys(token) or self.is_relation(token) or self.is_defined(token))

    def is_relation(self, token: Token) -> bool:
        """Whether a noun tells what somebody is to another, who is the one told of: "la vicina"; not of how many."""
        return token.word in self._language.relations and not self.is_of_some(token)

    def is_of_some(self, token: Token) -> bool:
        """Whether a number tells of how many somebody is the parent, who is told of by that: "a mãe de dois filhos"."""
        behind = _WORD_OR_NUMBER.findall(self._text[(end := self._end_of(token)) : end + _NOUN_REACH].lower())
        number = next((word for word in behind if word not in self._language.of_words), "")
        joined = self._language.postposed or (number in self._language.partitives and number not in behind[:1])
        return number.isdigit() or (joined and number in self._language.not_names)

    def gender(self, token: Token) -> str:
        """What a noun, its article or the verb before it tells of whom it means: "m", "f", "" for nothing."""
        told = self._language.gender_of_role(token.word) or self._language.articles.get(token.opening, "")
        if told or not self._language.verb_genders:
            return told
        before = _WORD.findall(self._text[max(0, token.start - _NOUN_REACH) : token.start].lower())[-1:]
        behind = _WORD.findall(self._text[token.end : token.end + _NOUN_REACH].lower())[:1]
        endings = sorted(self._language.verb_genders, key=len, reverse=True)
        ending = next((one for verb in before + behind for one in endings if verb.endswith(one)), "")
        # Men alone are told of in the present so, but for trades.
        bare = not (token.word.endswith(self._language.case_endings) or calls_either(token.word, self._language.code))
        return self._language.verb_genders.get(ending, "") or ("m" if bare else "")

    def is_office(self, token: Token) -> bool:
        """Whether a noun calls somebody by an office, which may be another's of whom nobody tells."""
        told = not self._language.nouns_capitalised and bool(self._language.gender_of_role(token.word))
        office = token.word in self._language.offices and token.opening not in self._language.indefinite
        return office or (not told and bool(holders(token.word, self._language.code)))

    def holds(self, entity: int, token: Token) -> bool:
        """Whether the paragraph that names a person first or last tells that somebody leads or defends."""
        places = [one.start for one in self._names.entities[entity].mentions if one.start < token.start]
        verbs = holders(token.word, self._language.code) or self._language.holding
        return any(tells_any(self._text, place, token.start, verbs) for place in {*places[:1], *places[-1:]})

    def _is_called_behind(self, entity: Entity, gender: str) -> bool:
        """Whether a noun for a person of this gender stands right behind a name: "Tainá Lopes, bióloga da casa"."""
        nouns = (_CALLED.match(self._text, mention.end) for mention in entity.mentions)
        return any(noun is not None and self._language.gender_of_role(noun.group(1)) == gender for noun in nouns)

    def named_before(self, token: Token) -> set[int]:
        """Who is named in the paragraph before a token, outside quotations, in which nobody is who speaks them."""
        places = outside_marks(self._text, self._text.rfind("\n\n", 0, token.start) + 1, token.start)
        return {one for start, end in places for one in self.people_between(start, end)}

    def people_between(self, start: int, end: int) -> set[int]:
        """Who is named between two places and may be a person: any name of several words that is no other's."""
        names = self._names
        places = range(bisect_left(names.starts, start), bisect_left(names.starts, end))
        told = ((at, names.owners[at], names.entities[names.owners[at]]) for at in places)
        return {
            owner
            for at, owner, one in told
            if may_be_person(self._text, one, (names.starts[at], names.ends[at]), self._language)
        }
