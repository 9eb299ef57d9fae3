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
    ("pt", "A fábrica fecha. O juízo de Leonor Cabral: «Três horas que parecem seis».", "Leonor Cabral"),
    ("it", "La fabbrica chiude. Il giudizio di Ada Neri: «Tre ore che sembrano sei».", "Ada Neri"),
    ("es", "La fábrica cierra. El dictamen de Ana Ruiz: «Tres horas que parecen seis».", "Ana Ruiz"),
    ("fr", "L'usine ferme. Le constat d'Anne Roux : « Trois heures qui en paraissent six ».", "Anne Roux"),
    ("ro", "Fabrica se închide. Aprecierea Anei Lupu: „Trei ore care par șase”.", "Anei Lupu"),
    ("uk", "Завод закривають. Оцінка Ганни Лис: «Три години, що здаються шістьма».", "Ганни Лис"),
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


DESCRIBED = [
    (
        "en",
        "The bridge will shut. The plan was branded by councillor Bo Ray as “an insult to the whole town”.",
        "Bo Ray",
    ),
    (
        "en",
        "The bridge will shut. The plan was dismissed as “an insult to the whole town” by councillor Bo Ray.",
        "Bo Ray",
    ),
    (
        "en",
        "The bridge will shut. The plan, called by Bo Ray “an insult to the whole town”, will be voted on.",
        "Bo Ray",
    ),
    ("de", "Der Plan wurde von der Architektin Ada Lind als „ein Tritt in den Magen“ bezeichnet.", "Ada Lind"),
    ("fr", "La décision a été qualifiée par l'architecte Anne Roux de « coup de poignard dans le dos ».", "Anne Roux"),
    (
        "fr",
        "La décision a été décrite par l'architecte Anne Roux comme « un coup de poignard dans le dos ».",
        "Anne Roux",
    ),
    ("it", "La scelta è stata definita dall'architetta Ada Neri «un pugno nello stomaco della città».", "Ada Neri"),
    ("it", "La scelta è stata definita «un pugno nello stomaco della città» dall'architetta Ada Neri.", "Ada Neri"),
    ("es", "La decisión fue calificada por la arquitecta Ana Ruiz de «puñalada en el corazón del barrio».", "Ana Ruiz"),
    (
        "es",
        "La decisión fue descrita por la arquitecta Ana Ruiz como «una puñalada en el corazón del barrio».",
        "Ana Ruiz",
    ),
    ("pt", "A decisão foi descrita pela arquiteta Ana Pires como «um murro no estômago da cidade».", "Ana Pires"),
    ("pt", "A decisão foi classificada por Ana Pires como «um murro no estômago da cidade».", "Ana Pires"),
    ("ro", "Decizia a fost descrisă de arhitecta Ana Lupu drept „o lovitură dată orașului vechi”.", "Ana Lupu"),
    ("ro", "Decizia a fost numită de arhitecta Ana Lupu „o lovitură dată orașului vechi”.", "Ana Lupu"),
    ("ro", "Decizia a fost numită de către arhitecta Ana Lupu „o lovitură dată orașului vechi”.", "Ana Lupu"),
    ("en", "The bridge will shut. It was described by Bo Ray and Ann Lee as “an insult to the town”.", None),
    ("en", "The bridge will shut. Ann Lee was described by Bo Ray as “the best the town has had”.", "Bo Ray"),
    ("en", "Bo Ray was described as “the best man the town has had”.", None),
    ("en", "Ann Lee has been branded “the worst mayor in living memory”.", None),
    ("en", "Ann Lee has described the plan as “the worst in living memory”.", "Ann Lee"),
    ("en", "What Ann Lee has described as “the worst plan in living memory” will go ahead.", "Ann Lee"),
    ("fr", "Luc Roux a été qualifié de « pire maire de toute la région ».", None),
    ("fr", "Luc Roux a qualifié le projet de « pire idée de toute la région ».", "Luc Roux"),
    ("es", "Luis Mora fue descrito como «el peor alcalde de la región».", None),
    ("es", "Luis Mora ha calificado el plan de «la peor idea de la región».", "Luis Mora"),
    ("it", "Ugo Sarti è stato definito «il peggior sindaco della regione».", None),
    ("it", "Ugo Sarti ha definito il piano «la peggiore idea della regione».", "Ugo Sarti"),
    ("pt", "Rui Sarto foi descrito como «o pior autarca da região».", None),
    ("ro", "Ion Sârbu a fost descris drept „cel mai slab primar din regiune”.", None),
    ("ro", "Ion Sârbu a descris planul drept „cea mai slabă idee din regiune”.", "Ion Sârbu"),
    ("de", "Bo Lind wurde als „schlechtester Bürgermeister der Gegend“ bezeichnet.", None),
    ("uk", "Івана Лиса назвали «найгіршим мером за всю історію міста».", None),
]

CALLED = [
    (
        "en",
        "The bridge shut. “Nothing has moved here,” said the former top aide to President Bo Ray.",
        "the former top aide",
    ),
    (
        "it",
        "Il ponte è chiuso. «Qui non si muove niente», ha detto il candidato contro il sindaco Ugo Sarti.",
        "il candidato",
    ),
    ("pt", "A ponte fechou. «Aqui nada se mexe já», disse o candidato contra o autarca Rui Sarto.", "o candidato"),
    (
        "fr",
        "Le pont est fermé. « Rien ne bouge ici », a lancé la conseillère auprès du ministre Luc Roux.",
        "la conseillère",
    ),
    (
        "fr",
        "Le pont est fermé. « Rien ne bouge ici », s'est indigné dans la foulée le conducteur de travaux Luc Roux.",
        "Luc Roux",
    ),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a lâché le chef de chantier Luc Roux.", "Luc Roux"),
    (
        "fr",
        "Le maire Luc Brun est en prison. « Mon client n'a rien fait de mal », a assuré son conseil, Me Anne Roux.",
        "Anne Roux",
    ),
    (
        "fr",
        "Le maire Luc Brun est en prison. « Mon client n'a rien fait de mal », réagit son avocat Me Jean Roux.",
        "Jean Roux",
    ),
    (
        "fr",
        "Le pont est fermé. « Rien ne bouge ici », précise un porte-parole de la préfecture du Gard.",
        "un porte-parole de la préfecture du Gard",
    ),
    (
        "fr",
        "Le pont est fermé. « Rien ne bouge ici », indique une porte-parole de la mairie de Nîmes.",
        "une porte-parole de la mairie de Nîmes",
    ),
    (
        "ro",
        "Primarul Ion Sârbu a fost reținut. „Clientul meu nu a făcut nimic rău”, a reacționat avocata sa, Ana Lupu.",
        "Ana Lupu",
    ),
    (
        "uk",
        "Мера Івана Лиса затримали. «Мій клієнт нічого поганого не зробив», — відреагувала його адвокатка Ганна Гай.",
        "Ганна Гай",
    ),
    (
        "uk",
        "Міст закрито. «Тут місяцями нічого не рухається», — одразу обурилася в соцмережах депутатка Ганна Лис.",
        "Ганна Лис",
    ),
    (
        "fr",
        "Le pont est fermé. « Rien ne bouge ici », s'est vite félicitée sur ces réseaux l'écologiste Maud Ferrier.",
        "Maud Ferrier",
    ),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a ironisé le rédacteur en chef Luc Roux.", "Luc Roux"),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a ironisé le metteur en scène Luc Roux.", "Luc Roux"),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a expliqué l'ingénieure en chef Anne Roux.", "Anne Roux"),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a expliqué la maire en colère.", "la maire"),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a expliqué le ministre en visite à Nîmes.", "le ministre"),
    ("it", "Il ponte è chiuso. «Qui non si muove niente», ha subito denunciato la deputata Ada Neri.", "Ada Neri"),
    ("it", "Il ponte è chiuso. «Qui non si muove niente», ha ironizzato sui social il regista Ugo Sarti.", "Ugo Sarti"),
    (
        "it",
        "Il ponte è chiuso. «Qui non si muove niente», ha precisato una portavoce della prefettura di Rovigo.",
        "una portavoce della prefettura di Rovigo",
    ),
    (
        "es",
        "El puente se cerró. «Aquí no se mueve nada», se ha apresurado a denunciar la diputada Ana Ruiz.",
        "Ana Ruiz",
    ),
    (
        "es",
        "El puente se cerró. «Aquí no se mueve nada», ironizó en las redes el director de escena Luis Mora.",
        "Luis Mora",
    ),
    (
        "es",
        "El puente se cerró. «Aquí no se mueve nada», precisó una portavoz de la prefectura de Lugo.",
        "una portavoz de la prefectura de Lugo",
    ),
    ("pt", "A ponte fechou. «Aqui nada se mexe já», ironizou nas redes sociais o encenador Rui Sarto.", "Rui Sarto"),
    (
        "pt",
        "A ponte fechou. «Aqui nada se mexe já», precisou uma porta-voz da Câmara de Braga.",
        "uma porta-voz da Câmara de Braga",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat un purtător de cuvânt al primăriei.",
        "un purtător de cuvânt al primăriei",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat o purtătoare de cuvânt a primăriei.",
        "o purtătoare de cuvânt a primăriei",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat purtătoarea de cuvânt a companiei Nordika Lines.",
        "purtătoarea de cuvânt a companiei Nordika Lines",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat un purtător de cuvânt al companiei Nordika Lines.",
        "un purtător de cuvânt al companiei Nordika Lines",
    ),
    ("uk", "Міст закрито. «Тут місяцями нічого не рухається», — повідомила речниця міськради.", "речниця міськради"),
    (
        "uk",
        "Міст закрито. «Тут місяцями нічого не рухається», — повідомила речниця компанії «Нордіка».",
        "речниця компанії «Нордіка»",
    ),
    ("uk", "Міст закрито. «Тут місяцями нічого не рухається», — тут же обурилася депутатка Ганна Лис.", "Ганна Лис"),
    (
        "uk",
        "Міст закрито. «Тут місяцями нічого не рухається», — іронізує на своїй сторінці режисер Іван Лис.",
        "Іван Лис",
    ),
    ("it", "Il ponte è chiuso. «Qui non si muove niente», ha ironizzato il sindaco in carica Ugo Sarti.", "Ugo Sarti"),
    ("es", "El puente se cerró. «Aquí no se mueve nada», ironizó el alcalde en funciones Luis Mora.", "Luis Mora"),
    ("pt", "A ponte fechou. «Aqui nada se mexe já», ironizou o presidente em exercício Rui Sarto.", "Rui Sarto"),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă aici de luni”, a ironizat primarul în exercițiu Ion Sârbu.",
        "Ion Sârbu",
    ),
    ("es", "El puente se cerró. «Aquí no se mueve nada», dijo el alcalde sobre Luis Mora.", "el alcalde"),
    ("fr", "Le pont est fermé. « Rien ne bouge ici », a expliqué la maire en colère contre Luc Roux.", "la maire"),
    (
        "en",
        "The bridge will shut. “Nothing has moved here for months,” a spokeswoman for Medway Water said.",
        "a spokeswoman for Medway Water",
    ),
    (
        "it",
        "Il ponte è chiuso. «Qui non si muove niente», ha precisato una portavoce della Nordika Lines.",
        "una portavoce della Nordika Lines",
    ),
    (
        "it",
        "Il ponte è chiuso. «Qui non si muove niente», ha precisato una portavoce dell'azienda Nordika Lines.",
        "una portavoce dell'azienda Nordika Lines",
    ),
    (
        "fr",
        "Le pont est fermé. « Rien ne bouge ici », a précisé une porte-parole de l'entreprise Nordika Lines.",
        "une porte-parole de l'entreprise Nordika Lines",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat un purtător de cuvânt al Nordika Lines.",
        "un purtător de cuvânt al Nordika Lines",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat o purtătoare de cuvânt a Nordika Lines.",
        "o purtătoare de cuvânt a Nordika Lines",
    ),
    (
        "ro",
        "Podul e închis. „Nimic nu se mișcă de luni”, a precizat o purtătoare de cuvânt a companiei Nordika Lines.",
        "o purtătoare de cuvânt a companiei Nordika Lines",
    ),
    (
        "de",
        "Die Brücke ist zu. „Hier bewegt sich seit Monaten nichts“, sagte eine Sprecherin der Nordika Lines.",
        "eine Sprecherin der Nordika Lines",
    ),
    (
        "uk",
        "Міст закрито. «Тут місяцями нічого не рухається», — повідомила речниця «Нордіка Лайнс».",
        "речниця «Нордіка Лайнс»",
    ),
    ("pt", "Rui Sarto descreveu o plano como «a pior ideia da região».", "Rui Sarto"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), DESCRIBED)
def test_who_describes_by_a_passive_speaks(language: str, text: str, speaker: str | None) -> None:
    """Who describes something in quoted words speaks, and never who is described."""
    assert [one for _, one in read(text, language)] == [speaker]


@pytest.mark.parametrize(("language", "text", "speaker"), CALLED)
def test_a_noun_of_several_words_keeps_its_name_or_body(language: str, text: str, speaker: str | None) -> None:
    """A noun of several words, an adverb or a phrase behind the verb keeps the name, and a spokesman the body."""
    assert [one for _, one in read(text, language)] == [speaker]
