import Casework
import Foundation

/// How changes of state of the service are said in French.
enum IncidentWords {
    static func subject(_ notice: ServiceNotice) -> String { "[guichet] \(headline(notice))" }

    /// What has changed, as a sentence without its full stop.
    static func headline(_ notice: ServiceNotice) -> String {
        let part = notice.state.part
        if part == .gaps, notice.isOverAtOnce {
            return "Des messages de la boîte manquaient au journal, ils sont pris"
        }
        return notice.state.isFailing ? failing(part) : working(part)
    }

    private static func failing(_ part: ServicePart) -> String {
        switch part {
        case .mailbox: "La boîte n'est plus lue"
        case .delivery: "Les courriers ne partent plus"
        case .journal: "Le journal ne peut plus être écrit"
        case .rules: "Les nouvelles règles ou les nouveaux textes sont refusés"
        case .gaps: "Des messages de la boîte manquent au journal"
        case .withheld: "Le serveur ne donne pas certains messages de la boîte"
        }
    }

    private static func working(_ part: ServicePart) -> String {
        switch part {
        case .mailbox: "La boîte est de nouveau lue"
        case .delivery: "Les courriers partent de nouveau"
        case .journal: "Le journal peut de nouveau être écrit"
        case .rules: "Les règles et les textes sont de nouveau acceptés"
        case .gaps: "Plus aucun message de la boîte ne manque au journal"
        case .withheld: "Le serveur donne de nouveau tous les messages"
        }
    }

    /// What follows from it for those who write, and for the service.
    static func consequence(_ part: ServicePart) -> String {
        switch part {
        case .mailbox: "Les messages y restent et seront pris ensuite."
        case .delivery: "Ils attendent dans le journal et partiront ensuite."
        case .journal: "Rien n'est classé ni envoyé ; les messages restent dans la boîte."
        case .rules: "Le service continue avec les règles et les textes d'avant."
        case .gaps: "Ils sont plus anciens que d'autres déjà classés : le service les redemande."
        case .withheld: "Les autres sont classés ; ceux-là sont redemandés régulièrement."
        }
    }

    static func cause(_ fault: ServiceFault) -> String? {
        switch fault {
        case .credentialsRefused: "le serveur refuse l'identifiant ou le mot de passe"
        case .certificateUntrusted: "le certificat du serveur n'est pas reconnu"
        case .tlsUnavailable: "le serveur n'accepte pas de connexion chiffrée"
        case .unreachable: "le serveur est injoignable"
        case .timedOut: "le serveur ne répond pas"
        case .closed: "le serveur coupe la connexion"
        case .protocolViolation: "la réponse du serveur est incompréhensible"
        case .mailboxMissing: "le dossier n'existe pas"
        case .refusedByServer: "le serveur refuse"
        case .notWritable, .notUsable, .messagesMissed: nil
        }
    }

    static func todo(_ state: ServiceState) -> [String] {
        let section = state.part == .delivery ? "[delivery]" : "[mailbox]"
        switch state.fault {
        case .credentialsRefused:
            return ["vérifier user et password_file de \(section)", check]
        case .certificateUntrusted:
            return ["vérifier le certificat du serveur et ca_file de \(section)", check]
        case .tlsUnavailable: return ["vérifier url de \(section)", check]
        case .unreachable, .timedOut, .closed:
            return ["voir si le serveur et le réseau marchent", check]
        case .protocolViolation, .refusedByServer:
            return ["demander à qui administre le serveur", check]
        case .mailboxMissing: return ["créer le dossier, ou corriger url de [mailbox]", check]
        case .notWritable:
            return ["voir la place libre du disque et les droits du dossier `store`"]
        case .notUsable: return ["corriger ce que dit le détail, puis recharger le service"]
        case .messagesMissed:
            return ["ouvrir ces messages dans la boîte, et répondre s'il le faut"]
        }
    }

    private static let check = "« guichet check » dit ce qui marche et ce qui manque"

    static func nextTry(_ notice: ServiceNotice) -> String {
        if notice.endsService { return "aucun : le service s'est arrêté, relancez-le ensuite" }
        if let date = notice.nextTry { return "au plus tard le \(FrenchDates.short(date))" }
        switch notice.state.part {
        case .delivery: return "avec le prochain courrier à envoyer"
        case .rules: return "au prochain rechargement"
        case .mailbox, .journal, .gaps, .withheld: return "au prochain passage"
        }
    }

    static func waiting(_ notice: ServiceNotice) -> String? {
        let count = notice.waiting
        guard count > 0 else { return nil }
        let plural = count > 1 ? "s" : ""
        let number = StaffWords.grouped(count)
        switch (notice.state.part, notice.state.isFailing) {
        case (.delivery, true): return "\(number) courrier\(plural) à envoyer"
        case (.delivery, false):
            return "jusqu'à \(number) courrier\(plural) ; le reste part maintenant"
        case (.mailbox, false), (.journal, false):
            return "\(number) message\(plural), maintenant classé\(plural)"
        default: return nil
        }
    }

    /// As in "2 h 05, du 8 sept. 8 h 02 au 8 sept. 10 h 07".
    static func lasted(from start: Date, to end: Date) -> String {
        let minutes = max(0, Int(end.timeIntervalSince(start) / 60))
        let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60)
        let length =
            if days > 0 {
                "\(days) jour\(days > 1 ? "s" : "") \(hours) h"
            } else if hours > 0 {
                "\(hours) h \(rest < 10 ? "0" : "")\(rest)"
            } else {
                minutes > 0 ? "\(rest) min" : "moins d'une minute"
            }
        return "\(length), du \(FrenchDates.short(start)) au \(FrenchDates.short(end))"
    }
}
