"""A language's nouns for people, and what stands before them."""

from functools import lru_cache
from unicodedata import normalize

from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages
from config.limits import WORD_SHAPES

_LANGUAGES = 32


class PeopleNouns(dict[str, bool]):
    """Of one language's folded words whether they are nouns for one person, each found out when first asked for.

    Attributes:
        indefinite: articles of what was not told of, and words like them.
        new: articles of somebody not told of before.
        definite: of somebody told of, or known by what they are.
        anybody: nouns for somebody of whom no trade is told.
        relations: nouns for what somebody is to another.
        owners: words that tell whose somebody is.
        led: all of these.
        bare: whether a noun may stand without an article.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        language, words = languages.of(code), wording_of(code)
        self._language, self._more = language, words.special["people"]
        articles = {folded(word) for word in language.articles}
        self.indefinite = indefinite = frozenset(map(folded, language.indefinite))
        self.new = (indefinite & articles if articles & indefinite else indefinite) | words.indefinite
        self.definite = frozenset(map(folded, language.definite)) | words.fused
        self.anybody = frozenset(map(folded, language.anybody))
        self.relations = frozenset(map(folded, language.relations))
        self.owners = frozenset(map(folded, language.possessives))
        self.led = self.new | self.definite | self.owners
        self.genitives = frozenset(map(folded, language.genitives))
        self.led |= self.genitives | frozenset(map(folded, language.oblique))
        self.bare = not language.definite or bool(words.definite_endings)

    def __missing__(self, word: str) -> bool:
        """Find out about a word; what was found out long ago is found out again."""
        language, written = self._language, normalize("NFC", word)
        known = language.is_role(written) and not language.is_body(written)
        known = known and (written not in language.groups or bool(language.gender_of_role(written)))  # "Fahrer".
        if len(self) >= WORD_SHAPES:
            self.clear()
        self[word] = known or written in language.anybody or word in self._more
        return self[word]


@lru_cache(maxsize=_LANGUAGES)
def people_nouns_of(code: str) -> PeopleNouns:
    """A language's nouns for people."""
    return PeopleNouns(code)
