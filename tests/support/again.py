"""A brief as the draft of itself: what is checked again stays as it is."""

from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence


def as_draft(brief: Brief, *, language: str | None = None) -> Draft:
    """The draft that says just what `brief` says: checking it again gives the same brief.

    `language` is that of the summary, where it is not the article's.
    """
    return Draft(
        headline=brief.headline,
        sentences=tuple(DraftSentence(text) for text in brief.summary),
        actors=tuple(
            DraftActor(actor.name, actor.kind, actor.role, actor.aliases, actor.mentions) for actor in brief.actors
        ),
        quotes=tuple(DraftQuote(quote.text, quote.speaker, quote.start, quote.translation) for quote in brief.quotes),
        engine=brief.engine,
        notes=brief.notes,
        usage=brief.usage,
        language=language,
    )
