/// A template that cannot be used, pointing at the character to change.
package struct TemplateError: Error, Hashable, CustomStringConvertible {
    package var file: String
    /// Both count from 1; the column counts characters, as editors do.
    package var line: Int
    package var column: Int
    package var problem: Problem

    package init(file: String, line: Int, column: Int, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }

    package enum Problem: Hashable, Sendable {
        /// The tag's opening mark, and the mark that was not found after it.
        case unclosedTag(opening: String, expected: String)
        case emptyTag
        case spaceInName(String)
        case badDelimiters
        case unclosedSection(String)
        case unopenedSection(String)
        case crossedSection(open: String, closed: String)
        case tooDeep(limit: Int)
        case badPartialName(String)
        case unreadable(reason: String)
        case tooLarge(limit: Int)
        case missingPartial(String)
        case recursivePartial(String)
        /// More partials in each other than any letter has.
        case endless
        /// A letter without words.
        case blank
        case unknownName(String, nearest: String?)
        /// A name that has a value only inside the passage of another.
        case outOfPlace(String, owner: String?)
        /// A value of others that the page would take as it is.
        case raw(String)
        /// The frame does not print the letter, or prints its tags as words.
        case noContent
        /// The frame would fetch something, or run it.
        case active(String)
    }

    /// For those who write the letters, so in French.
    package var description: String { "\(file):\(line):\(column) : \(finding)" }

    private var finding: String {
        switch problem {
        case .unclosedTag(let opening, let expected):
            "« \(opening) » est ouvert mais jamais refermé ; ajoutez « \(expected) »"
        case .emptyTag:
            "il manque un nom entre les accolades ; écrivez-en un, ou supprimez-les"
        case .spaceInName(let name):
            // A name that runs on to the next tag lost its braces.
            name.contains { $0.isNewline || $0 == "{" || $0 == "}" }
                ? "« {{\(name.prefix { $0.isLetter || $0 == "_" || $0 == "-" }) » n'est pas refermé ; "
                    + "ajoutez les deux accolades « }} »"
                : "« \(name) » contient une espace ; un nom s'écrit d'un seul tenant"
        case .badDelimiters:
            "un changement d'accolades s'écrit {{=<% %>=}} : deux marques séparées par une espace"
        case .unclosedSection(let name):
            "le passage « {{#\(name)}} » n'est pas terminé ; ajoutez « {{/\(name)}} » à sa fin"
        case .unopenedSection(let name):
            "« {{/\(name)}} » termine un passage qui n'a pas commencé ; "
                + "ajoutez « {{#\(name)}} » avant, ou supprimez-le"
        case .crossedSection(let open, let closed):
            "« {{/\(closed)}} » arrive avant la fin du passage « \(open) » ; "
                + "écrivez d'abord « {{/\(open)}} »"
        case .tooDeep(let limit):
            "plus de \(limit) passages emboîtés ; écrivez plus simplement"
        case .badPartialName(let name):
            "« \(name) » ne peut pas être un nom de fichier ; "
                + "employez des lettres sans accent, des chiffres, « _ » et « - »"
        case .unreadable(let reason):
            "fichier illisible (\(reason)) ; vérifiez son nom, "
                + "et enregistrez-le avec l'encodage UTF-8"
        case .tooLarge(let limit):
            "fichier de plus de \(limit / 1024) Ko ; un courrier tient en quelques lignes"
        case .outOfPlace(let name, let owner):
            "« \(name) » n'a pas de valeur à cet endroit"
                + (owner.map {
                    " ; il en a une entre « {{#\($0)}} » et « {{/\($0)}} »"
                } ?? " ; corrigez ou supprimez-le")
        case .raw(let name):
            "« {{{\(name)}}} » laisserait un texte devenir du code ; "
                + "écrivez « {{\(name)}} », avec deux accolades"
        case .noContent:
            "le courrier n'est pas dans son cadre ; "
                + "ajoutez « {{{contenu}}} », avec trois accolades"
        case .active(let mark):
            "« \(mark) » irait chercher ou exécuter autre chose que le courrier, que les messageries "
                + "bloquent ; supprimez-le"
        case .blank:
            "ce courrier est vide ; rétablissez son texte"
        case .missingPartial(let name):
            "le fichier « \(name).mustache » n'existe pas ; créez-le ou corrigez le nom"
        case .recursivePartial(let name):
            "« {{> \(name)}} » finit par s'insérer lui-même ; supprimez-le"
        case .endless:
            "des morceaux s'insèrent les uns dans les autres sans fin ; écrivez plus simplement"
        case .unknownName(let name, let nearest):
            "« \(name) » n'existe pas"
                + (nearest.map { " ; vouliez-vous « \($0) » ?" } ?? " ; corrigez ou supprimez-le")
        }
    }
}
