"""Bodies, many people and papers: none of them is the one person whom a text tells of."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    # A noun for a body is nobody's, whatever its gender.
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto la polizia.", "la polizia"),
    ("it", "Ugo Ferri tace. «Il ponte va rifatto da capo», ha detto il comitato.", "il comitato"),
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto la sindaca.", "la sindaca"),
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto la donna.", "Ada Neri"),
    ("pt", "Ana Costa cala-se. “A ponte tem de ser refeita”, disse a empresa.", "a empresa"),
    ("pt", "Rui Costa cala-se. “A ponte tem de ser refeita”, disse o governo.", "o governo"),
    ("es", "Ana Ruiz calla. «Hay que rehacerlo desde abajo», dijo la policía.", "la policía"),
    ("es", "Luis Mora calla. «Hay que rehacerlo desde abajo», dijo el sindicato.", "el sindicato"),
    ("fr", "Anne Roux se tait. « Il faut tout refaire », a dit la mairie.", "la mairie"),
    ("fr", "Paul Roux se tait. « Il faut tout refaire », a dit le syndicat.", "le syndicat"),
    ("ro", "Ana Popa tace. „Trebuie refăcut din temelii”, a spus poliția.", "poliția"),
    ("uk", "Іван Лис мовчить. «Його треба перебудувати», — сказав уряд.", "уряд"),
    ("uk", "Ада Лис мовчить. «Його треба перебудувати», — сказала поліція.", "поліція"),
    ("ru", "Ада Лисова молчит. «Его нужно перестроить», — сказала мэрия.", "мэрия"),
    ("ru", "Иван Лисов молчит. «Его нужно перестроить», — сказал суд.", "суд"),
    # A verb in the plural tells of many, and goes on with no one person; one in the singular does.
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», hanno detto.", None),
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto.", "Ada Neri"),
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto ieri.", "Ada Neri"),
    ("es", "Ana Ruiz calla. «Hay que rehacerlo desde abajo», ha dicho ayer.", "Ana Ruiz"),
    ("es", "Ana Ruiz calla. «Hay que rehacerlo desde abajo», han dicho.", None),
    ("ro", "Radu Popa tace. „Trebuie refăcut din temelii”, au spus luntrașii.", None),
    ("ro", "Radu Popa tace. „Trebuie refăcut din temelii”, au precizat oficialii.", "oficialii"),
    ("ro", "Radu Popa tace. „Trebuie refăcut din temelii”, a precizat acesta.", "Radu Popa"),
    ("uk", "Іван Лис мовчить. «Його треба перебудувати», — кажуть човнярі.", None),
    ("uk", "Іван Лис мовчить. «Його треба перебудувати», — каже.", "Іван Лис"),
    ("ru", "Иван Лисов молчит. «Его нужно перестроить», — говорят лодочники.", None),
    ("ru", "Иван Лисов молчит. «Его нужно перестроить», — говорят местные.", None),
    ("ru", "Иван Лисов молчит. «Его нужно перестроить», — сказал вчера.", "Иван Лисов"),
    # Nor is somebody unnamed who is told of by "one" or "another".
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto una di loro.", None),
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», ha detto in una lettera.", "Ada Neri"),
    ("it", "Ada Neri tace. «Il ponte va rifatto da capo», gli ha risposto qualcuno.", None),
    ("pt", "Ana Costa cala-se. “A ponte tem de ser refeita”, disse um dos moradores.", None),
    ("pt", "Ana Costa cala-se. “A ponte tem de ser refeita”, disse outra.", None),
    ("es", "Ana Ruiz calla. «Hay que rehacerlo desde abajo», dijo una de ellas.", None),
    ("es", "Ana Ruiz calla. «Hay que rehacerlo desde abajo», dijo en una carta.", "Ana Ruiz"),
    ("fr", "Anne Roux se tait. « Il faut tout refaire », a dit l’une d’elles.", None),
    ("fr", "Paul Roux se tait. « Il faut tout refaire », a crié quelqu’un.", None),
    ("fr", "Paul Roux se tait. « Il faut tout refaire », a-t-il crié.", "Paul Roux"),
    ("ro", "Ana Popa tace. „Trebuie refăcut din temelii”, a spus una dintre ele.", None),
    ("ro", "Ana Popa tace. „Trebuie refăcut din temelii”, a strigat cineva.", None),
    ("uk", "Ада Лис мовчить. «Його треба перебудувати», — сказала одна з мешканок.", None),
    ("uk", "Ада Лис мовчить. «Його треба перебудувати», — сказала якась жінка.", "жінка"),
    ("ru", "Иван Лисов молчит. «Его нужно перестроить», — крикнул другой.", None),
    ("ru", "Иван Лисов молчит. «Его нужно перестроить», — сказал кто-то.", None),
    ("ru", "Ада Лисова молчит. «Его нужно перестроить», — сказала женщина.", "Ада Лисова"),
    # A woman who is called by a man's noun is so called by another of them.
    ("ro", "Primarul Ana Popa speră ca ei să vină. „Avem pensiuni goale de ani”, a spus edilul.", "Ana Popa"),
    ("ro", "Primărița Ana Popa speră ca ei să vină. „Avem pensiuni goale de ani”, a spus edilul.", "edilul"),
    ("it", "L'avvocato Ada Neri spera ancora. «Abbiamo pensioni vuote da anni», ha detto il legale.", "Ada Neri"),
    # A paper's words are of whom it is told to be; no person's where nobody tells so.
    ("it", "Ugo Ferri tace. «La sentenza ci lascia perplessi», si legge in una nota del Comune.", "Comune"),
    ("it", "«Non pagheremo nulla», si legge nella lettera del sindaco Ugo Ferri al prefetto.", "Ugo Ferri"),
    ("it", "«Vietato entrare senza permesso», si legge sul cancello della villa di Ugo Ferri.", None),
    ("es", "«Hay que rehacerlo», puede leerse en la carta de Luis Mora al ministro.", "Luis Mora"),
    ("pt", "«Não pagamos nada», lê-se na carta do autarca Rui Vale ao ministro.", "Rui Vale"),
    ("fr", "« Il faut tout refaire », lit-on dans la lettre de Jean Roux au ministre.", "Jean Roux"),
    ("fr", "« Défense d’entrer sans permis », peut-on lire sur le portail de Jean Roux.", None),
    ("ru", "Иван Лисов ранен. «Его нужно перестроить», — говорится в сообщении.", None),
    ("ru", "Иван Лисов написал письмо. «Его нужно перестроить», — говорится в нём.", "Иван Лисов"),
    ("ru", "Мэрия закрыла мост. «Его нужно перестроить», — говорится в сообщении.", "Мэрия"),
    ("uk", "Іван Лис мовчить. «Його треба перебудувати», — йдеться в листі Ади Дуб.", "Ади Дуб"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_nobody_is_taken_for_a_body(language: str, text: str, speaker: str | None) -> None:
    """Who speaks is a body, many people or whose paper is quoted, and a person only where one does."""
    spoken = {who for _, who in read(text, language)}
    assert spoken == {speaker} or (speaker is None and not spoken)
