"""Whose words a noun of speech tells, where nouns have capitals: "die Antwort Merkels", "ein Brief der Ministerin"."""

from bisect import bisect_left
from dataclasses import replace

from bot.domain.language.languages import Language
from bot.domain.speech.rows.bearers import Bearers
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.values.actor import Kind

_OWNED = 2  # Words of "der Ministerin" behind the noun.


def writer_of(text: str, names: Named, bearers: Bearers, token: Token, language: Language) -> int | None:
    """The person whose words a noun of speech tells: who is named in it, or alone bears the noun that ends it."""
    if not language.verb_second or not is_speech_noun(token.word, language):
        return None
    at = bisect_left(names.starts, token.start)
    if at < len(names.starts) and names.starts[at] < token.end:
        owner = names.owners[at]
        return owner if names.entities[owner].kind is Kind.PERSON else None
    words = text[token.start : token.end].split()
    owned = len(words) > _OWNED and language.nouns_capitalised and words[-_OWNED] in language.genitives
    if not owned or not language.is_role(words[-1].lower()):
        return None
    # As the subject of a sentence would be told: "die Ministerin".
    start = token.end - len(" ".join(words[-_OWNED:]))
    return bearers.bearer(replace(token, word=words[-1].lower(), start=start, definite=True, opening=""))
