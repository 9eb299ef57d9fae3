"""Who holds an office by which a cue calls somebody, where a sentence beside it tells, and who only leads another."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

HOLDS = [
    (
        "de",
        "„Ich habe den Plan neu gebastelt“, sagt die Schulleiterin. Seit 2016 führt Dora Kaiser die Schule.",
        "Dora Kaiser",
    ),
    ("de", "„Es ist viel zu früh“, sagte die Bürgermeisterin. Anna Roth, seit 2020 im Amt, klagt.", "Anna Roth"),
    (
        "en",
        "“We have no road left,” the managing director said. Grant Hale, who has held the post since May, left.",
        "Grant Hale",
    ),
    (
        "en",
        "“We trusted him a lot,” said the chair of the club. Grace Field, who has led the club, wept.",
        "Grace Field",
    ),
    ("ro", "„E prea devreme acum”, a spus primarul. Ion Popa, ales în 2020, nu exclude un proces.", "Ion Popa"),
    ("uk", "«Ще зарано про це», — сказав мер. Іван Гай, обраний 2020 року, не виключає позову.", "Іван Гай"),
    ("pt", "Vitória Reis governa a cidade desde 2021. “Nunca comprei votos”, disse a prefeita.", "Vitória Reis"),
    ("es", "Ana Ruiz gobierna la ciudad desde 2021. «Nunca compré votos», dijo la alcaldesa.", "Ana Ruiz"),
]
OTHERS = [
    ("en", "“We trusted him a lot,” said the mayor. Grace Field, who leads the opposition, disagreed.", "the mayor"),
    (
        "en",
        "“We trusted him a lot,” said the head of the school. Grace Field, who leads the parents' group, wept.",
        "the head of the school",
    ),
    ("en", "“It is far too early,” said the mayor. Ann Lee lost her house in the fire.", "the mayor"),
    ("fr", "« Nous lui faisions confiance », a dit la maire. Anne Roy, qui dirige l'opposition, proteste.", "la maire"),
    (
        "es",
        "«Confiábamos mucho en él», dijo la alcaldesa. Ana Ruiz, que dirige la oposición, discrepa.",
        "la alcaldesa",
    ),
    ("es", "Ana Ruiz perdió su casa en el incendio. «Nunca compré votos», dijo la alcaldesa.", "la alcaldesa"),
    (
        "it",
        "«Ci fidavamo molto di lui», ha detto la sindaca. Anna Neri, che guida l'opposizione, dissente.",
        "la sindaca",
    ),
    ("pt", "“Confiávamos muito nele”, disse a prefeita. Ana Reis, que lidera a oposição, discorda.", "a prefeita"),
    ("ro", "„Aveam încredere în el”, a spus primărița. Ana Popa, care conduce opoziția, nu e de acord.", "primărița"),
    (
        "de",
        "„Wir vertrauten ihm sehr“, sagte die Bürgermeisterin. Anna Roth, die die Opposition führt, widerspricht.",
        "die Bürgermeisterin",
    ),
    ("uk", "«Ми довіряли йому», — сказала міська голова. Ольга Гай, яка очолює опозицію, не згодна.", "міська голова"),
]
TOLD = [
    (
        "it",
        "«L'ho visto», ha detto Remo Orsi.\n\nIl sindaco del paese è arrabbiato. «Ho scritto in aprile», ha detto lui.",
        "Il sindaco del paese",
    ),
    (
        "de",
        "Das Kultusministerium verspricht Abhilfe. „Zum Februar kommen zwei Stellen“, heißt es auf Anfrage.",
        "Das Kultusministerium",
    ),
    (
        "de",
        "Anna Bell setzte sich durch. Ihre Antwort auf die Frage lieferte sie gleich mit: „Die noch nie drin waren.“",
        "Anna Bell",
    ),
    ("uk", "Операцією керувала завідувачка відділення. «Найважча хвилина — перша», — зізналася вона.", "завідувачка"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), HOLDS + OTHERS + TOLD)
def test_who_holds_the_office_speaks(code: str, text: str, speaker: str) -> None:
    """Who is told to hold it, by what it is of or by a word for any office; else the office itself is shown."""
    article = Article(text, language=code)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker


def test_a_day_that_is_a_first_name_is_one() -> None:
    """Where days have no capital, one behind a role and before a surname is somebody's first name."""
    named = find_entities(Article("El intendente Domingo Ruiz recibirá el domingo a las partes.", language="es"))
    assert [one.name for one in named] == ["Domingo Ruiz"]


@pytest.mark.parametrize("code", ["de", "en", "fr"])
def test_a_text_in_another_language_takes_nothing_down(code: str) -> None:
    """Sentences without a token that the language reads are passed over."""
    text = "“No,” said Ann Lee. “...” ?! “We close the mill on Monday,” she said. ... “And that is all.” --"
    article = Article(text, language=code)
    assert all(quote.end > quote.start for quote in find_quotes(article, find_entities(article)))


ELSE = [
    (
        "es",
        "«No hay dinero», admite la alcaldesa Ana Ruiz.\n\n«Todo iba bien antes», replica la exalcaldesa.",
        "la exalcaldesa",
    ),
    (
        "es",
        "«No hay dinero», admite la alcaldesa Ana Ruiz.\n\n«Todo iba bien antes», replica la ex alcaldesa.",
        "la ex alcaldesa",
    ),
    (
        "es",
        "«No hay dinero», admite la alcaldesa Ana Ruiz.\n\n«Todo irá mejor», replica la futura alcaldesa.",
        "la futura alcaldesa",
    ),
    (
        "it",
        "«Non abbiamo un euro», ammette la sindaca Ada Lo Presti.\n\n«Prima andava tutto bene», replica l'ex sindaco.",
        "l'ex sindaco",
    ),
    (
        "it",
        "«Non abbiamo un euro», ammette la sindaca Ada Lo Presti.\n\n«Andrà meglio», replica la vicesindaca.",
        "la vicesindaca",
    ),
    (
        "pt",
        "“Não temos dinheiro”, admite a prefeita Ana Reis.\n\n“Antes ia tudo bem”, rebate a ex-prefeita.",
        "a ex-prefeita",
    ),
    (
        "pt",
        "“Não temos dinheiro”, admite a prefeita Ana Reis.\n\n“Antes ia tudo bem”, rebate a antiga prefeita.",
        "a antiga prefeita",
    ),
    (
        "ro",
        "„Nu avem bani”, admite primărița Ana Popa.\n\n„Totul mergea bine atunci”, replică fosta primăriță.",
        "fosta primăriță",
    ),
    (
        "en",
        "“We have no money,” said Mayor Ann Lee.\n\n“All was well before,” replied the former mayor.",
        "the former mayor",
    ),
    (
        "de",
        "„Wir haben kein Geld“, sagte Bürgermeisterin Anna Roth.\n\n„Das war anders“, so die frühere Bürgermeisterin.",
        "die frühere Bürgermeisterin",
    ),
]


@pytest.mark.parametrize(("code", "text", "speaker"), ELSE)
def test_who_held_or_will_hold_an_office_is_not_who_holds_it(code: str, text: str, speaker: str) -> None:
    """The former, the future and the deputy mayor are not the mayor."""
    article = Article(text, language=code)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker
