"""Says a claim in the other forms of sentences that say as much and that the article may have."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain, islice, pairwise

from bot.domain.claims.comparing.naming import lexicon_of
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import (
    AFTER,
    BEFORE,
    COND,
    IS,
    LESS,
    MORE,
    NOT,
    PASSIVE,
    SOURCE,
    THAN,
    WAS,
    folded,
    plain_word,
)
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.claims.restating.forms import BOUND, Phrasing, forms_of
from bot.domain.claims.restating.fronted import Fronted
from bot.domain.claims.restating.opened.conditions import Conditions
from bot.domain.claims.restating.opened.openings import Openings
from bot.domain.claims.restating.orders import OPENING, SLOT
from bot.domain.claims.rules.grammar import SPEECH
from bot.domain.text.characters import POINTS
from config import limits

_POINTS = "".join(POINTS)
_SOURCE_WORDS, _OPENING_WORDS = 6, 8
_COMPARING = {MORE, LESS}
_LANGUAGES = 32
# The slot of whom or what a form tells first.
_TOLD_OF = "a"
_HELPING = {PASSIVE, IS, WAS}
# The number of a group and the sentences of one of its forms.
_Form = tuple[int, tuple[str, ...]]
_ORDERING = {AFTER, BEFORE}


class Restating:
    """One article's other forms of claims."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._forms = forms_of(story.reading.language.code)
        self._fronted, self._openings, self._conditions = Fronted(story), Openings(story), Conditions(story)
        self._helping, self._empty = _light_words_of(story.reading.language.code)
        self._tied = story.words.ties - story.leading
        self._has: dict[str, bool] = {}
        self._knows: dict[str, bool] = {}

    def of(self, text: str, *, turned: bool = False, still: bool = False) -> Iterator[tuple[str, ...]]:
        """Sentences that say as much as a claim together, of those whose own words the article has.

        Only those that tell it from another's side are `turned`. Of what seems to be no more, `still`, only those of
        groups that name the words by which it would be over.
        """
        moved = (self._openings.behind(text), self._conditions.behind(text), self._conditions.straight(text))
        behind = [(one,) for one in moved if one is not None]
        if not self._forms.may_be_of(text):
            return iter(behind)
        said, source = self._parted(text)
        fuse = self._forms.fuse
        once = (form for form in self._once(said, turned=turned) if not still or form[0] in self._forms.lasting)
        first = list(islice(once, limits.RESTATED_FORMS))
        again = (self._again(fuse(form[0]), said, group, turned=turned) for group, form in first if len(form) == 1)
        found = chain((form for _, form in first), chain.from_iterable(again))
        forms = dict.fromkeys(islice(found, limits.RESTATED_FORMS))
        return chain((tuple(_opened(fuse(one), source) for one in form) for form in forms), behind)

    def _again(self, other: str, said: str, group: int, *, turned: bool) -> Iterator[tuple[str, ...]]:
        """The other forms of another form of a statement: "most voters voted against it", "over half rejected it"."""
        had = said.lower()
        found = self._once(other, turned=turned, again=group)
        return (form for _, form in found if form[0].lower() != had)

    def _once(self, said: str, *, turned: bool, again: int | None = None) -> Iterator[_Form]:
        """The other forms of a statement, whole, or of what stands behind what opens it."""
        at = self._opening(said)
        whole = self._others(said, said[:at], turned=turned, again=again)
        inside = self._inside(said, at, turned=turned, again=again)
        return iter(dict.fromkeys(chain(whole, inside)))

    def _others(
        self, said: str, opening: str = "", *, turned: bool, again: int | None, behind: bool = False
    ) -> Iterator[_Form]:
        """The other forms of a statement, but those that would move what opens it along with somebody in it."""
        found = self._forms.others(said, lambda: self._saying, self._is_over, turned=turned, again=again, behind=behind)
        kept = ((form, slots) for form, slots in found if not opening or not _is_moved(opening, form, slots))
        others = ((form, slots) for form, slots in kept if self._keep(slots))
        itself = self._has_itself(said)
        own = partial(self._chosen_as, frozenset(map(folded, said.split())))
        told = (
            (form.group, form.filled(self._lowered(slots, said), own if form.is_bound else self._chosen))
            for form, slots in others
            if not form.is_bound or all(map(self._says_something, filter(None, slots.values())))
        )
        ordered = self._orders((said,))
        return ((group, form) for group, form in told if form and self._says_no_less(form, ordered, itself=itself))

    def _says_no_less(self, form: tuple[str, ...], ordered: int, *, itself: bool) -> bool:
        """Whether a form has no condition left out, and no more words for "before" or "after" than its claim, if any.

        No noun is made of what a claim has after another: "after the resignation of him after the fire".
        """
        if itself and not self._is_unconditional(form):
            return False
        return not ordered or self._orders(form) <= ordered

    def _orders(self, form: tuple[str, ...]) -> int:
        """How many words for "before" or "after" sentences have."""
        return sum(bool(token.signs & _ORDERING) for one in form for token in self._story.said(one).tokens)

    def _has_itself(self, said: str) -> bool:
        """Whether a claim has "itself" where a condition is written alike, and no condition: "a feira se mudaria"."""
        if self._words.opening_conditions.isdisjoint(map(folded, said.split())):
            return False
        return self._is_unconditional((said,))

    def _is_unconditional(self, form: tuple[str, ...]) -> bool:
        """Whether sentences have no condition."""
        return not any(COND in token.signs for one in form for token in self._story.said(one).tokens)

    def _is_over(self, slots: Mapping[str, str], ended: frozenset[str]) -> bool:
        """Whether any of some words stands in or beside a sentence with what a form tells of."""
        told = [{token.folded for token in one.tokens} for one in self._story.sentences]
        ends = [number for number, words in enumerate(told) if not ended.isdisjoint(words)]
        if not ends:
            return False
        of = {folded(word) for word in slots.get(_TOLD_OF, "").split()} - self._empty
        near = {number for number, words in enumerate(told) if not of.isdisjoint(words)}
        return any(not near.isdisjoint({number - 1, number, number + 1}) for number in ends)

    def _inside(self, said: str, at: int, *, turned: bool, again: int | None) -> Iterator[_Form]:
        """The other forms of what stands behind who says it, or behind what opens it: "in May, there was a strike"."""
        ahead, statement = said[:at], said[at:]
        telling = ahead.split()[-1] if at and self._forms.has_subordinate else ""
        behind = folded(telling) in self._forms.telling
        reported = behind or telling.endswith(",")
        found = self._others(statement, turned=turned, again=again, behind=reported) if at else iter(())
        kept = ((group, form[0]) for group, form in found if len(form) == 1)
        # In a sentence of its own the verb stands second: "sagte, dass es keine gebe", "sagte, es gebe keine".
        ahead = ahead.removesuffix(f"{telling} ") if behind else ahead
        return ((group, (f"{ahead}{self._without_capital(form)}",)) for group, form in kept)

    def _opening(self, said: str) -> int:
        """Where the statement begins behind who says it, or behind a preposition's words and a comma; 0 for nowhere."""
        tokens = self._story.said(said).tokens
        speaks = next((at for at, token in enumerate(tokens) if token.signs & SPEECH), len(tokens))
        for token in tokens[speaks + 1 : speaks + 1 + _SOURCE_WORDS]:
            if token.before in self._forms.telling:
                return token.start
        if self._forms.has_subordinate and speaks + 1 < len(tokens):
            after = next((token for token in tokens[speaks + 1 :] if token.clause != tokens[speaks].clause), None)
            return after.start if after is not None else 0
        if not tokens or not (tokens[0].folded in self._words.ties or SOURCE in tokens[0].signs):
            return 0
        behind = said.find(", ") + len(", ")
        marked = behind > 1 and len(said[:behind].split()) <= _OPENING_WORDS
        return behind if marked else self._end_of_place(tokens)

    def _end_of_place(self, tokens: Sequence[Token]) -> int:
        """Where what a preposition opens ends without a comma: "In May the union", "In spring Ann Holm"; 0 for nowhere.

        There an article or a name stands right behind a word that says something; in a language without articles a
        word that says something stands right behind the name of a place or a day.
        """
        if self._story.reading.language.verb_second:
            return 0
        if self._words.free_order:
            return self._end_of_name(tokens[1:_OPENING_WORDS])
        for before, token in pairwise(tokens[1:_OPENING_WORDS]):
            named = token.text[0].isupper() and not before.text[0].isupper()
            opens = token.folded in self._story.leading and token.folded not in self._words.ties
            if before.content and (named or opens):
                return token.start
        return 0

    @staticmethod
    def _end_of_name(tokens: Sequence[Token]) -> int:
        """Where the name or the day that words open with ends, before a word that says something; 0 for nowhere."""
        for before, token in pairwise(tokens):
            if not (before.entities or before.dated):
                return 0
            if token.content and not (token.entities & before.entities or token.dated):
                return token.start
        return 0

    def straight(self, text: str) -> str:
        """A claim with who does it first and without words that only set somebody off: "It was Ann Holm who left"."""
        return self._unwrapped(text) or self._fronted.straight(text) or text

    def _unwrapped(self, text: str) -> str:
        """A claim without words that only set somebody off, "" where it has none."""
        if not self._forms.may_be_of(text):
            return ""
        said, source = self._parted(text)
        bare = ((form, one) for form, one in self._forms.others(said) if form.is_bare and self._keep(one))
        plain = next((" ".join(one[slot] for slot in SLOT.findall(form.written)) for form, one in bare), "")
        return f"{plain[0].upper()}{plain[1:]}{source}." if plain else ""

    def _parted(self, text: str) -> tuple[str, str]:
        """A claim without who says it behind a last comma, and that: "It stays closed", ", the mayor said"."""
        said, comma, source = text.rstrip(_POINTS).rpartition(",")
        tokens = self._story.said(source).tokens if comma and len(source.split()) <= _SOURCE_WORDS else []
        sourced = any(token.signs & SPEECH for token in tokens)
        return (said, f",{source}") if sourced else (text, "")

    def _keep(self, slots: Mapping[str, str]) -> bool:
        """Whether no slot begins or ends in a denial, which would belong to the form: "holds it (not) possible".

        Nor may a form take apart what is compared: "more people came in May than in June".
        """
        if not self._may_open(slots.get(OPENING, "")):
            return False
        edges = (word for said in filter(None, slots.values()) for word in (said.split()[0], said.split()[-1]))
        if any(NOT in self._words.signs.get(folded(word), ()) for word in edges):
            return False
        signs = [self._signs_in(said) for said in slots.values()]
        parted = any(THAN in one and not one & _COMPARING for one in signs)
        return not (parted and any(one & _COMPARING and THAN not in one for one in signs))

    def _may_open(self, opening: str) -> bool:
        """Whether words may stand before a verb without being who does it: a day's, a preposition's, a source's."""
        first = folded(opening.split(maxsplit=1)[0]) if opening else ""
        sourced = SOURCE in self._words.signs.get(first, ())
        return not first or first in self._tied or first[0].isdigit() or sourced

    def _signs_in(self, said: str) -> frozenset[str]:
        """What the words of a slot do to a sentence's meaning."""
        return frozenset[str]().union(*(self._words.signs.get(folded(word), frozenset()) for word in said.split()))

    def _chosen(self, alternatives: Sequence[str]) -> str | None:
        """The first of a form's words that the article has, then that it has in another ending; None without one.

        A word that carries nothing, as "own" for "owns", is none of them where others carry something, but for helping
        verbs.
        """
        had = next(filter(self._is_had, alternatives), None)
        if had is not None or len(alternatives) == 1:
            return had or next(filter(self._is_known, alternatives), None)
        helps = any(self._helping.issuperset(self._words_in(one)) for one in alternatives)
        saying = [one for one in alternatives if helps or not self._empty.issuperset(self._words_in(one))]
        return next(filter(self._is_known, saying or alternatives), None)

    def _chosen_as(self, own: frozenset[str], alternatives: Sequence[str]) -> str | None:
        """The word that a claim has itself of a form's, where the article knows it: its number tells who does it."""
        kept = (one for one in alternatives if own.issuperset(self._words_in(one)) and self._is_known(one))
        return next(kept, None) or self._chosen(alternatives)

    def _says_something(self, slot: str) -> bool:
        """Whether a slot has a word that says something: not the "to" of "refused to wait"."""
        return any(token.content for token in self._story.said(slot).tokens)

    def _is_had(self, written: str) -> bool:
        """Whether the article has words of a form in this very ending."""
        if written not in self._has:
            self._has[written] = self._had.issuperset(self._words_in(written))
        return self._has[written]

    def _is_known(self, written: str) -> bool:
        """Whether the article has a form's words, in this or another ending, but for marks and what carries nothing."""
        if "{" in written or not written[0].isalnum():
            return True
        if written not in self._knows:
            stem, keys = self._words.stem, self._story.keys
            words = self._words_in(written)
            had, empty = self._had, self._empty
            self._knows[written] = all(w in had or w in empty or stem(plain_word(w)) in keys for w in words)
        return self._knows[written]

    def _words_in(self, written: str) -> Iterator[str]:
        """The folded words of a form's, one with a hyphen or an apostrophe by its parts where the article has it not.

        "mudou-se", "qu'il".
        """
        for word in map(folded, written.rstrip(",").split()):
            had = word in self._had or self._words.stem(plain_word(word)) in self._story.keys
            yield from [word] if had else word.replace("'", "-").split("-")

    @cached_property
    def _saying(self) -> frozenset[str]:
        """The folded words of the article that carry something."""
        return self._had - self._empty

    @cached_property
    def _had(self) -> frozenset[str]:
        """The folded words of the article."""
        return frozenset([token.folded for told in self._story.sentences for token in told.tokens])

    def _lowered(self, slots: Mapping[str, str], said: str) -> Mapping[str, str]:
        """What stands in slots, without the capital of what opened the sentence where that is no name's."""
        return {name: self._without_capital(one) if said.startswith(one) else one for name, one in slots.items()}

    def _without_capital(self, said: str) -> str:
        first = said.split(maxsplit=1)[0] if said else said
        if not first[:1].isupper() or first[1:2].isupper() or not first.isalpha():
            return said
        small = first.lower() in self._story.leading or first.lower() in self._words.ties
        if not small and (self._story.reading.language.nouns_capitalised or self._story.said(said).tokens[0].entities):
            return said
        return said[0].lower() + said[1:]


def _is_moved(opening: str, form: Phrasing, slots: Mapping[str, str]) -> bool:
    """Whether what opens a statement stands in a slot that another form does not open with."""
    slot = next((name for name, said in slots.items() if said.startswith(opening)), OPENING)
    return slot != OPENING and not form.written.startswith(f"{{{slot}")


def _opened(said: str, source: str) -> str:
    """A sentence with its capital, who says it and its full stop."""
    if said.startswith(BOUND):
        return BOUND + _opened(said.removeprefix(BOUND).lstrip(), source)
    return f"{said[:1].upper()}{said[1:]}{source}."


@lru_cache(maxsize=_LANGUAGES)
def _light_words_of(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded words of helping verbs and those that tie others, and all that carry nothing: "has been"."""
    words = wording_of(code)
    helping = {word for word, signs in words.signs.items() if signs & _HELPING}
    helping |= words.ties | lexicon_of(code).leading | words.been | words.perfects
    return frozenset(helping), words.light | helping
