"""The actors of an article without their worth."""

from collections.abc import Sequence

from bot.domain.actors.actors import rank_actors
from bot.domain.names.names import Entity
from bot.domain.speech.quotes import FoundQuote
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftActor


def find_actors(article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote]) -> tuple[DraftActor, ...]:
    """The article's actors, the most important first."""
    return tuple(ranked.actor for ranked in rank_actors(article, entities, quotes))
