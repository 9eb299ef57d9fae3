"""Where a name begins after the titles and roles before it, and what these tell."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.given_genders import given_gender
from bot.domain.language.languages import Language
from bot.domain.names.first_names import is_herself, tells_owner
from bot.domain.names.grouping import Candidate, Mention
from bot.domain.names.nouns import is_noun, is_origin
from bot.domain.names.postposed import is_deed_before, tells_deed
from bot.domain.names.shapes import is_surname_alone, is_unlisted
from bot.domain.names.unlisted.surnames import (
    bears_role,
    bears_unknown_first,
    before_stranger,
    is_told_noun,
    takes_no_title,
)
from bot.domain.names.words import POSSESSIVE, TextWords, past_years, plain_lower
from config.limits import ROLE_CHARACTERS

_AGED = re.compile(r",(?: [^\W\d_]{2,6}){0,3} \d{1,3}(?: [^\W\d_]{2,5}){0,2}(?=, )")  # "Ada Neri, 41 anni, infermiera"
_APPOSITION_END = re.compile(r"[,.;:!?()\n]|\s[—–-]\s")
_APPOSED_ENDS = frozenset(",.")
_ABBREVIATED, _SHORT_NAME, _MODIFIERS, _PAIR = 4, 3, 5, 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def name_start(words: TextWords, first: int, last: int) -> int:
    """Where the name begins after titles and roles written with a capital; past `last` when there is none."""
    language, given = words.language, languages.given_names()
    if first == last and is_unlisted(words.words[first], language.code):
        return first
    if first < last and words.tells_age(first):
        return name_start(words, first + 1, last)  # "Ten-year-old | Ann Lee"
    lowers = [plain_lower(word).rstrip(".") for word in words.words[first : last + 1]]
    cut = _last_title(words, first, lowers)
    if language.nouns_capitalised:
        cut = max(cut, _before_german_name(words, first, lowers, cut))
    if cut < 0 or _holds_title(words, first, last, cut):
        return first
    rest = lowers[cut + 1 :]
    if not rest:  # A surname such as King or Judge after a given name.
        return first if cut > 0 and words.words[first] in given and words.words[last].isalpha() else last + 1
    within = words.words[first + cut + 1].islower() and rest[0] in language.particles  # But "Dr. | Ben Carrow".
    if within or rest[0] in abroad().connectors:
        return _past_complement(words, first + cut + 1, last)
    return first if _is_whole_body(words, first + cut + 1, rest) else first + cut + 1


def _holds_title(words: TextWords, first: int, last: int, cut: int) -> bool:
    """Whether the title at a place of a run belongs to a body's name: "Asociación para la Defensa de la Ría".

    Or to that of a seat of government, the second of its two words without a capital: "Офіс президента".
    """
    if cut and words.language.postposed and words.language.is_body(plain_lower(words.words[first])):
        return True
    pair = last == first + 1 and words.words[last].islower()
    return pair and gazetteer.is_seat(f"{words.words[first]} {words.words[last]}", words.language.code)


def _is_whole_body(words: TextWords, start: int, rest: list[str]) -> bool:
    """Whether a title before these words is part of a body's name: "Bergmann | AG", "Justice | Department"."""
    language = words.language
    if len(rest) == 1 and rest[0] in language.organisation_suffixes:
        return True
    body = not language.postposed and not language.organisation_words.isdisjoint(rest)
    named = words.words[start] in languages.given_names() and len(rest) > _PAIR  # "Princess Margaret | Hospital"
    return body and not named


def _last_title(words: TextWords, first: int, lowers: list[str]) -> int:
    """The place of the last title or role among a run's words, -1 where it has none."""
    cut, titles, is_role = -1, words.language.titles, words.language.is_role
    for index, lower in enumerate(lowers):
        if lower not in titles and not ("-" in lower or is_role(lower)):
            continue  # Most words are neither.
        if lower not in titles and not is_role_at(words, first + index, lower):
            continue
        if not _is_borne(words, first, index, lowers, cut) and not _is_of_name(words, first, index, lowers):
            cut = index
    return cut


def is_role_at(words: TextWords, index: int, lower: str) -> bool:
    """Whether a word is a role here, alone or beside a hyphen and what it is told by: "EU-commissaris".

    One that is a preposition too needs an article: "l'ad Luca Moro", but "ad Anna Prati".
    """
    word, language = words.words[index], words.language
    if language.is_role(lower):
        return lower not in language.prepositions or words.led_by_article(index)
    if "-" not in word:
        return False
    head, _, tail = word.partition("-")
    return tail.islower() and (language.is_role(head.lower()) or language.is_role(tail))


def _is_borne(words: TextWords, first: int, index: int, lowers: list[str], cut: int) -> bool:
    """Whether a word that is a title or a role is a surname here: "Karl Fischer", "Ann Baker"."""
    if len(lowers) == 1 and is_surname_alone(words, first):
        return True  # "Kowal mówił"
    ends = index == len(lowers) - 1 and index > 0
    behind = index > 0 and words.words[first + index - 1] in languages.given_names()
    if behind and (ends or words.language.nouns_capitalised or takes_no_title(words)):
        return True  # "Luis Pastor Motta"
    if ends and index > 1 and lowers[index - 1] in words.language.particles:
        return True  # "Брюно Ле Мэр"
    return ends and (_is_surname(lowers, cut, words.language) or bears_role(words, first, index, lowers))


def _is_of_name(words: TextWords, first: int, index: int, lowers: list[str]) -> bool:
    """Whether a word that is a title or a role belongs to the name: a first name, "FIRST", "Polícia | Judiciária"."""
    language, given, word = words.language, languages.given_names(), words.words[first + index]
    if first + index in words.first_names or (language.nouns_capitalised and word in given):
        return True
    if takes_no_title(words) and word.istitle() and word in given and not words.initial(first):
        return True  # "è | Nora Bela", whose first name is Romanian for a daughter-in-law.
    if len(lowers[index]) > _ABBREVIATED and word.isupper():
        return True  # "CEO" is a role.
    body = language.postposed and lowers[index] in language.organisation_words
    if body and index == 0 < len(lowers) - 1 and words.words[first + 1] not in given:
        return True
    return _stands_within(words, index, lowers)


def _stands_within(words: TextWords, index: int, lowers: list[str]) -> bool:
    """Whether a role is part of what something is called, where roles come first: "Plano | Director Municipal".

    So is a general before what English firms are called: "General Motors".
    """
    language = words.language
    if not (language.postposed and language.definite) or index == len(lowers) - 1:
        return False
    if index == 0:
        pair = len(lowers) == _PAIR
        service = pair and lowers[0] in language.subjects and lowers[1].endswith(language.body_adjectives or ("\0",))
        return service or (pair and lowers[1] in abroad().bodies)  # "a | Defesa Civil"
    before, following = lowers[index - 1], lowers[index + 1]
    called = language.is_role(before) or before in language.titles or before in language.no_name
    return not called and following.endswith(language.body_adjectives or ("\0",))


def _is_surname(lowers: list[str], cut: int, language: Language) -> bool:
    """Whether a run's last word is a surname behind a title and a first name: "Minister Joschko Fischer"."""
    named = language.nouns_capitalised and cut == len(lowers) - 3 and cut >= 0
    return named and not is_noun(lowers[-2], language) and not language.is_role(lowers[-2])


def _before_german_name(words: TextWords, first: int, lowers: list[str], cut: int) -> int:
    """The place right before a given name or a club's letters, where every noun has a capital; -1 or less for none."""
    if len(lowers) == 1:
        return -1
    run = words.words[first : first + len(lowers)]
    begun = next((index for index, word in enumerate(run) if word in languages.given_names()), 0)
    language = words.language
    unknown = len(run) == _PAIR and begun == 1 and cut < 0 and not is_told_noun(run[0], language)
    if begun and run[begun - 1].lower() in language.namesakes:
        return -1  # "Museum | Ludwig"
    begun = 0 if unknown or bears_unknown_first(run, cut, begun, language) else begun
    stranger = -1 if begun or run[0] in languages.given_names() else before_stranger(words, first, lowers)
    return max(begun - 1, _before_club(run, language), stranger)


def _before_club(run: list[str], language: Language) -> int:
    """The index of a common noun right before an acronym, "Oberligisten | KSV Baunatal", -1 where there is none."""
    clubs = (i for i in range(len(run) - 1) if run[i + 1].isupper() and 1 < len(run[i + 1]) <= _ABBREVIATED)
    at = next(clubs, -1)
    if at >= 0 and (run[at + 1].lower() in language.organisation_suffixes or is_origin(run[at], language)):
        return -1  # "Hoechst AG", "Hamburger SV"
    return -1 if any(word.isupper() or word in languages.given_names() for word in run[: at + 1]) else at


def _past_complement(words: TextWords, first: int, last: int) -> int:
    """Where the name begins behind "of the ...", which tells whose role it is; past `last` when nobody is named."""
    language, given = words.language, languages.given_names()
    run = words.words[first : last + 1]
    begun = next((i for i, word in enumerate(run) if i and word in given), -1)
    if begun >= 0:
        return first + begun
    if any(word.lower() in language.organisation_words for word in run):
        return first + next((i for i, word in enumerate(run) if word[0].isupper()), len(run))
    following = words.words[last + 1] if words.joined(last) else ""
    common = following.islower() and not (following in language.verbs or following in language.auxiliaries)
    if common or len(run) <= _SHORT_NAME or run[-2].islower():
        return last + 1  # "the director of the Northern Lakes Fish study": nobody is named.
    return last - 1


def role_beside(words: TextWords, first: int, name: int) -> Mention | None:
    """The whole of a role before a name, its modifiers included: "former Florida Gov."."""
    language = words.language
    at = first
    while at > 0 and first - at < _MODIFIERS and words.joined(at - 1):
        before = words.words[at - 1]
        lower = before.lower()
        spoken = lower in language.verbs and lower not in language.subjects  # "assistant fire chief"
        if lower in language.function_words or spoken or lower in language.participles:
            break
        if _is_of_no_role(lower, language) or _is_german_verb(words, at - 1):
            break
        if at < first and _ends_name(words, at - 1):
            at = first  # "Peter Doyle met union chief Frank Hale"
            break
        at -= 1
        if before.endswith(POSSESSIVE):
            break
    start, end = words.starts[_past_genitive(words, at, name)], words.ends[name - 1]
    if words.text[end : end + 1] == ".":
        end += 1
    return Mention(start, end) if end - start <= ROLE_CHARACTERS else None


def _past_genitive(words: TextWords, at: int, name: int) -> int:
    """Where a German role begins that a body in the genitive parts from a name: "der | Sprecher der Partei Bo Ray"."""
    language, article = words.language, words.words[at - 1].lower() if at > 1 else ""
    if not language.nouns_capitalised or article not in language.genitives:
        return at
    body, joined = words.words[name - 1].lower(), words.joined(at - 1) and words.joined(at - 2)
    head = language.is_role(words.words[at - 2].lower()) and language.is_body(body) and not language.is_role(body)
    return at - 2 if head and joined else at


def appositions(words: TextWords, members: Sequence[Candidate], *, unknown: bool) -> list[Mention]:
    """The roles that commas part from a name: behind it, and before it where no list has the name (`unknown`)."""
    apposed = [member for member in members if words.text.startswith(",", member.end)]
    roles = [role for member in apposed if (role := _role_after(words, member)) is not None]
    if words.language.town_endings:
        roles += [role for member in members if (role := _role_behind_dash(words, member)) is not None]
    if unknown and not roles:
        for member in members:
            role = _apposed_role(words, member) if words.text[member.end : member.end + 1] in _APPOSED_ENDS else None
            roles += [role] if role is not None else []
    return roles


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _role_after(words: TextWords, member: Candidate) -> Mention | None:
    """An apposition that tells the role: ", a spokesman for the mayor,"."""
    text, language, end = words.text, words.language, _past_age(words.text, member.end)
    index, start = bisect_right(words.starts, end), end + 2
    if text[end:start] != ", " or words.starts[index : index + 1] != [start]:
        return None
    end_match = _APPOSITION_END.search(text, start, start + ROLE_CHARACTERS + 1)
    if end_match is None:
        return None
    lowers = [word.lower() for word in words.words[index : bisect_left(words.starts, end_match.start())]]
    past = past_years(lowers, language)
    index, lowers, start = index + past, lowers[past:], words.starts[index + past]
    first = next((i for i, lower in enumerate(lowers[:7]) if language.is_role(lower)), None)
    if first is None or words.led_in(member.start) or _is_anothers(words, index, first, lowers):
        return None
    if lowers[0] in language.conjunctions or (language.verb_last and not language.is_role(lowers[-1])):
        return None  # "Ann Lee, and a former manager, Bo Ray"; "Ali Kaya, 60 yüzücü için yer | arıyor"
    woman = language.gender_of_role(lowers[first]) == "f" and given_gender(member.words[0], language.code) == "m"
    if woman or _acts(lowers, first, language):
        return None  # "In una lettera a Ugo Riva, la sindaca | ha scritto"
    return Mention(start, start + len(text[start : end_match.start()].rstrip()))


def _past_age(text: str, end: int) -> int:
    """Past an age between commas behind a name that ends here, or the same place."""
    aged = _AGED.match(text, end)
    return end if aged is None else aged.end()


def _role_behind_dash(words: TextWords, member: Candidate) -> Mention | None:
    """The role that a whole sentence tells of a full name, where a dash means "is": "Ада Лис — мэр Долинска."."""
    text, language, start = words.text, words.language, member.end + 3
    if text[member.end : start] not in _COPULAS or len(member.words) == 1:
        return None
    index, stop = bisect_right(words.starts, member.end), _POINT.search(text, start, start + ROLE_CHARACTERS)
    told = words.words[index : bisect_left(words.starts, stop.start())] if stop is not None else []
    heads = [at for at, word in enumerate(told[:_PAIR]) if language.is_role(word)]
    if stop is None or not heads or len(told) > _TOLD or "," in text[start : stop.start()]:
        return None
    verbs = language.verbs | language.auxiliaries
    return Mention(start, stop.start()) if verbs.isdisjoint(told) else None


_COPULAS = frozenset({" — ", " – "})
_POINT = re.compile(r"[.\n]")
_TOLD = 5  # Words of an office and what it is of.

# Complexity: the conditions of one reading, each a cheap way out before the next.


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _acts(lowers: Sequence[str], role: int, language: Language) -> bool:
    """Whether a verb opens these words, "is the oldest winner", or follows the role, whose clause it is then.

    One of speech does in "Asked by the Echo, the teacher | added", a plain one in "For Bo Ray, the mayor | had".
    """
    behind = lowers[role + 1 :]
    if lowers[0] in language.being | language.identifying or tells_deed(lowers[:role], language):
        return True
    if language.verb_second and role > 1 and language.determiners.issuperset(lowers[:_PAIR]):
        return True  # "im Bottich, die | ein Gutachter fand"
    plain = not language.postposed and lowers[0] in language.definite
    if not behind or (plain and behind[0] in language.auxiliaries - language.prepositions):
        return bool(behind)
    helping = language.postposed and behind[0] in language.auxiliaries - language.prepositions - language.conjunctions
    if helping and (behind[0] not in language.of_words or not language.verbs.isdisjoint(behind[1:_PAIR])):
        return True  # "In una lettera a Ugo Riva, il sindaco | ha scritto"
    told = behind[0] in language.verbs and not language.is_role(behind[0])
    return told and language.prepositions.isdisjoint(behind[1:2])  # Not "the man | accused of theft".


def _is_anothers(words: TextWords, index: int, role: int, lowers: list[str]) -> bool:
    """Whether the role in these words from an index on is of who stands behind it: "in Mardle, chief Ann Lee"."""
    language, behind = words.language, index + role + 1
    if lowers[0] in language.determiners:  # "Interrogée par Le Courrier, la députée | Lise Amiel"
        return len(lowers) > role + 1 and words.words[behind] in languages.given_names()
    surname = role > 0 and words.words[index + role].istitle() and not language.nouns_capitalised
    if surname and words.words[index] in languages.given_names():
        return True  # "alcalde de Lugar, Celestino Ruiz Rey"
    for at in range(index + role + 1, index + len(lowers)):
        word = words.words[at]
        if word in languages.given_names() and words.words[at - 1].lower() not in language.function_words:
            return True
        if word.lower() in language.verbs and words.words[at - 1][0].isupper() and not language.is_role(word.lower()):
            return True
    return False


def _apposed_role(words: TextWords, member: Candidate) -> Mention | None:
    """The role of a noun with its article, or with whose it is, before a name between commas: "the owner, Bo Ray,".

    Who is so called by a name of two words or more is a person, though no list has the name.
    """
    language, at = words.language, bisect_left(words.starts, member.start) - 1
    apposed = at > 0 and words.text.endswith(", ", 0, member.start) and len(member.words) > 1
    if not apposed or language.postposed or language.nouns_capitalised or not language.is_role(words.words[at]):
        return None
    behind = bisect_right(words.starts, member.end)
    if not language.conjunctions.isdisjoint(words.words[behind : behind + 1]):
        return None  # "the mayor, Port Wharf, and others"
    role = role_beside(words, at, at + 1)
    return role if role is not None and _is_determined(words, bisect_left(words.starts, role.start), at) else None


def _is_determined(words: TextWords, first: int, noun: int) -> bool:
    """Whether an article or whose it is stands before a role that begins at an index, or in it."""
    before = words.words[first - 1].lower() if first else ""
    owned = any(word.endswith(POSSESSIVE) for word in words.words[first:noun])
    return owned or before in words.language.definite or before in words.language.possessives


def _ends_name(words: TextWords, at: int) -> bool:
    """Whether a word with a capital stands behind a given name, so that somebody else is named there."""
    return at > 0 and words.words[at][0].isupper() and words.words[at - 1] in languages.given_names()


def _is_german_verb(words: TextWords, at: int) -> bool:
    """Whether a small German word is no adjective, by its ending or by the noun right before it that is its subject.

    A role begins behind it: "steht | Leiter", "vor Schluss parierte | Torhüterin Ada Lind".
    """
    word, language = words.words[at], words.language
    if not (language.nouns_capitalised and word.islower() and len(word) > _PAIR):
        return False  # "a. D."
    if not word.endswith(language.modifier_endings):
        return word not in language.auxiliaries
    return is_deed_before(words.words, words.gap, at, language)


def _is_of_no_role(lower: str, language: Language) -> bool:
    """Whether a word is no modifier of a role: a verb, or a day, a month or another word for when."""
    timed = lower in language.days or lower in language.months or lower in language.times
    return timed or lower in language.weak_verbs


def told_gender(words: TextWords, first: int, name: int, given: str) -> str:
    """The gender that the titles before a name tell, "" when they tell none; `given` is what its given name tells.

    A woman may hold an office that is called as a man's is ("il ministro Ana Pop"), but is nobody's "signor".
    """
    genders = (words.language.gender_of_role(word.lower().rstrip(".")) for word in words.words[first:name])
    told = next((gender for gender in genders if gender), "")
    if (told, given) != ("m", "f"):
        return told
    language, titles = words.language, [word.lower().rstrip(".") for word in words.words[first:name]]
    office = all(language.is_role(title) for title in titles if language.gender_of_role(title))
    return given if office else told


def drop_owners_role(owner: Candidate, text: str, language: Language) -> None:
    """Take the role from who only tells by the case whose somebody is: "адвокат | Павла Лисова"."""
    nouns = text[owner.role.start : owner.role.end].lower().split() if owner.role is not None else []
    first = text[owner.start : owner.end].partition(" ")[0]
    if any(tells_owner(noun, text[owner.start : owner.end], language.code) for noun in nouns):
        herself = is_herself(nouns, text, (owner.start, owner.end), language.code)
        owner.role, owner.gender = (owner.role, "f") if herself else (None, given_gender(first, language.code))
