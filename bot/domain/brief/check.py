"""The check: the only maker of a `Brief`. It raises what an engine said to what the article says.

A quote is found in the text (exactly, after folding) and shown from the article's own characters. A speaker and an
actor must stand in the text; they are named in full. A summary sentence, a headline and a role are let through only
when they are proven (`bot/domain/claims`). For a sentence that is not, the article's own is shown where one fits. What
falls is recorded with its reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

from bot.domain.brief.actors import ActorCheck
from bot.domain.brief.fragment import text_fragment
from bot.domain.brief.lines import clean_line, cut, linked
from bot.domain.brief.quotes import QuoteCheck, repeats
from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.support import Support
from bot.domain.claims.second_look import question_of, role_claim, weighed
from bot.domain.language import languages
from bot.domain.text.fold import Folded, fold_text
from bot.domain.text.planted import BLANK, LEFT_OUT
from bot.domain.text.sentences import split_sentences
from bot.domain.values.actor import Actor
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief, Dropped
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.proof import Evidence, Proof, Question, Verdict
from bot.domain.values.quote import Quote
from bot.i18n.marking import to_say
from config import limits

STOOD_IN = to_say("The model's summary did not hold up against the article; the built-in one stands in for it.")
UNCOMPARED = to_say(
    "The summary is in a script in which names cannot be compared with the article's; its numbers were."
)
TRANSLATED = to_say("The summary is a translation; the original wording is in the article.")

# What a model writes for a chat to render, at the edges of words alone: within them such characters are the words' own.
_MARKUP = re.compile(r"\*\*|__|~~|\|\||`+|(?:^|(?<=\s))#+\s|(?<!\w)[*_]+(?=\w)|(?<=\w)[*_]+(?!\w)")
_MARKS = frozenset("*_~|`#")
_SPACES = re.compile(r"\s+")

# A claim: its part, or the name that bears a role; its words; the numbers of the sentences that it is said to rest on.
Asked = tuple[str, str, tuple[int, ...]]
Verdicts = Mapping[Asked, Verdict]


def check(
    draft: Draft,
    article: Article,
    *,
    fallback: Draft | None = None,
    carried: Mapping[Question, bool] | None = None,
    reading: Reading | None = None,
    claims: Claims | None = None,
    verdicts: Verdicts = MappingProxyType({}),
) -> Brief:
    """Make a brief of what stands of `draft` in `article`.

    Args:
        draft: what an engine said.
        article: what it was said of.
        fallback: another draft, whose summary serves where fewer than `limits.FEWEST_SENTENCES` of this one's sentences
            stand, and whose headline, actors and quotes serve where none stands.
        carried: what a second look says of the claims that `undecided` gave.
        reading: what was read of the article for the draft, None where nothing was.
        claims: the article as it was compared for `undecided`, None where it was not.
        verdicts: what the rules said of the same draft's claims for `undecided`.
    """
    claims = claims or Claims(article, reading)
    checker = _Checker(article, claims, draft.language, carried or {}, reads=fallback is draft, verdicts=verdicts)
    if fallback is None or fallback is draft:
        stands = _standing(checker, draft, ())
    else:
        spare = _Checker(article, claims, fallback.language, {}, reads=True)
        read = spare.actors(fallback.actors)
        stands = _with_fallback(_standing(checker, draft, read), fallback, spare, read)
    return Brief(
        headline=stands.headline or checker.headline(article.title or "") or checker.first_words(),
        summary=tuple(proven.text for proven in stands.summary),
        actors=stands.actors,
        quotes=stands.quotes,
        article=article,
        engine=draft.engine,
        notes=tuple(dict.fromkeys((*article.notes, *stands.notes))),
        usage=draft.usage,
        dropped=tuple(checker.dropped),
        evidence=tuple(checker.evidence(proven.evidence) for proven in stands.summary),
        proof=tuple(proven.proof for proven in stands.summary),
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands of a draft, part by part, and what a reader is told of it."""

    headline: str
    summary: tuple["_Proven", ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]


def _standing(checker: "_Checker", draft: Draft, read: Sequence[Actor]) -> _Standing:
    """What stands of a draft by itself; `read` are the actors that the reader knows."""
    summary = checker.summary(draft.sentences)
    return _Standing(
        summary=summary,
        actors=checker.actors(draft.actors, {fold_text(actor.name): actor for actor in read}),
        quotes=checker.quotes(draft.quotes),
        headline=checker.headline(draft.headline, draft.headline_rests_on),
        notes=(*draft.notes, *checker.planted_notes(), *checker.translation_notes(bool(summary))),
    )


def _with_fallback(stands: _Standing, fallback: Draft, spare: "_Checker", read: Sequence[Actor]) -> _Standing:
    """What stands, and for what does not, what stands of the fallback."""
    summary, notes = stands.summary, stands.notes
    if len(summary) < min(limits.FEWEST_SENTENCES, len(fallback.sentences)):
        own = spare.summary(fallback.sentences)
        notes = tuple(note for note in (*notes, STOOD_IN) if not own or note != TRANSLATED)
        summary = own or summary
    return _Standing(
        summary=summary,
        # What a weak model leaves out, the reader knows.
        actors=_filled(stands.actors, read, limits.ACTORS),
        quotes=stands.quotes + spare.quotes(fallback.quotes, stands.quotes),
        headline=stands.headline or spare.headline(fallback.headline),
        notes=notes,
    )


@dataclass(frozen=True, slots=True)
class Undecided:
    """What the rules leave open of a draft, and all that they said of its claims.

    Attributes:
        questions: what is to be asked at a second look: each claim once, the summary's first.
        verdicts: what the rules said of each claim, so that `check` need not ask them again.
    """

    questions: tuple[Question, ...]
    verdicts: dict[Asked, Verdict]


def undecided(
    draft: Draft, article: Article, *, reading: Reading | None = None, claims: Claims | None = None
) -> Undecided:
    """What the rules leave open of a draft; `reading` and `claims` are as those of `check`."""
    checker = _Checker(article, claims or Claims(article, reading), draft.language, {})
    checker.summary(draft.sentences)
    checker.headline(draft.headline, draft.headline_rests_on)
    checker.actors(draft.actors)
    return Undecided(tuple(dict.fromkeys(checker.questions)), checker.verdicts)


@dataclass(frozen=True, slots=True)
class _Proven:
    """A sentence that is shown, with offsets of what carries it."""

    text: str
    evidence: tuple[tuple[int, int], ...]
    proof: Proof


class _Checker:
    """One article with what the checks of its parts share.

    `dropped`, `questions` and `verdicts` grow as parts are checked. `reads` is whether what is checked is the reader's
    own and no model's.
    """

    def __init__(
        self,
        article: Article,
        claims: Claims,
        language: str | None,
        carried: Mapping[Question, bool],
        *,
        reads: bool = False,
        verdicts: Verdicts = MappingProxyType({}),
    ) -> None:
        self._article = article
        self._sound = sound = claims.reading.article
        self._text = sound.text
        self._language = languages.of(article.language)
        self._support = Support(sound, language, folded=claims.reading.folded.text)
        self._draft_language = language
        self._said = languages.of(language or article.language)
        self._claims = claims
        self._reading = claims.reading
        self._carried = carried
        self._reads = reads
        self.dropped: list[Dropped] = []
        self.questions: list[Question] = []
        self.verdicts = dict(verdicts)

    def planted_notes(self) -> Iterator[str]:
        """What a reader is told of an article of which passages were left out."""
        if (self._sound.text, self._sound.title) != (self._article.text, self._article.title):
            yield LEFT_OUT

    def translation_notes(self, shown: bool) -> Iterator[str]:
        """What a reader is told of a summary in another language than the article's, if one is shown."""
        if shown and self._support.foreign:
            yield TRANSLATED
            if not self._support.tells_names:
                yield UNCOMPARED

    @property
    def _folded(self) -> Folded:
        return self._claims.reading.folded

    def _drop(self, part: str, text: str, reason: str) -> None:
        self.dropped.append(Dropped(part, text[: limits.DROPPED_CHARACTERS], reason))

    # --- the summary ------------------------------------------------------------------------------------------------

    def headline(self, text: str, rests_on: Sequence[int] = ()) -> str:
        """The headline if it stands, "" otherwise; of several sentences the first, as a headline is one."""
        clean = clean_line(text)
        places = split_sentences(clean[: limits.SPLIT_CHARACTERS], self._said)
        if len(places) > 1 and clean != clean_line(self._sound.title or ""):
            clean = clean[places[0][0] : places[0][1]]
        clean = cut(clean, limits.HEADLINE_CHARACTERS)
        if not clean:
            return ""
        title = cut(clean_line(self._sound.title or ""), limits.HEADLINE_CHARACTERS)
        if clean == title:
            reason = linked(clean)
        else:
            clean = self._shown(clean)
            reason = self._judged(DraftSentence(clean, None, tuple(rests_on)), headline=True).why
        if reason:
            self._drop("headline", text, reason)
            return ""
        return clean

    def first_words(self) -> str:
        """A headline where there is none: a first sentence that may be shown whole, else one cut; "" for none."""
        beginning = self._text[: limits.HEADLINE_SEARCH_CHARACTERS]
        spans: Sequence[tuple[int, int]] = split_sentences(beginning, self._language)
        long = ""
        for start, end in spans:
            clean = clean_line(beginning[start:end])
            if any(map(str.isalpha, clean)) and not linked(clean) and BLANK not in clean:
                if len(clean) <= limits.HEADLINE_CHARACTERS:
                    return clean
                long = long or cut(clean, limits.HEADLINE_CHARACTERS)
        return long

    def summary(self, sentences: Iterable[DraftSentence]) -> tuple["_Proven", ...]:
        """The sentences that stand, in their order, each once; for what does not, the article's own where one fits."""
        kept: dict[str, _Proven] = {}
        for sentence in islice(self._apart(sentences), limits.DRAFT_ITEMS):
            clean = self._shown(sentence.text)
            if clean in kept or len(kept) == limits.SUMMARY_SENTENCES:
                reason = "said twice" if clean in kept else "more sentences than a summary has"
                self._drop("sentence", sentence.text, reason)
                continue
            verdict = self._judged(replace(sentence, text=clean))
            if verdict.stands:
                kept[clean] = _Proven(clean, verdict.evidence, verdict.proof or Proof.SUPPORTED)
                continue
            self._drop("sentence", sentence.text, verdict.why)
            own = self._in_its_place(verdict)
            if own is not None:
                kept.setdefault(own.text, own)
        return tuple(kept.values())

    def _apart(self, sentences: Iterable[DraftSentence]) -> Iterator[DraftSentence]:
        """Each claim by itself: what holds several sentences is split."""
        for sentence in sentences:
            clean = clean_line(sentence.text)
            places = split_sentences(clean[: limits.SPLIT_CHARACTERS], self._said) or [(0, len(clean))]
            if len(places) == 1 or self._claims.is_verbatim(clean):
                yield replace(sentence, text=clean)
            else:
                yield from (replace(sentence, text=clean[start:end]) for start, end in places)

    def _shown(self, clean: str) -> str:
        """A sentence as it is shown: in the article's characters where it is the article's, else without markup."""
        if self._claims.is_verbatim(clean):
            return clean
        return clean.strip() if _MARKS.isdisjoint(clean) else _SPACES.sub(" ", _MARKUP.sub("", clean)).strip()

    def _in_its_place(self, verdict: Verdict) -> "_Proven | None":
        """The article's own sentence for a claim that does not stand, None where none fits."""
        if self._support.foreign or not verdict.evidence:
            return None
        start, end = verdict.evidence[0]
        own = clean_line(self._text[start:end])
        if self._unfit(own) or not self._claims.stands_alone(start):
            return None
        return _Proven(own, ((start, end),), Proof.VERBATIM)

    def _judged(self, sentence: DraftSentence, *, headline: bool = False) -> Verdict:
        """What the rules, and where they leave it open a second look, say of a sentence or a headline."""
        unfit = self._unfit(sentence.text)
        if unfit:
            return Verdict(stands=False, why=unfit, vetoed=True)
        asked = ("headline" if headline else "sentence", sentence.text, sentence.rests_on)
        if asked not in self.verdicts:
            judge = self._claims.headline if headline else self._claims.sentence
            self.verdicts[asked] = judge(sentence.text, rests_on=sentence.rests_on, language=self._draft_language)
        return self._looked_at(sentence.text, self.verdicts[asked])

    def _looked_at(self, claim: str, verdict: Verdict) -> Verdict:
        """The verdict with what a second look says; what it was not asked yet is noted in `questions`."""
        question = question_of(claim, verdict, self._text)
        if question is not None:
            self.questions.append(question)
        return weighed(verdict, question, self._carried)

    def evidence(self, places: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """The article's sentences at these places, with links that lead there."""
        return tuple(
            Evidence(start, end, text_fragment(self._article, start, end, ambiguous=self._repeats_at(start, end)))
            for start, end in places
        )

    def _repeats_at(self, start: int, end: int) -> bool:
        return repeats(self._article, self._text[start:end], start)

    def _unfit(self, clean: str) -> str:
        """Why a text is no sentence to be shown, whatever it says, "" when it is one."""
        if not any(map(str.isalpha, clean)):
            return "nothing is said"
        if len(clean) > limits.SENTENCE_CHARACTERS:
            return "too long for a sentence"
        if BLANK in clean:
            return "is no text of the article's"
        return linked(clean) or self._support.strange_script(clean)

    # --- actors -----------------------------------------------------------------------------------------------------

    def actors(self, drafts: Iterable[DraftActor], read: Mapping[str, Actor] | None = None) -> tuple[Actor, ...]:
        """The actors that stand in the text, in their order, each once and named in full.

        Kind, mentions and aliases are the reader's for whom it knows; `read` are its actors by their folded names.
        """
        held = ActorCheck(self._article, self._reading, self._role, self._drop)
        return held.actors(drafts, read or {})

    def _role(self, name: str, role: str) -> str:
        clean = _without_name(clean_line(role), name)
        if not clean:
            if role:
                self._drop("role", role, "says only the name again")
            return ""
        if self._reads and fold_text(clean) in self._folded.text:
            return clean  # The reader's own roles stand in the article, beside the name.
        fault = "too long for a role" if len(clean) > limits.ROLE_CHARACTERS else linked(clean)
        if (asked := (name, clean, ())) not in self.verdicts:
            told = Verdict(stands=False, why=fault, vetoed=True) if fault else self._claims.role(name, clean)
            self.verdicts[asked] = told
        verdict = self._looked_at(role_claim(name, clean), self.verdicts[asked])
        if not verdict.stands:
            self._drop("role", role, verdict.why)
            return ""
        return clean

    # --- quotes -----------------------------------------------------------------------------------------------------

    def quotes(self, drafts: Iterable[DraftQuote], others: Sequence[Quote] = ()) -> tuple[Quote, ...]:
        """The quotes that stand in the text, each once; `others` are quotes that are shown already."""
        held = QuoteCheck(self._article, self._claims, self._support, self._draft_language, self._drop)
        return held.quotes(drafts, others)


def _without_name(role: str, name: str) -> str:
    """A role without the actor's own name, whole or its last word, before or behind it: "Mayor" of "Mayor Ann Holm"."""
    for part in (name, name.rsplit(maxsplit=1)[-1]):
        ahead, behind = role.removesuffix(part), role.removeprefix(part)
        for rest in (behind, ahead):
            beside = rest[:1] if rest is behind else rest[-1:]
            if rest != role and beside in " ,;:–—":  # Not in "Quill's deputy", "Quill-led", "Quillon".
                return rest.strip(" ,;:–—-")
    return role


def _filled(actors: tuple[Actor, ...], read: Iterable[Actor], most: int) -> tuple[Actor, ...]:
    """The actors, and behind them those that only the reader names."""
    named = {fold_text(actor.name) for actor in actors}
    return (*actors, *(actor for actor in read if fold_text(actor.name) not in named))[:most]
