"""Who speaks where a language leaves the subject out, where one reads a quotation, and whom a noun does not mean."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

_TWO_MEN = ["Ivo Neri", "Ugo Sala"]
CASES = [
    # A verb of two words that no list knows has its subject behind it, a noun for somebody else too.
    (
        "it",
        "Livio Sarti non era in aula. «Il mio cliente è incredulo», ha fatto sapere il suo avvocato, Aldo Neri.",
        ["Aldo Neri"],
    ),
    (
        "it",
        "Livio Sarti non era in aula. «Il mio cliente è incredulo», fa sapere Aldo Neri, il suo avvocato.",
        ["Aldo Neri"],
    ),
    ("ru", "Денис Лапин молчал. «Процесс был несправедливым», — пробурчал его адвокат.", ["его адвокат"]),
    # The nominative that stands in the text, where the full name has another case there; a surname of two is no name.
    ("uk", "Вчора голосувала фракція Тараса Левчука. «Закриють назавжди цей міст», — вважає Левчук.", ["Левчук"]),
    ("ru", "О ремонте узнали от Ольги Лиходеевой. «Деньги выделяли дважды», — сказала Лиходеева.", ["Лиходеева"]),
    (
        "uk",
        "Прийшла Ганна Левчук. Голосувала фракція Тараса Левчука. «Закриють назавжди цей міст», — вважав він.",
        ["Тараса Левчука"],
    ),
    (
        "uk",
        "Учора Тарас Левчук вийшов. Усі чекали Левчука. «Закриють назавжди цей міст», — вважає Левчук.",
        ["Тарас Левчук"],
    ),
    # Nouns in their cases are no part of a title, and an apposition is of who is named before it.
    ("ru", "Олег Лис молчал. «Вода будет чистой», — признала в письме акционерам директор Инна Дуб.", ["Инна Дуб"]),
    ("ru", "Олег Лис молчал. «Вода будет чистой», — признал бывший главный инженер Иван Дуб.", ["Иван Дуб"]),
    ("it", "Il ricorso è di Anna Riva, sindaca di Valle. «Si misuri l'aria di questa cava», ha detto.", ["Anna Riva"]),
    ("pt", "O “fado de cozinha”, como lhe chamam os críticos, já encheu salas.", []),
    # A body in marks between a noun and who bears it; an adjective in place of a verb.
    ("uk", "«Ми подамо скаргу вже завтра», — повідомив речник «Лісової пошти» Остап Лис.", ["Остап Лис"]),
    ("uk", "Дарина Лис мовчала. «Тепер підуть до суду інші», — упевнена Ганна Дуб.", ["Ганна Дуб"]),
    # Nobody who spoke goes on where a clause behind the quotation tells of somebody else.
    ("ro", "Sergiu Alexe tăcea. „Clientul meu este trist”, a făcut cunoscut avocatul său, Mihai Toma.", [None]),
    (
        "it",
        "«Ho molta paura stasera», ha detto Livio Sarti. «Da qui non ne usciamo più vivi», con la voce rotta.",
        ["Livio Sarti", "Livio Sarti"],
    ),
    # A second verb has the subject that the first leaves out, and not that of the clause between them.
    (
        "es",
        (
            "«Se va porque sabe que pierde», afirmó Lucía Prado. También criticó que Tomás Lago callara y le pidió que "
            "explicara «quién pagará el nuevo auditorio»."
        ),
        ["Lucía Prado", "Lucía Prado"],
    ),
    # A verb alone behind a quotation is of whom the sentence before brings in.
    (
        "es",
        (
            "El fiscal, Andrés Couto, sonrió: «Se ha hecho justicia, aunque tarde». El abogado, en "
            "cambio, recurrirá. «Mi "
            "cliente es un chivo expiatorio», sostuvo."
        ),
        ["Andrés Couto", "El abogado"],
    ),
    # What one reads somewhere is of nobody who was told of before.
    (
        "fr",
        (
            "Le maire, François Bayer, est mis en examen. « Une douzaine d'élus ont été entendus », peut-on lire dans "
            "Le Midi."
        ),
        [None],
    ),
    # Who calls a promise so speaks, in whatever form the participle stands.
    (
        "fr",
        (
            "Le projet est clos. « Nous ne partirons jamais de cette ville », une promesse qu'Anne Morel a qualifiée "
            "de « chèque en blanc total pour eux »."
        ),
        [None, "Anne Morel"],
    ),
    # A bank is not who directs it.
    (
        "it",
        "Ieri ha parlato l'ex direttore della banca Giorgio Neri. La banca ribadisce «piena fiducia nei suoi giudici».",
        ["La banca"],
    ),
    ("en", "The bank manager, Ann Lee, left. The bank said it had “full confidence in all its staff.”", ["The bank"]),
    # A clause behind "while" has a subject of its own.
    (
        "es",
        (
            "Pedro Ruiz habló ayer. «La idea de que ellos mandan es vieja», explicaron desde el "
            "entorno mientras el alcalde "
            "seguía en Lugo."
        ),
        [None],
    ),
    # A dash opens speech behind a sentence too, where a cue follows.
    (
        "pt",
        "Os pescadores protestam. — E nós, vamos pescar na lama? — perguntou Zeferino Couto. — Ninguém nos pagou nada.",
        ["Zeferino Couto", "Zeferino Couto"],
    ),
    ("ro", "Sorina Bota a venit. — Găsim noi o soluție pentru toți, a liniștit-o Ana Pop.", ["Ana Pop"]),
    ("pt", "A obra parou. O ministro Rui Reis — que não quis falar — disse que volta.", []),
    ("ru", "«Роли раздаёт режиссёр. — Это закон», — возмутился Олег Белкин.", ["Олег Белкин"]),
    # A surname that two bear who were told of tells neither.
    (
        "it",
        (
            "«Perdiamo i migliori», dice Anna Lisi.\n\n«Ne va di noi tutti», ribatte Pietro Lisi.\n\n"
            "«Non finisce qui», ha detto Lisi."
        ),
        ["Anna Lisi", "Pietro Lisi", None],
    ),
    # An unknown noun behind a comma and a name is that person's, wherever it stands again.
    (
        "pt",
        (
            "«Perdi tudo», conta Elsa Pinto, floricultora de 52 anos.\n\nRui Maia calou. "
            "«Já chega disto», diz a floricultora."
        ),
        ["Elsa Pinto", "Elsa Pinto"],
    ),
    ("uk", "На лавці сидів Іван Гай. «Я живий лише дивом», — сказав чоловік.", ["Іван Гай"]),
    (
        "pt",
        "O dono, Rui Maia, calou. A reação da arqueóloga Lia Reis, que estuda moedas, foi outra: «É o meu sonho».",
        ["Lia Reis"],
    ),
    # Marks that open a sentence behind the cue of dashed speech are a quotation of their own.
    (
        "uk",
        "— Такі діти рідкісні, — переконаний Едуард Лис. Гра тривала довго. «Мене гарно вчили», — пожартував Іван Гук.",
        ["Едуард Лис", "Іван Гук"],
    ),
    (
        "pt",
        "— Há lugar para todos — responde Rosa Caeiro. A autarca promete ouvir: «Ninguém vai perder a serra».",
        ["Rosa Caeiro", "Rosa Caeiro"],
    ),
    # Who spoke in the paragraph above does not go on where another is named; who is inserted may have an auxiliary.
    (
        "it",
        "«Ho scarpe nuove», dice Oreste Landi.\n\nPaga lui, ha spiegato Fabio Renzi. «Soldi spesi bene», ha aggiunto.",
        ["Oreste Landi", "Fabio Renzi"],
    ),
    (
        "it",
        "«Ho scarpe», annuncia Oreste Landi.\n\nPaga metà di Fabio Renzi. «Non li spende male, lo sanno», ha aggiunto.",
        ["Oreste Landi", None],
    ),
    ("ro", "„Ușile erau blocate”, spune Carmen Lupu. „Am sărit cu geanta”, își amintește femeia.", ["Carmen Lupu"] * 2),
    (
        "en",
        "“The cheese weighed eleven kilos,” said Oskar Lind.\n\nLind's first question was: “Who ate the other four?”",
        ["Oskar Lind", "Oskar Lind"],
    ),
    # Where names have no articles, "this" is governed by itself.
    ("ru", "Иван Лис молчал. На это Лис ответил: «Коз проверим на этой неделе».", ["Иван Лис"]),
    # Of two who act together, who speaks alone is unsure.
    ("pt", "João Pinho e Rui Vale saíram. «A ponte vai abrir em maio», prometeu.", [None]),
    ("ru", "Олег Бук и Иван Гай вышли. «Мост откроют в мае», — пообещал он.", [None]),
    # Behind a quotation too, a noun for words tells whose they are; before it, a clause of another does not.
    ("it", "Ugo Sarti protesta. «Siamo tutti stanchi di promesse vane» è il commento di Pia Longo.", ["Pia Longo"]),
    ("pt", "João Pinho calou. «Já esperámos demais por isto», foi a resposta de Rita Vale.", ["Rita Vale"]),
    ("it", "Quando Ugo Sarti ha risposto, Pia Longo ha scosso la testa: «La pazienza è finita».", ["Pia Longo"]),
    # A noun for words announces whose they are; they are nobody's from above.
    (
        "it",
        (
            "«Che incubo è stato», ha detto Renato Coppi.\n\nDure le parole del legale di Selmi, Ivo Grassi: "
            "«Non diede mai quell'ordine»."
        ),
        ["Renato Coppi", "Ivo Grassi"],
    ),
    (
        "it",
        "«Che incubo è stato», ha detto Renato Coppi.\n\nPoi, davanti a Ivo Grassi: «Non finisce qui, lo sanno».",
        ["Renato Coppi", None],
    ),
    ("ru", "Ушёл Аркадий Белкин. Ответ Белкина: «Мы не боимся никого».", ["Аркадий Белкин"]),
    ("ro", "A venit primarul Ion Popa. Răspunsul lui Popa: „Nu ne temem de nimeni”.", ["Ion Popa"]),
    ("ro", "Au venit Ion Popa și Dan Luca. Răspunsul primarului: „Nu ne temem de nimeni”.", [None]),
    # A verb of speech or a gesture that announces words goes on with who the sentence before is about.
    ("it", "Rita Bassi cuce reti da anni. Racconta: «La barca era di mio nonno».", ["Rita Bassi"]),
    ("it", "Rita Bassi cuce reti da anni. Allarga le braccia: «Chi le compra più?».", ["Rita Bassi"]),
    ("it", "Rita Bassi cuce reti da anni. Sulla porta c'è scritto: «Torno subito, aspettate».", [None]),
    ("it", "Rita Bassi cuce reti da anni. Raccontano: «La barca era di suo nonno».", [None]),
    ("ro", "Ilinca Moga coase plase de ani. A izbucnit în lacrimi: „Cine le mai cumpără?”", ["Ilinca Moga"]),
    ("ro", "Ilinca Moga coase plase de ani. Au izbucnit în lacrimi: „Cine le mai cumpără azi pe toate?”", [None]),
    ("ro", "Ilinca Moga coase plase de ani. Se spune: „Plasa veche prinde peștele.”", [None]),
    ("pt", "Rita Baião remenda redes há anos. Encolhe os ombros: «Quem as compra agora?»", ["Rita Baião"]),
    ("es", "Marta Gil cose redes. Se encoge de hombros: «¿Quién las compra ahora?»", ["Marta Gil"]),
    ("ru", "Римма Басова чинит сети много лет. Пожимает плечами: «Кто их теперь купит?»", ["Римма Басова"]),
    ("ru", "Римма Басова чинит сети много лет. Рассказал: «Кто их теперь у нас купит?»", [None]),
    ("uk", "Ганна Басова лагодить сіті. Розповідає: «Човен лишився від діда».", ["Ганна Басова"]),
    # So does what who just spoke does not do, or of whom they speak, and not what does not come.
    ("ro", "„Piatra fumega”, spune Ilinca Moga. N-are de gând s-o vândă: „O țin pe sobă”.", ["Ilinca Moga"] * 2),
    ("it", "«Che botto tremendo», dice Rita Bassi. Non si arrende: «La tengo sulla stufa».", ["Rita Bassi"] * 2),
    ("uk", "«Гупнуло страшно», — каже Ганна Басова. Продавати не збирається: «Хай лежить».", ["Ганна Басова"] * 2),
    (
        "it",
        "«Che botto», dice Rita Bassi. Di Neri parla bene: «Mi aiutò lui quel giorno».",
        ["Rita Bassi"] * 2,
    ),
    (
        "it",
        "«Che botto», dice Rita Bassi. Di Neri parla la figlia: «Mi aiutò lui».",
        ["Rita Bassi", "la figlia"],
    ),
    (
        "it",
        "«Che botto», dice Rita Bassi. Non tarda la risposta: «Noi non paghiamo mai nulla».",
        ["Rita Bassi", None],
    ),
    # "And", adverbs and how it is said lead on with who just spoke, and not with what is said.
    ("it", "«Che botto tremendo», dice Rita Bassi. E poi, più piano: «Ci morirò».", ["Rita Bassi"] * 2),
    ("uk", "«Гупнуло страшно», — каже Ганна Басова. І потім, тихіше: «Тут і помру».", ["Ганна Басова"] * 2),
    ("it", "«Che botto», dice Rita Bassi. E poi la risposta: «Noi non paghiamo mai nulla».", ["Rita Bassi", None]),
    ("it", "«Che botto», dice Rita Bassi. Di Neri ha stima, ma allarga le braccia: «Non paga».", ["Rita Bassi"] * 2),
    ("pt", "Rita Baião sai. «Tudo certo», diz. De novos cortes, não promete nada: «Só na volta».", ["Rita Baião"] * 2),
    # An age that opens a sentence may be another's than who just spoke, and a body's words are its own.
    (
        "it",
        (
            "Gino Toldo alleva pecore.\n\nPromette l'assessore Ivo Neri. «Paghiamo noi, subito», assicura. "
            "Il 67enne non ci crede: «Lo dissero anche allora»."
        ),
        ["Ivo Neri", "Il 67enne"],
    ),
    ("it", "Parla Ivo Neri. «Paghiamo noi, subito», dice. Il 67enne è certo: «Lo faremo».", ["Ivo Neri"] * 2),
    (
        "it",
        "«Paghiamo noi», dice Ivo Neri.\n\nLa Provincia, in una nota, invita a «non lasciare mai cibo fuori casa».",
        ["Ivo Neri", None],
    ),
    # A body that does something to somebody may go on, or they may.
    ("pt", "O tribunal condenou Nuno Paz. «Estou inocente e vou recorrer», disse à saída.", [None]),
    ("es", "El tribunal condenó a Leo Gil. «Soy inocente de todo esto», dijo a la salida.", [None]),
    ("it", "Il Comune chiude il ponte. «Era pericoloso per tutti», ha spiegato ieri.", ["Il Comune"]),
    # What stands behind an apposition has its subject before it, and a verb's object behind it.
    ("it", "Ada Riva, avvocata, smentisce il sindaco. «Mancano due milioni di euro», scrive ieri.", ["Ada Riva"]),
    ("ro", "Nora Pop tace. „Nu ne oprim niciodată de acum”, adaugă soțul ei, Aldo Luca.", ["Aldo Luca"]),
    # A verb that may report speech does so right behind a quotation, whoever stands behind it.
    ("it", "Pia Fava faceva la fila. «Qui sapevano il mio codice a memoria», ride la pensionata.", ["Pia Fava"]),
    ("ru", "Владелец карьера Олег Гай ушёл. «Щебень ждёт весны», — решил предприниматель.", ["Олег Гай"]),
    # Whose kin somebody is calls them by no trade that another could not be.
    ("uk", "Позов подав Ігор Граб, батько учнів. «Автобус возив би годину», — пояснив 38-річний водій.", ["Ігор Граб"]),
    ("uk", "Позов подав пекар Ігор Граб. «Автобус їхав годину», — сказав 38-річний водій.", ["38-річний водій"]),
    # A few words right behind a verb of speech are said, where they are no title.
    ("it", "«Che botto», dice Rita Bassi. E al Comune chiede «una risposta entro giugno».", ["Rita Bassi"] * 2),
    ("it", "«Che botto tremendo», dice Rita Bassi. Nel 2001 ha scritto «Il sasso caldo».", ["Rita Bassi"]),
    # Who is told of by a noun just before goes on, and not who spoke above; one who bears an office is another.
    (
        "it",
        (
            "Dario Bossi apre alle cinque.\n\n«Serve tempo», ha detto il sindaco Elio Manfri.\n\n"
            "Il 43enne barista ha ascoltato. «Mi tolgono il lavoro», ha commentato."
        ),
        ["Elio Manfri", "Dario Bossi"],
    ),
    (
        "it",
        "«Non so nulla», ha detto Ada Poli. La donna è in cella. «Ero a casa mia», ha ripetuto.",
        ["Ada Poli", "Ada Poli"],
    ),
    # The sentence behind may tell whose words they were, and no more than that.
    ("it", "«Non ho più dormito una notte intera». Parola di Ada Poli.", ["Ada Poli"]),
    ("it", "«Non ho più dormito una notte intera». Protesta Ada Poli.", [None]),
    ("pt", "«Nunca mais dormi uma noite inteira.» A frase é de Ana Sá, de 40 anos.", ["Ana Sá"]),
    ("ro", "„N-am mai dormit o noapte întreagă.” Așa spune Ana Pop, de 40 de ani.", ["Ana Pop"]),
    ("ru", "«Я больше не спала ни одной ночи». Это слова Анны Лосевой.", ["Анны Лосевой"]),
    ("uk", "«Я більше не спала жодної ночі». Так каже Ганна Лось.", ["Ганна Лось"]),
    ("uk", "«Я більше не спала жодної ночі». Так Ганна Лось, лікарка, лишилася сама.", [None]),
    # For whom somebody speaks is not who speaks; to whom something is said stands before its verb.
    ("it", "Il sindaco Ugo Sala tace. Per lui ha parlato Pia Neri: «Oggi nessun commento, mi spiace».", ["Pia Neri"]),
    ("it", "Pia Neri ha telefonato a Ugo Sala. «Vieni subito a casa», gli ha detto.", ["Pia Neri"]),
    # What stands between a verb and its subject is no subject; nobody later speaks what another's cue stands beside.
    (
        "it",
        "«Chiederemo lo stato di calamità», fa sapere in una nota il presidente, Ivo Neri. Il collega Ugo Sala: «No».",
        ["Ivo Neri"],
    ),
    (
        "it",
        "«Chiederemo lo stato di calamità», rimbomba dal palco, tra i fischi, Ivo Neri. «Vedremo poi», dice Ugo Sala.",
        [None, "Ugo Sala"],
    ),
    # "The first" and "the second" are of two who were named; the gender of a verb, and to whom it is said, tell too.
    ("it", "Arrivano Ivo Neri e Ugo Sala. «Costa troppo», dice il primo. «È giusto», ribatte il secondo.", _TWO_MEN),
    ("it", "Ivo Neri ha incontrato Ugo Sala. Quest'ultimo ha replicato: «Non ho nulla da dire oggi».", ["Ugo Sala"]),
    ("it", "Ivo Neri ha incontrato Pia Sala. «Non ho nulla da dire», gli ha risposto lei.", ["Pia Sala"]),
    ("it", "Parlano Ivo Neri, Leo Brandi e Ugo Sala. «Costa troppo per tutti noi», dice il primo.", [None]),
    ("pt", "Vieram Ivo Melo e Rui Vale. «Custa muito a todos», disse o segundo.", ["Rui Vale"]),
    ("ro", "Au venit Dan Moga și Ion Rus. „Costă prea mult pentru noi”, a răspuns al doilea.", ["Ion Rus"]),
    ("ru", "Приехали Пётр Лось и Иван Гай. «Это слишком дорого», — сказал первый.", ["Пётр Лось"]),
    ("ru", "Пётр Лось встретил Анну Гай. «Мне нечего вам сказать», — ответила та.", ["Анну Гай"]),
    ("uk", "Петро Лось чекав. «Мені вже нічого вам сказати», — відповіла.", [None]),
    # A reflexive before its verb is no subject, and a paper where something is told no verb.
    ("ro", "— Trăim din turiști — se plânge primarul, Traian Moga. — Măcar o copie!", ["Traian Moga"] * 2),
    ("ro", "„Vom plăti tot”, a precizat, într-un comunicat, purtătorul de cuvânt, Radu Kis.", ["Radu Kis"]),
    ("pt", "— Ninguém nos ouviu — queixa-se o autarca, Abel Fontes. — Foi por fax.", ["Abel Fontes"] * 2),
    # A noun for what is said announces a quotation of who goes on, where no verb has it for its subject.
    (
        "pt",
        "Rui Gaio ficou até ao fim. «Fizemos tudo», explicou. E deixou um aviso: «Isto ainda agora começou».",
        ["Rui Gaio"] * 2,
    ),
    ("it", "Anna Riva è stanca. Poi lancia un appello: «Venite tutti domani in piazza».", ["Anna Riva"]),
    ("it", "Anna Riva è stanca. Poi arriva un appello: «Venite tutti domani in piazza».", [None]),
    ("uk", "Іван Лис мовчав. І дав пораду: «Не читайте газет зранку».", ["Іван Лис"]),
    ("uk", "Іван Лис мовчав. І надійшло прохання: «Не читайте всіх газет зранку».", [None]),
    # So does a clause of what somebody does who just spoke, and one behind a phrase without a name.
    (
        "pt",
        "Rui Gaio calou-se. «Fizemos tudo», explicou Gaio. Hoje dirige o programa: «Ele envelheceu melhor do que eu».",
        ["Rui Gaio"] * 2,
    ),
    (
        "ro",
        "„Alții ar fi renunțat”, a spus Ion Mai. Îi pregătește deja un exercițiu nou: „Va fi surpriza de la finală”.",
        ["Ion Mai"] * 2,
    ),
    (
        "it",
        "«Ho finito qui», ammette Ada Neri. La paura resta: «Qui può cadere tutto da un momento all'altro».",
        ["Ada Neri", None],
    ),
    (
        "it",
        "«Ho finito qui», ammette Ada Neri. Interpellata sui fondi, promette: «Arriveranno entro giugno a tutti».",
        ["Ada Neri"] * 2,
    ),
    # A verb may tell of whom who just spoke speaks.
    (
        "pt",
        "«Ninguém ficará sem visitas», prometeu Rui Vale. E critica a Junta de Faro: «Faltou coragem de pedir perdão».",
        ["Rui Vale"] * 2,
    ),
    (
        "pt",
        "«Ninguém ficará sem visitas», prometeu Rui Vale. E responde Ana Melo: «Faltou coragem de pedir perdão».",
        ["Rui Vale", "Ana Melo"],
    ),
    # A few words behind a dash are a sentence of who goes on.
    ("uk", "«Сусіди думали, що я збожеволіла», — сміється Ада Рись. — «Тепер просять роботу».", ["Ада Рись"] * 2),
]


@pytest.mark.parametrize(("language", "text", "speakers"), CASES)
def test_speaker_beside_what_is_left_out(language: str, text: str, speakers: list[str | None]) -> None:
    """Each quotation has the speaker whom the text tells, or none."""
    article = Article(text=text, language=language)
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == speakers
