"""Who is told to describe something in quoted words by a passive: "was described by Ann Lee as “...”"."""

from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.values.actor import Kind

_WORDS = 4  # Words of a quotation with a capital that may be no name: "dubbed by Ann Lee “Home”".
_NEAR = 3  # Tokens before a participle, among which its auxiliary stands: "was at once described".
_CALLED = 2  # Tokens of "Івана Лиса назвали".
_LEAST = 4  # Tokens of "was described by Ann Lee".


def described_by(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """Who does what a passive beside a quotation tells, before the quotation or right behind it; else None.

    Nobody who is named where it tells nobody: "Ann Lee was described as “...”".
    """
    language = reader.language
    if position == _CALLED and language.case_endings and _call_them(reader, row):
        return Attribution(cue=Cue.SPEECH)
    if position < _LEAST - 1 or not language.describing or not _is_said(reader, row[position]):
        return None
    led = position - (row[position - 1].word in _describing(language.code)[1])
    if _is_participle(row, led - 1, language):
        agent, behind = row[position + 1 : position + 2], row[position + 2 : position + 3]
        by = bool(agent) and _is_by(agent[0], language)
        if by and behind:
            return _speaks(reader, behind[0], row[position + 3 :])
        return Attribution(cue=Cue.SPEECH) if _is_of_nobody(row, led - 1, position, language) else None
    doubled = row[led - 2].word in language.agents and row[led - 3].part == Part.PREPOSITION  # "de către"
    by = _is_by(row[led - 2], language) and _is_participle(row, led - 3 - doubled, language)
    return _speaks(reader, row[led - 1], []) if by else None


def _call_them(reader: Reader, row: Sentence) -> bool:
    """Whether a verb in the plural tells what one person is called: "Івана Лиса назвали «...»"."""
    name, verb = row[0], row[1]
    many = verb.part in VERBS and verb.word.endswith(reader.language.plural_endings or ("\0",))
    return many and name.part == Part.NAME and reader.names.entities[name.index].kind is Kind.PERSON


def _is_of_nobody(row: Sentence, participle: int, position: int, language: Language) -> bool:
    """Whether a sentence ends with what somebody is described as, and tells neither by whom nor who says so."""
    near = {token.word for token in row[max(0, participle - _NEAR + 1) : participle]}
    passive = not _describing(language.code)[2].isdisjoint(near)
    told = any(token.part in {Part.VERB, Part.ACCORDING} for token in row[:participle])
    return passive and not told and position == len(row) - 1


def _is_said(reader: Reader, quote: Token) -> bool:
    """Whether a quotation is no name: it begins small or has several words."""
    span = reader.spans[quote.index]
    said = reader.text[span.start : span.end]
    return said[:1].islower() or len(said.split()) >= _WORDS


def _is_by(token: Token, language: Language) -> bool:
    """Whether a word may stand before who does what a passive tells: "by", "pelo", where there are cases "de" too."""
    return token.word in language.agents or (bool(language.case_endings) and token.word in language.of_words)


def _is_participle(row: Sentence, at: int, language: Language) -> bool:
    """Whether a participle of a verb that describes stands here, with an auxiliary or a comma shortly before."""
    if at < 1 or row[at].word not in _describing(language.code)[0]:
        return False
    return any(token.part in {Part.AUXILIARY, Part.COMMA} for token in row[max(0, at - _NEAR) : at])


@lru_cache(maxsize=32)
def _describing(code: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The participles that describe, the words between one and what is quoted, and those that make a passive."""
    participles, likening, passive = languages.of(code).describing
    return frozenset(participles.split()), frozenset(likening.split()), frozenset(passive.split())


def _speaks(reader: Reader, token: Token, behind: Sentence) -> Attribution | None:
    """Who does it, where nobody is joined to them."""
    joined = behind[:1] and behind[0].part == Part.CONJUNCTION and behind[0].word in reader.language.coordinators
    if token.part not in ACTORS or token.part == Part.PRONOUN:
        return None
    return Attribution(cue=Cue.SPEECH) if joined else resolved(reader, token, Cue.SPEECH)
