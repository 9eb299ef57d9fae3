"""A sentence that opens with who is beside "him", or with a relative of somebody it does not name, needs another."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

SENTENCES = [
    (
        "de",
        "Neben ihm wärmt sich die Geigerin Irene Bock die Hände.",
        "Neben Viktor Sava wärmt sich Irene Bock die Hände.",
    ),
    (
        "fr",
        "À côté de lui, Irène Bonnet se chauffe les mains.",
        "À côté de Victor Sava, Irène Bonnet se chauffe les mains.",
    ),
    ("es", "Junto a él, Irene Bueno se calienta las manos.", "Junto a Víctor Sava, Irene Bueno se calienta las manos."),
    ("it", "Accanto a lui, Irina Bucci si scalda le mani.", "Accanto a Victor Sava, Irina Bucci si scalda le mani."),
    ("pt", "Ao lado dele, Irene Bueno aquece as mãos.", "Ao lado de Victor Sava, Irene Bueno aquece as mãos."),
    ("it", "La compagna Alice si è aggrappata al corrimano.", "La compagna di Alice si è aggrappata al corrimano."),
    ("es", "La compañera Alba se agarró a la barandilla.", "La compañera de Alba se agarró a la barandilla."),
    ("pt", "A colega Inês agarrou-se ao corrimão de ferro.", "A colega de Inês agarrou-se ao corrimão de ferro."),
    ("fr", "La cousine Alice s’est agrippée à la rampe.", "La cousine d’Alice s’est agrippée à la rampe."),
    ("ro", "Lângă el, Irina Bucur își încălzește mâinile.", "Lângă Victor Sava, Irina Bucur își încălzește mâinile."),
    ("uk", "Поруч із ним скрипалька Ірина Бук гріє руки.", "Поруч із Віктором Савою скрипалька Ірина Бук гріє руки."),
    ("ru", "Рядом с ним скрипачка Ирина Бук греет руки.", "Рядом с Виктором Савой скрипачка Ирина Бук греет руки."),
]
NEWS = {
    "de": "Das Salzbergwerk in Ocniza hat am Samstag als Konzertsaal mit 900 Plätzen wieder geöffnet.",
    "fr": "La mine de sel d’Ocniza a rouvert samedi comme salle de concert, avec 900 spectateurs.",
    "es": "La mina de sal de Ocniza reabrió el sábado como sala de conciertos, con 900 espectadores.",
    "it": "La miniera di sale di Ocnizza ha riaperto sabato come sala da concerti, con 900 spettatori.",
    "pt": "A mina de sal de Ocniza reabriu no sábado como sala de concertos, com 900 espectadores.",
    "ro": "Mina de sare din Ocnița s-a redeschis sâmbătă ca sală de concerte, cu 900 de spectatori.",
    "uk": "Соляна шахта в Окниці відкрилася в суботу як концертна зала на 900 глядачів.",
    "ru": "Соляная шахта в Окнице открылась в субботу как концертный зал на 900 зрителей.",
}


@pytest.mark.parametrize(("language", "leaning", "whole"), SENTENCES)
def test_a_sentence_of_who_is_beside_him_is_no_summary(language: str, leaning: str, whole: str) -> None:
    """It is left out without the one before it, and told where it has the name."""
    for sentence, told in ((leaning, False), (whole, True)):
        article = Article(f"{NEWS[language]}\n\n{sentence}", title="x", language=language)
        summary = [one.text for one in write_draft(article, Wish()).sentences]
        assert (sentence in summary) is told, summary
