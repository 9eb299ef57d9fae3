"""How an article begins: with its news, or with a scene before the news is told."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.domain.brief.summaries import untold
from bot.domain.brief.summaries.choice import SummarySentence, paragraphs_first
from bot.domain.brief.summaries.habits import Habits
from bot.domain.brief.summaries.introductions import first_mentions
from bot.domain.brief.summaries.reported import first_reported, is_reported
from bot.domain.brief.summaries.untold import has_between
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.text.margins import past_captions
from config.limits import SUMMARY_SCENE_SHARE, SUMMARY_WHOLE_SHARE

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_TITLE_WORDS = 3
_SCENE_SENTENCES, _SCENERY = 8, 2
_STEM = 7
_LASTING_WORDS = 4
_PHRASE_WORDS = 8  # Words of a phrase of place or time that opens a sentence.
_YEAR = 4  # Digits of a year.
_STYLE_WORDS = 1  # Words before a name that opens a sentence: "Doña Ana Ferrer".


class Opening:
    """The beginning of one article.

    Args:
        text: what is read of it.
        language: its language.
        title: the stems of its headline's words.
        bodies: where organisations are mentioned, in order.
        places: where places are.
        people: the named entities, of which people count.
        habits: what opens scenes in the language, and what tells when news happened.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        *,
        title: frozenset[str],
        bodies: list[int],
        places: list[int],
        people: Iterable[Entity],
        habits: Habits,
    ) -> None:
        self._text = text
        self._language = language
        self._title = title
        self._bodies = bodies
        self._places = places
        people = tuple(people)
        self._people, self._strangers, self._known = first_mentions(text, people, past_captions(text, language.code))
        self._named = sorted([mention.start for one in people for mention in one.mentions])
        self._habits = habits

    def scene(self, sentences: list[SummarySentence]) -> int:
        """How many sentences at the beginning paint a scene before the news is told."""
        if not sentences or not self._language.capitals:
            return 0
        if is_reported(self._text, self._language, sentences[0], next(iter(sentences[1:2]), None), self._tells_when):
            return 0
        language, imperfect = self._language, self._habits.imperfect
        if untold.leaves_subject_out(self._text, language, sentences, imperfect, named=self._named, title=self._title):
            return 1
        places = (
            self._before_title,
            self._before_reported,
            self._before_day,
            self._before_next,
            self._before_news,
            self._before_facts,
            self._before_told,
            self._before_answer,
        )
        found = next((place for before in places if (place := before(sentences))), 0)
        ahead = (at for at, one in enumerate(sentences[:_SCENE_SENTENCES]) if at >= found and not one.leans)
        return next(ahead, found) if found else 0

    def _before_title(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the first that tells what the headline tells; 0 where the first tells it."""
        title, first = self._title, sentences[0]
        told = len(first.words & title)
        if len(title) < _TITLE_WORDS or told >= SUMMARY_SCENE_SHARE * len(title) or self._is_news(first, told):
            return 0
        for place, sentence in enumerate(sentences[1:_SCENE_SENTENCES], 1):
            retold = len(sentence.words & title)
            more = retold >= SUMMARY_SCENE_SHARE * len(title) and retold > told + 1
            behind = more and not sentence.leans and sentence.paragraph > first.paragraph
            whole = not told and retold >= SUMMARY_WHOLE_SHARE * len(title) and not self._goes_on(sentence)
            if behind and (whole or sentence.news or self._goes_on_with_news(sentences[place + 1 :], sentence)):
                return self._first_act(sentences[:place], first) or place
        return 0

    def _first_act(self, sentences: Sequence[SummarySentence], first: SummarySentence) -> int:
        """Which of these sentences behind the first one's paragraph tells on what day a body does something."""
        for place, one in enumerate(sentences):
            if one.paragraph > first.paragraph and one.dated and not one.leans and self._acts(one):
                return place
        return 0

    def _goes_on(self, sentence: SummarySentence) -> bool:
        """Whether a sentence of no day or figure tells what went on, as scenes do: "Trois brebis gisaient là"."""
        endings = self._habits.imperfect
        if sentence.news or not endings:
            return False
        return any(word.endswith(endings) for word in self._text[sentence.start : sentence.end].split())

    def _goes_on_with_news(self, behind: Sequence[SummarySentence], sentence: SummarySentence) -> bool:
        """Whether the sentence right behind one, of its paragraph, tells when something happened."""
        return any(one.paragraph == sentence.paragraph and self._tells_when(one) for one in behind[:1])

    def _is_news(self, first: SummarySentence, told: int) -> bool:
        """Whether a first sentence has a day or figures; those of what no headline tells of and nobody bears are none.

        "Ann Lee keeps the first ticket that she sold: row 7, seat 3", "A van sold and a stone of 600 kilograms."
        """
        plain = not told and not has_between(self._named, first.start, first.end)
        stranger = plain or (not told and has_between(self._strangers, first.start, first.start + 1))
        return first.news and (first.dated or not stranger)

    def _before_day(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the first with a day or figure, where an opening of nobody known goes on."""
        first = sentences[0]
        known = first.news or first.words & self._title or self._has_body(first)
        if known or not any(sentence.leans for sentence in sentences[1:2]):
            return 0
        for place, sentence in enumerate(sentences[1:_SCENE_SENTENCES], 1):
            if sentence.paragraph > first.paragraph and not sentence.leans and sentence.news:
                return paragraphs_first(sentences, place)
        return 0

    def _has_body(self, sentence: SummarySentence) -> bool:
        return self._acts(sentence) or has_between(self._places, sentence.start, sentence.end)

    def _acts(self, sentence: SummarySentence) -> bool:
        return has_between(self._bodies, sentence.start, sentence.end)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _before_news(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the paragraph that first has a day, where an anecdote opens the article.

        One with a body or a word of the headline goes before a day of the anecdote's own, and makes do where none has,
        or where only what leans on others has: "“...,” said Ann Lee on Monday".
        """
        first = sentences[0]
        if not self._is_anecdote(first):
            return 0
        behind = [place for place, one in enumerate(sentences[:_SCENE_SENTENCES]) if one.paragraph > first.paragraph]
        days = [place for place in behind if self._tells_when(sentences[place])]
        plain = [place for place in days if not sentences[place].leans]
        news = (at for at in plain or behind if sentences[at].words & self._title or self._has_body(sentences[at]))
        found = next(news, next(iter(days), 0))
        if found and (days or (not sentences[found].leans and (self._title or sentences[found].news))):
            return paragraphs_first(sentences, found)
        return int(self._language.prepositions.isdisjoint(first.lowers[:1]))  # Not "Nach dem Frost rechnen ...".

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _before_next(self, sentences: list[SummarySentence]) -> int:
        """One where an anecdote or a few words open a paragraph, and its next sentence tells when the news was."""
        first, second = (*sentences, None)[:2]
        near = first is not None and second is not None and second.paragraph == first.paragraph
        if first is None or second is None or not near or second.leans:
            return 0
        when, told = self._tells_when(second), len(second.words & self._title)
        plain = not first.news or untold.tells_hour_alone(self._text[first.start : first.end])
        idle = plain and len(self._title) >= _TITLE_WORDS and first.words.isdisjoint(self._title)
        if idle and second.news and told > (not when or self._acts(first)):
            return 1  # "The bell rings seven metres down. On Monday the first school under ground opened in Zoria."
        leads_up = untold.only_leads_up(self._language, first, self._title, self._named) or self._is_anecdote(first)
        return int(when and leads_up and told > 1)

    def _before_reported(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the first whose next one says who told it, behind an opening of no news."""
        first = sentences[0]
        if first.news or first.words & self._title or self._has_body(first):
            return 0
        return first_reported(self._text, self._language, sentences[: _SCENE_SENTENCES + 1], self._tells_when)

    def _before_facts(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the first paragraph that has a fact of news, where two and more have none.

        A fact is a day, a figure or what the headline tells; what is scenery has none of these, nor a body or somebody
        who is known by a surname: "The rope is worn smooth. Nobody knows who planted the oak." One such sentence is
        passed where the next tells a fact and more of the headline: "The tea had gone cold, and nobody had spoken."
        """
        first, opening = sentences[0], sentences[:_SCENE_SENTENCES] if self._title else []
        factual = {sentence.paragraph for sentence in opening if self._has_fact(sentence)}
        for place, sentence in enumerate(opening):
            fact, told = sentence.paragraph in factual, len(sentence.words & self._title)
            more = told > 1 and not sentence.leans
            if sentence.paragraph > first.paragraph and (fact or more):
                least = _SCENERY - (fact and more)
                return paragraphs_first(sentences, place) if sentence.number - first.number >= least else 0
            if fact or told or self._acts(sentence) or has_between(self._known, sentence.start, sentence.end):
                return 0
        return 0

    def _before_told(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the news behind a first one that only tells what a place is like.

        "In Mardle, the bell rings for six children": no fact, nobody known, and of the headline no more than the place.
        The news has a day or figure and tells more of it.
        """
        first = sentences[0]
        if not self._title or not (self._is_set_somewhere(first) or self._is_of_moment(sentences)):
            return 0
        for place, sentence in enumerate(sentences[:_SCENE_SENTENCES]):
            if sentence.paragraph > first.paragraph and sentence.news and not sentence.leans:
                more = len((sentence.words - first.words) & self._title) > 1
                news = more or self._tells_when(sentence)
                return paragraphs_first(sentences, place) if news else 0
        return 0

    def _before_answer(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the day's news, where a question or the hour opens an article of no news."""
        first = sentences[0]
        plain = not first.dated and not self._acts(first) and len(first.words & self._title) <= 1
        if not plain or not untold.asks_or_tells_hour(self._text, first, self._habits.clock):
            return 0
        for place, one in enumerate(sentences[:_SCENE_SENTENCES]):
            if one.paragraph > first.paragraph and not one.leans and self._tells_when(one):
                return paragraphs_first(sentences, place)
        return 0

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_set_somewhere(self, sentence: SummarySentence) -> bool:
        """Whether a sentence begins with a phrase of place or time, and names nothing else of the headline."""
        start, end = sentence.start, sentence.end
        words = _WORD.findall(self._text[start:end])
        if not words or words[0].lower() not in self._language.prepositions or self._acts(sentence):
            return False
        people = [at for at, _ in self._people if start <= at < end]
        introduced = has_between(self._known, start, end) or not set(people).issubset(self._strangers)
        clock = untold.tells_hour_alone(self._text[start:end])
        factual = (
            sentence.news
            and self._has_fact(sentence)
            and not (clock or untold.only_lasts(sentence, words, self._habits))
        )
        if factual or introduced or not self._language.verbs.isdisjoint(words):
            return False
        others = self._past_phrases(sentence)
        nouns = [word for word in others if word.islower() or self._language.nouns_capitalised]
        return not self._is_of_headline(nouns)

    def _is_of_moment(self, sentences: list[SummarySentence]) -> bool:
        """Whether a first paragraph opens with a clause for when something happened, and tells no day or figure.

        "When the bus stopped at two in the morning, forty people stood in the square. One had a trumpet."
        """
        first = sentences[0]
        opening = [one for one in sentences[:_SCENE_SENTENCES] if one.paragraph == first.paragraph]
        word = _WORD.match(self._text, first.start)
        alone = self._text[first.end : first.end + 2].isspace() and "\n" in self._text[first.end : first.end + 2]
        if word is None or word.group().lower() not in self._habits.moments or alone:
            return False
        plain = not any(self._has_fact(one) or self._acts(one) for one in opening)
        return plain and len(first.words & self._title) <= 1

    def _past_phrases(self, sentence: SummarySentence) -> list[str]:
        """The words of a sentence behind the phrases of place or time that open it and have commas behind them."""
        parts = [_WORD.findall(part) for part in self._text[sentence.start : sentence.end].split(",")]
        at = 0
        while at < len(parts) - 1 and self._is_phrase(parts[at]):
            at += 1
        return [word for part in parts[at:] for word in part]

    def _is_phrase(self, words: Sequence[str]) -> bool:
        lowers = [word.lower() for word in words[:2]]
        led = bool(lowers) and (lowers[0] in self._language.prepositions or tuple(lowers) in self._habits.habitual)
        return led and len(words) <= _PHRASE_WORDS

    def _has_fact(self, sentence: SummarySentence) -> bool:
        """Whether a sentence has a figure, or tells when something happened."""
        return (sentence.news and not sentence.dated) or self._tells_when(sentence)

    def _tells_when(self, sentence: SummarySentence) -> bool:
        """Whether a sentence tells when something happened: a day, a month with a figure or a body, "last week".

        What happens time and again tells nothing of it: "every Tuesday".
        """
        lowers, recent = sentence.lowers, self._habits.recent
        if not (recent.isdisjoint(zip(lowers)) and recent.isdisjoint(pairwise(lowers))):
            return True
        if not sentence.dated or self._tells_how_often(lowers):
            return False
        days, figures = self._language.days, [word for word in lowers if word.isdigit()]
        year = bool(figures) and all(len(figure) == _YEAR for figure in figures)
        if year and (days | self._language.months).isdisjoint(lowers):
            return False  # "The lamp went out in 2011."
        return bool(figures) or not days.isdisjoint(lowers) or self._has_body(sentence)

    def _tells_how_often(self, lowers: Sequence[str]) -> bool:
        """Whether a day is every such day: "every Tuesday", "la domenica" with no figure; not in "for 5 euros each"."""
        language, scenes = self._language, self._habits.scenes
        for at, word in enumerate(() if scenes.isdisjoint(lowers) else lowers):
            small = word in language.stop_words or word in language.determiners
            if word in scenes and (not at or not small or not language.days.isdisjoint(lowers[at + 1 : at + 3])):
                return True
        often = not self._habits.habitual.isdisjoint(pairwise(lowers))
        return often and not any(word.isdigit() for word in lowers)

    def _is_anecdote(self, sentence: SummarySentence) -> bool:
        """Whether an opening paints a scene: no date, body or word of the headline, and a time, place or stranger.

        Figures tell none but where it happens time and again: "Every evening Ann Lee climbs the 98 steps".
        """
        first = _WORD.match(self._text, sentence.start)
        if first is None or self._acts(sentence):
            return False
        word = first.group().lower()
        if self._goes_on_untold(sentence, word):
            return True
        dated = word not in self._habits.scenes and self._is_of_day(sentence)
        return not dated and self._is_scene(sentence, word)

    def _is_scene(self, sentence: SummarySentence, word: str) -> bool:
        """Whether an opening of no day tells of all or none, a stranger, what happens time and again, or a place."""
        if (
            word in self._habits.general
            or self._is_of_stranger(sentence, word)
            or untold.recurs(self._text, sentence, self._title, self._habits.recurrent)
        ):
            return True
        if self._has_body(sentence) or sentence.words & self._title:
            return False
        if word in self._habits.scenes:
            return True
        stranger = bool(self._title) and has_between(self._strangers, sentence.start, sentence.end)
        return not (sentence.news and self._has_fact(sentence)) and (stranger or word in self._language.prepositions)

    def _goes_on_untold(self, sentence: SummarySentence, verb: str) -> bool:
        """Whether an opening tells what went on without its subject, names nobody and no day: "Tenía que dejarlo"."""
        past = self._language.drops_subjects and verb.endswith(self._habits.imperfect or ("\0",))
        if not past or not self._title or self._language.is_body(verb) or self._language.is_role(verb):
            return False
        told = has_between(self._named, sentence.start, sentence.end) or self._tells_when(sentence)
        return not told and len(sentence.words & self._title) <= 1

    def _is_of_stranger(self, sentence: SummarySentence, word: str) -> bool:
        """Whether an opening tells of somebody whom the headline does not name: a deed, a wait, a habit."""
        return self._opens_with_stranger(sentence) or self._waits(sentence) or self._tells_habit(sentence, word)

    def _is_of_day(self, sentence: SummarySentence) -> bool:
        """Whether a sentence has a date, not a month alone that names nobody: "They clatter even in January"."""
        if not sentence.dated:
            return False
        named = has_between(self._named, sentence.start, sentence.end)
        return not self._title or named or self._tells_when(sentence)

    def _opens_with_stranger(self, sentence: SummarySentence) -> bool:
        """Whether an article begins with somebody whom its headline does not name: "Ann Lee folds a sheet"."""
        start = sentence.start + self._phrase_end(self._text[sentence.start : sentence.end])
        opens = bool(self._title) and has_between(self._strangers, start, start + 1)
        if not opens or len(sentence.words & self._title) > 1:
            return False
        words = _WORD.findall(self._text[start : sentence.end])
        return not self._is_of_headline(words[:2]) and (
            not sentence.news or untold.only_lasts(sentence, words, self._habits)
        )

    def _phrase_end(self, text: str) -> int:
        """Where a sentence goes on behind a phrase of place that opens it: "From her terrace, | Ann Lee counts"."""
        phrase, comma, _ = text.partition(", ")
        return len(phrase) + len(comma) if comma and self._is_phrase(_WORD.findall(phrase)) else 0

    def _is_of_headline(self, name: Iterable[str]) -> bool:
        return any(word[:_STEM].lower() in self._title for word in name)

    def _tells_habit(self, sentence: SummarySentence, word: str) -> bool:
        """Whether somebody whom the headline does not name does something time and again, or did so.

        "Every morning at five Ann Lee looks at the mill", in the imperfect: "Ann Lee guardaba la llave".
        """
        index = bisect_left(self._people, (sentence.start,))
        start, end = self._people[index] if index < len(self._people) else (sentence.end, sentence.end)
        if not self._title or end >= sentence.end or len(sentence.words & self._title) > 1:
            return False
        if self._is_of_headline(_WORD.findall(self._text[start:end])):
            return False
        verb = self._text[end + 1 : sentence.end].partition(" ")[0]
        opens = len(_WORD.findall(self._text[sentence.start : start])) <= _STYLE_WORDS
        return word in self._habits.scenes or (opens and verb.endswith(self._habits.imperfect))

    def _waits(self, sentence: SummarySentence) -> bool:
        """Whether a sentence begins with how long somebody did what it tells: "For seven years Ann Lee has waited"."""
        words = [word.lower() for word in _WORD.findall(self._text[sentence.start : sentence.end])[:_LASTING_WORDS]]
        at = next((at for at, word in enumerate(words[:-1]) if word in self._habits.lasting), 0)
        point = not at or words[at + 1] in self._language.prepositions or words[at + 1] in self._habits.points
        if point or words[0] in self._habits.points or sentence.dated or len(sentence.words & self._title) > 1:
            return False
        return has_between(self._strangers, sentence.start, sentence.end)
