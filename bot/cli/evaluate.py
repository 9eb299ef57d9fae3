"""How well an engine does on an operator's own articles: what it said, what stood, what it cost."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.adapters.engines.fallback_engine import STOOD_IN
from bot.briefing.desk import Desk
from bot.cli.terminal import plain
from bot.domain.text.fold import fold_text
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from bot.domain.values.proof import Proof
from bot.domain.values.source import Upload
from bot.domain.values.wish import Wish
from bot.errors import NutgrafError
from bot.ports import Progress

_MARKS = " \"'.,"


@dataclass(frozen=True, slots=True)
class Figures:
    """What an engine did over a set of articles.

    Attributes:
        engine: which engine was asked.
        articles: how many gave a brief.
        failed: files that gave none, with the sentence that says why.
        stood_in: how many the built-in engine wrote in the model's place; their parts are not counted below.
        sentences, sentences_dropped: summary sentences it wrote, and those that did not stand.
        actors, actors_dropped: actors it named, and those that do not stand in the article.
        quotes, quotes_dropped: quotes it gave, and those whose words do not stand in the article.
        proofs: how many sentences of the briefs stand by each proof, also those that stand in for others.
        wrong_speakers, speakers: of the shown quotes whose speaker the folder says, those that show another, and all.
        tokens_in, tokens_out, cost: what it used.
        seconds: how long the articles took, all together.
    """

    engine: str
    articles: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    stood_in: int = 0
    sentences: int = 0
    sentences_dropped: int = 0
    actors: int = 0
    actors_dropped: int = 0
    quotes: int = 0
    quotes_dropped: int = 0
    proofs: dict[str, int] = field(default_factory=dict)
    wrong_speakers: int = 0
    speakers: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    seconds: float = 0.0


async def evaluate(
    desk: Desk,
    articles: Sequence[Upload],
    wish: Wish,
    *,
    clock: Callable[[], float],
    speakers: Mapping[str, Mapping[str, str | None]] | None = None,
    tell: Progress | None = None,
) -> Figures:
    """Run the wished engine over `articles`, past the cache, one after the other.

    Args:
        desk: reads, writes and checks.
        articles: the files.
        wish: length, language and engine.
        clock: gives seconds.
        speakers: for each file of which they are known, the right speaker of each quotation, None for nobody named.
        tell: is told which article it is at; None for nobody.
    """
    figures = Figures(engine=wish.engine.value)
    for number, article in enumerate(articles, 1):
        if tell is not None:
            tell(f"Article {number} of {len(articles)}: {plain(article.name)}", None)
        started = clock()
        try:
            draft, brief = await desk.draft(article, wish)
        except NutgrafError as error:
            figures = replace(figures, failed={**figures.failed, article.name: error.sentence})
            continue
        figures = _with(figures, draft, brief, clock() - started)
        figures = _with_speakers(figures, brief, (speakers or {}).get(article.name, {}))
    return figures


def table(figures: Figures) -> str:
    """The figures as lines of plain text."""
    rows = [
        ("engine", figures.engine),
        ("articles", f"{figures.articles}"),
        ("failed", f"{len(figures.failed)}"),
        ("written by the stand-in", f"{figures.stood_in}"),
        ("sentences that stood", _share(figures.sentences, figures.sentences_dropped)),
        ("sentences by proof", ", ".join(f"{count} {proof}" for proof, count in figures.proofs.items()) or "none"),
        ("actors that stood", _share(figures.actors, figures.actors_dropped)),
        ("quotes word for word", _share(figures.quotes, figures.quotes_dropped)),
        ("wrong speakers", _wrong(figures)),
        ("tokens in, out", f"{figures.tokens_in:,}, {figures.tokens_out:,}"),
        ("cost", f"{figures.cost:.4f}"),
        ("seconds an article", f"{figures.seconds / max(1, figures.articles):.3f}"),
    ]
    lines = [f"{name:<24}{value}" for name, value in rows]
    lines += [f"{name}: {sentence}" for name, sentence in figures.failed.items()]
    return "\n".join(lines) + "\n"


def _with(figures: Figures, draft: Draft, brief: Brief, seconds: float) -> Figures:
    figures = replace(
        figures,
        articles=figures.articles + 1,
        tokens_in=figures.tokens_in + draft.usage.tokens_in,
        tokens_out=figures.tokens_out + draft.usage.tokens_out,
        cost=figures.cost + draft.usage.cost,
        seconds=figures.seconds + seconds,
    )
    if STOOD_IN in draft.notes:
        return replace(figures, stood_in=figures.stood_in + 1)
    dropped = [part.part for part in brief.dropped]
    proofs = Counter(figures.proofs) + Counter(proof.value for proof in brief.proof)
    return replace(
        figures,
        engine=draft.engine,
        sentences=figures.sentences + len(draft.sentences),
        sentences_dropped=figures.sentences_dropped + dropped.count("sentence"),
        actors=figures.actors + len(draft.actors),
        actors_dropped=figures.actors_dropped + dropped.count("actor"),
        quotes=figures.quotes + len(draft.quotes),
        quotes_dropped=figures.quotes_dropped + dropped.count("quote"),
        proofs={proof.value: proofs[proof.value] for proof in Proof if proofs[proof.value]},
    )


def _with_speakers(figures: Figures, brief: Brief, right: Mapping[str, str | None]) -> Figures:
    """Hold the shown speakers against the right ones, by the quotations' words."""
    named = {fold_text(text).strip(_MARKS): speaker for text, speaker in right.items()}
    known = [quote for quote in brief.quotes if fold_text(quote.text).strip(_MARKS) in named]
    wrong = sum(
        quote.speaker is not None and not _same(quote.speaker, named[fold_text(quote.text).strip(_MARKS)])
        for quote in known
    )
    return replace(figures, speakers=figures.speakers + len(known), wrong_speakers=figures.wrong_speakers + wrong)


def _same(shown: str, right: str | None) -> bool:
    """Whether two names are of one speaker, as far as their words tell: all of the shorter are in the longer."""
    one, other = set(fold_text(shown).split()), set(fold_text(right or "").split())
    return bool(one and other) and (one <= other or other <= one)


def _wrong(figures: Figures) -> str:
    return f"{figures.wrong_speakers} of {figures.speakers}" if figures.speakers else "not known: no speakers.json"


def _share(said: int, dropped: int) -> str:
    return f"{(said - dropped) / said:.3f} ({said - dropped} of {said})" if said else "none given"
