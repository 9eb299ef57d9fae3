"""Finds what an article calls a person away from the name: at a quotation, or in the sentence behind a teaser.

"Carla Ponti takes the ferry. “…”, says the teacher": teacher. "Brandner ist frei. Das Gericht hat den früheren Lehrer
freigesprochen": früheren Lehrer. Nobody else may be named between.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise, takewhile

from bot.domain.actors.beside.judged import judged, later
from bot.domain.actors.beside.spoken import begins_with_another, spoken_on
from bot.domain.actors.nouns import END, WORD, Nouns, plain
from bot.domain.actors.phrases import CLAUSE_END, Phrases
from bot.domain.actors.players import Player
from bot.domain.actors.signs import signs_of
from bot.domain.actors.spots import Spot
from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.speech.quotes import FoundQuote
from bot.domain.speech.rows.ages import calls_by_age, is_aged
from bot.domain.speech.rows.people_words import is_trade, may_call
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import ORGANISATION, PERSON, Kind
from config.limits import ROLE_CHARACTERS, ROLE_WORDS

_AGE = re.compile(r"(?:[^\W\d_]{1,5} ){0,2}\d{1,3}(?: [^\W\d_]{2,6}){0,2}")
_DASH = re.compile(r"\s[—–-]\s(?=[^\W\d_A-ZА-ЯЄІЇҐ])")
_MODIFIERS = _LEAST_DEED = 2
_LOOKS = 3  # Mentions beside which what is told of a person is looked for.
_LEAST_BODY = 3  # Words of "local seafarers' union".
_SHORTEST = 3
_CLITIC = 2  # The most letters of a pronoun that leans on its verb: "se sienta".
_BESIDE = _LED_BY = 2  # An article and a noun; the words of "led by".
_YEARS = re.compile(r"(?:, | \()(?:[^\W\d_]{1,6} ){0,2}(\d{1,3} ([^\W\d_]{2,6}))(?=[,.)])")
_ELIDED = frozenset("'’")
_GENITIVE = re.compile(r"(?: [^\W\d_A-ZА-ЯЄІЇҐ]+){1,2}(?=[.,;:]|\s[—–])")
_NAMING = 16  # Characters of the verb before a name that it tells.
_EXAMPLE_WORDS = 3  # A noun and "such as".


class Callings:
    """Tells callings in one article."""

    def __init__(self, text: str, language: Language, quotes: Sequence[FoundQuote], phrases: Phrases) -> None:
        self._text = text
        self._language = language
        self._signs = signs_of(language.code)
        self._quotes = quotes
        self._phrases = phrases
        self.nouns = Nouns(text, language)

    def role_of(self, player: Player) -> str:
        """What the text calls a person at a quotation or behind a teaser, a slice of it; "" where it does not."""
        if player.kind is not PERSON:
            return ""
        place = (self._text, self._language, self.nouns)
        told = self._dashed(player) or judged(*place, player) or self._quoted(player) or later(*place, player)
        told = told or self.nouns.teased(player) or self.nouns.opened(player) or self._told_before(player)
        return told or spoken_on(*place, self._quotes, player) or self._led(player)

    def _told_before(self, player: Player) -> str:
        """What the sentence before the name calls its bearer: "Her coach is a postman. | Ann Lee", "Er heißt | Ada"."""
        start = player.spots[0].start
        if self._text[start - 1 : start] == " " and self._text[start - 2] in POINTS:
            return self.nouns.introduced(player)
        told, before = self._signs.name_telling | self._signs.copulas, self._text[max(0, start - _NAMING) : start]
        return "" if told.isdisjoint(before.split()[-1:]) else self.nouns.named_so(player)

    def rather(self, role: str, player: Player) -> str:
        """The role, or what the text calls a person elsewhere where it tells no part in life: not "the old man"."""
        return (self.role_of(player) if role.lower() in self._signs.anyone else "") or role

    def trade(self, player: Player, clause: str) -> str:
        """The trade by which a quotation calls a person, where a clause tells what they did and no office of theirs.

        "Ada Lind, who began with a rash of her son's": geologist; "Ada Lind, who leads the institute": "". So does an
        office where "who" may tell of another: "la giunta guidata da Ada Neri, che chiede i danni".
        """
        called, language = self._quoted(player), self._language
        if not called and (told := self._announced(player)):
            return told
        offices = language.offices if language.drops_subjects else frozenset()
        trade = any(word in offices or is_trade(word, language) for word in called.lower().split(" ") if called)
        return called if trade and _offices(language.code).isdisjoint(clause.split(" ")) else ""

    def least(self, player: Player) -> str:
        """What is told of a person right beside the name, else the age; "" for others, and where nothing is told."""
        if player.kind is not PERSON:
            return ""
        told = self.beside(*player.spots[0][:2]) or self._announced(player) or self._quoted(player, aged=True)
        return told or self._age(player)

    def _announced(self, player: Player) -> str:
        """What the sentence before a quotation calls its speaker, whom nothing names before: "Her coach wept. “…”"."""
        spot = player.spots[0]
        begin = self._text.rfind("\n", 0, spot.start) + 1
        quote = next((one for one in self._quotes if one.start > begin), None)
        said = quote is not None and quote.end < spot.start and quote.entity in player.entities and " " in spot.form
        if quote is None or not said or quote.place is None or quote.place[0] != spot.start:
            return ""
        ends = [begin, *(end.end() for end in END.finditer(self._text, begin, quote.start))]
        if self._text.endswith(":", begin, quote.start - _BESIDE):
            ends.append(quote.start)  # "Il sindaco ha preso posizione: «...»"
        led = len(ends) > 1 and quote.start - ends[-1] <= _BESIDE  # A mark, with a space behind it.
        speaks = led and not begins_with_another(self._text, quote.start, self._language)
        return self.nouns.of_subject(ends[-2], ends[-1], player, speaks=speaks) if led else ""

    def is_trade(self, clause: str, start: int) -> bool:
        """Whether an adjective and a noun for a trade between commas tell what somebody is: "gelernter Schlosser"."""
        words = clause.split(" ")
        if len(words) != _BESIDE or not (words[0].islower() and words[1][:1].isupper()):
            return False
        ends = words[1].endswith(self._signs.calling_endings or ("\0",))
        adjective = words[0].endswith(self._language.modifier_endings or ("\0",))
        german, closed = self._language.nouns_capitalised, self._text.startswith(",", start + len(clause))
        return german and closed and ends and adjective and words[0] not in self._language.function_words

    def _led(self, player: Player) -> str:
        """The body that somebody is told to lead, less its article: "the | harbour union, | led by" Ann Lee."""
        for spot in player.spots[:_LOOKS] if self._signs.led else ():
            words = list(WORD.finditer(self._text, max(0, spot.start - 2 * ROLE_CHARACTERS), spot.start))
            led = "-".join(word.group().lower() for word in words[-_LED_BY:])
            if led not in self._signs.led or self._text[spot.start - 1] != " ":
                continue
            led_in = (
                word for word in reversed(words[:-_LED_BY]) if self.nouns.is_determiner(word) or self.nouns.is_led(word)
            )
            opening = next(led_in, None)
            if opening is None:
                continue
            begins = opening.end() - (len(plain(opening)) if self.nouns.is_led(opening) else 0)
            body = self._text[begins : words[-_LED_BY].start()].strip(" ,")
            whole = CLAUSE_END.search(body) is None and len(body) <= ROLE_CHARACTERS
            if whole and any(map(self._language.is_body, body.lower().split())):
                return body
        return ""

    def _age(self, player: Player) -> str:
        """The age beside a name, or by which the next sentence of its paragraph calls its bearer: "83-Jährige"."""
        for spot in player.spots[:_LOOKS]:
            years = _YEARS.match(self._text, spot.end)
            if years is not None and years.group(2).lower() in self._signs.years:
                return years.group(1)
        stop = END.search(self._text, player.spots[0].end)
        words = list(islice(WORD.finditer(self._text, stop.end()), _BESIDE + 1)) if stop else []
        if len(words) <= _BESIDE or "\n" in self._text[player.spots[0].end : words[1].end()]:
            return ""
        aged = self.nouns.is_definite(words[0]) and calls_by_age(words[1].group(), words[2].group(), self._language)
        return words[1].group() if aged else ""

    def _dashed(self, player: Player) -> str:
        """What a person is behind a dash that stands for "is": "Ян Лис — капитан команды"."""
        if not self._language.case_endings or self._language.definite:
            return ""
        for spot in player.spots[:_LOOKS]:
            dash = _DASH.match(self._text, spot.end)
            clause = self._phrases.clause(dash.end()) if dash else ""
            if any(map(self._language.is_role, clause.lower().split()[: _MODIFIERS + 1])):
                return self._phrases.cut(clause)
        return ""

    def inserted(self, player: Player) -> str:
        """What a person does or is, told behind an age or a relative clause: "Ann Lee, 29, | has been blind".

        In a court it is what a lawyer does: "Ann Lee, | defending, | said".
        """
        for spot in player.spots[:_LOOKS] if player.kind is PERSON else ():
            inserted = self._phrases.clause(spot.end + 2) if self._text.startswith(", ", spot.end) else ""
            first = inserted.split(" ", 1)[0].lower()
            past = spot.end + 2 + len(inserted)
            if inserted in self._signs.acting and self._text.startswith(",", past):
                return inserted
            aged = _AGE.fullmatch(inserted) is not None
            if not ((aged or first in self._signs.people_relatives) and spot.initial):
                continue
            home = self._phrases.clause(past + 2) if aged and self._text.startswith(", ", past) else ""
            if home.split(" ", 1)[0] in self._signs.belongs | self._signs.origins:
                past += 2 + len(home)  # "Ann Lee, 29, | of Mill Lane, | was charged"
            if not self._text.startswith(", ", past):
                continue
            if deed := self._told_of(self._phrases.clause(past + 2)):
                return deed
        return ""

    def relative(self, clause: str, kind: Kind) -> str:
        """What a relative clause tells; "who" tells of no body: "said Ann Lee of the Bog Trust, who took no part"."""
        if self._language.verb_second:
            return clause if _is_whole(clause) else ""
        who = clause.partition(" ")[0] in self._language.people_relatives
        if clause.partition(" ")[0] in self._signs.whose:
            return self._has(clause)
        return "" if who and kind is ORGANISATION else self.related(clause)

    def of_body(self, end: int, *, told: bool) -> str:
        """The body that somebody is told to be of right behind the name: "of the Harbour Board", "vom Ruderverein".

        In German, where "von" tells who does something too, a verb of speech stands behind it or, `told`, before it;
        so it does where English has "from".
        """
        language, signs = self._language, self._signs
        reach = self._text[end + 1 : end + 1 + ROLE_CHARACTERS] if self._text.startswith(" ", end) else ""
        of_words = () if language.nouns_capitalised else (signs.belongs, signs.contracted)
        come = language.agents if language.nouns_capitalised else signs.origins
        if not any(reach.partition(" ")[0] in listed for listed in (*of_words, come)):
            return ""
        clause = CLAUSE_END.split(reach)[0]
        words = clause.split(" ")
        first = 2 if language.determiners.intersection(words[1:2]) else 1
        count = first + self._body_words(words[first:])
        behind = words[count : count + 1]
        said = told or any(words[0] in listed for listed in of_words) or not language.verbs.isdisjoint(behind)
        broken = not behind and len(clause) == len(reach)
        return " ".join(words[:count]) if count > first and said and not broken else ""

    def _body_words(self, words: Sequence[str]) -> int:
        """How many words here name a body, what it is before them: "charity Joints Matter"; 0 where they name none.

        A noun for it may end them: "the seafarers' union".
        """
        called = not self._signs.called_bodies.isdisjoint(words[:1])
        joints = self._language.connectors - self._language.conjunctions
        name = list(takewhile(lambda word: _is_named(word) or word in joints, words[called:]))
        while name and name[-1].islower():
            name.pop()
        if not name and not called:
            plain_words = list(takewhile(lambda word: word not in self._language.function_words, words[:_LEAST_BODY]))
            return next((at + 1 for at, word in enumerate(plain_words) if self._language.is_body(word)), 0)
        body = called or any(self._language.is_body(word.lower()) for word in name)
        return called + len(name) if name and body else 0

    def past_noun(self, words: Sequence[re.Match[str]]) -> int:
        """Where a noun for a part in life ends before its relative clause: "the driver | who found it"; -1 for none."""
        for noun, word in pairwise(() if self._language.verb_second else words):  # A comma stands before theirs.
            if word.group().lower() in self._signs.people_relatives:
                return noun.end() if self._language.is_role(noun.group().lower()) else -1
        return -1

    def beside(self, start: int, end: int) -> str:
        """What the text tells of somebody right beside the name, where nothing tells more of them."""
        told = self.of_several(start) or self.of_people(start) or self.of_nation(start)
        return told or self._phrases.kin_before(start) or self._whose(end)

    def of_nation(self, start: int) -> str:
        """A people's word without a capital right before a name: a noun, where adjectives stand behind theirs."""
        word = self._text[max(0, start - ROLE_CHARACTERS) : start].rpartition(" ")[0].rpartition(" ")[2]
        beside = self._language.postposed and self._text[start - 1 : start] == " " and word.islower()
        return word if beside and word.startswith(self._language.nationalities or ("\0",)) else ""

    def _whose(self, end: int) -> str:
        """A relative clause that tells what somebody has: "whose family has run boats for years"; "" for none."""
        clause = self._phrases.clause(end + len(", ")) if self._text.startswith(", ", end) else ""
        return self._has(clause) if clause.split(" ", 1)[0] in self._signs.whose else ""

    def _has(self, clause: str) -> str:
        """A clause that tells what somebody has, with the word that opens it, where it is neither bare nor long."""
        return clause if len(clause.split(" ")) > _LEAST_DEED and len(clause) <= ROLE_CHARACTERS else ""

    def of_several(self, start: int) -> str:
        """What several are called of whom somebody is one: "farmers | such as" Ann Lee; "" where none is."""
        words = self._text[max(0, start - ROLE_CHARACTERS) : start].split()[-_EXAMPLE_WORDS:]
        for count in range(1, len(words)):
            if "-".join(words[-count:]).lower() in self._signs.examples:
                noun = words[-count - 1]
                return noun if self._is_several(noun.lower()) and self._text[start - 1] == " " else ""
        return ""

    def _is_several(self, noun: str) -> bool:
        """Whether a noun tells several people's part in life: "farmers", "Bauern"."""
        language = self._language
        ends = language.noun_plurals + (language.role_cases if language.nouns_capitalised else ())
        plural = any(noun.endswith(ending) and language.is_role(noun.removesuffix(ending)) for ending in ends)
        return plural or noun in language.groups

    def of_people(self, start: int) -> str:
        """The people or the kind of people that somebody is told to be of, behind an article: "la | Néerlandaise"."""
        words, language = self._text[max(0, start - ROLE_CHARACTERS) : start].split()[-_BESIDE:], self._language
        if words and words[-1][1:2] in _ELIDED:
            words = [words[-1][:1], words[-1][2:]]  # "l'Italienne"
        if words and self._text[start - 1] == " " and (self._tells_age(words[-1].lower()) or is_aged(words[-1])):
            return words[-1]  # "Der | zehnjährige | Ole Berg", "34-year-old | Ann Lee"
        if len(words) < _BESIDE or words[-2].lower() not in language.determiners or not words[-1][:1].isupper():
            return ""
        people = gazetteer.demonym(words[-1], language.code) is not None
        called = people or (language.nouns_capitalised and words[-1].endswith(self._signs.calling_endings or ("\0",)))
        return words[-1] if called and self._text[start - 1 : start] == " " else ""

    def related(self, clause: str) -> str:
        """What a relative clause says of its bearer, less a copula; nothing where it only says that they spoke.

        A participle tells it too: "Антон Лис, | отразивший 41 бросок".
        """
        opening, _, rest = clause.partition(" ")
        if opening.endswith(self._signs.relating_endings or ("\0",)):
            return self._phrases.cut(clause)
        first, _, more = rest.partition(" ")
        been = self._signs.copulas | self._signs.formerly
        if first in self._signs.empty and more.partition(" ")[0] in been:
            first, _, more = more.partition(" ")  # "who had | been the ferry's captain", "care a | fost casieră"
        if office := self._phrases.office_in(rest):
            return office
        if self._signs.has_something(first, more.partition(" ")[0]):
            return self._phrases.cut(rest)
        if first in been:
            noun = more.partition(" ")[0]
            return self._phrases.cut(more) if noun in self._signs.indefinite or self._language.is_role(noun) else ""
        if self._signs.has_done(rest.split(" ")) and more.partition(" ")[0] in _offices(self._language.code):
            return self._phrases.cut(rest)  # "qui | a conduit l'étude"
        speaks = first in self._language.verbs and first not in self._signs.finite
        return "" if speaks or first in self._signs.empty else self._phrases.cut(rest)

    def is_present(self, spot: Spot, clause: str) -> bool:
        """Whether a clause behind a name begins with a verb of the present: "heads the union", "se sienta aquí"."""
        language, signs = self._language, self._signs
        word, _, rest = clause.partition(" ")
        clitic = len(word) <= _CLITIC and word in language.function_words
        if clitic and word not in language.that:  # Not "a învățat Ana Popa | să joace șah".
            word = rest.partition(" ")[0]
        ends = (
            word.isalpha()
            and word.islower()
            and len(word) > _SHORTEST
            and word.endswith(signs.present_endings or ("\0",))
        )
        told = word in language.verbs or word in language.auxiliaries or word in signs.empty or word in signs.adverbs
        return ends and self._text[spot.end] == " " and not told and word not in language.function_words

    def _told_of(self, clause: str) -> str:
        """What a clause without its subject says that somebody does or is, "" where it only says that they spoke."""
        words = clause.split(" ")
        if words[0] in self._signs.empty and words[1:2] and words[1] in self._signs.copulas:
            return self._phrases.cut(" ".join(words[2:]))
        perfect = words[0] in self._signs.empty and words[1].endswith(self._signs.verb_endings or ("\0",))
        if perfect and self._is_of_object(words[1:]):
            return self._phrases.cut(" ".join(words[1:]))  # "Ann Lee, 29, had | pleaded guilty to fraud"
        deed = words[0] in self._signs.finite or words[0].endswith(self._signs.verb_endings or ("\0",))
        told = words[0] in self._language.verbs or words[0] in self._signs.empty
        said = self._phrases.cut(clause) if deed and not told and len(words) > _LEAST_DEED else ""
        return said if " " in said else ""  # "appeared | before a judge"

    def _is_of_object(self, words: Sequence[str]) -> bool:
        """Whether a participle tells a deed and no speech: no clause and nobody who is told follows it."""
        language, behind = self._language, words[1:2]
        spoken = words[0] in language.listener_verbs or not (language.determiners | language.that).isdisjoint(behind)
        named = any(word in language.pronouns or word[0].isupper() for word in behind)
        return len(words) > _LEAST_DEED and not (words[0] in language.verbs and (spoken or named))

    def _quoted(self, player: Player, *, aged: bool = False) -> str:
        """The noun by which a quotation's speaker was found, or the age: "diese | Witwe von 81 Jahren"."""
        names = [spot.start for spot in player.spots]  # "Rey" and "King" are surnames too.
        for quote in self._quotes:
            if quote.place is not None and quote.entity in player.entities and quote.place[0] not in names:
                called = self._with_whose(self._phrase(*quote.place), quote.place[1])
                plain = called in self._signs.kin or called in self._signs.anyone
                if called and self._tells_age(called.lower()) is aged and not plain:
                    return called
        return ""

    def _with_whose(self, called: str, end: int) -> str:
        """A noun for kin, or one before its bearer's name, with whose it is, where cases tell: "мать троих детей"."""
        whose = _GENITIVE.match(self._text, end) if self._language.postposed and not self._language.definite else None
        words = whose.group().split() if whose else []
        plain = self._language.verbs.isdisjoint(words) and self._language.prepositions.isdisjoint(words)
        told = whose and (called in self._signs.kin or self._text.startswith(",", whose.end()))
        return f"{called}{whose.group()}" if whose and told and called and plain else called

    def _phrase(self, start: int, end: int) -> str:
        """A description without its determiner, "" where no noun for a person's part in life is in it."""
        words = [word for word in WORD.finditer(self._text, start, end) if not self.nouns.is_determiner(word)]
        if not words or not any(self._is_part(plain(word)) for word in words[: _MODIFIERS + 1]):
            return ""
        begin = words[0].start() + len(words[0].group()) - len(plain(words[0]))
        return self._text[begin:end].partition(", ")[0] if end - begin <= ROLE_CHARACTERS else ""

    def _is_part(self, noun: str) -> bool:
        """Whether a noun tells somebody's part in life, or an age: "die | 79-Jährige"."""
        return self._language.is_role(noun) or self._tells_age(noun) or may_call(noun, self._language)

    def _tells_age(self, word: str) -> bool:
        """Whether a word is an age, in any case: "79-jährigen", "ten-year-old"."""
        return any(age in word and not word.startswith(age) for age in self._language.ages)


@cache
def _offices(code: str) -> frozenset[str]:
    """The verbs that tell what somebody holds or leads."""
    return frozenset(held.partition(":")[0] for held in languages.of(code).holding)


def _is_whole(clause: str) -> bool:
    """Whether a relative clause with its verb at its end fits whole, and is one: "die seit Jahren Schafe hält"."""
    words = clause.split(" ")
    return len(clause) <= ROLE_CHARACTERS and len(words) >= ROLE_WORDS and words[-1].islower() and words[-1].isalpha()


def _is_named(word: str) -> bool:
    """Whether a word may stand in a body's name."""
    return word[:1].isupper() or word in abroad().connectors
