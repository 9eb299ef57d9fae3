"""Each language attributes the ways of reporting speech that its newspapers use."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

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
    ("tr", "Belediye Başkanı Kamil Beyaz, “Köprü bütün kış dayanır” dedi.", "Kamil Beyaz"),
    ("tr", "“Okulu bu yıl kapatmıyoruz” diyen Müdür Meral Güneş sözlerini sürdürdü.", "Meral Güneş"),
    ("tr", "Meclis Üyesi İlker Işık şöyle konuştu: “Her şeyi iki kez denetledik.”", "İlker Işık"),
    ("tr", "Meral Güneş'e göre bina “bütün uzun kış boyunca güvenli”.", "Meral Güneş"),
    ("sv", "”Bron håller hela vintern”, sade borgmästaren Karl Hedin.", "Karl Hedin"),
    ("sv", "– Vi stänger inte skolan i år, säger rektorn Marta Gillberg till TT.", "Marta Gillberg"),
    ("sv", "Enligt Marta Gillberg är huset ”säkert hela den långa vintern”.", "Marta Gillberg"),
    ("sv", "”Allting har kontrollerats två gånger”, skriver kommunalrådet Jan Holst i ett mejl.", "Jan Holst"),
    ("nl", "‘De brug houdt de hele winter’, zei burgemeester Karel de Wit.", "Karel de Wit"),
    ("nl", "„We sluiten de school dit jaar niet”, aldus directeur Marta van der Gil.", "Marta van der Gil"),
    ("nl", "“We hebben alles twee keer gecontroleerd”, liet wethouder Jan ter Horst weten.", "Jan ter Horst"),
    ("nl", "Volgens Marta van der Gil is het gebouw ‘de hele lange winter veilig’.", "Marta van der Gil"),
    ("pl", "„Most wytrzyma całą zimę” – powiedział burmistrz Karol Wit.", "Karol Wit"),
    ("pl", "– Most wytrzyma całą zimę – powiedział po sesji burmistrz Karol Wit.", "Karol Wit"),
    (
        "pl",
        "Radni milczeli. – Most wytrzyma całą zimę – mówi dyrektorka szkoły Marta Gil. – Inaczej być nie może.",
        "Marta Gil",
    ),
    ("pl", "Zdaniem Marty Gil budynek jest „bezpieczny przez całą długą zimę”.", "Marty Gil"),
    ("pl", "„Most wytrzyma całą zimę” – przekazała Radiu Mardle dyrektorka szkoły dr Marta Gil.", "Marta Gil"),
    ("de", "„Die Brücke hält den ganzen Winter“, sagte Bürgermeister Karl Brandt.", "Karl Brandt"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), WAYS)
def test_a_speaker_is_found(language: str, text: str, speaker: str) -> None:
    """The cue names the speaker, whatever its form."""
    article = Article(text=text, language=language)
    quotes = find_quotes(article, find_entities(article))
    assert quotes
    assert {quote.speaker for quote in quotes} == {speaker}


def speakers(text: str, language: str) -> list[tuple[str, str | None]]:
    """The quotations of a text with their speakers."""
    article = Article(text=text, language=language)
    quotes = find_quotes(article, find_entities(article))
    return [(text[quote.start : quote.end], quote.speaker) for quote in quotes]


def test_a_cue_within_the_marks_parts_the_quotation() -> None:
    """In Russian and Ukrainian dashes part the cue from speech within one pair of marks: two slices, one speaker."""
    text = "«Мост цел, — сказал мэр Петр Громов, — и простоит еще сто лет»."
    assert speakers(text, "ru") == [("Мост цел,", "Петр Громов"), ("и простоит еще сто лет", "Петр Громов")]


def test_dashes_open_speech() -> None:
    """A dash at a paragraph's start opens speech, which ends where its cue begins."""
    text = "— Le pont tiendra, et moi aussi ! a lancé la maire, Hélène Castan."
    assert speakers(text, "fr") == [("Le pont tiendra, et moi aussi !", "Hélène Castan")]


def test_dashes_open_speech_behind_a_sentence_too() -> None:
    """In Polish a dash behind a sentence opens speech, the next one its cue, and another one goes on with it."""
    text = "Radni milczeli. – Nasz most – mówi Marta Gil – wytrzyma całą zimę. – Poczekamy do wiosny – dodał Karol Wit."
    assert speakers(text, "pl") == [
        ("Nasz most", "Marta Gil"),
        ("wytrzyma całą zimę.", "Marta Gil"),
        ("Poczekamy do wiosny", "Karol Wit"),
    ]


def test_a_dash_within_a_sentence_opens_no_speech() -> None:
    """A dash before what somebody told, and one beside an apposition, open nothing."""
    assert speakers("Cena wzrosła o 8 proc. – podał w piątek Urząd. Basen – jedyny w gminie – zamknięto.", "pl") == []


def test_a_dash_without_a_cue_opens_an_item() -> None:
    """A list's items between dashes are no speech."""
    assert speakers("— deux ponts neufs et une passerelle pour les vélos", "fr") == []


def test_a_line_below_signs_a_quotation() -> None:
    """A name with a title under a quotation that stands alone is its speaker."""
    text = "“I was late for thirty years and had no excuse.”\n\n— Harriet Odum, history teacher"
    assert speakers(text, "en") == [("I was late for thirty years and had no excuse.", "Harriet Odum")]


def test_a_quotation_alone_belongs_to_whom_the_paragraph_before_tells_of() -> None:
    """A floating quotation is spoken by the person whom the paragraph before is about, when that quotes nobody."""
    text = "Annika Strand was alone on the bridge all night.\n\n“You do not think about medals. You think of the rope.”"
    assert speakers(text, "en")[0][1] == "Annika Strand"


def test_a_dash_between_spaces_turns_to_a_cue_and_back() -> None:
    """Dashes with spaces part speech from its cue where no point stands before them; another is a pause."""
    text = "— Procurámos médicos no país inteiro — disse a diretora Inês Maio. — Ninguém quis vir."
    assert speakers(text, "pt") == [
        ("Procurámos médicos no país inteiro", "Inês Maio"),
        ("Ninguém quis vir.", "Inês Maio"),
    ]
    paused = "— Procurámos médicos — no país inteiro — e ninguém veio — disse Inês Maio — porque pagam pouco."
    assert speakers(paused, "pt") == [
        ("Procurámos médicos — no país inteiro — e ninguém veio", "Inês Maio"),
        ("porque pagam pouco.", "Inês Maio"),
    ]
    threat = "— Dacă nu vin banii, plec în Italia, amenință Costel Buză, care lucra la vie."
    assert speakers(threat, "ro") == [("Dacă nu vin banii, plec în Italia,", "Costel Buză")]
    aside = "— Vou a pé — se a ponte, como disse ontem o rádio, ainda está fechada."
    assert [text for text, _ in speakers(aside, "pt")] in ([], [aside.removeprefix("— ")])
