"""Speakers who are called by a noun that the text has for them only here: "cette veuve", "a autarca"."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

SPEAKERS = [
    # Whom a clause right behind the noun tells is nobody told of above.
    (
        "fr",
        "C'est sec, selon le préfet, Luc Roux.\n\n« Il n'a pas plu », dit l'hydrologue qui le sait. Il vente.",
        "l'hydrologue",
    ),
    (
        "fr",
        "C'est sec, selon le préfet, Luc Roux.\n\n« Il n'a pas plu », dit l'hydrologue qui le sait. Ada Brun y vit.",
        "Ada Brun",
    ),
    # Whose first name a man or a woman may have is who goes on; what somebody does in a town has no town for its doer.
    (
        "en",
        "“We heard of it,” said Kerry Lane.\n\nThe mother of four sighed. “You cannot be everywhere.”",
        "Kerry Lane",
    ),
    (
        "en",
        "Jack Holt left.\n\nSpeaking in Hull, the minister, Andrew Crowe, was calm. “We are watching,” he said.",
        "Andrew Crowe",
    ),
    # Who is first named right behind a noun without a role of their own is who it means.
    ("en", "They won on Sunday.\n\n“I could not see,” said the cox. Ann Lee, 19, joined in October.", "Ann Lee"),
    ("en", "They won on Sunday.\n\n“I could not see,” said the cox. Ann Lee, a singer, joined in October.", "the cox"),
    ("en", "They won on Sunday.\n\n“I could not see,” said the cox. Ann Lee of the board was calm.", "the cox"),
    ("en", "A cox was hurt.\n\n“I could not see,” said the cox. Ann Lee was calm.", "the cox"),
    (
        "de",
        "Die Wespe ist da.\n\n„Wir zählen sie noch“, sagt die Biologin, die sie fand. Ada Lind reist viel.",
        "Ada Lind",
    ),
    (
        "de",
        "Die Wespe ist da.\n\n„Wir zählen sie noch“, sagt die Biologin, die sie fand. Ole Moos reist viel.",
        "die Biologin",
    ),
    # A noun with an article for men means a man whose first name tells it in this language.
    ("es", "Toni Gil tiene 45 años.\n\n«El segundo lo paré yo», admitió entre risas el guardameta.", "Toni Gil"),
    # A title with no article of its own is the same office; who operated is the surgeon; anybody may be a man of 29.
    ("ro", "Noul proprietar, Dan Mai, vrea un hotel.\n\n„Erau multe ferestre”, a povestit omul de afaceri.", "Dan Mai"),
    ("uk", "Оперував її Іван Гай. «Судини були тонкі», — пояснив хірург.", "Іван Гай"),
    ("uk", "Чекав на неї Іван Гай. «Судини були тонкі», — пояснив хірург.", "хірург"),
    ("uk", "Робітниця Ада Гай упала. «Я дивилася вгору», — пригадує 29-річна жінка.", "Ада Гай"),
    ("uk", "Робітниця Ада Гай упала. «Я дивилася вгору», — пригадує 29-річна продавчиня.", "29-річна продавчиня"),
    # Nouns that are the kind of the same others call one another; an office of two words points back, as one does.
    ("ro", "Fermierul Ion Mai a tăcut.\n\nE frig.\n\n„Nu mai e timp deloc”, a spus agricultorul.", "Ion Mai"),
    ("ro", "Profesorul Ion Mai a tăcut.\n\nE frig.\n\n„Nu mai e timp deloc”, a spus agricultorul.", "agricultorul"),
    ("uk", "Мер Іван Гай мовчав.\n\nЙде дощ.\n\n«Часу більше немає», — сказав міський голова.", "Іван Гай"),
    ("uk", "Тренер Іван Гай мовчав.\n\nЙде дощ.\n\n«Часу більше немає», — сказав міський голова.", "міський голова"),
    # What both an office and a noun for it are of tells who is meant.
    ("uk", "Голова клубу Іван Гай мовчав.\n\nЙде дощ.\n\n«Часу немає», — сказав керівник клубу.", "Іван Гай"),
    (
        "uk",
        "Голова клубу Іван Гай мовчав.\n\nЙде дощ.\n\n«Часу більше немає», — сказав керівник лікарні.",
        "керівник лікарні",
    ),
    ("it", "Il governatore Ivo Neri tace.\n\nPiove.\n\n«È tardi», ha detto il presidente della Regione.", "Ivo Neri"),
    (
        "it",
        "Il governatore Ivo Neri tace.\n\nPiove.\n\n«È tardi», ha detto il presidente della Provincia.",
        "il presidente della Provincia",
    ),
    # Where somebody is from tells of who alone is named, a former holder of an office, whose lawyer somebody is.
    ("pt", "O segundo lugar foi para Hugo Melo. «Ele partiu cedo», reconheceu o algarvio.", "Hugo Melo"),
    ("ro", "Traian Opriș, fost primar, tace.\n\nOpriș neagă. „L-au luat apele”, a spus fostul edil.", "Traian Opriș"),
    (
        "ro",
        "Traian Opriș, fost primar, tace.\n\nOpriș neagă. „L-au luat apele”, a spus fosta primăriță.",
        "fosta primăriță",
    ),
    ("ro", "Ion Mai tace.\n\nAvocatul său, Dan Pop, cere timp. „E un om bun”, susține apărătorul.", "Dan Pop"),
    ("ro", "Ion Mai tace.\n\nVecinul său, Dan Pop, cere timp. „E un om bun”, susține apărătorul.", "apărătorul"),
    ("ru", "Хозяйка пекарни Ада Гай ждала.\n\n«Тесту нужно время», — говорит предпринимательница.", "Ада Гай"),
    # A pronoun before a colon goes on with who spoke last.
    (
        "uk",
        "Переміг Іван Гай.\n\nКолесо зняв Лев Рись. Про це він не шкодує: «Завтра хтось виручить мене».",
        "Лев Рись",
    ),
    # A noun for an office means who is called by what its holder is the kind of, and whose farm or firm it is.
    ("ro", "Omul de afaceri Ion Mai dă vina pe gaz. „Topim bani aici”, a declarat patronul.", "Ion Mai"),
    ("ro", "Profesorul Ion Mai dă vina pe gaz. „Topim bani aici”, a declarat patronul.", "patronul"),
    ("ru", "Суд арестовал владельца завода Льва Гая.\n\n«Это ложь», — заявил 45-летний бизнесмен.", "Льва Гая"),
    (
        "ru",
        "Суд арестовал водителя завода Льва Гая.\n\n«Это ложь», — заявил 45-летний бизнесмен.",
        "45-летний бизнесмен",
    ),
    ("uk", "Власниця ферми Ада Рись сміється.\n\nУзимку, каже фермерка, «равлики сплять, а ми рахуємо».", "Ада Рись"),
    ("it", "A guidare l'équipe è stata Ada Neri. «Il difficile comincia adesso», avverte la chirurga.", "Ada Neri"),
    ("it", "Ad aspettare l'équipe era Ada Neri. «Il difficile comincia adesso», avverte la chirurga.", "la chirurga"),
    # What seems a verb tells whose lawyer she is, where it tells another gender.
    ("uk", "Адвокатка мешканців Інна Лях готує скаргу. «Півень — не папуга», — пояснила захисниця.", "Інна Лях"),
    # A first name alone is nobody else's of the family, nor does a pronoun behind a full name mean another of it.
    ("pt", "Beatriz Faro venceu a irmã, Leonor Faro.\n\n«Acordar custa mais», brincou Beatriz.", "Beatriz Faro"),
    ("pt", "Beatriz Faro venceu a irmã, Leonor Faro.\n\n«Acordar custa mais», brincou Faro.", None),
    ("en", "Ann Lowry came.\n\nHer sister, Eve Lowry, stayed. “The dam will hold,” she said.", "Eve Lowry"),
    ("en", "Ann Lowry came.\n\nHer sister, Eve Lowry, stayed.\n\nLowry smiled. “The dam will hold,” she said.", None),
    # What somebody is to another means neither the other nor, where a verb tells of an office, who leads.
    ("it", "Pia Neri, che guida il mulino, era in città.\n\n«Mi ha svegliata il fumo», dice la vicina.", "la vicina"),
    ("it", "Pia Neri, che guida il mulino, era in città.\n\n«Mi ha svegliata il fumo», dice la mugnaia.", "Pia Neri"),
    ("fr", "Odile Brun, qui dirige le moulin, dort.\n\n« La fumée nous a réveillés », dit la fille.", "la fille"),
    ("ro", "Ana Popa, care conduce moara, dormea.\n\n„Fumul m-a trezit din somn”, spune vecina.", "vecina"),
    ("pl", "Anna Lis, która prowadzi młyn, spała.\n\n„Obudził mnie dym z dachu” – mówi sąsiadka.", "sąsiadka"),
    ("en", "Ann Lee, who runs the mill, slept.\n\n“The smoke from the roof woke us,” the sister said.", "the sister"),
    # An age before a trade points back to who alone is called by nothing yet, where it stands before the noun too.
    ("uk", "Скрипку зняв Іван Гай.\n\n«Я забивав нею цвяхи», — каже 63-річний пасічник.", "Іван Гай"),
    ("uk", "Скрипку зняв мер Іван Гай.\n\n«Я забивав нею цвяхи», — каже 63-річний пасічник.", "63-річний пасічник"),
    ("uk", "Скрипку зняв Іван Гай.\n\n«Я забивав нею цвяхи», — каже 63-річний сусід.", "63-річний сусід"),
    ("uk", "Скрипку зняв Іван Гай, 51.\n\n«Я забивав нею цвяхи», — каже 63-річний пасічник.", "63-річний пасічник"),
    ("ru", "Скрипку снял Иван Гай.\n\n«Я забивал ею гвозди», — говорит 63-летний пасечник.", "Иван Гай"),
    # An age before another noun for the same office points back to who bears that; of another's office it does not.
    ("uk", "Голова клубу Ян Гай мовчав. Бив воротар Ілля Лис. «Я вірив», — каже 19-річний голкіпер.", "Ілля Лис"),
    (
        "uk",
        "Голова клубу Ян Гай мовчав. Бив суддя Ілля Лис. «Я вірив», — каже 19-річний голкіпер.",
        "19-річний голкіпер",
    ),
    ("nl", 'Trainer Ben Bos zoekt plek. "Ik heb gebeld", zegt de 38-jarige coach.', "Ben Bos"),
    ("nl", 'Wethouder Ben Bos zoekt plek. "Ik heb gebeld", zegt de 38-jarige coach.', "de 38-jarige coach"),
    ("tr", 'Antrenör Ali Çelik yer arıyor. 38 yaşındaki antrenör, "Okulları aradım" dedi.', "Ali Çelik"),
    ("tr", 'Başkan Ali Çelik yer arıyor. 38 yaşındaki antrenör, "Okulları aradım" dedi.', "38 yaşındaki antrenör"),
    # An office with what it is of calls who alone bears it bare, where that is told of before.
    ("pt", "A câmara votou. O presidente, Rui Vale, calou.\n\n«Não dá», disse o presidente da câmara.", "Rui Vale"),
    (
        "pt",
        "O clube votou. O presidente, Rui Vale, calou.\n\n«Não dá», disse o presidente da câmara.",
        "o presidente da câmara",
    ),
    (
        "pt",
        "A câmara votou. O presidente do clube, Rui Vale, calou.\n\n«Não dá», disse o presidente da câmara.",
        "o presidente da câmara",
    ),
    # Who alone is told of above is no other trade than the text has for them.
    ("uk", "«Найгірше — вітер», — каже технологиня Ірина Дуб.\n\nВона мовчить.", "Ірина Дуб"),
    ("ro", "Avocata Ada Iuga a vorbit. „Clientul meu e colecționar”, a pledat apărătoarea.", "Ada Iuga"),
    ("it", "La zoologa Livia Ferri segue il branco. E invita alla calma: «I cani funzionano».", "Livia Ferri"),
    # A noun for who holds an office too is a sentence's subject behind its article.
    ("it", "Parla l'avvocato Ugo Renzi. Il legale annuncia ricorso: «La causa non finisce qui».", "Ugo Renzi"),
    ("it", "Parla l'assessore Ugo Renzi. Il legale annuncia ricorso: «La causa non finisce qui».", None),
    ("it", "Dario Boni vende formaggi. «Allo stadio ci vanno i tifosi», dice l'ambulante.", "Dario Boni"),
    ("it", "Dario Boni e Ivo Neri vendono pane. «Allo stadio ci vanno i tifosi», dice l'ambulante.", "l'ambulante"),
    # Who alone closes a Turkish sentence is its subject where nobody stands before the quotation.
    ("tr", 'Ayşe Demir sustu.\n\n"Çocuklarım öğrendi" diye konuştu öğretmen Fatma Kaya.', "Fatma Kaya"),
    ("tr", 'Ayşe Demir, "Çocuklarım öğrendi" diye konuştu.', "Ayşe Demir"),
    # A noun of a person's ending that no list has means the only person told of, of its gender.
    ("it", "Pia Neri ha vinto la gara.\n\n«Non sentivo le gambe», ha detto la slittinista.", "Pia Neri"),
    ("it", "Ivo Neri ha perso la gara.\n\n«Non sentivo le gambe», ha detto la slittinista.", None),
    ("it", "Pia Neri ha battuto Ada Riva.\n\n«Non sentivo le gambe», ha detto la slittinista.", None),
    # At whom or for whom somebody does what they do as they speak does not speak.
    ("pt", "O gerente, Nuno Corga, errou. «Devíamos ter ouvido», disse, sem olhar para Ana Lima.", "Nuno Corga"),
    ("pt", "O gerente, Nuno Corga, errou. «Devíamos ter ouvido», para Ana Lima, é pouco.", "Ana Lima"),
    ("it", "Il gestore, Ivo Neri, tace. «Dovevamo ascoltare», ha detto, senza una parola per Ada Riva.", "Ivo Neri"),
    # Who is just told of and called by nothing is rather meant than who bears a like noun above; a winner has won.
    (
        "uk",
        "Велосипедист Назар Цимбал виграв.\n\nКолесо зняв Ігор Лящук. «Ноги в нього сильні», — пояснив спортсмен.",
        "Ігор Лящук",
    ),
    (
        "uk",
        "Велосипедист Назар Цимбал виграв.\n\nКолесо зняли вночі. «Ноги в мене сильні», — пояснив спортсмен.",
        "Назар Цимбал",
    ),
    ("ru", "В гонке победил Пётр Лось.\n\n«Ноги уже не держали», — рассказал победитель.", "Пётр Лось"),
    ("ru", "В гонке участвовал Пётр Лось.\n\n«Ноги уже не держали», — рассказал победитель.", "победитель"),
    ("pt", "O enólogo, Rui Vale, provou as uvas. «Ainda dá para um vinho», avalia o técnico.", "Rui Vale"),
    ("it", "Ivo Galli tace. È salita l'agronoma Pia Neri. «I rami sono morti», spiega l'esperta.", "Pia Neri"),
    ("ru", "Иван Гай молчал. Приехал агроном Олег Лис. «Ветки погибли все», — сказал эксперт.", "Олег Лис"),
    # A trade without a gender of its own means who alone is told of just before; who helps others is somebody else.
    ("it", "Ivo Galli ha segnato due gol. «Li dedico a mia madre», ha detto l'attaccante.", "Ivo Galli"),
    ("it", "Ivo Galli è stato operato ieri. «Adesso sta molto meglio», ha detto il chirurgo.", "il chirurgo"),
    ("ru", "Ивана Гая спасли ночью. «Ему уже намного лучше», — сказал фельдшер.", "фельдшер"),
    # A noun for the kind of an office or a trade calls the one who bears it; where somebody is from tells no more.
    (
        "pt",
        "O ciclista Rui Moita venceu Ivo Salva. «Pensei em desistir três vezes», confessou o corredor de Amarante.",
        "Rui Moita",
    ),
    (
        "ro",
        "Patronul Cornel Hida tace. Liderul de sindicat Emil Ros cere bani. „Blocăm drumul”, spune sindicalistul.",
        "Emil Ros",
    ),
    (
        "ro",
        "Patronul Cornel Hida tace. Antrenorul Emil Ros pleacă. „Nu las oamenii”, promite omul de afaceri.",
        "Cornel Hida",
    ),
    (
        "uk",
        "Тренер Роман Гай мовчить. Голова клубу Тарас Юрик чекає. «Мер обіцяв прийти», — жартує керівник.",
        "Тарас Юрик",
    ),
    (
        "uk",
        "Голова спілки Роман Гай мовчить. Голова клубу Тарас Юрик чекає. «Мер обіцяв прийти», — жартує керівник.",
        "керівник",
    ),
    (
        "fr",
        "Odile Brun ouvre la porte.\n\n« C'était le seul visage du jour », dit cette veuve de 81 ans.",
        "Odile Brun",
    ),
    (
        "it",
        "Carla Ponti sale sul traghetto.\n\n«Un bambino non impara da uno schermo», dice la maestra.",
        "Carla Ponti",
    ),
    (
        "pt",
        "A presidente da Câmara, Inês Maio, prometeu uma ponte nova. «Esta é apenas um remendo», reconheceu a autarca.",
        "Inês Maio",
    ),
    ("es", "Marta Gil abrió la tienda.\n\n«Nadie nos avisó», lamentó la panadera.", "Marta Gil"),
    (
        "fr",
        "Odile Brun et Anne Petit ouvrent la porte.\n\n« C'était le seul visage du jour », dit cette veuve de 81 ans.",
        "cette veuve de 81 ans",
    ),
    (
        "it",
        "La maestra tace. Carla Ponti sale sul traghetto.\n\n«Un bambino non impara da uno schermo», dice la maestra.",
        "la maestra",
    ),
    (
        "es",
        "La delegada del Gobierno en la provincia, Rosa Blanco, negó el sabotaje. «Fue una avería», explicó.",
        "Rosa Blanco",
    ),
    ("ro", "„Le cumpărăm noi”, a anunțat viceprimarul orașului Piatra Lungă, Dan Aprilie.", "Dan Aprilie"),
    (
        "it",
        "Ettore Costa accende il forno a Pian del Vento.\n\n«Il lievito lo porto via con me», dice il fornaio.",
        "Ettore Costa",
    ),
    (
        "fr",
        "Louis Abeille attend.\n\nLa compagnie Armor Lignes part.\n\n« À qui je vends, moi ? », dit le pêcheur.",
        "Louis Abeille",
    ),
    (
        "es",
        "Amparo Río corta un racimo.\n\nLa cooperativa de Santa Olalla cerró.\n\n«Las planté yo», dice la viticultora.",
        "Amparo Río",
    ),
    (
        "pt",
        "Para Tainá Lopes, bióloga da casa, é cedo. «O fundo do rio guarda o óleo», alertou a pesquisadora.",
        "Tainá Lopes",
    ),
    (
        "pt",
        "Para Ubirá Lopes, biólogo da casa, é cedo. «O fundo do rio guarda o óleo», alertou a pesquisadora.",
        "a pesquisadora",
    ),
    ("fr", "Luc Brun ouvre la porte.\n\n« C'était le seul visage du jour », dit cette veuve.", "cette veuve"),
    # Who holds an office for others may be another, unless the paragraph tells of one who leads.
    ("it", "Livio Sarti non era in aula. «Il processo è stato ingiusto», ha detto l'avvocato.", "l'avvocato"),
    ("it", "Ieri ha segnato Livio Sarti. «È un fenomeno», ha detto l'allenatore.", "l'allenatore"),
    ("it", "La squadra è guidata da Livio Sarti. «Non è finita qui», ha detto l'allenatore.", "Livio Sarti"),
    ("pt", "À frente da escola desde 2021, Rui Maia calou.\n\n«Faltam salas», disse o diretor.", "Rui Maia"),
    # A verb in the past tells the gender where no article does.
    ("ru", "Команду тренирует Денис Лапин. «Ещё ничего не решено», — предупредил тренер.", "Денис Лапин"),
    ("ru", "Команду тренирует Денис Лапин. «Ещё ничего не решено», — предупредила тренер.", "тренер"),
    ("ru", "Вчера забил Денис Лапин. «Ещё ничего не решено», — предупредил тренер.", "тренер"),
    ("uk", "Команду тренує Денис Лапко. «Ще нічого не вирішено», — попередив тренер.", "Денис Лапко"),
    # Another noun for the same office calls the one who holds it, whoever else is told of.
    (
        "pt",
        "O presidente da câmara, Rui Maia, calou.\n\nO médico Ivo Faro saiu. «Vamos a pé», disse o autarca.",
        "Rui Maia",
    ),
    (
        "pt",
        "O presidente da câmara, Rui Maia, e a vereadora Ana Sá calaram. «Vamos a pé», disse o autarca.",
        "Rui Maia",
    ),
    (
        "pt",
        "A presidente da câmara, Inês Maio, calou. O médico Ivo Faro saiu.\n\n«Vamos a pé», disse o autarca.",
        "o autarca",
    ),
    ("uk", "Міський голова Іван Гай, і Олег Лис мовчали. «Книжки не зникнуть», — запевнив мер.", "Іван Гай"),
    ("uk", "Сільський голова Іван Гай, і Олег Лис мовчали. «Книжки не зникнуть», — запевнив мер.", "мер"),
    # All words of a role call its bearer, whoever else holds that office.
    (
        "ro",
        "A tăcut Ana Dobre, fosta directoare a școlii. A venit Ina Rus. „Mâine mă întorc”, a adăugat fosta directoare.",
        "Ana Dobre",
    ),
    (
        "en",
        "Ann Lee, a Labour strategist, left. Bo Ray stayed. “They had no plan at all,” a Labour strategist said.",
        "a Labour strategist",
    ),
    # The only person of the sentence before, whose name opens it, goes on; of two in it nobody does.
    ("uk", "Гостей зустріла Тамара Гай. Соломія Лис її підтримує. «Спершу охорона», — каже дослідниця.", "Соломія Лис"),
    ("uk", "Прийшла Тамара Гай. Соломія Лис чекала Ганну Дуб. «Спершу охорона», — каже дослідниця.", "дослідниця"),
    ("uk", "Прийшла Тамара Гай. Соломія Лис її підтримує. «Спершу охорона», — каже адвокатка.", "адвокатка"),
    # Only some verbs tell of an office that the noun for it means who does so.
    ("en", "Kim Oakes coaches the under-tens. “They ran their legs off,” the coach said.", "Kim Oakes"),
    ("en", "Kim Oakes joined the under-tens. “They ran their legs off,” the coach said.", "the coach"),
    ("de", "Nora Fink leitet das Institut. „Wir waren verblüfft“, sagte die Institutsleiterin.", "Nora Fink"),
    (
        "de",
        "Nora Fink besuchte das Institut. „Wir waren verblüfft“, sagte die Institutsleiterin.",
        "die Institutsleiterin",
    ),
    # The ending of a noun tells that it is for a trade or a party.
    ("de", "Nora Fink leitet das Institut. „Wir waren verblüfft“, sagte die Meeresbiologin.", "Nora Fink"),
    ("de", "Uwe Kamm kam ins Rathaus. „Es reicht uns“, sagte der CDU-Mann.", "Uwe Kamm"),
    ("en", "Ada Moss led the survey. “We were stunned,” the hydrologist said.", "Ada Moss"),
    # A trade that is no role elsewhere, as it is a surname too, calls somebody all the same.
    ("en", "Tom Orr lit the oven at three. “It was cold,” the baker said.", "Tom Orr"),
    ("en", "Tom Orr met Ann Lee at three. “It was cold,” the baker said.", "the baker"),
    # The text gives one person the age by which somebody is called.
    ("en", "Ann Lee, 24, beat Ida Moss.\n\n“I just ran,” the 24-year-old said.", "Ann Lee"),
    ("en", "Ann Lee, 24, won alone.\n\n“I just ran,” the 31-year-old said.", "the 31-year-old"),
    ("en", "Ann Lee, 24, beat Ida Moss, 24.\n\n“I just ran,” the 24-year-old said.", "the 24-year-old"),
    ("de", "Der 24-jährige Max Ruhl hielt zwei Bälle.\n\n„Ich habe geraten“, sagte der 24-Jährige.", "Max Ruhl"),
    ("fr", "La navigatrice Lise Kerm arrive.\n\n« Je dors debout », dit la navigatrice de 31 ans.", "Lise Kerm"),
    # A noun behind another, in its case, tells whose the first is.
    (
        "uk",
        "Вийшов заступник мера Остап Лис. Стало тихо. «Чекаємо до ранку», — додав заступник мера.",
        "Остап Лис",
    ),
    (
        "uk",
        "Вийшов заступник мера Остап Лис. Стало тихо. «Чекаємо до ранку», — додав заступник директора.",
        "заступник директора",
    ),
    # An age, or a number of children, tells no office.
    ("it", "Ines Neri spegne la luce. Poi esce.\n\n«Ho venduto tutto», racconta la 61enne.", "Ines Neri"),
    ("it", "Ines Neri e Ada Riva escono.\n\n«Ho venduto tutto», racconta la 61enne.", "la 61enne"),
    ("pt", "Na sala estava Carla Reis. «Alguém pensou em nós», disse a mãe de dois filhos.", "Carla Reis"),
    ("pt", "Na sala estava Carla Reis. «Alguém pensou em nós», disse a mãe da noiva.", "a mãe da noiva"),
    ("ru", "В зале сидела Анна Лис. «О нас подумали», — сказала мать двоих детей.", "Анна Лис"),
    # A noun that no list knows calls the one person of the paragraph, by its ending; with words behind it, perhaps not.
    ("it", "Renato Coppi tace. «Voglio dormire», aggiunge il marmista.", "Renato Coppi"),
    ("it", "Renato Coppi tace con Ivo Sala. «Voglio dormire», aggiunge il marmista.", None),
    ("it", "Renata Coppi tace. «Voglio dormire», aggiunge il marmista.", None),
    ("it", "Renato Coppi tace. «Non c'è più pane», scrive il quotidiano.", None),
    ("it", "Renato Coppi tace. «Non c'è più pane», aggiunge il marmista del porto.", None),
    ("ru", "У двери ждала Вера Лис. «Я вернусь», — сказала истринчанка.", "Вера Лис"),
    ("ru", "У двери ждала Вера Лис. «Она вернётся», — сказал источник.", "источник"),
    # Where nouns have no articles, a masculine one means a man, who alone is told of.
    ("uk", "Степан Гук почув крик.\n\nСови рідкісні.\n\n«Вона дивилася», — сміється фермер.", "Степан Гук"),
    ("uk", "Олена Гук почула крик.\n\nСови рідкісні.\n\n«Вона дивилася», — сміється фермер.", "фермер"),
    # Of several, the one whose gender the noun tells; a headline's noun calls who is then named.
    ("pt", "Lia Reis chegou.\n\nChovia. Rui Maia saiu.\n\n«O mar deu tudo», disse a pescadora.", "Lia Reis"),
    ("pt", "Lia Reis chegou. Ana Maia saiu.\n\nChovia.\n\n«O mar deu tudo», disse a pescadora.", "a pescadora"),
    ("uk", "Школярка обіграла майстра\n\nПерша Злата Гук.\n\n«Я чекала», — сказала школярка.", "Злата Гук"),
    # The only person of the sentence before, whom nothing governs.
    ("it", "Pia Neri accusa tutti. Accanto a lei c'è Dora Salvi. «Era buio», racconta la 47enne.", "Dora Salvi"),
    ("it", "Pia Neri accusa tutti. Parla con Dora Salvi. «Era tutto buio», racconta la 47enne.", "la 47enne"),
    # What a noun is of may tell the office.
    ("ru", "Губернатор Иван Лис и Пётр Гай ушли.\n\n«Стадо восстановим», — заверил глава региона.", "Иван Лис"),
    ("ru", "Губернатор Иван Лис и Пётр Гай ушли.\n\n«Стадо восстановим», — заверил глава завода.", "глава завода"),
    ("it", "Il geologo Aldo Ferri tace con Ivo Riva. «Il rischio era alto», ricorda lo studioso.", "Aldo Ferri"),
    # A wider noun calls the one person who bears a narrower; the narrower does not call who bears the wider.
    ("ru", "Ушли вице-мэр Олег Турчин и депутат Инна Лис.\n\n«Посмотрим на бюджет», — сказал чиновник.", "Олег Турчин"),
    ("ru", "Ушли вице-мэр Олег Турчин и министр Иван Лис.\n\n«Посмотрим на бюджет», — сказал чиновник.", "чиновник"),
    ("ru", "Ушли чиновник Олег Турчин и депутат Инна Лис.\n\n«Посмотрим на бюджет», — сказал министр.", "министр"),
    ("ro", "Înotătoarea Ilinca Sava a câștigat la Brașov.\n\n„N-am văzut nimic”, a povestit sportiva.", "Ilinca Sava"),
    ("it", "La sindaca Lea Bisi e Aldo Neri escono.\n\n«Senza pane si muore», dice la prima cittadina.", "Lea Bisi"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_a_noun_means_who_alone_is_told_of(language: str, text: str, speaker: str | None) -> None:
    """The only person told of so far bears the noun; with two of them, a noun used before or another gender nobody."""
    article = Article(text, language=language)
    assert {quote.speaker for quote in find_quotes(article, find_entities(article))} == {speaker}


_PELL = "Rod Pell, chairman of the club, paid for the stand. “I will not sell,” he said.\n\n"
AGAIN = [
    ("en", f"{_PELL}“Not ever,” the businessman added.", "Rod Pell"),
    ("en", f"{_PELL}“Not ever,” the treasurer added.", "the treasurer"),
    # Nobody names themself.
    (
        "en",
        "“It held,” said Ida Strand.\n\nHer engineer, Piet Hof, got no medal.\n\n“Piet should have had it.”",
        "Ida Strand",
    ),
    (
        "en",
        "“It held,” said Ida Strand.\n\nHer engineer, Piet Hof, got no medal.\n\n“I should have had it.”",
        "Piet Hof",
    ),
    # Who alone is told of in the paragraph above says what names nobody.
    (
        "es",
        "«Nadie cuidó tanto», dijo Marta Gil.\n\nLo traza Xavier Lema, que calla.\n\n«La torre no se toca», aseguró.",
        "Xavier Lema",
    ),
    ("en", f"{_PELL}“Not ever,” the businesswoman added.", "the businesswoman"),
    ("en", f"The businessman left. {_PELL}“Not ever,” the businessman added.", "the businessman"),
    ("en", f"{_PELL}The fans cheered.\n\n“Not ever,” the businessman added.", "Rod Pell"),
    ("en", f"{_PELL}Bo Ray cheered.\n\nIt rained.\n\n“Not ever,” the businessman added.", "the businessman"),
    # Of those named before, a trade's noun means the only one of its gender; an office may be another's.
    ("de", "„Schwer“, sagt Chefin Maren Ott.\n\nOle Brink lacht.\n\n„Es bleibt so“, sagt die Biologin.", "Maren Ott"),
    (
        "de",
        "„Schwer“, sagt Chefin Maren Ott.\n\nIda Brink lacht.\n\nEs taut.\n\n„Es bleibt so“, sagt die Biologin.",
        "die Biologin",
    ),
    (
        "de",
        "„Schwer“, sagt Chefin Maren Ott.\n\nOle Brink lacht.\n\n„Es bleibt so“, sagt die Ministerin.",
        "die Ministerin",
    ),
    # A lawyer is called so who is told above to defend somebody.
    ("en", "Bo Ray stole it.\n\nRob Cheyne, defending, was calm.\n\n“He repaid it,” the barrister said.", "Rob Cheyne"),
    (
        "en",
        "Bo Ray stole it.\n\nRob Cheyne, watching, was calm.\n\n“He repaid it,” the barrister said.",
        "the barrister",
    ),
    # A paper with its article is nobody who is named.
    ("en", f"{_PELL}Asked by the Mardle Echo, the retired businessman added: “Not ever.”", "Rod Pell"),
    ("de", "„Es reicht uns“, rief Detlef Saß.\n\n„Wir bleiben hier“, sagte der Gewerkschafter.", "Detlef Saß"),
    ("de", "„Es reicht uns“, rief Detlef Saß.\n\n„Wir bleiben hier“, sagte der Landrat.", "der Landrat"),
    ("de", "Der Vorstand, Ole Thiem, schwieg lange.\n\n„Das zahlen alle“, warnte der Bankmanager.", "Ole Thiem"),
    ("en", "Ryan Pike runs the filling station.\n\n“People like it,” said the father of two.", "Ryan Pike"),
    (
        "de",
        "„Es reicht uns“, rief Detlef Saß.\n\n„Wir kämpfen.\n\n„Bis zuletzt“, fügte der Gewerkschafter hinzu.",
        "Detlef Saß",
    ),
    ("en", f"{_PELL}Pell would not resign. But the chairman warned: “It will be the libraries.”", "Rod Pell"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), AGAIN)
def test_a_calling_means_who_speaks_on(language: str, text: str, speaker: str) -> None:
    """A calling at the head of a paragraph means who alone spoke in the one above; an office means nobody."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker


TOLD_LATER = [
    # A noun called somebody whom the text names further on.
    ("en", "“Sit still,” whispers the woman beside me.\n\nThe woman is Dr. Priya Nand, a botanist.", "Priya Nand"),
    ("en", "“Sit still,” whispers the woman beside me.\n\nThe woman is a friend of Priya Nand.", "the woman"),
    ("en", "“Sit still,” says the man.\n\nThe man is Bo Ray.\n\nThe man is Al Orr.", "the man"),
    ("de", "„Wir warten“, sagt die Frau am Tresen.\n\nDie Frau ist Ute Lind, Wirtin im „Anker“.", "Ute Lind"),
    ("de", "„Wir warten“, sagt der Mann am Tresen.\n\nDer Mann heißt Uwe Lind.", "Uwe Lind"),
    ("fr", "« On attend », souffle l'homme au bonnet.\n\nL'homme s'appelle Luc Morel.", "Luc Morel"),
    ("fr", "« On attend », souffle la femme.\n\nLa femme, c'est Ana Morel.", "Ana Morel"),
    ("es", "«Esperamos desde el alba», susurra el hombre.\n\nEl hombre se llama Luis Mora.", "Luis Mora"),
    # Where somebody is from, which is told right before the name of one; a paper is no person.
    ("es", "Ganó Paula Ruiz a la italiana Chiara Bonetti. «He visto mi pasado», dijo la italiana.", "Chiara Bonetti"),
    ("es", "Ganó la italiana Ada Neri a la italiana Chiara Bonetti. «He visto mi pasado», dijo la italiana.", None),
    ("fr", "Ana Ruiz a battu l'Italienne Ada Neri. « J'ai vu mon passé », a dit l'Italienne.", "Ada Neri"),
    ("fr", "Inès Carrel a arrêté le tir. « Je n'ai rien vu », a raconté la Bretonne de 20 ans.", "Inès Carrel"),
    ("fr", "Inès Carrel a arrêté le tir. « Elle n'a rien vu venir de loin », a raconté la Provence.", "Provence"),
    # A woman is not the woman of somebody.
    ("es", "Rosa Peña lo ha perdido todo.\n\n«No me queda ni una foto», dice la mujer.", "Rosa Peña"),
    ("es", "Rosa Peña se fue.\n\n«No me queda ni una foto», dice la mujer del alcalde.", "la mujer del alcalde"),
    # What an infinitive tells is no part of a description.
    ("es", "Paula Ruiz ganó. «Iba sin piernas», reconoció la ciclista al bajar del podio.", "Paula Ruiz"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), TOLD_LATER)
def test_a_noun_means_who_is_told_of_by_a_name_or_a_nation(language: str, text: str, speaker: str | None) -> None:
    """A sentence tells who somebody is, or a word for where they are from stands before one name alone."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[0].speaker == speaker


_SHEEP = "Der Landwirt Karl Ohm verlor 40 Schafe.\n\nTierarzt Ole Moos kam sofort.\n\n"
_OVEN = "Luc Vassort allume son four.\n\nLe boulanger connaît les prix.\n\n« C'est faux », dit Bruno Tessier.\n\n"
_ROWER = "Ann Lee won the race.\n\nThe 26-year-old beat the champion, Ida Voss.\n\nVoss smiled.\n\n"
_SHOP = "The leader, Bo Holt, spoke.\n\n“Nobody asked,” said Tom Ray, who runs the shop.\n\n"
OTHER_NOUNS = [
    # Another noun for the same, a wider one, and what somebody is told to do or be.
    ("de", f"{_SHEEP}„So etwas gab es nie“, sagte der Bauer.", "Karl Ohm"),
    ("de", f"{_SHEEP}„So etwas gab es nie“, sagte der Veterinär.", "Ole Moos"),
    ("de", "Ole Moos ist Vorsitzender des TSV.\n\n„Niemand wird schwimmen“, warnt der Vereinschef.", "Ole Moos"),
    ("de", "Ole Moos ist Mitglied im TSV.\n\n„Niemand wird schwimmen“, warnt der Vereinschef.", "der Vereinschef"),
    ("de", "Das Werk, das Ole Moos leitet, schließt.\n\n„Es fehlt Holz“, sagte der Geschäftsführer.", "Ole Moos"),
    ("en", "The firm, led by Ruth Bell, cut jobs.\n\n“Orders are down,” the chief executive told staff.", "Ruth Bell"),
    ("en", "The firm, which is run by Ruth Bell, cut jobs.\n\n“We lose,” the chief executive said.", "Ruth Bell"),
    ("de", "Geschäftsführer Rolf Ach kam.\n\nEs regnet.\n\n„Uns fehlt Geld“, sagte der Klinikchef.", "Rolf Ach"),
    ("de", "Landrat Rolf Ach kam.\n\nEs regnet.\n\n„Uns fehlt Geld“, sagte der Klinikchef.", "der Klinikchef"),
    ("es", "Robles pide que vuelva Ana Ruiz. El pastor Iker Sanz calla. «Cayó en mi prado», protesta.", "Iker Sanz"),
    ("en", "The firm that sued Ruth Bell cut jobs.\n\n“We won,” the chief executive said.", "the chief executive"),
    ("fr", "Son avocate, Me Ada Carrier, a plaidé.\n\n« Il n'était pas là », a martelé l'avocate.", "Ada Carrier"),
    ("fr", "Son avocate, Me Ada Brun, est venue. « Il n'était pas là », a dit la pénaliste en sortant.", "Ada Brun"),
    ("fr", "Son avocat, Me Luc Brun, est venu. « Il n'était pas là », a dit la pénaliste en sortant.", None),
    ("fr", "Anne Roche, infirmière, alerte Luc Diot.\n\n« J'ai vu la fumée », dit la soignante.", "Anne Roche"),
    ("es", "El cirujano Iker Sanz operó a Luis Gil.\n\n«Todavía me emociona», confesó el médico.", "Iker Sanz"),
    # What a sentence says that somebody still is, and what a phrase before a name tells with whose it is.
    (
        "de",
        "Ada Lohm ist seit 2019 die neue Bürgermeisterin.\n\n„Das geht nicht“, sagte die Bürgermeisterin.",
        "Ada Lohm",
    ),
    ("de", "Ada Lohm war Bürgermeisterin.\n\n„Das geht nicht“, sagte die Bürgermeisterin.", "die Bürgermeisterin"),
    ("de", "Ada Lohm ist von der Richterin enttäuscht.\n\n„Das geht nicht“, sagte die Richterin.", "die Richterin"),
    ("de", "Karl Lohm ist dem Landrat dankbar.\n\n„Das geht nicht“, sagte der Landrat.", "der Landrat"),
    ("en", "Dana Holt has been mayor of Stow for years.\n\n“We will not sell,” the mayor said.", "Dana Holt"),
    ("en", "Dana Holt is furious with the mayor.\n\n“We will not sell,” the mayor said.", "the mayor"),
    ("en", "A spokeswoman for the firm, Ruth Ade, left. “It will be repaired,” the spokeswoman said.", "Ruth Ade"),
    # Whom a court tries, called by a noun that is a participle elsewhere, where the text tells a deed of theirs.
    ("fr", "Théo Blanc, 19 ans, a avoué.\n\n« Je voulais voir les camions », a dit le prévenu.", "Théo Blanc"),
    ("es", "Iván Cruz, de 19 años, lo reconoció.\n\n«Quería ver los camiones», explicó el acusado.", "Iván Cruz"),
    ("de", "Ben Paul (19) gestand die Tat.\n\n„Ich wollte Feuer sehen“, sagte der Angeklagte.", "Ben Paul"),
    ("de", "Ben Paul (19) sah die Tat.\n\n„Ich wollte Feuer sehen“, sagte der Angeklagte.", "der Angeklagte"),
    ("en", "Sean Ray, 58, had admitted fraud.\n\n“I meant to pay it back,” the defendant said.", "Sean Ray"),
    ("en", "Sean Ray, 58, had noticed the fraud.\n\n“I meant to pay,” the defendant said.", "the defendant"),
    # Who won is the winner, though another of that gender is named; whom a people's word means alone is named.
    ("fr", "Ada Brun a remporté le Tour devant Ida Roux.\n\n« C'était très dur », a dit la lauréate.", "Ada Brun"),
    ("fr", "Ada Brun a couru le Tour devant Ida Roux.\n\n« C'était très dur », a dit la lauréate.", "la lauréate"),
    ("en", "Ann Lee won the race ahead of Mary Ray.\n\n“It was hard,” the winner said.", "Ann Lee"),
    ("de", "Ada Lind gewann vor Ida Voss.\n\n„Das war sehr hart“, sagte die Siegerin.", "Ada Lind"),
    ("es", "Ana Ruiz ganó la carrera a Eva Gil.\n\n«Ha sido muy duro», dijo la ganadora.", "Ana Ruiz"),
    ("en", "Ann Lee left.\n\nLars Engvall denied it. “No promise survives,” the Swede replied.", "Lars Engvall"),
    # Of two told of above, a trade means who holds no office.
    ("en", "Leo Marsh scored. Manager Pat Quinn cheered.\n\n“I could hear my nan,” said the striker.", "Leo Marsh"),
    ("en", "Leo Marsh scored. Bo Ray cheered.\n\n“I could hear my nan,” said the striker.", "the striker"),
    ("de", "Leo Marsch traf. Trainer Paul Quinn jubelte.\n\n„Das war laut“, sagte der Stürmer.", "Leo Marsch"),
    # The subject of a sentence that points back to the only one met, and what a pronoun or nothing goes on with.
    ("en", "Tom Orr shouted.\n\nThe pensioner was led outside. “Saturday is the day,” he said.", "Tom Orr"),
    ("en", "Tom Orr and Bo Ray shouted.\n\nThe pensioner was led outside. “Saturday is the day,” he said.", None),
    ("de", "Rolf Timm grillt. Der Wirt lacht.\n\n„Jetzt ist Schluss damit“, sagt er.", "Rolf Timm"),
    ("de", "Rolf Timm grillt. Der Nachbar lacht.\n\n„Jetzt ist Schluss damit“, sagt er.", None),
    ("fr", f"{_OVEN}L'artisan sourit. « Il est vert, mon cahier », dit-il.", "Luc Vassort"),
    ("fr", f"{_OVEN}L'avocat sourit. « Il est vert, mon cahier », dit-il.", "L'avocat"),
    ("de", "Ada Hupe maß es.\n\n„Er ist warm“, sagt die Forscherin.\n\n„Die Larven sterben“, sagt sie.", "Ada Hupe"),
    ("es", "Iker Sanz vino.\n\nEl pastor calla. «¿Con qué dinero voy a pujar?», pregunta.", "Iker Sanz"),
    # One without a name who is told of by an age since is rather meant; so is not one of the other gender.
    ("es", "Murió Leo Gil.\n\nEl conductor, de 61 años, calla.\n\n«No lo vi», dijo el camionero.", "el camionero"),
    ("es", "Murió Leo Gil.\n\nLa conductora, de 61 años, calla.\n\n«No lo vi», dijo el camionero.", "Leo Gil"),
    # "The latter" is who is named last; before a noun the word is its article.
    ("es", "«No lo vi», dijo Leo Gil, según la portavoz, Ana Rey. «Está mal», agregó esta.", "Ana Rey"),
    ("es", "«No lo vi», dijo Leo Gil, según la portavoz, Ana Rey. «Estoy mal», agregó esta mañana.", "Leo Gil"),
    # Of how many somebody is the mother tells nobody else's.
    ("en", "Ann Lee runs the shop. “I can't sell yesterday's bread,” the mother of four told the Echo.", "Ann Lee"),
    (
        "en",
        "Ann Lee runs the shop. “I can't sell yesterday's bread,” the mother of Tom Ray told us.",
        "the mother of Tom Ray",
    ),
    # Who leads may be called so before the first name, which a verb of leading stands beside.
    ("en", "“I stopped,” the project's leader said.\n\nThe team led by Ann Lee left it on.", "Ann Lee"),
    ("en", "“I stopped,” the project's leader said.\n\nThe team feared by Ann Lee left it on.", "the project's leader"),
    (
        "en",
        "Tom Ray left. “I stopped,” the project's leader said.\n\nThe team led by Ann Lee left.",
        "the project's leader",
    ),
    # No one of a lower rank, nor who held an office before, is called by it; a rank alone calls who has it.
    ("en", "Deputy mayor Ann Lee voted against it.\n\n“This is vandalism,” the mayor said.", "the mayor"),
    ("en", "Deputy mayor Ann Lee voted against it.\n\n“This is vandalism,” the deputy mayor said.", "Ann Lee"),
    ("en", "Mayor Ann Lee voted against it.\n\n“This is vandalism,” the former mayor said.", "the former mayor"),
    ("en", "Council leader Ann Lee and her deputy, Tom Ray, left.\n\n“No,” the deputy leader said.", "Tom Ray"),
    ("en", "Council leader Ann Lee and her deputy, Tom Ray, left.\n\n“No,” the leader said.", "Ann Lee"),
    ("fr", "Le maire adjoint, Luc Roux, a voté contre.\n\n« C'est du vandalisme », a dit le maire.", "le maire"),
    ("fr", "Le maire adjoint, Luc Roux, a voté contre.\n\n« C'est du vandalisme », a dit l'adjoint.", "Luc Roux"),
    (
        "de",
        "Die stellvertretende Rektorin Ada Lind ging.\n\n„Das ist ein Skandal“, sagte die Rektorin.",
        "die Rektorin",
    ),
    # A trade means the only one named, unless a person without a name is told of too.
    ("en", "Toby Lark found it.\n\nIt is worth a lot.\n\n“I was lucky,” the schoolboy said.", "Toby Lark"),
    ("en", "Toby Lark lost it.\n\nA young boy found it.\n\n“I was lucky,” the schoolboy said.", "the schoolboy"),
    ("en", "Zoe Park was found.\n\nHer brother, Luke, wept.\n\n“They said when,” the plumber said.", "the plumber"),
    ("en", "Zoe Park was found.\n\nHer brother wept.\n\n“They always said when,” the plumber said.", "the plumber"),
    ("en", "The chief constable, Ann Lee, wept.\n\n“We got it wrong,” the chief constable said.", "Ann Lee"),
    # A pronoun in the paragraph above names who an age means.
    ("en", "Ann Lee reopened it.\n\nShe had lost it all.\n\n“I thought about it,” the 58-year-old said.", "Ann Lee"),
    ("en", "Ann Lee reopened it.\n\nRain fell.\n\n“I thought about it,” the 58-year-old said.", "the 58-year-old"),
    # In its own paragraph an age means the only one named, if of no other age; a body with a captain is nobody.
    ("en", "Ann Lee sat. Tom Landon was cautious.\n\nLandon left. “Two years,” the 74-year-old said.", "Tom Landon"),
    ("en", "Tom Landon, 61, was cautious.\n\nLandon left. “Two years only,” the 74-year-old said.", "the 74-year-old"),
    ("en", "Leeford United's captain, Tom Ray, left. “They wanted it more,” the defender said.", "Tom Ray"),
    ("en", "Leeford United lost to Tom Ray. “They wanted it more than us,” the defender said.", "the defender"),
    ("fr", "Selon Luc Roux, le bois manque. « On refuse des commandes », déplore ce dernier.", "Luc Roux"),
    ("fr", "Selon Luc Roux, le bois manque. « On refuse des commandes », déplore le dernier.", None),
    # Who leaves the subject out goes on across a paragraph that tells of nobody.
    (
        "es",
        "Ana Ruiz estudia los lobos.\n\nHay nueve manadas.\n\n«Nunca he visto uno tan cerca», confiesa.",
        "Ana Ruiz",
    ),
    ("es", "Ana Ruiz estudia los lobos.\n\nEl alcalde calla.\n\n«Nunca he visto uno tan cerca», confiesa.", None),
    ("fr", "Interrogée par Le Jour, la députée Ada Roux dément. « C'est faux », affirme l'élue.", "Ada Roux"),
    ("de", "Pfarrer Ole Ott sammelt.\n\nDas Dach ist undicht.\n\n„Es regnet“, scherzt der Geistliche.", "Ole Ott"),
    # A body that a noun leads to is nobody who may be meant.
    ("fr", "Président de l'association Crocs Bleus, Luc Roux part. « On tire », dit le militant.", "Luc Roux"),
    ("fr", "Ada Brun, une élève, a gagné.\n\n« Je n'ai pas dormi », a dit l'adolescente.", "Ada Brun"),
    ("fr", "Luc Brun, un élève, a gagné.\n\n« Je n'ai pas dormi », a dit l'adolescente.", "l'adolescente"),
    # Nobody who is quoted names themself, so that a name within the marks is of no rival.
    ("de", "Rektorin Ada Lind geht.\n\n„Das hat Frau Rita Voss gesagt“, sagte die Schulleiterin.", "Ada Lind"),
    ("de", "Rektorin Ada Lind geht.\n\nRita Voss bleibt. „Das ist gut“, sagte die Schulleiterin.", "die Schulleiterin"),
    ("de", "Bürgermeister Ole Ost kämpft. „Die Hütte Lind ist alt“, warnte der Sozialdemokrat.", "Ole Ost"),
    # A participle behind its article is who speaks, though where it was said stands between; so is who follows a day.
    ("fr", "« J'y pense », a déclaré à la barre le prévenu, Luc Roux.", "Luc Roux"),
    ("es", "«Pienso en ello», declaró ante el juez el acusado, Leo Gil.", "Leo Gil"),
    ("de", "„Ich denke daran“, sagte am Montag Tom Reck.", "Tom Reck"),
    ("de", "Ada Lind kam. „Ich denke daran“, berichtete am Montag Einsatzleiter Tom Reck.", "Tom Reck"),
    ("es", "El ministro, Leo Gil, calla. «Nada cambia», reconoció el político a su llegada.", "Leo Gil"),
    ("de", "„Ich denke daran“, sagte nach der Sitzung der Landrat, Tom Reck.", "Tom Reck"),
    ("de", "„Ich denke daran“, sagte Ada Lind nach dem Streit mit Landrat Tom Reck.", "Ada Lind"),
    # Who is told to lead where first named is so called further on.
    (
        "es",
        "«Ya», dijo Leo Gil, que dirige el operativo.\n\nAda Ruiz huyó.\n\nGil sigue. «Toca vigilar», avisó el jefe.",
        "Leo Gil",
    ),
    (
        "es",
        "«Ya», dijo Leo Gil, que vigila el monte.\n\nAda Ruiz huyó.\n\nGil sigue. «Toca vigilar», avisó el jefe.",
        "el jefe",
    ),
    # An age means nobody from above where its paragraph names somebody, and again whom it first meant.
    (
        "de",
        "Rektorin Ada Lind geht.\n\nDie Schwimmtrainerin des Ortes, Rita Mohn, kam. „Das ist weit“, so die 38-Jährige.",
        "Rita Mohn",
    ),
    ("en", f"{_ROWER}Her coach left. “First I am going to sleep,” the 26-year-old said.", "Ann Lee"),
    (
        "en",
        f"Tom Ray lost to {_ROWER}Her coach left. “First I am going to sleep,” the 26-year-old said.",
        "the 26-year-old",
    ),
    # Who is told of without a name in a quotation or in another paragraph is no other whom an age may mean.
    ("en", "Its founder's son left.\n\nTom Ray wept. “I went home an owner at last,” said the 49-year-old.", "Tom Ray"),
    ("en", "Tom Ray met a young man. “I went home happy at last,” said the 49-year-old.", "the 49-year-old"),
    ("fr", "Le préfet, Luc Roux, a signé. « La loi est claire », assure le haut fonctionnaire.", "Luc Roux"),
    (
        "fr",
        "Le maire, Luc Roux, voit Léo Brun. « La loi est claire », assure le haut fonctionnaire.",
        "le haut fonctionnaire",
    ),
    # A German trade, and whom a court tries behind a confession, mean the only one told of in the paragraph.
    ("de", "Die Werkstatt gehört Ulla Feld. „Ich habe gesucht“, erzählt die Tischlermeisterin.", "Ulla Feld"),
    ("de", "Die Werkstatt gehört Ulla Feld. „Ich habe gesucht“, erzählt der Tischlermeister.", "der Tischlermeister"),
    ("de", "Tom Reck legte ein Geständnis ab. „Ich schäme mich“, sagte der Angeklagte.", "Tom Reck"),
    # Of two told of above, a trade means the only one of whom the sentences are.
    ("es", "Paula Ruiz ganó la carrera por delante de Eva Gil.\n\n«Iba vacía», reconoció la ciclista.", "Paula Ruiz"),
    ("fr", "Ada Brun et Ida Roux ont gagné.\n\n« C'était très dur », a dit la nageuse.", "la nageuse"),
    ("en", "Ann Lee came in ahead of Mary Ray. Ray wept.\n\n“I heard my nan,” said the cyclist.", "the cyclist"),
    # Of several, a trade means the only one told of by a word for its work.
    ("en", f"{_SHOP}“I'll believe it when I see it,” the shopkeeper added.", "Tom Ray"),
    ("en", f"{_SHOP}Ida Kern and Ada Voss met.\n\n“I will believe it,” the butcher added.", "the butcher"),
    ("fr", "Ada Brun part. Léa Roux tient la boulangerie.\n\n« C'est trop », dit la boulangère.", "Léa Roux"),
    ("de", "Ada Lind geht. Rita Voss führt die Bäckerei.\n\n„Das reicht“, sagt die Bäckerin.", "Rita Voss"),
    ("en", f"{_SHOP}The shopkeeper was not persuaded. “I'll believe it when I see it,” he said.", "Tom Ray"),
    ("fr", "Ada Roux part. Luc Favre reste. « Mon père en parlait », dit le guide.", "Luc Favre"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), OTHER_NOUNS)
def test_another_noun_means_who_may_be_called_so(language: str, text: str, speaker: str | None) -> None:
    """A noun for the same, a wider one or one for what somebody leads points back to one person; else to nobody."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker


_OWNER = "Власниця Ніна Лис мовчить.\n\n"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "uk",
            f"{_OWNER}«Тут вітер», — каже технологиня Ада Дуб.\n\nУзимку, каже фермерка, «вони сплять».",
            "фермерка",
        ),
        ("uk", f"{_OWNER}«Тут вітер», — каже Ада Дуб.\n\nНині, каже фермерка, «вони сплять».", "Ада Дуб"),
        ("uk", "«Тут вітер», — каже біологиня Ада Дуб.\n\nУзимку, каже дослідниця, «вони сплять».", "Ада Дуб"),
    ],
)
def test_who_speaks_on_is_of_no_other_trade(language: str, text: str, speaker: str) -> None:
    """A trade at the head of a paragraph means who spoke above, unless the text calls them by another."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker


ADJECTIVES = [
    ("uk", "Тобіас Ренк програв. «Я бачив би той ставок», — пожартував срібний призер.", "Тобіас Ренк"),
    ("ru", "Нина Лис пришла первой. «Я бы видела тот пруд», — пошутила молодая учительница.", "Нина Лис"),
    # Somebody new, one of two, one of another calling, and a man where a woman is named.
    ("uk", "Тобіас Ренк програв. «Я бачив би той ставок», — пожартував місцевий рибалка.", "місцевий рибалка"),
    ("uk", "Том Ренк програв. Олег Гай переміг. «Я ще тренуюся», — сказав срібний призер.", "срібний призер"),
    ("uk", "Тренер Тобіас Ренк програв. «Я бачив би цей ставок», — сказав старий рибалка.", "старий рибалка"),
    ("uk", "Ніна Лис програла. «Я бачив би той ставок», — пожартував старий рибалка.", "старий рибалка"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), ADJECTIVES)
def test_a_calling_and_its_adjective_mean_who_alone_is_named(language: str, text: str, speaker: str) -> None:
    """Where no article tells, a calling behind an adjective means the one whom its paragraph names."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker


MATES = [
    (
        "uk",
        "Артем Голуб і Данило Кіт перші.\n\n«Я не дихав», — сказав Голуб. «А я не бачив», — підхопив його напарник.",
        "Данило Кіт",
    ),
    (
        "it",
        "Ivo Neri e Ugo Riva vincono.\n\n«Non respiravo», dice Neri. «Io non vedevo», aggiunge il suo collega.",
        "Ugo Riva",
    ),
    # Somebody's mate is nobody who is only told of beside, and not who speaks.
    (
        "it",
        "Ivo Neri vince. Ugo Riva tace.\n\n«Non respiravo», dice Neri. «Io non vedevo», aggiunge il suo collega.",
        "suo collega",
    ),
    (
        "it",
        "Ivo Neri vince.\n\n«Non respiravo», dice Neri. «Io non vedevo più niente», aggiunge il suo gregario.",
        None,
    ),
    ("ro", "Dan Moga învinge.\n\n„Nu respiram”, spune Moga. „Eu nu mai vedeam nimic”, adaugă trenantul său.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), MATES)
def test_a_mate_is_the_other_of_two(language: str, text: str, speaker: str | None) -> None:
    """Whose mate speaks is told by "and" between two names; a noun of somebody's that no list knows is not theirs."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker
