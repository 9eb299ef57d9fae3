"""The check: the only maker of a `Brief`. It raises what an engine said to what the article says.

A quote is found in the text (exactly, after folding) and shown from the article's own characters. A speaker and an
actor must stand in the text; they are named in full. A summary sentence is let through only when the article supports
it: its numbers and its names stand there, and its words stand in one paragraph. What falls is recorded with its reason.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from urllib.parse import quote as percent_encode

from bot.domain import languages
from bot.domain.fold import Folded, fold, fold_text
from bot.domain.model import (
    Actor,
    Article,
    Brief,
    Draft,
    DraftActor,
    DraftQuote,
    DraftSentence,
    Dropped,
    Quote,
)
from bot.domain.names import Entity, find_entities
from bot.domain.quotes import FoundQuote, find_quotes
from bot.domain.sentences import split_sentences
from bot.domain.spans import find_spans
from config import limits

_LINK = re.compile(
    r"https?:|www\.|\]\(|://|discord\.gg|\b[\w-]+\.(?:com|net|org|io|gg|ru|info|biz|xyz|link)\b", re.IGNORECASE
)
_MENTION = re.compile(r"@(?:everyone|here)|<[@#:]|<a?:\w+:\d+>|<t:\d+|</\w")
_MARKUP = re.compile(r"[*_~`|<>\[\]{}\\#]+")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f’']\d+)*")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SPACES = re.compile(r"\s+")
_UNSPACED = frozenset({"zh", "ja"})
_MARKS = " \t\n\"'“”„‟«»‹›‘’‚「」『』〝〞〟"


def check(draft: Draft, article: Article, *, fallback: Draft | None = None) -> Brief:
    """Make a brief of what stands of `draft` in `article`.

    Args:
        draft: what an engine said.
        article: what it was said of.
        fallback: another draft, whose summary serves where fewer than `limits.FEWEST_SENTENCES` of this one's sentences
            stand, and whose headline, actors and quotes serve where none stands.
    """
    checker = _Checker(article, draft.language)
    summary = checker.summary(draft.sentences)
    actors = checker.actors(draft.actors)
    quotes = checker.quotes(draft.quotes)
    headline = checker.headline(draft.headline)
    notes = list(draft.notes)
    if fallback is not None and fallback is not draft:
        spare = _Checker(article, fallback.language)
        if len(summary) < min(limits.FEWEST_SENTENCES, len(fallback.sentences)):
            notes.append("The model's summary did not hold up against the article; the built-in one stands in for it.")
            summary = spare.summary(fallback.sentences)
        actors = actors or spare.actors(fallback.actors)
        quotes = quotes or spare.quotes(fallback.quotes)
        headline = headline or spare.headline(fallback.headline)
    return Brief(
        headline=headline or _first_words(article),
        summary=summary,
        actors=actors,
        quotes=quotes,
        article=article,
        engine=draft.engine,
        notes=tuple(dict.fromkeys((*article.notes, *notes))),
        usage=draft.usage,
        dropped=tuple(checker.dropped),
    )


def as_draft(brief: Brief) -> Draft:
    """The draft that says just what `brief` says: checking it again gives the same brief."""
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
    )


class _Checker:
    """One article with what the checks of its parts share. `dropped` grows as parts fall."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article = article
        self._text = article.text
        self._foreign = bool(language and article.language and language != article.language)
        self.dropped: list[Dropped] = []

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    @cached_property
    def _entities(self) -> tuple[Entity, ...]:
        return find_entities(self._article)

    @cached_property
    def _names(self) -> dict[str, Entity]:
        """Entities by each of their folded names; a full name wins over another's alias."""
        by_name = {fold_text(alias): entity for entity in self._entities for alias in entity.aliases}
        return by_name | {fold_text(entity.name): entity for entity in self._entities}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        language = languages.of(self._article.language)
        return [(span.start, span.end) for span in find_spans(self._text, language)]

    @cached_property
    def _read_quotes(self) -> dict[tuple[int, int], FoundQuote]:
        return {(found.start, found.end): found for found in find_quotes(self._article, self._entities)}

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Offsets at which paragraphs start."""
        return [0, *(match.end() for match in re.finditer(r"\n\n", self._text))]

    @cached_property
    def _paragraph_words(self) -> list[frozenset[str]]:
        return [frozenset(_stems(part)) for part in self._text.split("\n\n")]

    @cached_property
    def _all_words(self) -> frozenset[str]:
        return frozenset(_stems(self._article.title or "")).union(*self._paragraph_words)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        title = self._article.title or ""
        return (
            frozenset(_digits(self._text))
            | frozenset(_digits(title))
            | frozenset(_digits(self._article.published or ""))
        )

    def _drop(self, part: str, text: str, reason: str) -> None:
        self.dropped.append(Dropped(part, text[: limits.DROPPED_CHARACTERS], reason))

    # --- the summary ------------------------------------------------------------------------------------------------

    def headline(self, text: str) -> str:
        """The headline if it stands, "" otherwise."""
        clean = _cut(_clean(text), limits.HEADLINE_CHARACTERS)
        if clean == _cut(_clean(self._article.title or ""), limits.HEADLINE_CHARACTERS):
            return clean
        reason = self._fault(text, clean, None)
        if reason:
            self._drop("headline", text, reason)
            return ""
        return clean

    def summary(self, sentences: Iterable[DraftSentence]) -> tuple[str, ...]:
        """The sentences that stand, in their order, each once."""
        kept: list[str] = []
        for sentence in sentences:
            clean = _clean(sentence.text)
            reason = self._fault(sentence.text, clean, sentence.paragraph)
            if not reason and clean in kept:
                reason = "said twice"
            if not reason and len(kept) == limits.SUMMARY_SENTENCES:
                reason = "more sentences than a summary has"
            if reason:
                self._drop("sentence", sentence.text, reason)
            else:
                kept.append(clean)
        return tuple(kept)

    def _fault(self, raw: str, clean: str, paragraph: int | None) -> str:
        """Why a sentence does not stand, "" when it does."""
        if not any(character.isalpha() for character in clean):
            return "nothing is said"
        if len(clean) > limits.SENTENCE_CHARACTERS:
            return "too long for a sentence"
        # The article's own words stand; what looks like a link or a mention in them is escaped where it is shown.
        return "" if fold_text(clean) in self._folded.text else self._strangeness(raw, clean, paragraph)

    def _strangeness(self, raw: str, clean: str, paragraph: int | None) -> str:
        """What a sentence in an engine's own words has that the article has not, "" when nothing."""
        if _LINK.search(raw) or _MENTION.search(raw):
            return "carries a link or a mention"
        strange = sorted(set(_digits(clean)) - self._numbers)
        if strange:
            return f"has a number that the article has not: {strange[0]}"
        stranger = self._strange_name(clean)
        if stranger:
            return f"has a name that the article has not: {stranger}"
        return "" if self._foreign else self._unsupported(clean, paragraph)

    def _strange_name(self, clean: str) -> str:
        """A capitalised word inside the sentence that the article has in no form, "" when there is none."""
        words = list(_WORD.finditer(clean))
        for match in words[1:]:
            word = match.group()
            if word[0].isupper() and not self._knows(word):
                return word
        return ""

    def _knows(self, word: str) -> bool:
        stem = _stem(fold_text(word))
        if stem in self._all_words:
            return True
        # In another language a name may be written otherwise ("Poutine"), and German writes every noun large.
        return self._foreign and word[0].lower() in {known[:1] for known in self._all_words}

    def _unsupported(self, clean: str, paragraph: int | None) -> str:
        words = set(_stems(clean))
        if not words:
            return ""
        named = paragraph is not None and 0 <= paragraph < len(self._paragraph_words)
        places = [self._paragraph_words[paragraph]] if named and paragraph is not None else self._paragraph_words
        best = max((len(words & place) for place in places), default=0) / len(words)
        if best >= limits.SUPPORT_SHARE:
            return ""
        if named:  # The number may be off by one where the words are right.
            return self._unsupported(clean, None)
        return "no paragraph supports it"

    # --- actors -----------------------------------------------------------------------------------------------------

    def actors(self, drafts: Iterable[DraftActor]) -> tuple[Actor, ...]:
        """The actors that stand in the text, in their order, each once and named in full."""
        kept: dict[str, Actor] = {}
        for drafted in drafts:
            name, mentions = self._full_name(drafted.name)
            if not name:
                self._drop("actor", drafted.name, "the name does not stand in the article")
                continue
            key = fold_text(name)
            if key in kept:
                continue
            aliases = tuple(alias for alias in drafted.aliases if fold_text(alias) != key and self._stands(alias))
            kept[key] = Actor(name, drafted.kind, self._role(drafted.role), drafted.mentions or mentions, aliases)
        return tuple(kept.values())

    def _full_name(self, name: str) -> tuple[str, int]:
        """The fullest form of a name that the text has, and how often the text names it; "" when it does not."""
        clean = _clean(name)
        if len(clean) > limits.NAME_CHARACTERS:
            return "", 0
        entity = self._names.get(fold_text(clean))
        if entity is not None:
            return entity.name, len(entity.mentions)
        place = self._place(clean)
        if place is None:
            return "", 0
        return " ".join(self._text[place[0] : place[1]].split()), 1

    def _role(self, role: str) -> str:
        clean = _clean(role)
        if not clean:
            return ""
        reason = ""
        if len(clean) > limits.ROLE_CHARACTERS:
            reason = "too long for a role"
        elif _LINK.search(role) or _MENTION.search(role):
            reason = "carries a link or a mention"
        elif set(_digits(clean)) - self._numbers:
            reason = "has a number that the article has not"
        elif not self._foreign and not all(stem in self._all_words for stem in _stems(clean)):
            reason = "is not in the article's words"
        elif self._foreign and self._strange_name(f"- {clean}"):
            reason = "has a name that the article has not"
        if reason:
            self._drop("role", role, reason)
            return ""
        return clean

    def _stands(self, name: str) -> bool:
        return self._place(name) is not None

    def _place(self, name: str) -> tuple[int, int] | None:
        """Where a name stands in the text as whole words."""
        needle = fold_text(name)
        if not any(character.isalnum() for character in needle):
            return None
        text = self._folded.text
        at = text.find(needle)
        spaced = self._article.language not in _UNSPACED
        while at >= 0:
            end = at + len(needle)
            before, after = text[at - 1 : at], text[end : end + 1]
            if not spaced or not (before.isalnum() or after.isalnum()):
                return self._folded.offsets[at], self._folded.offsets[end - 1] + 1
            at = text.find(needle, end)
        return None

    # --- quotes -----------------------------------------------------------------------------------------------------

    def quotes(self, drafts: Iterable[DraftQuote]) -> tuple[Quote, ...]:
        """The quotes that stand in the text between quotation marks, in their order, none overlapping another."""
        kept: list[Quote] = []
        taken = _Taken()
        for drafted in drafts:
            place = self._quote_place(drafted, taken)
            if place is None:
                self._drop("quote", drafted.text, "does not stand in the article between quotation marks")
                continue
            start, end = place
            taken.add(start, end)
            kept.append(
                Quote(
                    text=self._text[start:end],
                    speaker=self._speaker(drafted, start, end),
                    start=start,
                    end=end,
                    link=text_fragment(self._article, start, end),
                    translation=self._translation(drafted),
                )
            )
        return tuple(kept)

    def _quote_place(self, drafted: DraftQuote, taken: "_Taken") -> tuple[int, int] | None:
        if drafted.start is not None:
            end = drafted.start + len(drafted.text)
            if drafted.start >= 0 and drafted.text.strip() and self._text[drafted.start : end] == drafted.text:
                return None if taken.overlaps(drafted.start, end) else (drafted.start, end)
        needle = fold_text(drafted.text.strip(_MARKS))
        if not any(character.isalnum() for character in needle):
            return None
        at = self._folded.text.find(needle)
        for _ in range(limits.QUOTE_PLACES):
            if at < 0:
                return None
            start = self._folded.offsets[at]
            end = self._folded.offsets[at + len(needle) - 1] + 1
            if self._is_quoted(start, end) and not taken.overlaps(start, end):
                return start, end
            at = self._folded.text.find(needle, at + 1)
        return None

    def _is_quoted(self, start: int, end: int) -> bool:
        index = bisect_right(self._spans, (start, len(self._text))) - 1
        return index >= 0 and self._spans[index][0] <= start and end <= self._spans[index][1]

    def _speaker(self, drafted: DraftQuote, start: int, end: int) -> str | None:
        """Who says it: by the reader where the quote's own cue names the speaker, else by the draft if that may be."""
        read = self._read_quotes.get((start, end))
        if read is not None and read.confident and read.speaker:
            return read.speaker
        if drafted.speaker is None:
            return None
        if read is not None and read.speaker == drafted.speaker:
            return read.speaker
        name, _ = self._full_name(drafted.speaker)
        if name and self._is_near(name, start, end):
            return name
        self._drop("speaker", drafted.speaker, "the text does not name this speaker near the quote")
        return None

    def _is_near(self, name: str, start: int, end: int) -> bool:
        """Whether a name, in any of its forms, stands in the quote's paragraph or the two before it."""
        starts = self._paragraphs
        first = starts[max(0, bisect_right(starts, start) - 1 - limits.SPEAKER_PARAGRAPHS)]
        after = bisect_right(starts, end)
        last = starts[after] if after < len(starts) else len(self._text)
        entity = self._names.get(fold_text(name))
        if entity is not None:
            return any(first <= mention.start < last for mention in entity.mentions)
        return fold_text(name) in fold_text(self._text[first:last])

    def _translation(self, drafted: DraftQuote) -> str | None:
        if not drafted.translation:
            return None
        clean = _clean(drafted.translation)
        reason = ""
        if _LINK.search(drafted.translation) or _MENTION.search(drafted.translation):
            reason = "carries a link or a mention"
        elif set(_digits(clean)) - self._numbers:
            reason = "has a number that the article has not"
        elif not clean or len(clean) > limits.TRANSLATION_FACTOR * len(drafted.text) + limits.NAME_CHARACTERS:
            reason = "is too long for a translation"
        if reason:
            self._drop("translation", drafted.translation, reason)
            return None
        return clean


class _Taken:
    """Spans of the text that are taken, by their starts."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        self._spans.insert(bisect_right(self._spans, (start, end)), (start, end))

    def overlaps(self, start: int, end: int) -> bool:
        index = bisect_right(self._spans, (start, end))
        before = index > 0 and self._spans[index - 1][1] > start
        return before or (index < len(self._spans) and self._spans[index][0] < end)


def text_fragment(article: Article, start: int, end: int) -> str | None:
    """The address of a place in the page, None for an article without one.

    It is a text fragment, as the WICG's draft "URL Fragment Text Directives" has it. A long quote, or one over several
    paragraphs, is given by its first and last words.
    """
    if article.url is None:
        return None
    words = article.text[start:end].split()
    if not words:
        return None
    if len(words) <= limits.FRAGMENT_WORDS and "\n" not in article.text[start:end]:
        directive = _percent(" ".join(words))
    else:
        ends = limits.FRAGMENT_WORDS // 2
        directive = f"{_percent(' '.join(words[:ends]))},{_percent(' '.join(words[-ends:]))}"
    joint = ":~:" if "#" in article.url else "#:~:"
    return f"{article.url}{joint}text={directive}"


def _percent(text: str) -> str:
    # "-", "," and "&" have a meaning of their own in a text directive.
    return percent_encode(text, safe="", errors="replace").replace("-", "%2D")


def _clean(text: str) -> str:
    """One line without control and format characters, and without markup."""
    visible = "".join(character if character.isprintable() or character.isspace() else "" for character in text)
    return _SPACES.sub(" ", _MARKUP.sub("", visible)).strip()


def _cut(text: str, characters: int) -> str:
    if len(text) <= characters:
        return text
    return text[: characters - 1].rsplit(" ", 1)[0] + "…"


def _first_words(article: Article) -> str:
    """A headline for a draft that has none: the first sentence, cut."""
    spans: Sequence[tuple[int, int]] = split_sentences(
        article.text[: limits.SENTENCE_CHARACTERS], languages.of(article.language)
    )
    first = article.text[spans[0][0] : spans[0][1]] if spans else article.text
    return _cut(_clean(first), limits.HEADLINE_CHARACTERS)


def _digits(text: str) -> list[str]:
    """Numbers without what separates their groups, so that 1,200 is 1200; a decimal mark is a separator too."""
    return [re.sub(r"\D", "", match) for match in _NUMBER.findall(text)]


def _stems(text: str) -> list[str]:
    """Folded words of some weight, cut to stems: enough to see that "repairs" supports "repaired"."""
    return [_stem(word) for word in _WORD.findall(fold_text(text)) if len(word) >= limits.SUPPORT_WORD]


def _stem(word: str) -> str:
    return word[: limits.SUPPORT_STEM]
