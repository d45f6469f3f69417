import Casework
import Testing

@Suite("Orders") struct OrderTests {
    @Test(
        "one word alone on the first line is an order",
        arguments: [
            "envoyer", "Envoyer", "ENVOYER.", "envoyez", "Envoyez !", "envoie", "\n\n  envoyer  \n",
            "« envoyer »", "envoyer\n\nRéférence, à garder : 2026-00042.2.abcdefgh", "Ok, envoyer",
            "Bonjour, envoyer merci", "Bonjour,\n\nEnvoyer\n\nMerci", "\u{A0}\n-\nenvoyer",
            "envoyer\r\n\r\nDe : guichet\r\nObjet : [2026-00042]",
        ]
    )
    func orders(text: String) {
        #expect(Order(in: text) == .send)
    }

    @Test(
        "anything else is not",
        arguments: [
            "", "\n", "Bonjour", "N'envoyez pas", "ne pas envoyer", "envoyer demain",
            "Oui, mais envoyez plutôt lundi", "Je relis.\nenvoyer", "renvoyer", "envoyé",
            "à envoyer ?", "envoyer envoyer",
            "Envoyer ?", "envoyer le 1", "envoyer 12/12", "envoyer 2", "❌ envoyer",
        ]
    )
    func notes(text: String) {
        #expect(Order(in: text) == nil)
    }
}
