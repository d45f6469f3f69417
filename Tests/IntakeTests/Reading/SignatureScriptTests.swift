import Testing

@testable import Intake

@Suite("Signatures in other scripts") struct SignatureScriptTests {
    @Test("letters of any script are words", arguments: bodies)
    func script(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "Japanese, surname below the closing",
            by: "田村 直子",
            at: "n.tamura",
            """
            お世話になっております。
            会場の件、承知しました。

            どうぞよろしくお願いいたします。
            S|田村
            """
        ),
        MarkedBody(
            "Japanese, company",
            by: nil,
            at: "eigyo",
            """
            見積書をお送りします。

            よろしくお願いします。

            S|高橋 誠
            S|北山商事株式会社 総務部
            S|TEL 03-0000-0044
            """
        ),
        MarkedBody(
            "Japanese, no signature",
            by: "田村 直子",
            at: "n.tamura",
            """
            三名です。

            はい、伺います。
            """
        ),
        MarkedBody(
            "Chinese, name alone",
            by: "陈丽华",
            at: "lihua",
            """
            张老师好，

            明天下午我来接孩子，大概四点到。

            S|陈丽华
            """
        ),
        MarkedBody(
            "Chinese, thanks",
            by: nil,
            at: "caigou",
            """
            合同已经收到，下周寄回。

            谢谢！
            S|刘强
            """
        ),
        MarkedBody(
            "Chinese letter",
            by: nil,
            at: "xuexiao",
            """
            尊敬的家长：

            周五停课一天，请安排好时间。

            此致
            敬礼
            S|赵敏
            """
        ),
        MarkedBody(
            "Chinese, short answer",
            by: nil,
            at: "caigou",
            """
            下周可以寄。

            没问题
            """
        ),
        MarkedBody(
            "Chinese, words below the thanks",
            by: nil,
            at: "caigou",
            """
            合同已经收到。
            谢谢！
            请把发票也寄过来。
            """
        ),
        MarkedBody(
            "Korean",
            by: nil,
            at: "minsu",
            """
            회의는 오후 두 시에 시작합니다.

            감사합니다.
            S|김민수
            """
        ),
        MarkedBody(
            "Russian, full name",
            by: nil,
            at: "buh",
            """
            Здравствуйте!

            Счёт отправлен сегодня утром, оплатите до пятницы.

            С уважением,
            S|Марина Лебедева
            S|главный бухгалтер
            S|тел. +7 495 000 00 12
            """
        ),
        MarkedBody(
            "Russian, given name",
            by: "Олег Синицын",
            at: "oleg",
            """
            Яблоки привезу в субботу.

            Всего доброго,
            S|Олег
            """
        ),
        MarkedBody(
            "Russian, name and no closing",
            by: "Олег Синицын",
            at: "oleg",
            """
            Яблоки привезу в субботу.

            S|Олег
            """
        ),
        MarkedBody(
            "Russian, thanks inside",
            by: nil,
            at: "buh",
            """
            Спасибо за ответ.
            Жду вас завтра в девять
            """
        ),
        MarkedBody(
            "Ukrainian",
            by: nil,
            at: "olena",
            """
            Документи готові.

            З повагою
            S|Олена Коваль
            """
        ),
        MarkedBody(
            "Greek",
            by: nil,
            at: "eleni",
            """
            Το έγγραφο είναι έτοιμο.

            Με εκτίμηση,
            S|Ελένη Παππά
            """
        ),
        MarkedBody(
            "Hebrew",
            by: nil,
            at: "dana",
            """
            המסמך מוכן.

            בברכה,
            S|דנה לוי
            """
        ),
        MarkedBody(
            "Arabic",
            by: "سلمى حداد",
            at: "salma",
            """
            الملف جاهز.

            مع التحية
            S|سلمى حداد
            """
        ),
        MarkedBody(
            "Polish",
            by: nil,
            at: "biuro",
            """
            Dzień dobry,

            faktura jest w załączniku.

            Z wyrazami szacunku
            S|Łucja Świątek
            S|tel. 22 000 00 11
            """
        ),
        MarkedBody(
            "Czech",
            by: nil,
            at: "obec",
            """
            Smlouva je podepsaná.

            S úctou
            S|Božena Říhová
            """
        ),
        MarkedBody(
            "Hungarian",
            by: nil,
            at: "iroda",
            """
            A kulcs a portán van.

            Üdvözlettel:
            S|Kőszegi Ágnes
            """
        ),
        MarkedBody(
            "Turkish",
            by: nil,
            at: "ofis",
            """
            Belgeler hazır.

            Saygılarımla,
            S|Gülşen Yıldız
            """
        ),
        MarkedBody(
            "Vietnamese",
            by: nil,
            at: "vanphong",
            """
            Hồ sơ đã xong.

            Trân trọng,
            S|Nguyễn Thị Hằng
            """
        ),
        MarkedBody(
            "Danish",
            by: nil,
            at: "bodil",
            """
            Nøglen ligger under måtten.

            Kh
            S|Mette
            """
        ),
        MarkedBody(
            "German, on behalf",
            by: nil,
            at: "steuern",
            """
            Der Bescheid ist unterwegs.

            Mit freundlichen Grüßen
            Im Auftrag

            S|Beate Lorenz
            S|Sachgebiet Abgaben
            """
        ),
        MarkedBody(
            "Italian list",
            by: "Mauro Galli",
            at: "mauro",
            """
            Ci vediamo al rifugio alle nove.

            S|Mauro
            X|_______________________________________________
            D|Lista dei camminatori
            D|Per cancellarsi: http://liste.camminatori.example/opzioni
            """
        ),
    ]
}
