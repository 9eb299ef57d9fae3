"""Reads a claim that says nothing but whose words a quotation is: "Ann Holm said: “The bridge will hold.”"."""

import re

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import NEUTRAL

# Who says it and a quotation to the claim's end, or a quotation and who says it.
_AHEAD = re.compile(r"([^“”„«»\"]{3,80}?)[:,]? ?[“„«\"]\s?([^“”„«»\"]+?)\s?[”“»\"]\.?\s*\Z")
_BEHIND = re.compile(r"[“„«\"]\s?([^“”„«»\"]+?)\s?[”“»\"],? ([^“”„«»\"]{3,80})\s*\Z")
MARKS = frozenset('“„«"')


# Complexity: the conditions of one reading, each a cheap way out before the next.
def quoted_of(text: str, story: Story) -> tuple[int, str] | None:
    """Who is said to say it and the words, of a claim of a name, a verb of saying and a quotation; None for others."""
    ahead = _AHEAD.match(text)
    behind = None if ahead else _BEHIND.match(text)
    if ahead is None and behind is None:
        return None
    cue, said = ahead.groups() if ahead else (behind.group(2), behind.group(1)) if behind else ("", "")
    tokens = story.said(cue).tokens
    named = [token for token in tokens if token.entities]
    people = frozenset.intersection(*[token.entities for token in named]) if named else frozenset()
    verbs = [token for token in tokens if NEUTRAL in token.signs]
    others = [one for one in tokens if one.content and not one.entities and NEUTRAL not in one.signs]
    if len(people) != 1 or len(verbs) != 1 or others or any(one.signs - {NEUTRAL} for one in tokens):
        return None
    return next(iter(people)), said
