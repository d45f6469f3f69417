extension SignatureEverydayTests {
    static let closings: [MarkedBody] = [
        MarkedBody(
            "Léon Prat: mon courrier du 3 mars.",
            by: "Léon Prat",
            at: "leon",
            """
            Bonjour,

            J'attends toujours votre réponse à
            mon courrier du 3 mars.

            S|L. Prat
            """
        ),
        MarkedBody(
            "Léon Prat: dimanche.",
            by: "Léon Prat",
            at: "leon",
            """
            Bonjour,

            Le portail est fermé le soir mais il reste ouvert le
            dimanche.

            S|Léon Prat
            """
        ),
        MarkedBody(
            "Léon Prat: l'urbanisme.",
            by: "Léon Prat",
            at: "leon",
            """
            Bonjour,

            je vous remercie de bien vouloir transmettre ma demande au service de
            l'urbanisme.
            """
        ),
        MarkedBody(
            "Léon Prat: une déviation par la mairie.",
            by: "Léon Prat",
            at: "leon",
            """
            Bonjour,

            je voudrais savoir pourquoi la rue est barrée depuis lundi, il y a
            une déviation par la mairie.
            S|Léon Prat
            """
        ),
        MarkedBody(
            "Ingrid Moe: Klem",
            by: "Ingrid Moe",
            at: "im",
            """
            Kjære Kari,

            takk for sist! Vi tar gjerne en kaffe på lørdag.

            Klem
            S|Ingrid
            """
        ),
        MarkedBody(
            "Ingrid Moe: Mvh",
            by: "Ingrid Moe",
            at: "im",
            """
            Hei

            Møtet er utsatt til over påske.

            Mvh
            S|Ingrid Moe
            S|Rådgiver, Vågå kommune
            S|Tlf. 61 00 00 00
            """
        ),
        MarkedBody(
            "Dora Nagy: Köszönettel:",
            by: "Dora Nagy",
            at: "dora",
            """
            Kedves Zsuzsa!

            A szerződést holnap küldöm.

            Köszönettel:
            S|Nagy Dóra
            """
        ),
        MarkedBody(
            "Ela Kaya: İyi çalışmalar",
            by: "Ela Kaya",
            at: "ela",
            """
            Merhaba,

            Toplantı yarın saat onda.

            İyi çalışmalar
            S|Ela Kaya
            S|Yazı İşleri Müdürü
            """
        ),
        MarkedBody(
            "Oksana Bilyk: Дякую!",
            by: "Oksana Bilyk",
            at: "ob",
            """
            Доброго дня!

            Надсилаю копію паспорта.

            Дякую!
            S|Оксана
            """
        ),
        MarkedBody(
            "Giannis: Ευχαριστώ",
            by: "Giannis",
            at: "g",
            """
            Καλημέρα,

            θα είμαι εκεί στις πέντε.

            Ευχαριστώ
            S|Γιάννης
            """
        ),
        MarkedBody(
            "李雷: 祝好，",
            by: "李雷",
            at: "lilei",
            """
            你好，

            文件已发，请查收。

            祝好，
            S|李雷
            """
        ),
        MarkedBody(
            "李雷: 收到请回复",
            by: "李雷",
            at: "lilei",
            """
            附件是合同。

            收到请回复
            """
        ),
        MarkedBody(
            "이지은: 감사합니다.",
            by: "이지은",
            at: "jieun",
            """
            안녕하세요.

            자료 보내드립니다. 확인 부탁드립니다.

            감사합니다.
            S|이지은 드림
            """
        ),
        MarkedBody(
            "Иван Петров: Коллеги, совещание переносится на среду.",
            by: "Иван Петров",
            at: "ip",
            """
            Коллеги, совещание переносится на среду.

            S|Иван Петров
            S|отдел кадров
            """
        ),
        MarkedBody(
            "Иван Петров: Иван придёт завтра сам",
            by: "Иван Петров",
            at: "ip",
            """
            Да, согласен.

            Иван придёт завтра сам
            """
        ),
        MarkedBody(
            "Luísa Prado: Abs",
            by: "Luísa Prado",
            at: "lp",
            """
            Bom dia,

            a chave está com o porteiro.

            Abs
            S|Luísa
            """
        ),
        MarkedBody(
            "Luísa Prado: Att.,",
            by: "Luísa Prado",
            at: "lp",
            """
            Obrigada!

            Att.,
            S|Luísa Prado
            """
        ),
        MarkedBody(
            "Femke: Gr.",
            by: "Femke",
            at: "femke",
            """
            Hoi Bram,

            Lijkt me prima.

            Gr.
            S|Femke
            """
        ),
        MarkedBody(
            "Petr Malý: Měj se",
            by: "Petr Malý",
            at: "pm",
            """
            Ahoj,

            vezmu to cestou.

            Měj se
            S|Petr
            """
        ),
        MarkedBody(
            "Irena Kos: Lep pozdrav,",
            by: "Irena Kos",
            at: "ik",
            """
            Pozdravljeni,

            račun je plačan.

            Lep pozdrav,
            S|Irena Kos
            """
        ),
        MarkedBody(
            "Tiina: Parimat",
            by: "Tiina",
            at: "t",
            """
            Tere,

            koosolek on kell kümme.

            Parimat
            S|Tiina
            """
        ),
        MarkedBody(
            "Jonas: Pagarbiai",
            by: "Jonas",
            at: "jonas",
            """
            Sveiki,

            sutartis pasirašyta.

            Pagarbiai
            S|Jonas Petraitis
            """
        ),
        MarkedBody(
            "Henri Lacaze: Bien à vous. HL",
            by: "Henri Lacaze",
            at: "hl",
            """
            Bonjour,

            Le DOB est fixé au 12.

            Bien à vous. HL
            """
        ),
        MarkedBody(
            "Henri Lacaze: et le PV",
            by: "Henri Lacaze",
            at: "hl",
            """
            Bonjour,

            Je vous joins le DOE
            et le PV
            """
        ),
        MarkedBody(
            "Tanguy: Bizzz",
            by: "Tanguy",
            at: "tan",
            """
            Coucou les filles,

            qui peut apporter des chaises ?

            Bizzz
            S|Tanguy
            """
        ),
        MarkedBody(
            "Le Guen: Urgent !!",
            by: "Le Guen",
            at: "lg",
            """
            Bonjour,

            je n'ai plus d'eau depuis ce matin.

            Urgent !!

            S|M. Le Guen 06 00 00 00 05
            """
        ),
        MarkedBody(
            "Gaston: Je suis sourd, merci de m'écrire.",
            by: "Gaston",
            at: "gaston",
            """
            Bonjour,

            Je suis sourd, merci de m'écrire.

            S|Gaston (85 ans)
            """
        ),
        MarkedBody(
            "Lucie: on peut passer samedi?",
            by: "Lucie",
            at: "lucie",
            """
            Bonsoir

            on peut passer samedi?

            S|Lucie et Théo
            """
        ),
        MarkedBody(
            "Lucie: Lucie Roux et Théo Blanc",
            by: "Lucie",
            at: "lucie",
            """
            Bonsoir

            Il manque deux noms sur la liste

            Lucie Roux et Théo Blanc
            """
        ),
        MarkedBody(
            "Ann: I'll bring the projector. Does anyone have a",
            by: "Ann",
            at: "ann",
            """
            Hi both,

            I'll bring the projector. Does anyone have an HDMI lead?

            S|A.
            """
        ),
        MarkedBody(
            "Bert: Ta",
            by: "Bert",
            at: "bert",
            """
            Hello,

            Any chance of a lift on Sunday?

            Ta
            S|Bert
            """
        ),
        MarkedBody(
            "Bert: Lift on Sunday? Thanks a million!!",
            by: "Bert",
            at: "bert",
            """
            Hello,

            Lift on Sunday? Thanks a million!!

            S|Bertie x
            """
        ),
    ]
}
