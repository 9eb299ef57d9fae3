"""Speakers whom no verb of speech tells: by a letter, a relative, a clause without its verb, whose view it is."""

import pytest

from tests.domain.speech.test_quotes import read

LETTERS = [
    ("en", "Bo Ray wrote to the duke. “The gulls have all gone away,” his letter said.", "Bo Ray"),
    ("en", "Bo Ray, a warden, wrote to Ann Lee. “The gulls have all gone away,” reads his letter.", "Bo Ray"),
    ("en", "Bo Ray told Ann Lee that he had won. “The gulls have all gone away,” reads her letter.", None),
    ("fr", "Le maire, Jean Roux, a écrit à la ministre. « Il faut tout refaire », peut-on lire dans sa lettre.",
     "Jean Roux"),
    ("fr", "Jean Roux a écrit à la ministre. « Il faut tout refaire », indique son courrier.", "Jean Roux"),
    ("es", "El alcalde, Luis Mora, escribió a la ministra. «Hay que rehacerlo», se lee en su carta.", "Luis Mora"),
    ("es", "La ministra, Ana Ruiz, recibió una carta del alcalde, Luis Mora. «Hay que rehacerlo», dice la carta.",
     "Luis Mora"),
    ("es", "La ministra, Ana Ruiz, recibió una carta. «Hay que rehacerlo», dice la carta.", None),
    ("fr", "Jean Roux a écrit au roi. « Il faut tout refaire », lit-on dans sa lettre, publiée ici.", "Jean Roux"),
]  # fmt: skip

KIN = [
    ("en", "Ann Lee’s son found the coin. “He thought it was a button,” said his mother.", "Ann Lee"),
    ("en", "Ann Lee and her brother, Bo Ray, own the mill. “I sleep by day,” her brother said.", "Bo Ray"),
    ("en", "Ann Lee’s son met Bo Ray’s daughter. “They are very happy,” said his mother.", "his mother"),
    ("en", "Bo Ray’s son found the coin. “He thought it was a button,” said his mother.", "his mother"),
    ("fr", "Le fils d’Anne Roux a trouvé la pièce. « Il a cru à un bouton », raconte sa mère.", "Anne Roux"),
    ("es", "El hijo de Ana Ruiz encontró la moneda. «Creyó que era un botón», cuenta su madre.", "Ana Ruiz"),
    ("it", "Il figlio di Ada Neri ha trovato la moneta. «Credeva fosse un bottone», racconta sua madre.", "Ada Neri"),
    ("de", "Ada Linds Sohn fand die Münze, Ada Lind freut sich. „Er hielt sie für einen Knopf“, sagt seine Mutter.",
     "Ada Lind"),
]  # fmt: skip

VIEWS = [
    ("en", "The dam will rise. In the view of Bo Ray, an engineer, it is “the cheapest way of all”.", "Bo Ray"),
    ("en", "The dam will rise. In the eyes of Bo Ray, it is “the cheapest way of all”.", "Bo Ray"),
    ("fr", "Le barrage sera relevé. Aux yeux d’Anne Roux, c’est « la voie la moins chère de toutes ».", "Anne Roux"),
    ("fr", "Le barrage sera relevé. À en croire Jean Roux, c’est « la voie la moins chère de toutes ».", "Jean Roux"),
    ("es", "La presa se elevará. A ojos de Ana Ruiz, es «la vía más barata de todas».", "Ana Ruiz"),
    ("fr", "Un débat lancé par Jean Roux, pour qui l’étude « ne prouve rien du tout ».", "Jean Roux"),
    ("es", "El alcalde, Luis Mora, calla. Preguntado por las ayudas, respondió: «Todo llegará».", "Luis Mora"),
    ("de", "Zustimmung gab es dagegen von Landrat Karl Lind: „Das ist ein guter Tag für uns.“", "Karl Lind"),
    ("de", "Widerspruch erntete er von Ada Lind: „Das ist der teuerste Weg von allen.“", "Ada Lind"),
    ("de", "Auf Kritik stößt der Plan bei Ada Lind vom Elternbeirat: „Das ist ein Schnellschuss.“", "Ada Lind"),
    ("de", "Der Damm wird erhöht. Für Karl Lind ist der Plan „der billigste Weg von allen“.", "Karl Lind"),
    ("de", "Für Karl Lind war die Bürgermeisterin „eine Freundin fürs ganze Leben“.", "die Bürgermeisterin"),
    ("en", "Ann Lee was told by the judge, Bo Ray: “You knew what you were doing.”", "Bo Ray"),
    ("de", "Kritik an Ada Lind kam vom Rat: „Das ist der teuerste Weg von allen.“", "Rat"),
    ("de", "Kritik an der Wahl von Ada Lind übte er: „Das ist der teuerste Weg von allen.“", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), LETTERS + KIN + VIEWS)
def test_words_are_of_who_is_told_to_have_them(language: str, text: str, speaker: str | None) -> None:
    """A letter is of who wrote it, a mother is whose child is told of, and of two nobody is meant."""
    assert {who for _, who in read(text, language)} == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("en", "Ann Lee spoke of “a miracle of nature”, Bo Ray of “the best day of the year”.", "Bo Ray"),
        ("de", "Ada Lind sprach von „einem großen Wunder“, Zoodirektor Karl Bach vom „besten Tag des Jahres“.",
         "Karl Bach"),
        ("fr", "Anne Roux a parlé d’« un vrai miracle », le directeur Jean Bon du « plus beau jour de l’année ».",
         "Jean Bon"),
        ("es", "Ana Ruiz habló de «un milagro»; el director, Luis Mora, del «mejor día de todo el año».", "Luis Mora"),
        ("fr", "La députée Anne Roux (Verts) dénonce « un net recul », quand Jean Bon (LR) salue « un texte utile ».",
         "Jean Bon"),
    ],
)  # fmt: skip
def test_a_second_clause_may_leave_its_verb_out(language: str, text: str, second: str) -> None:
    """Who is named behind the first quotation with a preposition and no verb speaks the second."""
    first, *_, last = (who for _, who in read(text, language))
    assert last == second
    assert first not in {second, None}


def test_a_name_without_a_verb_may_be_a_papers() -> None:
    """Behind a name that belongs to a paper nobody speaks who is no person there."""
    text = "Ada Lind sprach von „einem großen Wunder“, das „Lorner Tageblatt“ schrieb mit."
    assert {who for _, who in read(text, "de")} == {"Ada Lind"}


TRADES = {
    "Torhüterin Ada Lind hört auf. Trainer Karl Bach ist traurig. „So eine gibt es nie wieder“, sagt er. „Er hat mir "
    "einen Kuchen geschickt“, verrät die Torhüterin.": "Ada Lind",
    "Ada Lind hört auf. Die Torhüterin des HC Lorn hat 180 Spiele gemacht. „Ich bin wirklich müde“, sagte die "
    "Torhüterin.": "Ada Lind",
    "Torhüterin Ada Lind hielt stark. Pia Grewe saß auf der Bank. „Ich bin wirklich müde“, sagte die "
    "Torhüterin.": "die Torhüterin",
}


@pytest.mark.parametrize("text", TRADES)
def test_a_trade_means_who_bears_it_beside_men(text: str) -> None:
    """A woman's trade is of her who bears it, though a man is named beside her; another woman may be meant too."""
    assert [who for _, who in read(text, "de")][-1] == TRADES[text]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Ann Lee has no regrets. “I’d do it again.”", "Ann Lee"),
        ("fr", "Jean Roux, lui, ne regrette rien. « Je le referais demain. »", "Jean Roux"),
        ("es", "Luis Mora, en cambio, no se arrepiente. «Lo haría otra vez».", "Luis Mora"),
        ("de", "Für Karl Lind ist die Sache klar: „Das war Absicht.“", "Karl Lind"),
        ("en", "Ann Lee painted it in May. “Three Blue Cows” hangs in Lorne.", None),
        ("de", "Ada Lind schrieb 2019 ihr erstes Buch. „Das war Absicht“ erschien bei Korn.", None),
    ],
)
def test_a_short_sentence_is_of_whom_the_one_before_is(language: str, text: str, speaker: str | None) -> None:
    """A few words that are a sentence of their own are said by the person told of right before; a title is not."""
    assert {who for _, who in read(text, language)} == ({speaker} if speaker else set())
