/// A file of facts that cannot be used, pointing at the character to change.
package struct FactsError: Error, Hashable, CustomStringConvertible {
    package var file: String
    /// Both count from 1; the column counts characters, as editors do.
    package var line: Int
    package var column: Int
    package var problem: Problem

    package enum Problem: Hashable, Sendable {
        case notAnEntry
        case badSection(String)
        case repeatedSection(String, firstLine: Int)
        case entryBeforeSection
        case unknownKey(String, nearest: String?)
        case repeatedKey(String)
        case missingKey(String, fact: String)
        case badDate(String)
        case unclosedQuote
        case missingSource(fact: String)
        case badLink(String)
        case badDelay(String)
        case badTelephone(String)
        case unprintable(UInt32)
        case braces(String)
        case unlikeEnds(fact: String)
        case missingFact(String, meant: String?)
    }

    /// For those who keep the facts, so in French.
    package var description: String { "\(file):\(line):\(column) : \(finding)" }

    private var finding: String {
        switch problem {
        case .notAnEntry:
            "ligne incomprise ; écrivez « clé = valeur », « [nom] » ou « # commentaire »"
        case .badSection(let name):
            "« \(name) » ne peut pas nommer un fait ; "
                + "écrivez « [nom] », avec des lettres sans accent, des chiffres et « _ »"
        case .repeatedSection(let name, let firstLine):
            "le fait « \(name) » existe déjà ligne \(firstLine) ; gardez-en un seul"
        case .entryBeforeSection:
            "cette ligne n'appartient à aucun fait ; écrivez d'abord « [nom] »"
        case .unknownKey(let key, let nearest):
            "« \(key) » n'existe pas ; "
                + (nearest.map { "vouliez-vous « \($0) » ?" }
                    ?? "écrivez valeur, source, responsable, revoir_le ou repli")
        case .repeatedKey(let key):
            "« \(key) » est déjà rempli pour ce fait ; gardez une seule ligne"
        case .missingKey(let key, let fact):
            "il manque « \(key) » au fait « \(fact) » ; ajoutez la ligne « \(key) = »"
        case .badDate(let text):
            "« \(text) » n'est pas une date ; écrivez l'année, le mois, le jour : 2027-06-30"
        case .unclosedQuote:
            "guillemet non fermé ; ajoutez « \" » à la fin de la valeur"
        case .badLink(let text):
            "« \(text) » n'est pas une adresse ; elle commence par https:// ou http://, "
                + "sans espace, comme https://territoires.store/"
        case .badDelay(let text):
            "« \(text) » n'est pas un nombre de jours ; écrivez un nombre entier de 1 à "
                + "\(FactKind.longestDelay), ou rien : aucune date n'est alors annoncée"
        case .badTelephone(let text):
            "« \(text) » n'est pas un numéro de téléphone ; écrivez-le comme 01 85 58 60 00"
        case .unprintable(let scalar):
            "caractère invisible ou de mise en page (\(Self.name(scalar))) ; "
                + "effacez-le, et retapez une espace s'il en faut une"
        case .braces(let braces):
            "« \(braces) » : un fait ne se remplit pas ; écrivez les mots eux-mêmes"
        case .unlikeEnds(let fact):
            "la valeur et le repli de « \(fact) » prennent la même place ; "
                + "terminez les deux par un point, ou aucun des deux"
        case .missingFact(let name, let meant?):
            "le fait « \(name) » manque ; est-ce « \(meant) » mal écrit ? écrivez « [\(name)] »"
        case .missingFact(let name, nil):
            "le fait « \(name) » manque ; ajoutez à la fin la section « [\(name)] », avec valeur, "
                + "source, responsable, revoir_le et repli ; sa valeur peut rester vide"
        case .missingSource(let fact):
            "le fait « \(fact) » a une valeur mais pas de source ou de responsable ; remplissez-les"
        }
    }

    /// As in U+00AD.
    private static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
