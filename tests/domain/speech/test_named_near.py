"""The name of whom a cue calls by a noun: a body told of right before, who is named right behind."""

import pytest

from bot.domain.brief.builtin import read_article
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

BODIES = [
    ("en", "The Weavers’ Union blamed the council. “They saw this coming,” the union said.", "Weavers’ Union"),
    ("en", "The Selby Trust has appealed. “We cannot pay for it,” the charity said in a statement.", "Selby Trust"),
    ("en", "The Ministry of Health was glad. “We will pay for it,” the ministry said.", "Ministry of Health"),
    ("de", "Die IG Metall ist enttäuscht. „Wir hatten mehr erwartet“, teilte die Gewerkschaft mit.", "IG Metall"),
    ("de", "Die Gewerkschaft Vida ist empört. „Es reicht uns jetzt“, hieß es in einer Mitteilung.", "Vida"),
    ("fr", "La CGT, elle, reste prudente. « Nous serons attentifs », prévient le syndicat.", "CGT"),
    (
        "es",
        "La Asociación de Vecinos de Valmar protestó. «Alguien firmó ese contrato», sostiene la entidad.",
        "Asociación de Vecinos de Valmar",
    ),
    ("it", "La Cgil resta prudente. «Vigileremo sui salari», avverte il sindacato.", "Cgil"),
    ("pt", "A Norvik rejeita as acusações. “Cumprimos todas as regras”, responde a empresa.", "Norvik"),
    ("uk", "Компанія «Норвік» усе відкидає. «Ми дотрималися правил», – заявили в компанії.", "Норвік"),
]
OTHERS = [
    ("en", "Norvik sued Belmont Foods. “We kept to every rule,” the company said.", "Belmont Foods"),
    ("en", "The Selby Trust has appealed to the government. “We cannot pay,” the ministry said.", "Selby Trust"),
    ("de", "Norvik ist ein Konzern. „Wir zahlen“, sagte ein Sprecher des Unternehmens.", "Norvik"),
]
BEHIND = [
    (
        "de",
        "„Das ist klar“, sagte der Bürgermeister. Er selbst sei bedroht worden, so Kai Auer (parteilos).",
        "Kai Auer",
    ),
    ("fr", "« C'est grave », affirme le maire. « Trois fois, et rien ! », répète Loïc Marin.", "Loïc Marin"),
    ("en", "“We never saw it,” said an old man at the gate. His name is Frank Winter.", "Frank Winter"),
]


def speakers_in(language: str, text: str) -> list[str]:
    """Who speaks the quotations of a text, in order."""
    brief, _ = read_article(Article(text=text, title="", language=language), Wish())
    return [quote.speaker or "" for quote in brief.quotes]


@pytest.mark.parametrize(("language", "text", "speaker"), BODIES + BEHIND)
def test_a_noun_is_given_the_name_that_it_stands_for(language: str, text: str, speaker: str) -> None:
    """Where only one is told of right before, or named right behind, the name is shown and not the noun."""
    assert set(speakers_in(language, text)) == {speaker}


@pytest.mark.parametrize(("language", "text", "other"), OTHERS)
def test_a_noun_is_given_no_name_that_may_be_anothers(language: str, text: str, other: str) -> None:
    """A body that something is done to, or that is of another kind, is not who speaks, nor is one for its speaker."""
    assert other not in speakers_in(language, text)


def test_who_is_named_next_without_a_word_is_somebody_else_in_english() -> None:
    """“…,” said the mayor. “…,” said Ann Lower: two people."""
    told = speakers_in("en", "“We never saw it,” said the mayor. “It was dark,” said Ann Lower.")
    assert sorted(told) == ["Ann Lower", "the mayor"]


def test_whoever_speaks_in_her_own_speech_speaks() -> None:
    """“In ihrer Rede” behind who speaks gives the words to nobody else."""
    assert speakers_in("de", "„Das ist ortsüblich, sagen alle“, sagte Ada Möller in ihrer Rede.") == ["Ada Möller"]


def test_a_woman_in_an_office_with_a_mans_noun_is_meant_by_another_for_it() -> None:
    """“Primarul Crina Munteanu” is “edilul”."""
    text = "Anunțul a fost făcut de primarul Crina Munteanu, la o conferință. „Am avut răbdare”, a declarat edilul."
    assert speakers_in("ro", text) == ["Crina Munteanu"]


STRANGERS = [
    ("en", "Mayor Ann Duval closed the square. “I can't even get home,” grumbled a passer-by."),
    ("fr", "La maire Anne Duval a fermé la place. « Je ne peux plus rentrer », râle un passant, deux cabas à la main."),
    ("it", "La sindaca Anna Dossi ha chiuso la piazza. «Non posso più rientrare», brontola un passante."),
    ("es", "La alcaldesa Ana Duval cerró la plaza. «No puedo ni entrar en casa», refunfuña un vecino."),
    ("pt", "A prefeita Ana Duval fechou a praça. “Nem consigo entrar em casa”, resmunga um vizinho."),
    ("ro", "Primărița Ana Duval a închis piața. „Nici nu mai pot intra în casă”, mormăie un trecător."),
    ("uk", "Мерка Анна Шевчук закрила площу. «Я не можу навіть зайти додому», – бурчить перехожий."),
    ("fr", "Le maire Luc Duval a refait le terrain. « L'union fait la force », dit le proverbe."),
    ("es", "El alcalde Luis Duval arregló las pistas. “A Dios rogando”, como dice el refrán."),
    ("it", "Il sindaco Luca Dossi ha rifatto il campo. «L'unione fa la forza», dice il proverbio."),
    ("ro", "Primarul Ion Duval a refăcut terenul. „Unde-s doi puterea crește”, spune proverbul."),
    ("uk", "Мер Іван Шевчук полагодив поле. «Гуртом і батька легше бити», – каже прислів'я."),
]


@pytest.mark.parametrize(("language", "text"), STRANGERS)
def test_what_a_stranger_or_a_proverb_says_is_nobodys_who_is_named(language: str, text: str) -> None:
    """A passer-by's words and a proverb are not those of the mayor told of before."""
    assert not any(name in speaker for speaker in speakers_in(language, text) for name in ("Duval", "Dossi", "Шевчук"))


def test_an_article_that_is_a_preposition_too_leads_to_listeners() -> None:
    """A lieutenant speaks, and not the journalists he spoke to."""
    told = speakers_in("pt", "A polícia achou o carro. “Estava quente”, disse a jornalistas o tenente Danilo Fraga.")
    assert told == ["Danilo Fraga"]


OF_TWO = [
    ("en", "Coach Brian Stubbs left Joel Mensah on the bench. “I was fuming,” the striker admitted.", "Joel Mensah"),
    (
        "de",
        "Trainer Uwe Kallweit nahm Emre Demir vom Platz. „Das verstehe ich nicht“, grollte der Stürmer.",
        "Emre Demir",
    ),
    ("fr", "L'entraîneur Luc Lemoine a sorti Yanis Kaci. « Je n'ai pas compris », peste l'attaquant.", "Yanis Kaci"),
    ("it", "L'allenatore Mario Lezzi ha sostituito Omar Haddad. «Non capisco», protesta l'attaccante.", "Omar Haddad"),
    ("en", "Coach Brian Stubbs praised Joel Mensah. “I am proud of him,” the coach said.", "Brian Stubbs"),
    ("en", "Joel Mensah and Leo Stark scored twice. “I was fuming,” the striker said.", "the striker"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), OF_TWO)
def test_a_trade_calls_the_one_of_two_who_is_called_nothing_yet(language: str, text: str, speaker: str) -> None:
    """The striker is who was left on the bench, and not the coach who did it; of two strikers it may be either."""
    assert speakers_in(language, text) == [speaker]


def test_a_pronoun_means_the_body_that_its_paragraph_is_about() -> None:
    """The union says what “a-t-il réagi” tells, and not the minister of the paragraph above."""
    text = (
        "Le ministre, Luc Roy, a promis des renforts. M. Roy n'a pas voulu en dire plus.\n\n"
        "Le Syndicat des employés du réseau, lui, n'a pas ces réserves. « Ça fait dix ans », a-t-il réagi."
    )
    assert speakers_in("fr", text) == ["Syndicat des employés du réseau"]
