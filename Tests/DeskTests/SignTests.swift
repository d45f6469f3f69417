import Casework
import Desk
import Foundation
import Mail
import Testing

/// What a writer says besides what is asked for, and what becomes of it in our mails.
@Suite("Signs in a message") struct SignTests {
    private static let request =
        "Bonjour, notre mairie souhaite consulter le catalogue Territoires Store et la liste des services."
    private static let signature = "\n\nMarie Vial, mairie de Lannion\n06 12 34 56 78"

    /// The answer and the first summary to a request with these words added.
    private func mails(
        _ words: String,
        subject: String = "Catalogue",
        attached: String? = nil
    ) throws -> (answer: String, summary: String) {
        try TestOffice.with { office in
            let text = Self.request + " " + words + Self.signature
            let bytes =
                attached.map { Self.enclosing($0, subject: subject, text: text) }
                ?? message(subject: subject, text: text)
            let decision = try office.take(bytes)
            let mails = decision.mails.map { Message(parsing: $0.bytes).text }
            try #require(mails.count == 2)
            return (mails[0], mails[1])
        }
    }

    private static func enclosing(_ name: String, subject: String, text: String) -> [UInt8] {
        let lines = [
            "From: Marie Vial <marie@ville-x.example>", "To: incubateur@anct.example",
            "Subject: \(subject)", "Message-ID: <joint@ville-x.example>", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b", "", "--b",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text,
            "--b", "Content-Type: application/pdf", "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment; filename=\(name)", "", "JVBERi0xLjQK", "--b--", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private static let lacks = "Vous annoncez un document : nous ne l'avons pas reçu."

    @Test("a document that is announced and did not come is asked for")
    func enclosure() throws {
        let without = try mails("Vous trouverez ci-joint la délibération.")
        #expect(without.answer.contains(Self.lacks))
        #expect(without.summary.contains("MANQUE    le document annoncé"))
        let with = try mails("Vous trouverez ci-joint la délibération.", attached: "delib.pdf")
        #expect(!with.answer.contains(Self.lacks))
        #expect(!with.summary.contains("le document annoncé"))
        #expect(try !mails("").answer.contains(Self.lacks))
    }

    @Test(
        "questions, doubts whether one may write, and what to prepare are taken up",
        arguments: [
            ("Combien cela coûte-t-il ?", "votre demande et vos questions"),
            ("Merci de nous dire comment on procède.", "votre demande et vos questions"),
            ("Est-ce trop petit pour vous ?", "toute collectivité peut nous solliciter"),
            ("Que faut-il vous envoyer ?", "Nous vous dirons ce qu'il faut préparer"),
            ("Notre demande du 6 janvier est restée sans réponse.", "merci de votre patience"),
        ]
    )
    func takenUp(words: String, sentence: String) throws {
        #expect(try mails(words).answer.contains(sentence))
        #expect(try !mails("").answer.contains(sentence))
    }

    @Test(
        "a link, or a complement, may have brought what was announced",
        arguments: [
            "Vous trouverez ci-joint notre note : https://exemple.example/note.pdf",
            "Je vous joins le document par un lien.",
        ]
    )
    func link(words: String) throws {
        #expect(try !mails(words).answer.contains(Self.lacks))
    }

    @Test("in a case under way nobody is thanked for waiting, and staff read of the reminder")
    func reminded() throws {
        try TestOffice.with { office in
            let first = try office.take(message(text: Self.request + Self.signature))
            let number = try #require(first.caseNumber)
            let second = try office.take(
                message(
                    subject: "Re: Catalogue [\(number)]",
                    text:
                        "Notre demande est restée sans réponse. Vous trouverez ci-joint la délibération."
                )
            )
            let texts = second.mails.map { Message(parsing: $0.bytes).text }
            #expect(!texts.isEmpty)
            #expect(texts.allSatisfy { !$0.contains("merci de votre patience") })
            #expect(texts.contains { $0.contains("RELANCE") && $0.contains("DOCUMENT ANNONCÉ") })
        }
    }

    @Test("who carries the problem is spoken to, one whose agent does is not")
    func carrier() throws {
        let problem =
            "Nous cherchons à comprendre pourquoi les familles ne viennent plus au guichet. "
        let own = try office(problem + "Je suis partante pour m'en occuper un jour par semaine.")
        #expect(
            own.contains("Vous proposez de vous en occuper.") && own.contains("vous accompagnent")
        )
        let other = try office(
            problem + "Ma collègue est prête à s'en occuper un jour par semaine."
        )
        #expect(other.contains("Une personne de") && other.contains("l'accompagnent"))
    }

    @Test("who hesitates is helped to choose, and asked nothing")
    func hesitation() throws {
        let answer = try office(
            "Nous hésitons entre vos trois offres pour l'accueil de la mairie, par où commencer ?"
        )
        #expect(answer.contains("NOS TROIS OFFRES"))
        #expect(!answer.contains("QUESTION\n"))
    }

    /// The answer to these words alone.
    private func office(_ text: String) throws -> String {
        try TestOffice.with { office in
            let decision = try office.take(message(subject: "Accueil", text: text + Self.signature))
            return Message(parsing: try #require(decision.mails.first).bytes).text
        }
    }

    @Test("who is asked to call, and who is only to be answered, is told apart")
    func calls() throws {
        let called = try mails("Pouvez-vous me rappeler ?")
        #expect(called.summary.contains("À FAIRE   rappeler Marie Vial"))
        #expect(called.answer.contains("une personne vous contactera"))
        let answered = try mails("")
        #expect(answered.summary.contains("À FAIRE   répondre à Marie Vial"))
        #expect(!answered.answer.contains("une personne vous contactera"))
    }

    @Test("a mail quoted below is named, one handed on is shown, and so is what a reminder repeats")
    func below() throws {
        let quoted =
            "\n\nLe 3 nov. 2026 à 10:12, Luc Morin <luc@ville-x.example> a écrit :\n> Bonjour"
        let note = "[Non repris ici, à lire dans l'original : un message cité.]"
        #expect(try mails("Voir le message de mon collègue." + quoted).summary.contains(note))
        let reminder = try mails("Notre demande est restée sans réponse." + quoted).summary
        #expect(reminder.contains("> Bonjour") && !reminder.contains(note))
        #expect(reminder.contains("RELANCE"))
        let forward = """
            \n\n-------- Message transféré --------
            De : Luc Morin <luc@ville-x.example>
            Envoyé : lundi 2 novembre 2026 10:12
            À : mairie@ville-x.example
            Objet : Fuites d'eau

            Nos fuites coûtent cher.
            """
        #expect(try mails("Qu'en pensez-vous ?" + forward).summary.contains("> Nos fuites"))
        #expect(try !mails("").summary.contains("Non repris ici"))
    }
}
