"""The built-in engine: an article and a wish in, a draft out, by rules alone; no key, no network, no model.

Entities are found once; quotations, actors and summary are read from them, and the check of what was drafted too.
Quotes come best first: what a central actor says, at a length that is read, early in the text, in whole sentences.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.actors.actors import RankedActor, rank_actors
from bot.domain.brief.check import check
from bot.domain.brief.headlines.headline import headline_of
from bot.domain.brief.summaries.summary import Summary
from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.reading import Reading
from bot.domain.language import languages
from bot.domain.speech.quotes import FoundQuote
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft, DraftQuote
from bot.domain.values.wish import Wish
from bot.i18n.marking import to_say
from config.limits import (
    FEWEST_SENTENCES,
    QUOTE_CENTRAL,
    QUOTE_EARLY,
    QUOTE_LENGTH,
    QUOTE_PARTIAL,
    QUOTE_SPEAKER,
    QUOTE_WORDS,
    SUMMARY_REPEATED,
)

NAME = "builtin"

SPEAKERS_NOT_SOUGHT = to_say("Speakers were not looked for, as I know too little of this language.")


def write_draft(article: Article, wish: Wish) -> Draft:
    """Read `article` by rules and draft a brief of the wished length, in the article's own language.

    A wish for another language is not served: the draft's `language` says which it is. Linear in the text's length.
    """
    return _drafted(Reading.of(article), wish)


def read_article(article: Article, wish: Wish) -> tuple[Draft, Reading]:
    """As `write_draft`, with what was read of the article, for the check of this draft or another."""
    reading = Reading.of(article)
    return _drafted(reading, wish), reading


def write_brief(article: Article, wish: Wish) -> tuple[Draft, Brief]:
    """As `write_draft`, with the brief of what stands; the article is read once for both."""
    draft, reading = read_article(article, wish)
    return draft, check(draft, article, fallback=draft, reading=reading)


def _drafted(reading: Reading, wish: Wish) -> Draft:
    article, entities, quotes = reading.article, reading.entities, reading.quotes
    actors = rank_actors(article, entities, quotes)
    summary = Summary(article, entities, quotes, reading.sentences)
    sentences = summary.of(wish.length)
    told = lru_cache(maxsize=1)(lambda sentence: _claims(replace(article, text=sentence)))
    headline = headline_of(
        article,
        sentences,
        entities,
        others=summary.spare,
        stands=lambda form, sentence: told(sentence).headline(form).stands,
    )
    if len(sentences) > FEWEST_SENTENCES and _repeats(sentences[0].text, headline):
        sentences = summary.behind(sentences[0], wish.length)
    return Draft(
        headline=headline,
        sentences=sentences,
        actors=tuple(ranked.actor for ranked in actors),
        quotes=tuple(
            DraftQuote(article.text[quote.start : quote.end], quote.speaker, quote.start)
            for quote in _best_first(article, quotes, actors)
        ),
        engine=NAME,
        notes=() if languages.of(article.language).knows_speakers else (SPEAKERS_NOT_SOUGHT,),
        language=article.language,
    )


def _claims(sentence: Article) -> Claims:
    """What a sentence of an article says whose planted passages were taken out of it before."""
    return Claims(sentence, Reading(sentence))


def _repeats(sentence: str, headline: str) -> bool:
    """Whether a sentence says no more than the headline, but for a word or two at its head: "Ann Lee: The quay ..."."""
    text = sentence.rstrip(".")
    return text == headline or (text.endswith(f": {headline}") and len(headline) > SUMMARY_REPEATED * len(text))


def _best_first(article: Article, quotes: Sequence[FoundQuote], actors: Sequence[RankedActor]) -> list[FoundQuote]:
    """All quotes, the telling ones first."""
    rank = {entity: place for place, ranked in enumerate(actors) for entity in ranked.entities}
    return sorted(quotes, key=lambda quote: (-_worth(article, quote, rank), quote.start))


def _worth(article: Article, quote: FoundQuote, rank: dict[int, int]) -> float:
    text = article.text[quote.start : quote.end]
    words = len(text.split()) if languages.of(article.language).spaced else len(text) // 2
    shortest, longest = QUOTE_WORDS
    fitting = min(1.0, words / shortest, longest / max(1, words))
    worth = QUOTE_LENGTH * fitting + QUOTE_EARLY * (1 - quote.start / len(article.text))
    if quote.speaker is not None:
        worth += QUOTE_SPEAKER
    if quote.entity in rank:
        worth += QUOTE_CENTRAL / (1 + rank[quote.entity])
    return worth - (QUOTE_PARTIAL if quote.partial else 0.0)
