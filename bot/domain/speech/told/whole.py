"""How far a noun for who speaks goes, who has no name: "the head of the ward | of the hospital", "директор | школы"."""

import re

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Token

_WORD = re.compile(r" ([^\W\d_]+(?:[’'-][^\W\d_]+)*)")
_MARKED = re.compile(r" «[^«»„“.,!?\n]{2,40}»")
_LAST = re.compile(r"([^\W\d_]+)[ '’](?:[^\W\d_]{1,3}['’])?$")
_MOST = 90  # Characters of a noun with all that it is of.
_REACH = 24  # Characters before a noun in which its verb stands.
_LINKS = 4


def past_complements(text: str, token: Token, language: Language) -> int:
    """Where a description with what it is of ends: behind further phrases with "of", or genitives that follow."""
    if not language.is_role(token.word):
        return token.end
    before = _LAST.search(text, max(0, token.start - _REACH), token.start)
    verb = before.group(1).lower() if before is not None else ""
    inverted = verb in language.verbs or verb in language.weak_verbs
    end = token.end
    for _ in range(_LINKS):
        past = past_genitive(text, end, language, inverted=inverted) if language.case_endings else end
        past = _past_link(text, end, language, inverted=inverted) if past == end else past
        if past == end or past - token.start > _MOST:
            break
        end = past
    marked = _MARKED.match(text, end) if language.case_endings else None
    return marked.end() if marked is not None and text[end + 2].isupper() else end  # "речниця компанії | «Ладога»"


def _past_link(text: str, end: int, language: Language, *, inverted: bool) -> int:
    """Past a word for "of" and the noun behind it, with one more word where the verb stands before; else the end."""
    link = _WORD.match(text, end)
    noun = _noun_behind(text, link.end(), language) if link is not None else None
    if link is None or noun is None:
        return end
    words = language.of_words - language.place_prepositions - language.agents - language.auxiliaries
    known = link.group(1) in (words & language.connectors or words)
    if not known and not _is_genitive(link.group(1), noun.group(1), language):
        return end
    named = _past_name(text, noun.end()) if language.case_endings else noun.end()
    if named > noun.end():
        return named  # "a companiei | Nordika Lines"
    following = _WORD.match(text, noun.end())
    if following is not None and inverted and _is_open(following.group(1), language):
        noun, following = following, _WORD.match(text, following.end())
    return noun.end() if following is None or not _is_open(following.group(1), language) else end


def _past_name(text: str, end: int) -> int:
    """Past words with a capital that follow here."""
    word = _WORD.match(text, end)
    while word is not None and word.group(1)[0].isupper():
        end = word.end()
        word = _WORD.match(text, end)
    return end


def _is_genitive(link: str, noun: str, language: Language) -> bool:
    """Whether a word for "of" that may be an auxiliary too stands before a genitive: "a companiei", not "a spus"."""
    if not language.case_endings or link not in language.of_words & language.auxiliaries - language.prepositions:
        return False
    return noun[0].isupper() or noun.endswith(language.oblique_endings or ("\0",))


def _noun_behind(text: str, end: int, language: Language) -> re.Match[str] | None:
    """The noun behind a word for "of" and its article, which stands before one where adjectives do."""
    noun = _WORD.match(text, end)
    led = noun is not None and noun.group(1) in language.definite
    noun = _WORD.match(text, noun.end()) if noun is not None and led else noun
    known = noun is not None and (led or language.postposed) and _is_noun(noun.group(1), language)
    return noun if known else None


def _is_noun(word: str, language: Language) -> bool:
    """Whether a word may be what somebody's office is of: no time and no small word."""
    lower = word.lower()
    time = lower in language.days or lower in language.months or lower in language.times
    return not (time or lower in language.function_words or lower in language.not_names)


def _is_open(following: str, language: Language) -> bool:
    """Whether a noun may go on with the next word, so that nobody knows where it ends."""
    lower = following.lower()
    told = lower in language.verbs or lower in language.auxiliaries or lower in language.function_words
    return not (told or lower in language.weak_verbs)


def past_genitive(text: str, end: int, language: Language, *, inverted: bool) -> int:
    """Past a noun without a capital that follows in the genitive, by which cases tell whose somebody is."""
    noun = _WORD.match(text, end)
    word = noun.group(1) if noun is not None else ""
    if noun is None or not word.islower() or not _is_noun(word, language) or word in language.verbs:
        return end
    finite = not inverted and word.endswith(language.finite_endings or ("\0",))
    endings = language.oblique_endings if language.definite else language.complement_endings
    return noun.end() if word.endswith(endings or ("\0",)) and not finite else end
