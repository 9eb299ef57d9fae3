"""A trade at a cue and whom the sentence before it first names, and clauses that open with whom they are about."""

import pytest

from tests.domain.speech.test_quotes import read

BROUGHT_IN = [
    (
        "en",
        "“We sang,” said skipper Bo Ray. His nephew Leo disagreed. “It was awful all night,” the deckhand said.",
        "Leo",
    ),
    (
        "it",
        (
            "«Ci passo ogni notte», dice il nuovo padrone, Vito Neri. Gli insegnerà il mestiere l'ultimo guardiano, "
            "Efisio Loi. «La lampada pesa più di me», racconta il novantenne."
        ),
        "Efisio Loi",
    ),
    (
        "ru",
        (
            "«Людей там держать нельзя», — заявил начальник порта Пётр Гай. С ним не согласен капитан сейнера Антон "
            "Рябов. «Автомат на берег не выйдет», — возразил рыбак."
        ),
        "Антон Рябов",
    ),
    (
        "uk",
        (
            "Не всі раді. Власниця крамниці в сусідньому Лузі Дарина Лис боїться. «Нехай порахують, скільки я "
            "плачу», — каже підприємиця."
        ),
        "Дарина Лис",
    ),
    # Who was told of before and is called by nothing may be meant too.
    (
        "ru",
        "Иван Лис потерял сорок коров. Во вторник приехал мэр Пётр Гай. «Он даже не вышел из машины», — сказал фермер.",
        "фермер",
    ),
    (
        "en",
        "Bo Ray lost forty ewes. On Tuesday the mayor, Al Orr, came by. “He did not leave his car,” the farmer said.",
        "the farmer",
    ),
    # Nobody speaks of himself as "he", nor has two trades.
    ("en", "The victim was named as Bo Ray. “He was a quiet man and kept ewes,” the farmer said.", "the farmer"),
    (
        "ru",
        (
            "«Это чудо», — сказал мэр Пётр Гай. С ним спорит пекарь Антон Рябов. «Коровы голодны третий день», — "
            "заметил фермер."
        ),
        "фермер",
    ),
    # An office may be of somebody whom nobody names.
    ("it", "Arrestato a Valle Ugo Neri. «Non ha opposto alcuna resistenza», riferisce il questore.", "il questore"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), BROUGHT_IN)
def test_a_trade_means_whom_the_sentence_before_first_names(language: str, text: str, speaker: str) -> None:
    """A noun for a trade or an age means who is new right before it, where nobody else may be meant."""
    assert read(text, language)[-1][1] == speaker


ABOUT = [
    ("it", "A difendere il parroco è Lia Neri. «Valuteremo l'appello entro maggio», ha annunciato.", "Lia Neri"),
    ("it", "A denunciare il sindaco è stato Ugo Neri. «Valuteremo l'appello entro maggio», ha annunciato.", "Ugo Neri"),
    (
        "it",
        "Dopo aver difeso la parrocchia, Lia Neri tace. «Valuteremo l'appello entro maggio», ha poi detto.",
        "Lia Neri",
    ),
    ("pt", "Depois de ter defendido o pároco, Lia Reis calou-se. «Estudaremos o recurso em maio», disse.", "Lia Reis"),
    (
        "fr",
        "Après avoir défendu le curé, Léa Guy s'est tue. « Nous étudierons l'appel en mai », a-t-elle dit.",
        "Léa Guy",
    ),
]

ABOUT += [  # Who writes a note is who praises in it.
    ("pt", "O presidente da câmara felicitou os alunos numa nota em que elogia «o engenho de quem tem pouco».",
     "O presidente da câmara"),
    ("es", "El alcalde felicitó a los alumnos en una nota en la que elogia «el ingenio de todos».", "El alcalde"),
    ("it", "Il sindaco ha fatto gli auguri agli alunni con una nota in cui elogia «l'ingegno di tutti».", "Il sindaco"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), ABOUT)
def test_whom_an_opening_clause_is_about_is_not_who_goes_on(language: str, text: str, speaker: str) -> None:
    """Behind an infinitive that opens a sentence stands whom it is about, and who does it further on."""
    assert [who for _, who in read(text, language)] == [speaker]


WRITTEN = [
    ("pt", "«O corte foi comunicado em maio», respondeu por escrito a porta-voz Marta Reis.", "Marta Reis"),
    ("fr", "« La coupe a été annoncée en mai », a répondu par écrit la porte-parole Marthe Guy.", "Marthe Guy"),
    ("es", "«El corte fue comunicado en mayo», respondió por escrito la portavoz Marta Gil.", "Marta Gil"),
    ("it", "«È presto per fare nomi», ha tagliato corto la pm Elisa Neri uscendo dal municipio.", "Elisa Neri"),
    ("it", "L'ingegnere Ugo Neri non ha dubbi. «Il sistema ha funzionato bene», dice il tecnico.", "Ugo Neri"),
    (
        "pt",
        "«Temos dois para oito», diz a diretora clínica, Lia Reis. A médica espera. «Não há resposta», nota.",
        "Lia Reis",
    ),
    ("es", "La portera Lía Gil prefirió tomarlo con humor. «Exijo que declare la avispa», dijo.", "Lía Gil"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), WRITTEN)
def test_who_speaks_in_other_words(language: str, text: str, speaker: str) -> None:
    """How it is said, and another noun for what somebody is, hide nobody who speaks."""
    assert read(text, language)[-1][1] == speaker


def test_a_noun_with_an_age_is_nobody_who_is_called_something() -> None:
    """A lawyer is not the runner of 29 who is told of behind him, and no pronoun makes him one."""
    text = (
        "L'avocat de Luc Serre, Maître Alain Blin, dénonce « un procès sans preuves du tout ».\n\nLe coureur de 29 ans "
        "a dit son amertume. « On m'a condamné sans m'entendre », écrit-il."
    )
    assert [who for _, who in read(text, "fr")] == ["Alain Blin", "Le coureur de 29 ans"]


def test_a_few_words_before_any_verb_that_reports_are_speech() -> None:
    """More than a word with a comma and a verb that reports is a quotation."""
    text = "Udo Lind fordert Ersatz. „Tausend Euro je Volk“, rechnet er vor, „weniger ist Hohn.“"
    assert read(text, "de")[0] == ("Tausend Euro je Volk", "Udo Lind")


SPOKEN_OF = [
    ("en", "The victim, Al Lee, is in a serious state. “We will keep him in a coma for now,” the surgeon said.",
     "the surgeon"),
    ("de", "Der Verletzte, Max Lind, ist in ernstem Zustand. „Wir lassen ihn drei Tage im Koma“, erklärt der Chirurg.",
     "der Chirurg"),
    ("it", "Il ferito, Ugo Neri, è grave. «Lo terremo in coma per tre giorni», spiega il primario.", "il primario"),
    ("ru", "Раненый, Пётр Лис, в тяжёлом состоянии. «Будем держать его в коме», — объясняет реаниматолог.",
     "реаниматолог"),
    # He may be another who is told of, and nobody is spoken of here.
    ("en", "Al Lee faced Tom Orr in court. Lee was calm. “He broke my window with a spade,” the surgeon said.",
     "Al Lee"),
    ("de", "Max Lind ist müde. „Wir operieren heute noch bis Mitternacht“, erklärt der Chirurg.", "Max Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN_OF)
def test_of_whom_a_quotation_speaks_does_not_say_it(language: str, text: str, speaker: str) -> None:
    """A trade at a cue is not of the only one whom the quotation calls "he" or "him"."""
    assert read(text, language)[-1][1] == speaker
