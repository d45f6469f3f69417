import Foundation
import Testing

@testable import French

@Suite("Conjugation") struct ConjugationTests {
    /// A verb and its forms, tense by tense.
    struct Verb: Sendable, CustomTestStringConvertible {
        var infinitive: String
        var tenses: [(name: String, forms: [String])] = []

        var testDescription: String { infinitive }
    }

    /// The blocks of `Fixtures/conjugations.txt`.
    static let verbs: [Verb] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/conjugations.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var verbs: [Verb] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":")
            if parts.count == 1 {
                verbs.append(Verb(infinitive: String(line)))
            } else {
                let name = parts[0].drop { $0 == " " }
                let forms = parts[1].split(separator: " ").map(String.init)
                verbs[verbs.count - 1].tenses.append((String(name), forms))
            }
        }
        return verbs
    }()

    @Test("every tense that mails use is there", arguments: verbs)
    func tenses(verb: Verb) throws {
        let forms = Set(try #require(Conjugation.forms(of: verb.infinitive)))
        for tense in verb.tenses {
            #expect(tense.forms.filter { !forms.contains($0) } == [], "\(tense.name)")
        }
    }

    @Test("the table is long")
    func size() {
        #expect(ConjugationTests.verbs.count >= 140)
        #expect(ConjugationTests.verbs.filter { $0.tenses.count < 4 }.map(\.infinitive) == [])
    }

    @Test("irregular verbs are many")
    func irregulars() { #expect(IrregularVerbs.infinitives.count >= 240) }

    @Test("an irregular verb has its infinitive first, and few forms twice")
    func firstForm() {
        for infinitive in IrregularVerbs.infinitives {
            #expect(Conjugation.forms(of: infinitive)?.first == infinitive)
        }
    }

    @Test(
        "the spelling of 1990 is known too",
        arguments: [
            ("connaître", "connaitre connait connaitra connaitrions"),
            ("connaitre", "connaître connaît connaissons connu"),
            ("accroître", "accroitre accroit accroitrait"), ("paraitre", "parait parut"),
            ("renouveler", "renouvelle renouvèle renouvellerons renouvèlerons"),
            ("régler", "réglera règlera"), ("assoir", "assois assoyons assis"),
        ]
    )
    func rectified(infinitive: String, expected: String) throws {
        let forms = Set(try #require(Conjugation.forms(of: infinitive)))
        #expect(expected.split(separator: " ").filter { !forms.contains(String($0)) } == [])
    }

    @Test(
        "some verbs are no verbs of the model they resemble",
        arguments: [
            ("acheter", "achette"), ("geler", "gelle"), ("peler", "pelle"), ("celer", "celle"),
            ("appeler", "appèle"), ("jeter", "jète"), ("projeter", "projète"),
            ("indexer", "indèxe"), ("briefer", "brièfe"), ("tweeter", "tweète"),
            ("avoir", "avant"), ("savoir", "savant"), ("savoir", "save"), ("pouvoir", "peuve"),
            ("vouloir", "veule"), ("valoir", "vale"), ("devoir", "dûe"), ("falloir", "faudrons"),
            ("falloir", "falloirs"), ("accroître", "acaccru"),
            ("inclure", "inclu"), ("exclure", "excluse"),
            ("prévoir", "préverra"), ("accueillir", "accueillira"), ("courir", "courirai"),
            ("mourir", "mourirai"), ("envoyer", "envoyerai"), ("résoudre", "résoudons"),
            ("étudier", "étudiants"), ("étudier", "étudiante"), ("habiter", "habitants"),
            ("assister", "assistante"), ("représenter", "représentants"), ("partir", "partants"),
            ("courir", "courante"), ("manger", "mangons"), ("commencer", "commencons"),
            ("déléguer", "délégons"), ("étudier", "étudirai"), ("créer", "crérai"),
            ("aller", "alle"), ("agir", "agons"), ("partir", "partissons"),
            ("sortir", "sortissons"), ("finir", "finons"),
            ("mettre", "mettu"), ("prendre", "prendons"), ("peindre", "peindons"),
        ]
    )
    func keepsApart(infinitive: String, other: String) throws {
        #expect(!(try #require(Conjugation.forms(of: infinitive))).contains(other))
    }

    @Test(
        "other words in -er, -ir and -re are no verbs",
        arguments: [
            "hier", "dossier", "courrier", "greffier", "usager", "foyer", "loyer", "danger", "cher",
            "février", "premier", "dernier", "léger", "étranger", "fer", "mer", "atelier", "papier",
            "plaisir", "avenir", "désir", "loisir", "chair", "clair", "éclair", "pair", "soir",
            "noir", "espoir", "couloir", "ordre", "moindre", "cendre", "gendre", "titre", "autre",
            "maire", "centre", "libre", "notre", "lettre", "registre", "territoire", "particulier",
        ]
    )
    func noVerb(word: String) { #expect(Conjugation.forms(of: word) == nil) }
}
