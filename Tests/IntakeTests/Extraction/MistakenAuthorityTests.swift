import Mail
import Testing

@testable import Intake

@Suite("Who is not taken for an authority") struct MistakenAuthorityTests {
    private let extractor = Extractor(gazetteer: Shipped.gazetteer)

    private func requester(_ from: String, _ text: String) -> Requester {
        let head = "From: \(from)\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        let message = Message(parsing: Array((head + text.replacing("\n", with: "\r\n")).utf8))
        return extractor.requester(from: message.from.first, subject: "", reading: read(message))
    }

    @Test(
        "another town, of which the writer has heard",
        arguments: [
            "La ville de Rennes nous a parlé de vous. Comment faire comme eux ?",
            "Bonjour, ma collègue Anne Morel de la ville de Rennes nous a parlé de vous.",
        ]
    )
    func heard(text: String) {
        let found = requester("Luc Petit <l.petit@ville-lannion.example>", text + "\nLuc Petit")
        #expect(found.insee == "22113")
    }

    @Test(
        "where a function is exercised that authorities seldom have",
        arguments: [
            "Je suis étudiant à Rennes et je fais un mémoire.",
            "je suis journaliste à Rennes et je prépare un article.",
            "Je suis agent immobilier à Lannion et je cherche les plans du cadastre.",
        ]
    )
    func elsewhere(text: String) {
        let found = requester("Paul Durand <p.durand@gmail.example>", text + "\nPaul Durand")
        #expect(found.authorities.isEmpty)
        #expect(found.organisation == nil)
    }

    @Test(
        "an authority that is spoken of or complained about",
        arguments: [
            "Secrétaire de mairie, j'ai lu l'article sur ce que vous avez fait avec la ville de Lannion.",
            "Lannion-Trégor Communauté ne ramasse plus mes poubelles depuis trois semaines.",
        ]
    )
    func spokenOf(text: String) {
        let found = requester("Eve Noir <eve.noir@gmail.example>", text)
        #expect(found.authorities.isEmpty)
    }

    @Test("an authority that tells what it lacks")
    func lacks() {
        let text =
            "La mairie de Lannion ne dispose pas d'outil pour la cantine, que proposez-vous ?"
        #expect(requester("pdurand@free.example", text).insee == "22113")
    }

    @Test("whose work it is")
    func work() {
        let from = "Paul Durand <p.durand@free.example>"
        let husband = "Mon mari travaille à la mairie de Lannion. Je cherche un logement."
        #expect(requester(from, husband + "\nFrançoise Durand").authorities.isEmpty)
        let own = requester(from, "Je travaille à la mairie de Lannion et cherche un outil.")
        #expect(own.insee == "22113")
    }

    @Test("a resident of the place de la Mairie")
    func street() {
        let text = "Comment faire pour ma carte d'identité ?\nPaul Durand\n"
        let from = "Paul Durand <p.durand@orange.example>"
        let resident = requester(from, text + "4, place de la Mairie\n22300 Lannion")
        #expect(resident.authorities.isEmpty)
        let office = requester(from, text + "Mairie, 4 rue de la Paix\n22300 Lannion")
        #expect(office.insee == "22113")
    }

    @Test("one of several homonyms tells no département")
    func circle() {
        let text = "Je suis adjointe au maire d'Aix.\nAnne Morel"
        let found = requester("Anne Morel <a.morel@gmail.example>", text)
        #expect(found.authorities.count > 1)
        #expect(found.department == nil)
    }

    @Test(
        "who did something to the writer",
        arguments: [
            ("Bonjour, la CC du Pays de Fayence nous a dit de vous écrire.", nil),
            ("La ville de Lannion me demande de payer une taxe.", nil),
            ("Mairie de Lannion nous cherchons un outil", "commune:22113"),
        ] as [(String, String?)]
    )
    func acting(text: String, code: String?) {
        let found = requester("Paul Durand <p.durand@free.example>", text + "\nPaul Durand")
        #expect(found.authorities.map(\.code.text) == [code].compactMap(\.self))
    }
}
