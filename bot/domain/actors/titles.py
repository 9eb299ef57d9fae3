"""Where a title begins before a name, behind the verb whose object its bearer is: "to embarrass | Governor Ann Lee"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.domain.actors.pairs import Pairs
from bot.domain.actors.phrases import CLAUSE_END
from bot.domain.actors.signs import breaks_in, helping_in, signs_of
from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.first_names import bearers_part
from bot.domain.names.words import POSSESSIVE
from bot.domain.speech.rows.people_words import has_article
from config.limits import ROLE_CHARACTERS

_BEFORE = 3
_JOINTS = frozenset(" '’\n")
_PARTING = frozenset(",.;:)")
_REACH = 24  # Characters before a name in which an article and a form of address stand.
_STYLE = re.compile(r"(?<=, )((?:\w+\s)|(?:\w['’]))?([^\W\d_]+\.?)\s$")
_BESIDE = 2
_LED_WORDS = 4  # Words of "a retired bank manager".
_APOSTROPHES, _PAST_APOSTROPHES = re.compile("['’]"), re.compile("(?<=['’])")
_TITLE_WORD = re.compile(r"[^\s'’]+")
_PAST = re.compile(r"([^\W\d_]+)[ -]$")
_LETTERS = re.compile(r" ([A-Z]{2,4})\b")
_OWNER_WORDS = 4  # Words of a name that a title's bearer belongs to.


class Titles:
    """Tells titles in one article."""

    def __init__(self, text: str, language: Language, pairs: Pairs) -> None:
        self._text = text
        self._language = language
        self._pairs = pairs
        self._signs = signs_of(language.code)
        self._joints = abroad().joins | self._signs.adding
        self._told_times = self._signs.times_told - self._signs.formerly
        self._verb_ends = (*self._signs.verb_endings, *self._signs.participle_endings) or ("\0",)

    def is_apposed(self, start: int, end: int, first: str) -> bool:
        """Whether a role stands between marks, so that it begins at its article or noun: "…, tatăl a doi copii, …"."""
        if self._text[max(0, start - 2) : start] != ", ":
            return False
        parted = self._text[end : end + 1] in _PARTING
        told = self._language.is_role(first) or first in self._signs.formerly
        return first in self._signs.indefinite or (parted and told)

    def begun(self, start: int, words: list[str]) -> list[str]:
        """The words of a role that begins here, less a verb with its subject and a word for when before it."""
        before = self._words_before(start)
        begins = 0
        for at, word in enumerate(words[:-1]):
            if word.islower() and self._parts_title([*before, *words[:at]], word, words[at + 1]):
                begins = at + 1
        while begins < len(words) - 1 and words[begins].lower() in self._told_times:
            begins += 1  # "Yesterday | opposition leader"
        last = before[-1].lower() if before else ""
        told = len(words) > 1 and words[0][:1].isupper() and words[1][:1].islower() and not begins
        if told and last in self._language.verbs and not self._language.is_role(words[0].lower()):
            begins = 1  # "Сказал ТАСС | гидролог"
        begins = max(begins, self._past_governed(last, words))
        return words[max(begins, self._past_strange(words[begins:]) + begins) :]

    def _past_governed(self, before: str, words: Sequence[str]) -> int:
        """How many words belong to a preposition before a title, where nouns are declined: "po | meczu | trener"."""
        language, endings = self._language, self._language.modifier_endings
        if before not in language.prepositions or not language.case_endings or not (endings or language.postposed):
            return 0
        lowers = [word.lower() for word in words]
        at = next((at for at, word in enumerate(lowers) if language.is_role(word) or language.is_body(word)), 0)
        if language.definite:  # "după ședință | primarul", but "cu noul antrenor"
            at = next((at for at, word in enumerate(lowers) if language.is_role(word)), 0)
            return at if has_article(lowers[at], language) else 0
        return next((one + 1 for one in range(at - 1, -1, -1) if not words[one].lower().endswith(endings)), 0)

    def whole(self, start: int, end: int) -> int:
        """Where a title begins with what it is joined to and what says that it is over: "l' | ex direttore"."""
        start = self.joined(start, end)
        reach = max(0, start - _REACH, self._text.rfind(" ", 0, max(0, start - _BESIDE)))
        word = _PAST.search(self._text, reach, start)
        return word.start() if word is not None and word.group(1).lower() in self._signs.formerly else start

    def joined(self, start: int, end: int) -> int:
        """Where a title begins whose second part is this one: "| baker and councillor" Ann Lee; its start for no such.

        Two people have titles in the plural, or an article each.
        """
        beginning = max(0, end - ROLE_CHARACTERS)
        address = self._text[start:end].lower().rstrip(".") in self._signs.addresses
        if address or self._joints.isdisjoint(_TITLE_WORD.findall(self._text, beginning, start)):
            return start
        clause = max((point.end() for point in CLAUSE_END.finditer(self._text, beginning, start)), default=beginning)
        words = list(_TITLE_WORD.finditer(self._text, clause, start))
        at = self._begins(words, len(words)) - 1
        joint = at > 0 and words[at].group() in self._joints
        if not joint or not self._language.is_role(words[at - 1].group().lower()):
            return start
        first = self._begins(words, at - 1)
        led = first and words[first - 1].group().endswith(self._signs.participle_endings or ("\0",))
        cut = (words[first].start() == beginning and beginning > 0) or led  # "Standing alongside labor leader and …"
        given = at > 1 and words[at - 2].group() in languages.given_names()
        named = given and words[at - 1].group()[0].isupper()  # "Ada Bergmann und …"
        return start if cut or named else words[first].start()

    def _begins(self, words: Sequence[re.Match[str]], at: int) -> int:
        """Where what may modify the noun at this word begins."""
        while at and self._may_modify(words[at - 1].group()):
            at -= 1
        return at

    def _may_modify(self, word: str) -> bool:
        """Whether a word may stand within a title, before its noun: "breakfast show | host"."""
        lower, language = word.lower(), self._language
        small = lower in language.function_words or lower in language.days or lower in language.months
        told = lower in language.verbs or lower in self._signs.finite or word.endswith(self._verb_ends)
        return not small and (not told or language.is_role(lower) or lower in self._signs.modifiers)

    def _past_strange(self, words: Sequence[str]) -> int:
        """How many words without a capital stand before a title with one and describe nobody: "the reason | President".

        Where titles have capitals, what may stand before one is a part in life or what says since or until when.
        """
        at = next((at for at, word in enumerate(words) if not word.islower()), 0)
        if not at or not self._language.title_case or any(word.islower() for word in words[at:]):
            return 0
        if words[at].lower().rstrip(".") not in self._language.titles:
            return 0
        return 0 if all(map(self._may_describe, words[:at])) else at

    def _may_describe(self, word: str) -> bool:
        """Whether a word without a capital may stand before a title: "former", "then-", a noun for a person."""
        return "-" in word or word in self._signs.modifiers or self._language.is_role(word)

    def _tells_several(self, title: str) -> bool:
        """Whether a title is the plural of another: "Sens."."""
        plurals = (ending for ending in self._language.noun_plurals if title.endswith(ending))
        return any(title.removesuffix(ending) in self._language.titles for ending in plurals)

    def is_office(self, role: str, gender: str) -> bool:
        """Whether a role tells a part in life, not only a form of address ("Mr"), is no clause, and may be theirs."""
        if gender == "m" and self._language.articles and self._is_womans(role):
            return False
        words = [word.strip(".,") for word in role.lower().split()]
        if self._is_half_marked(role):
            return False
        if len(words) == 1:
            title = words[0] in self._language.titles and words[0] not in self._signs.addresses
            title = title and words[0].capitalize() + "." == role and not self._tells_several(words[0])
            return title or self._is_part(words[0])
        told = frozenset(words) - self._language.determiners  # "purtătoarea de cuvânt a Curții"
        clause = not told.isdisjoint(helping_in(self._language.code))
        clause = clause and not (self._signs.has_something(*words[:2]) or self._signs.has_done(words))
        return words[0] not in self._language.conjunctions and not clause and not self._has_pronoun(words)

    def _is_half_marked(self, role: str) -> bool:
        """Whether a role has a mark that opens or closes alone."""
        alone = role.count("“") != role.count("”") or role.count("«") != role.count("»")
        return alone or role.count('"') % 2 == 1

    def _is_womans(self, role: str) -> bool:
        """Whether a role opens with a noun that tells a woman: "la directora"."""
        language, words = self._language, role.lower().split(" ")[:2]
        led = words[1:] if words[0] in language.determiners else words[:1]
        return any(language.gender_of_role(word) == "f" for word in led)

    def _has_pronoun(self, words: list[str]) -> bool:
        """Whether a pronoun stands among words, beside one that opens a clause with its verb at its end.

        One behind a noun with its article tells whose somebody is: "avocatul | ei".
        """
        owned = self._language.case_endings and self._language.definite and self._language.is_role(words[0])
        if owned and len(words) == _BESIDE:
            return False
        related = self._language.verb_second and words[0] in self._signs.people_relatives
        own = words[1:] if related else words
        return any(word.replace("’", "'").partition("'")[0] in self._language.pronouns for word in own)

    def styled(self, start: int) -> int:
        """Where a name begins with a form of address or a people before it: ", | Me Ann Lee", ", | le Dane Bo Ray"."""
        apart = ", " in self._text[max(0, start - _REACH - len(", ")) : start]
        words = _STYLE.search(self._text, max(0, start - _REACH), start) if apart else None
        if words is None:
            return start
        word, code = words.group(2).lower().rstrip("."), self._language.code
        address = word in self._signs.addresses or word in self._language.titles
        people = gazetteer.demonym(word, code) is not None or gazetteer.demonym(words.group(2), code) is not None
        article = (words.group(1) or "").strip().lower()
        led = not article or article in self._language.determiners or article[:-1] in self._language.determiners
        return words.start() if (address or people) and led else start

    def told(self, words: list[re.Match[str]]) -> list[re.Match[str]]:
        """The words of a phrase behind the verb of speech whose subject it is: "a declarat | primarul comunei"."""
        listed = (self._language.auxiliaries, self._language.verbs)
        verbs = takewhile(lambda word: any(word.group().lower() in told for told in listed), words)
        return words[sum(1 for _ in verbs) :]

    def led(self, words: Sequence[re.Match[str]]) -> tuple[list[str], int]:
        """A phrase's words in lower case, a joined article by itself, and where the title in it begins, -1 for none.

        "A spokesman for the board" keeps its article, "Hallford's head of planning" its owner; "its project leader"
        says nothing of whose.
        """
        lowers = [word.group().lower() for word in words]
        if not words:
            return lowers, -1
        language, first = self._language, lowers[0]
        article, mark, noun = first.replace("’", "'").partition("'")
        if mark and article in language.elisions:
            return [article, noun, *lowers[1:]], words[0].start() + len(article) + 1
        if first in language.determiners or first in language.possessives:
            indefinite = first in self._signs.indefinite - language.definite and not language.nouns_capitalised
            return lowers, words[0 if indefinite else 1].start() if len(words) > 1 else -1
        return lowers, words[0].start() if _is_owned(words) else -1

    def closing(self, words: Sequence[re.Match[str]]) -> int:
        """Where a title with its article ends a clause, in languages whose modifiers follow; -1 where none does.

        "L'annuncio è arrivato dall' | assessora ai Trasporti, Ann Lee".
        """
        language = self._language
        if not language.postposed:
            return self._closing_new(words)
        told = breaks_in(language.code)
        found = -1
        for at in range(len(words) - 1, -1, -1):
            lower = words[at].group().lower().replace("’", "'")
            article, mark, noun = lower.rpartition("'")
            led = article in language.elisions if mark else at > 0 and self._is_article(words[at - 1].group().lower())
            if led and language.is_role(noun):
                found = words[at].start() + len(article + mark)
            if lower in told or (found >= 0 and not self._tells_whose(words, at)):
                break
        return found

    def _closing_new(self, words: Sequence[re.Match[str]]) -> int:
        """Where a title with its indefinite article ends an English clause: "with a | retired banker, Ann Lee."."""
        articles = self._signs.indefinite - self._language.definite
        if self._language.verb_second or not words or not self._language.is_role(words[-1].group().lower()):
            return -1
        led = (at for at in range(len(words) - 2, -1, -1) if words[at].group().lower() in articles)
        start = next(led, -1)
        return words[start + 1].start() if len(words) - start <= _LED_WORDS and start > 0 else -1

    def _tells_whose(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether "of" is before this word or is it, so that the noun whose this is stands before it."""
        heads = (words[index].group().lower().split("'")[0] for index in range(max(0, at - 1), at + 1))
        return any(head in self._language.of_words for head in heads)

    def _is_article(self, lower: str) -> bool:
        return lower in self._language.definite or lower in self._signs.contracted

    def in_case(self, start: int) -> str:
        """A title before a name whose case another ending tells than its own: "den | Piloten Ole Berg"."""
        if not self._language.nouns_capitalised:
            return ""
        words = self._text[max(0, start - ROLE_CHARACTERS) : start].rpartition("\n")[2].split(" ")
        led = len(words) > _BESIDE and not words[-1] and words[-3] in self._language.oblique
        return words[-2] if led and self._is_in_case(words[-2].lower()) else ""

    def phrase_before(self, start: int) -> str:
        """What several words before a name call somebody, none of which does alone: "pubblico ministero"."""
        end = start - 1 if self._text[max(0, start - 1) : start] == " " else 0
        for phrase in self._signs.role_phrases:
            said = self._text[max(0, end - len(phrase) - 1) : end]
            if said[1:].lower() == phrase and said[0] in _JOINTS:
                return said[1:]
        return ""

    def in_letters(self, end: int) -> str:
        """An office in letters behind a name that ends here."""
        letters = _LETTERS.match(self._text, end)
        return letters.group(1) if letters and self._language.is_role(letters.group(1).lower()) else ""

    def _is_part(self, noun: str) -> bool:
        """Whether a noun tells a part in life in any of its forms."""
        return self._language.is_role(noun) or self._pairs.is_plural(noun) or self._is_in_case(noun)

    def _is_in_case(self, noun: str) -> bool:
        """Whether a noun tells a part in life by a case that its own forms do not list: "Piloten"."""
        stems = (noun.removesuffix(ending) for ending in self._language.role_cases if noun.endswith(ending))
        return any(map(self._language.is_role, stems))

    def present(self, roles: Sequence[str]) -> list[str]:
        """The roles that tell what somebody is, not what they were: "a former teacher"."""
        return [role for role in roles if not self._is_past(role)]

    def _is_past(self, role: str) -> bool:
        words = [word for word in role.lower().split() if word not in self._language.determiners]
        return bool(words) and words[0].partition("-")[0] in self._signs.formerly

    def is_of_body(self, words: Sequence[str]) -> bool:
        """Whether a phrase tells of which body somebody is, where names follow: "del Instituto", "de la CGT".

        Or for whom somebody speaks, in any language: "speaking for the residents", "au nom des bergers".
        """
        language = self._language
        if self._signs.speaks_for(words):
            return True
        parted = [part for word in words[:_BEFORE] for part in _PAST_APOSTROPHES.split(word)]
        if not language.postposed or not parted or parted[0].lower().rstrip("'’") not in language.of_words:
            return False
        head = next((part for part in parted[1:] if part.lower().rstrip("'’") not in language.determiners), "")
        acronym = len(head) > 1 and head.isupper() and head.isalpha()
        return acronym or (language.is_body(head.lower()) and (head.istitle() or head.islower()))

    def is_complemented(self, clause: str) -> bool:
        """Whether a few words are a part in life and what it is of: "capogruppo dell'opposizione", "ex postière"."""
        words = clause.lower().replace("’", "'").split(" ")
        noun, *behind = words[len(words) > 1 and words[0] in self._language.ranks :]
        led = not behind or behind[0].partition("'")[0] in self._language.of_words
        return led and len(behind) <= _BEFORE and self._language.is_role(noun)

    def is_noun_led(self, words: Sequence[str]) -> bool:
        """Whether an article stands before the last of these words: "Anwalt der | Frau" has no form of address."""
        return len(words) > 1 and words[-2].lower() in self._language.determiners

    def leading(self, start: int, end: int) -> str:
        """The title that stands here before a name, with what belongs to its beginning; "" where it is a verb."""
        words = [] if self.is_verb(start, end) else self.begun(start, self._text[start:end].split(" "))
        return " ".join(words[bearers_part(words, self._text, end, self._language.code) :])

    def is_verb(self, start: int, end: int) -> bool:
        """Whether a single word here is the participle of an auxiliary before it: "a | accusé", "fue | detenido".

        So are several words that begin with one behind a comma: "Luc Roux, l'avait prévenue".
        """
        told, capital = self._text[start:end], self._text[start].isupper()
        noun = self._language.verb_second and (capital or self._language.is_role(told))
        if noun or self._language.case_endings:  # "Auch | Angler Ole Berg", "heeft | agent Ada Bos"
            return False
        if " " in told:
            return self._language.postposed and _APOSTROPHES.split(told.split()[0].lower())[-1] in self._signs.empty
        before = self._words_before(start)
        last = _APOSTROPHES.split(before[-1].lower())[-1] if before else ""
        return last in self._language.auxiliaries or last in self._signs.copulas

    def _words_before(self, start: int) -> list[str]:
        """The words of the same clause right before here, at most three."""
        return CLAUSE_END.split(self._text[max(0, start - ROLE_CHARACTERS) : start])[-1].split()[-_BEFORE:]

    def _parts_title(self, before: Sequence[str], word: str, following: str) -> bool:
        """Whether a word without a capital is a verb and no part of the title behind it."""
        if self._is_broken(word, before[-1] if before else "", following):
            return True
        follows = self._past_adverbs(before)
        lower, signs = follows.lower(), self._signs
        if lower in self._language.relatives and follows != before[-1]:
            return self._is_deed(word, follows)  # "the scandal that ultimately consumed | Gov."
        if not lower or lower in self._language.determiners or lower in self._language.possessives:
            return False  # "an elected mayor"
        if self._leads_verb(lower):
            subject = self._language.verb_second and self._language.is_role(word)  # "heeft | minister Ada Bos gezegd"
            return bool(signs.infinitives) and word not in signs.modifiers and not subject  # "to embarrass | chief Lee"
        return self._is_deed(word, follows)

    def _past_adverbs(self, before: Sequence[str]) -> str:
        """The last of these words that is no adverb, "" where there is none."""
        endings = self._signs.adverb_endings or ("\0",)
        return next((one for one in before[::-1] if not (one.endswith(endings) or one in self._signs.adverbs)), "")

    def _leads_verb(self, lower: str) -> bool:
        """Whether a verb follows this word: "to", an auxiliary."""
        signs = self._signs
        modal = lower in signs.empty or (lower in signs.finite and lower in self._language.function_words)
        joins = self._language.postposed and lower in self._language.of_words  # "porte-parole de | l'agence de santé"
        return modal or (lower in signs.infinitives and not joins)

    def _is_deed(self, word: str, follows: str) -> bool:
        """Whether a word is the verb of the noun or name before it: "the victory | led Chairman", "Lee | trails"."""
        signs, language = self._signs, self._language
        acts = word in signs.finite or (word not in signs.not_finite and word.endswith(signs.verb_endings or ("\0",)))
        if follows.lower() in language.relatives:
            return acts
        if self._is_subject(follows):
            return acts or (word.endswith(signs.plural_endings or ("\0",)) and not language.is_role(word))
        return acts and follows.islower() and follows.lower() not in language.function_words

    def _is_broken(self, word: str, follows: str, following: str) -> bool:
        """Whether a title begins after this word: "groups supporting | Senator", "refugees | President"."""
        if word.endswith(self._signs.participle_endings):
            return not (follows.lower() in self._language.determiners or self._may_describe(word))
        titled = following[:1].isupper() and self._language.is_role(following.lower().rstrip("."))
        return titled and word.endswith(self._signs.plural_endings)

    def _is_subject(self, word: str) -> bool:
        """Whether a verb may follow this word: a name or a pronoun, not an article or a comma."""
        bare = word.lower()
        return word[-1:].isalpha() and (
            bare in self._language.pronouns or (word[0].isupper() and bare not in self._language.determiners)
        )


def _is_owned(words: Sequence[re.Match[str]]) -> bool:
    """Whether a phrase opens with the name whose its noun is: "Northgate Park's | manager"."""
    owner = next((at for at, word in enumerate(words[:_OWNER_WORDS]) if word.group().endswith(POSSESSIVE)), -1)
    return owner >= 0 and all(word.group()[0].isupper() for word in words[: owner + 1])
