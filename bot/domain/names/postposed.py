"""Roles parted from their name by what belongs to them: "la ministra de Cultura de México, Ana Ruiz".

Romance and Slavic languages put complements and adjectives after the noun, so that a role seldom stands right beside
the name: "le président du jury, Louis Faye", "директор школы Зинаида Пахомова".
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise

from bot.domain.language import languages
from bot.domain.language.given_genders import stands_in_nominative
from bot.domain.language.languages import Language
from bot.domain.names.first_names import in_genitive

_REACH = 10
_PAIR = 2
_NO_GAP = frozenset({"", "'", "’", "«", "»", "„", "“", "”", '"'})


def role_before(words: Sequence[str], gap: Callable[[int], str], name: int, language: Language) -> int | None:
    """The index of the word where the role before a name begins, None when no role stands there.

    Args:
        words: words of the text, as printed.
        gap: gives what stands between the word at an index and the next one.
        name: index of the name's first word.
        language: whose roles; one whose modifiers do not follow their noun gives None.
    """
    if name == 0 or not _may_part(gap(name - 1).strip(), language):
        return None
    found: int | None = None
    beside = gap(name - 1).strip() in _NO_GAP
    for index in range(name - 1, max(-1, name - 1 - _REACH), -1):
        lower = words[index].lower()
        between = gap(index) if index < name - 1 else " "
        if between != " " and (between.strip() not in _NO_GAP or "\n" in between):
            break
        if _ends_role(words, index, language):
            break
        led = lower not in language.prepositions or _is_led(words, index, language)
        if (
            led
            and _is_complemented(lower, language, beside=beside)
            and _belongs(words, index, name, language, beside=beside)
        ):
            found = index
            if index == 0 or gap(index - 1).strip() not in _NO_GAP:
                break
    return found


def is_whom(
    words: Sequence[str], gap: Callable[[int], str], role: int, names: tuple[int, int], language: Language
) -> bool:
    """Whether the person behind a role does what follows, or tells whose it is: "al prefetto, Ada Neri scrive".

    Args:
        words: words of the text, as printed.
        gap: gives what stands between the word at an index and the next one.
        role: index of the word where the role begins.
        names: indices of the name's first and last words.
        language: of the text.
    """
    first, last = names
    if role == first - 1 and in_genitive(words[first], language):
        return True  # "Avocatul | Anei Popa"
    if role and stands_in_nominative(words[first]):
        return words[role - 1].lower() in language.prepositions  # "У листі до міністра | Дарина Лис пише"
    if role == 0 or last + 1 >= len(words) or gap(first - 1).strip() != "," or gap(last) != " ":
        return False
    behind, before = words[last + 1], words[role - 1].lower()
    if before in language.definite and role > 1:
        before = words[role - _PAIR].lower()
    acts = behind in language.verbs or behind in language.weak_verbs or behind in language.auxiliaries
    return acts and before in language.prepositions


def modified(words: Sequence[str], gap: Callable[[int], str], role: int, language: Language) -> int:
    """Where the adjectives before a role begin, where nouns have capitals: "der | ehemalige Leiter der Schule"."""
    while role and language.nouns_capitalised and gap(role - 1) == " ":
        before = words[role - 1]
        if not before.islower() or before in language.function_words or before in language.verbs:
            break
        if not before.endswith(language.modifier_endings) or is_deed_before(words, gap, role - 1, language):
            break
        role -= 1
    return role


def is_deed_before(words: Sequence[str], gap: Callable[[int], str], at: int, language: Language) -> bool:
    """Whether a word that may be an adjective is what somebody did: "vor Schluss parierte | Torhüterin Ada Lind".

    A noun stands right before it, with no ending of whose something is, as in "Deutschlands bekannte Torhüterin".
    """
    past = at > 0 and words[at].endswith(language.past_endings or ("\0",)) and gap(at - 1) == " "
    if not past:
        return False
    before = words[at - 1]
    owns = before.endswith(language.genitive_endings or ("\0",)) and before[-2:-1] != before[-1]  # Not "Schluss".
    return before[0].isupper() and before.lower() not in language.determiners and not owns


def tells_deed(ahead: Sequence[str], language: Language) -> bool:
    """Whether the words before a role behind a name and a comma tell what is done: "Ann Holm, suspended the | guard".

    Args:
        ahead: in lower case.
        language: of the text.
    """
    return _is_clause(ahead, language) or (
        not language.nouns_capitalised and any(_blocks(lower, language) for lower in ahead)
    )


def _is_clause(ahead: Sequence[str], language: Language) -> bool:
    """Whether words before a noun for a person are a verb and its object's article: "nannte die | Fahrerin"."""
    small = _small_words(language.code)
    if not language.nouns_capitalised:
        ahead = [*dropwhile(small.__contains__, ahead)]  # "Now the | director": adverbs stand before a role too.
    return bool(ahead) and ahead[0] not in small and any(lower in language.determiners for lower in ahead[1:])


@lru_cache(maxsize=32)
def _small_words(code: str) -> frozenset[str]:
    """The small words that may stand before a noun; adverbs among them where nouns have no capitals."""
    language = languages.of(code)
    small = language.determiners | language.prepositions
    return small if language.nouns_capitalised else small | language.function_words | language.auxiliaries


def _blocks(lower: str, language: Language) -> bool:
    """Whether a word before a role tells that what stands behind a comma is no apposition: "además del responsable"."""
    told = lower in language.verbs or lower in language.so_words  # ", aldus bestuurder Ada Bos"
    if told or lower in language.prepositions or lower in language.relatives or lower in language.according_to:
        return True
    return language.postposed and lower in language.of_words


def _may_part(gap: str, language: Language) -> bool:
    """Whether this may stand between a role and its name: nothing, a comma in languages with articles."""
    if language.nouns_capitalised:
        return gap == "," and bool(language.definite)
    return language.complements_follow and (gap in _NO_GAP or (gap == "," and bool(language.definite)))


def _ends_role(words: Sequence[str], index: int, language: Language) -> bool:
    """Whether a word before a name is of no role of theirs: a verb, a relative, another's first name.

    What may be a relative without a comma before it joins a genitive: "der Anwalt | der Frau, Ole Berg". What may be
    a verb is a noun behind "of the": "la tenante du titre Ada Roux".
    """
    word, lower = words[index], words[index].lower()
    relative = lower in language.relatives and lower not in language.genitives
    noun = language.postposed and index > 0 and words[index - 1].lower() in language.of_words
    if (lower in language.verbs and not noun) or relative or lower in language.auxiliaries:
        return True
    return bool(language.paradigms) and word in languages.given_names()


def _is_led(words: Sequence[str], index: int, language: Language) -> bool:
    """Whether an article stands before a word, alone or elided: "l'ad Luca Moro", but "ad Anna Prati"."""
    before = words[index - 1].lower() if index else ""
    return before in language.definite or before in language.elisions


def _is_complemented(lower: str, language: Language, *, beside: bool) -> bool:
    """Whether a word is a role whose complements may part it from its name, where `beside` without a comma."""
    if beside and not language.postposed:
        return lower in language.portfolios  # "minister van Verkeer | Ada Bos"
    return language.is_role(lower) or lower in language.titles


def _ends_before(words: Sequence[str], role: int, name: int, language: Language, *, beside: bool) -> bool:
    """Whether words behind a role end it before a name: a verb, a function word, "municipiului | Alba Lacului".

    A comma parts nobody's town from the noun for it: "primarul orașului, | Ion Rusu". What begins with no first name
    behind a noun for a body is what that is called: "le président de l'association | Crocs Blancs".
    """
    between = [word.lower() for word in words[role + 1 : name]]
    if beside and language.definite and language.is_body(between[-1]) and words[name] not in languages.given_names():
        return True
    if beside and language.definite and between[-1] in language.led_by | language.place_words:
        return True  # "le préfet de la région | Grand Est"
    verb = between[0].endswith(language.verb_endings or ("\0",)) and not _tells_others(words, role, language)
    verb = verb and not stands_in_nominative(words[name])  # "редактор журнала | Олег Гай"
    return verb or between[-1] in language.function_words


def _is_anothers(between: Sequence[str], language: Language) -> bool:
    """Whether words before a name end in who it is of whom the role behind them is: "l'avocat | du champion Jean Roux".

    Without an article the second noun tells of which office somebody is: "el teniente | de alcalde Luis Mora".
    """
    if not (language.portfolio_links and language.is_role(between[-1])):
        return False
    links = tuple(link[0] for link in language.portfolio_links)
    for word, behind in pairwise(between):
        if word in language.of_words and word.startswith(links):
            return word not in language.portfolio_links or behind in language.definite
    return False


def _is_retired(words: Sequence[str], role: int, name: int, language: Language) -> bool:
    """Whether a preposition and a noun tell more of a role before a first name: "maestro in pensione | Ada Neri"."""
    joint, *noun = words[role + 1 : name]
    plain = len(noun) == 1 and noun[0].islower() and noun[0] not in language.function_words
    return plain and joint in language.prepositions and words[name] in languages.given_names()


def _tells_others(words: Sequence[str], role: int, language: Language) -> bool:
    """Whether what may be a verb tells another gender than the role before it: "адвокатка мешканців | Інна Лях"."""
    ending = next((end for end in language.verb_genders if words[role + 1].endswith(end)), "")
    gender = language.gender_of_role(words[role].lower())
    return bool(ending) and gender == "f" and language.verb_genders[ending] == "m"


def _is_letters(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _ends_in_letters(words: Sequence[str], role: int, name: int) -> bool:
    """Whether an adjective and a party's letters stand behind a role: "consilierul local PNL"."""
    return name - role - 1 == _PAIR and _is_letters(words[name - 1])


def _joins(language: Language, *, beside: bool) -> frozenset[str]:
    """What joins a complement to a role; a place only where a comma parts the name: "primarul din Lunca, Ion Rusu"."""
    joins = language.of_words | language.genitives | language.namers
    return joins - language.place_prepositions if beside else joins


def _tells_town(words: Sequence[str], role: int, name: int, language: Language) -> bool:
    """Whether a noun in the genitive and a name stand behind a role: "primarul orașului Lunca, | Ion Rusu"."""
    noun, *town = words[role + 1 : name]
    return noun.endswith(language.oblique_endings or ("\0",)) and len(town) == 1 and town[0][0].isupper()


def _belongs(words: Sequence[str], role: int, name: int, language: Language, *, beside: bool) -> bool:
    """Whether what stands between a role and a name belongs to the role: an adjective, complements."""
    between = [word.lower() for word in words[role + 1 : name]]
    if not between:
        return True
    function = language.function_words
    if _ends_before(words, role, name, language, beside=beside) or (beside and _is_anothers(between, language)):
        return False
    if not language.definite:  # Slavic genitives need no preposition.
        return not any(word in function and word not in language.of_words for word in between)
    if len(between) == 1 or _is_retired(words, role, name, language):
        return len(between) > 1 or between[0] not in function
    return _joins_name(words, role, name, language, beside=beside)


def _joins_name(words: Sequence[str], role: int, name: int, language: Language, *, beside: bool) -> bool:
    """Whether several words behind a role belong to it, by what joins them: "la ministra | de Cultura de México"."""
    between, function = [word.lower() for word in words[role + 1 : name]], language.function_words
    joins = _joins(language, beside=beside)
    if between[0] in function or in_genitive(words[role + 1], language):  # "avocatul Anei Popa | Ion Mora"
        return between[0] in joins or between[0] not in function
    town = not beside and _tells_town(words, role, name, language)
    return town or between[1] in joins or _ends_in_letters(words, role, name)
