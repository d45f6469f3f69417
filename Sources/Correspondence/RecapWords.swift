import Casework
import Foundation

/// How the parts of the recap are said in French.
enum RecapWords {
    /// What sort of mail it was.
    static func name(_ sort: SetAsideList.Sort, count: Int = 1) -> String {
        let one = count == 1
        return switch sort {
        case .autoReply: one ? "réponse automatique" : "réponses automatiques"
        case .machine: one ? "message d'automate" : "messages d'automates"
        case .notification: one ? "notification" : "notifications"
        case .list: one ? "lettre ou liste de diffusion" : "lettres ou listes de diffusion"
        case .spam: one ? "indésirable" : "indésirables"
        case .calendar: one ? "invitation d'agenda" : "invitations d'agenda"
        case .receipt: one ? "accusé de lecture" : "accusés de lecture"
        case .bounce: "avis de remise"
        case .ownLoop: one ? "message du service à lui-même" : "messages du service à lui-même"
        case .refused: one ? "message hors limites" : "messages hors limites"
        case .copy: one ? "copie d'un message classé" : "copies de messages classés"
        case .duplicate: one ? "doublon" : "doublons"
        }
    }

    /// As in "reçu aujourd'hui" or "depuis 5 jours ouvrés".
    static func age(since: Date, now: Date) -> String {
        let days = WorkingDays.count(after: CivilDay(of: since), through: CivilDay(of: now))
        switch days {
        case 0: return "reçu aujourd'hui"
        case 1: return "depuis 1 jour ouvré"
        default: return "depuis \(days) jours ouvrés"
        }
    }

    /// What an answer said of when somebody calls, as in "annoncé AUJOURD'HUI", "annoncé le mar. 8 sept."
    /// or "annoncé le ven. 4 sept., EN RETARD de 2 jours ouvrés".
    static func promise(_ day: CivilDay, now: Date) -> String {
        let today = CivilDay(of: now)
        guard day != today else { return "annoncé AUJOURD'HUI" }
        let announced = "annoncé le \(FrenchDates.shortDay(day.noon))"
        guard day < today else { return announced }
        let days = WorkingDays.count(after: day, through: today)
        return
            "\(announced), EN RETARD de \(days) jour\(days > 1 ? "s" : "") ouvré\(days > 1 ? "s" : "")"
    }

    /// As in "2 à prendre, 1 accusé non remis, 3 écartés".
    static func counts(waiting: Int, undelivered: Int, setAside: Int) -> String {
        var parts = [waiting == 0 ? "rien à prendre" : "\(waiting) à prendre"]
        if undelivered > 0 {
            let plural = undelivered > 1 ? "s" : ""
            parts.append("\(undelivered) accusé\(plural) non remis")
        }
        let plural = setAside > 1 ? "s" : ""
        parts.append(setAside == 0 ? "rien d'écarté" : "\(setAside) écarté\(plural)")
        return parts.joined(separator: ", ")
    }

    /// Why a message had been set aside, and who took it back; empty where it was not.
    static func takenBack(_ takenBack: TakenBack?) -> [String] {
        guard let takenBack else { return [] }
        let message = takenBack.message
        let reason = message.reason.map { " : \(RecapLines.inert($0, limit: 120))" } ?? ""
        return [
            "écarté le \(FrenchDates.short(message.filedAt)), "
                + "\(name(SetAsideList.Sort(message)))\(reason)",
            "repris par \(LetterText.line(takenBack.by))",
        ]
    }

    // MARK: Failures

    /// Why a mail did not arrive, in plain words, with the server's code behind.
    static func failure(_ reply: String) -> String {
        let code = status(in: reply)
        let words = code.flatMap(words(for:)) ?? "refusé par le serveur"
        let shown = code ?? replyCode(in: reply)
        return shown.map { "\(words) (\($0))" } ?? words
    }

    /// The first enhanced status code (RFC 3463 §2).
    private static func status(in reply: String) -> String? {
        let words = reply.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
        return words.lazy.map(String.init).first { word in
            let parts = word.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 3 && ["4", "5"].contains(parts[0])
                && parts.dropFirst().allSatisfy { (1...3).contains($0.count) }
        }
    }

    private static func replyCode(in reply: String) -> String? {
        let numbers = reply.split { !($0.isASCII && $0.isNumber) }
        return numbers.lazy.map(String.init)
            .first { $0.count == 3 && ($0.hasPrefix("4") || $0.hasPrefix("5")) }
    }

    /// By subject and detail (RFC 3463 §3); the class says only how it ended.
    private static func words(for status: String) -> String? {
        let parts = status.split(separator: ".").map(String.init)
        guard parts.count == 3 else { return nil }
        switch (parts[1], parts[2]) {
        case ("1", "1"), ("1", "0"), ("1", "3"): return "adresse inconnue"
        case ("1", "2"): return "domaine inconnu"
        case ("1", "6"): return "boîte déménagée"
        case ("1", "10"): return "ce domaine ne reçoit pas de courrier"
        case ("2", "1"): return "boîte fermée"
        case ("2", "2"): return "boîte pleine"
        case ("2", "3"), ("3", "4"): return "message trop gros pour le destinataire"
        case ("4", "7"): return "serveur injoignable pendant des jours"
        case ("4", _): return "serveur du destinataire injoignable"
        case ("7", _): return "refusé par un filtre du destinataire"
        case ("3", _), ("5", _): return "refusé par le serveur du destinataire"
        case ("2", _), ("1", _): return "boîte ou adresse indisponible"
        default: return nil
        }
    }
}
