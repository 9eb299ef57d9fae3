"""Who signs or writes the paper that a quotation stands in: "«...», si legge nella lettera firmata da Ada Neri"."""

from functools import cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.speech.told.letters import acts
from bot.domain.values.actor import Kind

_CLAUSE = 7  # Tokens behind the noun in which its writer is told: ", which | Ada Lis | had signed".
_WRITERS = frozenset({Part.NAME, Part.DESCRIPTION})
_SMALL = frozenset({Part.AUXILIARY, Part.WORD, Part.PREPOSITION, Part.DETERMINER})


def signed_by(reader: Reader, row: Sentence) -> Attribution | None:
    """Who is told behind the noun for a paper to have written or signed it; None where nobody is.

    An attribution to nobody where two have, or where a clause tells of a person in no such way: whoever got a letter.
    """
    language = reader.language
    nouns = language.speech_nouns - language.reading  # "Si legge" is no law.
    noun = next((at for at, token in enumerate(row) if token.word in nouns), 0)
    if not language.signing or noun == 0 or any(acts(token, language) for token in row[1:noun]):
        return None
    behind = row[noun + 1 : noun + 1 + _CLAUSE]
    told = _by_agent(behind, language)
    if told is None and any(token.part in _RELATIVES for token in behind[:_OPENING]):
        return _in_clause(reader, behind)
    if told is None:
        return Attribution(cue=Cue.SPEECH) if _is_given(behind, language) else None
    return Attribution(cue=Cue.SPEECH) if _is_joined(behind, told) else resolved(reader, behind[told], Cue.SPEECH)


_OPENING = 2  # Tokens of a comma and a relative.
_RELATIVES = frozenset({Part.RELATIVE, Part.THAT})


def _is_given(behind: Sentence, language: Language) -> bool:
    """Whether a name right behind a participle tells who got the paper: "scrisoarea trimisă | Anei Pop"."""
    told = [token.part for token in behind[1:_WRITER]]
    return told == [Part.NAME] and behind[0].word in _signing(language.code)[0]


def _by_agent(behind: Sentence, language: Language) -> int | None:
    """Where the writer stands behind a participle and its preposition: "firmata | da | Ada Neri"."""
    verbs, agents = _signing(language.code)
    if len(behind) <= _WRITER or behind[0].word not in verbs or behind[1].word not in agents:
        return None
    at = _WRITER + (behind[_WRITER].part == Part.DETERMINER)
    return at if at < len(behind) and behind[at].part in _WRITERS else None


_WRITER = 2


def _in_clause(reader: Reader, behind: Sentence) -> Attribution | None:
    """Whom a clause tells to have written the paper: ", який | підписала | Ада Лис", "che | Ada Neri | ha inviato"."""
    verbs, _ = _signing(reader.language.code)
    names = [at for at, token in enumerate(behind) if token.part in _WRITERS]
    verb = next((at for at, token in enumerate(behind) if token.word in verbs), -1)
    if not names:
        return None
    first = names[0]
    between = behind[min(verb, first) + 1 : max(verb, first)]
    signs = verb >= 0 and all(token.part in _SMALL for token in between)
    if signs and not _is_joined(behind, first) and not _is_listener(between):
        return resolved(reader, behind[first], Cue.SPEECH)
    return Attribution(cue=Cue.SPEECH) if signs or _is_person(reader, behind[first]) else None


def _is_listener(between: Sentence) -> bool:
    """Whether a preposition stands before a name, who then gets the paper: "який надіслали | до | Ади Лис"."""
    return bool(between) and between[-1].part == Part.PREPOSITION


def _is_person(reader: Reader, token: Token) -> bool:
    return token.part == Part.NAME and reader.names.entities[token.index].kind is Kind.PERSON


def _is_joined(behind: Sentence, at: int) -> bool:
    """Whether another is joined to who stands at an index: "Ada Neri | e Ugo Ferri"."""
    joint = behind[at + 1 : at + 2]
    return bool(joint) and joint[0].part == Part.CONJUNCTION and any(one.part in _WRITERS for one in behind[at + 2 :])


@cache
def _signing(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for who wrote or signed something, and the prepositions behind them."""
    verbs, agents = languages.of(code).signing
    return frozenset(verbs.split()), frozenset(agents.split())
