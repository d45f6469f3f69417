import Testing

@testable import Intake

/// Signatures where the From field names nobody.
@Suite("Signatures from shared mailboxes") struct SharedMailboxTests {
    @Test("a name signs though the sender is not known by it", arguments: bodies)
    func signed(_ text: String) {
        MarkedBody(text, by: "Accueil", at: "accueil", text).check()
    }

    private static let bodies = [
        "Ok pour moi mais pas avant 18h\nS|Alain",
        "tu peux passer prendre les clés demain\nS|kevin",
        "On passera samedi prendre les clés.\n\nS|josiane et marcel",
        "le devis est signé depuis hier.\n\nS|n.p.",
        "Où en est le devis ?\n\nS|Nathalie Perrin - responsable des achats - 02 96 00 00 00",
        "La poubelle est pleine.\nS|Bernard Petit (06 00 00 00 00)",
        "Le livre est arrivé.\n\nS|Odile Kermarrec\nS|Médiathèque",
        "Le livre est arrivé.\n\nS|Le secrétariat",
        // A name that the line above waits for is content.
        "Je viendrai avec Paul et\nAlain",
        "Il faut demander à\nOdile",
        "Le numéro de l'électricien ?\n\nLouis Morel, 06 00 00 00 00\n\nS|Denis",
    ]
}
