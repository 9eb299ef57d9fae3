"""The groups of words that say the same: none says two things, and each does its work in a claim."""

import tomllib
from collections.abc import Iterator
from itertools import permutations

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.wording import BEFORE, CEILING, COND, FLOOR, FORMER, NOT, ONLY, THAN
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language.languages import DATA
from bot.domain.values.article import Article

CODES = sorted(folder.name for folder in DATA.iterdir() if (folder / "synonyms.toml").is_file())
TURNING = {NOT, COND, ONLY, FORMER, BEFORE, THAN, FLOOR, CEILING}


def words_of(code: str) -> Iterator[list[str]]:
    """The single words of each group of a language's files."""
    for path in (DATA / code / name for name in ("synonyms.toml", "equals.toml", "vocabulary.toml")):
        read = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"families": ""}
        for line in read["families"].strip().splitlines():
            yield [word for word in line.split() if "-" not in word]


@pytest.mark.parametrize("code", CODES)
def test_no_group_holds_opposites(code: str) -> None:
    """Of two words that say the same neither is listed as the other's opposite."""
    words = wording_of(code)
    clashes = [
        pair
        for group in words_of(code)
        for pair in permutations({words.stem(plain(word)) for word in group}, 2)
        if pair[1] in words.opposites.get(pair[0], ())
    ]
    assert clashes == []


@pytest.mark.parametrize("code", CODES)
def test_no_group_holds_what_turns_a_sentence(code: str) -> None:
    """A word that denies, limits or sets a condition is compared as such and says the same as no other."""
    words = wording_of(code)
    turning = [
        word for group in words_of(code) for word in group if TURNING & words.signs.get(wording.folded(word), set())
    ]
    assert turning == []


TEXTS = {
    "en": "The council turned down the petition in June. The insurer paid for the repairs.",
    "de": "Die Polizei nahm am Montag zwei Männer fest. Der Rat hat den Abriss untersagt.",
    "fr": "Un homme a été interpellé dimanche. La mairie a interdit les camions.",
    "es": "Los bomberos rescataron a dos niños. El pleno prohibió los camiones.",
    "it": "Una frana ha travolto la strada di Rivalta. I vigili del fuoco hanno salvato una coppia.",
    "pt": "A polícia encontrou a tela num armazém. O tribunal absolveu o guarda.",
    "ro": "Fermierii au blocat drumul. Poliția a reținut doi bărbați.",
    "uk": "Поліція затримала двох чоловіків. Рада заборонила вантажівки.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "Councillors rejected the petition in June.", True),
        ("en", "Councillors approved the petition in June.", False),
        ("en", "The insurance company covered the repairs.", True),
        ("de", "Am Montag wurden zwei Männer verhaftet.", True),
        ("de", "Am Montag wurden zwei Männer freigelassen.", False),
        ("fr", "Un homme a été arrêté dimanche.", True),
        ("fr", "Un homme a été libéré dimanche.", False),
        ("es", "Dos niños fueron salvados por los bomberos.", True),
        ("es", "Los niños rescataron a dos bomberos.", False),
        ("it", "I pompieri hanno tratto in salvo una coppia.", True),
        ("it", "Una coppia ha salvato i pompieri.", False),
        ("pt", "A tela foi descoberta pela polícia num depósito.", True),
        ("pt", "O guarda foi condenado pelo tribunal.", False),
        ("ro", "Agricultorii au blocat șoseaua.", True),
        ("ro", "Poliția a eliberat doi bărbați.", False),
        ("uk", "Правоохоронці затримали двох чоловіків.", True),
        ("uk", "Рада дозволила вантажівки.", False),
    ],
)
def test_other_words_of_news_say_the_same(code: str, claim: str, *, true: bool) -> None:
    """A claim in other words of equal strength stands, in words for something else it falls."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ("Am Montag schritt die Polizei ein.", True),
        ("Die Polizei ist am Montag eingeschritten.", True),
        ("Am Montag kam die Polizei an.", False),
    ],
)
def test_a_form_of_a_verb_says_what_its_infinitive_does(claim: str, *, true: bool) -> None:
    """A group needs no form of an irregular verb but its infinitive, whether its particle is apart or not."""
    article = Article(text="Die Polizei griff am Montag ein. Verletzt wurde niemand.", language="de")
    assert Claims(article).sentence(claim).stands is true
