import Intake
import Mail
import Testing

@testable import Correspondence

@Suite("Mail that was handed on or answers another, in the summary") struct HandedOnTests {
    @Test("an answer between quoted lines stands under what it answers")
    func answers() {
        var message = Message()
        message.subject = "Re: votre demande"
        message.text = """
            Bonjour, voici :

            Le 3 nov. 2026 à 10:12, Incubateur <incubateur@anct.example> a écrit :
            > Bonjour,
            >
            > Avez-vous un agent ?
            Oui, Samir.
            > Pour quand ?
            Avant l'été.
            """
        #expect(
            StaffWords.text(read(message)) == """
                Bonjour, voici :

                > Bonjour,
                > Avez-vous un agent ?
                Oui, Samir.

                > Pour quand ?
                Avant l'été.
                """
        )
        message.text = "Oui, Samir.\n\nLe 3 nov. 2026 à 10:12, X <x@y.example> a écrit :\n> Qui ?\n"
        #expect(StaffWords.text(read(message)) == "Oui, Samir.")
    }

    @Test("the forwarder's words and whose mail it is are told")
    func told() {
        var message = Message()
        message.subject = "TR: Tr: cantine"
        message.text = """
            Merci de
            voir avec eux.

            De : Elus-SP61
            Envoyé : mercredi 22 janvier 2025 09:15
            À : SP-ARGENTAN
            Objet : Tr: cantine

            -------- Message transféré --------
            De : Alain Fouquet <a.fouquet@belleme.example>
            Date : 21 janvier 2025 21:32
            Objet : cantine

            Bonjour, nous cherchons un outil pour la cantine de l'école.
            """
        let lines = StaffWords.handedOn(read(message))
        #expect(lines.first == "« Merci de voir avec eux. »")
        #expect(lines.count == 3)
        #expect(lines.dropFirst().first?.hasPrefix("message de : Elus-SP61") == true)
        #expect(
            lines.last?.hasPrefix("message de : Alain Fouquet <a.fouquet@belleme.example>") == true
        )
        #expect(lines.last?.hasSuffix("« cantine »") == true)
    }

    @Test("nothing is told of a mail whose writer asks")
    func own() {
        var message = Message()
        message.text = "Bonjour, nous cherchons un outil pour la cantine."
        #expect(StaffWords.handedOn(read(message)).isEmpty)
    }
}
