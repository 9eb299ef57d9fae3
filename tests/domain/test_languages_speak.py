"""Each language attributes the ways of reporting speech that its newspapers use."""

import pytest

from bot.domain.model import Article
from bot.domain.names import find_entities
from bot.domain.quotes import find_quotes

WAYS = [
    ("fr", "« Le pont tiendra tout l’hiver », a déclaré la maire de Brive, Hélène Castan.", "Hélène Castan"),
    ("fr", "Le préfet Paul Merlin était là. « Nous avons tout vérifié deux fois », a-t-il ajouté.", "Paul Merlin"),
    ("fr", "Selon Paul Merlin, la ville a « tout vérifié deux fois avant la crue ».", "Paul Merlin"),
    ("es", "«El puente aguantará todo el invierno», afirmó el alcalde de Vigo, Julio Sanz.", "Julio Sanz"),
    ("es", "“No vamos a cerrar la escuela este año”, dijo a EFE la directora del centro, Marta Gil.", "Marta Gil"),
    ("it", "«Il ponte terrà per tutto l’inverno», ha detto il sindaco Mario Conti.", "Mario Conti"),
    ("it", "«Non chiuderemo la scuola quest’anno», spiega la direttrice dell’istituto, Anna Neri.", "Anna Neri"),
    ("pt", "“A ponte vai aguentar todo o inverno”, disse a presidente da câmara, Rita Lobo.", "Rita Lobo"),
    ("pt", "De acordo com Rita Lobo, a ponte “vai aguentar todo o inverno”.", "Rita Lobo"),
    ("ro", "„Podul va rezista toată iarna”, a declarat primarul Mihai Dinu.", "Mihai Dinu"),
    ("ro", "Potrivit lui Mihai Dinu, podul „va rezista toată iarna fără probleme”.", "Mihai Dinu"),
    ("uk", "«Міст витримає всю зиму», — сказав міський голова Петро Дуб.", "Петро Дуб"),
    ("uk", "За словами директорки школи Ольги Мак, будівля «витримає всю цю довгу зиму».", "Ольги Мак"),
    ("ru", "«Мост выдержит всю эту зиму», — заявил мэр города Петр Громов.", "Петр Громов"),
    ("ru", "По словам Петра Громова, мост «выдержит всю эту долгую зиму».", "Петра Громова"),
    ("de", "„Die Brücke hält den ganzen Winter“, sagte Bürgermeister Karl Brandt.", "Karl Brandt"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), WAYS)
def test_a_speaker_is_found(language: str, text: str, speaker: str) -> None:
    """The cue names the speaker, whatever its form."""
    article = Article(text=text, language=language)
    quotes = find_quotes(article, find_entities(article))
    assert [quote.speaker for quote in quotes] == [speaker]
