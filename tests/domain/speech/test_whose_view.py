"""Who speaks on behind a sentence that tells only whose view follows, or who is told of in it."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    (
        "it",
        (
            "Diversa l'opinione del capo dei soccorsi, Ivo Neri. «Ci hanno chiamati tardi», accusa. La procura indaga, "
            "dice la sindaca Ada Piva. «Voglio sapere chi ha aspettato», spiega la prima cittadina."
        ),
        ["Ivo Neri", "Ada Piva"],
    ),
    (
        "it",
        (
            "Il guasto è grave. «Ci hanno chiamati troppo tardi», accusa. La procura indaga, dice la sindaca Ada Piva. "
            "«Voglio sapere chi ha aspettato», spiega la prima cittadina."
        ),
        [None, "Ada Piva"],
    ),
    ("es", "Distinta es la opinión del jefe de bomberos, Luis Soto. «Nos llamaron tarde», acusa.", ["Luis Soto"]),
    ("pt", "Diferente é a opinião do chefe dos bombeiros, Rui Belo. «Chamaram-nos tarde», acusa.", ["Rui Belo"]),
    ("es", "No gusta la opinión del jefe Luis Soto. «Nos llamaron demasiado tarde a todos», acusa.", [None]),
    ("it", "Nessuno condivide l'opinione di Ivo Neri. «Ci hanno chiamati tutti troppo tardi», accusa.", [None]),
    # The sentence before a trade is about somebody whose title opens it.
    (
        "ru",
        (
            "Помощник прокурора Ирина Лис настаивает. «Закон один для всех», — заявила она. Директор школы Нина Шубина "
            "показала папку. «Здесь сорок две справки», — подчеркнула педагог."
        ),
        ["Ирина Лис", "Нина Шубина"],
    ),
    ("ro", "Traian Neguț a alungat ursul. „N-am avut ce să iau”, se scuză bărbatul.", ["Traian Neguț"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), SPEAKERS)
def test_whose_view_is_told_speaks(language: str, text: str, speakers: list[str | None]) -> None:
    """A quotation whose verb has no subject is of whom the sentence before tells, and of nobody further on."""
    assert [who for _, who in read(text, language)] == speakers
