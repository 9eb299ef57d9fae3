"""The language of texts, long and short, with and without what the page says of itself."""

import pytest

from bot.domain.language.language_of import language_of

SENTENCES = {
    "en": "The harbour office said on Monday that the old ferry will sail again in May, after three years of repairs.",
    "ro": "Căpitănia portului a declarat luni că vechiul feribot va naviga din nou în mai, după trei ani de reparații.",
    "fr": "La capitainerie a déclaré lundi que le vieux bac naviguera de nouveau en mai, après trois ans de travaux.",
    "de": "Das Hafenamt teilte am Montag mit, dass die alte Fähre nach drei Jahren Reparatur im Mai wieder fährt.",
    "es": "La capitanía dijo el lunes que el viejo transbordador navegará de nuevo en mayo, tras años de obras.",
    "it": "La capitaneria ha detto lunedì che il vecchio traghetto navigherà di nuovo a maggio, dopo anni di lavori.",
    "pt": "A capitania disse na segunda-feira que a velha balsa voltará a navegar em maio, depois de anos de obras.",
    "uk": "Управління порту повідомило в понеділок, що старий пором знову вийде в море в травні після ремонту.",
    "ru": "Управление порта сообщило в понедельник, что старый паром снова выйдет в море в мае после ремонта.",
    "zh": "港务局周一表示，这艘旧渡轮经过三年的维修，将于五月重新起航。",
    "ja": "港湾局は月曜日、三年間の修理を終えた古いフェリーが五月に再び運航すると発表した。",
    "ar": "قالت هيئة الميناء يوم الاثنين إن العبارة القديمة ستبحر مجددا في مايو بعد ثلاث سنوات من الإصلاح.",
    "nl": "Het havenbedrijf zei maandag dat de oude veerboot in mei weer vaart, na drie jaar van herstelwerk.",
    "sv": "Hamnkontoret sade på måndagen att den gamla färjan ska gå igen i maj, efter tre år av reparationer.",
    "tr": "Liman idaresi pazartesi günü eski feribotun üç yıllık onarımdan sonra mayısta yeniden çıkacağını söyledi.",
    "pl": "Zarząd portu poinformował w poniedziałek, że stary prom znów popłynie w maju, po trzech latach remontu.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_language_of_a_sentence_is_told(code: str) -> None:
    """One sentence of news is enough to tell its language."""
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize("code", ["de", "ru", "ja", "ar"])
def test_wrong_hint_is_overruled_by_a_plain_text(code: str) -> None:
    """A page that calls itself English is not believed when its text is plainly another language."""
    assert language_of(SENTENCES[code], "en-US") == code


@pytest.mark.parametrize("hint", ["de", "de-AT", "de_DE", " DE "])
def test_hint_is_read_in_the_forms_that_pages_use(hint: str) -> None:
    """Region, separator and case of a declared language do not matter."""
    assert language_of("Na ja.", hint) == "de"


def test_short_text_takes_the_hint() -> None:
    """A few words tell no language, so the page's word stands."""
    assert language_of("Mario Conti, Roma", "it") == "it"


def test_short_text_without_a_hint_has_no_language() -> None:
    """A few words tell no language, and nothing is guessed."""
    assert language_of("Mario Conti, Roma") is None


@pytest.mark.parametrize("text", ["", " \n", "1 2 3 4 5 6", "https://", "\ud800" * 100])
def test_text_without_words_has_no_language(text: str) -> None:
    """Nothing to read gives no language and no fault."""
    assert language_of(text) is None


@pytest.mark.parametrize("hint", ["", "x", "english", "42", "{}"])
def test_odd_hints_are_no_language(hint: str) -> None:
    """A declared language that is no ISO 639-1 code counts as none."""
    assert language_of("Mario", hint) is None


def test_japanese_without_a_hint_is_told_by_its_kana() -> None:
    """Kana stand in Japanese alone, so three words of it are enough."""
    assert language_of("きょうのニュース") == "ja"


NEIGHBOURS = {
    "ca": "L'alcaldessa va dir ahir que el port tancarà a l'hivern. No hi ha diners per reparar el moll, i "
    "els pescadors hauran d'anar a un altre port. El que passarà després no se sap, però el consell en parlarà.",
    "gl": "A alcaldesa dixo onte que o porto pechará no inverno. Non hai cartos para arranxar o peirao, e os "
    "pescadores terán que ir a outro porto. O que pasará despois aínda non se sabe, pero o concello falará diso.",
    "af": "Die burgemeester van die stad het gister gesê dat die hawe in die winter gaan sluit. Daar is geen geld om "
    "die kaai te herstel nie, en die vissermanne moet na 'n ander hawe gaan.",
    "da": "Borgmesteren sagde i går, at havnen lukker til vinter. Der er ikke penge til at reparere kajen, og fiskerne "
    "må tage til en anden havn. Hvad der sker bagefter, ved ingen endnu, men byrådet taler om det i maj.",
    "bg": "Кметът на града каза вчера, че пристанището ще бъде затворено през зимата. Няма пари за ремонт на кея и "
    "рибарите трябва да търсят друго пристанище.",
}


@pytest.mark.parametrize("code", NEIGHBOURS)
def test_a_neighbouring_language_is_not_taken_for_one_that_is_known(code: str) -> None:
    """A language whose function words are half those of Spanish, German or Russian is told from them."""
    assert language_of(NEIGHBOURS[code]) == code
