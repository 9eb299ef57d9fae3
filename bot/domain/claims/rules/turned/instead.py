"""What somebody does not do, told beside what they do instead: "instead of mending the boat, he sank it"."""

from collections.abc import Mapping, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.dealt.phrases import is_deed
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

INSTEAD = "leaves out that something else is"
TURNED_INSTEAD = "turns round what is done instead"
# How many words may open a sentence before "of": "au lieu de".
_OPENING = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def had_instead(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a noun from right behind "instead of", where a claim leaves out what stands in its place."""
    tokens, phrases = aligned.told.tokens, grammar.words.in_place
    if any(token.folded in phrases for token in claim.tokens):
        return _exchanged(claim, aligned, grammar)
    replaced = _replaced(aligned, grammar)
    if replaced is not None:
        return f"{INSTEAD}: {replaced.text}"
    if any(NOT in token.signs for token in claim.tokens):
        return ""
    for at in [at for at, token in enumerate(tokens) if token.folded in phrases]:
        first, noun = _noun_behind(tokens, at, phrases)
        if noun in aligned.matched and noun and _is_added(claim, aligned, noun, grammar):
            return f"{INSTEAD}: {tokens[at].text}"
        other = noun in aligned.matched and (_leaves_out(aligned, first - 1) or _has_other(aligned, noun, grammar))
        if noun and (other or (noun in aligned.matched and _is_deed(aligned, noun, at, grammar))):
            return f"{INSTEAD}: {tokens[at].text}"
    return ""


def _replaced(aligned: Aligned, grammar: Grammar) -> Token | None:
    """Who opens a claim and stands in the sentence in a phrase that opens it: "in place of the judge Ann Lee, ..."."""
    tokens, phrases = aligned.told.tokens, grammar.words.in_place
    opening, place = aligned.pairs[0] if aligned.pairs else (None, 0)
    if opening is None or opening is not aligned.tokens[0]:
        return None
    for at in range(min(place, _OPENING)):
        first, noun = _noun_behind(tokens, at, phrases) if tokens[at].folded in phrases else (1, 0)
        person = grammar.is_role(tokens[place]) or grammar.is_person(tokens[place], surely=True)
        if noun and not first and person and place in _region(tokens, noun) and _is_of_run(tokens, noun, place):
            return opening
    return None


def _is_of_run(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but words that say something stands from one place to another: a title and its name."""
    return all(token.content for token in tokens[first : last + 1])


def _is_added(claim: Clauses, aligned: Aligned, noun: int, grammar: Grammar) -> bool:
    """Whether a claim joins what stands behind "instead of" to another by "and"."""
    at = claim.tokens.index(next(token for token, place in aligned.pairs if place == noun))
    near = claim.tokens[max(0, at - _OPENING + 1) : at]
    joins = [here for here, token in enumerate(near) if token.folded in grammar.words.joining]
    behind = next((token for token in claim.tokens[at + 1 : at + _OPENING] if not token.content), claim.tokens[at])
    return behind.folded in grammar.words.joining or (
        bool(joins) and not any(token.content for token in near[joins[-1] :])
    )


def not_instead(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has one thing in the place of another where a sentence has both: "A and B".

    Or that has a whole clause behind "instead of", which is no form of a denial.
    """
    tokens, phrases = aligned.told.tokens, grammar.words.in_place
    mine = _refused(claim.tokens, phrases)
    if not mine or _refused(tokens, phrases) or any(NOT in token.signs for token in tokens):
        return ""
    refused = claim.tokens[mine]
    place_of = {id(token): place for token, place in aligned.pairs}
    ahead = [place for token, place in aligned.pairs if token.start < refused.start]
    place = place_of.get(id(refused))
    helped = claim.tokens[mine - 1].folded in grammar.words.perfects
    if place is None or not ahead:
        return ""
    clause = helped or (refused.mood in FINITE and refused.folded == tokens[place].folded)
    first, last = sorted((ahead[-1], place))
    both = _are_joined(tokens, first, last, grammar)
    return f"{TURNED_INSTEAD}: {refused.text}" if clause or both else ""


def _are_joined(tokens: Sequence[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Whether a word that joins stands right before the second of two, or before its article, and behind the first."""
    near = tokens[max(first + 1, last - _OPENING + 1) : last]
    joins = [at for at, token in enumerate(near) if token.folded in grammar.words.joining]
    return bool(joins) and not any(token.content for token in near[joins[-1] :])


def _is_deed(aligned: Aligned, place: int, at: int, grammar: Grammar) -> bool:
    """Whether a verb stands behind "instead of", and a claim has another form of it for what is done."""
    tokens, words = aligned.told.tokens, grammar.words
    verb = tokens[place]
    mine = next(token for token, there in aligned.pairs if there == place)
    infinitive = verb.plain.endswith(words.infinitives or ("\0",)) or verb.folded.endswith(words.enclitics or ("\0",))
    parted = verb.clause > tokens[at].clause and verb.before not in grammar.definite - words.clitics
    return mine.folded != verb.folded and not grammar.is_named(mine) and (infinitive or parted)


def _exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim in which what a sentence tells outside "instead of" stands right behind that."""
    tokens, phrases = aligned.told.tokens, grammar.words.in_place
    mine, theirs = _refused(claim.tokens, phrases), _refused(tokens, phrases)
    if not mine or not theirs:
        return ""
    place = next((place for token, place in aligned.pairs if token is claim.tokens[mine]), theirs)
    ours, other = _before_verb(claim.tokens, mine, grammar), _before_verb(tokens, theirs, grammar)
    refused = [at for at in other if tokens[at].content and (at == theirs or _is_of_run(tokens, theirs, at))]
    outside = any(at in refused and claim.tokens.index(token) not in ours for token, at in aligned.pairs)
    apart = place not in (refused if tokens[place].entities else other)
    return f"{TURNED_INSTEAD}: {claim.tokens[mine].text}" if outside and apart else ""


def _region(tokens: Sequence[Token], first: int) -> range:
    """What stands behind "instead of", up to the end of its clause."""
    stop = first
    while stop < len(tokens) and tokens[stop].clause == tokens[first].clause:
        stop += 1
    return range(first, stop)


def _before_verb(tokens: Sequence[Token], first: int, grammar: Grammar) -> range:
    """The same, up to the verb where "instead of" opens its clause: "al posto della banca | aprirà una scuola"."""
    region = _region(tokens, first)
    opens = not any(one.content and one.clause == tokens[first].clause for one in tokens[:first])
    verb = next((at for at in region[1:] if is_deed(tokens, at, grammar)), region.stop) if opens else region.stop
    return range(first, verb)


def _refused(tokens: Sequence[Token], phrases: Mapping[str, Sequence[Sequence[str]]]) -> int:
    """The place of what tells something right behind the first phrase for "instead of", 0 for none."""
    places = (at for at, token in enumerate(tokens) if token.folded in phrases)
    return next((noun for at in places if (noun := _noun_behind(tokens, at, phrases)[1])), 0)


def _noun_behind(tokens: Sequence[Token], at: int, phrases: Mapping[str, Sequence[Sequence[str]]]) -> tuple[int, int]:
    """Where a phrase begins of which one word stands at a place, and what tells something behind it; 0 for none."""
    first, behind = _phrase(tokens, at, phrases[tokens[at].folded])
    return first, next((place for place in range(behind, len(tokens)) if tokens[place].content), 0) if behind else 0


def _phrase(tokens: Sequence[Token], at: int, phrases: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Where a phrase of which one word stands at a place begins and ends, 0 and 0 where none of these stands there."""
    for phrase in phrases:
        first = at - phrase.index(tokens[at].folded)
        if first >= 0 and [token.folded for token in tokens[first : first + len(phrase)]] == list(phrase):
            return first, first + len(phrase)
    return 0, 0


def _leaves_out(aligned: Aligned, at: int) -> bool:
    """Whether a claim has not the word at a place, which stands right before "instead of": what is done or had."""
    return at >= 0 and aligned.told.tokens[at].content and at not in aligned.matched


def _has_other(aligned: Aligned, noun: int, grammar: Grammar) -> bool:
    """Whether a sentence has a noun that a claim leaves out, besides one at a place and what describes that."""
    tokens = aligned.told.tokens
    others = [
        at for at, token in enumerate(tokens) if token.content and at not in aligned.matched and abs(at - noun) > 1
    ]
    return any(is_plain(tokens[at]) and not tokens[at].signs and grammar.is_noun(tokens, at) for at in others)


def done_instead(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed from before the comma with words from behind it, "" for nothing."""
    told = aligned.told
    if told.clauses.marks[1:2] != [","] or not _opens(told.tokens, grammar):
        return ""
    if any(token.folded in grammar.words.instead for token in claim.tokens):
        return ""
    ahead = [told.tokens[place] for _, place in aligned.pairs if not told.tokens[place].clause]
    nouns = [token for token in ahead if token.before in grammar.definite]
    deed = len(ahead) > len(nouns) or len(nouns) > 1  # "The sail" may be what "it" stands for.
    return f"leaves out a denial: {told.tokens[0].text}" if deed and len(ahead) < len(aligned.pairs) else ""


def _opens(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a sentence opens with "instead of"."""
    opening = tokens[:_OPENING]
    at = next((at for at, token in enumerate(opening) if token.folded in grammar.words.instead), None)
    return at is not None and any(token.folded in grammar.of_words for token in tokens[at + 1 : at + 2])
