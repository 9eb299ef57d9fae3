"""The stored form of an answer: the rows that keep it, and back."""

from collections.abc import Iterable, Sequence

from bot.briefing.metered_desk import Item
from bot.domain.values.records import AnswerKind, AnswerRecord, QuoteRecord
from bot.domain.values.wish import Wish
from bot.messages.answers.answer import Answer
from bot.messages.answers.part import AnswerPart, Location
from bot.messages.posts.post import Trigger


def records_of(answer: Answer) -> tuple[AnswerRecord, ...]:
    """The rows that keep an answer."""
    return tuple(
        AnswerRecord(
            id=answer.id,
            part=number,
            channel=answer.channel,
            guild=answer.guild,
            source=answer.source,
            source_channel=answer.source_channel,
            poster=answer.poster,
            key=part.key,
            content=part.content,
            url=part.url,
            headline=part.headline,
            created=part.created,
            kind=part.kind,
            length=part.wish.length,
            language=part.wish.language,
            engine=part.wish.engine,
            links=answer.links,
            room=answer.room,
            spoiler=part.spoiler,
            trigger=part.trigger.value,
            head=answer.head,
            target=part.target.message if part.target else None,
            target_channel=part.target.channel if part.target else None,
            locale=answer.locale,
            sentence=part.sentence,
            site=part.site,
        )
        for number, part in enumerate(answer.parts)
    )


def quotes_of(answer: Answer, items: Iterable[Item]) -> tuple[QuoteRecord, ...]:
    """What the briefs of an answer bring to the archive of its server."""
    by_content = {item.served.content: item.served.brief for item in items}
    if answer.guild is None:
        return ()
    return tuple(
        QuoteRecord(
            text=quote.text,
            speaker=quote.speaker,
            link=quote.link or part.url,
            guild=answer.guild,
            channel=answer.channel,
            answer=answer.id,
            created=part.created,
            room=answer.room,
            spoiler=part.spoiler,
            part=number,
        )
        for number, part in enumerate(answer.parts)
        if part.kind is AnswerKind.BRIEF and part.content in by_content
        for quote in by_content[part.content].quotes
    )


def answers_of(records: Sequence[AnswerRecord]) -> tuple[Answer, ...]:
    """The answers that rows keep, in the rows' order."""
    by_id: dict[int, list[AnswerRecord]] = {}
    for record in records:
        by_id.setdefault(record.id, []).append(record)
    return tuple(_answer(rows) for rows in by_id.values())


def _answer(rows: Sequence[AnswerRecord]) -> Answer:
    first = rows[0]
    return Answer(
        id=first.id,
        channel=first.channel,
        guild=first.guild,
        poster=first.poster,
        source=first.source,
        source_channel=first.source_channel,
        links=first.links,
        head=first.head,
        room=first.room,
        locale=first.locale,
        parts=tuple(_part(row) for row in sorted(rows, key=lambda row: row.part)),
    )


def _part(row: AnswerRecord) -> AnswerPart:
    return AnswerPart(
        kind=row.kind,
        key=row.key,
        content=row.content,
        url=row.url,
        headline=row.headline,
        wish=Wish(row.length, row.language, row.engine),
        trigger=Trigger(row.trigger),
        created=row.created,
        spoiler=row.spoiler,
        target=Location(row.target_channel or row.channel, row.target) if row.target else None,
        sentence=row.sentence,
        site=row.site,
    )
