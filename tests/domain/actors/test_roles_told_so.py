"""What somebody is whom a sentence gives a name, whose body stands between, who was something until when."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

ROLES = [
    # The verb that tells a name is no part of what its bearer is, and "the chairman calls him" tells no name.
    ("it", "I soccorsi sono arrivati lunedì. Il pompiere si chiama Luca Neri e abita vicino.", "Luca Neri", "pompiere"),
    ("pt", "O socorro chegou na segunda. O bombeiro chama-se Rui Maia e mora ao lado.", "Rui Maia", "bombeiro"),
    ("ro", "Ajutorul a venit luni. Pompierul se numește Ion Pop și locuiește alături.", "Ion Pop", "Pompierul"),
    ("ro", "Petrecerea a fost luni. Primarul numește Ion Pop director și pleacă.", "Ion Pop", ""),
    ("uk", "Допомога прийшла вчасно. Рятувальника звати Олег Лис, він живе поруч.", "Олег Лис", "Рятувальника"),
    ("ru", "Помощь пришла вовремя. Спасателя зовут Олег Лис, он живёт рядом.", "Олег Лис", "Спасателя"),
    # A verb between whose it is and the title.
    ("uk", "Суд розгляне справу. Інтереси фермера представлятиме адвокатка Олена Бринь.", "Олена Бринь", "адвокатка"),
    ("ru", "Суд рассмотрит дело. Интересы фермера представляет адвокат Олег Лис.", "Олег Лис", "адвокат"),
    ("uk", "Суд розгляне справу. Заступник міського голови Олег Лис проти.", "Олег Лис", "Заступник міського голови"),
    # A body before what somebody of it is.
    ("en", "“We were wrong,” said Ada Quill of Ely University, an expert in soils.", "Ada Quill", "an expert in soils"),
    ("en", "“We were wrong,” said Ada Quill of Ely University, a large one.", "Ada Quill", "of Ely University"),
    ("en", "“We were wrong,” said Ada Quill of Ely University, an expert in soils.", "Ely University", ""),
    # What somebody was, and how old.
    (
        "ro",
        "„Am plâns”, a povestit Maria Tănase, care a fost profesoară la Cluj.",
        "Maria Tănase",
        "profesoară la Cluj",
    ),
    ("uk", "«Я відповідаю за рейс», — заявив 52-річний Микола Прус.", "Микола Прус", "52-річний"),
    ("ru", "«Я отвечаю за рейс», — заявил 52-летний Николай Прус.", "Николай Прус", "52-летний"),
]


@pytest.mark.parametrize(("language", "text", "name", "role"), ROLES)
def test_what_somebody_is_told_to_be(language: str, text: str, name: str, role: str) -> None:
    """A role ends before the verb that tells the name, begins behind another, and may stand behind a body."""
    actors = write_draft(Article(text=text, language=language), Wish()).actors
    assert {actor.name: actor.role for actor in actors}[name] == role
