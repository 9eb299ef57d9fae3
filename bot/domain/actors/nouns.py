"""Finds the noun by which the sentences beside a person's name call them: behind a teaser, in the lead, before "is".

"Brandner ist frei. Das Gericht hat den früheren Lehrer freigesprochen": früheren Lehrer. Nobody else is named between.
"""

import re
from collections.abc import Sequence
from itertools import islice

from bot.domain.actors.beside.identity import identity
from bot.domain.actors.beside.offices import role_among
from bot.domain.actors.beside.owners import owns
from bot.domain.actors.phrases import CLAUSE_END
from bot.domain.actors.players import Player
from bot.domain.actors.signs import new_articles, nobody_in, signs_of
from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.words import POSSESSIVE
from bot.domain.speech.rows.people_words import called_alike, holders, is_trade
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind
from config.limits import HEADING_CHARACTERS, ROLE_CHARACTERS, ROLE_LEAD_CHARACTERS

WORD = re.compile(r"[^\W_]+(?:[.’&'-][^\W\d_]+)*")
END = re.compile(rf"[{POINTS}](?:\s|$)")
_TEASER = 72  # Characters of a first sentence that only says that somebody has won, lost, left.
_MODIFIERS = 2
_LEAD = 400  # Characters of a first sentence.
_ARTICLE = 8  # Characters of a comma and an article before a noun.


class Nouns:
    """The nouns of one article's sentences."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs = signs_of(language.code)
        self._new, self._nobody = new_articles(language.code), nobody_in(language.code)

    def identified(self, player: Player) -> str:
        """The noun that the sentence says somebody is, before the name: "Vorsitzende ist | Ada Lind"."""
        spot = player.spots[0]
        if player.kind is not Kind.PERSON or spot.governed:
            return ""
        told = identity(self._text, spot.start, self._language.code)
        if (
            told is None
            or self._text.startswith(POSSESSIVE, spot.end)
            or any(map(self._is_more, told.group(2).split()))
        ):
            return ""  # "The mayor is Ann Lee's friend"
        return self._opening_noun(list(WORD.finditer(self._text, told.start(1), told.end(1))), player)

    def _is_more(self, word: str) -> bool:
        """Whether a word between a verb and a name tells more than since when somebody is so."""
        time = word.lower() in self._signs.times
        return not time and (self._language.is_role(word.lower()) or word[0].isupper())

    def _opening_noun(self, words: Sequence[re.Match[str]], player: Player) -> str:
        """The phrase of a noun for a part in life that is all there is before a verb, less its article."""
        language = self._language
        owned = words[0].group().lower() in language.possessives
        begin = int(self.is_determiner(words[0]) or self.is_definite(words[0]) or owned)
        heads = [
            at for at, word in enumerate(words) if language.is_role(plain(word)) and self.may_be(plain(word), player)
        ]
        if not heads or heads[0] - begin > _MODIFIERS or plain(words[heads[0]]) in self._nobody:
            return ""
        behind = words[heads[0] + 1 : heads[0] + 2]
        whose = language.of_words | language.genitives
        if behind and behind[0].group().lower() not in whose and not self.is_led(behind[0]):
            return ""
        start = words[begin].end() - len(plain(words[begin]))
        phrase = self._text[start : words[-1].end()]
        return phrase if len(phrase) <= ROLE_CHARACTERS and CLAUSE_END.search(phrase) is None else ""

    def body(self) -> int:
        """Where the story begins, behind a headline that no point ends."""
        end = self._text.find("\n\n", 0, HEADING_CHARACTERS)
        return end + len("\n\n") if end > 0 and self._text[end - 1] not in POINTS else 0

    def ends_phrase(self, noun: str) -> bool:
        """Whether a word ends the phrase of a noun: a preposition, a relative, a helping verb."""
        return noun in self._language.prepositions or noun in self._signs.breaks or noun in self._signs.empty

    def is_part(self, noun: str, *, former: bool = False) -> bool:
        """Whether a noun tells somebody's part in life; behind "former" its ending tells it too."""
        return self._language.is_role(noun) or (former and noun.endswith(self._signs.calling_endings or ("\0",)))

    def is_former(self, word: re.Match[str]) -> bool:
        """Whether a word opens a part in life that somebody had: "former"."""
        return plain(word) in self._signs.formerly

    def is_nobody(self, noun: str) -> bool:
        """Whether a noun tells no part in life of its own: "man", "daughter"."""
        return noun in self._nobody

    def goes_on(self, words: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
        """Whether a noun for a part in life stands behind another, which it only tells more of: "police | officer"."""
        behind = words[words.index(word) + 1 :][:1]
        return bool(behind) and self._language.is_role(plain(behind[0])) and not self._language.postposed

    def may_be(self, noun: str, player: Player) -> bool:
        """Whether somebody may be called by a noun, by the gender that it tells."""
        return self._language.gender_of_role(noun) in {"", player.gender} or not player.gender

    def of_subject(self, start: int, end: int, player: Player, *, speaks: bool = False) -> str:
        """The phrase of the noun for an office or for whose somebody is that a sentence is about, told of nobody else.

        More nouns tell an office where somebody `speaks` right behind the sentence.
        "Die Trainerin des Vereins ist stolz": Trainerin des Vereins; "The man was hurt", "The mayor met Ann Lee": "".
        """
        language, words = self._language, list(WORD.finditer(self._text, start, end))
        at = role_among([plain(word) for word in words], language)
        begin = self._determined(words, at) if at >= 0 else -1
        if begin < 0 or plain(words[at]) in language.strangers or not self.may_be(plain(words[at]), player):
            return ""
        told = self.told_before(plain(words[at]), start)
        last = self._tail(words, at)
        first = int(language.verb_second)  # "Anders | sieht es die Trainerin"
        if not all(map(self._is_new, told)) or self.names_others([*words[first:begin], *words[at + 1 :]]):
            return ""
        if last == at and not (told or self._is_somebodys(words, begin, at, speaks=speaks)):
            return ""
        phrase = self._text[words[begin].end() - len(plain(words[begin])) : words[last].end()]
        return phrase if len(phrase) <= ROLE_CHARACTERS and CLAUSE_END.search(phrase) is None else ""

    def names_others(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether somebody's first name is among words, and no function word like it."""
        given, small = languages.given_names(), self._language.function_words
        return any(word.group() in given and word.group().lower() not in small for word in words)

    def _is_somebodys(self, words: Sequence[re.Match[str]], begin: int, at: int, *, speaks: bool) -> bool:
        """Whether a noun alone tells of one: an office, whose it is, or somebody new who is more than anybody."""
        if speaks and plain(words[at]).endswith(self._signs.sole_endings or ("\0",)):
            return True
        new = begin > 0 and words[begin - 1].group().lower() in self._new and plain(words[at]) not in self._nobody
        office = any(self._is_office(plain(word)) for word in words[max(begin, at - 1) : at + 1])
        return new or self._is_owned(words[max(0, begin - 1) : at]) or office

    def _is_owned(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether one of the words before a noun tells whose it is: "her", "the family's"."""
        own = self._language.possessives
        return any(word.group().lower() in own or owns(self._text, word, self._language) for word in words)

    def _determined(self, words: Sequence[re.Match[str]], at: int) -> int:
        """Where the phrase of a noun begins behind its article or possessive; -1 where it is no subject's."""
        for begin in range(at, max(-1, at - _MODIFIERS - 1), -1):
            joined = self.is_led(words[begin])
            if joined or (begin > 0 and self._leads(words[begin - 1])):
                opening = begin - (not joined)
                closes = self._closes(words, opening) and self._tail(words, at) == len(words) - 1
                return begin if closes or self._is_subject(words, opening, at) else -1
        if at == 0 and self._language.postposed and not self._has_articles():
            return at  # "Primarul | orașului a anunțat"
        named = at > 0 and words[0].group()[0].isupper() and owns(self._text, words[at - 1], self._language)
        return 0 if named and at <= _MODIFIERS else -1  # "Mr Ray's | widow"

    def _leads(self, word: re.Match[str]) -> bool:
        """Whether a word may open the phrase of a noun: an article or whose it is."""
        return self.is_determiner(word) or self.is_definite(word) or word.group().lower() in self._language.possessives

    def _is_subject(self, words: Sequence[re.Match[str]], opening: int, at: int) -> bool:
        """Whether a phrase opens its sentence, but for a small word; where a verb stands second, it may stand behind.

        No preposition leads to it there, and no article of another case opens it.
        """
        language, first = self._language, words[0].group().lower()
        placed = opening == _MODIFIERS and language.postposed and first in language.prepositions  # "Sui social il"
        if opening == 0 or placed or (opening == 1 and first in language.function_words):
            return True
        if self._is_singled(words, opening, at):
            return True
        ahead, article = words[opening - 1].group().lower(), words[opening].group().lower()
        return language.verb_second and ahead not in language.prepositions and article not in language.oblique

    def _is_singled(self, words: Sequence[re.Match[str]], opening: int, at: int) -> bool:
        """Whether a sentence singles a phrase out: "It was | her old coach who", "C'est | le maire qui"."""
        behind = self._tail(words, at) + 1
        if not 0 < opening <= _MODIFIERS or behind >= len(words):
            return False
        ahead = words[opening - 1].group().lower()
        copula = re.split("['’]", ahead)[-1] in self._signs.copulas
        return copula and words[behind].group().lower() in self._language.people_relatives | self._language.relatives

    def _closes(self, words: Sequence[re.Match[str]], opening: int) -> bool:
        """Whether a phrase stands behind a verb in a sentence that a place opens: "En la grada lloraba | el padre"."""
        lowers, language = [word.group().lower() for word in words[:opening]], self._language
        if not language.drops_subjects or len(lowers) <= _MODIFIERS or lowers[0] not in language.prepositions:
            return False
        if not self.is_definite(words[opening]):
            return False
        last = lowers[-1]
        return not (last in language.prepositions or last in language.function_words or last in self._signs.contracted)

    def _tail(self, words: Sequence[re.Match[str]], at: int) -> int:
        """The last word of what a noun is told to be of: "Trainerin | des Vereins", "spokesman | for the county"."""
        whose = self._language.of_words | self._language.genitives
        rest = words[at + 1 : at + 2 + _MODIFIERS]
        if not rest or rest[0].group().lower() not in whose or self._is_perfect(rest):
            return at
        last = at + 1
        while last + 1 < len(words) and self.is_determiner(words[last]) | (words[last].group().lower() in whose):
            last += 1
        return last + self._is_adjective(words, last + 1)

    def _is_perfect(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether a word for "of" is an auxiliary here, before no genitive: "meteorologul | a plecat"."""
        if words[0].group().lower() not in self._language.auxiliaries or not self._language.case_endings:
            return False
        behind = words[1].group() if len(words) > 1 else ""
        return behind.islower() and not behind.endswith(self._language.oblique_endings or ("\0",))

    def _is_adjective(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a word tells more of a noun right before it, and a comma ends the phrase: "du club | nautique,"."""
        if not self._language.postposed or at >= len(words) or not self._text.startswith(",", words[at].end()):
            return False
        word, small = words[at].group(), self._language.function_words | self._language.verbs
        return words[at].start() == words[at - 1].end() + 1 and word.islower() and word not in small

    def introduced(self, player: Player) -> str:
        """What the sentence before calls who is then first named: "Their coach is a postman. Ann Lee trains us"."""
        spot = player.spots[0]
        begin = self._text.rfind("\n", 0, spot.start) + 1
        ends = [begin, *(end.end() for end in END.finditer(self._text, begin, spot.start))]
        if ends[-1] != spot.start or len(ends) == 1 or " " not in spot.form:
            return ""
        called = self.of_subject(ends[-2], ends[-1], player)
        if not called:
            return ""
        nouns = [word for word in called.lower().split() if self._language.is_role(word)]
        kin = self._nobody | self._language.relations
        return called if kin.isdisjoint(nouns) and not self._tells_of_some(ends[-2], player) else ""

    def _tells_of_some(self, end: int, player: Player) -> bool:
        """Whether the text has somebody new before a place whom it does not name, and who may be this one: "a man"."""
        lowers = ((word, plain(word)) for word in WORD.finditer(self._text, self.body(), end))
        nouns = (word for word, noun in lowers if self._language.is_role(noun) and self.may_be(noun, player))
        return any(self._is_new(word.start()) for word in nouns)

    def told_before(self, noun: str, start: int) -> list[int]:
        """Where the text has a noun, or another for the same office, before a place."""
        told = "|".join(map(re.escape, (noun, *called_alike(noun, self._language.code))))
        return [one.start() for one in re.finditer(rf"(?<!\w)(?:{told})(?!\w)", self._text[:start].lower())]

    def _is_new(self, at: int) -> bool:
        """Whether a noun tells here of somebody new, whom it leaves without a name: "a nurse noticed it"."""
        before, word = self._text[max(0, at - _ARTICLE) : at], WORD.match(self._text, at)
        article = (before.split() or [""])[-1].lower()
        led = article in self._new and before[-1:] == " " and not before[: -len(article) - 1].endswith(", ")
        behind = self._text[word.end() : word.end() + 3].lstrip(", ")[:1] if word is not None else ""
        return led and not (behind.isupper() and not self._language.nouns_capitalised)

    def _is_office(self, noun: str) -> bool:
        """Whether a noun calls who leads or defends, of whom there is but one."""
        code = self._language.code
        return bool(holders(noun, code)) or not self._language.offices.isdisjoint((noun, *called_alike(noun, code)))

    def teased(self, player: Player) -> str:
        """The only person's noun in the sentence behind a short first one that the name opens."""
        text, first = self._text, player.spots[0]
        stop = END.search(text, first.end)
        paragraph = text.find("\n\n", first.end)
        if (
            not first.initial
            or first.start > ROLE_LEAD_CHARACTERS
            or stop is None
            or stop.end() - first.start > _TEASER
        ):
            return ""
        closing = END.search(text, stop.end())
        end = closing.start() if closing is not None else len(text)
        if 0 <= paragraph < stop.end():
            return ""
        words = list(WORD.finditer(text, stop.end(), end if paragraph < 0 else min(end, paragraph)))
        if not words or (self._has_articles() and not self.is_definite(words[0])):
            return ""
        return next((role for at in range(len(words)) if (role := self._noun(words, at, player))), "")

    def opened(self, player: Player) -> str:
        """The trade by which the second sentence calls the only one named in the first: "Ole Berg left. The | cook"."""
        text, first, begin = self._text, player.spots[0], self.body()
        stop = END.search(text, begin)
        if stop is None or not begin <= first.start < stop.start() or first.governed:
            return ""
        given = [word for word in WORD.findall(text, begin, stop.start()) if word in languages.given_names()]
        return self.trade_at(stop.end(), player) if len(given) <= 1 else ""

    def trade_at(self, start: int, player: Player) -> str:
        """The trade that is the subject of the sentence which begins here, "" where its bearer is named beside it."""
        words = list(islice(WORD.finditer(self._text, start), _MODIFIERS + 1))
        if len(words) <= _MODIFIERS or not (self.is_definite(words[0]) or self.is_led(words[0])):
            return ""
        at = 0 if self.is_led(words[0]) else 1
        goes_on = self.goes_on(words, words[at]) or self._is_borne(words, at)
        return self._noun(words, at, player) if is_trade(plain(words[at]), self._language) and not goes_on else ""

    def spoken_on(self, player: Player) -> str:
        """The trade that only who is named before can have by its gender: "s'indigne Ada Lys. La | déléguée refuse"."""
        stop = END.search(self._text, end := player.spots[0].end)
        trade = self.trade_at(stop.end(), player) if stop and "\n" not in self._text[end : stop.end()] else ""
        noun = trade.lower().rpartition(" ")[2]
        sure = self._language.gender_of_role(noun) == player.gender and not self._is_office(noun)
        return trade if stop and player.gender and sure and not self.told_before(noun, stop.end()) else ""

    def named_so(self, player: Player) -> str:
        """The only noun for a person in the sentence before one that just tells a name: "Er heißt | Ada Lind"."""
        spot, language, begin = player.spots[0], self._language, max(0, player.spots[0].start - _LEAD)
        ends = [begin, *(end.end() for end in END.finditer(self._text, begin, spot.start))]
        before = self._text[ends[-1] : spot.start].lower().split()
        own = language.pronouns.keys() | language.reflexives | language.possessives.keys()
        own |= self._signs.name_telling | self._signs.copulas
        if len(ends) <= 1 or self._signs.name_telling.isdisjoint(before) or not own.issuperset(before):
            return ""
        words = list(WORD.finditer(self._text, ends[-2], ends[-1]))
        people = [word for word in words if language.is_role(plain(word)) or is_trade(plain(word), language)]
        nouns = [word for word in people if self.may_be(plain(word), player)]
        if len(nouns) != 1 or plain(nouns[0]) in self._signs.anyone or self._is_borne(words, words.index(nouns[0])):
            return ""
        return self._text[nouns[0].end() - len(plain(nouns[0])) : nouns[0].end()]

    def _noun(self, words: Sequence[re.Match[str]], at: int, player: Player) -> str:
        """The phrase of the noun for a person at this word, with its modifiers; "" where it is none or another's."""
        language, noun = self._language, plain(words[at])
        gender = language.gender_of_role(noun)
        if not language.is_role(noun) or (gender and player.gender not in {"", gender}) or self._is_borne(words, at):
            return ""
        if language.is_body(noun) or noun in self._signs.called_bodies:
            return ""  # "Der Rat" may be a council.
        begin = at
        while begin and at - begin < _MODIFIERS and not self._opens_phrase(words, begin):
            begin -= 1
        led = self.is_led(words[begin]) or (begin > 0 and self.is_definite(words[begin - 1]))
        start = words[begin].end() - len(plain(words[begin]))
        return self._text[start : words[at].end()] if led or not self._has_articles() else ""

    def _has_articles(self) -> bool:
        """Whether definite articles stand before their nouns, and not at their ends as in Romanian or nowhere."""
        return bool(self._language.definite) and not self._language.case_endings

    def _opens_phrase(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether no modifier stands before this word: a joined article does, or a function word, or a verb."""
        before = words[at - 1].group().lower()
        return self.is_led(words[at]) or self._is_function(words[at - 1]) or before in self._language.verbs

    def _is_borne(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a name is beside a noun, as in "the lawyer Ann Lee" and "the lawyer, Ann Lee", or it is one."""
        capitals = self._language.nouns_capitalised
        if at and words[at].group()[0].isupper() and not capitals:
            return True
        if not capitals and at + 1 < len(words) and words[at + 1].group()[0].isupper():
            return True
        behind = CLAUSE_END.search(self._text, words[at].end())
        return behind is not None and behind.group() == ", " and self._text[behind.end() : behind.end() + 1].isupper()

    def is_definite(self, word: re.Match[str]) -> bool:
        """Whether a word is a definite article, in any case, or one that a preposition has joined."""
        lower = word.group().lower()
        oblique = lower in self._language.oblique and lower not in self._signs.indefinite
        return lower in self._language.definite or lower in self._signs.contracted or oblique

    def is_led(self, word: re.Match[str]) -> bool:
        """Whether a definite article is joined to a word: "l'ancien"."""
        return len(plain(word)) < len(word.group())

    def _is_function(self, word: re.Match[str]) -> bool:
        lower = word.group().lower()
        return lower in self._language.function_words or self.is_definite(word) or self.is_determiner(word)

    def is_determiner(self, word: re.Match[str]) -> bool:
        """Whether a word leads to a noun: an article, "this"."""
        return word.group().lower() in self._language.determiners or word.group().lower() in self._signs.indefinite


def plain(word: re.Match[str]) -> str:
    """A word in lower case, less an article that is joined to it: the "ancien" of "l'ancien"."""
    lower = word.group().lower()
    return _APOSTROPHES.split(lower)[-1] if lower.startswith(_ELIDED) else lower


_APOSTROPHES = re.compile("['’]")
_ELIDED = ("d'", "d’", "l'", "l’")
