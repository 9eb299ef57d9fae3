"""Nouns of a claim that a pronoun of its sentence cannot stand for: "den Plan" for "sie", "статут" for "її"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.referring.agreement import Agreement, agreement_of

_SEVERAL = "p"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_done_to_another(claim: Sequence[Token], aligned: Aligned, noun: Token, story: Story) -> bool:
    """Whether a sentence has a pronoun for what its deed is done to, which agrees with no such noun as a claim's.

    Asked where nouns are told by capitals or no articles stand: elsewhere such pronouns are written like articles.
    """
    if not (story.words.free_order or story.reading.language.nouns_capitalised) or not aligned.told.number:
        return False
    if noun.entities or noun.value is not None or noun.dated or noun.mood or not noun.content:
        return False
    agreement = agreement_of(story.reading.language.code)
    pronoun = _pronoun(aligned, agreement, story)
    if pronoun is None or not _may_be_done_to(claim, noun, story):
        return False
    wanted = agreement.pronouns[pronoun.folded]
    if story.words.free_order:  # "Директора": a man to whom something is done, though women's names end so.
        endings = agreement.accusatives.items()
        form = next((form for ending, form in endings if noun.folded.endswith(ending)), "")
        if form:
            return form not in wanted and _SEVERAL not in wanted
    return not agreement.agree(pronoun.folded, noun, noun.before)


def _pronoun(aligned: Aligned, agreement: Agreement, story: Story) -> Token | None:
    """The only pronoun of a sentence, if it tells what a deed is done to; None where there is no such one."""
    tokens, matched = aligned.told.tokens, aligned.matched
    found = [at for at, one in enumerate(tokens) if one.folded in agreement.pronouns and at not in matched]
    if len(found) != 1:
        return None
    pronoun, behind = tokens[found[0]], tokens[found[0] + 1 : found[0] + 2]
    does = not any(_says(one) for one in tokens[: found[0]] if one.clause == pronoun.clause)
    owns = story.is_possessive(pronoun) and any(_says(one) for one in behind)
    article = pronoun.folded in story.leading and not story.is_possessive(pronoun)
    other = does or owns or article or pronoun.folded in story.words.clitics or pronoun.before in story.words.ties
    return None if other else pronoun


def _may_be_done_to(claim: Sequence[Token], noun: Token, story: Story) -> bool:
    """Whether a claim has words before a noun in its clause, and ties it to none of them."""
    tied = noun.before in story.of_words or noun.before in story.words.ties - story.leading
    place = claim.index(noun)
    ahead = any(_says(one) for one in claim[:place] if one.clause == noun.clause)
    return ahead and not tied and not story.tie_before(claim, place)


def _says(token: Token) -> bool:
    return token.content and not token.dated
