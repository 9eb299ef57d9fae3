import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import FoundQuote, find_quotes
from bot.domain.values.article import Article

MARKS = "\"“”„«»‹›‘’'「」『』—–"


def read(text: str, language: str | None = "en") -> list[tuple[str, str | None]]:
    """The quotations of a text with their speakers."""
    return [(text[quote.start : quote.end], quote.speaker) for quote in found(text, language)]


def found(text: str, language: str | None = "en") -> tuple[FoundQuote, ...]:
    """What is found in a text of this language."""
    article = Article(text=text, language=language)
    return find_quotes(article, find_entities(article))


def test_a_cue_after_the_quotation_names_the_speaker() -> None:
    """The name beside the verb of speech is the speaker, in either order."""
    assert read("“The dam will hold through the winter,” said Ann Lowry.") == [
        ("The dam will hold through the winter,", "Ann Lowry")
    ]
    assert read("“The dam will hold through the winter,” Ann Lowry said.")[0][1] == "Ann Lowry"


HARMED = {
    "odd mark": "The sign of the inn says “Welcome and shows a fish, which nobody likes.",
    "stray close": "The sign of the inn shows a fish” which nobody likes.",
    "odd straight mark": 'The sign of the inn says "Welcome and shows a fish, which nobody likes.',
    "apostrophes": "The '90s inn's sign, the Joneses' pride, ain't liked, y'all.",
    "inch sign": 'The sign of the inn is 12" high and 30" wide, which nobody likes.',
}


@pytest.mark.parametrize("harm", HARMED.values(), ids=HARMED)
def test_an_odd_mark_harms_one_paragraph_at_most(harm: str) -> None:
    """Whatever is wrong with the marks of one paragraph, those before and after it are read as they stand."""
    text = f'“The dam will hold,” said Ann Lowry.\n\n{harm}\n\n"It has held for years," said Bo Marsh.\n\n{harm}'
    kept = [(quote, speaker) for quote, speaker in read(text) if quote not in harm]
    assert kept == [("The dam will hold,", "Ann Lowry"), ("It has held for years,", "Bo Marsh")]


def test_a_missing_close_ends_with_its_paragraph() -> None:
    """Speech whose closing mark is missing is a quotation up to the paragraph's end, and no further."""
    text = "Ann Lowry said: “The dam will hold until spring.\n\nThe rain went on. “It is wet,” said Bo Marsh."
    assert read(text) == [("The dam will hold until spring.", "Ann Lowry"), ("It is wet,", "Bo Marsh")]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    """Each paragraph opens with a mark and only the last closes: each is a quotation, all of one speaker."""
    text = "“The dam will hold,” said Ann Lowry. “It is old.\n\n“But it is thick.\n\n“And I am below it.”\n\nRain fell."
    parts = ["It is old.", "But it is thick.", "And I am below it."]
    assert read(text)[1:] == [(part, "Ann Lowry") for part in parts]


def test_a_quotation_broken_by_its_cue_has_one_speaker() -> None:
    """Both slices stand in the text as they are, and belong to one speaker."""
    assert read("“The dam,” Ann Lowry said, “will hold until the spring.”") == [
        ("The dam,", "Ann Lowry"),
        ("will hold until the spring.", "Ann Lowry"),
    ]


def test_scare_quotes_and_titles_are_no_speech() -> None:
    """A word in marks and the name of a work are left out; a partial quotation with weight or a cue is kept."""
    assert read("The “experts” saw “Rain Over Leeds” at the “Grand” twice.") == []
    assert read("Ann Lowry called the dam “an accident with a view”.") == [("an accident with a view", "Ann Lowry")]
    assert read("Ann Lowry called the dam “shockingly leaky”.") == [("shockingly leaky", "Ann Lowry")]


def test_a_single_mark_within_double_marks_is_a_part() -> None:
    """A quotation within a quotation is no quotation of its own, whichever marks are outside."""
    assert read("“He shouted ‘run for the hills’ at me,” Ann Lowry said.") == [
        ("He shouted ‘run for the hills’ at me,", "Ann Lowry")
    ]
    assert read("‘He shouted “run for the hills” at me,’ Ann Lowry said.") == [
        ("He shouted “run for the hills” at me,", "Ann Lowry")
    ]


def test_a_speaker_keeps_the_role() -> None:
    """What the text calls the speaker beside the name is kept with the quotation."""
    before = found("“The dam will hold until spring,” said county engineer Ann Lowry.")
    behind = found("“The dam will hold until spring,” said Ann Lowry, a spokeswoman for the county.")
    assert [(quote.speaker, quote.role) for quote in (*before, *behind)] == [
        ("Ann Lowry", "county engineer"),
        ("Ann Lowry", "a spokeswoman for the county"),
    ]


@given(st.text(alphabet=st.sampled_from(MARKS + "abc DEF,.:?!\n 1"), max_size=200), st.sampled_from(["en", "de", None]))
def test_any_text_gives_slices_in_order(text: str, language: str | None) -> None:
    """Whatever the text, quotations are slices of it, in order, not overlapping."""
    past = 0
    for quote in found(text, language):
        assert past <= quote.start < quote.end <= len(text)
        past = quote.end


def test_a_quotation_within_one_by_the_same_marks() -> None:
    """Straight marks within straight marks lose nothing: the whole is one quotation."""
    text = 'Ann Lowry wrote, "The sign that says "Keep out!" was ours, you know." Bo Marsh said, "It was not."'
    assert [quote for quote, _ in read(text)] == ['The sign that says "Keep out!" was ours, you know.', "It was not."]


def test_names_that_close_once_for_two() -> None:
    """Where one mark closes a name and the name within it, the paragraph's other words are no quotation."""
    text = "ТОВ «Будівельна компанія «Акві-буд» уклало угоду з ТОВ «Завод «Фундамент-М» у травні."
    assert read(text, "uk") == []


NAMES = {
    "uk": "Компанія «Нова пошта» повідомила про збитки. Роман «Сто років самотності там і тут» видало видавництво.",
    "ru": "Газета «Новые известия» сообщила об этом. Роман «Сто лет одиночества там и тут» издан снова.",
    "pt": "O romance «Cem anos de solidão ali e aqui» saiu, disse Ana Costa. O navio «Boa esperança» partiu.",
    "es": "La novela «Cien años de soledad aquí y allí» salió, dijo Ana Costa. El barco «Buena esperanza» partió.",
    "fr": "Le roman « Cent ans de solitude ici et là » est paru, a dit Anne Roux. Le bateau « Bonne espérance » part.",
    "it": "Il romanzo «Cento anni di solitudine qua e là» è uscito, ha detto Anna Rossi. La nave «Buona speranza» va.",
    "ro": "Romanul „Un veac de singurătate și zile” a apărut, a spus Ana Popa. Nava „Buna speranță” a plecat.",
    "de": "Der Roman „Jeder stirbt hier für sich allein“ ist da, sagt Anna Roth. Das Schiff „Gute Hoffnung“ geht.",
    "en": "Ann Lowry said on the show “This Week With George Marsh” that “The River in Spring,” by Bo Marsh, is fine.",
}


@pytest.mark.parametrize("language", NAMES)
def test_names_of_firms_works_and_ships_are_no_quotations(language: str) -> None:
    """What stands between marks behind the noun for it, or with a title's capitals, is a name."""
    assert read(NAMES[language], language) == []


def test_a_short_quotation_that_has_its_sentence_to_itself_is_speech() -> None:
    """Where the point stands behind the mark, three words of who spoke before are theirs, and a name is none."""
    text = "«Hoy he vendido once barras», lamentó Benito Gil. «Ayer fueron mil». Luego cerró «La Casa Vieja»."
    assert [quote for quote, _ in read(text, "es")] == ["Hoy he vendido once barras", "Ayer fueron mil"]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("de", "„Nein“, sagt Jana Moll, „wir ziehen für niemanden um.“", ["Nein", "wir ziehen für niemanden um."]),
        ("de", "„Faust“, sagt Jana Moll, sei ihr liebstes Stück.", []),
        ("fr", "« Non », a dit Anne Roux, « nous ne bougerons pas d'ici. »", ["Non", "nous ne bougerons pas d'ici."]),
        ("fr", "« Carmen », a dit Anne Roux, est son opéra préféré.", []),
    ],
)
def test_one_word_is_speech_where_the_quotation_goes_on(language: str, text: str, quotes: list[str]) -> None:
    """A single word is a name, unless who says it says more behind the verb."""
    assert [quote for quote, _ in read(text, language)] == quotes


def test_what_begins_in_lower_case_is_no_name() -> None:
    """A part of somebody's sentence is quoted even behind a noun for names."""
    text = "Wie Anna Roth erklärte, sieht sie in dem Gesetz „kein Hindernis für den freien Verkehr“."
    assert read(text, "de") == [("kein Hindernis für den freien Verkehr", "Anna Roth")]


def test_a_heading_of_a_work_with_its_writer_is_no_quotation() -> None:
    """A newsletter's headline before its writer is no speech."""
    assert read("NOW OPEN - “An old mill gets a gallery at last,” by Ann Lowry: it opens in May.") == []
