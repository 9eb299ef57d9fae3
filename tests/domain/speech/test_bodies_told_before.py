"""A noun for a body at a cue means the only body that the text calls so, and is shown with all that it is of."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

COUNCIL = "Calder Council will end the library van in March.\n\nAnn Lee has driven it for 22 years.\n\n"
SPEAKERS = [
    ("en", f"{COUNCIL}“Residents will be able to order books,” the council said in a statement.", "Calder Council"),
    (
        "en",
        f"{COUNCIL}The Harbour Council disagrees.\n\nThe van is red.\n\n“Nobody reads it,” the council said.",
        "the council",
    ),
    ("en", "The health ministry sent inspectors.\n\n“It will take ten days,” the ministry said.", "health ministry"),
    ("en", "Ryan’s office called.\n\n“We read it,” the office said.", "the office"),
    ("en", "The transport union TWU welcomed the vote. “Paper does not carry anyone,” it said in a statement.", "TWU"),
    ("en", "The company closed its mill. “We are sorry about the mill,” it said in a statement.", "The company"),
    ("en", "Ann Lee asked the Harbour Board for help. “We will not pay for it,” it said.", None),
    ("en", "The storm hit the coast on Monday. “We will not pay for it,” it said.", None),
    (
        "fr",
        "Le ministère de la Santé a envoyé des inspecteurs.\n\n« Cela durera dix jours », a indiqué le ministère.",
        "ministère de la Santé",
    ),
    (
        "it",
        "Il ministero della Salute ha inviato gli ispettori.\n\n«Dureranno dieci giorni», ha comunicato il ministero.",
        "ministero della Salute",
    ),
    (
        "es",
        "El Ministerio de Sanidad ha enviado inspectores.\n\n«Durará diez días», informó el ministerio.",
        "Ministerio de Sanidad",
    ),
    (
        "ro",
        "Ministerul Sănătății a trimis Corpul de control. „Va dura zece zile”, a transmis ministerul.",
        "Ministerul Sănătății",
    ),
    (
        "de",
        "Das Gesundheitsministerium schickte Prüfer.\n\n„Es dauert zehn Tage“, teilte das Ministerium mit.",
        "Gesundheitsministerium",
    ),
    (
        "de",
        "Das Ministerium für Gesundheit schickte Prüfer.\n\n„Es dauert zehn Tage“, teilte das Ministerium mit.",
        "Ministerium für Gesundheit",
    ),
    (
        "pt",
        "Um grupo pediu o tombamento. “O processo está em análise”, informou o instituto estadual do patrimônio.",
        "o instituto estadual do patrimônio",
    ),
    (
        "fr",
        "Un groupe l’a demandé. « Le dossier est à l’étude », a indiqué l’institut régional du patrimoine.",
        "l’institut régional du patrimoine",
    ),
    (
        "ro",
        "Un grup a cerut-o. „Dosarul este în analiză”, a anunțat institutul județean al patrimoniului.",
        "institutul județean al patrimoniului",
    ),
]


@pytest.mark.parametrize(("code", "text", "speaker"), SPEAKERS)
def test_a_noun_for_a_body_means_the_only_one(code: str, text: str, speaker: str | None) -> None:
    """The name or the fuller phrase is shown; nobody's name where two may be meant or something else is told of."""
    article = Article(text, language=code)
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == [speaker]


OTHERS = [
    ("ro", "„Nu plecăm de aici”, a declarat după ședință primarul Ion Popa.", "Ion Popa"),
    ("ro", "„Nu plecăm de aici”, a spus la finalul ședinței primarul Ion Popa.", "Ion Popa"),
    ("ro", "„Nu plecăm de aici”, a spus noul primar Ion Popa.", "Ion Popa"),
    ("es", "La presidenta del jurado, la crítica Maya Gil, explicó el fallo: «La madera actuó mejor».", "Maya Gil"),
    ("it", "La presidente della giuria, la critica Maia Gili, ha spiegato: «Il legno ha recitato bene».", "Maia Gili"),
    ("uk", "Голова журі, театрознавиця Майя Гай, пояснила вибір: «Дерево зіграло краще за людей».", "Майя Гай"),
    ("ru", "Председатель жюри, театровед Майя Гай, объяснила выбор: «Дерево сыграло лучше людей».", "Майя Гай"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), OTHERS)
def test_who_bears_an_office_is_named(code: str, text: str, speaker: str) -> None:
    """A role with its article begins a phrase of its own, and an unlisted noun before a name is one more of theirs."""
    article = Article(text, language=code)
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == [speaker]


def test_a_body_named_only_behind_its_noun_takes_nothing_down() -> None:
    """An office whose only bearer is named behind it is asked for what nobody told before."""
    text = (
        "« On ne croit plus voir du nouveau », sourit la retraitée. Mardi, la préfète a appelé à la prudence. "
        "« Le pic est passé », a averti Anne de La Motte."
    )
    article = Article(text, language="fr")
    assert len(find_quotes(article, find_entities(article))) == 2


GAVE = "I gave all I had"
WORDS = [
    ("it", "“Ho dato tutto”. Con queste parole Caterina Belli, capitana, ha annunciato il ritiro.", "Caterina Belli"),
    ("it", "“Ho dato tutto”. Con queste parole, lunedì sera, il sindaco ha annunciato l'addio.", "il sindaco"),
    ("it", "“Ho dato tutto, adesso basta così”. Con queste parole il giornale ha attaccato Caterina Belli.", None),
    ("es", "«Lo he dado todo». Con estas palabras anunció ayer Catalina Bellas su retirada.", "Catalina Bellas"),
    ("pt", "“Já dei tudo o que tinha.” Com estas palavras, Catarina Belo anunciou a despedida.", "Catarina Belo"),
    ("fr", "« J'ai tout donné ». C'est par ces mots que Catherine Belle a annoncé sa retraite.", "Catherine Belle"),
    ("ro", "„Am dat totul”. Cu aceste cuvinte, Caterina Bălan și-a anunțat ieri retragerea.", "Caterina Bălan"),
    ("de", "„Ich gab alles.“ Mit diesen Worten hat Katharina Bell am Montag aufgehört.", "Katharina Bell"),
    (
        "de",
        "„Ich gab alles“: Mit diesem Satz hat die Intendantin des Theaters Ostrau den Umzug erklärt.",
        "die Intendantin des Theaters Ostrau",
    ),
    ("en", f"“{GAVE}.” With these words Catherine Bell announced her retirement on Monday.", "Catherine Bell"),
    ("en", f"“{GAVE}.” With these words the paper attacked Catherine Bell.", None),
    ("uk", "«Я віддала все, що мала». Цими словами Катерина Білан оголосила про кінець.", "Катерина Білан"),
    ("ru", "«Я отдала всё, что имела». С этими словами Екатерина Белова объявила об уходе.", "Екатерина Белова"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), WORDS)
def test_with_these_words_points_at_who_spoke(code: str, text: str, speaker: str | None) -> None:
    """Who does something with the words right before spoke them; nobody where something else does it to them."""
    article = Article(text, language=code)
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == [speaker]


ROLE = [
    (
        "en",
        "“I wrote it,” said Ilse Conti.\n\nThe lead is played by Mary Lee. She was away. “I wept,” she said.",
        "Mary Lee",
    ),
    (
        "it",
        (
            "«L'ho scritto io», ha detto la regista Ilaria Conti.\n\nIl ruolo è interpretato dall'attrice Maria Lanza. "
            "Lei non c'era. «Ho pianto», ha raccontato lei."
        ),
        "Maria Lanza",
    ),
    (
        "ro",
        (
            "„L-am scris în tren”, a spus regizoarea Ilinca Codru.\n\nRolul este jucat de actrița Maria Lazăr. "
            "Ea nu a fost acolo. „Am intrat plângând”, a povestit ea."
        ),
        "Maria Lazăr",
    ),
]


@pytest.mark.parametrize(("code", "text", "speaker"), ROLE)
def test_who_alone_is_named_where_nobody_acts_is_meant(code: str, text: str, speaker: str) -> None:
    """A pronoun means the only person of its paragraph's first sentence, though that is about a thing."""
    article = Article(text, language=code)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker
