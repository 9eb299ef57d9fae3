"""What headlines say by a participle alone, and whom it is done to: "Ann Holm acquitted"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

_HELPING_WORDS = 2
_DAY_WORDS = 3


def participle(claim: Clauses, grammar: Grammar) -> Token | None:
    """The participle of a headline that has no other verb and names nobody behind it whom it could be done to."""
    if not claim.headline or _is_helped(claim.tokens, grammar):
        return None
    opened = False
    endings = () if grammar.brackets else grammar.words.participles  # In those few other words end so.
    for before, token, after in zip((None, *claim.tokens), claim.tokens, (*claim.tokens[1:], None), strict=False):
        if not token.content:
            continue
        ends = token.text.lower().endswith(endings) or (opened and _is_last(token, after, grammar))
        if ends and not (endings and _is_counted(claim, before)) and _is_participle(token, before, grammar):
            return token  # With an ending of its own also before whom it is done to: "Bocciata la mozione".
        opened = True
    return None


def _is_last(token: Token, after: Token | None, grammar: Grammar) -> bool:
    """Whether a word ends its clause, but for a day or what a preposition ties."""
    return after is None or after.clause != token.clause or after.dated or after.folded in grammar.words.ties


def _is_counted(claim: Clauses, before: Token | None) -> bool:
    """Whether a number behind other words counts the word behind it: "makes four injured"."""
    return before is not None and before.value is not None and claim.tokens[0] is not before


def _is_helped(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a verb helps a participle that may end the clause: "Rat hat Plan abgelehnt"."""
    return tells(tokens, PASSIVE) or (grammar.brackets and any(token.folded in grammar.perfects for token in tokens))


def _is_participle(token: Token, before: Token | None, grammar: Grammar) -> bool:
    """Whether a word may be a participle: by its time or its ending, with no helping verb before it."""
    if token.entities or not token.content or grammar.is_named(token):
        return False
    if not grammar.words.participles:
        return token.mood == "past"
    helped = before is not None and before.clause == token.clause and not before.content
    if helped and before is not None and f"{before.before}-{before.folded}" in grammar.words.phrases:
        helped = False  # The end of a phrase: "conseil municipal rejeté".
    capital = grammar.nouns and token.text[0].isupper()
    return not helped and not capital and token.text.lower().endswith(grammar.words.participles)


def has_object(claim: Clauses, deed: Token, grammar: Grammar) -> bool:
    """Whether a word of a headline has another right behind it that it may be done to: "Mayor rejected plan"."""
    behind = [token for token in claim.tokens if token.clause == deed.clause and token.start > deed.start]
    first = next((token for token in behind if token.content), None)
    if first is None or first.dated or first.value is not None:
        return False
    return not grammar.is_tied(claim.tokens, claim.tokens.index(first), objects=False)


def turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does a thing in the sentence and has it done to them in a headline: "Police arrested in Rastow"."""
    deed = participle(claim, grammar)
    place_of = {id(token): place for token, place in aligned.pairs}
    there = place_of.get(id(deed))
    doer = None if deed is None else _bearer(claim, deed, grammar)
    here, told = place_of.get(id(doer)), aligned.told.tokens
    if deed is None or doer is None or here is None or there is None:
        return ""
    before = _is_done_to_object(told, there, grammar) and _is_doer(told, here, there, grammar)
    around = deed.folded == told[there].folded and _is_doer_in_bracket(told, here, there, grammar)
    if not before and not around:
        return ""
    return f"turns round who does what: {doer.text}"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def suffered(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Somebody to whom a thing is done in a claim that does not say by whom, and who does it in the sentence.

    "Ann Holm is accused of lying" of "Ann Holm accused the mayor of lying".
    """
    helping = next((token for token in claim.tokens if PASSIVE in token.signs), None)
    pairs = [] if helping is None or claim.headline else aligned.pairs_of(helping.clause)
    if helping is None or not pairs:
        return ""
    (name, here), *rest = pairs
    there = next((place for token, place in rest if token.start > helping.start and is_plain(token)), -1)
    owned = any(token.start < helping.start and is_plain(token) and not grammar.is_role(token) for token, _ in rest)
    if name.start > helping.start or there < here or not grammar.is_person(name) or owned:
        return ""  # "Ann Holm's bakery was sold."
    return f"turns round who does what: {name.text}" if _does_to_another(aligned, here, there, grammar) else ""


def _does_to_another(aligned: Aligned, here: int, there: int, grammar: Grammar) -> bool:
    """Whether a name does a deed to somebody else, in its clause or the one right behind an aside's."""
    tokens = aligned.told.tokens
    near = 0 <= tokens[there].clause - tokens[here].clause <= 1 and tokens[here].text[0].isupper()
    if not near or grammar.is_named(tokens[there]) or grammar.is_tied(tokens, here):
        return False
    inside = [tokens[at] for at in places_in(tokens, tokens[there].clause)]
    helped = any(token.folded in grammar.perfects for token in inside)
    passive = tells(inside, PASSIVE) or (grammar.is_participle(tokens[there]) and not helped)
    return not passive and _is_done_to_object(tokens, there, grammar)


def _is_done_to_object(tokens: Sequence[Token], there: int, grammar: Grammar) -> bool:
    """Whether a sentence tells a deed in the active, with whom it is done to behind it."""
    inside = places_in(tokens, tokens[there].clause)
    if tells(tokens[max(0, there - _HELPING_WORDS) : there], PASSIVE):
        return False
    behind = [at for at in inside if at > there]
    marks = grammar.words.infinitive_marks  # "Voted on Tuesday | to buy the ferry": the object is another verb's.
    end = next((at for at in behind if tokens[at].before in marks), len(tokens))
    return any(_is_free(tokens, at, grammar) for at in behind if at < end)


def _is_doer_in_bracket(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word does what the participle at its clause's end tells: "hat der Stadtrat den Plan abgelehnt"."""
    inside = [at for at in places_in(tokens, tokens[there].clause) if at <= there]
    if not grammar.brackets or not _is_perfect([tokens[at] for at in inside], grammar):
        return False
    free = [at for at in inside[:-1] if _is_free(tokens, at, grammar)]
    if here not in free or free[0] < here - free.index(here):
        return False  # Not the first, nor of the first one's name.
    return tokens[here].before not in grammar.words.accusative and _has_object(tokens, here, free, grammar)


def _has_object(tokens: Sequence[Token], here: int, free: Sequence[int], grammar: Grammar) -> bool:
    """Whether nouns that nothing ties stand behind who may do it, and none of them does ("hat der Rat gesperrt")."""
    behind = [at for at in free if at > here and at - 1 not in free and _is_noun(tokens, at, grammar)]
    return bool(behind) and all(tokens[at].before not in grammar.words.nominative for at in behind)


def _is_perfect(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words tell a deed of the past in the active, with a helping verb."""
    return any(token.folded in grammar.perfects for token in tokens) and not tells(tokens, PASSIVE)


def _is_noun(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a noun: by its capital where nouns have one, else as a name or a thing."""
    if grammar.nouns:
        return tokens[at].text[0].isupper() or tokens[at].value is not None
    return bool(tokens[at].entities) or tokens[at].value is not None or grammar.is_thing(tokens, at)


def _is_free(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word may be whom a deed is done to: no day, and behind no preposition but for its article or number."""
    before = at - 1
    while before >= 0 and tokens[before].clause == tokens[at].clause and not _leads(tokens[before], grammar):
        if tokens[before].value is None and tokens[before].folded not in grammar.definite:
            break
        before -= 1
    tied = before >= 0 and tokens[before].clause == tokens[at].clause and _leads(tokens[before], grammar)
    return tokens[at].content and not tokens[at].dated and not tied


def _leads(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a preposition that does not mark whom something is done to, nor an article."""
    return token.folded in grammar.words.ties - grammar.words.objects - grammar.definite


def _bearer(claim: Clauses, deed: Token, grammar: Grammar) -> Token | None:
    """The word of a headline that its participle is said of: the first before it, else behind it, that nothing ties."""
    ahead = [token for token in claim.tokens if token.content and token.start < deed.start]
    behind = [token for token in claim.tokens if token.content and token.start > deed.start]
    return next(
        (token for token in ahead or behind if not grammar.is_tied(claim.tokens, claim.tokens.index(token))), None
    )


def _is_doer(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word stands before a deed in its clause, tied to nothing, and not as whom it is done to."""
    if here > there or tokens[here].clause != tokens[there].clause or tokens[here].before in grammar.words.accusative:
        return False
    opens = places_in(tokens, tokens[here].clause)[:2] == [here - 1, here]
    return (opens and tokens[here].before in grammar.definite) or not grammar.is_tied(tokens, here)


def is_done_to(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a name is an apposition of whom the participle's deed is done to: "acquitted the director, Ann Holm,"."""
    deed = participle(claim, grammar)
    there = next((at for token, at in aligned.pairs if token is deed), None)
    told = aligned.told.tokens
    if there is None or there > place or told[place].clause != told[there].clause + 1:
        return False
    return all(token.entities & told[place].entities for token in told if token.clause == told[place].clause)


def is_participles(day: Token, place: int, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a day stands behind the same participle in both, of which it tells: "stolen in May were found"."""
    behind = _done_before(day, aligned, grammar)
    if behind is None or not day.before or day.before != aligned.told.tokens[place].before:
        return False
    return 0 < place - behind <= _DAY_WORDS


def is_of_other_day(day: Token, place: int, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a day stands right behind a participle that has another day in the sentence: "stolen in June"."""
    behind = _done_before(day, aligned, grammar)
    if behind is None or day.before != aligned.told.tokens[behind].folded:
        return False
    near = range(behind + 1, min(behind + 1 + _DAY_WORDS, len(aligned.told.tokens)))
    other = next((at for at in near if aligned.told.tokens[at].dated), place)
    return place not in near and other != place and other not in aligned.matched


def _done_before(day: Token, aligned: Aligned, grammar: Grammar) -> int | None:
    """Where the sentence has the participle without a helping verb that stands nearest before a claim's day."""
    place = next((at for token, at in reversed(aligned.pairs) if token.before and token.start < day.start), None)
    if place is None or not grammar.words.participles:
        return None
    token = aligned.told.tokens[place]
    done = grammar.is_participle(token) and not grammar.is_named(token)
    return place if done and token.before not in grammar.words.perfects else None


def is_to_be_done(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a participle is of a clause of what is to come: "will go by a bus paid for by the town"."""
    home = tokens[place].clause
    ahead = [one for one in tokens[:place] if one.mood == "future" and one.clause == home]
    return bool(ahead) and grammar.is_participle(tokens[place])
