"""What somebody does not do, told in front of what they do instead: "instead of mending the boat, he sank it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# How many words may open a sentence before "of": "au lieu de".
_OPENING = 3


def done_instead(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed from before the comma with words from behind it, "" for nothing."""
    told = aligned.told
    if told.clauses.marks[1:2] != [","] or not _opens(told.tokens, grammar):
        return ""
    if any(token.folded in grammar.words.instead for token in claim.tokens):
        return ""
    ahead = [told.tokens[place] for _, place in aligned.pairs if not told.tokens[place].clause]
    deed = any(token.before not in grammar.definite for token in ahead)  # "The sail" may be what "it" stands for.
    return f"leaves out a denial: {told.tokens[0].text}" if deed and len(ahead) < len(aligned.pairs) else ""


def _opens(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a sentence opens with "instead of"."""
    opening = tokens[:_OPENING]
    at = next((at for at, token in enumerate(opening) if token.folded in grammar.words.instead), None)
    return at is not None and any(token.folded in grammar.of_words for token in tokens[at + 1 : at + 2])
