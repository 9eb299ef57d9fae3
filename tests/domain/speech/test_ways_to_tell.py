"""Ways to tell a speaker in Romance and Slavic news: towns of offices, trades of women, cues within the marks."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    # A town behind an office is nobody, and a dash tells what somebody is.
    ("ru", "Иван Белов — мэр Долинска. «Мост нужно закрывать», — заключил градоначальник.", "Иван Белов"),
    ("ru", "Ада Лис, вице-мэр Долинска, не сомневается: «Мост нужно закрывать».", "Ада Лис"),
    ("ru", "Иван Белов — мэр Озёрного Поля. «Мост нужно закрывать», — заключил градоначальник.", "Иван Белов"),
    ("ru", "Иван Белов — водитель автобуса. «Мост нужно закрывать», — сказал водитель.", "Иван Белов"),
    ("ru", "«Мост нужно закрывать», — сказал мэр Долинска в среду.", "мэр"),
    ("ru", "«Мост нужно закрывать», — сказал мэр Железнов.", "Железнов"),
    ("ru", "«Мост нужно закрывать», — сказала мэр Нечаева.", "Нечаева"),
    ("uk", "Іван Лис — міський голова Долини. «Міст треба закривати», — підсумував мер.", "Іван Лис"),
    ("uk", "Приїхав Іван Лис — мер сказав, що чекає. «Міст треба закривати», — підсумував мер.", "мер"),
    # The last word of the paragraph above is no part of what somebody is called.
    (
        "ru",
        (
            "«Это как говор», — говорит Вера Лисова. Пел биолог.\n\nЕё коллега Ада Дуб ждёт.\n\n"
            "Лисова рада. «Мы сами не торопимся», — сказала исследовательница."
        ),
        "Вера Лисова",
    ),
    # A trade that calls women too may mean the one woman told of; one with a woman's form of its own does not.
    ("ru", "По мнению Веры Лис, звуки различны. «Это как говор в деревнях», — поясняет биолог.", "Веры Лис"),
    ("ru", "Вера Лис живёт в городе. «Это как говор в деревнях», — поясняет художник.", "художник"),
    ("ru", "Вера Лис живёт с Иваном Беловым. «Это как говор в деревнях», — поясняет биолог.", "биолог"),
    ("it", "Ada Neri ha spiegato che i valori salgono. «È un inquinamento lento», dice la chimica.", "Ada Neri"),
    ("it", "Ugo Ferri ha spiegato che i valori salgono. «È un inquinamento lento», dice la chimica.", "la chimica"),
    # Phrases that tell whose words these are, before every article.
    ("it", "Nelle parole dell'assessora Ada Neri, «il ponte è un malato grave».", "Ada Neri"),
    ("it", "A giudizio della sindaca Ada Neri, «il ponte va chiuso subito».", "Ada Neri"),
    ("it", "Stando alla legge «il ponte va chiuso subito». Ada Neri tace.", None),
    ("pt", "No entender da vereadora Ana Costa, “a ponte tem de fechar já”.", "Ana Costa"),
    ("es", "A juicio del alcalde Luis Mora, «el puente debe cerrar ya».", "Luis Mora"),
    ("ro", "În cuvintele viceprimarului Radu Popa, „podul este un bolnav grav”.", "Radu Popa"),
    # A cue within the marks has an auxiliary, a day or an article.
    ("it", "«Chiuderemo il ponte – ha detto ieri Ada Neri, assessora – e lo riapriremo poi».", "Ada Neri"),
    ("it", "«Chiuderemo il ponte – ha spiegato l'assessora Ada Neri – e lo riapriremo poi».", "Ada Neri"),
    ("it", "«Il ponte – ha visto ieri Ada Neri chi passava – è chiuso per sempre a tutti».", None),
    ("fr", "« Nous fermerons le pont – a dit hier Anne Roux, adjointe – et le rouvrirons. »", "Anne Roux"),
    ("es", "«Cerraremos el puente –ha dicho hoy Ana Ruiz, concejala– y lo reabriremos».", "Ana Ruiz"),
    ("pt", "«Vamos fechar a ponte – disse ontem Ana Costa, vereadora – e reabri-la no outono.»", "Ana Costa"),
    ("ro", "„Închidem podul – a spus ieri Radu Popa, viceprimarul – și îl redeschidem.”", "Radu Popa"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_each_way_names_the_speaker(language: str, text: str, speaker: str | None) -> None:
    """Who is told to speak is named in full, and nobody else is."""
    spoken = {who for _, who in read(text, language)}
    assert spoken == {speaker} or (speaker is None and not spoken)
