"""Whether a verb behind a join stands for itself: "hopes for a school and has hired", "may have lied and left"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.cues.alleged import hedges_both
from bot.domain.claims.rules.grammar import Grammar, places_in


def have_done_both(tokens: Sequence[Token], at: int, joined: int, grammar: Grammar) -> bool:
    """Whether a governed verb tells of two deeds together, or joins a noun: "may have lied and destroyed files"."""
    having = grammar.words.special["having"]
    noun = grammar.nouns and tokens[joined].text[0].isupper()
    helped = noun or any(token.folded in having for token in tokens[at + 1 : joined])
    return helped or hedges_both(tokens, at, joined, grammar)


def stands_second(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb right behind a join cannot be an infinitive, which would end its clause: "und stimmt ab"."""
    last = places_in(tokens, tokens[place].clause)[-1]
    return grammar.brackets and tokens[place].text[0].islower() and place < last


def done_behind(tokens: Sequence[Token], place: int, grammar: Grammar) -> int | None:
    """Where the participle stands of which a verb at a place makes a past, in brackets at the end; None for none."""
    helping = tokens[place]
    if helping.folded not in grammar.perfects and (helping.content or helping.mood != "present"):
        return None
    at = places_in(tokens, helping.clause)[-1] if grammar.brackets else place + 1
    deed = tokens[at] if place < at < len(tokens) else None
    done = deed is not None and deed.content and (deed.mood == "past" or grammar.is_participle(deed))
    return at if done else None


def past_denial(tokens: Sequence[Token], place: int) -> int:
    """The place behind a word that only denies: "... and does not rule it out"."""
    denies = NOT in tokens[place].signs and not tokens[place].content
    return place + 1 if denies and place + 1 < len(tokens) else place
