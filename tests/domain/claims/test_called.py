"""A noun beside a name stands for whom it names, in a claim as in the article."""

import pytest

from tests.domain.claims.test_referring import stands

YARD = (
    "A court stopped the sale of the Haldane shipyard. The agency was told on Monday.\n\n"
    "Haldane was founded in 1911. It has made a profit only once. Last year it lost 7 million pounds."
)
OBRA = "La constructora Marenix lo niega. Un juez decidirá en mayo. La empresa ya ha despedido a 35 obreros."
AGRO = "Добрива змило з полів агрофірми «Нива». Директор фірми Степан Гук відкидає звинувачення."
EAU = "Un technicien, Karim Bensaïd, avait mélangé deux produits. La société Aquaserv, qui l'emploie, l'a suspendu."
TETTO = "Il tetto della palestra è crollato ieri. Nessuno è rimasto ferito."
BASIN = "У даху виявили тріщину. Її помітив сторож. Мер Олексій Гринчук заявив, що ремонт триватиме рік."

LIFT = "Um elevador do hospital caiu na terça-feira. A diretora explicou que o aparelho tinha sido revisto em março."
FERRY = "A ferry captain was cleared on Monday. Tom Rudd, 58, had denied it.\n\nHis lawyer, Ann Holm, praised the jury."
SOMME = "La ville a débloqué 800 000 euros. La moitié servira à acheter des serveurs. Le maire a salué ce choix."
MOBILA = "Fabrica de mobilă trimite acasă jumătate dintre angajați. Conducerea dă vina pe scumpirea lemnului."

DAM = "In 1956 a dam broke in Lenz. Since then the number of houses has tripled. There 340 people live."
RECHT = "Der Verein beauftragte die Anwältin Sigrid Lohse. Diese sprach mit 23 Mitgliedern."
MAIRIE = "Un pirate avait visé la mairie de Montrond. Celle-ci avait mis trois mois à rétablir ses services."
MUZEU = "Muzeul se redeschide sâmbătă. Conducerea speră să ajungă la 70.000 de vizitatori."
SOLIS = "A empresa Solis quer construir uma central. Em 2017 uma empresa pagou uma multa de 250 mil euros."
TAXI = "Директорка ліцею Тамара Бойко перенесла іспити. Таксисти підняли ціни вдвічі."
SPILKA = "Водії оголосили страйк. Профспілка вимагає підвищити зарплату на 20 відсотків."

SALES = "The Haldane shipyard was founded in 1911. Last year its sales rose by 7 percent."
BUYER = "The steamer will not be sold to a collector in Canada. It has been idle since 2021."

PLANO = (
    "A empresa Solis quer construir uma central. O diretor, Marc Olivier, admitiu um atraso. "
    "Prometeu ainda plantar árvores, uma proposta que a Terra Viva rejeita."
)
ACOPERIS = (
    "Arhitectul Sorin Dumbravă, care a condus restaurarea, a recunoscut că acoperișul a creat probleme. "
    "Firma Constral l-a refăcut pe cheltuiala ei."
)
GUARD = "Міський басейн закрили в понеділок, бо в даху виявили тріщину. Її помітив сторож під час обходу."

SUM = (
    "Міський басейн закрили в понеділок, бо в даху виявили тріщину.\n\nМер Олексій Гринчук заявив, що ремонт коштує "
    "9 мільйонів. Половину суми він просить в обласної адміністрації."
)
PAST = "The baker kept quiet. Ann Holm, who was head of the Mill Bank until 2019, opposed the sale on Monday."
UNTIL = "Der Verein Lindach klagt. Ole Berg, der bis 2019 Leiter des Bades war, wies die Vorwürfe am Montag zurück."


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", YARD, "Last year the yard lost 7 million pounds.", True),
        ("en", YARD, "Last year the agency lost 7 million pounds.", False),
        ("es", OBRA, "La constructora ha despedido a 35 obreros.", True),
        ("es", OBRA, "Un juez ha despedido a 35 obreros.", False),
        ("uk", AGRO, "Директор агрофірми «Нива» Степан Гук відкинув звинувачення.", True),
        ("fr", EAU, "La société Aquaserv a suspendu le technicien, Karim Bensaïd.", True),
        ("fr", EAU, "La société Aquaserv a suspendu le maire, Karim Bensaïd.", False),
        ("it", TETTO, "Nel crollo non è rimasto ferito nessuno.", True),
        ("it", TETTO, "Nell'incendio non è rimasto ferito nessuno.", False),
        ("en", YARD, "The Haldane shipyard was founded in 1911.", True),
        ("pt", LIFT, "A diretora explicou que o elevador tinha sido revisto em março.", True),
        ("pt", LIFT, "A diretora explicou que o hospital tinha sido revisto em março.", False),
        ("en", FERRY, "Tom Rudd was cleared on Monday.", True),
        ("en", FERRY, "Ann Holm was cleared on Monday.", False),
        ("fr", SOMME, "La moitié des 800 000 euros servira à acheter des serveurs.", True),
        ("fr", SOMME, "Le tiers des 800 000 euros servira à acheter des serveurs.", False),
        ("ro", MOBILA, "Conducerea fabricii dă vina pe scumpirea lemnului.", True),
        ("en", DAM, "The number of houses has tripled since 1956.", True),
        ("en", DAM, "The number of houses has tripled since 1965.", False),
        ("de", RECHT, "Sigrid Lohse sprach mit 23 Mitgliedern.", True),
        ("de", RECHT, "Der Verein sprach mit 23 Mitgliedern.", False),
        ("fr", MAIRIE, "La mairie de Montrond avait mis trois mois à rétablir ses services.", True),
        ("fr", MAIRIE, "Le pirate avait mis trois mois à rétablir ses services.", False),
        ("ro", MUZEU, "Muzeul speră să ajungă la 70.000 de vizitatori.", True),
        ("pt", SOLIS, "Em 2017 a Solis pagou uma multa de 250 mil euros.", False),
        ("uk", TAXI, "Тамара Бойко підняла ціни вдвічі.", False),
        ("uk", SPILKA, "Профспілка водіїв вимагає підвищити зарплату на 20 відсотків.", True),
        ("en", SALES, "Last year the yard's sales rose by 7 percent.", True),
        ("en", SALES, "Last year the agency's sales rose by 7 percent.", False),
        ("en", BUYER, "The steamer will not be sold to a Canadian collector.", True),
        ("en", BUYER, "The steamer will not be sold to a German collector.", False),
        ("pt", PLANO, "A Terra Viva rejeita a proposta.", True),
        ("pt", PLANO, "A empresa rejeita a proposta.", False),
        ("ro", ACOPERIS, "Constral a refăcut acoperișul.", True),
        ("ro", ACOPERIS, "Constral a condus restaurarea.", False),
        ("uk", GUARD, "Сторож помітив тріщину під час обходу.", True),
        ("uk", GUARD, "Сторож закрив басейн.", False),
        ("uk", SUM, "Олексій Гринчук просить половину суми в обласної адміністрації.", True),
        ("uk", SUM, "Олексій Гринчук просить половину суми в басейну.", False),
        ("uk", BASIN, "Тріщину помітив мер Олексій Гринчук.", False),
        ("en", PAST, "Ann Holm, head of the Mill Bank, opposed the sale on Monday.", False),
        ("en", PAST, "Head Ann Holm opposed the sale on Monday.", False),
        ("en", PAST, "Ann Holm, head of the Mill Bank until 2019, opposed the sale on Monday.", True),
        ("de", UNTIL, "Ole Berg, Leiter des Bades, wies die Vorwürfe zurück.", False),
        ("de", UNTIL, "Ole Berg, bis 2019 Leiter des Bades, wies die Vorwürfe zurück.", True),
    ],
)
def test_noun_stands_for_what_is_called_so(language: str, text: str, said: str, *, right: bool) -> None:
    """A noun stands for whom alone the article calls so, and nobody else's deed is theirs."""
    assert stands(language, text, said) is right
