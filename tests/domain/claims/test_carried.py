"""What a sentence carries with those right before it: whom it points to, what belongs to which of its deeds."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article


def stands(language: str, text: str, said: str, *, headline: bool = False) -> bool:
    """Whether an article of one text carries a sentence or a headline."""
    claims = Claims(Article(text=text, language=language))
    return (claims.headline if headline else claims.sentence)(said).stands


BRIDGE = "Mayor Ann Holm spoke on Monday. Tom Rudd accused the mayor of hiding a report."
FIRED = "Tom Rudd led the dock. Harbour Line suspended him the day after the fire and dismissed him in May."
MUSEUM = "Lena Holm leitet den Rat. Das Museum gibt das Bild zurück. Der Rat stimmte am Montag dafür."
STORM = "Der Wetterdienst hatte erst spät gewarnt. Landrätin Lena Holm kritisierte das scharf."


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", BRIDGE, "Tom Rudd accused Ann Holm of hiding a report.", True),
        ("en", BRIDGE, "Ann Holm accused Tom Rudd of hiding a report.", False),
        ("en", FIRED, "Tom Rudd was suspended by Harbour Line the day after the fire.", True),
        ("en", FIRED, "Tom Rudd was dismissed the day after the fire.", False),
        ("en", FIRED, "Tom Rudd dismissed Harbour Line in May.", False),
        ("de", STORM, "Lena Holm kritisierte, dass der Wetterdienst erst spät gewarnt hatte.", True),
        ("de", STORM, "Der Wetterdienst kritisierte, dass Lena Holm erst spät gewarnt hatte.", False),
        ("de", MUSEUM, "Der Rat stimmte am Montag dafür, das Bild zurückzugeben.", True),
        ("uk", "Рада купила ділянку. Іван Коваль відмовився від неї.", "Іван Коваль відмовився від ділянки.", True),
        ("uk", "Рада купила ділянку. Іван Коваль відмовився від неї.", "Рада відмовилася від ділянки.", False),
    ],
)
def test_words_that_point_back_are_said_in_full(language: str, text: str, said: str, *, right: bool) -> None:
    """A name stands for "him" and "the mayor", and a statement for "that", where nobody else can be meant."""
    assert stands(language, text, said) is right


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", "The opening of the bridge was postponed from May to June.", "The bridge was opened in May.", False),
        ("en", "The opening of the bridge was postponed to June.", "The bridge was opened.", False),
        ("de", "Die Eröffnung der Brücke wurde auf Mai verschoben.", "Die Brücke wurde im Mai eröffnet.", False),
        ("uk", "Відкриття театру відклали з травня на червень.", "Театр відкрили в травні.", False),
        ("en", "The bank rejected a request to close the mill.", "The bank refused to close the mill.", True),
        ("en", "The bank granted a request to close the mill.", "The bank refused to close the mill.", False),
        ("en", "The club promised to play in Ashford.", "The club promised that it would play in Ashford.", True),
        ("en", "The club played in Ashford.", "The club would play in Ashford.", False),
        ("en", "Tom Rudd has led the team until a coach is found.", "Tom Rudd has led the team.", True),
        ("en", "The club will not pay until the roof is mended.", "The club will not pay.", False),
        ("uk", "Поліція розглядає аварію і не виключає підпалу.", "Поліція не виключає підпалу.", True),
        ("uk", "Іван Коваль голосував проти плану.", "Іван Коваль голосував за план.", False),
        ("de", "Die Opposition verlangt dagegen den Rücktritt.", "Die Opposition verlangt den Rücktritt.", True),
    ],
)
def test_what_turns_a_deed_is_kept(language: str, text: str, said: str, *, right: bool) -> None:
    """What was put off is not done, whichever side of its verb it stands; what ended or was refused may be told so."""
    assert stands(language, text, said) is right


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        (
            "en",
            "The mill made a loss of 2 million, its first since 1974.",
            "The mill made its first loss in 1974.",
            False,
        ),
        (
            "en",
            "The council closed one of the hall's stands. It closed its gate.",
            "The council closed the hall.",
            False,
        ),
        ("en", "Since May bears have hurt seven people.", "Seven people have been hurt by bears since May.", True),
        ("uk", "Гості нарахували 218 дерев, компанія говорить про 90.", "Компанія говорить про 218 дерев.", False),
        ("uk", "На фінал прийшли 300 глядачів, на півфінал удвічі менше.", "На півфінал прийшли 300 глядачів.", False),
        ("uk", "Роботи почнуться навесні, бо взимку рахуватимуть сов.", "Роботи почнуться взимку.", False),
        ("de", "Am Montagabend traf sich der Rat.", "Der Rat traf sich am Montag.", True),
        ("de", "Am Montagabend traf sich der Rat.", "Der Rat traf sich am Dienstag.", False),
    ],
)
def test_what_is_counted_keeps_its_time_and_place(language: str, text: str, said: str, *, right: bool) -> None:
    """A number, a day or a time of the year belongs to its own clause and thing."""
    assert stands(language, text, said) is right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("Sie habe den Fahrer gebeten, langsam zu fahren, sagte Lena Holm.", "Der Fahrer bat Lena Holm.", False),
        (
            "Tom Rudd hat ein Haus an eine Firma verkauft, an der sein Onkel beteiligt ist.",
            "Der Onkel hat ein Haus an Tom Rudd verkauft.",
            False,
        ),
        (
            "Tom Rudd verkaufte das Haus, kurz bevor er nach Bremen floh.",
            "Tom Rudd verkaufte das Haus, nachdem er nach Bremen geflohen war.",
            False,
        ),
        ("Lena Holm hat ihren Anteil gefordert und kündigte Revision an.", "Lena Holm kündigte Revision an.", True),
        (
            "Das Amt sperrte die Straße. Es kündigte eine Prüfung an.",
            "Das Amt sperrte die Straße und kündigte eine Prüfung an.",
            True,
        ),
        ("Von 48 Tieren überlebten 41. Sie hatten gehungert.", "Von 48 Tieren starben 41.", False),
    ],
)
def test_german_cases_and_clauses(text: str, said: str, *, right: bool) -> None:
    """Who does it and to whom is told by articles, and two sentences may carry two joined deeds of one doer."""
    assert stands("de", text, said) is right


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", "A captain was cleared on Monday of causing a crash.", "Captain cleared over crash", True),
        ("en", "A captain was cleared on Monday of causing a crash.", "Captain cleared after crash", True),
        ("en", "A captain was cleared on Monday before the crash.", "Captain cleared after crash", False),
        ("de", "Der Verein nimmt das Angebot an.", "Verein nimmt Angebot an", True),
        ("de", "Tom Rudd wurde vom Vorwurf der Untreue freigesprochen.", "Tom Rudd freigesprochen", True),
        ("de", "Tom Rudd wies den Vorwurf zurück, Geld zu stehlen.", "Tom Rudd stiehlt Geld", False),
    ],
)
def test_headlines(language: str, text: str, said: str, *, right: bool) -> None:
    """A headline may tell of what came before in a word; what somebody was cleared of is not told of them."""
    assert stands(language, text, said, headline=True) is right


TITLED = Article(
    title="Fire in Hallford harbour stops ferries",
    text="Two sailors were hurt in a fire in Hallford on Monday. The driver said that the brakes had failed.",
    language="en",
)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Harbour fire stops ferries", True),
        ("Ferries stop fire in Hallford harbour", False),
        ("Fire in Hallford: two sailors hurt", True),
        ("Fire in Hallford: brakes failed", False),
        ("Fire in Dunmoor: two sailors hurt", False),
    ],
)
def test_headline_rests_on_the_title_too(said: str, *, right: bool) -> None:
    """A headline may say what the page's own title does, and name the topic before a colon; the rest is proved."""
    assert Claims(TITLED).headline(said).stands is right


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Die Bremsen des Busses hatten versagt.", False),
        ("Die Straße war glatt.", False),
        ("Der Fahrer sagte, die Straße sei glatt gewesen.", True),
    ],
)
def test_what_somebody_only_stated_is_no_fact(said: str, *, right: bool) -> None:
    """Who says it is kept, also where no name and an article opens the sentence."""
    text = "Der Fahrer hatte angegeben, die Bremsen des Busses hätten versagt. Der Fahrer sagte, die Straße sei glatt."
    assert stands("de", text, said) is right


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        (
            "de",
            "Die Linken kamen auf 6,1. Stärkste Kraft wurden die Grünen.",
            "Die Linken wurden stärkste Kraft.",
            False,
        ),
        ("uk", "Міст у Кутах зруйновано, дорогу до Ясеня перекрито.", "У Ясені зруйновано міст.", False),
        (
            "en",
            "The vaccine works. A vaccine made by another firm had been withdrawn.",
            "The vaccine had been withdrawn.",
            False,
        ),
        (
            "en",
            "Tom Rudd criticised that the trial was short. Ann Holm rejected the criticism.",
            "Ann Holm criticised that the trial was short.",
            False,
        ),
        (
            "de",
            "Lena Holm öffnete die Tür mit einem Draht. Das Haus brannte.",
            "Lena Holm öffnete die Tür mit Draht.",
            True,
        ),
    ],
)
def test_statements_of_others(language: str, text: str, said: str, *, right: bool) -> None:
    """What is told of another thing, place or person of the same kind is not told of this one."""
    assert stands(language, text, said) is right


SIGNED = (
    "Coach Paul Rudd resigned on Monday; his assistant, Tom Weir, has taken over. A bear that killed a man was caught "
    "alive. Without a loan the mill will close. The vote was 38 of 44. About 110 bears live there, more than in 2010."
)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Coach Tom Weir resigned on Monday.", False),
        ("Coach Paul Rudd resigned on Monday.", True),
        ("Tom Weir has taken over.", True),
        ("A bear that killed a man was not caught alive.", False),
        ("Without a loan the mill will not close.", False),
        ("Without a loan the mill will close.", True),
        ("The vote was 38 of 38.", False),
        ("The vote was 38 of 44.", True),
        ("About 2000 bears live there.", False),
    ],
)
def test_deeds_numbers_and_denials_are_not_lent(said: str, *, right: bool) -> None:
    """A deed stays in its clause, a number counts once, a year is near no count, a denial keeps its word."""
    assert stands("en", SIGNED, said) is right
