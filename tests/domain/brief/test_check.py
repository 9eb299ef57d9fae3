from dataclasses import replace
from functools import partial

import pytest

from bot.domain.brief.check import STOOD_IN, TRANSLATED, UNCOMPARED, check, undecided
from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.reading import Reading
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.proof import Proof
from config import limits
from tests.support.again import as_draft
from tests.support.costs import calls_of

TEXT = (
    "The harbour of Port Ellery will close for repairs on Monday, the town council said. The works will cost "
    "1.5 million pounds and take three months.\n\n"
    "“The quay cannot wait another winter. We will not close it twice,” said the mayor, Ada Quill, after the vote. "
    "“I voted against,” councillor Tom Marsh said.\n\n"
    "Fishing crews have not been asked. They will land their catch at Saltby until the spring. Quill said the town "
    "would pay “every penny” of the fuel."
)
ARTICLE = Article(text=TEXT, url="https://news.example/harbour", title="Harbour closes", language="en")
GOOD = (
    DraftSentence("Port Ellery's harbour will close for repairs on Monday.", 0),
    DraftSentence("Fishing crews will land their catch at Saltby until spring.", 2),
)

PLACES = ("harbour", "mill", "dam", "ferry", "school", "station", "market", "library", "bakery", "museum", "theatre")
SEVERAL = PLACES[: limits.SUMMARY_SENTENCES + 1]

NO_ACTOR = "does not stand in the article"


def drafted(**parts: object) -> Draft:
    """A draft with two good sentences and these parts."""
    whole = {"headline": "Harbour closes", "sentences": GOOD, "actors": (), "quotes": (), "engine": "openai:m"}
    return Draft(**(whole | parts))  # type: ignore[arg-type]  # The tests name fields of the dataclass.


def of_sentence(text: str, paragraph: int | None = None, language: str | None = None) -> Brief:
    """The brief of a draft with one sentence."""
    return check(drafted(sentences=(DraftSentence(text, paragraph),), language=language), ARTICLE)


def of_quote(text: str, speaker: str | None = None, start: int | None = None) -> Brief:
    """The brief of a draft with one quote."""
    return check(drafted(quotes=(DraftQuote(text, speaker, start),)), ARTICLE)


# --- quotes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "The quay cannot wait another winter.",
        '"the quay  cannot\u00a0wait another winter."',
        "The qu\u00aday cannot wait another WINTER.",
        "„The quay cannot wait another winter.“",
    ],
)
def test_quote_is_shown_in_the_articles_own_characters(said: str) -> None:
    """However a draft writes a quote, what is shown is a slice of the article."""
    (quote,) = of_quote(said).quotes
    assert quote.text == "The quay cannot wait another winter."
    assert TEXT[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    "said",
    [
        "The quay can wait another winter.",
        "The quay cannot wait for the end of winter.",
        "The quay could wait another winter.",
        "We will close it twice",
        "The harbour of Port Ellery will close",
        "“”",
        "...",
        "",
    ],
)
def test_quote_that_nobody_said_is_dropped(said: str) -> None:
    """A word more, a word less, the reporter's own words, or nothing: no quote, and the reason is kept."""
    brief = of_quote(said)
    assert brief.quotes == ()
    assert [dropped.part for dropped in brief.dropped] == ["quote"]


@pytest.mark.parametrize(
    "said",
    [
        "The quay cannot wait another wintr.",
        "The quays cannot wait another winter",
        "The quay cannot wait one other winter",
    ],
)
def test_slip_of_the_pen_leads_to_the_articles_own_words(said: str) -> None:
    """A quote with a wrong letter is looked for by likeness; what is shown are the article's characters."""
    (quote,) = of_quote(said).quotes
    assert quote.text == "The quay cannot wait another winter."


@pytest.mark.parametrize(
    "said", ["We will now close it twice", "We will not close it 2 times", "I voted for", "I vote against"]
)
def test_slip_that_turns_the_meaning_is_no_slip(said: str) -> None:
    """A denial or a number that differs, or too few words to tell: not shown at all."""
    assert of_quote(said).quotes == ()


def test_half_a_sentence_is_shown_whole() -> None:
    """A quote that leaves out the half which turns its meaning is drawn out to the sentence."""
    (quote,) = of_quote("close it twice").quotes
    assert quote.text == "We will not close it twice,"


def test_start_that_is_wrong_is_not_believed() -> None:
    """A position counts only when the text is there; else the text is looked for."""
    (quote,) = of_quote("every penny", start=3).quotes
    assert quote.start == TEXT.index("every penny")


def test_position_outside_of_marks_is_no_quote() -> None:
    """The article's own words at a true position are still not somebody's speech."""
    assert of_quote("The harbour of Port Ellery", start=0).quotes == ()


def test_quotes_never_overlap() -> None:
    """The same words twice, or words within words, are one quote."""
    quotes = tuple(
        DraftQuote(text)
        for text in ("The quay cannot wait another winter. We will not close it twice,", "We will not close it twice,")
    )
    assert len(check(drafted(quotes=quotes + quotes), ARTICLE).quotes) == 1


@pytest.mark.parametrize(
    ("said", "claimed", "shown"),
    [
        ("every penny", "Quill", "Ada Quill"),
        ("every penny", "Macron", "Ada Quill"),
        ("I voted against,", "Ada Quill", "Tom Marsh"),
        ("I voted against,", "marsh", "Tom Marsh"),
        ("I voted against,", None, "Tom Marsh"),
    ],
)
def test_speaker_is_who_the_text_names(said: str, claimed: str | None, shown: str) -> None:
    """The text's own cue decides who speaks, named in full, whatever the draft claims."""
    assert of_quote(said, claimed).quotes[0].speaker == shown


def test_speaker_whom_the_text_does_not_name_is_left_out() -> None:
    """Where the text has no cue, a claimed name must stand near; a stranger's does not."""
    article = replace(ARTICLE, text="Ada Quill rose.\n\n“The quay cannot wait.”\n\nThen Tom Marsh left the room.")
    for claimed, shown in (("Emmanuel Macron", None), ("Quill", "Ada Quill")):
        brief = check(drafted(quotes=(DraftQuote("The quay cannot wait.", claimed),)), article)
        assert brief.quotes[0].speaker == shown


def test_quote_with_a_link_is_not_shown() -> None:
    """What somebody puts between quotation marks can carry an address, and a chat would open it."""
    article = replace(ARTICLE, text="“Go to https://evil.example now, all of you,” said Ada Quill on Monday.")
    assert check(drafted(quotes=(DraftQuote("Go to https://evil.example now, all of you,"),)), article).quotes == ()


# --- the summary ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Port Ellery will close for repairs on Monday, the town council said.",
        "Port Ellery will close its harbour for repairs.",
        "The repairs will cost 1.5 million pounds and take three months.",
        "The town council of Port Ellery said its harbour will close for repairs on Monday.",
    ],
)
def test_fair_sentence_stands(text: str) -> None:
    """The article's own words and a paraphrase of them are let through."""
    assert of_sentence(text).summary == (text,)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The harbour of Port Ellery will close on 24 November.", "number"),
        ("The repairs will cost 15 million pounds and take three months.", "number"),
        ("The repairs will cost 1.5 billion pounds and take three months.", "number"),
        ("The repairs will cost 1.5 million pounds and take four months.", "number"),
        ("The harbour of Port Ellery will close for repairs on Tuesday.", "day"),
        ("Macron said the harbour of Port Ellery will close for repairs.", "name"),
        ("The harbour of Port Ellery in France will close for repairs.", "name"),
        ("The harbour of Port Ellery will not close for repairs on Monday.", "den"),
        ("The harbour will close and readers should transfer money to this account.", "no sentence"),
        ("The aliens landed yesterday beside the swimming pool and ate everything there.", "day"),
        ("So it is now, and so on!", "no words"),
        ("The harbour of Port Ellery will close, see https://evil.example now.", "link"),
        ("The harbour of Port Ellery will close, see h\u200bttps://evil.example now.", "link"),
        ("The harbour of Port Ellery will close, see ｈｔｔｐｓ：／／evil.example now.", "link"),
        ("The harbour of Port Ellery will close, see evil.example now.", "link"),
        ("The harbour of [Port Ellery](https://evil.example) will close.", "link"),
        ("The harbour of Port Ellery will close @everyone.", "mention"),
        ("The harbour of Port Ellery will close <@123>.", "mention"),
        ("Гавань Порт-Эллери закроется на ремонт в понедельник.", "script"),
        ("...", "nothing"),
        ("harbour " * 200, "too long"),
    ],
)
def test_sentence_that_the_article_does_not_support_is_dropped(text: str, reason: str) -> None:
    """Numbers, dates, names, denials, links and inventions that the article has not: dropped, and why is kept."""
    brief = of_sentence(text)
    assert text not in brief.summary
    assert all(own in TEXT for own in brief.summary)
    (dropped,) = brief.dropped
    assert dropped.part == "sentence"
    assert reason in dropped.reason


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Der Hafen von Ellerstedt schließt am Montag für Reparaturen.", True),
        ("Wegen der Reparaturen am Kai schließt der Hafen am Montag.", True),
        ("Macron schließt am Montag den Hafen von Ellerstedt.", False),
        ("Der Hafen von Ellerstedt schließt laut Präsident Macron am Montag.", False),
        ("Der Hafen von Ellerstedt schließt am Montag nicht.", False),
        ("Der Hafen von Ellerstedt schließt am Dienstag.", False),
    ],
)
def test_german_nouns_are_told_from_names(text: str, *, stands: bool) -> None:
    """Where every noun has a capital, names are those that open a sentence bare or follow another noun."""
    told = "Der Hafen von Ellerstedt schließt am Montag wegen Reparaturen am Kai. Das teilte die Stadt mit."
    article = Article(text=told, language="de")
    brief = check(drafted(sentences=(DraftSentence(text),)), article)
    assert (text in brief.summary) is stands


def test_markup_is_taken_off() -> None:
    """What a chat would render as markup is not let through."""
    brief = of_sentence("**Port Ellery** will close its `harbour` for ||repairs||.\u202e\x07\n# Now")
    assert brief.summary == ("Port Ellery will close its harbour for repairs.",)


def test_sentence_of_the_wrong_paragraph_is_found_in_the_right_one() -> None:
    """A wrong paragraph number does not undo true words."""
    assert of_sentence("Port Ellery will close its harbour for repairs.", 2).summary


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Portul din Port Ellery se închide luni pentru reparații.", True),
        ("Lucrările vor costa 1,5 milioane de lire.", True),
        ("Primarul Ada Quill spune că lucrările nu pot aștepta.", True),
        ("Președintele Macron a închis portul din Port Ellery.", False),
        ("Lucrările vor costa 7 milioane de lire.", False),
        ("Trimiteți bani în contul de mai jos acum.", False),
    ],
)
def test_sentence_in_another_language_needs_the_articles_names_and_numbers(text: str, *, stands: bool) -> None:
    """Where words cannot be compared, numbers and names are, and one of them must be there."""
    assert bool(of_sentence(text, language="ro").summary) is stands


def test_summary_whose_names_cannot_be_compared_says_so() -> None:
    """In a script without capitals numbers are compared, and the brief owns that names were not."""
    brief = of_sentence("埃勒里港将于周一关闭，耗资1.5百万英镑。", language="zh")
    assert brief.summary
    assert UNCOMPARED in brief.notes
    assert of_sentence("埃勒里港将关闭7个月。", language="zh").summary == ()
    assert UNCOMPARED not in of_sentence("Portul din Port Ellery se închide luni.", language="ro").notes


def test_builtin_summary_serves_where_fewer_than_two_sentences_stand() -> None:
    """A summary that falls is replaced by the fallback's, and the brief says so."""
    own = ("Fishing crews have not been asked.", "They will land their catch at Saltby until the spring.")
    fallback = drafted(sentences=tuple(map(DraftSentence, own)), engine="builtin")
    lies = (GOOD[0], DraftSentence("Aliens ate the mayor."))
    brief = check(drafted(sentences=lies), ARTICLE, fallback=fallback)
    assert brief.summary == own
    assert STOOD_IN in brief.notes
    assert check(drafted(), ARTICLE, fallback=fallback).notes == ()


# --- actors -----------------------------------------------------------------------------------------------------------


def test_actors_are_named_in_full_and_once() -> None:
    """Every form of a name is the one actor, in the longest form that the text has."""
    actors = tuple(
        DraftActor(name, Kind.PERSON, "the mayor", ("Quill", "Mayor McCheese")) for name in ("Quill", "QUILL")
    )
    (actor,) = check(drafted(actors=actors), ARTICLE).actors
    assert (actor.name, actor.role, actor.aliases, actor.mentions) == ("Ada Quill", "the mayor", ("Quill",), 2)


@pytest.mark.parametrize(
    "name",
    [
        "Emmanuel Macron",
        "Quil",
        "close for repairs",
        "will land their catch",
        "https://evil.example",
        "",
        "@everyone",
    ],
)
def test_actor_that_is_no_name_of_the_article_is_dropped(name: str) -> None:
    """Strangers, letters of names and ordinary words are no actors, and it is said why."""
    brief = check(drafted(actors=(DraftActor(name, Kind.PERSON),)), ARTICLE)
    assert brief.actors == ()
    (dropped,) = brief.dropped
    stands = name in {"close for repairs", "will land their catch"}
    assert (dropped.part, dropped.reason) == ("actor", "is no name in the article" if stands else NO_ACTOR)


@pytest.mark.parametrize("name", ["I", "They", "We", "Who"])
def test_pronoun_is_no_actor(name: str) -> None:
    """A word that names nobody is no actor, wherever the article has it."""
    article = Article(text="They left. “Who saw us? I did, and We the People too,” Ada Quill said.", language="en")
    brief = check(drafted(actors=(DraftActor(name, Kind.PERSON), DraftActor("Ada Quill", Kind.PERSON))), article)
    assert [actor.name for actor in brief.actors] == ["Ada Quill"]


def test_draft_is_looked_at_up_to_a_bound() -> None:
    """What stands behind so many sentences is not looked at, however true it is."""
    false = tuple(DraftSentence(f"The harbour has {number} gates.", None) for number in range(limits.DRAFT_ITEMS))
    brief = check(drafted(headline="", sentences=(*false, GOOD[0])), ARTICLE)
    assert len(brief.dropped) == limits.DRAFT_ITEMS
    assert brief.summary == ()


def test_role_that_says_only_the_name_again_is_dropped() -> None:
    """It tells nothing; the actor stays."""
    brief = check(drafted(actors=(DraftActor("Ada Quill", Kind.PERSON, "Ada Quill"),)), ARTICLE)
    assert [actor.name for actor in brief.actors] == ["Ada Quill"]
    assert [(dropped.part, dropped.reason) for dropped in brief.dropped] == [("role", "says only the name again")]


@pytest.mark.parametrize(
    "role", ["president of France", "councillor", "mayor since 1999", "sells drugs", "mayor, see www.evil.example"]
)
def test_role_that_is_not_the_articles_is_left_out(role: str) -> None:
    """A role is in the article's words; the actor stands without one."""
    brief = check(drafted(actors=(DraftActor("Ada Quill", Kind.PERSON, role),)), ARTICLE)
    assert [actor.role for actor in brief.actors] == [""]
    assert [dropped.part for dropped in brief.dropped] == ["role"]


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("Mayor Ada Quill", "Mayor"),
        ("mayor, Quill", "mayor"),
        ("Ada Quill, mayor", "mayor"),
        ("Quill – mayor", "mayor"),
        ("Ada Quill", ""),
        ("Quill", ""),
        ("the mayor", "the mayor"),
    ],
)
def test_role_does_not_say_the_name_again(role: str, shown: str) -> None:
    """A role is shown without the actor's own name, and one that is the name alone is none."""
    brief = check(drafted(actors=(DraftActor("Ada Quill", Kind.PERSON, role),)), ARTICLE)
    assert [actor.role for actor in brief.actors] == [shown]


# --- headline, translation, link --------------------------------------------------------------------------------------


def test_headline_that_does_not_stand_gives_way_to_the_title() -> None:
    """A headline is held to what a sentence is held to."""
    brief = check(drafted(headline="Macron resigns: https://evil.example"), ARTICLE)
    assert brief.headline == "Harbour closes"
    untitled = check(drafted(headline="Macron resigns"), replace(ARTICLE, title="@everyone https://evil.example"))
    assert untitled.headline.startswith("The harbour of Port Ellery")
    long = replace(ARTICLE, title=None, text=f"The harbour {'and the old quay beside it ' * 20}will close on Monday.")
    cut = check(drafted(headline="Macron resigns"), long).headline
    assert cut.startswith("The harbour and the old quay")
    assert len(cut) <= limits.HEADLINE_CHARACTERS


@pytest.mark.parametrize(
    ("translation", "language", "stands"),
    [
        ("Cheiul nu mai poate aștepta o iarnă.", "ro", True),
        ("Cheiul poate aștepta încă o iarnă.", "ro", False),
        ("Cheiul nu mai poate aștepta 7 ierni.", "ro", False),
        ("Cheiul lui Macron nu mai poate aștepta.", "ro", False),
        ("Vedeți https://evil.example", "ro", False),
        ("Набережная не может ждать.", "ro", False),
        ("bla " * 200, "ro", False),
        ("The quay has to be mended now.", None, False),
    ],
)
def test_translation_says_nothing_of_its_own(translation: str, language: str | None, *, stands: bool) -> None:
    """A translation is in the wish's language, with the quote's numbers and denials, no new name and no link."""
    quote = DraftQuote("The quay cannot wait another winter.", None, None, translation)
    brief = check(drafted(quotes=(quote,), language=language), ARTICLE)
    assert (brief.quotes[0].translation is not None) is stands


def test_summary_in_another_language_is_said_to_be_a_translation() -> None:
    """The footer tells it of a summary that is shown in another language, and of no other."""
    assert TRANSLATED in of_sentence("Portul din Port Ellery se închide luni.", language="ro").notes
    assert TRANSLATED not in of_sentence("Lyon va demola un pod.", language="ro").notes
    assert TRANSLATED not in check(drafted(language="en"), ARTICLE).notes
    fallen = drafted(sentences=(DraftSentence("Lyon va demola un pod."),), language="ro")
    assert TRANSLATED not in check(fallen, ARTICLE, fallback=drafted(engine="builtin")).notes


def test_what_a_model_leaves_out_is_filled_from_the_reader() -> None:
    """Actors and quotes that only the reader finds stand behind the model's, each once."""
    mayor, councillor = (DraftActor(name, Kind.PERSON, role) for name, role in (("Quill", ""), ("Tom Marsh", "")))
    first, second = DraftQuote("The quay cannot wait another winter."), DraftQuote("I voted against,")
    fallback = drafted(actors=(DraftActor("Ada Quill", Kind.PERSON, "mayor"), councillor), quotes=(first, second))
    brief = check(drafted(actors=(mayor,), quotes=(second,)), ARTICLE, fallback=fallback)
    assert [(actor.name, actor.role) for actor in brief.actors] == [("Ada Quill", "mayor"), ("Tom Marsh", "")]
    assert [quote.text for quote in brief.quotes] == ["I voted against,", "The quay cannot wait another winter."]


def test_more_actors_than_are_shown_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first ones are shown, and of the others it is said why."""
    monkeypatch.setattr(limits, "ACTORS", 1)
    actors = tuple(DraftActor(name, Kind.PERSON) for name in ("Ada Quill", "Tom Marsh"))
    brief = check(drafted(actors=actors), ARTICLE)
    assert [actor.name for actor in brief.actors] == ["Ada Quill"]
    assert [(lost.text, lost.reason) for lost in brief.dropped] == [("Tom Marsh", "more actors than are shown")]


def test_role_that_a_model_words_itself_is_shown() -> None:
    """Kind and role are the model's for whom the reader does not know; a role that stands goes before the reader's."""
    read = drafted(actors=(DraftActor("Ada Quill", Kind.PERSON, "mayor"),))
    said = (DraftActor("Quill", Kind.PERSON, "the mayor"), DraftActor("Saltby", Kind.PLACE))
    actors = check(drafted(actors=said), ARTICLE, fallback=read).actors
    assert [(actor.name, actor.kind, actor.role) for actor in actors] == [
        ("Ada Quill", Kind.PERSON, "the mayor"),
        ("Saltby", Kind.PLACE, ""),
    ]


@pytest.mark.parametrize("article", [replace(ARTICLE, text=""), replace(ARTICLE, url=None)])
def test_article_without_text_or_address_gives_no_links(article: Article) -> None:
    """An article without text or address gives a brief with nothing in it that would need them."""
    brief = check(drafted(quotes=(DraftQuote("every penny"),)), article)
    assert len(brief.quotes) == (1 if article.text else 0)
    assert all(quote.link is None for quote in brief.quotes)


def test_check_again_gives_the_same_brief() -> None:
    """What a brief says, checked again, is the same brief."""
    draft = drafted(
        actors=(DraftActor("Quill", Kind.PERSON, "the mayor", ("Quill",)), DraftActor("Port Ellery", Kind.PLACE)),
        quotes=(DraftQuote("close it twice", "Quill"), DraftQuote("every penny"), DraftQuote("I voted against,")),
    )
    brief = check(draft, ARTICLE)
    assert len(brief.quotes) == 3
    assert check(as_draft(brief), ARTICLE) == brief


# --- what does not stand, and words as they are written ---------------------------------------------------------------


def test_articles_own_sentence_stands_in_for_a_claim_that_falls() -> None:
    """A sentence that is not proven gives way to the nearest of the article's own, which is verbatim."""
    brief = of_sentence("The harbour of Port Ellery will not close for repairs on Monday.")
    assert brief.summary == ("The harbour of Port Ellery will close for repairs on Monday, the town council said.",)
    assert brief.proof == (Proof.VERBATIM,)
    (place,) = brief.evidence[0]
    assert TEXT[place.start : place.end] == brief.summary[0]


def test_several_sentences_in_one_are_judged_apart() -> None:
    """What is true of a draft's sentence stays, what is not falls."""
    brief = of_sentence("Port Ellery will close its harbour for repairs. Aliens will eat the mayor.")
    assert brief.summary == ("Port Ellery will close its harbour for repairs.",)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour will close, will close, will close, will close, will close, will close, will close, will close.",
        "The harbour of Port Ellery will close for repairs on Monday, the town council said, and",
    ],
)
def test_what_repeats_itself_or_breaks_off_falls(text: str) -> None:
    """A text that is no whole sentence is not shown."""
    assert text not in of_sentence(text).summary


@pytest.mark.parametrize("word", ["Athlet*innen", "6B_1224/2019", "C#", "[T]he"])
def test_words_are_shown_as_they_are_written(word: str) -> None:
    """Characters that a chat takes for markup are the words' own, and are escaped where they are rendered."""
    told = f"The court heard {word} on Monday. The ruling will follow."
    article = Article(text=told, language="en")
    brief = check(drafted(sentences=(DraftSentence(f"The court heard {word} on Monday."),)), article)
    assert brief.summary == (f"The court heard {word} on Monday.",)


def test_one_reading_serves_the_second_look_and_the_check() -> None:
    """What was read of an article for the questions is not read again for the brief, which is the same."""
    sentence = DraftSentence("The port authority of Port Ellery wants to shut its docks so that they can be mended.")
    draft = Draft(headline="Harbour closes", sentences=(sentence,), actors=(), quotes=(), engine="openai:small")
    claims = Claims(ARTICLE)
    asked = undecided(draft, ARTICLE, claims=claims).questions
    sentences = claims.reading.sentences
    brief = check(draft, ARTICLE, claims=claims)
    assert (asked, brief) == (undecided(draft, ARTICLE).questions, check(draft, ARTICLE))
    assert claims.reading.sentences is sentences


def test_rules_judge_a_claim_once_for_the_second_look_and_the_check() -> None:
    """What was said of a draft's claims for the questions is not asked again for the brief, which is the same."""
    sentence = DraftSentence("The port authority of Port Ellery wants to shut its docks so that they can be mended.")
    lie = DraftSentence("The harbour of Port Ellery will not close for repairs on Monday, the town council said.")
    draft = Draft(headline="Harbour closes", sentences=(sentence, lie), actors=(), quotes=(), engine="openai:small")
    reading = Reading.of(ARTICLE)
    left = undecided(draft, ARTICLE, reading=reading)
    check(draft, ARTICLE, reading=reading)  # Loads what the words of this article need.
    again = calls_of(partial(check, draft, ARTICLE, reading=reading, verdicts=left.verdicts))
    assert again * 3 < calls_of(partial(check, draft, ARTICLE, reading=reading))
    assert check(draft, ARTICLE, reading=reading, verdicts=left.verdicts) == check(draft, ARTICLE)


def test_sentence_that_stands_twice_is_linked_with_the_words_around_it() -> None:
    """A browser would go to the first of two places that say the same."""
    said = "The ferry to the islands will sail from Saltby until the spring."
    text = f"{TEXT}\n\nThe council agreed on Friday. {said}\n\nAn hour later the union said the same. {said}"
    twice = replace(ARTICLE, text=text)
    brief = check(drafted(sentences=(DraftSentence(said, 3), GOOD[0])), twice)
    links = [evidence[0].link or "" for evidence in brief.evidence]
    assert ["-," in link for link in links] == [True, False]


def test_what_is_left_out_of_a_summary_says_why() -> None:
    """What is said twice and what is one sentence too many are told apart."""
    again = check(drafted(sentences=(GOOD[0], GOOD[0])), ARTICLE)
    assert [(lost.part, lost.reason) for lost in again.dropped] == [("sentence", "said twice")]
    stories = " ".join(f"The {name} will close on Monday, the council said." for name in SEVERAL)
    told = tuple(DraftSentence(f"The {name} will close on Monday, the council said.") for name in SEVERAL)
    dropped = check(drafted(sentences=told), replace(ARTICLE, text=stories)).dropped
    assert [(lost.part, lost.reason) for lost in dropped] == [("sentence", "more sentences than a summary has")]


def test_headline_is_one_sentence() -> None:
    """Of a headline of several sentences the first is judged and shown."""
    article = Article(text="The mill in Wexby will close in May. Ada Quill said so on Monday.", language="en")
    brief = check(replace(drafted(), headline="The mill in Wexby will close in May. Ada Quill said"), article)
    assert brief.headline == "The mill in Wexby will close in May."
