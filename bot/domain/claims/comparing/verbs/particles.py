"""Verbs of two parts: particles that verbs leave at the end of what they tell, and the verbs of participles."""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import Wording, plain_word

# The fewest letters of a verb's stem, and how many a participle with a particle has at least.
VERB_LETTERS, _PARTICIPLE = 3, 5


def left_by(tokens: Sequence[Token], at: int, words: Wording, may_be_verb: Callable[[Token], bool]) -> Token | None:
    """The verb that a word belongs to as its particle, at its clause's end or before a phrase; None without one.

    "Reed de fietser aan in Gent", "raadt hem aan de regels te volgen"; "uit te draaien" is "uitdraaien".
    `may_be_verb` tells whether a word may be a verb that no phrase tells.
    """
    clause = tokens[at].clause
    behind = [token for token in tokens[at + 1 :] if token.clause == clause]
    ends = words.special["particle_ends"]
    if not behind:
        return _verb_of(tokens, at, words, may_be_verb)
    if not ends:
        return None
    marks = words.infinitive_marks
    if behind[0].folded in marks:
        return behind[1] if len(behind) > 1 and tokens[at].folded not in words.special["deed_ties"] else None
    loose = behind[0].folded in ends
    infinitive = any(token.folded in marks for token in behind)
    return _verb_of(tokens, at, words, may_be_verb if loose else None) if loose or infinitive else None


def _verb_of(
    tokens: Sequence[Token], at: int, words: Wording, may_be_verb: Callable[[Token], bool] | None
) -> Token | None:
    """The verb that a particle belongs to: one of a phrase, or the first word that `may_be_verb`; None for no word.

    Where nouns have no capitals, one that the language's verbs are made of comes before others.
    """
    particle = tokens[at]
    inside = [token for token in tokens[:at] if token.clause == particle.clause]
    phrase = next((token for token in inside if f"{token.folded}-{particle.folded}" in words.phrases), None)
    if phrase is not None or may_be_verb is None:
        return phrase
    may = [*filter(may_be_verb, inside[1:])]
    made = (token for token in may if [*words.verbs_of(f"{particle.plain}{token.stem}", noun=False)])
    first = may[0] if may else None
    return next(made, first) if words.special["particle_ends"] else first


def participle_keys(word: str, words: Wording, *, noun: bool) -> set[str]:
    """The verb of a participle or infinitive, see `_participle_stems`, and the groups of words that say the same."""
    stems = _participle_stems(word, words, noun=noun)
    return stems.union(*map(words.groups_of, stems))


def _participle_stems(word: str, words: Wording, *, noun: bool) -> set[str]:
    """The verb of a participle or infinitive with a particle, as it is where the two stand apart: "ein-ge-stellt".

    Without a particle it is that of a participle: "ge-stellt". `noun` is whether a word is written as a noun.
    An adjective that ends as participles do has one stem in all its forms: "leicht-er" as "leich-te".
    """
    stem = words.stem(word) if words.participle_ending and not noun else word
    ends = stem != word and len(stem) > VERB_LETTERS and stem.endswith(words.participle_ending)
    return _verb_stems(word, words, noun=noun) | ({words.stem(stem)} if ends else set())


def _verb_stems(word: str, words: Wording, *, noun: bool) -> set[str]:
    """Of what may be a participle or an infinitive the stem of its verb."""
    joint = words.participle_prefix
    if joint and not noun and word.startswith(joint) and word.endswith(words.prefixed_participles):
        verb = words.stem(word.removeprefix(joint))
        return {verb} if len(verb) >= VERB_LETTERS else set()
    for particle in map(plain_word, words.particles):
        rest = word.removeprefix(particle)
        joint = next((joint for joint in words.behind_particles if rest.startswith(joint)), "")
        if rest != word and joint and len(rest) > _PARTICIPLE:
            return {f"{particle}{words.stem(rest.removeprefix(joint))}"}
    return set()
