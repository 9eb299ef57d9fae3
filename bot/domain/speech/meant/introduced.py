"""Who is first named right behind a noun at a quotation: "“...,” said the cox. Ann Lee, 19, steers"."""

import re
from bisect import bisect_left

from bot.domain.language.languages import Language
from bot.domain.speech.meant.rivals import tells_of_another
from bot.domain.speech.rows.people_words import is_actor_word, is_trade, leads
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_REACH = 80  # Characters of what is told of somebody behind the noun: ", who led the count".
_END = re.compile(rf"[{re.escape(''.join(POINTS))}] ")
_WORD = re.compile(r" ([^\W\d_]+)")


# Complexity: a name is taken only where nothing else may be meant.
def named_next(text: str, names: Named, token: Token, language: Language) -> int | None:
    """The person whose full name first stands behind a noun's sentence, and opens the next of its paragraph; else None.

    Nobody whom the text calls by anything, or who belongs to a body right there, and only where nobody else without a
    name is told of before: who is new and told to be somebody else is told to be who.
    """
    calls = token.definite and is_actor_word(token.word, language) and token.word not in language.groups
    stop = _END.search(text, token.end, token.end + _REACH) if calls else None
    if stop is None or "\n" in text[token.end : stop.end()]:
        return None
    at = bisect_left(names.starts, token.end)
    if names.starts[at : at + 1] != [stop.end()]:
        return None
    owner, end = names.owners[at], names.ends[at]
    person, gender = names.entities[owner], language.gender_of_role(token.word)
    new = person.kind is Kind.PERSON and person.mentions[0].start == stop.end() and not person.roles
    full = new and " " in text[stop.end() : end] and gender in {"", person.gender}
    behind = _WORD.match(text, end)
    told = behind is not None and behind.group(1) in language.of_words | language.prepositions | language.verbs
    last = _END.search(text, end)
    tells = text[end : last.start() if last is not None else len(text)].partition("\n")[0].lower()
    holds = leads(tells, text[token.start : stop.start()].lower(), language)
    told = told or holds is False or not (holds or text.startswith(", ", end) or is_trade(token.word, language))
    return owner if full and not told and not tells_of_another(text, names, token, language) else None
