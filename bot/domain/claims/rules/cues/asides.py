"""What is put in between commas and only tells who or what somebody is, and clauses that go on behind it."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import COND, GOVERNS, IS, NEUTRAL, NOT, PASSIVE, SOURCE, WAS
from bot.domain.claims.rules.cues.apposed import says_more
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain

_INSERTED, _PUT_IN = 2, 3
_CUE_WORDS = 2
# Among how many words a clause that tells the votes has its first number.
_RESULT = 2
_THREAT = f"{GOVERNS}threaten"


def goes_on_behind(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause goes on behind a name put in for somebody: "accused its head, Ann Holm, | of ..."."""
    if clause < _INSERTED or clauses.marks[clause - 1] != ",":
        return False
    if says_more(clauses, clause - 1) and not is_put_in(clauses, clause - 1, grammar):
        return False
    before = [token for token in clauses.tokens if token.clause == clause - _INSERTED]
    return clauses.openers[clause] in grammar.words.ties and any(map(governs, before))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_put_in(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause between commas only tells who somebody is, by a name at its end: ", the German firm Kolbe,".

    Or how or where somebody says what follows.
    """
    inside = [token for token in clauses.tokens if token.clause == clause]
    if is_said_how(clauses, clause, inside, grammar) or _is_result(clauses, clause, inside, grammar):
        return True
    if grammar.words.free_order and len(inside) <= _PUT_IN:
        # A name in quotation marks need not be one that the article knows.
        return inside[-1].text[0].isupper() and not any(token.signs or token.mood for token in inside)
    opener = clauses.openers[clause]
    # Where a relative clause ends in its verb, one that ends in a name opens with an article.
    relates = opener in grammar.relatives and not (grammar.brackets and opener in grammar.definite)
    if clauses.marks[clause : clause + 2] != [",", ","] or relates or opener in grammar.conjunctions:
        return False
    named = bool(inside[-1].entities) and inside[-1].text[0].isupper()
    return named and not any(map(_tells, inside))


def _is_result(clauses: Clauses, clause: int, inside: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a clause between commas only tells by how many votes: "refused, | by 71 votes to 48, | to do it"."""
    numbers = [at for at, token in enumerate(inside[:_RESULT]) if token.value is not None]
    if not numbers or clauses.marks[clause : clause + 2] != [",", ","]:
        return False
    first, last = numbers[0], inside[-1]
    opens = not first or (first == 1 and inside[0].folded in grammar.words.ties)
    votes = [at for at, token in enumerate(inside) if token.folded in grammar.words.special["ballots"]]
    return opens and bool(votes) and last.value is not None and len(inside) <= votes[0] + _RESULT + 1


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_said_how(clauses: Clauses, clause: int, inside: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a clause only tells how or where somebody says what follows: "claims, | in contrast, | that ...".

    Or who it is that is asked to do what follows: "asked Ann Holm, | who leads the council, | to resign".
    """
    if clauses.marks[clause : clause + 2] != [",", ","] or clauses.openers[clause + 1] not in grammar.complements:
        return False
    if clauses.openers[clause] in grammar.relatives:
        asked = [token for token in clauses.tokens if token.clause == clause - 1 and governs(token)]
        return bool(asked) and not any(map(_says, inside))
    before = next(token for token in reversed(clauses.tokens) if token.clause == clause - 1)
    words = grammar.words
    tied = len(inside) == 1 or inside[0].folded in words.ties | words.fused | words.special["ones"]
    said = bool(before.signs & SPEECH) or governs(before)
    return tied and said and not any(token.entities or _tells(token) for token in inside)


def _says(token: Token) -> bool:
    return governs(token) or bool(token.signs & SPEECH)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def hosts(aligned: Aligned, grammar: Grammar) -> set[int]:
    """The clauses that a claim takes what follows an aside of, and in their place what the aside calls somebody.

    "If it fails, | the mayor would, | a former nurse, | step down": that the nurse steps down depends on it too.
    """
    used, clauses = aligned.used, aligned.told.clauses
    found = set[int]()
    for aside in used:
        if aside and aside + 1 in used and clauses.marks[aside : aside + 2] == [",", ","]:
            inside = [token for token in clauses.tokens if token.clause == aside]
            called = inside[0].folded in grammar.definite or inside[-1].content
            opening = clauses.openers[aside : aside + 2]
            if called and not any(_opens_clause(word, grammar) for word in opening) and not any(map(_tells, inside)):
                found.add(aside - 1)
    if not found:
        return found
    open_ = {token.clause for token in clauses.tokens if NOT in token.signs or governs(token)}
    conditions = {token.clause + 1 for token in clauses.tokens if COND in token.signs}
    return found & (open_ | conditions)


def _opens_clause(word: str, grammar: Grammar) -> bool:
    """Whether a word opens a clause that is no aside."""
    joining = (grammar.relatives, grammar.conjunctions, grammar.complements, grammar.words.joins, grammar.words.joining)
    return any(word in words for words in joining)


def stands_apart(aligned: Aligned, clause: int, found: set[int], joins: frozenset[str]) -> bool:
    """Whether a condition in a clause is none of what a claim takes: a threat is one without it, too.

    So is what a semicolon parts from it: "says if he stays; | his wife has signed". And what stands before the word
    that joins the deed which it is of: "asks for a refund and, | if none comes, | will block the road".
    """
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    threatened = [1 for token, place in aligned.pairs if _THREAT in token.signs & tokens[place].signs]
    if threatened or (marks[clause + 1 : clause + 2] == [";"] and min(found, default=0) > clause):
        return True
    before = next(token for token in reversed(tokens) if token.clause < clause) if clause else tokens[0]
    joined = before.folded in joins and marks[clause : clause + 2] == [",", ","]
    return joined and max(found) < clause and max(aligned.used) < clause


def passed_over(aligned: Aligned, grammar: Grammar) -> set[int]:
    """The relative clauses between commas of which a claim takes nothing, though it does of those on their sides."""
    openers, marks, used = aligned.told.clauses.openers, [*aligned.told.clauses.marks, ""], aligned.used
    between = range(min(used, default=0) + 1, max(used, default=0))
    aside = (clause for clause in between if marks[clause] == marks[clause + 1] == "," and clause not in used)
    return {clause for clause in aside if openers[clause] in grammar.relatives}


def resumes(clauses: Clauses, clause: int, found: set[int], grammar: Grammar) -> bool:
    """Whether a clause that only denies something goes on behind a relative one: "scheint, | das ..., | nicht zu"."""
    before = clause - _INSERTED
    behind = before >= 0 and clauses.openers[clause - 1] in grammar.relatives
    return behind and clauses.marks[clause - 1 : clause + 1] == [",", ","] and before in found


def _tells(token: Token) -> bool:
    """Whether a word may be the verb of its clause."""
    return token.mood in FINITE or governs(token) or bool(token.signs & (SPEECH | {IS, WAS, PASSIVE}))


def is_set_off(told: Told, clause: int) -> bool:
    """Whether the clause before one tells who it was: "it was the nurse, | not the family, | who called"."""
    return any(token.clause == clause - 1 and token.signs & {IS, WAS} for token in told.tokens)


def ends_state(token: Token, state: Token, grammar: Grammar) -> bool:
    """Whether a word tells the contrary of what another says was done: "arrested", "freed"."""
    contrary = grammar.words.opposites.get(token.stem)
    if not contrary or not is_plain(token) or token.mood in {"future", "conditional"}:
        return False
    held = grammar.words.special["held"]
    return state.stem in contrary or (
        state.folded in held and not contrary.isdisjoint([grammar.words.stem(one) for one in held])
    )


# Complexity: the conditions of one reading, each a cheap way out before the next.
def closing_cue(clauses: Clauses, grammar: Grammar) -> int | None:
    """The clause at a sentence's end that tells who says all before it: "..., though 10,000 came, | Ann Lee said".

    None where nobody does, or where it goes on with a deed of who speaks.
    """
    last = clauses.tokens[-1].clause if clauses.tokens else 0
    if not last or clauses.marks[last] != ",":
        return None
    inside = [token for token in clauses.tokens if token.clause == last]
    small = grammar.relatives | grammar.complements | grammar.conjunctions
    if not any(token.signs & {NEUTRAL, SOURCE} == {NEUTRAL} for token in inside) or clauses.openers[last] in small:
        return None
    plain = [token for token in inside if token.content and not token.entities]
    words = grammar.words
    named = any(
        (token.entities and token.before not in words.ties) or token.folded in words.subjects for token in inside
    )
    if any(token.folded in words.joins for token in inside):
        return None  # "Lehnt es nicht ab, verwies aber auf Brüssel".
    open_ = any(token.signs & {NOT, COND} for token in inside)
    return last if named and len(plain) <= _CUE_WORDS and not open_ else None
