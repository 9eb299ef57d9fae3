"""Summaries: whole sentences that tell the story and stand on their own, in every language."""

import pytest

from bot.domain.brief.summaries.choice import SummarySentence, choose
from bot.domain.brief.summaries.summary import Summary
from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article
from bot.domain.values.wish import Length

LEAD = "The town council of Lakeside voted on Tuesday to buy back the old ferry for two million crowns."
SECOND = "The boat will carry passengers between both shores again from June, Mayor Ines Halloran announced."
THIRD = "Repairs of the hull and the engine have cost the Northern Boat Company three years and most of its savings."
FOURTH = "Fishermen on the eastern shore fear that the ferry will drive away the last of the pike."


def summary(
    *paragraphs: str, language: str | None = "en", title: str | None = None, length: Length = Length.NORMAL
) -> list[str]:
    """The sentences of the summary of these paragraphs."""
    article = Article("\n\n".join(paragraphs), title=title, language=language)
    entities = find_entities(article)
    found = Summary(article, entities, find_quotes(article, entities)).of(length)
    for sentence in found:
        assert sentence.paragraph is not None
        assert sentence.text in paragraphs[sentence.paragraph]
    return [sentence.text for sentence in found]


@pytest.mark.parametrize(("length", "count"), [(Length.SHORT, 2), (Length.NORMAL, 3), (Length.LONG, 4)])
def test_length_is_wished(length: Length, count: int) -> None:
    """Two, three or four sentences are given where the article has as many."""
    assert len(summary(LEAD, SECOND, THIRD, FOURTH, length=length)) == count


def test_sentences_come_in_reading_order() -> None:
    """Whatever their worth, sentences keep the order of the text."""
    assert summary(LEAD, SECOND, THIRD, FOURTH, length=Length.LONG) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    "sentence",
    [
        "But the price was too high for the northern villages of the lake.",
        "However, the northern villages of the lake refused to pay their share.",
        "She had promised to do so before the last election in the town.",
        "They will meet again in the town hall of Lakeside on Thursday.",
        "This would have been the end of every ferry on the lake.",
        "Asked whether the boat is safe, his deputy showed the certificate.",
        "Will the northern villages of the lake ever pay their share?",
        "I have travelled on this boat since the days of my childhood.",
        "Sign up for our newsletter to read more stories from the lake.",
        "Follow us on every channel for the latest news from the lake.",
        "Additional reporting by Nils Moreau, who contributed to this report.",
        "“The lake belongs to everybody who lives on its shore,” Halloran said.",
        "The boat was so old that “nobody remembers who had built it.",
        "Timetables and prices are at https://example.org/ferry for all passengers.",
    ],
)
def test_sentence_that_does_not_stand_alone_is_left_out(sentence: str) -> None:
    """Leaning words, questions, the writer's voice, debris, quotations and half quotations stay out."""
    assert summary(LEAD, sentence, SECOND, THIRD, FOURTH, length=Length.LONG) == [LEAD, SECOND, THIRD, FOURTH]


def test_pronoun_with_its_bearer_may_stay() -> None:
    """A pronoun whose bearer stands before it in the sentence leans on nothing."""
    sentence = "Mayor Ines Halloran said on Monday that she would travel on the first ferry from the eastern shore."
    assert sentence in summary(LEAD, sentence)


def test_captions_credits_and_headings_are_left_out() -> None:
    """What belongs to pictures, and headings, are no sentences of the story."""
    caption, credit, heading = "The old ferry at its pier in spring.", "Photo: Nils Moreau.", "What the council decided"
    assert summary(LEAD, caption, credit, heading, SECOND, THIRD, FOURTH, length=Length.LONG) == [
        LEAD,
        SECOND,
        THIRD,
        FOURTH,
    ]


def test_sentence_that_says_the_same_again_is_left_out() -> None:
    """What was said already is not said twice."""
    again = "Lakeside's town council voted to buy back its old ferry for two million crowns on Tuesday."
    assert summary(LEAD, again, SECOND, THIRD) == [LEAD, SECOND, THIRD]


def test_opening_scene_gives_way_to_the_news() -> None:
    """A feature that opens with a scene is summarised by the paragraph that tells the news."""
    scene = "At the end of the pier, where gulls quarrel over bread, an old man waits with a rope in his hands."
    assert summary(scene, LEAD, SECOND, THIRD) == [LEAD, SECOND, THIRD]


def test_dateline_is_taken_off() -> None:
    """A summary's first sentence begins after the place and the agency."""
    assert summary(f"LAKESIDE, May 3 (Newswire) - {LEAD}", SECOND)[0] == LEAD


def test_an_agencys_dash_is_taken_off() -> None:
    """A dash that a dateline left behind is no part of the lead."""
    assert summary(f"- {LEAD}", SECOND, THIRD)[0] == LEAD


def test_article_with_nothing_that_fits_gives_what_it_has() -> None:
    """Where every sentence leans, the best of them still is the summary."""
    assert summary("But he refused to travel on the ferry of the northern villages.") == [
        "But he refused to travel on the ferry of the northern villages."
    ]


@pytest.mark.parametrize("text", ["", "No.", "Photo: Nils Moreau.", "Ferry timetable", "?"])
def test_text_without_sentences_gives_none(text: str) -> None:
    """Nothing is made up where there is no sentence."""
    assert summary(text) == []


@pytest.mark.parametrize(
    ("language", "lead", "leaning"),
    [
        (
            "uk",
            "Міська рада у вівторок проголосувала за купівлю старого порома.",
            "Сталося це після довгих суперечок між селами біля озера.",
        ),
        (
            "ru",
            "Городской совет во вторник проголосовал за покупку старого парома.",
            "Произошло это после долгих споров между деревнями у озера.",
        ),
        (
            "ro",
            "Consiliul orașului a votat marți cumpărarea vechiului feribot.",
            "Însă prețul a fost prea mare pentru satele lacului.",
        ),
        (
            "fr",
            "Le conseil de la ville a voté mardi l'achat du vieux bac du lac.",
            "Cependant, le prix était trop élevé pour les villages.",
        ),
        (
            "de",
            "Der Rat der Stadt hat am Dienstag den Kauf der alten Fähre beschlossen.",
            "Doch der Preis war den Dörfern am See zu hoch.",
        ),
        (
            "es",
            "El consejo de la ciudad votó el martes la compra del viejo barco.",
            "Sin embargo, el precio era alto para los pueblos.",
        ),
        (
            "it",
            "Il consiglio della città ha votato martedì l'acquisto del battello.",
            "Tuttavia il prezzo era troppo alto per i paesi del lago.",
        ),
        (
            "pt",
            "O conselho da cidade votou na terça a compra do velho barco do lago.",
            "Porém, o preço era alto demais para as aldeias.",
        ),
        (
            "uk",
            "Міська рада у вівторок проголосувала за купівлю старого порома.",
            "Однак ціна була зависокою для сіл на озері.",
        ),
        (
            "ru",
            "Городской совет во вторник проголосовал за покупку старого парома.",
            "Однако цена была слишком высокой для сел на озере.",
        ),
        (
            "sv",
            "Stadens råd röstade på tisdagen för att köpa den gamla färjan.",
            "– Priset var för högt för byarna vid sjön, säger Nils Lind.",
        ),
        ("zh", "市议会周二投票决定以两百万克朗买回旧渡轮。", "但是这个价格对湖边的村庄来说太高了。"),
        (
            "ja",
            "市議会は火曜日、古い渡し船を二百万クローネで買い戻すことを決めた。",
            "しかし、その値段は湖畔の村々には高すぎた。",
        ),
        (
            "ar",
            "صوت مجلس المدينة يوم الثلاثاء على شراء العبارة القديمة من الشركة.",
            "لكن السعر كان مرتفعا جدا على قرى البحيرة الشمالية.",
        ),
    ],
)
def test_every_language_leaves_out_what_leans(language: str, lead: str, leaning: str) -> None:
    """Each language knows the words that lean on the sentence before, and speech that a dash opens."""
    assert summary(lead, leaning, language=language) == [lead]


@pytest.mark.parametrize(
    ("language", "lead", "leaning"),
    [
        (
            "de",
            "Der Rat der Stadt hat am Dienstag den Kauf der alten Fähre beschlossen.",
            "Andere legten sich auf die Straße vor dem Hafen.",
        ),
        (
            "de",
            "Der Rat der Stadt hat am Dienstag den Kauf der alten Fähre beschlossen.",
            "Von dort wird der Betrieb der Fähre geleitet.",
        ),
        (
            "es",
            "El consejo de la ciudad votó el martes la compra del viejo barco.",
            "Otros se quedaron en la plaza hasta la noche.",
        ),
    ],
)
def test_others_and_from_there_lean(language: str, lead: str, leaning: str) -> None:
    """Others than whom, and from where, stands in the sentence before."""
    assert summary(lead, leaning, language=language) == [lead]


def test_language_without_data_still_gets_a_summary() -> None:
    """Where nothing is known of a language, place and words choose."""
    assert summary(
        "Dewan kota memutuskan pada hari Selasa untuk membeli kembali kapal feri tua.",
        "Kapal itu akan berlayar lagi mulai bulan Juni, kata wali kota.",
        language="id",
    )


def test_long_text_is_summarised_from_its_beginning() -> None:
    """However long a text is, its summary comes from its first pages."""
    paragraphs = [LEAD, SECOND, THIRD] + [
        f"Passenger number {n} of the ferry bought a ticket for two crowns." for n in range(5000)
    ]
    assert summary(*paragraphs)[0] == LEAD


def test_a_caption_that_tells_who_stands_where_is_no_news() -> None:
    """What tells in brackets who stands where in a picture stands in no summary."""
    caption = "Ann Lee (left) hands the key of the old mill to Bo Ray (right) at the town hall in Mardle on Friday."
    news = "The town of Mardle has sold its old mill to a baker for the sum of one pound on Friday."
    assert summary(caption, news) == [news]


def test_the_first_sentence_never_leans() -> None:
    """A lead whose pronoun has a common noun as its bearer, or none at all, opens the summary."""
    lead = "A woman has died after her car left the old bridge at Lakeside on Monday, police said."
    assert summary(lead, "She was 34 and lived near the bridge.", SECOND, THIRD)[0] == lead


def test_a_common_noun_bears_a_pronoun() -> None:
    """A later sentence stands on its own when a noun for people stands before its pronoun."""
    sentence = "A fisherman from the eastern shore told the council on Monday that he would sell his boat."
    assert sentence in summary(LEAD, sentence)


def test_the_summary_has_the_turn_and_the_outlook() -> None:
    """What is set against the news, and what is still to come, come before the sentences right behind the lead."""
    turn = "Fishermen on the eastern shore rejected the plan, although it promises them a pier of their own."
    outlook = "A date for the first trip will be set once the engine has passed its tests."
    assert summary(LEAD, SECOND.replace("will carry", "carried"), THIRD, turn, outlook) == [LEAD, turn, outlook]


def test_who_is_first_named_is_named_in_full() -> None:
    """A surname is replaced by the full name that the article gives elsewhere, once, and never in a quotation."""
    article = Article(
        "Halloran has lost the vote on the old ferry of Lakeside by two voices on Tuesday.\n\n"
        "The council refused to pay what Halloran called “the Halloran price”, although the money is there.\n\n"
        "Ines Halloran, the mayor, told the council that the ferry will be sold next week.",
        language="en",
    )
    entities = find_entities(article)
    found = [s.text for s in Summary(article, entities, find_quotes(article, entities)).of(Length.NORMAL)]
    assert found[0].startswith("Ines Halloran has lost the vote")
    assert found[1].startswith("The council refused to pay what Halloran called “the Halloran price”")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Familie Keller verkauft den Hof in Osnitz nach 200 Jahren.\n\nRolf Keller sagt, es tue ihm leid.",
        ),
        (
            "de",
            "Eine Ära endet am Sonntag in Harburg nach zwei Pokalen.\n\nDer Bundesligist TV Harburg sagte es ab.",
        ),
        ("en", "The Patel shop closed on Monday after thirty years.\n\nDev Patel, the owner, said he was tired."),
        ("fr", "Le garage Petit a fermé lundi après trente ans à Vernay.\n\nJean Petit a dit qu'il était fatigué."),
        ("pt", "A barbearia Lima fecha no sábado ao fim de 104 anos.\n\nAbel Lima disse que estava cansado."),
    ],
)
def test_what_has_somebodys_name_keeps_it_as_it_is(language: str, text: str) -> None:
    """A surname behind an article, or behind a noun for a firm or a family, stands for nobody in full."""
    article = Article(text, language=language)
    entities = find_entities(article)
    found = Summary(article, entities, find_quotes(article, entities)).of(Length.NORMAL)
    assert found[0].text == text.partition("\n")[0]


def test_who_only_lends_a_name_is_named_in_full_later() -> None:
    """What has somebody's surname does not name them: the first sentence that does has their full name."""
    article = Article(
        "The Halloran plan for the old ferry of Lakeside was rejected on Tuesday by the council.\n\n"
        "Halloran refused to pay for a new engine, although the money is there.\n\n"
        "It was the idea of Ines Halloran.",
        language="en",
    )
    entities = find_entities(article)
    found = [s.text for s in Summary(article, entities, find_quotes(article, entities)).of(Length.NORMAL)]
    assert [text.split(" was ")[0].split(" refused ")[0] for text in found[:2]] == [
        "The Halloran plan for the old ferry of Lakeside",
        "Ines Halloran",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An anti-Ines Halloran group has spent a million.\n\nInes Halloran, the mayor, said nothing."),
        ("de", "Zu Halloran hatte am Montag geschwiegen.\n\nInes zu Halloran, die Bürgermeisterin, lachte."),
        ("de", "Minister Halloran reiste am Montag nach Osnitz.\n\nInes Halloran, seine Frau, reiste mit."),
    ],
)
def test_a_name_is_not_said_in_full_twice_or_for_another(language: str, text: str) -> None:
    """A surname with more of its name before it, or with the title of somebody else, stands as it is."""
    article = Article(text, language=language)
    entities = find_entities(article)
    found = Summary(article, entities, find_quotes(article, entities)).of(Length.NORMAL)
    assert found[0].text == text.partition("\n")[0]


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Nils Moreau",
        "/ Nils Moreau",
        "| Nils Moreau",
        "© Nils Moreau",
        "NILS MOREAU",
        "N. MOREAU (EFE)",
        "(Photo Nils Moreau)",
    ],
)
def test_a_caption_that_ends_in_a_credit_is_left_out(credit: str) -> None:
    """A short paragraph with a credit behind it describes a picture."""
    caption = f"A passenger stands on the deck of the old ferry at the pier of Lakeside. {credit}"
    assert summary(caption, LEAD, SECOND, THIRD) == [LEAD, SECOND, THIRD]


def test_what_is_long_past_comes_last() -> None:
    """A sentence about years long past is background, whatever it shares with the headline."""
    past = "The old ferry of Lakeside carried passengers from 1911 to 1954, when the railway reached the lake."
    assert past not in summary(LEAD, past, SECOND, THIRD, title="Lakeside buys back the old ferry of the lake")


def test_a_year_of_another_century_is_long_past_by_itself() -> None:
    """Where a text names no other year, one long ago tells background all the same."""
    old = "The old ferry of Lakeside was built for the Northern Boat Company in 1958."
    assert old not in summary(LEAD, SECOND, old, THIRD)


def test_a_scene_before_the_news_is_left_out() -> None:
    """An opening that tells of somebody, and goes on with "his" and "her", gives way to the news below it."""
    scene = "Jan Moreau still remembers the night when ice closed the road around the water."
    assert scene not in summary(scene, "His wife was in labour, and nobody came to help them.", LEAD, SECOND, THIRD)


def test_the_news_behind_a_scene_points_back_at_nothing() -> None:
    """What names again whom the lines above it name is the news still, and comes first."""
    above = ("Gull thief who took the keeper's rings keeps on hiding.", "'Magpie' annoyed many people from a barn.")
    news = "The gull thief who first took the rings of the keeper was sentenced to four years on Thursday."
    later = (
        'Marcel Lehel, 44, known as "Gull," was brought to the court of Lakeside for rings in May.',
        "Marcel Lehel took 14 rings from the lighthouse, the court of Lakeside said.",
    )
    assert news in summary(*above, news, *later, length=Length.SHORT)


def test_what_points_back_at_nothing_said_comes_last() -> None:
    """A sentence that opens with a thing told of in a sentence left out yields to one that stands alone."""
    told = "“We heard a signal from the northern tower,” she said, and went on board."
    back = "The signal lasted for eleven seconds and was heard in both of the villages."
    assert back not in summary(LEAD, told, back, SECOND, THIRD)


@pytest.mark.parametrize(
    "debris",
    [
        "Note: The mayor of the other town was sent off the ice for a fight and will not play again.",
        "With those words the council of Lakeside answered the captains of the two other boats on the lake.",
        "By Ada Quill on Monday, November 18th, 2019, at 11 in the evening.",
    ],
)
def test_labels_bylines_and_what_words_refer_back_to_are_left_out(debris: str) -> None:
    """A label before a sentence, a byline of its own and "with those words" tell no news that stands alone."""
    text = [LEAD, debris, SECOND, THIRD] if not debris.startswith("By") else ["The paper of Ada Quill.", debris, LEAD]
    assert debris not in summary(*text)


@pytest.mark.parametrize(("worth", "chosen"), [(0.95, [0, 3]), (0.5, [2, 3])])
def test_a_lead_with_news_is_chosen_before_a_sentence_of_a_little_more_worth(worth: float, chosen: list[int]) -> None:
    """The first sentence tells the news of which the others speak, though one of them may score higher."""
    words = [
        frozenset(["ferry", "company", "boats", "stop"]),
        frozenset(["ferry", "company", "boats", "stop", "shore"]),
    ]
    sentences = [
        _sentence(0, words[0], worth, news=True),
        _sentence(1, frozenset({"captain"}), 0.1),
        _sentence(2, words[1], 1.04),
        _sentence(3, frozenset({"council", "money"}), 1.0),
    ]
    assert [one.number for one in choose(sentences, 2, ())] == chosen


def _sentence(number: int, words: frozenset[str], score: float, *, news: bool = False) -> SummarySentence:
    return SummarySentence(
        start=100 * number,
        end=100 * number + 90,
        number=number,
        paragraph=number,
        words=words,
        length=15,
        spoken=0.0,
        dated=False,
        news=news,
        old=False,
        asked=_Plain(),
        score=score,
    )


class _Plain:
    """Says of every sentence that it stands by itself."""

    def leans(self, _: SummarySentence) -> bool:
        return False

    turns = looks_ahead = leans

    def points_back(self, _: SummarySentence) -> frozenset[str]:
        return frozenset()
