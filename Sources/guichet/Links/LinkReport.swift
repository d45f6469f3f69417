import Correspondence
import Foundation
import Transport

/// What those who keep the tables read of their links, in French.
struct LinkReport {
    var links: [ListedLink]
    var findings: [String: PageFinding]

    private func finding(_ link: ListedLink) -> PageFinding {
        findings[link.address] ?? .notAnAddress
    }

    var hasDeadLinks: Bool { links.contains { !finding($0).isGood } }

    /// The addresses that may be given a date today: not of a page that moved, which somebody has to
    /// look at first.
    var goodAddresses: Set<String> { Set(findings.filter { $0.value == .answers }.keys) }

    /// A paragraph for each link that wants attention, then the counts.
    var text: String {
        let wanted = links.filter { finding($0) != .answers }
        let paragraphs = wanted.map { link in
            let what = TextLayout.wrap(Self.words(finding(link)), to: TextLayout.columns - 4)
            let lines = [TextLayout.line(link.address)] + what
            let title = TextLayout.line(link.title)
            return "\(link.file):\(link.line) : \(title)\n"
                + lines.map { "    \($0)\n" }.joined()
        }
        return paragraphs.map { $0 + "\n" }.joined() + counts
    }

    private var counts: String {
        let good = links.count { finding($0).isGood }
        let moved = links.count { link in
            if case .moved = finding(link) { true } else { false }
        }
        let dead = links.count - good
        let update = moved == 0 ? "" : ", dont \(moved) à mettre à jour"
        return
            "\(Self.count(links.count, "lien")) : \(good) répond\(good > 1 ? "ent" : "")\(update) ; "
            + "\(dead) ne répond\(dead > 1 ? "ent" : "") pas comme il faut.\n"
    }

    static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count > 1 ? "s" : "")"
    }

    /// What was found, and what to do.
    static func words(_ finding: PageFinding) -> String {
        let address = { (text: String) in TextLayout.line(text.prefix(300)) }
        return switch finding {
        case .answers: "la page répond"
        case .moved(let new): "adresse à mettre à jour, la page a déménagé : \(address(new))"
        case .refused(let status): words(status: status)
        case .endlessRedirects:
            "plus de \(PageProbe.maximumRedirects) redirections, sans arriver à une page ; "
                + "ouvrez le lien et notez l'adresse où il mène"
        case .misdirected(let new):
            "le lien mène à une adresse qui n'est pas en https:// (\(address(new))) ; "
                + "cherchez la bonne"
        case .untrusted(let why):
            "le certificat du site n'est pas bon, un navigateur avertirait le lecteur : "
                + "\(address(why)) ; prévenez le site, ou retirez le lien"
        case .noSuchHost: "ce site n'existe pas, ou plus ; corrigez l'adresse ou retirez le lien"
        case .unreachable(let why):
            "le site n'accepte pas la connexion : \(address(why)) ; réessayez demain"
        case .silent: "le site ne répond pas à temps ; réessayez demain"
        case .broken(let why): "la réponse du site est incomprise : \(address(why))"
        case .notAnAddress:
            "ce n'est pas une adresse ; elle commence par https:// et n'a pas d'espace"
        }
    }

    private static func words(status: Int) -> String {
        switch status {
        case 404: "page introuvable (404) ; corrigez l'adresse ou retirez le lien"
        case 410: "page supprimée (410) ; retirez le lien"
        case 401, 403:
            "le site refuse cette visite (\(status)), peut-être aux seuls automates ; "
                + "ouvrez le lien dans un navigateur"
        case 429: "le site demande d'attendre (429) ; réessayez demain"
        case 500...: "le site est en panne (\(status)) ; réessayez demain"
        default: "le site répond \(status) ; ouvrez le lien dans un navigateur"
        }
    }
}
