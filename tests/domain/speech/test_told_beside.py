"""Speakers told beside a quotation: by a clause that points back, a noun for an answer, a sentence without subject."""

import pytest

from tests.domain.speech.test_quotes import read

POINTING = [
    ("en", "The bridge stays shut. “The ropes are all rotten.” So says engineer Bo Ray.", "Bo Ray"),
    ("en", "The bridge stays shut. “The ropes are all rotten.” That is how Bo Ray puts it, after a walk.", "Bo Ray"),
    ("en", "The bridge stays shut. “The ropes are all rotten.” Those are the words of engineer Bo Ray.", "Bo Ray"),
    ("en", "The bridge stays shut. “The ropes are all rotten.” It is Bo Ray who will pay.", None),
    ("en", "The bridge stays shut. “The ropes are all rotten.” That is how Bo Ray lost his boat.", None),
    ("en", "The bridge stays shut. “The ropes are all rotten.” So says the law.", None),
    (
        "de",
        "Die Brücke bleibt zu. „Die Seile sind alle morsch.“ So formuliert es die Ingenieurin Ada Lind.",
        "Ada Lind",
    ),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch.“ Der das sagt, heißt Bo Lind.", "Bo Lind"),
    (
        "de",
        "Die Brücke bleibt zu. „Die Seile sind alle morsch.“ So die Ingenieurin Ada Lind nach der Sitzung.",
        "Ada Lind",
    ),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch.“ So verlor Bo Lind sein Boot.", None),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch.“ So sieht es Bo Lind nicht.", None),
    (
        "fr",
        "Le pont reste fermé. « Les câbles sont tous à refaire. » C'est l'ingénieur Luc Roux qui l'affirme.",
        "Luc Roux",
    ),
    (
        "fr",
        "Le pont reste fermé. « Les câbles sont tous à refaire. » Ce sont les mots de l'ingénieur Luc Roux.",
        "Luc Roux",
    ),
    (
        "fr",
        "Le pont reste fermé. « Les câbles sont tous à refaire. » Celle qui parle, c'est Anne Roux, qui y vit.",
        "Anne Roux",
    ),
    ("fr", "Le pont reste fermé. « Les câbles sont tous à refaire. » C'est Luc Roux qui paiera.", None),
    ("es", "El puente sigue cerrado. «Los cables están todos podridos». Lo cuenta el barquero Luis Mora.", "Luis Mora"),
    ("es", "El puente sigue cerrado. «Los cables están todos podridos». Es Luis Mora quien habla.", "Luis Mora"),
    (
        "es",
        "El puente sigue cerrado. «Los cables están todos podridos». Así la alcaldesa Ana Ruiz tras el pleno.",
        "Ana Ruiz",
    ),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare». A spiegarlo è l'ingegnere Ugo Sarti.", "Ugo Sarti"),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare». È Ugo Sarti a dirlo, in una lettera.", "Ugo Sarti"),
    (
        "it",
        "Il ponte resta chiuso. «Le corde sono tutte da rifare». Così la sindaca Ada Neri dopo la seduta.",
        "Ada Neri",
    ),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare». Lo dice la legge.", None),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare». A dirlo sono in tanti, anche Ugo Sarti.", None),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare». Non lo dice Ugo Sarti.", None),
    (
        "pt",
        "A ponte continua fechada. «Os cabos estão todos podres.» Quem o garante é o engenheiro Rui Sarto.",
        "Rui Sarto",
    ),
    ("pt", "A ponte continua fechada. «Os cabos estão todos podres.» É Rui Sarto quem o diz.", "Rui Sarto"),
    ("pt", "A ponte continua fechada. «Os cabos estão todos podres.» Disse-o ontem Rui Sarto.", "Rui Sarto"),
    ("pt", "A ponte continua fechada. «Os cabos estão todos podres.» Quem o nega é Rui Sarto.", None),
    ("pt", "A ponte continua fechada. «Os cabos estão todos podres.» É Rui Sarto quem manda ali.", None),
    ("ro", "Podul rămâne închis. „Cablurile sunt toate rupte de mult.” O afirmă inginerul Ion Sârbu.", "Ion Sârbu"),
    ("ro", "Podul rămâne închis. „Cablurile sunt toate rupte de mult.” Asta spune inginerul Ion Sârbu.", "Ion Sârbu"),
    (
        "ro",
        "Podul rămâne închis. „Cablurile sunt toate rupte de mult.” Cea care o spune este primărița Ana Lupu.",
        "Ana Lupu",
    ),
    ("ro", "Podul rămâne închis. „Cablurile sunt toate rupte de mult.” O neagă Ion Sârbu.", None),
    ("uk", "Міст закрито. «Троси вже давно всі згнили». Це сказав інженер Іван Лис.", "Іван Лис"),
    ("uk", "Міст закрито. «Троси вже давно всі згнили». Таке каже Іван Лис.", "Іван Лис"),
    ("uk", "Міст закрито. «Троси вже давно всі згнили». Такої думки інженер Іван Лис.", "Іван Лис"),
    ("uk", "Міст закрито. «Троси вже давно всі згнили». Це заперечує Іван Лис.", None),
    # One word is said too, where the noun for an answer tells so.
    ("uk", "Завод закривають. «Жодного», — пролунала відповідь директора Івана Лиса.", "Івана Лиса"),
    # The clause that points back is told before another quotation.
    ("it", "Il ponte è chiuso. «Le corde sono da rifare. Lo dice la legge», a dirlo è Ugo Sarti.", "Ugo Sarti"),
]

ANSWERS = [
    ("en", "The bridge stays shut. “The ropes are all rotten,” was the answer of engineer Bo Ray.", "Bo Ray"),
    ("en", "The bridge stays shut. “The ropes are all rotten,” came the reply from Bo Ray.", "Bo Ray"),
    ("en", "The bridge stays shut. “The ropes are all rotten,” was Bo Ray's verdict.", "Bo Ray"),
    ("en", "The bridge stays shut. “The ropes are all rotten,” was the answer of Bo Ray's sister.", None),
    ("en", "The bridge stays shut. “The ropes are all rotten,” came the answer from Bo Ray and Ann Lee.", None),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch“, lautete das Urteil des Ingenieurs Bo Lind.", "Bo Lind"),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch“, war die Antwort von Bo Lind.", "Bo Lind"),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch“, kam die knappe Antwort von Ada Lind.", "Ada Lind"),
    ("de", "Die Brücke bleibt zu. „Die Seile sind alle morsch“, war die Antwort von Bo Lind und Ada Berg.", None),
    ("fr", "Le pont reste fermé. « Les câbles sont tous à refaire », c'est le constat amer de Luc Roux.", "Luc Roux"),
    (
        "fr",
        "Le pont reste fermé. « Les câbles sont tous à refaire », a été la réponse de la préfète Anne Roux.",
        "Anne Roux",
    ),
    (
        "fr",
        "Le pont reste fermé. « Les câbles sont tous à refaire », telle est la réaction du maire Luc Roux.",
        "Luc Roux",
    ),
    (
        "es",
        "El puente sigue cerrado. «Los cables están todos podridos», fue el diagnóstico del ingeniero Luis Mora.",
        "Luis Mora",
    ),
    (
        "es",
        "El puente sigue cerrado. «Los cables están todos podridos», ha sido la respuesta de Luis Mora.",
        "Luis Mora",
    ),
    ("es", "El puente sigue cerrado. «Los cables están todos podridos», es la amarga queja de Ana Ruiz.", "Ana Ruiz"),
    (
        "it",
        "Il ponte resta chiuso. «Le corde sono tutte da rifare», è il verdetto dell'ingegnere Ugo Sarti.",
        "Ugo Sarti",
    ),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare», è stata la replica di Ugo Sarti.", "Ugo Sarti"),
    (
        "it",
        "Il ponte resta chiuso. «Le corde sono tutte da rifare», questo il commento amaro della sindaca Ada Neri.",
        "Ada Neri",
    ),
    (
        "it",
        "Il ponte resta chiuso. «Le corde sono tutte da rifare», è la risposta che tutti aspettavano da Ugo Sarti.",
        None,
    ),
    ("it", "Il ponte resta chiuso. «Le corde sono tutte da rifare», è la risposta di Ugo Sarti e di Ada Neri.", None),
    (
        "pt",
        "A ponte continua fechada. «Os cabos estão todos podres», foi a reação do engenheiro Rui Sarto.",
        "Rui Sarto",
    ),
    ("pt", "A ponte continua fechada. «Os cabos estão todos podres», é o desabafo amargo de Ana Pires.", "Ana Pires"),
    (
        "pt",
        "A ponte continua fechada. «Os cabos estão todos podres», foi a resposta da autarca Ana Pires.",
        "Ana Pires",
    ),
    (
        "ro",
        "Podul rămâne închis. „Cablurile sunt toate rupte de mult”, a fost reacția inginerului Ion Sârbu.",
        "Ion Sârbu",
    ),
    (
        "ro",
        "Podul rămâne închis. „Cablurile sunt toate rupte de mult”, a venit răspunsul directorului Ion Sârbu.",
        "Ion Sârbu",
    ),
    (
        "ro",
        "Podul rămâne închis. „Cablurile sunt toate rupte de mult”, este comentariul amar al lui Ion Sârbu.",
        "Ion Sârbu",
    ),
    ("ro", "Podul rămâne închis. „Cablurile sunt toate rupte de mult”, a venit răspunsul mamei lui Ion Sârbu.", None),
    ("uk", "Міст закрито. «Троси вже давно всі згнили», — такою була відповідь інженера Івана Лиса.", "Івана Лиса"),
    ("uk", "Міст закрито. «Троси вже давно всі згнили», — пролунала відповідь директора Івана Лиса.", "Івана Лиса"),
    ("uk", "Міст закрито. «Троси вже давно всі згнили», — така думка директора Івана Лиса.", "Івана Лиса"),
    ("uk", "Міст закрито. «Троси вже давно всі згнили», — така думка матері Івана Лиса.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), POINTING)
def test_a_clause_that_points_back_tells_who_speaks(language: str, text: str, speaker: str | None) -> None:
    """A clause or sentence right behind tells the speaker, where it says no more than that they say it."""
    assert [one for _, one in read(text, language)] == [speaker]


@pytest.mark.parametrize(("language", "text", "speaker"), ANSWERS)
def test_a_noun_for_an_answer_tells_whose_it_is(language: str, text: str, speaker: str | None) -> None:
    """Whose answer or comment a quotation was is who speaks, unless two share it or it is of their kin."""
    assert [one for _, one in read(text, language)] == [speaker]


LEFT_OUT = [
    (
        "it",
        "Il barista Ugo Sarti chiude. Alla domanda se torna risponde con un sorriso: «Ho dato tutto quel che avevo».",
        "Ugo Sarti",
    ),
    (
        "it",
        "Il barista Ugo Sarti chiude. A chi chiede di Ada Neri risponde: «Ho dato tutto quel che avevo».",
        "Ugo Sarti",
    ),
    (
        "it",
        "Il barista Ugo Sarti chiude. A chi gli chiede perché, Ada Neri risponde: «Ha dato tutto quel che aveva».",
        "Ada Neri",
    ),
    (
        "it",
        "La cantante Ada Neri incontra Ugo Sarti. A chi le chiede del voto risponde: «Ho dato tutto quel che avevo».",
        "Ada Neri",
    ),
    (
        "it",
        "Il barista Ugo Sarti chiude. A chi lo saluta rispondono i figli: «Ho dato tutto quel che avevo».",
        None,
    ),
    (
        "it",
        "Il barista Ugo Sarti chiude. Alza il suo bicchiere e dice: «Ho dato tutto quel che avevo».",
        "Ugo Sarti",
    ),
    (
        "es",
        "El barquero Luis Mora se jubila. A la pregunta de si lo siente responde: «He dado todo lo que tenía».",
        "Luis Mora",
    ),
    (
        "es",
        "El barquero Luis Mora se jubila. A quien le pregunta por qué le contesta: «He dado todo lo que tenía».",
        "Luis Mora",
    ),
    (
        "es",
        "El barquero Luis Mora se jubila. Aplaudió la oposición y añadió: «Ha dado todo lo que tenía».",
        "la oposición",
    ),
    ("es", "El barquero Luis Mora se jubila. Recordó sus inicios y añadió: «He dado todo lo que tenía».", "Luis Mora"),
    (
        "es",
        "La alcaldesa Ana Ruiz recibió al barquero. Agradeció su trabajo y dijo: «Ha dado todo lo que tenía».",
        "Ana Ruiz",
    ),
    (
        "es",
        "El barquero Luis Mora se jubila. Intervino la alcaldesa y dijo: «Ha dado todo lo que tenía».",
        "la alcaldesa",
    ),
    ("pt", "O barqueiro Rui Sarto reforma-se. À pergunta se tem pena responde: «Dei tudo o que tinha».", "Rui Sarto"),
    ("pt", "O barqueiro Rui Sarto reforma-se. Agradeceu o apoio e acrescentou: «Dei tudo o que tinha».", "Rui Sarto"),
    (
        "pt",
        "O barqueiro Rui Sarto reforma-se. Aos que lhe perguntam porquê responde: «Dei tudo o que tinha».",
        "Rui Sarto",
    ),
    (
        "ro",
        "Luntrașul Ion Sârbu iese la pensie. La întrebarea dacă îi pare rău răspunde: „Am dat tot ce aveam”.",
        "Ion Sârbu",
    ),
    (
        "ro",
        "Luntrașul Ion Sârbu iese la pensie. Celui care îl întreabă de ce îi răspunde: „Am dat tot ce aveam”.",
        "Ion Sârbu",
    ),
    (
        "ro",
        "Luntrașul Ion Sârbu iese la pensie. Le-a mulțumit colegilor și a adăugat: „Am dat tot ce aveam”.",
        "Ion Sârbu",
    ),
    ("uk", "Човняр Іван Лис іде на пенсію. На запитання, чи не шкода, відповідає: «Я віддав усе, що мав».", "Іван Лис"),
    ("uk", "Човняр Іван Лис іде на пенсію. Тому, хто питає чому, відповідає: «Я віддав усе, що мав».", "Іван Лис"),
    ("uk", "Човняр Іван Лис іде на пенсію. Подякував своїм друзям і додав: «Я віддав усе, що мав».", "Іван Лис"),
    ("uk", "Човняр Іван Лис іде на пенсію. Похвалила його роботу й додала: «Я віддала все, що мала».", None),
    ("uk", "Човняр Іван Лис іде на пенсію. Згадав своє дитинство й додав: «Я віддав усе, що мав».", "Іван Лис"),
    (
        "pt",
        "O barqueiro Rui Sarto defendeu a filha. Elogiou a sua coragem e acrescentou: «Todos falhamos aos 19 anos».",
        "Rui Sarto",
    ),
    (
        "fr",
        "Le batelier Luc Roux s'en va. À ceux qui lui demandent s'il le regrette, il répond : « J'ai tout donné ici ».",
        "Luc Roux",
    ),
    (
        "de",
        "Fährmann Bo Lind geht in Rente. Denen, die ihn fragen, warum, antwortet er: „Ich habe alles gegeben“.",
        "Bo Lind",
    ),
    ("en", "Ferryman Bo Ray is to retire. To those who ask why, he replies: “I have given all that I had.”", "Bo Ray"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), LEFT_OUT)
def test_a_sentence_without_subject_goes_on_with_the_one_before(language: str, text: str, speaker: str | None) -> None:
    """Those who ask, and what is done before "and", do not keep a sentence from going on with who was told of."""
    assert [one for _, one in read(text, language)] == [speaker]
