"""Lines of a page that stand within its story's column and are not of it; and lines that are, wherever they stand."""

import pytest

from bot.domain.page.blocks import page_blocks
from bot.domain.page.files.sniff import media_type
from bot.domain.page.parsing import parsed
from bot.domain.page.walls import PARTIAL
from bot.domain.page.whole import FEWER, may_hold_more
from bot.domain.values.article import Article
from bot.errors import TooShortError
from tests.domain.page.test_real_kinds import HEADLINE, STORY, linked, page, paragraphs, read

WARNING = "Warning: Creating default object from empty value in /srv/www/paper/classes.php on line 136"


@pytest.mark.parametrize(
    "line",
    [
        "You are using an outdated browser. Please upgrade your browser to improve your experience.",
        "Ihr Browser ist veraltet und kann diese Seite nicht richtig anzeigen.",
        "Votre navigateur n'est pas à jour.",
        "Please enable JavaScript to see all of this page.",
        "DAX 15.204,10 +0,42 % MDAX 27.310,55 -0,18 % Euro 1,0834 +0,05 % Gold 1.981,20 -0,31 %",
        "News | Sport | Weather | Culture | Opinion",
        "Startseite › Nachrichten › Region › Brennholm",
        "The views expressed in this article are those of the writer alone.",
        "Alle Angaben ohne Gewähr",
        "Sofern nicht anders angegeben, stehen die Inhalte unter einer freien Lizenz.",
        "This website uses cookies to count its readers.",
        "Please subscribe to support our work.",
        "If you enjoyed this article, tell your friends.",
        "You must be logged in to post a comment.",
        "Sie sind aktuell nicht eingeloggt.",
        "Your email address will not be published. Required fields are marked *",
        "The pier of Brennholm in winter (Photo: Getty)",
        "The pier in winter. | © Harbour Board/Getty Images",
        "Ships at the quay of Brennholm. Jonna Berg/Reuters files",
        "Die Fähre im Winter. (jberg / iStock.com)",
        "Figure 2: Passengers of the night ferries by month.",
        "Abbildung 3: Fahrgäste der Nachtfähren.",
        "Source: Harbour Board",
        "Last updated 14.02.2019",
        "To view the full story, please subscribe to The Brennholm Post.",
        "If you're seeing this message but you're already a subscriber, log in.",
        "Czytaj też: Zima w porcie",
        "Inhaltsverzeichnis",
    ],
)
def test_line_in_the_column_is_not_of_the_story(line: str) -> None:
    """Notes on browsers, tickers, menus, disclaimers, captions, sources and requests are left out, and nothing else."""
    body = paragraphs((*STORY[:3], line, *STORY[3:]))
    assert read(page(f"<article>{body}</article>")).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Follow The Brennholm Post on Twitter and Instagram, and send us your pictures.",
        "Nothing to miss any more: subscribe to our free newsletter and read the news of the coast each morning.",
        "Keine Neuigkeiten mehr verpassen: Abonnieren Sie kostenlos unseren Newsletter.",
        "Suivez toute l'actualité de la côte sur Facebook.",
        "Descarga nuestra app y recibe las noticias de la costa.",
        "Iscriviti alla nostra newsletter per leggere le notizie della costa.",
        "The Brennholm Post is not responsible for the opinions of those who write to it.",
        "Do you sail at night? Then leave a comment below this story.",
    ],
)
def test_appeal_at_the_end_is_not_of_the_story(line: str) -> None:
    """A last line that asks to subscribe, to follow, to download or to comment is left out."""
    assert read(page(f"<article>{paragraphs((*STORY, line))}</article>")).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Falk had told passengers on Twitter in autumn that they should download the new timetable.",
        "“Follow us on Facebook, and you will know first,” Falk told the passengers on the last crossing.",
        "The county's budget grew by 3.2 % this year, and its debt fell by 1.4 %, which no other county has done.",
        "Ferries, buses and trains | the three that Brennholm has left | cost the county more than its schools do.",
        "The company said in its last letter that it is not responsible for the delay of the winter.",
        "The report was written for Reuters and the Harbour Board by two engineers.",
        "Photographs of the last crossing hang in the town hall, where the mayor will open a show on Friday.",
    ],
)
def test_line_that_only_looks_like_one_is_kept(line: str) -> None:
    """News of networks, of figures, of agencies and of pictures is news."""
    assert line in read(page(f"<article>{paragraphs((*STORY, line))}</article>")).text


def test_what_a_server_prints_is_not_the_story() -> None:
    """Errors of a server's programs, before the page and in it, are neither plain text nor paragraphs."""
    broken = f"<br />\n<b>{WARNING}</b><br />\n" * 9
    html = f"{broken}{page(f'<article>{paragraphs()}</article>')}"
    assert media_type(html.encode(), None) == "text/html"
    assert read(html).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "start", ["<br />", "<b>Note</b>", "<style>p{}</style>", "<table><tr><td>", "<section>", "<h2>"]
)
def test_markup_is_known_by_any_first_element(start: str) -> None:
    """A saved page may begin with any element."""
    assert media_type(f"{start}<p>{STORY[0]}</p>".encode(), None) == "text/html"


def test_markup_in_the_data_s_body_is_not_shown() -> None:
    """A body in JSON-LD that carries tags, long ones too, lengthens the text without them."""
    box = f"&lt;a href='https://paper.example/{'x' * 400}'&gt;&lt;/a&gt;"
    html = page(f"<article>{paragraphs(STORY[:4])}</article>", linked(articleBody="\n".join([*STORY, box])))
    assert "href" not in read(html).text
    assert STORY[5] in read(html).text


def test_list_between_two_paragraphs_is_read() -> None:
    """The items of a list in the story's column are of the story, though no rule finds them by themselves."""
    items = (
        "The ferry to Harrow, which sails at ten and at two",
        "The ferry to Eastholm, which sails at midnight only",
    )
    listed = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    text = read(page(f"<div class='story'>{paragraphs(STORY[:3])}{listed}{paragraphs(STORY[3:])}</div>")).text
    assert text == "\n\n".join([*STORY[:3], *items, *STORY[3:]])


def test_address_before_the_first_paragraph_is_read() -> None:
    """A letter or a speech begins with those whom it is addressed to."""
    text = read(page(f"<article>{paragraphs(('Dear people of Brennholm,', *STORY))}</article>")).text
    assert text.startswith("Dear people of Brennholm,")


def test_heading_that_begins_with_the_headline_cuts_no_lead() -> None:
    """Where a part's heading repeats the headline's words, what stands between the two is read."""
    lead = "".join(f"<p>{text}</p>" for text in STORY[:2])
    rest = f"<h2>{HEADLINE}: the figures</h2><div>{paragraphs(STORY[2:])}</div>"
    html = page(f"<div class='lead-in'>{lead}</div>{rest}")
    assert [text for text in STORY if text not in read(html).text] == []


@pytest.mark.parametrize("name", ["teaser_blog_text", "teaser-story-body", "teaser__content"])
def test_box_of_text_named_for_a_teaser_is_read(name: str) -> None:
    """A name that ends in text, body or content is that of a box of text, beside long comments too."""
    said = "".join(f"<li class='comment'><p>{n}. {STORY[n % 6]} {STORY[3]}</p></li>" for n in range(14))
    html = page(f"<div class='{name}'>{paragraphs()}</div><ol class='comments'>{said}</ol>")
    assert [text for text in STORY if text not in read(html).text] == []


def stub(count: int) -> Article:
    """A page that shows some paragraphs and asks to pay for the rest."""
    offer = "<div class='paywall'><h2>Subscribe to continue reading</h2><p>Already a subscriber? Sign in</p></div>"
    data = linked(isAccessibleForFree=False)
    return read(page(f"<article>{paragraphs(STORY[:count])}{offer}</article>", data))


def test_public_part_of_several_paragraphs_is_read_and_called_partial() -> None:
    """A paid story that shows whole paragraphs is read, with a note that the rest is behind a paywall."""
    article = stub(5)
    assert article.text == "\n\n".join(STORY[:5])
    assert (article.complete, article.notes) == (False, (PARTIAL,))


def test_verse_beside_many_links_is_no_front_page() -> None:
    """Many short lines of one column are a text: only teasers and next to nothing make a front page."""
    lines = "".join(f"<p>The {n}th ship of the harbour went out at night and came home</p>" for n in range(20))
    links = "".join(f"<li><a href='/s{n}'>A headline of another story, number {n}</a></li>" for n in range(30))
    html = page(f"<div class='post'>{lines}</div><ul>{links}</ul>")
    assert "The 7th ship of the harbour" in read(html).text


def test_gallery_whose_captions_hold_the_story_may_hold_more() -> None:
    """Where captions that were not read hold more than what was, the page may hold more."""
    slides = "".join(f"<figure><figcaption>{n}. {STORY[n % 6]}</figcaption></figure>" for n in range(9))
    blocks = page_blocks(parsed(page(f"<article>{paragraphs(STORY[:3])}{slides}</article>")))
    assert may_hold_more(blocks, STORY[:3], 60, 0)


def test_some_captions_leave_a_story_whole() -> None:
    """A picture or two beside a story takes nothing from it."""
    slide = f"<figure><img src='a.jpg'><figcaption>{STORY[5]}</figcaption></figure>"
    assert read(page(f"<article>{paragraphs(STORY[:5])}{slide}</article>")).complete


def test_page_whose_figures_say_more_than_its_sentences_is_not_called_whole() -> None:
    """Where a page shows far more outside of links than was read, in short lines, the reader is told."""
    lines = "".join(f"<div class='row'><span>Ship {n} of the fleet</span></div>" for n in range(60))
    article = read(page(f"<div class='story'>{paragraphs(STORY[:3])}</div><div class='list'>{lines}</div>"))
    assert (article.complete, article.notes) == (False, (FEWER,))


def test_name_does_not_put_most_of_a_story_beside_itself() -> None:
    """Boxes that are small one by one and called comments are the story where most of what is found stands in them."""
    boxes = "".join(
        f"<div class='item-comment'><div class='line'>{text}</div></div>" for text in (*STORY, *reversed(STORY))
    )
    text = read(page(f"<main><div class='list'>{boxes}</div></main>")).text
    assert [line for line in STORY if line not in text] == []


TICKER = " ".join(f"<span>{name} 1{at}4,12 +0,{at} %</span>" for at, name in enumerate(("DAX", "Gold", "Euro") * 9))


def test_rows_of_figures_do_not_make_a_page_partial() -> None:
    """A ticker longer than a short story is no more of it."""
    article = read(page(f"<div>{TICKER}</div><article>{paragraphs(STORY[:3])}</article>"))
    assert (article.text, article.complete) == ("\n\n".join(STORY[:3]), True)


def test_rows_of_figures_are_no_article() -> None:
    """Prices and their names alone are no story that could be briefed."""
    with pytest.raises(TooShortError):
        read(page(f"<div>{TICKER}</div>"))


def test_sentence_with_many_figures_is_read() -> None:
    """A result in a sentence has as many figures as a row of them, and an end."""
    score = "Brennholm won 25:20, 22:25, 25:18, 19:25, 15:9 on Friday and 3:0, 25:11, 25:14, 25:19 on Sunday."
    assert score in read(page(f"<article>{paragraphs((*STORY, score))}</article>")).text
