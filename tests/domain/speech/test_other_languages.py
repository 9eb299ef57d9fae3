"""Who speaks in Romance and Slavic news: verbs without a subject, verbs that no list knows, articles of a law."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    ("es", "Ana Ruiz dijo que «el puente abrirá en mayo de este año» y que, prosiguió, «será una fiesta».", "Ana Ruiz"),
    ("es", "Ana Ruiz habló ayer, y denunció que un policía no puede trabajar «con lo que tiene cada día».", "Ana Ruiz"),
    (
        "pt",
        "A carta, disse Ana Costa, é boa, já que, sublinhou, «uma carta destas não se escreve a ninguém».",
        "Ana Costa",
    ),
    ("it", "«La strada resta chiusa fino a maggio», profetizza Anna Rossi.", "Anna Rossi"),
    ("fr", "Le maire est venu hier. « La route restera fermée jusqu’en mai », bougonnait Anne Roux.", "Anne Roux"),
    ("fr", "« La route restera fermée jusqu’en mai », comme le dit Anne Roux, maire du lieu.", "Anne Roux"),
    ("fr", "« La route restera fermée jusqu’en mai », s’est réjouie Anne Roux.", "Anne Roux"),
    ("fr", "« La route restera fermée jusqu’en mai », s’est indignée la maire, Anne Roux.", "Anne Roux"),
    ("fr", "Anne Roux a parlé. L’article 3 de la loi dispose que « nul ne peut être détenu sans procès ».", None),
    ("ru", "Анне Рот, что выйдет в мае, первая леди заявила, что «мост будет открыт в мае».", None),
    ("ru", "«Мост будет открыт в мае», — сказал Иван Петров.", "Иван Петров"),
    ("uk", "«Міст відкриють у травні цього року», — заявив Олексій Резніков.", "Олексій Резніков"),
    (
        "fr",
        "« La route reste fermée, se réjouit Anne Roux, qui vit là. Il faut encore tenir bon. » Le maire se tait.",
        "Anne Roux",
    ),
    ("it", "«La notte è stata lunga – racconta Anna Rossi, che abita lì –. Siamo vivi per miracolo».", "Anna Rossi"),
    ("fr", "Sa voisine avait compris. « Il y avait du bruit toutes les nuits », raconte-t-elle.", "Sa voisine"),
    ("es", "La alcaldesa Ana Ruiz defendió el plan. «No vamos a dar un paso atrás», afirmó este martes.", "Ana Ruiz"),
    ("it", "Il sindaco Luca Bassi difende la scelta. «Non torneremo indietro», ha detto martedì.", "Luca Bassi"),
    ("ro", "Primarul din Sibiu, Radu Popa, a apărat planul. „Nu dăm niciun pas înapoi”, a spus el.", "Radu Popa"),
    ("es", "El juez Luis Arce rechazó que hubiera «una persecución política contra el partido».", None),
    ("pt", "O deputado Rui Lima negou ter recebido “qualquer favor de qualquer empresário”.", None),
    ("fr", "Le ministre Paul Roux nie avoir reçu « de l’argent de la part de cette entreprise ».", None),
    ("it", "Il ministro Luca Bassi nega di aver ricevuto «soldi da questa impresa di Roma».", None),
    ("ro", "Deputatul Radu Popa a respins acuzația că ar fi primit „bani mulți de la firma de pază”.", None),
    ("uk", "Депутат Іван Коваль заперечив, що отримував «великі гроші від охоронної фірми».", None),
    ("ru", "Депутат Иван Петров отрицал, что получал «большие деньги от охранной фирмы».", None),
    ("ro", "„Podul se va deschide în luna mai”, a declarat Ana Popa.", "Ana Popa"),
    # Who is told in a noun with its owner or its field has the name behind the comma.
    ("it", "Ha parlato l'assessore ai Lavori pubblici, Luca Bassi: «La città ha perso un treno».", "Luca Bassi"),
    ("it", "«Servono fondi, non parole», avverte la loro presidente, Anna Rossi.", "Anna Rossi"),
    ("it", "La sindaca Anna Rossi tace. «Servono fondi, non parole», dice la loro presidente.", "loro presidente"),
    ("ro", "A vorbit și avocatul său, Radu Popa: „Avem nevoie de bani, nu de vorbe”.", "Radu Popa"),
    ("ru", "Говорил его заместитель, Иван Петров: «Нам нужны деньги, а не слова».", "Иван Петров"),
    ("it", "La madre, Teresa Monti, non trova le parole. «Gli dobbiamo tutto», ripete.", "Teresa Monti"),
    # A woman may have an office that is called as a man's; nobody else's "he" is hers.
    ("ro", "Procurorul Ana Popa a râs. „Podul se va deschide în luna mai”, a adăugat ea.", "Ana Popa"),
    ("it", "Il ministro Teresa Monti tace. «Il ponte apre in maggio», aveva detto lei.", "Teresa Monti"),
    ("ro", "Procurorul Ana Popa a râs. „Podul se va deschide în luna mai”, a adăugat el.", None),
    # A noun that no list knows is a subject behind its verb, a day or a time is none, and a text is of who told.
    ("es", "Ana Ruiz habló ayer. «Nadie nos ha dicho nunca nada de eso», dijo el vigía.", None),
    ("es", "Ana Ruiz habló ayer. «Nadie nos ha dicho nunca nada de eso», dijo la semana pasada.", "Ana Ruiz"),
    ("es", "Ana Ruiz habló ayer. «Nadie nos ha dicho nunca nada de eso», dijo el pasado martes.", "Ana Ruiz"),
    ("es", "Ana Ruiz mandó una nota. «Nadie nos ha dicho nunca nada de eso», señala el texto.", "Ana Ruiz"),
    ("pt", "Ana Costa falou ontem. «Ninguém nos disse nunca nada disso», contou o vigia.", None),
    ("pt", "Ana Costa falou ontem. «Ninguém nos disse nunca nada disso», disse a noite passada.", "Ana Costa"),
    # Of two who may be "the researcher" neither is named.
    (
        "es",
        "Luis Mar, investigador de Vigo, calló.\n\nLeo Ruiz lee. «El hielo se va y nadie lo ve», dijo el investigador.",
        "el investigador",
    ),
    (
        "es",
        "Luis Mar, investigador de Vigo, calló.\n\nAna Ruiz lee. «El hielo se va y nadie lo ve», dijo el investigador.",
        "Luis Mar",
    ),
    # Nobody who bears an office of their own is meant by another's.
    (
        "ru",
        "Мэр Пётр Лось молчал.\n\nПодрядчик Иван Гай вышел. Мэр его не поддержал: «Это уже третий срок».",
        "Пётр Лось",
    ),
    (
        "nl",
        "Ada Bos zweeg. Officier van justitie Ruben Kaal gaat in beroep. ‘Wij blijven bij ons standpunt’, zei hij.",
        "Ruben Kaal",
    ),
    # A closing mark opens the next paragraph of a long quotation.
    ("es", "«Seguimos aquí mucho tiempo.\n\n»Y aquí nos vamos a quedar», dijo Ana Ruiz.", "Ana Ruiz"),
    # Who has a title stands in the same sentence.
    (
        "es",
        "El delantero Luis Ferro se va. «Quería irme en pie», explicó el jugador ayer.\n\nSu jefe, Ana Orduz, calla.",
        "Luis Ferro",
    ),
    # The noun before a verb in the perfect may be a body that no list knows.
    ("ro", "Ana Popa a vorbit ieri.\n\nEditura a transmis că volumul „va fi tipărit până vineri”.", None),
    # Whose name stands between commas before the verb is somebody.
    (
        "fr",
        "Le commissaire européen à la Pêche, Joris Van Aelst, a proposé un plan. « Le port va fermer », a-t-il averti.",
        "Joris Van Aelst",
    ),
    # An age or another noun for the same calling means who alone is told of.
    ("sv", "Brovakten Bo Nyström friades.\n\n– Jag har inte sovit på två år, säger 61-åringen.", "Bo Nyström"),
    ("sv", "Advokaten Johan Ek är nöjd.\n\n– Sensorn var trasig i flera år, menar försvararen.", "Johan Ek"),
    ("pl", "Zenon Lind jest wolny.\n\n„Przez dwa lata nie spałem” – przyznał 61-latek.", "Zenon Lind"),
    ("pl", "Burmistrz Jan Lind milczał.\n\n„Nie mamy na to pieniędzy” – mówi dziś włodarz.", "Jan Lind"),
    ("nl", "Brugwachter Wim Kolk is vrij. “Ik heb niet geslapen”, zei de 61-jarige Kampenaar.", "Wim Kolk"),
    ("nl", "Advocaat Joost Bos is blij.\n\n“De sensor was helemaal kapot”, aldus de raadsman.", "Joost Bos"),
    ("fr", "D’après le préfet, Alain Roux, le port était « en règle, mais très mal rangé ».", "Alain Roux"),
    (
        "fr",
        "« Elle est restée trente ans », dit Anne Roux. Et d’ajouter : « Elle a bien le droit de partir. »",
        "Anne Roux",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_speaker_of_a_sentence(language: str, text: str, speaker: str | None) -> None:
    """The cue's subject speaks, or who spoke before where it has none; a law or an unknown noun is nobody."""
    quotes = read(text, language)
    assert quotes
    assert {name for _, name in quotes} == {speaker}


def test_a_hyphen_opens_no_speech_in_spanish() -> None:
    """Agency reports begin with a hyphen; only a dash opens speech."""
    assert read("- El precio de los billetes subió en mayo, aseguró hoy Ana Ruiz, responsable de ventas.", "es") == []
    assert read("— El precio subió en mayo —aseguró Ana Ruiz.", "es") == [("El precio subió en mayo", "Ana Ruiz")]


def test_marks_behind_a_dash_open_no_dashed_speech_in_polish() -> None:
    """A dash before marks parts a quotation from the sentence before it."""
    text = "Jan Lind wyszedł. „Nie spałem dwa lata” – przyznał Lind. – „Teraz wracam już prosto do domu” – dodał."
    assert read(text, "pl") == [("Nie spałem dwa lata", "Jan Lind"), ("Teraz wracam już prosto do domu", "Jan Lind")]
