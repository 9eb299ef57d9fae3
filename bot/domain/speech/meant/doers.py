"""Of whom alone sentences are, whom a trade behind them means: "Ann beat Ida. // “...,” the rower said."."""

from collections.abc import Iterable

from bot.domain.language.languages import Language
from bot.domain.speech.rows.people_words import holders, is_trade
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.speech.subjects import subject_of


def tells_of_doer(token: Token, language: Language) -> bool:
    """Whether a noun is for a trade, and for nobody whom a deed alone tells, as a winner."""
    return is_trade(token.word, language) and not holders(token.word, language.code)


def doers(rows: Iterable[Sentence]) -> set[int]:
    """Who are the subjects of sentences; nobody where one is of a noun or of two together."""
    found = set[int]()
    for row in rows:
        subject = subject_of(row)
        if subject is None:
            continue
        if subject.part != Part.NAME or _is_joined(row, subject):
            return set()
        found.add(subject.index)
    return found


def _is_joined(row: Sentence, subject: Token) -> bool:
    """Whether "and" stands between a subject and another's name: "the mayor, Ann Lee, and the vicar Bo Ray left"."""
    at = next(index for index, token in enumerate(row) if token is subject)
    last = max(index for index, token in enumerate(row) if token.part == Part.NAME)
    return any(token.part == Part.CONJUNCTION for token in row[at:last])
