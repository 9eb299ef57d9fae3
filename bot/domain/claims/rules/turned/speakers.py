"""Who says it and of whom it is said, each in the other's place: "the bank said that the lawyer had lied"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, ANNOUNCED, BEFORE, FORMER, GOVERNS, LESSER, NEUTRAL, SOURCE
from bot.domain.claims.rules.doers.agents import is_said_by
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, places_in
from bot.domain.claims.rules.taken.besides import said_besides
from bot.domain.claims.rules.taken.listeners import said_by_listener

# How many words before a clause tell when it was: "antes de | que".
_AHEAD_OF = 2
_TIMES = {BEFORE, AFTER}
_SAYING, _ALLEGED = {NEUTRAL, ANNOUNCED}, f"{GOVERNS}allege"
_ASIDE = {SOURCE, _ALLEGED}
# How many words may name what a speaker is: "Mechanic Ivo Stahl".
_TITLE_WORDS = 2
# How many words tell who speaks, where none names them: "sagte sie dann".
_CUE_WORDS = 3
# Among how many words behind a source a light noun for it stands: "according to the woman".
_LIGHT_WORDS = 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def speakers_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a speaker of whom the sentence has the one tell something that the claim has them tell."""
    mine = _saying(claim.tokens, 0)
    if not mine:
        return _source_exchanged(claim, aligned, grammar)
    verb = claim.tokens[mine]
    inside = [pair for pair in aligned.pairs if pair[0].clause == verb.clause]
    spoken = inside[0] if inside else None
    if spoken is not None and spoken[0].entities:
        spoken = next((pair for pair in inside if not _is_owner(pair[0], inside, grammar)), None)
    told_of = next((pair for pair in aligned.pairs if pair[0].start > verb.start), None)
    if spoken is None or spoken[0].start > verb.start:
        spoken = _lightly_named(claim.tokens, mine, aligned, grammar)
    if spoken is None or told_of is None or spoken[0].start > verb.start:
        return ""
    heard = said_by_listener(claim, aligned, spoken, verb, grammar) or said_besides(claim, aligned, verb, grammar)
    if heard or not _may_do(told_of[0]):
        return heard
    by = is_said_by(claim.tokens, mine, claim.tokens.index(told_of[0]))  # "A phone was found by an arbiter."
    if by or _is_we(aligned, verb, told_of[0]) or not _is_turned(claim, aligned, (spoken, told_of), grammar):
        return ""
    return f"turns round who does what: {spoken[0].text}, {told_of[0].text}"


def _is_owner(token: Token, inside: Sequence[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether a word is of a name that tells whose the speaker is: "Ann Lee's lawyer said", "Ann Lees Anwalt"."""
    names = (one for one, _ in inside if one.entities and one.entities == token.entities)
    return any(one.owner or (grammar.brackets and grammar.is_inflected(one)) for one in names)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _source_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same of a claim's source: "according to the bank the lawyer had lied"."""
    source = next((at for at, token in enumerate(claim.tokens) if token.signs & _ASIDE), None)
    if source is None:
        return ""
    if _ALLEGED in claim.tokens[source].signs:
        verb = claim.tokens[source]
        spoken = next(iter(aligned.pairs_of(verb.clause)), None)
        told = spoken is not None and spoken[0].start < verb.start
        return said_by_listener(claim, aligned, spoken, verb, grammar) if spoken is not None and told else ""
    start = claim.tokens[source].start
    named = next((pair for pair in aligned.pairs if pair[0].start > start), None)
    light = _lightly_named(claim.tokens[source:], _LIGHT_WORDS, aligned, grammar)
    named = light if named is None or (light is not None and light[0].start < named[0].start) else named
    between = claim.tokens[source + 1 : claim.tokens.index(named[0])] if named is not None else []
    if named is None or [1 for token in between if token.signs or token.folded in grammar.perfects]:
        return ""  # "Der Bank zufolge hat der Anwalt gelogen."
    for token, place in aligned.pairs:
        own = token is named[0] or not token.entities.isdisjoint(named[0].entities)
        said = aligned.told.quoted[place] is None or aligned.told.quoted[named[1]] is not None
        if not own and said and _may_do(token) and _is_speaker(aligned.told.tokens, place, named[1], grammar):
            return f"turns round who does what: {named[0].text}, {token.text}"
    return said_by_listener(claim, aligned, named, claim.tokens[source], grammar)


def _lightly_named(tokens: Sequence[Token], until: int, aligned: Aligned, grammar: Grammar) -> tuple[Token, int] | None:
    """A word like "woman" that says little among the first ones, and where the sentence has it."""
    told = {token.folded: at for at, token in reversed([*enumerate(aligned.told.tokens)])}
    small = (token for token in tokens[:until] if not (token.content or token.signs))
    named = (token for token in small if token.before in grammar.definite and token.folded in told)
    return next(((token, told[token.folded]) for token in named), None)


def _is_turned(
    claim: Clauses, aligned: Aligned, pairs: tuple[tuple[Token, int], tuple[Token, int]], grammar: Grammar
) -> bool:
    """Whether whom a claim's speaker tells of speaks in the sentence, first or behind all else that it tells."""
    (speaker, there), (token, at) = pairs
    if _tells_itself(claim, aligned, pairs, grammar):
        return True
    quoted = aligned.told.quoted
    if quoted[at] is not None and quoted[there] is None:
        return False  # "“She told us so”, said Ann Lee."
    if _is_speaker(aligned.told.tokens, at, there, grammar):
        return True
    if _says_beside(claim, aligned, pairs[0], grammar):
        return True
    behind = token.clause > speaker.clause and _tells_deed(claim, token)
    return behind and _is_named_last(aligned, (token, at), there)


def _tells_itself(
    claim: Clauses, aligned: Aligned, pairs: tuple[tuple[Token, int], tuple[Token, int]], grammar: Grammar
) -> bool:
    """Whether whom a claim has somebody tell a thing tells it, in another clause: "Ann asked; Tom had told her"."""
    (speaker, there), (token, at) = pairs
    tokens = aligned.told.tokens
    if token.clause != speaker.clause or tokens[at].clause == tokens[there].clause or not grammar.is_person(token):
        return False
    mine = {one.stem for one in claim.tokens if one.signs & _SAYING and one.clause == token.clause}
    behind = [one for one in tokens[at + 1 :] if one.clause == tokens[at].clause and one.signs & _SAYING]
    return any(one.stem in mine for one in behind) and not grammar.is_tied(tokens, at)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _says_beside(claim: Clauses, aligned: Aligned, speaker: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a sentence has a claim's word of saying only in a clause that names another who says it."""
    (who, there), tokens = speaker, aligned.told.tokens
    mine = {one.stem for one in claim.tokens if one.signs & _SAYING and one.clause == who.clause}
    said = [at for at, one in enumerate(tokens) if one.signs & _SAYING and one.stem in mine]
    if len(said) != 1 or tokens[said[0]].clause == tokens[there].clause or not grammar.is_person(who):
        return False
    ahead = [at for at, one in enumerate(tokens[: said[0]]) if one.clause == tokens[said[0]].clause]
    others = [at for at in ahead if tokens[at].text[0].isupper() and grammar.is_person(tokens[at])]
    same = any(tokens[at].entities & (who.entities | tokens[there].entities) for at in ahead)
    titled = [tokens[at] for at in ahead if tokens[at].content and others and at < others[0]]
    opens = all(
        grammar.is_role(token) or token.signs & {LESSER, FORMER} for token in titled
    )  # Not "..., thanked Ann Holm and said".
    return bool(others) and opens and not same and not _is_tied(tokens, others[-1], grammar)


def _is_we(aligned: Aligned, verb: Token, told_of: Token) -> bool:
    """Whether a sentence lacks who does it in a claim, which stands for "we": "said that the firm had tried it"."""
    doer = next(token for token in aligned.tokens if token.start > verb.start)
    return doer is not told_of and doer.clause == told_of.clause and doer.clause > verb.clause


def _tells_deed(claim: Clauses, doer: Token) -> bool:
    """Whether a claim has somebody do more than say what stands before: not "…, said Ann Lee"."""
    inside = [token for token in claim.tokens if token.clause == doer.clause and token.content]
    last = doer.clause == claim.tokens[-1].clause
    return not last or any(not token.entities and not token.signs & _SAYING for token in inside)


def _is_named_last(aligned: Aligned, told_of: tuple[Token, int], there: int) -> bool:
    """Whether somebody named speaks behind all else that a sentence tells, which another opens."""
    (token, place), named = told_of, aligned.told.named
    places = [place, *(at for entity in token.entities for at in named.get(entity, ()))] if token.entities else ()
    return any(_speaks_last(aligned.told.tokens, at, there) for at in places)


def _may_do(token: Token) -> bool:
    return token.value is None and not token.dated


def _is_speaker(tokens: Sequence[Token], at: int, there: int, grammar: Grammar) -> bool:
    """Whether who stands at a place says something of another, who opens what is said."""
    accusing = (place for place in range(at + 1, there) if _ALLEGED in tokens[place].signs)
    saying = next(accusing, None) or _saying(tokens, at) if at < there else None
    if saying is None or saying > there or tokens[saying].clause != tokens[at].clause:
        return False
    if SOURCE in tokens[saying].signs:
        return False  # "Fissurée par le gel selon les experts": who is behind the word speaks.
    between = [token for token in tokens[saying + 1 : there] if token.content]
    opens = all(token.clause < tokens[there].clause for token in between)
    return opens and not _is_tied(tokens, at, grammar) and not grammar.is_tied(tokens, there, objects=False)


def _is_tied(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition ties a word, none that opens the sentence as an article: "Der Wirt Karl Mai"."""
    ahead = tokens[1:at] if tokens[0].folded in grammar.definite else tokens[:at]
    return grammar.is_tied(tokens, at) and any(token.folded in grammar.words.ties for token in ahead)


def _speaks_last(tokens: Sequence[Token], at: int, there: int) -> bool:
    """Whether who stands at a place says, behind all else, what another opens: "…, Ann Lee said"."""
    clause = tokens[at].clause
    if tokens[there].clause >= clause or clause != tokens[-1].clause or _saying(tokens[:there], 0) is not None:
        return False
    inside = [token for token in tokens if token.clause == clause]
    others = [token for token in inside if token.content and not (token.entities or token.signs & _SAYING)]
    return any(token.signs & _SAYING for token in inside) and len(others) <= _TITLE_WORDS


def _saying(tokens: Sequence[Token], at: int) -> int | None:
    """Where the first verb of saying stands behind a place, None where none does."""
    return next((place for place in range(at, len(tokens)) if tokens[place].signs & _SAYING), None)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def undergoes(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim lets those say a thing to whom the one who says it does another: "A praised B and said ..."."""
    mine = next((at for at, token in enumerate(claim.tokens) if token.signs & _SAYING), 0)
    if not mine or not aligned.pairs or aligned.pairs[0][0].start > claim.tokens[mine].start:
        return False
    (speaker, place), tokens = aligned.pairs[0], aligned.told.tokens
    ahead = claim.tokens[: claim.tokens.index(speaker)]
    timed = [1 for token in ahead[-_AHEAD_OF:] if token.signs & _TIMES]  # "Before the vote he had left, Ann said."
    if _only_finds(aligned, place, grammar) or (not timed and _is_in_time(tokens, place)):
        return True
    joined = next((at for at in range(place + 1, len(tokens)) if _is_joined(tokens, at, grammar)), place)
    if not speaker.entities or joined == place or tokens[joined].clause != tokens[place].clause:
        return False
    said_before = any(token.signs & _SAYING for token in tokens[:joined])
    return not said_before and _is_done_to(tokens, place, speaker, grammar)


def _only_finds(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a sentence has somebody find or learn what a claim lets them say: "learned that the label was false"."""
    tokens, finding = aligned.told.tokens, grammar.words.special["finding"]
    found = [at for at, token in enumerate(tokens) if token.folded in finding and at > place]
    if not found or tokens[found[0]].clause != tokens[place].clause or found[0] in aligned.matched:
        return False
    return not [1 for token in tokens if token.signs & SPEECH] and aligned.told.quoted.count(None) == len(tokens)


def _is_in_time(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word stands in a clause of when somebody else says a thing: "said, before the court ruled, that"."""
    clause = tokens[place].clause
    first = next(at for at, token in enumerate(tokens) if token.clause == clause)
    opening = tokens[max(0, first - _AHEAD_OF) : first + 1] if clause else []
    if not [1 for token in opening if token.signs & _TIMES]:
        return False
    said = {token.clause for token in tokens if token.signs & _SAYING}
    return bool(said) and clause not in said


def says_of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a sentence has another say what the claim's doer told others: "Renner had warned them, the union said".

    To warn is to say something; that Renner did it is what the union says. Who speaks for a body says no more than it.
    """
    told, said = aligned.told, SPEECH | {SOURCE}
    cues = [at for at, token in enumerate(told.tokens) if NEUTRAL in token.signs and at not in aligned.matched]
    if not cues or not aligned.pairs or [token for token in claim.tokens if token.signs & said]:
        return False
    if [at for at in aligned.matched if told.quoted[at] is not None]:
        return False
    return any(_speaks_of(aligned, cue, grammar) for cue in cues)


def _speaks_of(aligned: Aligned, cue: int, grammar: Grammar) -> bool:
    """Whether another than who does the deed speaks right before or behind the clause that tells it."""
    tokens = aligned.told.tokens
    doer = tokens[aligned.pairs[0][1]]
    deed = next((at for token, at in aligned.pairs if token.signs and not token.entities), aligned.pairs[-1][1])
    speaking = _speaking(aligned, cue)
    if abs(tokens[cue].clause - tokens[deed].clause) > 1 or any(_is_own(token, doer, grammar) for token in speaking):
        return False
    named = any(token.content and not (token.dated or token.signs & _SAYING) for token in speaking)
    return named or _is_anothers_pronoun(aligned, speaking, tokens[deed].clause, grammar)


def _speaking(aligned: Aligned, cue: int) -> list[Token]:
    """The words that tell who speaks, [] where the claim takes one of them or the deed stands before them."""
    tokens = aligned.told.tokens
    inside = [token for token in tokens if token.clause == tokens[cue].clause]
    if tokens[cue].clause not in aligned.used:
        return inside
    taken = [tokens[at] for at in aligned.matched]
    inside = inside[: inside.index(tokens[cue])]  # "The union said Renner had warned them."
    free = cue < aligned.pairs[0][1] and not any(token in taken for token in inside)
    return inside if free else []  # "The loss is put at a million."


def _is_own(token: Token, doer: Token, grammar: Grammar) -> bool:
    """Whether a word beside a verb of saying is for who does the deed, or tells that it is one of theirs who speaks."""
    same = not token.keys.isdisjoint(doer.keys) or not token.entities.isdisjoint(doer.entities)
    return same or grammar.is_possessive(token)


def _is_anothers_pronoun(aligned: Aligned, speaking: Sequence[Token], deed: int, grammar: Grammar) -> bool:
    """Whether a pronoun alone speaks, and a deed's clause has another: "sagte sie", "er habe"."""
    told = [token for token in aligned.told.tokens if token.clause == deed]
    mine, theirs = _pronouns(speaking, grammar), _pronouns(told, grammar)
    return len(speaking) <= _CUE_WORDS and bool(mine and theirs) and mine.isdisjoint(theirs)


def _pronouns(tokens: Sequence[Token], grammar: Grammar) -> set[str]:
    """The words that stand for who does something."""
    return {token.folded for token in tokens} & (grammar.words.subjects | grammar.words.anaphors)


def _is_done_to(tokens: Sequence[Token], place: int, somebody: Token, grammar: Grammar) -> bool:
    """Whether a verb stands before somebody's name, behind that of another."""
    others = (at for at in range(place) if tokens[at].entities and not tokens[at].entities & somebody.entities)
    return any(_is_deed(tokens[at], grammar) for at in range(next(others, place), place))


def _is_joined(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb of saying stands right behind a word that joins it to another, what helps it between or none."""
    if not tokens[at].signs & _SAYING or at < _TITLE_WORDS:
        return False
    helped = tokens[at - 1].folded in grammar.perfects
    return tokens[at - 1 - helped].folded in grammar.words.joins & grammar.words.joining


def _is_deed(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a verb in the past, or small where nouns have capitals."""
    if not token.content or token.entities or token.dated or token.value is not None:
        return False
    small = grammar.nouns and token.text[0].islower()
    return small or token.mood == "past" or grammar.is_participle(token)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def does_besides(aligned: Aligned, verb: Token, grammar: Grammar) -> bool:
    """Whether a claim takes who speaks and what they do besides, with the noun of what they say that a pronoun means.

    "Said the deputy who typed it had left, but declined to name him": declined to name the deputy who typed it.
    """
    told, tokens = aligned.told, aligned.told.tokens
    at, openers = tokens.index(verb), told.clauses.openers
    joins = grammar.words.joins - grammar.words.joining
    part = next((one for one in range(verb.clause + 1, len(openers)) if openers[one] in joins), None)
    if part is None or not aligned.matched.issuperset(
        [place for place in places_in(tokens, part) if tokens[place].content]
    ):
        return False
    inside = [(token, place) for token, place in aligned.pairs if at < place and tokens[place].clause < part]
    before = [place for place in aligned.matched if place < at]
    deed = next((token for token, place in aligned.pairs if tokens[place].clause == part), None)
    if deed is None or not before or not inside or [1 for place in before if tokens[place].signs]:
        return False
    noun, where = inside[0]
    rest = [tokens[place].clause for _, place in inside[1:]]
    related = all(clause > tokens[where].clause and openers[clause] in grammar.relatives for clause in rest)
    return related and noun.start > deed.start and is_plain(noun) and not governs(tokens[where])
