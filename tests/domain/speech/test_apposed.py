"""Speakers whose name an apposition tells behind their noun: "kündigte sein Anwalt an, der Jurist Ole Berg"."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    ("de", "„Wir fangen erst an“, kündigte sein Anwalt an, der Münchner Verwaltungsrechtler Ole Berg.", "Ole Berg"),
    ("de", "„Wir fangen erst an“, rief sein Anwalt, den die Richterin Ada Ott ermahnte.", "sein Anwalt"),
    ("es", "«Esto empieza ahora», anunció su abogado en la puerta, el penalista Ramón Gil.", "Ramón Gil"),
    ("fr", "« Nous commençons », a annoncé son avocat à la sortie, le pénaliste Luc Brun.", "Luc Brun"),
    ("it", "«Cominciamo ora», ha annunciato il suo avvocato in aula, il penalista Ugo Ferri.", "Ugo Ferri"),
    ("pt", "«Começamos agora», anunciou o seu advogado à saída, o penalista Rui Belo.", "Rui Belo"),
    ("ro", "„Abia acum începem”, a anunțat avocatul său la ieșire, penalistul Radu Moga.", "Radu Moga"),
    ("uk", "«Ми тільки починаємо», — оголосив його захисник у залі, адвокат Сергій Лис.", "Сергій Лис"),
    ("ru", "«Мы только начинаем», — объявил его защитник в зале, адвокат Сергей Белов.", "Сергей Белов"),
    ("ru", "«Мы только начинаем», — объявил его защитник, которого перебил адвокат Сергей Белов.", "его защитник"),
    # The subject of a sentence between two quotations has its name behind its owner's pronoun.
    ("pt", "Ana Frade venceu. O treinador dela, Rui Belo, chorava. «Treina às cinco», disse.", "Rui Belo"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_an_apposition_names_the_speaker(language: str, text: str, speaker: str) -> None:
    """A noun behind a comma, with its article and a name, is who the noun at the cue calls."""
    assert [who for _, who in read(text, language)] == [speaker]
