import Intake
import Mail
import Testing

@testable import Correspondence

@Suite("Mail that was handed on, in the summary") struct HandedOnTests {
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
