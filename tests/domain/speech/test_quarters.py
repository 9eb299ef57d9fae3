"""Bodies from which people are told to speak, single words that somebody says, verbs of telling beside a noun."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    # The verb has no subject: the body from which it is told speaks.
    ("es", "Desde la asociación Monte Vivo aseguran que «nadie ha contestado a las cartas».", ["Monte Vivo"]),
    ("es", "«No sabemos nada de todo esto», dicen desde el Ayuntamiento.", ["el Ayuntamiento"]),
    ("it", "Dalla Prefettura fanno sapere che la strada resta chiusa «almeno fino a domenica».", ["Prefettura"]),
    ("it", "«Non ne sappiamo nulla di preciso», dicono dal Comune.", ["Comune"]),
    ("fr", "À la mairie, on assure que tout sera prêt « dans les meilleurs délais possibles ».", ["la mairie"]),
    ("fr", "« Nous n'en savons vraiment rien », assure-t-on du côté de la préfecture.", ["la préfecture"]),
    ("pt", "Da parte da Câmara garantem que a obra “estará pronta antes do inverno”.", ["Câmara"]),
    ("de", "Beim Verband der Imker heißt es, man habe „seit Jahren davor gewarnt“.", ["Verband der Imker"]),
    # Behind somebody who spoke, who is one and does not go on where the verb tells of many.
    (
        "es",
        (
            "La alcaldesa, Rosa Gil, pide más patrullas. «Somos mil vecinos y un guardia», resume. Desde la "
            "Subdelegación del Gobierno responden que la vigilancia «se ha duplicado este invierno»."
        ),
        ["Rosa Gil", "Subdelegación del Gobierno"],
    ),
    (
        "it",
        (
            "La sindaca, Rosa Neri, chiede pattuglie. «Siamo mille abitanti e una guardia», riassume. In Prefettura "
            "dicono: «È raddoppiata la vigilanza questo inverno»."
        ),
        ["Rosa Neri", None],
    ),
    (
        "fr",
        "Au conseil départemental, on promet que le car passera « tous les matins dès septembre ».",
        ["conseil départemental"],
    ),
    (
        "de",
        "Kapitän Jens Ohlsen geht in Rente. „Ich hätte gern weitergemacht“, verrät der Seemann leise.",
        ["Jens Ohlsen"],
    ),
    # What comes from a body, or who does, does not make it speak.
    (
        "es",
        "Desde el Ayuntamiento llegan los vecinos con una pancarta: «No queremos más ruido en la plaza».",
        ["los vecinos"],
    ),
    ("it", "Dalla scuola escono in quaranta con un cartello: «Non vogliamo più aspettare il bus».", [None]),
    ("it", "Dal Comune la sindaca Ada Neri dice che «tutto sarà pronto presto».", ["Ada Neri"]),
    ("fr", "À la mairie, Luc Roux assure que tout sera prêt « dans les meilleurs délais possibles ».", ["Luc Roux"]),
    ("de", "Bei den Nachbarn heißt es, man habe „seit Jahren davor gewarnt“.", [None]),
    # A word is said where the sentence ends with who says it.
    ("es", "«Miente», le respondió en la red X la diputada Lola Chacón.", ["Lola Chacón"]),
    ("de", "„Quatsch“, ruft Eva Bart. „Faust“, sagt Jana Moll, sei ihr liebstes Stück.", ["Eva Bart"]),
    ("fr", "« Jamais », tranche Anne Petit.", ["Anne Petit"]),
    ("ru", "«Обидно», — вздохнула Анна Зимина.", ["Анна Зимина"]),
    ("uk", "«Ніколи», — сказала Анна Зима.", ["Анна Зима"]),
    # A teacher of biology is no biologist, and so no "scientist".
    (
        "uk",
        (
            "Позов подала учителька біології Ганна Ліщук. // З ним не згодна експертка Інституту лісівництва Марта "
            "Волошина. «Із 400 дубів хворі одинадцять», — порахувала науковиця."
        ),
        ["Марта Волошина"],
    ),
    (
        "ru",
        "В зал вошёл лесник Олег Бас. «Из 300 дубов больны десять», — подсчитал мужчина.",
        ["Олег Бас"],
    ),
]


@pytest.mark.parametrize(("language", "text", "speakers"), SPEAKERS)
def test_who_speaks(language: str, text: str, speakers: list[str | None]) -> None:
    """Each quotation is of who says it, nobody where that is open."""
    assert [speaker for _, speaker in read(text.replace(" // ", "\n\n"), language)] == speakers
