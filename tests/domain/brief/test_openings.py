"""Whether a summary begins with the news where the article begins with a scene."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

SCENES = {
    "en": (
        "A bell that rings for nobody",
        "Every evening at six, Rose Tully climbs the 98 steps of the tower with a torch in her teeth.\n\n"
        "The rope is worn smooth. In winter the stone is so cold that her fingers stick to it.\n\n"
        "The diocese announced on Tuesday that it will sell the church and five others in the county. Repairs to the "
        "six roofs would cost 4.2 million pounds.",
        "The diocese announced",
    ),
    "de": (
        "Das letzte Dorf an der Kohle",
        "Morgens um fünf heizt Ilse Krahl den Ofen an. Dann setzt sie sich ans Fenster und zählt die Bagger.\n\n"
        "Es sind vier. Vor einem Jahr waren es sechs.\n\n"
        "Der Energiekonzern Lausen stellt den Tagebau Nord drei Jahre früher ein als geplant. Das teilte das Unternehmen "
        "am Mittwoch mit. Das Dorf Altgrün mit seinen 140 Einwohnern wird nun doch nicht abgebaggert.",
        "Der Energiekonzern Lausen stellt",
    ),
    "fr": (
        "Un hiver sans facteur",
        "Chaque matin, Odile Brun laisse la porte du garage ouverte. Le café est prêt, deux tasses sur la table.\n\n"
        "Mais depuis octobre, personne ne vient. La seconde tasse reste propre.\n\n"
        "La Poste ne distribuera plus le courrier que deux fois par semaine dans 34 villages, a-t-elle confirmé "
        "vendredi. Quatorze postes de facteur sont supprimés.",
        "La Poste ne distribuera",
    ),
    "it": (
        "La maestra che viene dal mare",
        "Alle sei e mezza Carla Ponti sale sul primo traghetto con una borsa di quaderni. Sull'isola di Scardia la "
        "aspettano in cinque.\n\nIl viaggio dura un'ora. D'inverno anche due.\n\n"
        "Il ministero ha deciso di chiudere da settembre le diciotto scuole con meno di sei alunni sulle isole minori, "
        "si legge in una circolare diffusa giovedì. I bambini seguiranno le lezioni in collegamento video.",
        "Il ministero ha deciso",
    ),
    "es": (
        "La última panadera",
        "Cada madrugada Pilar Sanz enciende el horno de leña de su abuelo. Después barre la acera.\n\n"
        "El pan sale a las siete. Lo compran los que quedan.\n\n"
        "El Gobierno regional anunció el lunes que cerrará la carretera del valle durante dos inviernos. Los 60 vecinos "
        "tendrán que dar un rodeo de 90 kilómetros.",
        "El Gobierno regional anunció",
    ),
}


@pytest.mark.parametrize(("language", "title", "text", "news"), [(code, *scene) for code, scene in SCENES.items()])
def test_an_anecdote_does_not_open_a_summary(language: str, title: str, text: str, news: str) -> None:
    """A summary begins with the paragraph that tells the news, not with the scene before it."""
    draft = write_draft(Article(text, title=title, language=language), Wish())
    assert draft.sentences[0].text.startswith(news)


def test_a_person_of_the_headline_opens_the_news() -> None:
    """Who is named in the headline makes no scene of the first sentence."""
    text = (
        "Ada Brook won the 400 metres in record time.\n\nThe runner had missed the last season with a broken foot.\n\n"
        "On Sunday she will run the relay for the Northern club."
    )
    draft = write_draft(Article(text, title="Brook wins 400 metres", language="en"), Wish())
    assert draft.sentences[0].text.startswith("Ada Brook won")
