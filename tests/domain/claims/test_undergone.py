"""What was done to somebody, would have been done or belongs to another is nothing that they have done."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

CASES = [
    pytest.param(
        "fr", "Rachel Olmi, exclue de la liste de Paul Hervé en mars, devrait garder son poste.",
        "Rachel Olmi a été exclue de la liste.", "Rachel Olmi a exclu Paul Hervé de la liste.",
        id="a participle alone tells of whom it is done to",
    ),
    pytest.param(
        "fr", "La fermeture a été demandée par la région. Le pont, réduit à une voie par la mairie, reste ouvert.",
        "Le pont a été réduit à une voie par la mairie.", "Le pont a réduit la mairie à une voie.",
        id="a participle with who did it",
    ),
    pytest.param(
        "it", "La direttrice Carla Moneta ha parlato. Ha respinto le accuse del sindacato, secondo cui la manutenzione "
        "è stata ridotta per risparmiare.",
        "Carla Moneta ha respinto le accuse del sindacato.", "Carla Moneta ha ridotto la manutenzione per risparmiare.",
        id="a passive without a doer is nobody's deed",
    ),
    pytest.param(
        "it", "La direttrice Carla Moneta ha parlato. Ha respinto le accuse del sindacato.",
        "Carla Moneta ha respinto le accuse del sindacato.", "Il sindacato ha respinto le accuse della direttrice.",
        id="whose charges they are is not who rejects them",
    ),
    pytest.param(
        "it", "Il sindaco, Pietro Malvasi, ha chiesto aiuto. La Provincia gli ha risposto che i lavori richiederanno "
        "dieci settimane.",
        "La Provincia ha risposto che i lavori richiederanno dieci settimane.",
        "Il sindaco ha risposto che i lavori richiederanno dieci settimane.", id="who is answered does not answer",
    ),
    pytest.param(
        "it", "Nessuno è rimasto ferito: la palestra avrebbe aperto due ore più tardi per un torneo.",
        "La palestra avrebbe aperto due ore più tardi.", "La palestra ha aperto due ore più tardi.",
        id="what would have happened has not",
    ),
    pytest.param(
        "fr", "La fuite a été réparée à temps : l'eau aurait atteint le village en trois heures.",
        "L'eau aurait atteint le village en trois heures.", "L'eau a atteint le village en trois heures.",
        id="what would have been reached was not",
    ),
    pytest.param(
        "es", "La licencia fue firmada por el anterior alcalde, Esteban Ruano, que está siendo investigado por "
        "otro caso.",
        "Esteban Ruano está siendo investigado por otro caso.",
        "Esteban Ruano está siendo investigado por la licencia.", id="another thing stands behind the preposition",
    ),
    pytest.param(
        "es", "La planta, abierta en 1968, llegó a tener 900 trabajadores.",
        "La planta se abrió en 1968.", "La planta emplea a 900 trabajadores.", id="what it once had it does not employ",
    ),
    pytest.param(
        "fr", "La laiterie emploie 210 personnes, contre 260 il y a cinq ans.",
        "La laiterie emploie 210 personnes.", "La laiterie employait 210 personnes il y a cinq ans.",
        id="the time of the number that another is compared with",
    ),
    pytest.param(
        "fr", "La piscine a fermé après que dix-sept baigneurs ont été pris de toux. Les pompiers les ont évacués et "
        "en ont conduit six à l'hôpital.",
        "La piscine a fermé.", "Les baigneurs ont conduit six pompiers à l'hôpital.",
        id="of whom some were taken did not take anybody",
    ),
    pytest.param(
        "es", "Un informe criticó que Aguaclara hubiera retrasado obras por valor de 5 millones.",
        "El informe criticó que Aguaclara había retrasado obras.",
        "Aguaclara criticó que un informe había retrasado obras.",
        id="a past in the subjunctive is somebody's deed",
    ),
    pytest.param(
        "es", "El portavoz de la oposición, Bruno Salas, presentó una moción para aplazar la subida del agua "
        "hasta enero. El pleno la rechazó.",
        "El pleno rechazó la moción.", "El pleno rechazó la subida.",
        id="what a motion is for is not rejected with it",
    ),
    pytest.param(
        "fr", "Le festival de Brécourt licencie deux salariés. La libraire Cécile Ruy a lancé une pétition. Elle "
        "demande à la région de revenir sur sa décision.",
        "Cécile Ruy demande à la région de revenir sur sa décision.",
        "Cécile Ruy demande au festival de revenir sur sa décision.", id="another is asked",
    ),
    pytest.param(
        "it", "La ditta che costruì il ponte nel 1974 è fallita.",
        "La ditta che costruì il ponte è fallita.", "La ditta che costruì il ponte è fallita nel 1974.",
        id="a relative clause's year",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "said", "turned"), CASES)
def test_what_is_done_to_somebody_is_not_their_deed(code: str, text: str, said: str, turned: str) -> None:
    """What a sentence says stands, and the same words that give the deed to another, or say that it was done, fall."""
    claims = Claims(Article(text=text, language=code))
    assert claims.sentence(said).stands
    assert not claims.sentence(turned).stands
