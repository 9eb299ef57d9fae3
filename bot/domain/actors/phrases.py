"""Takes phrases out of an article's text for roles, and cuts them where a phrase ends."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from bot.domain.actors.signs import signs_of
from bot.domain.language.languages import Language
from config.limits import ROLE_CHARACTERS, ROLE_WORDS

# Each way begins with one character or one of several: elsewhere it is not tried.
CLAUSE_END = re.compile(r"[;:!?\n\"“”„«»()\[\]]|\.(?=\s|$)|,\s|—\s?|\s(?:[–-]+\s|—\s?)")
_OPENING = frozenset('"“„«([')
_HOME = re.compile(r" ([^\W\d_]+)(?: [^\W\d_a-zß-ÿ][\w'’-]+){1,3}[,.]")
_CHOSEN_WORDS = 3
_TIME_WORDS = 4
_LEAST_TOLD = 2
_WHEN = 6  # Words of a clause among which its verb stands: "per ventidue anni | è".
_DASHES = frozenset("–—-")
_SHORTEST_DONE = 3  # Letters that a participle has more than.
_BEFORE_BODY = 48  # Characters of a name and "of the" before a body.
_AGED, _AGE_WORDS = 24, 6  # Characters in which the figure of an age stands; words before "and" behind it.
_YEAR = 4  # Digits of a year.
_LED_NAME = re.compile(r"\.(?: [^\W\d_a-zß-ÿ][\w'’-]+){1,3}")
_WORD = re.compile(r"\S+")
_KIN = re.compile(r"(?<!\w)([^\W\d_]+) ([^\W\d_]+), $")
_SUBJECTS = frozenset({"m", "f", "p", "1"})

_LONG_TRADE = 8  # Letters of a noun for a trade that is told by its ending.

_ADJECTIVE = 2  # Words of an article and an adjective.


class Phrases:
    """Cuts the phrases of one article."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs = signs_of(language.code)
        self._clauses: dict[int, str] = {}

    def clause(self, start: int) -> str:
        """The words from here to the clause's end; to the last phrase's end where a quotation breaks it off."""
        if start not in self._clauses:
            self._clauses[start] = self._clause(start)
        return self._clauses[start]

    def _clause(self, start: int) -> str:
        limit = start + 2 * ROLE_CHARACTERS
        for match in CLAUSE_END.finditer(self._text, start, limit):
            if match.group() == "." and self._is_shortened(self._text[start : match.start()]):
                continue
            broken = self._text[match.start()] in _OPENING or self._text[match.end() - 1 : match.end()] in _OPENING
            clause = self._text[start : match.start()].rstrip()
            if match.group().strip() in _DASHES:
                return re.sub(r"\s*\d+$", "", clause)
            return self._shortened(clause) if broken else clause
        return self._text[start:limit].rstrip()

    def _is_shortened(self, words: str) -> bool:
        """Whether a point behind these words belongs to the last of them."""
        last = words.rsplit(None, 1)[-1:] if not words[-1:].isspace() else []
        return last != [] and self._language.is_shortened(last[0])

    def whole(self, clause: str, start: int) -> str:
        """An apposition with the noun of its first adjective, which a comma parts from it: "a frank, | bold mayor"."""
        words, past = clause.split(" "), start + len(clause) + len(", ")
        if len(words) != _ADJECTIVE or words[0] not in self._signs.indefinite or not words[1].islower():
            return clause
        behind = self.clause(past) if self._text[past - 2 : past] == ", " else ""
        is_role = self._language.is_role
        noun = takewhile(lambda word: word not in self._language.function_words, behind.split(" "))
        return f"{clause}, {behind}" if not is_role(words[1]) and any(map(is_role, noun)) else clause

    def bare(self, role: str) -> str:
        """A German role without the article or adverb before it: "die | Leiterin des Zoos", "selbst | Bergbauer".

        None has the verb that tells a name behind it.
        """
        if self._signs.agreeing:
            relates = role.partition(" ")[0].endswith(self._signs.relating_endings or ("\0",))
            return role if relates else self._past_governors(role)
        words, _, last = role.rpartition(" ")
        behind = self._signs.particles if "-" not in last else self._signs.name_telling  # "bombeiro | chama-se"
        role = words if words and last in behind else role  # "kündigte der Anwalt | an"
        first, _, rest = role.partition(" ")
        relative = rest.rpartition(" ")[2].islower()  # "die | seit Jahren Schafe hält"
        if not rest or relative or not self._language.nouns_capitalised:
            return role
        small = (self._language.definite, self._language.oblique)
        return rest if any(first.lower() in words for words in small) or first in self._signs.adverbs else role

    def _past_governors(self, role: str) -> str:
        """A role without a noun whose it is and what stands before that: "Суд розглянув скаргу | вчительки".

        What stands right before a part in life are adjectives, in the case of its noun.
        """
        words = role.split(" ")
        if len(words) > 1 and words[-1] in self._signs.name_telling:
            words.pop()  # "Рятувальника | звати"
        verbs = (at for at, (word, noun) in enumerate(pairwise(words)) if self._is_verb(word, noun))
        words = words[1 + max(verbs, default=-1) :]
        head = next((at for at, word in enumerate(words) if self._language.is_role(word.lower())), 0)
        begin = head
        while begin and self._agrees(words[begin - 1].lower(), words[head].lower()):
            begin -= 1
        return " ".join(words[begin:])

    def _is_verb(self, word: str, noun: str) -> bool:
        """Whether a word before a noun is a verb whose subject that is: "Інтереси фермера захищає | прокурор"."""
        ends, is_role = word.endswith(self._signs.present_endings or ("\0",)), self._language.is_role
        return ends and word.islower() and is_role(noun.lower()) and not is_role(word)

    def _agrees(self, word: str, noun: str) -> bool:
        """Whether a word may be an adjective of a noun: by its ending and, where nouns have it too, by the noun's."""
        if word in self._signs.formerly or "-" in word or not word.isalpha():
            return True
        if not word.endswith(self._language.modifier_endings or ("\0",)):
            return False
        told = [pair.partition(":") for pair in self._signs.agreeing if word.endswith(pair.partition(":")[0])]
        return not told or any(noun.endswith(ending) for _, _, ending in told)

    def past_age(self, clause: str) -> int:
        """Where an apposition goes on behind an age and "and": "54 and | a teacher"; 0 where it begins with none."""
        if not any(map(str.isdigit, clause[:_AGED])):
            return 0
        words = list(_WORD.finditer(clause))[: _AGE_WORDS + 1]
        joint = next((at for at, word in enumerate(words) if word.group() in self._language.conjunctions), 0)
        aged = any(word.group().isdigit() and len(word.group()) < _YEAR for word in words[:joint])
        behind = words[joint + 1].group() if aged and joint < len(words) - 1 else ""
        return words[joint + 1].start() if behind and self._tells_part(behind) else 0

    def _tells_part(self, word: str) -> bool:
        return self._language.is_role(word.lower()) or word in self._signs.indefinite

    def led_on(self, words: Sequence[str], end: int) -> str:
        """A role that ends in an abbreviation, with the name that it leads to: "a former aide to Sen | . Ann Lee"."""
        led = _LED_NAME.match(self._text, end) if len(words) > 1 else None
        return f"{' '.join(words)}{led.group()}".strip(" ,") if led is not None else ""

    def is_done(self, clause: str) -> bool:
        """Whether a clause tells what was done or is: "has sued the board", "was arrested on Monday"."""
        words = clause.split(" ")
        second = words[1] if len(words) > ROLE_WORDS else ""
        ends = second.endswith(self._signs.verb_endings + self._signs.done_endings or ("\0",))
        ends = ends and len(second) > _SHORTEST_DONE and not self._language.verb_second
        return (ends or second in self._signs.finite) and not (
            second in self._language.verbs or second in self._signs.empty
        )

    def cut_from(self, start: int) -> str:
        """The clause that begins here, as `cut`; "" for a place before the text."""
        return self.cut(self.clause(start)) if start >= 0 else ""

    def tells_part_at(self, end: int) -> bool:
        """Whether a comma here opens what tells somebody's part in life, whose body stands before it."""
        return self._text.startswith(", ", end) and self.has_part(self.clause(end + 2).split(" ")[:_AGE_WORDS])

    def is_of_named(self, start: int, end: int) -> bool:
        """Whether a part in life behind a body is somebody's of it: "said Ann Lee of Acme Labs, an expert in soils"."""
        if self._text[end : end + 2] != ", ":
            return False
        words = self._text[max(0, start - _BEFORE_BODY) : start].split()
        while words and words[-1].islower() and len(words) > 1:
            words.pop()
        named = len(words) > 1 and not words[-1].islower() and words[-1].isalpha() and words[-2].istitle()
        return named and self._text[start - 2 : start - 1].islower() and self.tells_part_at(end)

    def cut(self, clause: str) -> str:
        """The clause up to where a phrase ends within the limit, "" where none does; no subordinate clause."""
        words = list(_WORD.finditer(clause))
        at = next((at for at in range(1, len(words)) if self._breaks(words, at)), len(words))
        whole = at == len(words)
        clause = clause if whole else clause[: words[at].start()].rstrip(" ,")
        if len(clause) > ROLE_CHARACTERS:
            return self._shortened(clause)
        return clause if whole else self._ended(clause)

    def office_in(self, clause: str) -> str:
        """The part in life that a clause says somebody has behind when they have it, less its article; "" for none.

        "che | per vent'anni è stato il | bibliotecario di via Tasso".
        """
        language, signs = self._language, self._signs
        if not language.postposed:
            return ""
        words = clause.split(" ")
        at = next((at for at, word in enumerate(words[:_WHEN]) if word in signs.copulas), -1)
        if at < 0 or any(not told.isdisjoint(words[:at]) for told in (language.verbs, signs.finite, signs.empty)):
            return ""
        small = language.determiners | language.definite
        rest = words[at + 1 :]
        if len(rest) > 1 and rest[0] not in small and not language.is_role(rest[0]):
            rest = rest[1:]  # "è | stato | il"
        rest = rest[bool(rest) and rest[0] in small :]
        return self.cut(" ".join(rest)) if rest and language.is_role(rest[0]) else ""

    def kin_before(self, start: int) -> str:
        """Whose relative a comma says before a name that somebody is: "mama ei, | Ana Pop"; "мати", "её | мать"."""
        language = self._language
        cased = language.postposed and language.case_endings and self._text[max(0, start - 2) : start] == ", "
        told = _KIN.search(self._text, max(0, start - ROLE_CHARACTERS), start) if cased else None
        if told is None:
            return ""
        first, last = told.group(1).lower(), told.group(2).lower()
        if last in self._signs.kin and first in language.possessives:
            return told.group(2)
        owned = last in language.possessives or last in language.pronouns
        return f"{told.group(1)} {told.group(2)}" if first in self._signs.kin and owned else ""

    def is_closed_off(self, end: int) -> bool:
        """Whether a mark ends what a name begins, were it behind where its bearer is from: "Ann Lee | of Leeds,"."""
        if self._text[end : end + 1] in {",", "."}:
            return True
        home = _HOME.match(self._text, end)
        return home is not None and home.group(1) in self._signs.belongs

    def is_one_of(self, words: Sequence[str]) -> bool:
        """Whether a German phrase makes somebody one of several: "einer | der Geretteten"."""
        language = self._language
        led = len(words) > _LEAST_TOLD and words[0] in language.partitives and words[1] in language.genitives
        return led and language.nouns_capitalised and words[-1][:1].isupper()

    def is_fit(self, phrase: str) -> bool:
        """Whether a phrase is no longer than a role, and no participle with its year: "élue en 2020"."""
        if not phrase[-1:].isdigit():
            return len(phrase) <= ROLE_CHARACTERS
        words = phrase.split(" ")
        led = len(words) == _CHOSEN_WORDS and words[1] in self._language.place_prepositions
        dated = led and words[-1].isdigit() and words[0].endswith(self._signs.done_endings or ("\0",))
        return len(phrase) <= ROLE_CHARACTERS and not dated

    def is_time(self, phrase: str) -> bool:
        """Whether a phrase tells when: "el pasado viernes"."""
        words = phrase.lower().split(" ")
        if len(words) > _TIME_WORDS:
            return False
        times = (self._language.days, self._language.months, self._signs.times)
        return any(word in listed for word in words for listed in times)

    def _is_short_clause(self, words: Sequence[str]) -> bool:
        """Whether a verb ends words, or follows a pronoun like an article: "the poll found", "la leyó en voz alta"."""
        verb = words[-1] if len(words) > _LEAST_TOLD else ""
        acts = words[1:2] and words[1] not in self._signs.not_finite
        led = self._language.postposed and acts and words[1].endswith(self._signs.verb_endings or ("\0",))
        return bool(led) or (verb in self._signs.finite and not self._language.is_role(verb))

    def _is_infinitive(self, words: Sequence[str]) -> bool:
        """Whether a German clause with its infinitive at its end follows: "das Gebiet um Abyr zu räumen"."""
        marked = words[-2:-1] and words[-2] in self._signs.infinitives
        return bool(marked) and words[-1].endswith(self._signs.infinitive_endings or ("\0",))

    def is_told(self, phrase: str) -> bool:
        """Whether a phrase has a verb and is no apposition: "the board faced a dilemma", "the ferry was late"."""
        words = phrase.split(" ")
        signs, language = self._signs, self._language
        if language.nouns_capitalised:
            return self._is_infinitive(words)
        if self._is_short_clause(words):
            return True
        for at, word in enumerate(words[1:], 1):
            following = words[at + 1] if at + 1 < len(words) else ""
            object_next = following in signs.indefinite or following in language.possessives
            acts = word.endswith(signs.verb_endings or ("\0",)) and object_next and word not in signs.not_finite
            told = word in signs.empty and word not in language.determiners  # "purtătoarea de cuvânt a Curții"
            if told or (acts and not signs.times.intersection(words[at + 2 : at + 3])):
                return True
        return False

    def may_begin(self, words: Sequence[str]) -> bool:
        """Whether an apposition may begin so: without a capital, or with a German noun that more follows."""
        noun = self._language.nouns_capitalised and self._language.is_role(words[0].lower())
        return words[0].islower() or (noun and words[1:2] != [] and words[1].islower())

    def has_part(self, words: Sequence[str]) -> bool:
        """Whether a noun for a part in life leads a phrase or is joined to what does: no "relatives of the mayor"."""
        at = next((at for at, word in enumerate(words) if self._language.is_role(word.lower())), -1)
        if at < 0:
            return self._language.postposed and self._is_calling(words)
        led = self._language.prepositions.isdisjoint(words[:at])
        return led or words[at - 1] in self._language.conjunctions

    def relates(self, word: str) -> bool:
        """Whether a participle opens what stands in a relative clause's place, and no noun for a part in life."""
        relating = word.endswith(self._signs.relating_endings or ("\0",)) and word not in self._signs.formerly
        return relating and not self._language.is_role(word)  # "заведующий кафедрой"

    def _is_calling(self, words: Sequence[str]) -> bool:
        """Whether a noun that no list has is for a trade by its ending, alone or with what it is of behind it."""
        noun, behind = words[0].lower(), words[1:2]
        closed = not behind or behind[0] in self._language.of_words
        return closed and len(noun) >= _LONG_TRADE and noun.endswith(self._signs.calling_endings or ("\0",))

    def _leads_noun(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a German word that may open a clause is a preposition here: "leitet | seit 2009", "bis zum Tod"."""
        language, behind = self._language, [word.group() for word in words[at + 1 : at + 2]]
        if not language.nouns_capitalised or words[at].group() not in language.prepositions or not behind:
            return False
        cased = behind[0] in language.oblique or behind[0] in language.genitives or behind[0] in language.prepositions
        return cased or behind[0][0].isdigit() or behind[0][0].isupper()

    def _breaks(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a subordinate clause or another main clause begins at this word."""
        word, before = words[at].group(), words[at - 1].group().lower()
        if word in self._signs.breaks and not (before[-1] == "-" or self._is_article(words, at)):
            return not self._leads_noun(words, at)  # But "der Journalistinnen- | und Journalisten-Union".
        if self._language.pronouns.get(word) in _SUBJECTS and not self._language.verb_second:
            return self._is_subject_pronoun(words, at)
        if before not in self._language.conjunctions:
            return False
        if word in self._language.pronouns or not word[0].isupper():
            return word in self._language.pronouns
        following = next((match.group() for match in words[at + 1 :] if not match.group()[0].isupper()), "")
        return following in self._signs.finite or following.endswith(self._signs.verb_endings or ("\0",))

    def _is_article(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a word that may be a relative is an article in a German noun phrase, as a comma would part it."""
        language, first = self._language, words[0].group().lower()
        article = language.nouns_capitalised and words[at].group() in language.definite
        return article and (first in language.determiners or language.is_role(first))

    def _is_subject_pronoun(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a verb follows a pronoun, which is no object then: "the firearm | he used"."""
        following = words[at + 1].group() if at + 1 < len(words) else ""
        language, signs = self._language, self._signs
        spoken = following in signs.finite or following in language.verbs or following in language.auxiliaries
        return spoken or following.endswith(signs.verb_endings or ("\0",))

    def _shortened(self, clause: str) -> str:
        """The clause before its last phrase that begins within the limit."""
        # What "of" joins, and what follows a verb, belongs to the object: the role does not end before it.
        words = list(_WORD.finditer(clause))
        joined = self._language.of_words - self._language.place_prepositions
        starts = [
            word.start()
            for at, (before, word) in enumerate(pairwise(words))
            if word.group() in self._language.prepositions
            and word.group() not in joined
            and not self._leads_on(before.group())
            and not (at and words[at - 1].group() in self._signs.infinitives)
        ]
        starts = sorted(starts + self._reduced(words))
        within = [at for at in starts if at <= ROLE_CHARACTERS]
        long = (at for at in reversed(within) if len(clause[:at].split()) >= ROLE_WORDS)
        return self._ended(clause[: next(long, max(within, default=0))])

    def _reduced(self, words: Sequence[re.Match[str]]) -> list[int]:
        """Where a participle begins a clause behind a noun: "rebuffed a heckler | trying to ask"."""
        endings, language = self._signs.participle_endings or ("\0",), self._language
        return [
            word.start()
            for before, word in pairwise(words)
            if word.group().endswith(endings)
            and word.group().islower()
            and before.group().lower() not in language.function_words
            and not self._leads_on(before.group())
            and before.group() not in self._signs.adverbs
        ]

    def _leads_on(self, word: str) -> bool:
        """Whether a phrase goes on behind this word: a verb or a participle, which nothing may end with."""
        signs = self._signs
        endings = signs.participle_endings + (signs.verb_endings if signs.participle_endings else ())
        return word.endswith(endings or ("\0",)) or (bool(endings) and word in signs.finite)

    def _ended(self, clause: str) -> str:
        """The clause without function words at its end, or a verb whose object was cut off: "… | and turned"."""
        words = clause.rstrip(" ,").split(" ")
        while words and (words[-1].lower() in self._language.function_words or self._is_loose_verb(words)):
            words.pop()
        return " ".join(words).rstrip(" ,")

    def _is_loose_verb(self, words: Sequence[str]) -> bool:
        """Whether the last of these words is a verb behind more than it and its subject."""
        signs = self._signs
        endings = signs.participle_endings and signs.participle_endings + signs.verb_endings
        return len(words) > ROLE_WORDS and words[-1].islower() and words[-1].endswith(endings or ("\0",))
