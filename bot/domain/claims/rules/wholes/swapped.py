"""Two bare names on either side of one word, changed about: "Norva hat Belm gekauft", "Belm hat Norva gekauft"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import IS, PASSIVE
from bot.domain.claims.rules.grammar import Grammar

_NAMES = 2


# Complexity: each question is a word of the shape.
def swapped(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens with whom a sentence's opening name does it to, both without an article.

    Where neither case nor article tells who does it, who stands first does; other languages have cases for names.
    """
    if len(aligned.pairs) < _NAMES or len(claim.tokens) <= _NAMES or grammar.words.free_order:
        return ""
    (one, here), (two, there) = aligned.pairs[0], aligned.pairs[1]
    if two is claim.tokens[1] and aligned.pairs[_NAMES:]:
        two, there = aligned.pairs[_NAMES]  # Behind a verb: "Torp overtook Galm".
    if here != there + _NAMES or one is not claim.tokens[0] or two is not claim.tokens[_NAMES]:
        return ""
    tokens, verb = aligned.told.tokens, claim.tokens[1]
    same = verb.folded == tokens[there + 1].folded and not verb.signs & {IS, PASSIVE}
    names = one.text[0].isupper() and two.text[0].isupper() and not (one.dated or two.dated)
    opens = not there or tokens[there - 1].clause != tokens[there].clause
    alike = (one.folded, two.folded) == (tokens[here].folded, tokens[there].folded)
    turned = same and names and opens and alike and tokens[here].clause == tokens[there].clause
    return f"turns round who does what: {one.text}, {two.text}" if turned else ""
