"""Finds an actor's role in the article's own words: what it is called beside its name, or what it does in the lead.

In this order: an apposition or title ("harbour master", "a spokesman for the mayor"), a predicate ("is the largest
ferry company of the lake"), what the text calls it elsewhere (`callings`), the clause whose subject it is, early in the
text. Never longer than `ROLE_CHARACTERS`, cut where a phrase ends; no role is better than half of one or a mere claim.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from bot.domain.actors.beside.named_so import before_name, has_phrase, named_so
from bot.domain.actors.beside.offices import outranks, past_complement
from bot.domain.actors.beside.spoken import spoken_as
from bot.domain.actors.beside.unlisted import calls_new, done_last, is_called_by, unlisted
from bot.domain.actors.callings import Callings
from bot.domain.actors.pairs import Pairs
from bot.domain.actors.phrases import CLAUSE_END, Phrases
from bot.domain.actors.players import Player
from bot.domain.actors.signs import signs_of
from bot.domain.actors.spots import Spot
from bot.domain.actors.titles import Titles
from bot.domain.language import languages
from bot.domain.names.first_names import tells_owner
from bot.domain.speech.quotes import FoundQuote
from bot.domain.text.margins import summary_table
from bot.domain.values.actor import ORGANISATION, PERSON, Kind
from bot.domain.values.article import Article
from config.limits import ROLE_CHARACTERS, ROLE_LEAD_CHARACTERS, ROLE_WORDS

_MARKS = (("“", "”"), ("«", "»"))
_NAME_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_APPOSED_WORDS, _OPENING_WORDS = 5, 2  # Of the latter: an article and a noun or an adjective.
_LOOKS, _LEAST_DEED = 3, 2  # Mentions beside which a role is looked for; words of a verb and an object.


class Roles:
    """Tells roles in one article."""

    def __init__(self, article: Article, quotes: Sequence[FoundQuote]) -> None:
        self._text = article.text
        self._language = languages.of(article.language)
        self._signs = signs_of(self._language.code)
        self._phrases = Phrases(article.text, self._language)
        self._pairs = Pairs(article.text, self._language)
        self._titles = Titles(article.text, self._language, self._pairs)
        self._callings = Callings(article.text, self._language, quotes, self._phrases)
        self._quotes = quotes
        self._naming = frozenset(phrase.rpartition(" ")[2] for phrase in self._language.according_to)
        self._according = tuple([f"{phrase} " for phrase in self._language.according_to])
        self._naming_so = has_phrase(article.text, self._language)
        self._quote_starts = [quote.start for quote in quotes]
        self._relatives = self._signs.people_relatives | self._signs.plural_relatives
        self._habits = frozenset(summary_table(self._language.code).get("scenes", "").split())

    def role_of(self, player: Player) -> str:
        """The actor's role, a slice of the article's text of at most `ROLE_CHARACTERS` characters, or ""."""
        others = player.kind is ORGANISATION and self._phrases.is_of_named(*player.spots[0][:2])
        told = "" if others else self._callings.rather(self._beside(player), player) or self._predicate(player)
        told = told or self._callings.role_of(player) or unlisted(self._text, self._language, player)
        if not told and self._language.postposed and player.kind is PERSON:
            told = self._callings.of_nation(player.spots[0].start)
        if not told and player.kind is PERSON:
            told = spoken_as(self._text, self._language, self._quotes, player)
        told = told or self._deed(player)
        return told or self._doing(player) or self._callings.inserted(player) or self._callings.least(player)

    def _beside(self, player: Player) -> str:
        """What the text calls the actor right beside the name: the first of two words and more, else the first.

        A title goes before a relative clause: "Mayor Ann Lee, who runs a shop" is Mayor.
        """
        if player.kind not in {PERSON, ORGANISATION}:
            return ""
        start, end = player.spots[0][:2]
        found = [*self._titled(player), self._callings.nouns.identified(player), self._pairs.before_second(start)]
        found += [self._titles.in_letters(end), self._titles.phrase_before(start)]
        related: list[str] = []
        for spot in player.spots[:_LOOKS]:
            found += [self._opening(spot), self._before(spot, player.kind)]
            (related if self._is_related(spot) else found).append(self._after(spot, player.kind))
            body = self._callings.of_body(spot.end, told=spot.told) if player.kind is PERSON else ""
            related.append(body)
            if body:
                found.append(self._after_body(spot, body))
        related += [self._pairs.before_first(start, end), self._titles.in_case(start)]
        found.append(self._phrases.cut_from(self._pairs.behind(start, end)))
        shown = [[self._phrases.bare(o) for o in one if o and self._is_shown(o, player)] for one in (found, related)]
        found, related = done_last(self._text, player, shown, self._language)
        if related and not found:
            return self._callings.trade(player, related[0]) or related[0]
        return self._best(found, related) if len(found) > 1 else (found or [""])[0]

    def _after_body(self, spot: Spot, body: str) -> str:
        """An apposition behind the body that somebody is of: "Ann Lee of Acme Labs, | an expert in soils"."""
        end = spot.end + 1 + len(body)
        return self._after(spot._replace(end=end), PERSON) if self._phrases.tells_part_at(end) else ""

    def _titled(self, player: Player) -> list[str]:
        """The titles found with a person's name, and what is told to have it: "a roofer called Denny Osgood"."""
        found = [self._trimmed(start, end) for start, end in self._titles_of(player)]
        bare = [before_name(one, self._language) for one in found if one]
        return [*bare, named_so(self._text, self._language, player)] if self._naming_so else found

    def _best(self, found: list[str], related: list[str]) -> str:
        """The first of two words and more among what somebody is called, else the first; what else is told is last."""
        whose = [role for role in found if not self._signs.kin.isdisjoint(role.split(" ")[:2])]
        found, related = [role for role in found if role not in whose], whose + related
        long = next((role for role in found[:1] + self._titles.present(found[1:]) if " " in role), "")
        sure = long in found[:1]  # Not "épuisée par le match".
        sure = sure or (self._phrases.has_part(long.split(" ")) and not outranks(found[0], long, self._language))
        if (long and sure) or not found:
            return long or next(iter(related), "")
        return found[-1] if found[0][-1] == "." else found[0]  # "vicar", not "Rev.".

    def _titles_of(self, player: Player) -> list[tuple[int, int]]:
        """Where the titles found with an actor's name stand, none of a sentence behind a name that opens it.

        "директор ТОВ «Вулик»" is somebody else: a title before a body is not the body's.
        """
        if not player.roles:
            return []
        behind, own = {spot.end + len(", "): spot for spot in player.spots}, player.kind is PERSON
        told = [at for at, _ in player.roles if at in behind]
        opening = {at for at in told if self._opens(behind[at]) and not self._is_closed(at)}
        roles = [role for role in player.roles if role[0] not in opening and (own or role[0] in behind)]
        return [(self._titles.whole(start, end), end) for start, end in roles if not self._titles.is_verb(start, end)]

    def _is_closed(self, start: int) -> bool:
        """Whether a comma ends the clause that begins here, or a point an apposition of a few words."""
        clause = self._phrases.clause(start)
        return self._text.startswith((",", ".") if self._titles.is_complemented(clause) else ",", start + len(clause))

    def _is_shown(self, role: str, player: Player) -> bool:
        return self._phrases.is_fit(role) and self._titles.is_office(role, player.gender)

    def _is_related(self, spot: Spot) -> bool:
        """Whether a relative clause follows a name, or where somebody belongs: "o biólogo Tomé Silva, do IAM"."""
        opening = self._pairs.apposed(spot.end)
        if opening is None:
            return False
        words = self._phrases.clause(opening.end()).split(" ")
        relates = words[0].lower() in self._relatives or words[0].endswith(self._signs.relating_endings or ("\0",))
        return relates or self._titles.is_of_body(words)

    def _opening(self, spot: Spot) -> str:
        """The phrase that opens a clause and is told to be a name's: "A spokesman for the board, Ann Lee, said"."""
        text, language = self._text, self._language
        start = self._titles.styled(spot.start) if text[spot.end : spot.end + 1] in {",", " ", "."} else 0
        if text[max(0, start - 2) : start] != ", ":
            return ""
        words = self._titles.told(self._past_source(self._clause_before(start - 2)))
        lowers, begins = self._titles.led(words)
        if len(lowers) < _OPENING_WORDS or lowers[0] in language.oblique:
            return ""
        if is_called_by(lowers, language) or self._signs.speaks_for(lowers):
            return text[words[0].start() : start - 2]  # "Cliente depuis trente ans, Ann Lee demande …"
        if begins >= 0 and (past := self._callings.past_noun(words)) > begins:
            return text[begins:past]
        paired = text[spot.end + 1 : spot.end + 5].partition(" ")[0] in language.conjunctions
        if begins >= 0 and self._tells_part(lowers, paired=paired):
            return text[begins : start - 2]
        closes = self._titles.closing(words) if text[spot.end : spot.end + 1] != " " else -1
        return text[closes : start - 2] if closes >= 0 else ""

    def _past_source(self, words: list[re.Match[str]]) -> list[re.Match[str]]:
        """The words of a clause behind what leads to a source: "according to | its head of sales, Ann Lee"."""
        said = " ".join(word.group().lower() for word in words)
        leading = max((p for p in self._language.according_to if said.startswith(f"{p} ")), key=len, default="")
        return words[len(leading.split()) :]

    def _clause_before(self, end: int) -> list[re.Match[str]]:
        """The words of the clause that ends here, none where it is too long."""
        beginning = max(0, end - ROLE_CHARACTERS)
        ends = [match.end() for match in CLAUSE_END.finditer(self._text, beginning, end)]
        start = max(ends, default=beginning if beginning == 0 else -1)
        return list(_NAME_WORD.finditer(self._text, start, end)) if start >= 0 else []

    def _tells_part(self, lowers: Sequence[str], *, paired: bool) -> bool:
        """Whether the noun of a phrase is somebody's part in life, in the plural for two; it has no verb."""
        language = self._language
        tails = (language.prepositions, language.genitives, language.determiners, language.of_words)  # "primar | al"
        head = next((at for at, lower in enumerate(lowers) if at and _is_in(lower, tails)), len(lowers)) - 1
        head -= language.postposed and head > 1 and not language.is_role(lowers[head])  # "représentant | local"
        verbs = (language.verbs, language.auxiliaries, language.weak_verbs)
        told = any(_is_in(lower, verbs) and not language.is_role(lower) for lower in lowers)
        calls = calls_new(lowers, head, language) or (paired and self._pairs.is_plural(lowers[head]))
        return not told and (calls or language.is_role(lowers[head]))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _before(self, spot: Spot, kind: Kind) -> str:
        """The words that lead to a name: "late watchmaker" Ann Lee, the "director", Ann Lee, ..."."""
        text, end = self._text, spot.start
        apposed = text[max(0, end - 2) : end] == ", " and self._phrases.is_closed_off(spot.end)
        end -= 2 if apposed else 1
        if end < 1 or not (apposed or self._is_beside(spot, end)) or self._leads_to_name(spot):
            return ""
        beginning = max(0, end - ROLE_CHARACTERS)
        word = text[max(beginning, text.rfind(" ", 0, end) + 1) : end]
        if word.isalpha() and not self._is_calling(word, kind, sure=apposed):
            return ""
        words = list(_NAME_WORD.finditer(text, beginning, end))
        if not words or words[-1].end() != end or not self._is_calling(words[-1].group(), kind, sure=apposed):
            return ""
        if not apposed and self._is_verb_of(words):
            return ""
        start = words[-1].start()
        for match, following in zip(words[-2::-1], words[:0:-1], strict=True):
            if text[match.end() : following.start()] != " " or not self._is_modifier(match.group()):
                break
            start = match.start()
        return self._titles.leading(past_complement(text, (start, end), self._language, apposed=apposed), end)

    def _is_beside(self, spot: Spot, gap: int) -> bool:
        """Whether a space parts a name from a word that may be its bearer's, and not "avocatul | Anei Popa"."""
        cased = bool(self._language.case_endings)
        owns = cased and tells_owner(spot.beside.rpartition("\n")[2], spot.form, self._language.code)
        return self._text[gap] == " " and not owns

    def _leads_to_name(self, spot: Spot) -> bool:
        """Whether another name stands right behind this one, which only tells whose the title is: "адвокатка | Лис"."""
        behind = self._text[spot.end : spot.end + 2]
        return bool(self._language.case_endings) and behind[:1] == " " and behind[1:].isupper()

    def _is_verb_of(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether the last of these words may be the verb of a name before it: "Ray targets" Ann Lee."""
        last = words[-1].group()
        plural = last.endswith(self._signs.plural_endings) and not self._language.is_role(last)
        return plural and len(words) > 1 and words[-2].group()[0].isupper()

    def _is_calling(self, word: str, kind: Kind, *, sure: bool) -> bool:
        """Whether a word before a name is a noun for its bearer; `sure` asks for a known one."""
        lower = word.lower()
        if self._language.nouns_capitalised and word.islower():
            return False  # "1969 betrat" ends as "Stadtrat" does.
        if kind is not ORGANISATION and (sure or not self._signs.indefinite):
            return self._language.is_role(lower)
        if kind is ORGANISATION:
            called = lower in self._signs.called_bodies or lower in self._language.organisation_words
            return called and word[0].islower()
        noun = lower.endswith(self._signs.calling_endings) and lower not in self._signs.times
        return word[0].islower() and self._is_modifier(word) and (noun or self._language.is_role(lower))

    def _is_modifier(self, word: str) -> bool:
        """Whether a word may stand within a role: no function word, verb or adverb."""
        lower, language, signs = word.lower(), self._language, self._signs
        small = any(lower in told for told in (language.function_words, language.days, language.months, language.times))
        past = language.verb_genders and lower.endswith(signs.verb_endings) and not language.is_role(lower)
        if small or past or lower in self._naming:
            return False  # "її помітила | студентка", "По словам | вице-мэра"
        if lower in signs.finite or lower in language.verbs or lower in language.participles:
            return language.is_role(lower) or lower in language.subjects  # "assistant fire chief"
        return lower not in signs.adverbs and lower not in language.auxiliaries and lower not in language.weak_verbs

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _after(self, spot: Spot, kind: Kind) -> str:
        """An apposition or a relative clause: Ann Lee, "a retired postman", ...; Ann Lee, who "runs a shop"."""
        opening = self._pairs.apposed(spot.end)
        if opening is None:
            return ""
        clause = self._phrases.clause(opening.end())
        start = opening.end() + self._phrases.past_age(clause)
        clause = clause[start - opening.end() :]
        first = clause.partition(" ")[0]
        if first.lower() not in self._relatives and self._opens(spot) and not self._is_closed(opening.end()):
            return ""  # "According to Ann Lee, | the town had a warm year", "In Mardle, | the mayor has resigned".
        if first.lower() in self._relatives or first.endswith(self._signs.relating_endings or ("\0",)):
            return self._callings.relative(clause, kind)
        language = self._language
        told = any(word in language.verbs and not language.is_role(word) for word in clause.split(" ")[1:])
        apposed = self._is_apposition(clause, kind, aged=bool(opening["aged"]))
        if told or not self._signs.indefinite or not (apposed or self._callings.is_trade(clause, start)):
            return ""
        said = self._phrases.cut(self._phrases.whole(clause, start))
        return said if not (self._phrases.is_told(said) or self._phrases.is_time(said)) else ""

    def _opens(self, spot: Spot) -> bool:
        """Whether a name stands in a phrase that opens its sentence: behind "according to", or another preposition."""
        words = self._clause_before(spot.start)
        opening = self._text[words[0].start() : spot.start].lower() if words else ""
        lowers = [word.group().lower() for word in words]
        if lowers and lowers[0] in self._language.prepositions and (words[0].group() != lowers[0] or len(words) == 1):
            return len(words) == 1 or not self._has_verb(lowers)
        return opening.startswith(self._according)

    def _has_verb(self, lowers: Sequence[str]) -> bool:
        """Whether one of these words is a verb, so that a clause is more than a phrase."""
        language, signs = self._language, self._signs
        verbs = (language.verbs, language.auxiliaries, signs.finite, signs.empty)
        ends = signs.verb_endings or ("\0",)
        return any(_is_in(word.rpartition("'")[2], verbs) or word.endswith(ends) for word in lowers)  # "c'è"

    def _is_apposition(self, clause: str, kind: Kind, *, aged: bool) -> bool:
        """Whether what stands behind a name's comma begins as an apposition does: an article, a known part in life.

        Behind an age "of" tells where somebody lives: "Ann Lee, 52, of Mill Lane".
        """
        words = clause.split(" ")
        lower = words[0].lower()
        adverb = re.split("['’]", lower)[-1] in self._language.auxiliaries or lower in self._language.prepositions
        known = self._phrases.may_begin(words) and self._phrases.has_part(words[:_APPOSED_WORDS])
        adverb = adverb or (lower in self._language.verbs and not self._language.is_role(lower))  # ", said the donor"
        known = known and not adverb  # "además del responsable"
        article = lower in self._signs.indefinite or self._phrases.is_one_of(words)
        if (article or (kind is ORGANISATION and known)) and self._signs.remainders.intersection(words[1:2]):
            return False
        belongs = (lower in self._signs.belongs and not aged) or self._titles.is_of_body(words)
        return article or known or belongs

    def _trimmed(self, start: int, end: int) -> str:
        """The role at these offsets without a verb and its subject before it and without the point after it."""
        end += any(pair[0] in self._text[start:end] and self._text[end : end + 1] == pair[1] for pair in _MARKS)
        words = self._text[start:end].split(" ")
        if self._phrases.relates(words[0].lower()):
            return ""  # "Ада Лис, | выступившая свидетелем" is told as a relative clause is.
        if not self._titles.is_apposed(start, end, words[0].lower()):
            words = self._titles.begun(start, words)  # "…, the senator leading in Ohio" is whole.
        while words and words[-1].lower().rstrip(".") in self._signs.addresses and not self._titles.is_noun_led(words):
            words.pop()
        last = words[-1] if words else ""
        if self._text[end : end + 1] == "." and self._language.is_shortened(last):
            return self._phrases.led_on(words, end)
        return " ".join(words).strip(" ,") if last in self._language.abbreviations else " ".join(words).strip(" ,.")

    def _subjects(self, player: Player) -> Iterator[Spot]:
        """The mentions outside quotations whose verb is the actor's alone."""
        yield from (one for one in player.spots if one.verb >= 0 and not one.paired and not self._is_quoted(one.start))

    def _is_quoted(self, at: int) -> bool:
        index = bisect_right(self._quote_starts, at) - 1
        return index >= 0 and at < self._quotes[index].end

    def _predicate(self, player: Player) -> str:
        """What the text says the actor is: "is a ..." or "was the ..."."""
        for spot in self._subjects(player):
            copula, _, rest = self._phrases.clause(spot.verb).partition(" ")
            first = rest.partition(" ")[0]
            called = first in self._signs.indefinite or (self._language.is_role(first) and player.kind is PERSON)
            claimed = spot.beside in self._language.that if player.kind is PERSON else self._opens(spot)
            if copula in self._signs.copulas and called and not claimed:
                return self._phrases.cut(rest)
        return ""

    def _deed(self, player: Player) -> str:
        """What the actor does where the story tells it first; nothing where it only speaks."""
        for spot in self._subjects(player):
            if spot.start > ROLE_LEAD_CHARACTERS:
                break
            clause = self._phrases.clause(spot.verb)
            head = clause.split(" ", 1)[0]
            told = head in self._language.listener_verbs  # "told reporters on the steps"
            if told or (head in self._language.verbs and head not in self._signs.finite):
                clause = self._reported(clause, player)
            joined = clause.split(" ")[1:2]
            if not clause or (head in self._signs.empty and not self._phrases.is_done(clause)):
                continue
            if self._language.conjunctions.intersection(joined) or spot.beside in self._language.that:
                continue  # "the questions that the board faces and …", "the prosecutor said that Ann Lee stole it"
            deed = self._phrases.cut(clause)
            if len(deed.split()) >= ROLE_WORDS:
                return deed
        return ""

    def _doing(self, player: Player) -> str:
        """What a person does whose full name opens a clause, by a verb of the present that no list has."""
        for spot in player.spots[:_LOOKS] if player.kind is PERSON else ():
            if spot.start > ROLE_LEAD_CHARACTERS or spot.paired or spot.verb >= 0 or " " not in spot.form:
                continue
            opens = spot.initial or self._text[max(0, spot.start - 2) : spot.start] == ", " or self._is_led_in(spot)
            clause = self._phrases.clause(spot.end + 1)
            deed = self._phrases.cut(clause) if opens and self._callings.is_present(spot, clause) else ""
            if len(deed.split()) > _LEAST_DEED and not self._is_quoted(spot.start):
                return deed
        return ""

    def _is_led_in(self, spot: Spot) -> bool:
        """Whether only a phrase of time or place stands before a name in its clause: "A las nueve Aurora Díez …"."""
        words = [word.group().lower() for word in self._clause_before(spot.start)]
        language = self._language
        led = bool(words) and (words[0] in language.prepositions or words[0] in self._habits)
        return led and not any(word in language.verbs or word in language.conjunctions for word in words)

    def _reported(self, clause: str, player: Player) -> str:
        """What a speaker says of their own deed: "said on Friday that he | expects a visit"; "" where it is none."""
        words = clause.split(" ")
        for at, word in enumerate(words[:-2]):
            if word in self._language.that:
                gender = self._language.pronouns.get(words[at + 1], "-")
                own = gender in {"m", "f"} and player.gender in {"", gender} and player.kind is PERSON
                return " ".join(words[at + 2 :]) if own and words[at + 2] not in self._signs.empty else ""
        return ""


def _is_in(word: str, lists: Iterable[Container[str]]) -> bool:
    return any(word in listed for listed in lists)
