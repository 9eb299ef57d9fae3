"""Who does what somebody says, hopes or asks for: not they, where the sentence has another do it.

"Ann Lee said that the council would sell the mill" is not "Ann Lee said she would sell it"; "wants the club to leave"
is not "wants to leave".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, is_plain, tells
from bot.domain.claims.rules.named.topics import is_led

_FUTURE = f"{GOVERNS}future"
_DEMAND = f"{GOVERNS}demand"
_HOLDING = {f"{GOVERNS}{name}" for name in ("plan", "suspect", "expect", "promise", "allege", "admit", "threaten")}
_LEADING = SPEECH | _HOLDING | {_DEMAND}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_complement(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives its subject what its sentence has somebody else do, or ""."""
    leading = next((at for at, token in enumerate(claim.tokens) if token.signs & _LEADING), -1)
    if leading < 1 or claim.headline or _asks(claim.tokens[leading], grammar):
        return ""
    tokens, start = aligned.told.tokens, claim.tokens[leading].start
    subject = next(((token, at) for token, at in aligned.pairs if token.start < start and not token.dated), None)
    behind = (pair for pair in aligned.pairs if pair[0].start > start)
    deed = next((pair for pair in behind if _is_deed(pair[0], grammar)), None)
    if subject is None or deed is None or _is_open(claim, start, deed[0], grammar):
        return ""
    led = [at for token, at in aligned.pairs if token is claim.tokens[leading]]
    led = led or [at for at in range(subject[1] + 1, deed[1]) if tokens[at].signs & _LEADING]
    head = led[0] if led else -1
    if not subject[1] < head < deed[1]:
        return ""
    doer = _doer(aligned, head, deed[1], grammar)
    if tells(claim.tokens, PASSIVE) and any(map(grammar.is_pronoun, tokens[head + 1 :])):
        return ""  # "Said she would be fired": "said that the council would fire her".
    if doer < 0 or tokens[doer].entities & subject[0].entities:
        return ""
    return f"says of {subject[0].text} what the article says of another"


def _asks(token: Token, grammar: Grammar) -> bool:
    """Whether a word asks for a deed whoever does it, as it may where an infinitive has an ending: "chiede di"."""
    return _DEMAND in token.signs and bool(grammar.words.infinitives)


def _is_deed(token: Token, grammar: Grammar) -> bool:
    """Whether a word of a claim is what somebody does: by its form, or the word before it."""
    words, led = grammar.words, token.before in grammar.definite or token.before in grammar.words.articles
    led = led and token.before not in grammar.perfects
    if not token.content or not is_plain(token) or led or token.signs & SPEECH:
        return False
    if grammar.nouns:
        return token.text[0].islower()
    helped = token.before in grammar.perfects or token.before in words.infinitive_marks
    helped = helped or _FUTURE in words.signs.get(token.before, ())
    ends = (*words.infinitives, *words.special["unfinished_ends"])
    return token.mood in FINITE or helped or token.folded.endswith(ends or ("\0",))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_open(claim: Clauses, start: int, deed: Token, grammar: Grammar) -> bool:
    """Whether a claim's words between what leads to a deed and the deed name who does it, or leave it to "it"."""
    between = [token for token in claim.tokens if start < token.start < deed.start]
    named = [one for one in between if one.entities or (one.content and is_plain(one) and not grammar.nouns)]
    neuter = [token for token in between if token.folded in grammar.words.special["neuters"]]
    passive = tells(claim.tokens, PASSIVE) and not any(_is_subject_pronoun(one, grammar) for one in between)
    return bool(named or neuter or passive) or any(NOT in token.signs for token in between)


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: the conditions of one reading, each a cheap way out before the next.
def _doer(aligned: Aligned, head: int, deed: int, grammar: Grammar) -> int:
    """The noun or name before a deed, behind what somebody says or wants, of which a claim has no word; else -1."""
    tokens, matched = aligned.told.tokens, aligned.matched
    asked, at = _DEMAND in tokens[head].signs, head + 1
    while at < deed:
        token = tokens[at]
        if not token.content or token.dated or token.value is not None:
            if _is_subject_pronoun(token, grammar):
                return -1
            at += 1
            continue
        end = _past_phrase(tokens, at, deed, matched)
        if at in matched or (end < deed and end in matched and tokens[end].content and end == at + 1):
            return -1  # "the new | plan"
        gap, openers = tokens[deed].clause - token.clause, aligned.told.clauses.openers
        near = not gap or (gap == 1 and openers[token.clause + 1] in grammar.words.infinitive_marks)
        near = near and not (grammar.words.free_order and token.clause == tokens[head].clause)
        inside = asked and token.clause == tokens[head].clause
        led, noun = is_led(tokens, at, grammar), _is_noun(tokens, at, grammar)
        if token.mood in FINITE and not (noun and token.before in grammar.definite):
            return -1  # "Promised that (he) will mend the bridge and build a pool".
        if noun and ((near and not led) or (inside and (led or not near))):
            rest = tokens[end + bool(grammar.words.given_endings) : deed]  # Past "her" in "fratele ei".
            joins = grammar.words.joins | grammar.words.joining  # "Promised to lower the fee and to keep it open".
            return -1 if any(_is_subject_pronoun(one, grammar) or one.folded in joins for one in rest) else end - 1
        at = end
    return -1


def _past_phrase(tokens: Sequence[Token], at: int, deed: int, matched: frozenset[int]) -> int:
    """Past the words of a phrase of which a claim has none."""
    end = at + 1
    while end < deed and tokens[end].content and end not in matched and tokens[end].clause == tokens[at].clause:
        end += 1
    return end


def _is_noun(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a phrase opens with a noun or a name: behind an article or whose it is; any word where none has one."""
    token = tokens[at]
    if token.entities or grammar.words.free_order or grammar.words.given_endings:
        return True
    led = token.before in grammar.definite | grammar.words.articles | grammar.genitives
    owned = at > 0 and tokens[at - 1].folded == token.before and grammar.is_possessive(tokens[at - 1])
    return led or owned or (grammar.nouns and token.text[0].isupper())


def _is_subject_pronoun(token: Token, grammar: Grammar) -> bool:
    return grammar.pronoun_form(token) in {"m", "f", "p"}
