"""What French, Spanish, Italian, Portuguese and Romanian say in other words, and what their small words forbid."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TRUE = [
    pytest.param(
        "es", "La clínica necesita 14 médicos y solo tiene nueve.",
        "La clínica solo tiene nueve médicos.", id="what is there of what is needed",
    ),
    pytest.param(
        "es", "El club ha pedido una reunión con la alcaldesa, Laura Vidal, que ha prometido un campo nuevo.",
        "La alcaldesa ha prometido un campo nuevo.", id="whom a relative clause behind a name tells of",
    ),
    pytest.param(
        "fr", "La banque a prêté deux millions à la ville de Kerlan.",
        "La ville de Kerlan a emprunté deux millions à la banque.", id="who is lent something borrows it",
    ),
    pytest.param(
        "es", "El Rowers destituyó el lunes a su entrenador, Quique Barros.",
        "Quique Barros fue destituido como entrenador del Rowers.", id="passive without an agent",
    ),
    pytest.param(
        "it", "Il presidente, Dario Menegon, sostiene che nel 2023 la società ha perso 8 milioni.",
        "Secondo Dario Menegon, la società ha perso 8 milioni nel 2023.", id="a year floats",
    ),
    pytest.param(
        "it", "I sindacati chiedono l'assunzione di 45 stagionali e un aumento di 120 euro al mese.",
        "I sindacati vogliono l'assunzione di 45 stagionali.", id="of is not always of how many",
    ),
    pytest.param(
        "es", "Las obras, que cuestan tres millones, empezarán como pronto en junio.",
        "Las obras no empezarán antes de junio.", id="not before is at the earliest",
    ),
    pytest.param(
        "fr", "La ligne entre Courmont et Salins restera fermée jusqu'au 14 mars.",
        "La ligne entre Courmont et Salins ne rouvrira pas avant le 14 mars.", id="not before is closed until",
    ),
    pytest.param(
        "fr", "La mairie éteindra l'éclairage public pendant quatre nuits.",
        "L'éclairage public sera éteint pendant quatre nuits.", id="a future in the passive",
    ),
    pytest.param(
        "pt", "As cirurgias não urgentes foram adiadas. O hospital funciona com geradores.",
        "As operações que não eram urgentes ficaram para mais tarde.", id="more is no May, nor later a phrase",
    ),
    pytest.param(
        "uk", "Рада відклала голосування до травня.",
        "Голосування відтермінували до травня.", id="what is put off is put off in other words",
    ),
    pytest.param(
        "uk", "Роман Дуб має намір оскаржити штраф.",
        "Роман Дуб планує оскаржити штраф.", id="to intend is to plan",
    ),
    pytest.param(
        "ro", "Inspectoratul muncii a deschis luni o anchetă.",
        "Inspectoratul muncii a început luni o anchetă.", id="a verb that adds nothing to its noun",
    ),
    pytest.param(
        "ro", "Procesul începe pe 6 octombrie la Tribunalul Vadu Lung.",
        "Procesul va începe pe 6 octombrie.", id="a present with a day is to come",
    ),
    pytest.param(
        "ro", "Compania Otelis a vândut furnalul grupului Ferralma pentru 74 de milioane.",
        "Furnalul a fost cumpărat de grupul Ferralma.", id="sold to is bought by",
    ),
    pytest.param(
        "pt", "Os autocarros de Valbranca estiveram parados por causa de uma greve dos motoristas.",
        "Uma greve dos motoristas parou os autocarros de Valbranca.", id="a cause from its other side",
    ),
    pytest.param(
        "es", "Rosa Tamayo rechazó las críticas. Tamayo lo niega: según ella, Bruselas ha concedido una prórroga.",
        "Según Rosa Tamayo, Bruselas ha concedido una prórroga.", id="a denial answered behind a colon",
    ),
    pytest.param(
        "pt", "O vereador Gonçalo Reis falou. O sindicalista Américo Nave acusou-o de mentir.",
        "Américo Nave acusou Gonçalo Reis de mentir.", id="a pronoun joined by a hyphen",
    ),
    pytest.param(
        "es", "El entrenador Quique Barros se va. Lo sustituirá el técnico Óscar Zubiri.",
        "Óscar Zubiri sustituirá a Quique Barros.", id="an object pronoun before its verb",
    ),
    pytest.param(
        "fr", "La comète, découverte en février, sera visible en octobre.",
        "La comète a été découverte en février.", id="a participle tells of what is before it",
    ),
    pytest.param(
        "es", "El alcalde viajará el lunes a la zona y promete un plan para el río.",
        "El alcalde viajará el lunes a la zona.", id="another deed joined behind",
    ),
    pytest.param(
        "it", "Un autobus sostituirà i treni, ma solo nelle ore di punta.",
        "Un autobus sostituirà i treni nelle ore di punta.", id="only this is this",
    ),
    pytest.param(
        "es", "La empresa Cerámicas Lorente anunció el viernes que cerrará en marzo su planta de Villafera.",
        "Cerámicas Lorente cerrará en marzo la planta de Villafera.", id="a day before what is announced",
    ),
    pytest.param(
        "it", "La biblioteca comunale di Pontalto chiuderà il 31 dicembre.",
        "La biblioteca comunale di Pontalto sarà chiusa il 31 dicembre.", id="sarà is a future",
    ),
    pytest.param(
        "pt", "A feira de Ribafonte, que custou dois milhões, abre a 1 de abril.",
        "A feira de Ribafonte abre a 1 de abril.", id="the number of a day counts nothing",
    ),
    pytest.param(
        "fr", "La préfecture a autorisé jeudi l'abattage de deux loups, après la mort de 47 brebis en trois semaines.",
        "En trois semaines, 47 brebis sont mortes.", id="whose deed a counted noun is",
    ),
    pytest.param(
        "pt", "A reparação custará 6 milhões de euros e será paga pelo Estado.",
        "A reparação será paga pelo Estado.", id="a future by its helping verb",
    ),
    pytest.param(
        "pt", "O nadador Tiago Meira diz que estava em casa e que a campainha não funcionava.",
        "Segundo Tiago Meira, a campainha não funcionava.", id="the second of two things said",
    ),
    pytest.param(
        "ro", "Poetul Vlad Munteanu, care făcea parte din juriu, a demisionat în semn de protest.",
        "Vlad Munteanu a demisionat din juriu în semn de protest.", id="to be part of is no part",
    ),
]  # fmt: skip

FALSE = [
    pytest.param(
        "fr", "Depuis mai, 120 visites ont été reportées et les urgences n'accueillent plus personne.",
        "Aucune visite n'a été reportée.", id="what is denied of another deed",
    ),
    pytest.param(
        "fr", "Le mois dernier, 120 opérations non urgentes ont été reportées.",
        "Aucune opération n'a été reportée.", id="what is denied of some is not denied of the deed",
    ),
    pytest.param(
        "es", "En mayo se aplazaron 120 operaciones no urgentes.",
        "No se aplazó ninguna operación en mayo.", id="the same in Spanish",
    ),
    pytest.param(
        "it", "In maggio sono stati rinviati 120 interventi non urgenti.",
        "Nessun intervento è stato rinviato in maggio.", id="the same in Italian",
    ),
    pytest.param(
        "es", "La clínica necesita 14 médicos y solo tiene nueve.",
        "La clínica tiene 14 médicos.", id="what is needed is not there",
    ),
    pytest.param(
        "it", "Il museo riaprirà a maggio, ma solo al piano terra. Il Comune pagherà i lavori al primo piano. Al primo "
        "piano c'è la biblioteca. Il primo piano era chiuso dal 2019.",
        "Il museo riaprirà a maggio al primo piano.", id="the first floor is another floor",
    ),
    pytest.param(
        "fr", "Plusieurs voisins ont annoncé qu'ils porteraient plainte.",
        "Plusieurs voisins ont porté plainte.", id="the noun of a deed to come is not done",
    ),
    pytest.param(
        "es", "La policía halló el martes un cuadro robado. El rector agradeció el gesto de Ana Vidal y le ofreció un "
        "premio, que ella donará a un asilo.", "Ana Vidal donará el cuadro a un asilo.",
        id="what a relative clause tells of is no other thing",
    ),
    pytest.param(
        "it", "La Provincia pagherà la strada; il ponte lo pagherà il Comune, che chiuderà il parco.",
        "La Provincia chiuderà il parco.", id="a relative clause behind another statement",
    ),
    pytest.param(
        "it", "La Provincia coprirà metà della spesa; il resto lo verserà il Comune.",
        "La Provincia verserà il resto.", id="whom a pronoun behind its noun has do it",
    ),
    pytest.param(
        "es", "El club ha pedido una reunión con la alcaldesa, Laura Vidal, que ha prometido un campo nuevo.",
        "El club ha prometido un campo nuevo.", id="a relative clause behind an apposed name",
    ),
    pytest.param(
        "it", "Il sindacato ha chiesto un incontro alla sindaca, Laura Brandi, che ha promesso una soluzione.",
        "Il sindacato ha promesso una soluzione.", id="a union is no mayor",
    ),
    pytest.param(
        "fr", "La plage de Kerlan fermera en cas de pluie.",
        "La plage de Kerlan fermera.", id="in case of rain, behind the verb",
    ),
    pytest.param(
        "fr", "La banque a prêté deux millions à la ville de Kerlan.",
        "La banque a emprunté deux millions à la ville de Kerlan.", id="who lends does not borrow",
    ),
    pytest.param(
        "es", "Los dueños que alquilen sus pisos a jóvenes no pagarán la tasa.",
        "Los dueños no pagarán la tasa.", id="those of whom it is told are not all",
    ),
    pytest.param(
        "fr", "La société Altine fabriquera ses vélos en Pologne. Les cadres seront peints sur place. "
        "Altine a une usine en Pologne. La Pologne lui verse une aide.",
        "Les cadres seront peints en Pologne.", id="on the spot is not elsewhere",
    ),
    pytest.param(
        "fr", "Le parquet dispose de deux mois pour se pourvoir en cassation.",
        "Le parquet s'est pourvu en cassation.", id="what may be done is not done",
    ),
    pytest.param(
        "fr", "La laiterie Brossard va mieux. Elle réclame 300 000 euros de dommages à l'État.",
        "L'État réclame 300 000 euros de dommages.", id="to whom is not who",
    ),
    pytest.param(
        "ro", "Compania Otelis a vândut furnalul grupului portughez Ferralma.",
        "Ferralma a vândut furnalul.", id="to whom by its ending",
    ),
    pytest.param(
        "es", "Ernesto Paz gritó. El condenado recurrirá ante el Tribunal Supremo.",
        "El Tribunal Supremo ha condenado a Ernesto Paz.", id="what somebody is called is not done",
    ),
    pytest.param(
        "fr", "Une comète découverte en février par une astronome sera visible en octobre.",
        "La comète sera visible en février.", id="a participle's day",
    ),
    pytest.param(
        "ro", "Procesul începe pe 6 octombrie la Tribunalul Vadu Lung.",
        "Procesul a început pe 6 octombrie.", id="what is due is not past",
    ),
    pytest.param(
        "es", "La cooperativa estuvo a punto de cerrar en 2020.",
        "La cooperativa cerró en 2020.", id="nearly is not done",
    ),
    pytest.param(
        "fr", "La compagnie avait demandé d'abattre les arbres. Le maire, Denis Faucon, répond que leur propriétaire, "
        "Gérard Lutz, a refusé l'abattage.",
        "Denis Faucon a refusé l'abattage des arbres.", id="another refuses",
    ),
    pytest.param(
        "pt", "O vereador Gonçalo Reis falou. Américo Nave acusou-o de nunca ter respondido a quatro cartas.",
        "Américo Nave não respondeu a quatro cartas.", id="who accuses has not done it",
    ),
    pytest.param(
        "ro", "Compania Otelis a vândut furnalul grupului Ferralma.",
        "Furnalul a fost cumpărat de compania Otelis.", id="who sold has not bought",
    ),
    pytest.param(
        "es", "El director general, Álvaro Lorente, nieto del fundador, sostiene que cumplió las condiciones.",
        "Álvaro Lorente fundó la empresa.", id="what another is called is not done",
    ),
    pytest.param(
        "es", "La planta, abierta en 1968, llegó a tener 900 trabajadores.",
        "La planta tiene 900 trabajadores.", id="what once was is not now",
    ),
    pytest.param(
        "fr", "L'hôpital de Grandpré a été attaqué. Le groupe avait visé la mairie de Montrond. Celle-ci avait mis "
        "trois mois à rétablir ses services.",
        "L'hôpital a mis trois mois à rétablir ses services.", id="the latter is not the topic",
    ),
    pytest.param(
        "fr", "La région, qui gère la cantine, a suspendu le chef de cuisine et commandé un audit.",
        "Le chef de cuisine a commandé un audit.", id="whom the first deed is done to has not done the second",
    ),
    pytest.param(
        "fr", "Les syndicats de conducteurs, qui craignaient 14 licenciements, ont levé leur préavis de grève.",
        "Quatorze conducteurs ont été licenciés.", id="what was feared",
    ),
    pytest.param(
        "es", "En caso de lluvia, la playa de Lugo cerrará.", "La playa de Lugo cerrará.", id="in case of rain",
    ),
    pytest.param(
        "it", "In caso di pioggia la spiaggia di Lodi chiuderà.", "La spiaggia di Lodi chiuderà.", id="in Italian",
    ),
    pytest.param(
        "it", "I sindacati temevano la chiusura della fabbrica di Lodi.",
        "La fabbrica di Lodi ha chiuso.", id="what was feared, in Italian",
    ),
    pytest.param(
        "es", "La fábrica de Lugo cesará la producción en marzo.",
        "La fábrica de Lugo detuvo la producción en marzo.", id="what another verb tells as to come",
    ),
    pytest.param(
        "es", "El Ayuntamiento de Lugo rehabilitará el puente.",
        "El Ayuntamiento de Lugo ha reparado el puente.", id="what another verb tells as to come, in the perfect",
    ),
    pytest.param(
        "fr", "L'usine de Brive mettra fin à la production en mars.",
        "L'usine de Brive a arrêté la production en mars.", id="what a phrase tells as to come",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "claim"), TRUE)
def test_other_forms_of_a_statement_stand(code: str, text: str, claim: str) -> None:
    """What a sentence says stands in another form that says no more."""
    assert Claims(Article(text=text, language=code)).sentence(claim).stands


@pytest.mark.parametrize(("code", "text", "claim"), FALSE)
def test_what_small_words_forbid_falls(code: str, text: str, claim: str) -> None:
    """A pronoun, a preposition or a verb's form that tells who, when or whether it is done is not passed over."""
    assert not Claims(Article(text=text, language=code)).sentence(claim).stands


@pytest.mark.parametrize(
    ("code", "title", "stands"),
    [
        ("ro", "Secția de pediatrie, închisă de la 1 aprilie", True),
        ("ro", "Secția de pediatrie se închide", True),
        ("ro", "Secția de pediatrie, închisă", False),
        ("ro", "Secția de pediatrie a fost închisă", False),
    ],
)
def test_headlines_tell_in_the_present_what_is_to_come(code: str, title: str, *, stands: bool) -> None:
    """A headline may say in the present, or from when on, what is to come, and not that it is done."""
    text = "Spitalul din Valea Seacă va închide secția de pediatrie de la 1 aprilie."
    assert Claims(Article(text=text, language=code)).headline(title).stands is stands


@pytest.mark.parametrize(
    ("title", "stands"),
    [("La biblioteca chiude", True), ("La biblioteca ha chiuso", False), ("Chiusa la biblioteca", False)],
)
def test_headlines_in_the_present_are_no_past(title: str, *, stands: bool) -> None:
    """A headline in the present may stand for the article's future, one in the past never."""
    text = "La biblioteca comunale di Pontalto chiuderà il 31 dicembre."
    assert Claims(Article(text=text, language="it")).headline(title).stands is stands


@pytest.mark.parametrize(
    ("text", "claim", "stands"),
    [
        ("Lucrările vor dura șase luni.", "Lucrările vor dura șase luni.", True),
        ("Ana Pop a venit luni. Ea a lucrat mai mult de 24 de ore.", "Ana Pop a lucrat mai mult de 24 de ore.", True),
        ("Târgul începe pe 5 mai.", "Târgul începe pe 5 iunie.", False),
    ],
)
def test_more_is_no_month_and_months_are_no_monday(text: str, claim: str, *, stands: bool) -> None:
    """Romanian's "mai" and "luni" are dates only where a number or a preposition says so."""
    assert Claims(Article(text=text, language="ro")).sentence(claim).stands is stands


@pytest.mark.parametrize(
    ("role", "stands"), [("presidenta de Aire Limpio", True), ("presidenta de Aguas Claras", False)]
)
def test_a_possessive_ties_a_role_to_the_body_named_before(role: str, *, stands: bool) -> None:
    """Her office is of the body that the sentence before is about."""
    text = (
        "La asociación Aire Limpio convocó ayer una marcha. Su presidenta, Rosa Vela, pidió calma.\n\n"
        "La empresa Aguas Claras no quiso hablar del asunto en todo el día de ayer."
    )
    assert Claims(Article(text=text, language="es")).role("Rosa Vela", role).stands is stands


@pytest.mark.parametrize(("role", "stands"), [("presidente", True), ("comitato", False)])
def test_who_asks_somebody_is_not_what_they_are(role: str, *, stands: bool) -> None:
    """Of a statement before an apposed name only its last noun tells what the named one is."""
    text = "Il comitato ha chiesto un incontro alla presidente, Laura Brandi, che ha promesso una risposta."
    assert Claims(Article(text=text, language="it")).role("Laura Brandi", role).stands is stands
