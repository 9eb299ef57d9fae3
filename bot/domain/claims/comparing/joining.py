"""What words say together: phrases, words with others between them, verbs and the particles that they leave."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.domain.claims.comparing.tokens import Clauses, Token, Told, Trait
from bot.domain.claims.comparing.verbs.conditions import opens_with_verb
from bot.domain.claims.comparing.verbs.degrees import tell_more
from bot.domain.claims.comparing.verbs.denials import restrict
from bot.domain.claims.comparing.verbs.particles import left_by
from bot.domain.claims.comparing.verbs.possessives import tell_possessives
from bot.domain.claims.comparing.wording import (
    AFTER,
    ANNOUNCED,
    CAUSE,
    COND,
    FREE,
    GOVERNS,
    IS,
    NEUTRAL,
    NOT,
    PART,
    PASSIVE,
    SOURCE,
    TURNS,
    WAS,
    Wording,
    by_length,
    plain_word,
)
from bot.domain.language.languages import Language

# What leaves undone what it governs, also within a phrase: "refused to comment", "ha negato".
_UNDONE = frozenset({f"{GOVERNS}refuse", f"{GOVERNS}deny"})
_LENGTHS = (4, 3, 2)
_YEAR = re.compile(r"\d{4}")
# Within how many words behind a noun for somebody their name stands.
_NAME_WORDS = 4
# What the name of a list's first words ends in, the lists of which one tells the other side of a relation than the one
# before it, and the name of all of their words.
HEADS, SIDES, SIDED = "^", ("ahead", "behind", "founded", "basis"), "sided"


class Joining:
    """One language's. `leading` are its articles and what denies like one; `function` its function words."""

    def __init__(self, words: Wording, *, leading: frozenset[str], function: frozenset[str]) -> None:
        self._words = words
        self._leading = leading
        self._before_noun = leading | words.ties
        self._no_verb = self._before_noun | function
        # By the first word of phrases and the second the most words that one has.
        self._longest: dict[str, dict[str, int]] = {}
        for first, second, *rest in (f"{phrase}-".split("-") for phrase in words.phrases):
            lengths = self._longest.setdefault(first, {})
            lengths[second] = max(lengths.get(second, 0), len(rest) + 1)
        self._gapped_with: dict[str, dict[str, frozenset[str]]] = {}
        for (first, last), groups in words.gapped.items():
            self._gapped_with.setdefault(first, {}).setdefault(last, groups)
            self._gapped_with.setdefault(last, {})[first] = groups

    def traits(self, small: str, signs: frozenset[str]) -> int:
        """Which of `Trait` a folded word with its signs may have for `join`, or for a story."""
        words = self._words
        return (
            (Trait.DIRECTS if small in words.directions else 0)
            | (Trait.HELPS if PASSIVE in signs and words.ongoing_endings else 0)
            | (Trait.OPENS if small in self._longest else 0)
            | (Trait.PARTS if small in words.particles else 0)
            | (Trait.GAPS if small in self._gapped_with else 0)
            | (Trait.OWNS if small in words.special["owning_forms"] else 0)
            | (Trait.DENIES if NOT in signs and words.expletives else 0)
            | (Trait.KIN if small in words.special["kin"] else 0)
            | (Trait.OPPOSES if small in words.against and small in words.anaphors else 0)
        )

    def join(self, found: Clauses, traits: int) -> None:
        """Give what several words of a sentence mean to one of them; the others say nothing by themselves.

        `traits` are those of any of its words.
        """
        tokens = found.tokens
        if traits & Trait.OWNS:
            tell_possessives(tokens, self._words, self._before_noun)
        if traits & Trait.DIRECTS:
            self._directions(tokens)
        if traits & Trait.HELPS:
            self._going(tokens)
        if traits & Trait.OPENS:
            self._adjacent(tokens, self._years(tokens) if traits & Trait.COUNTS else ())
        if traits & Trait.PARTS:
            self._parted(tokens)
        if traits & Trait.GAPS:
            self._gapped(tokens)
        if self._words.special["more_before"]:
            tell_more(tokens, self._words)
        if self._words.expletives and traits & (Trait.DENIES | Trait.OPENS):
            self._expletive(tokens)
            restrict(found, self._words.special["restricted"], self._words.special["restricting"])

    def open(self, found: Clauses) -> None:
        """Tell what the word does that opens a sentence of several clauses parted by a comma."""
        tokens, special = found.tokens, self._words.special
        first, behind = tokens[0], tokens[1:3]
        inside = [one for one in tokens if not one.clause]
        named = inside[-1].text.istitle() and not any(one.mood for one in inside)
        if first.folded in self._words.leading_conditions:
            first.signs |= {COND}
        elif first.folded in self._words.opening_sources and not self._is_aim(behind):
            first.signs |= {SOURCE}  # "Para la oposición, ...", but "para evitar un atasco, ..."
        elif first.folded in special["opening_views"] and named:
            first.signs |= {SOURCE}  # "For Ann Holm, ...", but "for months, ..."
        elif first.folded in special["opening_causes"] and self._is_led(behind):
            first.signs |= {CAUSE}
        elif first.folded in special["neither"]:
            _join_neither(found)
        elif opens_with_verb(tokens, self._words):
            first.signs |= {COND}

    def _is_aim(self, behind: Sequence[Token]) -> bool:
        """Whether what stands behind "for" is what is done or why, not whose view it is: "per questo, ..."."""
        this = bool(behind) and behind[0].folded in self._words.special["this"]
        if not behind or (this and not any(one.content for one in behind[1:])):
            return bool(behind)
        return behind[0].text[0].islower() and behind[0].plain.endswith(self._words.infinitives or "\0")

    def _is_led(self, behind: Sequence[Token]) -> bool:
        """Whether an article stands first and no verb behind it: "comme la pompe ...", not "comme le prévoit ..."."""
        led = bool(behind) and behind[0].folded in self._leading
        return led and not any(token.signs or token.mood for token in behind[1:])

    def _directions(self, tokens: Sequence[Token]) -> None:
        """Tell where to from when: "nach Bremen", "lässt nach, ..." give no order of time."""
        for token, following in pairwise(tokens):
            place = following.entities and following.text[0].isupper() and not following.dated
            if token.folded in self._words.directions and (place or following.clause != token.clause):
                token.signs = token.signs - {AFTER}

    def _expletive(self, tokens: Sequence[Token]) -> None:
        """Let a denial deny nothing that stands alone in what somebody fears: "craint que la gare ne ferme"."""
        for at, token in enumerate(tokens):
            if NOT not in token.signs or token.content or not token.clause:
                continue
            inside = [other for other in tokens if other.clause == token.clause]
            alone = not any(NOT in other.signs for other in inside if other is not token)
            led = (other for other in tokens[:at] if other.clause == token.clause - 1)
            if alone and any(other.folded in self._words.expletives for other in led):
                token.signs = token.signs - {NOT}

    def _going(self, tokens: Sequence[Token]) -> None:
        """Let a helping verb make no passive of what goes on: "pupils are renovating it"."""
        for at in [at for at, token in enumerate(tokens[:-1]) if PASSIVE in token.signs]:
            verb = tokens[at + 1]
            if verb.plain.endswith(self._words.ongoing_endings) and verb.folded not in self._words.ongoing:
                tokens[at].signs -= {PASSIVE}

    def _years(self, tokens: Sequence[Token]) -> Collection[int]:
        """Where words stand that only say that a number is a year's, and carry nothing: "the year | 2004"."""
        durations, years = self._words.durations, list[int]()
        for noun, token in enumerate(tokens[1:]):
            if token.value is not None and tokens[noun].folded in durations and _YEAR.fullmatch(token.text):
                tokens[noun].content = False
                years.append(noun)
        return years

    # Complexity: every sentence passes here, where a call for each step would cost more than the step.
    def _adjacent(self, tokens: Sequence[Token], years: Collection[int]) -> None:
        """Give phrases of several words in a row their signs and groups, but for those that end in a year's noun."""
        joined, known, phrases, words = 0, self._longest, self._words.phrases, [token.folded for token in tokens]
        for at in [at for at, first in enumerate(words[:-1]) if first in known]:
            second = words[at + 1]
            longest = known[words[at]].get(second.partition("-")[0] if "-" in second else second, 0)
            if at < joined or not longest:
                continue
            for length in _LENGTHS[-longest + 1 :]:
                phrase = "-".join(words[at : at + length])
                if (at + length - 1) in years:
                    continue  # "Im Jahr 2004" is not "every year".
                if phrase in phrases and at + length <= len(words) and not self._is_for(tokens[at], phrase):
                    self._join_adjacent(tokens[at : at + length], phrase)
                    joined = at + length  # Of "put off for later" the end is no "for later" besides.
                    break

    def _is_for(self, first: Token, phrase: str) -> bool:
        """Whether a phrase tells whose view it is, but not here: "per la società, ...", "la licenza per la linea"."""
        inside = bool(first.before) and first.folded in self._words.opening_sources
        return inside and SOURCE in self._words.signs.get(phrase, frozenset())

    def _join_adjacent(self, parts: Sequence[Token], phrase: str) -> None:
        signs = self._words.signs.get(phrase, frozenset())
        groups = self._words.same.get(phrase, frozenset())
        rest = frozenset().union(*[part.signs for part in parts])
        small = not parts[0].content  # "For good" is no "for".
        own = NOT in rest or small or phrase in self._words.majority or bool([1 for part in parts[1:] if part.content])
        counts = PART in parts[0].signs or parts[0].folded in self._words.articles
        kept = {NOT, PART} if counts else {NOT}  # "Part of the hall", "une partie"; "took part" counts nothing.
        for part in parts:
            part.signs = frozenset()
            part.content = False
        first = parts[0]
        first.signs = signs or (rest & (kept | _UNDONE) if groups else frozenset())  # "Sin embargo" denies nothing.
        if own and groups:  # "Voted against" is no "voted", "will not" no "will".
            first.keys, first.stem, first.plain = groups, phrase, phrase
            first.broad = self._words.broader.get(phrase, frozenset())  # A lorry is no car, though both are vehicles.
        first.keys = first.keys | groups
        first.content = bool(groups) and not signs & FREE

    def _parted(self, tokens: Sequence[Token]) -> None:
        """Join a verb with the particle that it leaves at its clause's end: "stellt ... ein", "eingestellt"."""
        words = self._words
        for at, token in enumerate(tokens):
            if token.folded not in words.particles or not token.before:
                continue
            verb = left_by(tokens, at, words, self._may_be_verb)
            if verb is None:
                continue
            phrase = f"{verb.folded}-{token.folded}"
            verb.signs = words.signs.get(phrase, frozenset()) | (verb.signs & {COND})  # "Lehnt er ab, ..."
            verb.keys = words.same.get(phrase, frozenset())
            shared = verb.plain.endswith(words.shared_ends)  # "Brachte" has the stem of "brach".
            for stem in {verb.plain} if shared else {verb.stem, words.stem(verb.stem)}:  # "Meldete an": "anmeld".
                joined = f"{token.plain}{stem}"
                verb.keys |= {joined} | words.groups_of(joined)
                verb.keys |= words.verb_groups(joined, noun=False) | {*words.verbs_of(joined, noun=False)}
            denied = f"{verb.folded}-{token.before}-{token.folded}" if verb is tokens[at - 2] else ""
            if denied in words.phrases:  # "Schließt nicht aus" is no "schließt aus".
                verb.keys = frozenset(f"{token.before}-{key}" for key in verb.keys)
                verb.signs = words.signs.get(denied, frozenset()) | (verb.signs & {COND})
                verb.stem = verb.plain = f"{verb.plain}{token.before}{token.plain}"
            verb.keys |= {sign for sign in verb.signs if sign.startswith(GOVERNS)}
            verb.content = denied in words.phrases or not verb.signs & FREE
            token.content, token.signs = False, frozenset()

    def _may_be_verb(self, token: Token) -> bool:
        """Whether a word has no capital, names nobody, and stands where no noun does: "im vergangenen Jahr nahm"."""
        named = bool(token.entities) or not token.text[0].islower()
        return not named and token.folded not in self._no_verb and token.before not in self._before_noun

    def _gapped(self, tokens: Sequence[Token]) -> None:
        """Join two words of a clause that mean something together: "makes him responsible"."""
        open_: dict[int, list[Token]] = {}
        for token in [token for token in tokens if token.folded in self._gapped_with]:
            partners, last = self._gapped_with[token.folded], token.folded
            for other in open_.setdefault(token.clause, []):
                first = other.folded
                groups = partners.get(first)
                if groups and not self._is_parted(tokens, other, token):
                    other.keys, other.content = groups, True  # "Voted against" is no vote in favour.
                    turned = {TURNS} if groups & self._words.turning else set()
                    governs = self._words.signs.get(f"{first}-{last}", frozenset())
                    other.signs = (other.signs - {ANNOUNCED, NEUTRAL}) | turned | governs
                    token.content, token.signs, token.keys = False, frozenset(), token.keys - groups
            open_[token.clause].append(token)

    def _is_parted(self, tokens: Sequence[Token], first: Token, last: Token) -> bool:
        """Whether others stand between two words who do the second: "voted for it and six against"."""
        between = [token for token in tokens if first.start < token.start < last.start]
        joined = [at for at, token in enumerate(between) if token.folded in self._words.joins]
        return bool(joined) and any(token.value is not None for token in between[joined[0] :])


def _join_neither(found: Clauses) -> None:
    """Make one clause of "neither the bank, nor the mayor", its verb denied besides: "nici A, nici B nu ..."."""
    tokens, first = found.tokens, found.tokens[0]
    while found.openers[1:2] == [first.folded] and found.marks[1] == ",":
        second = next(token for token in tokens if token.clause)
        inside = [token for token in tokens if token.clause == 1 and token is not second]
        if not any(NOT in token.signs for token in inside) and found.openers[2:3] != [first.folded]:
            return
        del found.openers[1], found.marks[1]
        first.signs = second.signs = frozenset()
        for token in tokens:
            token.clause -= token.clause > 0


def is_article(told: Told, at: int, words: Wording, governs: Callable[[Told, int], bool] | None = None) -> bool:
    """Whether what may be a pronoun before its verb is an article: "o bancă", "într-o casă", "o a doua bancă".

    `governs` tells whether a verb stands at a place; without it a word is an article only in the last two.
    """
    token, behind = told.tokens[at], told.tokens[at + 2 : at + 3]
    if token.joined:
        return told.tokens[at - 1].folded in words.ties
    ranked = any(one.value is not None and not one.text[0].isdigit() for one in behind)
    return ranked or (governs is not None and not governs(told, at + 1))


def is_told_of(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a finite verb stands right behind a word, which is its subject."""
    behind = next(iter(tokens[at + 1 : at + 2]), None)
    if behind is None or behind.clause != tokens[at].clause:
        return False
    helping = not behind.signs.isdisjoint({IS, WAS}) or behind.folded in words.perfects
    return helping or behind.mood in {"past", "future"}


def is_behind_verb(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a word stands right behind a verb of its clause, where an article does: "a refusé | la demande"."""
    token, verb = tokens[at], tokens[at - 1] if at else None
    if verb is not None and _has_verb_before(tokens, at, words):
        return True
    if verb is None or verb.clause != token.clause or verb.entities or not verb.content:
        return False
    done = verb.before in words.perfects and verb.plain.endswith(words.participles or ("\0",))
    return done or verb.mood == "past"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _has_verb_before(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a clause has its verb before an article: "considers absurd | the claims", not "wants | to go"."""
    inside = [one for one in tokens[:at] if one.clause == tokens[at].clause and not one.entities]
    if not inside or inside[-1].folded in words.joins | words.joining | words.clitics:
        return False
    behind = tokens[at + 1 : at + 2]
    if any(one.plain.endswith(words.infinitives or ("\0",)) for one in behind):
        return False  # "Veut les accuser".
    verbs = [
        one for one in inside if one.mood in {"past", "future"} or [1 for sign in one.signs if sign[:2] == GOVERNS]
    ]
    return bool([1 for one in verbs if one.before not in words.articles | words.plural_articles | words.ties])


def is_behind_source(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind one that names a source, or two that do: "selon lui", "d'après lui"."""
    before = tokens[max(0, at - 2) : at]
    return bool(before) and (SOURCE in before[-1].signs or (SOURCE in before[0].signs and not before[-1].content))


def is_completed(told: Told, at: int, words: Wording) -> bool:
    """Whether a clause right behind a pronoun says what that stands for: "після того, як", "про те, що"."""
    behind, own = told.tokens[at + 1 : at + 2], told.tokens[at].clause
    opening = behind[0].folded if behind and behind[0].clause == own + 1 else ""
    return opening in words.complements or opening in words.special["completing"]


def first_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The first word before a place in its clause that says something, None without one."""
    return next((one for one in tokens[:at] if one.clause == tokens[at].clause and one.content), None)


def opening_before(tokens: Sequence[Token], at: int, language: Language, leading: frozenset[str]) -> Token | None:
    """The word that opens the clause of one at a place, or who has an aside: "Ann, a nurse, accused her"."""
    opening, first = first_before(tokens, at), tokens[0]
    if opening is None or not is_deed(opening, capitals=language.nouns_capitalised):
        return opening
    titled = first.entities or first.folded in leading or language.is_role(first.folded)
    return next((one for one in tokens if titled and one.entities and not one.clause), opening)


def is_deed(token: Token, *, capitals: bool) -> bool:
    """Whether a word opens a later clause as a verb may; `capitals` is whether nouns have them."""
    verb = token.mood == "past" or (capitals and token.text[0].islower())
    return verb and token.clause > 0 and not token.before


def may_mean(told_of: Sequence[Token], who: str, language: Language) -> bool:
    """Whether a pronoun for a man or a woman, "" for either, may mean the first of some words, a noun for somebody."""
    if not told_of:
        return False
    gender = language.articles.get(told_of[0].before, "") or language.gender_of_role(told_of[0].text.lower())
    human = gender or any(language.is_role(token.text.lower()) for token in told_of)
    return bool(human) and (not gender or not who or who in gender)


def somebody_opening(told: Told, language: Language) -> int | None:
    """Where a noun for one somebody opens a sentence that does not name them: "The owner denies it"; None for none."""
    tokens = told.tokens
    at = 0 if tokens and tokens[0].content else 1
    if at >= len(tokens) or not tokens[at].content or tokens[at].entities:
        return None
    word = tokens[at].text.lower()
    if not at and language.articles:
        return None  # "Prévenu par une voisine, il ...": a noun has an article there.
    if not language.is_role(word) or word in language.relations:
        return None  # "The father is her trainer."
    return None if [1 for token in tokens[at + 1 : at + 1 + _NAME_WORDS] if token.entities] else at


def bare_of(table: Mapping[str, Any]) -> Wording:
    """What tells the stems of a language's words; a group of `own_stems` has one that no other word has."""
    own = {f: f"{w.split()[0]}|" for w in table.get("own_stems", ()) for f in f"{w} {plain_word(w)}".split()}
    return Wording(endings=by_length(map(plain_word, table.get("endings", "").split())), own_stems=own)


def lists_of(
    table: Mapping[str, str], words: Callable[[Mapping[str, str], str], frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """The lists of a table by name, empty ones for any other name, and what is looked for first.

    That is all of `SIDES`, and of each list the first words of phrases, by its name and `HEADS`. `words` reads a list.
    """
    lists = {name: words(table, name) for name in table}
    heads = {f"{name}{HEADS}": frozenset(word.split("-")[0] for word in lists[name]) for name in table}
    sided = frozenset[str]().union(*[lists[name] for name in SIDES if name in lists])
    return defaultdict(frozenset, {**lists, **heads, SIDED: sided})
