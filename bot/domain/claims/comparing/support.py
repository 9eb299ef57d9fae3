"""What an article has: whether a sentence that somebody wrote of it has numbers, names or a script that it has not.

In another language names may be spelt otherwise.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, cached_property
from itertools import takewhile

from bot.domain.language import gazetteer, languages, world
from bot.domain.language.scripts import script_of
from bot.domain.text.fold import fold_text
from bot.domain.text.wording import table
from bot.domain.values.article import Article
from config import limits

# An address that chat clients make a link of, and a mention that they would ring.
LINK = re.compile(
    r"[a-z][a-z0-9+.-]{1,20}:/|\bwww\.|\]\(|//|\bdiscord\.(?:gg|com)\b|(?:mailto|tel|javascript):", re.IGNORECASE
)
MENTION = re.compile(r"@(?:everyone|here)\b|<[@#:/]|<a?:\w+:\d+|<t:\d+|</\w", re.IGNORECASE)
# What each of these has, looked for in less time.
_SIGN = re.compile(r"[:/@<]|\]\(|[dw]\.", re.IGNORECASE)
# A host's name without an address around it. "Amazon.com" in the article's own words is a company's name.
_HOST = re.compile(r"@\w|\b[\w-]{2,}\.(?:[\w-]{2,}\.)*[^\W\d_]{2,}\b")
_COMPANY = re.compile(r"[A-Z][\w-]*\.(?:com|org|net|de|fr|ru|ro|io)\b")
NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,’']\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+")
_ASCII, _NO_LETTERS = re.compile(r"[\x00-\x7f]+"), bytes(one for one in range(128) if not chr(one).isalpha())
_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670]+")
_TOKEN = re.compile(r"[^\W_]+")
_COMPOUND = 3
# Which number words a part of others may be.
_PARTS = {
    "ones": range(1, 10),
    "tens": range(20, 100, 10),
    "rest": range(1, 100),
    "hundreds": range(100, 1000, 100),
    "small": range(2, 1000),
}
_KANA = frozenset({"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"})


def has_link(text: str) -> bool:
    """Whether a text carries what a chat client makes a link or a mention of, however it is written."""
    written = unicodedata.normalize("NFKC", text)
    forms = [form for form in ((text,) if written == text else (text, written)) if _SIGN.search(form)]
    return any(pattern.search(form) for form in forms for pattern in (LINK, MENTION)) if forms else False


def has_host(text: str) -> bool:
    """Whether a text names a host of the web that is no company's name."""
    written = unicodedata.normalize("NFKC", text)
    hosts = _HOST.finditer(written) if "." in written or "@" in written else ()
    return any(not _COMPANY.fullmatch(host.group()) for host in hosts)


class Support:
    """One article, read once for every sentence that is held against it.

    Args:
        article: without its planted passages.
        language: of what is held against it; None for the article's own.
        folded: the article's text folded, where that is known already.
    """

    def __init__(self, article: Article, language: str | None, *, folded: str | None = None) -> None:
        self._article = article
        self._folded = folded
        self._own = languages.of(article.language)
        self._said = languages.of(language or article.language)
        self.tells_names = self._said.capitals
        self.foreign = bool(language and article.language and language != article.language)

    # --- what the article has -----------------------------------------------------------------------------------------

    @cached_property
    def _around(self) -> str:
        """What belongs to the article besides its text."""
        article = self._article
        return " ".join(
            filter(None, (article.title, article.site, article.source, article.published, *article.authors))
        )

    @cached_property
    def _plain(self) -> str:
        """All that belongs to the article without marks on letters, a space before it and behind it."""
        text = fold_text(self._article.text) if self._folded is None else self._folded
        text = text if text.isascii() else _ACCENTS.sub("", text)
        return f" {text} {plain(self._around)} "

    @cached_property
    def _tokens(self) -> frozenset[str]:
        return frozenset(_TOKEN.findall(self._plain))

    @cached_property
    def _sorted_tokens(self) -> list[str]:
        return sorted(self._tokens)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(numbers(self._article.text)) | frozenset(numbers(self._around))

    @cached_property
    def _name_tokens(self) -> frozenset[str]:
        """Words with a capital, in Latin letters without marks."""
        words = _TOKEN.findall(f"{self._article.text} {self._around}")
        return frozenset(latin(word) for word in words if word[0].isupper())

    @cached_property
    def _countries(self) -> frozenset[str]:
        """Codes of the countries that the article names, by themselves, their people or their capitals."""
        text = f"{self._article.text[: limits.COUNTRY_CHARACTERS]} {self._around}"
        return frozenset(filter(None, (_country(name, self._article.language) for name in _runs(text))))

    @cached_property
    def _script(self) -> str:
        return _script(self._article.text[: limits.SCRIPT_SAMPLE])

    # --- what is held against it --------------------------------------------------------------------------------------

    def strange_thing(self, text: str) -> str:
        """A host's name, a number or a name that the article has not, "" when there is none."""
        if has_host(text):
            return "carries a link or a mention"
        number = self.strange_number(text)
        if number:
            return f"has a number that the article has not: {number}"
        name = self.strange_name(text)
        return f"has a name that the article has not: {name}" if name else ""

    def strange_script(self, text: str) -> str:
        """Why a text's script cannot be, "" when it can."""
        if self.foreign:
            known = script_of(self._said.code) or ("LATIN" if self._said.stop_words else "")
        else:
            known = self._script
        script = _script(text)
        return "is in another script" if known and script and script != known else ""

    def strange_number(self, text: str) -> str:
        """A number, a number word, a month or a day that the article has not, "" when there is none."""
        strange = sorted(set(numbers(text)) - self._numbers)
        if strange:
            return strange[0]
        if self.foreign:
            return ""
        counting = _words("numbers", self._own.code) | _plain_set(self._own.months | self._own.days)
        return next((token for token in _TOKEN.findall(plain(text)) if token in counting and not self._has(token)), "")

    def strange_name(self, text: str) -> str:
        """A name that the article has in no form, "" when there is none."""
        words: list[str] = _TOKEN.findall(text)
        for index, word in [one for one in enumerate(words) if one[1][0].isupper()]:
            if self._is_strange_acronym(word) and not text.isupper():
                return word
            if len(word) == 1 or self._is_written(plain(word)):
                continue
            before, after = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
            known = self._is_ordinary(word, before, after, first=index == 0) or self._has(plain(word))
            if not known and not self._is_place(words, index) and not self._ends_a_word(plain(word)):
                return word
        return ""

    def _is_strange_acronym(self, word: str) -> bool:
        """Whether capitals that read as a function word of the article are a body's name that it has not: "WHO"."""
        if len(word) == 1 or not word.isupper() or self.foreign or word.lower() not in self._said.stop_words:
            return False
        return word not in self._capitals and not gazetteer.is_sure_place(word, self._said.code)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The article's words in capitals."""
        return frozenset(filter(str.isupper, _TOKEN.findall(f"{self._article.text} {self._around}")))

    def _ends_a_word(self, token: str) -> bool:
        """Whether a word of the article is made of another and this one: "Bus" of "Reisebus"."""
        if not self._said.nouns_capitalised or self.foreign or len(token) < _COMPOUND:
            return False
        return any(known.endswith(token) for known in self._tokens)

    def denials(self, text: str) -> list[str]:
        """The words of a text that deny something, sorted."""
        folded, words = plain(text), _words("negations", self._own.code)
        endings = _endings("negations", self._own.code).findall(folded)  # "Couldn't"
        return sorted([*(token for token in _TOKEN.findall(folded) if token in words), *endings])

    def _has(self, token: str) -> bool:
        """Whether the article has a word, in this or another ending."""
        return self._is_written(token) or any(_same_word(token, known) for known in self._near(token))

    def _is_written(self, token: str) -> bool:
        """Whether a word stands in the article as it is: looked for in less time than it takes to gather all words."""
        text, at = self._plain, -1
        while token.isalnum() and (at := text.find(token, at + 1)) >= 0:
            if not (text[at - 1].isalnum() or text[at + len(token)].isalnum()):
                return True
        return False

    def _near(self, token: str) -> list[str]:
        """Words of the article that begin as `token` does, some at the most."""
        start = bisect_left(self._sorted_tokens, token[: limits.NAME_PREFIX])
        return self._sorted_tokens[start : start + limits.NAMES_COMPARED]

    def _is_ordinary(self, word: str, before: str, after: str, *, first: bool) -> bool:
        """Whether a word with a capital is no name: it opens a sentence, or its language writes it so."""
        lower, said = word.lower(), self._said
        if self._is_common(lower):
            return True
        telling = self._is_known_name(word)
        if said.nouns_capitalised and (self.foreign or not first):
            return not telling and self._is_noun(lower, before, first=first)
        if self.foreign:
            may_be = not telling and (first or not said.capitals)
            return may_be or self._is_respelt(word)
        # What opens a sentence has a capital whatever it is.
        opens = first and not telling and after.lower() not in said.verbs
        return opens and (said.nouns_capitalised or not after[:1].isupper())

    def _is_common(self, lower: str) -> bool:
        """Whether a word is listed as one that names nobody; a title or an office names nobody in another language."""
        said = self._said
        if lower in said.no_name or lower in said.stop_words or lower in said.groups:
            return True
        return self.foreign and (lower in said.titles or said.is_role(lower) or lower in said.organisation_words)

    def _is_known_name(self, word: str) -> bool:
        """Whether a word is listed as a given name, a place or a people."""
        code = self._said.code
        listed = gazetteer.given_name(word) is not None or gazetteer.is_sure_place(word, code)
        return listed or gazetteer.is_people(word, code)

    def _is_noun(self, lower: str, before: str, *, first: bool) -> bool:
        """Whether a word may be a noun where nouns have capitals: one that another noun stands before is a name."""
        said = self._said
        if before and before[0].isupper() and before.lower() not in said.stop_words:
            return False
        return self.foreign or not first or said.is_role(lower) or lower.endswith(said.noun_endings)

    def _is_respelt(self, word: str) -> bool:
        """Whether a name of the article may be written so in another language ("Poutine", "Путін")."""
        spelt = latin(word)
        if self._script != _script(word) and len(word) < limits.NAME_PREFIX:
            return True  # "Си" and "Xi" have nothing in common that could be compared.
        alike = sorted(known for known in self._name_tokens if known[:1] == spelt[:1])[: limits.NAMES_COMPARED]
        return any(SequenceMatcher(None, spelt, known).ratio() >= limits.RESPELT_SHARE for known in alike)

    @cached_property
    def _place_tokens(self) -> frozenset[str]:
        """Words of the names that the article's countries have in the language of what is held against it."""
        names = world.of(self._said.code).countries
        return frozenset(
            token for name, code in names.items() if code in self._countries for token in _TOKEN.findall(plain(name))
        )

    def _is_place(self, words: list[str], index: int) -> bool:
        """Whether a word belongs to another name of a country that the article names ("Statele Unite", "Rusiei")."""
        if not self.foreign:
            return False
        token = plain(words[index])
        if any(_same_word(token, known) for known in self._place_tokens) or token in self._place_tokens:
            return True
        return _country(words[index], self._said.code) in self._countries


def numbers(text: str) -> list[str]:
    """The numbers of a text, each in one form: 1,200 and 1 200 are 1200; 1.5 and 1,5 are 1.5. Digits of any script."""
    return [plain_number(match) for match in NUMBER.findall(text)]


def plain(text: str) -> str:
    """Folded text without marks above and below its letters: what two spellings of a word share."""
    folded = fold_text(text)
    return folded if folded.isascii() else _ACCENTS.sub("", folded)


def plain_number(text: str) -> str:
    """A number as written, in one form."""
    digits = "".join([str(unicodedata.digit(char, 0)) if char.isdigit() else char for char in text])
    if _GROUPED.fullmatch(digits):
        return re.sub(r"\D", "", digits)
    parts = re.split(r"\D", digits)
    # What stands behind the last mark is a fraction, a minute or a day; the marks before it part groups.
    return "".join(parts) if len(parts) == 1 else f"{''.join(parts[:-1])}.{parts[-1]}"


def _same_word(one: str, other: str) -> bool:
    """Whether two words differ by their endings alone."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    most = limits.NAME_ENDING if shared == shorter else limits.NAME_ENDING // 2
    return shared >= limits.NAME_PREFIX and longer - shared <= most


def _runs(text: str) -> Iterator[str]:
    """Runs of one to three words of which the first has a capital."""
    words = _TOKEN.findall(text)
    for index, word in enumerate(words):
        if word[0].isupper():
            yield from (" ".join(words[index:end]) for end in range(index + 1, min(index + 3, len(words)) + 1))


def _country(name: str, language: str | None) -> str | None:
    return (
        gazetteer.country_of(name, language) or gazetteer.demonym(name, language) or gazetteer.metonym(name, language)
        if name
        else None
    )


def _script(text: str) -> str:
    """The script of most letters of a text, "" when it has none. Kana and Han are one."""
    ascii_ = text.encode("ascii", "ignore")  # Most letters are told at once.
    letters = len(ascii_.translate(None, _NO_LETTERS))
    counts = {"LATIN": letters} if letters else {}
    for character, times in Counter(_ASCII.sub("", text)).items():
        if character.isalpha():
            name = _script_of(character)
            counts[name] = counts.get(name, 0) + times
    return max(sorted(counts), key=counts.__getitem__) if counts else ""


@cache
def _script_of(character: str) -> str:
    name = unicodedata.name(character, "").split(" ")[0]
    return "CJK" if name in _KANA else name


def latin(word: str) -> str:
    """A word in lower-case Latin letters without marks, as far as it is Latin or Cyrillic."""
    letters = _letters()
    spelt = "".join(letters.get(char, char) for char in word.casefold())
    return "".join(char for char in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(char))


@cache
def _letters() -> dict[str, str]:
    pairs: Iterable[str] = table("counting")["letters"]["cyrillic"]
    return {letter: latin for letter, _, latin in (pair.partition(":") for pair in pairs)}


@cache
def _words(part: str, code: str) -> frozenset[str]:
    return frozenset(plain(word) for word in table("counting")[part].get(code, ()))


@cache
def _endings(part: str, code: str) -> re.Pattern[str]:
    """What ends words of a list behind a mark, as "n't" does."""
    marked = (re.escape(word) for word in _words(part, code) if not word.isalpha())
    return re.compile(rf"(?:{'|'.join(marked) or '(?!)'})\b")


@cache
def _plain_set(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


def spelled(numbers: Mapping[str, float], forms: str) -> Mapping[str, float]:
    """Number words with those that are made of them: "{tens}-{ones}" makes "thirty-two", "{ones}hundert*100" hundreds.

    `forms` are applied in order; what a form has behind "*" multiplies its one part, else the parts are added. A part
    is one of `ones` (1 to 9), `tens` (20 to 90), `rest` (below 100), `hundreds` (100 to 900) and `small` (below 1000).
    """
    found = dict(numbers)
    for form in forms.split():
        written, _, times = form.partition("*")
        parts = [part for part in re.split(r"[{}]", written) if part]
        made = {"": 0.0}
        for part in parts:
            kind = _PARTS.get(part)
            words = {part: 0.0} if kind is None else {word: value for word, value in found.items() if value in kind}
            made = {ahead + word: one + value for ahead, one in made.items() for word, value in words.items()}
        found = {**{plain(word): value * float(times or 1) for word, value in made.items()}, **found}
    return found
