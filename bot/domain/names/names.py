"""Finds the named entities of an article: the shared base of speakers and actors.

Names are runs of capitals, cut at titles ("House Speaker Ann Lee": the role, then the name) and freed of what only
begins a sentence. Full names come first; surnames, first names and acronyms then join the entity they shorten.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.given_genders import given_gender, nominative_gender, stands_in_nominative
from bot.domain.language.inflection import levelled
from bot.domain.language.languages import Language
from bot.domain.names.bodies import CLOSING, at_number, called, end_of, is_marked, past_number
from bot.domain.names.complements import completes_role, is_genitive_place, is_officers_town, is_portfolio, is_vessel
from bot.domain.names.first_names import borne_surnames, first_names, in_genitive, surnames
from bot.domain.names.grouping import Candidate, Group, Mention, gender_of, grouped, outside_headings, roles_gender
from bot.domain.names.nouns import adjective_of_name, is_noun_alone, without_nouns
from bot.domain.names.parting import first_of_two, is_countryman, pieces
from bot.domain.names.postposed import is_whom, modified, role_before
from bot.domain.names.runs import run_end
from bot.domain.names.shapes import gender_of_age, is_nobody, kind_of, looks_like_name, looks_like_place, names_somebody
from bot.domain.names.titles import appositions, drop_owners_role, is_role_at, name_start, role_beside, told_gender
from bot.domain.names.unlisted.venues import at_venue
from bot.domain.names.words import CYRILLIC, TextWords, words_of
from bot.domain.values.actor import ORGANISATION, OTHER, PERSON, PLACE, Kind
from bot.domain.values.article import Article
from config.limits import ROLE_CHARACTERS, RUN_WORDS

_AGE = re.compile(r" \(\d{2}\)")  # "Ann Lee (77) reads"
_AGED = re.compile(r"\d{1,3}-[^\W\d_]{5,}$")  # "19-летний Антон"
_DIGITS = "0123456789"
_NAMESAKES = 4
_PAIR = 2
_JOINING = " & "
_TOLD = (PERSON, ORGANISATION)  # What a role beside a name tells, without "&" in the name and with it.


class Entity(NamedTuple):
    """A named person, organisation or place of the article.

    Attributes:
        name: the fullest form that stands in the text, without titles.
        kind: a guess from the name's shape and what stands beside it; OTHER when nothing tells.
        mentions: every place the text names it, in order; titles are left out.
        aliases: its other forms in the text.
        gender: "m" or "f" from titles, roles and given names; "" when nothing tells.
        roles: places of what the text calls it beside its name ("Kremlin spokesman"), in order.
    """

    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    gender: str = ""
    roles: tuple[Mention, ...] = ()


def find_entities(article: Article) -> tuple[Entity, ...]:
    """The entities that the article's text names, in the order of their first mention.

    A language without capitals has none. Linear in the text's length.
    """
    language = languages.of(article.language)
    if not language.capitals or not language.spaced:
        return ()
    words = words_of(article.text, language)
    words = replace(words, first_names=first_names(words), surnames=surnames(words), borne=borne_surnames(words))
    candidates = outside_headings(_candidates(words), article.text, language)
    groups = grouped(_levelled(candidates, language), language)
    entities = [_entity(group, words) for group in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))


def _levelled(candidates: list[Candidate], language: Language) -> list[Candidate]:
    """The candidates with the cases of inflected names brought together."""
    if language.case_endings:
        forms = levelled((word for candidate in candidates for word in candidate.words), language)
        for candidate in candidates:
            candidate.words = tuple(forms[word] for word in candidate.words)
    return candidates


def _candidates(words: TextWords) -> list[Candidate]:
    found: list[Candidate] = []
    last, language = -1, words.language
    for index, lower in zip(words.places, words.lowered, strict=True):
        if index <= last or is_nobody(words, index, lower):
            continue
        last = run_end(words, index)
        if last > index:
            last = first_of_two(words, index, last)
        alone = last == index and is_noun_alone(words, index)
        for first, final in () if alone else pieces(words, index, last):
            candidate = _candidate(words, first, final) if final - first < RUN_WORDS else None
            if candidate is not None:
                found.append(candidate)
                if len(found) > 1 and language.case_endings and not language.definite:
                    _hand_role_on(found[-2], candidate, words.text)
                    drop_owners_role(found[-2], words.text, language)
    if found and found[-1].role is not None:
        drop_owners_role(found[-1], words.text, language)
    return found


def _hand_role_on(owner: Candidate, found: Candidate, text: str) -> None:
    """Give the role before whose somebody is to who stands right behind: "адвокат Павла Лисова | Иван Белов"."""
    beside = owner.kind is PERSON and text[owner.end : found.start] == " "
    if owner.role is None or not beside or found.words[0] not in languages.given_names():
        return
    found.role = found.role or Mention(owner.role.start, owner.end)
    found.kind, owner.role = PERSON, None


def _candidate(words: TextWords, first: int, last: int) -> Candidate | None:
    """The name in a run of capitals, with the role or title before it; None when the run names nothing."""
    begin = name_start(words, first, last)
    if begin > last or is_portfolio(words, begin, last):
        return None
    role_first = _role_first(words, first, begin, last)
    titled = role_first < begin and not _is_whose(words, begin, last) and not _is_town_line(words, begin)
    name, last = without_nouns(words, begin, last, titled=titled)
    name = at_number(words, name, last)
    tokens = _tokens(words, name, last)
    kind = _kind_beside(words, name, last)
    titled = titled and kind is None and not _bears_no_title(tokens, words.language)
    venue = at_venue(words, name, last, titled=titled)
    if venue is not None or not _is_whole(words, (name, last), tokens, titled=titled):
        return venue
    found = _found(words, name, last, tokens, titled=titled)
    given = _given_gender(words, tokens)
    if titled:
        found.role = role_beside(words, role_first, begin)
        found.gender = told_gender(words, role_first, begin, given if len(tokens) > 1 else "")
        found.by_title = found.gender != ""
    found.kind, found.gender = kind or found.kind, found.gender or given
    return _set_apart(found, words, name) if len(tokens) > 1 or titled else found


def _kind_beside(words: TextWords, name: int, last: int) -> Kind | None:
    """What a word for a place's people or for a trade makes a single name behind it, None where there is none."""
    language = words.language
    if language.vessels and name > 0 and is_vessel(words, name):
        return PLACE
    if last > name + 1 or name <= 0 or words.words[name] in languages.given_names():
        return None
    if language.town_endings and is_officers_town(words, name, last):
        return PLACE  # "Мэр | Долинска".
    if last > name:
        return None
    before = words.words[name - 1].lower()
    if before in language.residents:
        return PLACE  # "Жители | Хасавюрта".
    led = before in language.makers and name > 1 and words.words[name - 2].lower() in language.definite
    return ORGANISATION if led and words.joined(name - 1) else None  # "The shipbuilder | Norvik".


def _bears_no_title(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether a name is a gathering's or, where complements follow, a country's: "Президент | Соединенных Штатов"."""
    country = language.postposed and gazetteer.is_country(" ".join(tokens), language.code)
    return country or tokens[-1] in language.gatherings


def _set_apart(found: Candidate, words: TextWords, name: int) -> Candidate:
    """A candidate with the role that its complements part from it: "la ministra de Cultura de México, Ana Ruiz"."""
    language, last = words.language, name + len(found.words) - 1
    declined = language.case_endings and not language.definite
    if declined and (found.kind is PLACE or is_marked(words, name, last) or completes_role(words, name, last)):
        return found  # "кандидатка від партії «Лісова Солідарність»", "начальник порту | Озерська | Віра Лис"
    apart = role_before(words.words, words.gap, name, words.language)
    if apart is None or is_whom(words.words, words.gap, apart, (name, last), language):
        return found
    if not declined and is_marked(words, name, last) and not language.is_role(words.words[name - 1].lower()):
        return found  # "presidente da associação «Ar Puro»"
    if not gazetteer.is_country(" ".join(found.words), words.language.code):
        found.role = _apart(words, apart, name)
        found.gender = told_gender(words, apart, apart + 1, found.gender) or found.gender
        found.kind = PERSON if found.kind is OTHER else found.kind
    return found


def _role_first(words: TextWords, first: int, name: int, last: int) -> int:
    """Where the role before a name begins, within its run of capitals or right before; the name where there is none."""
    start = name - 1 if name == first and _is_led(words, name) else first
    told = start < name and words.words[name - 1] not in abroad().connectors
    return start if told and not completes_role(words, name, last) else name


def _found(words: TextWords, name: int, last: int, tokens: tuple[str, ...], *, titled: bool) -> Candidate:
    """What these words name, without its role."""
    end = _end(words, name, last, tokens)
    return Candidate(
        tokens,
        words.starts[name],
        end,
        _kind(words, name, last, tokens, titled=titled),
        gender_of_age(words, name),
        titled=titled,
        firm=_is_firm(words, name, tokens, titled=titled),
        called=called(words, name, last) if words.text[end - 1] in CLOSING else (),
    )


def _kind(words: TextWords, name: int, last: int, tokens: tuple[str, ...], *, titled: bool) -> Kind:
    """The kind that a name's words tell, and what tells somebody's country before them."""
    kind = kind_of(tokens, titled=titled, language=words.language)
    if kind is PERSON and _JOINING in words.gaps[name:last]:
        return ORGANISATION  # "Prati & Moro"
    if kind is not OTHER:
        return kind
    countryman = name > 0 and words.joined(name - 1) and is_countryman(words, name - 1, last)
    aged = len(tokens) > 1 and _AGE.match(words.text, words.ends[last]) is not None
    if name > 0 and words.words[name - 1][0] in _DIGITS:
        aged = aged or (words.words[name] in languages.given_names() and _AGED.match(words.words[name - 1]) is not None)
    return PERSON if countryman or aged else kind


def _is_whole(words: TextWords, place: tuple[int, int], tokens: tuple[str, ...], *, titled: bool) -> bool:
    """Whether words are a name and no part of a word that goes on elsewhere."""
    return not _is_broken_off(words, place[1], tokens) and names_somebody(words, place[0], tokens, titled=titled)


def _is_broken_off(words: TextWords, last: int, tokens: tuple[str, ...]) -> bool:
    """Whether no word has a capital, or a hyphen ends one that goes on elsewhere: "Industrie- und Handelskammer"."""
    if all(map(str.islower, tokens)):
        return True
    end = words.ends[last]
    return words.text[end : end + 1] == "-" and words.text[end + 1 : end + 2].isspace()


def _is_whose(words: TextWords, name: int, last: int) -> bool:
    """Whether a single word tells whose or where a role is: "Episcopul | Giurgiului", "Primarul | Cernavodei, Ion Pop".

    No name in the genitive stands behind a role with an article, "Avocatul | Anei Popa", that is none itself.
    """
    if _is_genitive_of_place(words, name, last):
        return True
    if words.language.nouns_capitalised and words.genitive(last):  # "damit Stellvertreter | Johnsons."
        return not (words.joined(last) and words.words[last + 1][0].isupper())
    if name and in_genitive(words.words[name], words.language):
        return not words.words[name - 1].endswith(words.language.oblique_endings)
    language, after = words.language, last + 2
    if not language.case_endings or last > name or after >= len(words.words) or words.gap(last) != ", ":
        return False
    given = words.words[last + 1] in languages.given_names() and words.words[name] not in languages.given_names()
    return given and words.joined(last + 1) and words.words[after][0].isupper()


def _is_genitive_of_place(words: TextWords, name: int, last: int) -> bool:
    """Whether a single word ends as genitives of places and bodies do, or is a country's: "ambasadorul | Germaniei"."""
    language, word = words.language, words.words[name]
    if last > name or not (language.case_endings and language.definite) or word in languages.given_names():
        return False
    return word.endswith(language.case_endings[:1]) or (
        word.endswith(language.portfolio_endings) and gazetteer.is_country(word, language.code)
    )


def _is_town_line(words: TextWords, name: int) -> bool:
    """Whether a town in capitals begins a report behind its headline, where nouns have capitals: "Fest BAD HOMBURG"."""
    language, word = words.language, words.words[name]
    if not (language.nouns_capitalised and word.isupper()) or (name and words.words[name - 1].isupper()):
        return False
    return word.lower() in language.place_words or gazetteer.is_city(word, language.code)


def _is_led(words: TextWords, name: int) -> bool:
    """Whether a role without a capital stands right before a name, and tells no part in a place."""
    before, german = words.words[name - 1], words.language.nouns_capitalised
    if not name or (german and before.islower()):
        return False  # "betrat" ends as "Stadtrat" does.
    if not words.joined(name - 1) or not is_role_at(words, name - 1, before.lower()):
        return False
    led = name > 1 and words.words[name - 2] in words.language.prepositions and words.words[name][0] >= CYRILLIC
    if led and stands_in_nominative(words.words[name]):
        return False  # "У листі до міністра | Дарина Лис пише"
    return not is_genitive_place(words, name)


def _end(words: TextWords, name: int, last: int, tokens: tuple[str, ...]) -> int:
    """Where a name ends: before a genitive's ending, past the point of an abbreviation and a closing mark."""
    end = words.ends[last] - (len(words.words[last]) - len(tokens[-1]))
    shortened = tokens[-1] + "." in words.language.abbreviations or (len(tokens) > 1 and _is_initial(tokens[-1]))
    if shortened and words.text[end : end + 1] == ".":
        end += 1  # "Florin M."
    return past_number(words, name, last, end_of(words, name, end))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_firm(words: TextWords, name: int, tokens: tuple[str, ...], *, titled: bool) -> bool:
    """Whether a name's words and place tell that it is one, however seldom the text has it."""
    language = words.language
    if not (titled or len(tokens) > 1 or not words.initial(name) or _is_known(words, name, tokens)):
        return False
    if titled or not language.nouns_capitalised or _is_persons(words, name, tokens):
        return True
    before = words.words[name - 1].lower() if name and words.joined(name - 1) else ""
    called_so = looks_like_name(tokens, language.code) or before in language.name_nouns
    called_so = called_so or looks_like_place(tokens[-1], words, name)
    return called_so or (before != "" and languages.ends_in(before, language.led_by))


def _is_persons(words: TextWords, name: int, tokens: tuple[str, ...]) -> bool:
    """Whether commas part a name of three words from the sentence ("Thi Mai Nguyen"), or a word is a name here."""
    apart = len(tokens) > _PAIR and name > 0 and words.gap(name - 1) == ", " == words.text[words.ends[name + 2] :][:2]
    return name in words.first_names or apart


def _is_known(words: TextWords, name: int, tokens: tuple[str, ...]) -> bool:
    """Whether a single word is a great place or body, or stands in marks where names are declined: «Лесовик»."""
    language = words.language
    if gazetteer.is_sure_place(tokens[0], language.code) or gazetteer.body_of(tokens[0], language.code):
        return True
    if not language.case_endings or not is_marked(words, name, name):
        return False
    return _is_noun_before(words, name) or _is_deed_behind(words, name)


def _is_deed_behind(words: TextWords, name: int) -> bool:
    """Whether a verb that is none of speech stands behind the mark that closes a name: "«Лесовик» выиграл"."""
    language = words.language
    if name + 1 >= len(words.words) or words.gap(name)[1:] != " " or not language.finite_endings:
        return False
    verb = words.words[name + 1]
    ends = language.verb_endings + language.finite_endings
    return verb.islower() and verb.endswith(ends) and verb not in language.verbs and verb not in language.weak_verbs


def _is_noun_before(words: TextWords, name: int) -> bool:
    """Whether a word without a capital stands right before the mark that opens a name, and is neither part nor cue."""
    before, language = words.words[name - 1] if name else "", words.language
    led = before.lower() in language.led_by or language.is_role(before.lower())
    if not (before.islower() or led) or words.gap(name - 1)[:1] != " ":
        return False
    return not (before in language.verbs or before in language.place_words or language.is_body(before))


def _tokens(words: TextWords, first: int, last: int) -> tuple[str, ...]:
    """The words of a name without their genitives, an adjective that begins it in its nominative."""
    tokens = tuple(
        [words.plain(at) if words.words[at][-1] == "s" else words.words[at] for at in range(first, last + 1)]
    )
    nominative = adjective_of_name(words, first) if len(tokens) > 1 else ""
    return (nominative, *tokens[1:]) if nominative else tokens


def _given_gender(words: TextWords, tokens: tuple[str, ...]) -> str:
    """The gender that a name's first word tells; none where it is a surname in this text, though a given name too.

    Before a surname that is in no case but the nominative, a name in the nominative is no other's genitive.
    """
    surname = len(tokens) == 1 and tokens[0] in words.surnames
    told = "" if surname else given_gender(tokens[0], words.language.code)
    endings = words.language.case_endings
    if not endings or told == "f" or len(tokens) == 1 or tokens[-1].endswith(endings):
        return told
    return nominative_gender(tokens[0]) or told


def _apart(words: TextWords, first: int, name: int) -> Mention | None:
    """A role that complements part from its name."""
    start, end = words.starts[modified(words.words, words.gap, first, words.language)], words.ends[name - 1]
    end += words.text[end] in CLOSING  # "речник «Лісової пошти» | Ігор Лис"
    return Mention(start, end) if end - start <= ROLE_CHARACTERS else None


def _entity(group: Group, words: TextWords) -> Entity:
    members = sorted(group.members, key=lambda member: member.start)
    written = [words.text[member.start : member.end] for member in members]
    forms = dict.fromkeys(written)
    name = _fullest(written, members) if len(forms) > 1 else written[0]
    roles = [member.role for member in members if member.role is not None]
    roles += appositions(words, members[:_NAMESAKES], unknown=group.kind is OTHER)
    person = group.kind is PERSON or bool(roles)
    kind = _TOLD[_JOINING in name] if person and group.kind is OTHER else group.kind
    gender = (gender_of(group) or roles_gender(roles, words)) if kind is PERSON else ""
    return Entity(
        name=name,
        kind=kind,
        mentions=tuple([Mention(member.start, member.end) for member in members]),
        aliases=tuple(form for form in forms if form != name),
        gender=gender,
        roles=tuple(sorted(roles, key=lambda role: role.start)),
    )


def _fullest(written: list[str], members: list[Candidate]) -> str:
    """Of the forms of a name, as they are written one by one, the longest, and of those the most frequent."""
    standing = {" ".join(member.words) for member in members}
    return max(dict.fromkeys(written), key=lambda form: (form.count(" "), form in standing, written.count(form)))
