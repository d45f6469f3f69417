import Casework
import Correspondence
import Foundation
import Mail
import Sandbox

/// What the demonstration tells a person at a terminal, in French.
struct DemoText {
    let style: TextStyle
    /// How the program is called, and the folder as a person would type it.
    let program: String
    let folder: String

    // MARK: Before

    func opening(mailCount: Int, stage: DemoStage) -> String {
        var page = LabelledText(style: style)
        page.blank()
        page.rule("guichet : la démonstration")
        page.paragraph(
            "\(mailCount) courriers arrivent dans la boîte \(DemoStage.address.addrSpec). "
                + "Le vrai service les lit, les comprend, y répond et prévient l'équipe."
        )
        page.paragraph(
            "Les personnes sont inventées, et rien ne sort de cette machine : le serveur de "
                + "messagerie est dans le programme (IMAP \(stage.server.imapPort), SMTP "
                + "\(stage.server.smtpPort), sur \(stage.server.host))."
        )
        page.blank()
        return page.text
    }

    // MARK: Each message

    func entry(_ entry: DemoStory.Entry, in story: DemoStory) -> String {
        let account = entry.account
        var page = LabelledText(style: style)
        page.rule("\(entry.number) · \(account.outcome)")
        SimulationText.head(of: account, in: &page)
        // Two lines at most.
        let opening = account.opening.map { "« \(TextLayout.shortened($0, to: 120)) »" }
        page.field("DIT", [opening].compactMap(\.self), .faint)
        SimulationText.understanding(of: account, in: &page)
        answer(account, in: &page)
        told(account, in: &page)
        for mail in account.decision.mails {
            if let refusal = story.refusal(of: mail) {
                page.field("NON REMIS", [refusal], .question)
            }
        }
        page.blank()
        return page.text
    }

    private func answer(_ account: MessageAccount, in page: inout LabelledText) {
        if let silence = account.silence { page.field("RÉPONDU", ["rien : \(silence)"], .faint) }
        guard let mail = account.answer else { return }
        let (label, rendition): (String, TextStyle.Rendition) =
            switch mail.role {
            case .clarification: ("QUESTION", .question)
            case .acknowledgement: ("ACCUSÉ", .good)
            default: ("RÉPONDU", .good)
            }
        let essence = LetterEssence.lines(of: Message(parsing: mail.bytes).text)
        page.field(label, essence, rendition, limit: 2)
    }

    private func told(_ account: MessageAccount, in page: inout LabelledText) {
        let told = account.staffMails.flatMap { Message(parsing: $0.bytes).to }
            .map(MessageAccount.name)
        page.field(
            "PRÉVENU",
            [
                told.isEmpty
                    ? "personne ; le journal en garde la trace" : told.joined(separator: ", ")
            ],
            told.isEmpty ? .faint : .plain
        )
    }

    // MARK: After

    /// What staff read the next working morning: what waits in a word, what was set aside in full.
    func recap(_ mail: QueuedMail) -> String {
        var page = LabelledText(style: style)
        page.rule("Et chaque matin ouvré, à 8 h 30 · le récapitulatif de l'équipe")
        page.field("OBJET", [mail.subject], .bold)
        let lines = Message(parsing: mail.bytes).text.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let part = lines.drop { !$0.hasPrefix("ÉCARTÉS") }.prefix { !$0.isEmpty }
        page.field("ÉCARTÉS", ["répondre « récupérer 1 » ouvre un dossier au message repris"])
        for line in part { page.verbatim(String(line.dropFirst(Self.recapLabel)), .faint) }
        page.blank()
        return page.text
    }

    /// Columns of the labels in a recap.
    private static let recapLabel = 12

    func closing(_ story: DemoStory, seconds: Double, isListening: Bool) -> String {
        var page = LabelledText(style: style)
        page.rule("Bilan")
        page.paragraph(Self.counts(story).joined(separator: " ; ") + ".")
        page.paragraph(
            "En \(Self.figure(seconds)) secondes, chaque étape écrite au journal avant d'être faite."
        )
        page.blank()
        page.field("DOSSIER", [folder], .bold)
        files(in: &page)
        page.blank()
        page.field("REGARDER", ["depuis ce dossier :"])
        page.verbatim("less -S store/journal/*.jsonl", .bold)
        page.verbatim("jq -c 'select(.type == \"case.opened\")", .bold)
        page.verbatim("  | [.case, .kind, .offers]' store/journal/*.jsonl", .bold)
        page.blank()
        page.field("ESSAYER", ["la suite :"])
        if !isListening { page.verbatim("\(program) demo --listen", .bold) }
        page.verbatim("\(program) simulate --text VOTRE-COURRIER.eml", .bold)
        page.verbatim("\(program) config example > guichet.conf", .bold)
        page.blank()
        page.paragraph(
            "Ici les réponses partent aussitôt. Une vraie installation commence par « answers = "
                + "hold » : chaque réponse attend l'accord d'un agent."
        )
        page.blank()
        return page.text
    }

    private func files(in page: inout LabelledText) {
        let files = [
            ("index.html", "la page : chaque courrier à côté de sa réponse"),
            ("received/ sent/", "les courriers reçus et envoyés (.eml)"),
            ("recap.eml", "le récapitulatif, comme l'équipe le lirait"),
            ("store/journal/", "le journal : un fait par ligne, en JSON"),
            ("service.log", "ce que le service dit à qui l'exploite"),
        ]
        for (name, what) in files {
            page.verbatim(name + String(repeating: " ", count: 17 - name.count) + what)
        }
    }

    /// As in `15 messages reçus`, `11 dossiers`.
    static func counts(_ story: DemoStory) -> [String] {
        let answers = story.mailCount(.reply)
        let acknowledgements = story.mailCount(.acknowledgement)
        let questions = story.mailCount(.clarification)
        return [
            counted(story.entries.count, "message reçu", "messages reçus"),
            counted(story.caseCount, "dossier", "dossiers"),
            counted(answers, "réponse", "réponses"),
            counted(questions, "question posée", "questions posées"),
            counted(acknowledgements, "accusé", "accusés"),
            counted(story.mailCount(.staffSummary), "résumé à l'équipe", "résumés à l'équipe"),
            counted(story.silentCount, "message laissé", "messages laissés") + " sans réponse",
        ]
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count < 2 ? one : many)"
    }

    private static func figure(_ seconds: Double) -> String {
        String(format: "%.1f", seconds).replacingOccurrences(of: ".", with: ",")
    }

    // MARK: Listening

    /// Whose mailbox a person may use; any other address would do.
    static let writer = "maire@ma-commune.example"

    func listening(_ stage: DemoStage) -> String {
        let server = stage.server
        var page = LabelledText(style: style)
        page.rule("Le guichet reste ouvert (Ctrl-C pour le fermer)")
        page.paragraph(
            "Écrivez à \(DemoStage.address.addrSpec) avec le logiciel de votre choix, et lisez la "
                + "réponse dans la boîte d'où vous avez écrit. Chaque adresse a la sienne, et reçoit, "
                + "comme en vrai, au plus \(Budget().perAddress) réponses par jour."
        )
        page.blank()
        page.field("IMAP", ["\(server.host), port \(server.imapPort), sans chiffrement"])
        page.field("SMTP", ["\(server.host), port \(server.smtpPort), sans chiffrement"])
        page.field("COMPTE", ["\(Self.writer), ou toute autre adresse"])
        page.field("SECRET", ["\(server.password) (le même pour toutes les boîtes)"])
        page.field("ÉQUIPE", [DemoStage.routing.everyone.map(\.addrSpec).joined(separator: ", ")])
        page.blank()
        page.field("MUTT", ["écrire et lire :"])
        page.verbatim("mutt -n -F \(folder)/\(DemoFolder.muttName)", .bold)
        page.field("CURL", ["lire la dernière réponse :"])
        page.verbatim("curl --user \(Self.writer):\(server.password) \\", .bold)
        page.verbatim("  'imap://\(server.host):\(server.imapPort)/INBOX;MAILINDEX=*'", .bold)
        page.blank()
        return page.text
    }

    /// A configuration for mutt, with which one command opens the mailbox of the writer.
    static func muttConfiguration(_ server: LoopbackServer) -> String {
        """
        # The mailbox of \(writer) on the demonstration's server:
        # mutt -n -F THIS-FILE
        set from = "\(writer)"
        set use_from = yes
        set realname = "Aline Prévost"
        set smtp_url = "smtp://\(server.host):\(server.smtpPort)/"
        set spoolfile = "imap://\(server.host):\(server.imapPort)/INBOX"
        set folder = "imap://\(server.host):\(server.imapPort)/"
        set imap_user = "\(writer)"
        set imap_pass = "\(server.password)"
        set ssl_starttls = no
        set ssl_force_tls = no
        set copy = no
        set header_cache = ""
        set timeout = 5
        set mail_check = 5
        set charset = utf-8
        set send_charset = "us-ascii:utf-8"
        alias guichet \(DemoStage.address.addrSpec)

        """
    }

    func trouble(_ detail: String) -> String {
        var page = LabelledText(style: style)
        page.field("ENNUI", [detail], .question)
        page.blank()
        return page.text
    }
}
