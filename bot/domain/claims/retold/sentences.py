"""A role told by a sentence about its bearer: "new head of the zoo" of "X was named head of the zoo".

Each language's `roles.toml` has rows of a role's form and of sentences that say it, each of which is asked.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.retold.asked import Asked
from bot.domain.language import languages

_WHOLE, _TIED, _PLACE = "{x}", "{of}", "{n}"


class RoleSentences:
    """One article's. `thing` gives the words for what a role is of, without those that tie it to a noun."""

    def __init__(self, story: Story, thing: Callable[[list[str]], str]) -> None:
        self._story, self._thing = story, thing
        self._rows = _rows(story.reading.language.code)

    def ways(self, entity: int, name: str, role: str) -> Iterator[Sequence[Asked]]:
        """The sentences that say what a role says, by the name that it is asked with and by the article's own."""
        if not self._may_be_kin(entity, role.partition(" ")[0].lower()):
            return
        names = dict.fromkeys((name, self._story.reading.entities[entity].name))
        for form, sentences in self._rows:
            found = form.fullmatch(role)
            if found is None:
                continue
            said = found.groupdict().get("x") or ""
            tied = found.groupdict().get("of")
            said = self._thing(tied.split()) if tied else said
            if (tied or "x" in form.groupindex) and not said:
                continue
            for sentence in sentences:
                for one in names:
                    yield (Asked(sentence.replace(_PLACE, one).replace(_WHOLE, said), sentence=True, told=said or "-"),)

    def _may_be_kin(self, entity: int, word: str) -> bool:
        """Whether a word is for no relative, or for one of an entity's own gender: "father" of no woman."""
        if folded(word) not in self._story.words.special["kin"]:
            return True
        return self._story.reading.language.gender_of_role(word) == self._story.reading.entities[entity].gender != ""


@lru_cache(maxsize=32)
def _rows(code: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """A language's rows, each as a form of a role and its sentences; none for a language without a file."""
    path = languages.DATA / code / "roles.toml"
    if not code or not path.is_file():
        return ()
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["roles"]
    parted = (row.partition(" > ") for row in rows)
    return tuple((_pattern(form), tuple(said.split(" / "))) for form, _, said in parted)


def _pattern(form: str) -> re.Pattern[str]:
    """A form of a role: words, each one of several by bars, and the places of the rest."""
    words = (
        word.replace(_WHOLE, "(?P<x>.+)").replace(_TIED, "(?P<of>.+)") if "{" in word else f"(?:{word})"
        for word in form.split()
    )
    return re.compile(" ".join(words), re.IGNORECASE)
