/// What a line such as "Envoyé : …" gives of a quoted mail's header.
enum HeaderLabel: Sendable {
    case from, sent, to, copy, subject, other
    /// "Envoyé", "Sent": a date by the names of mail programs; forms and letters rarely use them.
    case dispatched

    /// The field it stands for, whatever its name.
    var place: HeaderLabel { self == .dispatched ? .sent : self }

    private static let longestName = 28

    /// The label a line starts with, bold marks around it overlooked.
    init?(_ line: Wording) {
        guard let name = Self.name(of: line), let label = Self.names[name.key] else { return nil }
        self = label
    }

    /// The label of a line in any script.
    fileprivate init?(written line: Substring) {
        let start = line.unicodeScalars.prefix(Self.longestName)
        guard let first = start.first(where: \.properties.isAlphabetic),
            Self.initials.contains(first),
            let colon = start.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }),
            let label = Self.names[HeaderWord.key(of: Substring(start[..<colon]))]
        else { return nil }
        self = label
    }

    /// A line that is a label and nothing else, as Lotus Notes writes "Pour" and "Objet".
    init?(bare line: Wording) {
        guard line.count <= 14 else { return nil }
        let name = line.bytes.last == 0x3A ? Wording(folded: line.bytes.dropLast()) : line
        guard let label = Self.names[name.string], label != .other else { return nil }
        self = label
    }

    /// A label that a space ends, as eM Client writes below its separator.
    init?(spaced line: Wording) {
        guard let space = line.bytes.firstIndex(of: 0x20), space + 1 < line.count else {
            return nil
        }
        let name = String(decoding: line.bytes[..<space], as: UTF8.self)
        guard let label = Self.names[name], label != .other else { return nil }
        self = label
    }

    /// The words before a line's first colon, and whether something stands behind it.
    static func name(of line: Wording) -> (key: String, hasValue: Bool)? {
        let bytes = line.bytes
        let isMark = { (byte: UInt8) in byte == 0x2A || byte == 0x20 || byte == 0x5F }
        let start = bytes.firstIndex { !isMark($0) } ?? bytes.endIndex
        guard let colon = bytes[start...].prefix(longestName).firstIndex(of: 0x3A) else {
            return nil
        }
        var name = bytes[start..<colon]
        while let last = name.last, isMark(last) { name.removeLast() }
        let hasValue = !bytes[(colon + 1)...].allSatisfy(isMark)
        return (String(decoding: name, as: UTF8.self), hasValue)
    }
}

extension HeaderLabel {
    private static let names: [String: HeaderLabel] = {
        var names: [String: HeaderLabel] = [:]
        for (label, list) in written {
            for name in list.split(separator: "|") {
                names[HeaderWord.key(of: name.trimmingBlankEnds())] = label
            }
        }
        return names
    }()

    /// The letters that names start with, small and capital.
    private static let initials: Set<Unicode.Scalar> = {
        let firsts = written.flatMap { $0.1.split(separator: "|") }
            .compactMap { $0.trimmingBlankEnds().first.map(String.init) }
        return Set(firsts.flatMap { ($0 + $0.uppercased()).unicodeScalars })
    }()

    /// French and English first, then the languages of the programs met in Europe and beyond.
    private static let written: [(HeaderLabel, String)] = [
        (
            .from,
            """
            de|from|expéditeur|émetteur|de la part de|von|absender|da|mittente|van|afzender|fra|från|lähettäjä
            |od|nadawca|odesílatel|odosielateľ|feladó|de la|expeditor|kimden|gönderen|от|от кого|від
            |від кого|από|remitente|remetente|từ|dari|发件人|發件人|寄件者|差出人|送信者|送信元
            |보낸 사람|보낸사람|מאת|من
            """
        ),
        (
            .dispatched,
            """
            envoyé|envoyé le|sent|gesendet|gesendet am|enviado|enviado el|enviado em|enviada
            |enviada em|enviada el|inviato|inviato il|verzonden|verstuurd|sendt|skickat|skickad
            |lähetetty|wysłano|wysłane|odesláno|odoslané|elküldve|küldve|trimis|gönderildi
            |gönderilen|gönderme tarihi|отправлено|надіслано|στάλθηκε|enviat|enviat el|đã gửi|gửi
            |dikirim|发送时间|發送時間|寄件日期|送信日時|보낸 날짜|נשלח|تم الإرسال|sent on|sent at
            |date d'envoi|envoyé à|envoyée|envoyée le|envoyé(e) le
            """
        ),
        (
            .sent,
            """
            date|le|datum|fecha|data|dato|päivämäärä|päiväys|dátum|tarih|дата|ημερομηνία|ngày
            |tanggal|日期|日付|日時|날짜|תאריך|تاريخ|التاريخ|date et heure|date/heure|datum/zeit
            |reçu|reçu le|envoi|transmis le
            """
        ),
        (
            .to,
            """
            à|to|pour|an|destinataire|destinataires|destinataire(s)|para|per|aan|til|till
            |vastaanottaja|do|adresat|komu|pre|címzett|către|catre|kime|alıcı|кому|προς|per a|đến
            |kepada|收件人|收件者|宛先|받는 사람|받는사람|אל|إلى|empfänger|destinatario|destinatari
            |destinatário|ontvanger
            """
        ),
        (
            .copy,
            """
            cc|copie|copie à|cci|bcc|kopie|kopia|kopio|копия|копія|másolat|másolatot kap|bilgi
            |抄送|副本|참조|עותק|نسخة|dw|в копию|κοιν|cc to|cc à|copia|cópia|copies|en copie|ccn
            """
        ),
        (
            .subject,
            """
            objet|subject|sujet|betreff|thema|asunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět
            |predmet|tárgy|subiect|konu|тема|θέμα|assunto|assumpte|tema|chủ đề|tiêu đề|subjek|perihal|主题
            |主題|主旨|件名|제목|נושא|الموضوع|objet du message
            """
        ),
        (
            .other,
            """
            répondre à|reply-to|réponse à|importance|priorité|priority|pièces jointes|pièce jointe
            |pj|pièce(s) jointe(s)|attachments|attachment|anlagen|wichtigkeit|priorität|message-id
            |organisation|organization|sensibilité|sensitivity|resent-from|renvoyé par|envoyé par
            |newsgroups|groupes de discussion|prioridad|importancia|prioridade|importância
            |priorità|allegati|adjuntos|anexos|bijlagen|vedhæftede filer|antwort an|reply to
            |list-id|user-agent|x-mailer|ref|références|references|respond to|please respond to
            |categories|catégories|suivi|indicateur de suivi|resent-date|resent-to|où|where
            |confidentialité|confidentiality|sent by|sent from|vertraulichkeit|accusé de réception
            |date de renvoi|de (renvoi)|pour (renvoi)|copie à (renvoi)
            """
        ),
    ]

    /// What people and web forms call the fields of a form, an agenda or a signature.
    static func isFormField(_ key: String) -> Bool {
        formFields.contains(key)
            || key.split(separator: " ").first.map { formFields.contains(String($0)) } == true
    }

    private static let formFields: Set<String> = Set(
        """
        nom|prénom|noms|prénoms|commune|téléphone|tél|tel|portable|mobile|fax|courriel|mail|email
        |e-mail|adresse|ville|code|cp|code postal|message|organisme|fonction|structure|société
        |service|demande|civilité|siret|horaires|horaire|site|web|lieu|heure|heures|durée|tarif
        |ordre|participants|participant|contact|contacts|département|région|collectivité|mairie
        |profil|type|motif|besoin|budget|population|habitants|nombre|référence|numéro|n|dossier
        |statut|description|commentaire|commentaires|question|réponse|projet|animateur|inscription
        |inscriptions|accueil|permanence|réunion|rdv|rendez-vous|salle|visio|lien|url|début|fin
        |name|first name|last name|phone|address|city|company|job|position|title|website
        |comments|telephone|cell|when|where|time|location|place|organizer|meeting|name und vorname
        |vorname|telefon|firma|strasse|ort|plz|nachricht|uhrzeit|nombre y apellidos|teléfono
        |ciudad|mensaje|lugar|hora|nome|cognome|telefono|città|messaggio|luogo|ora|naam|plaats
        |bericht|cidade|mensagem|local|identifiant|login|mot de passe|objectif|échéance|entité
        |direction|pôle|standard|ligne directe|bureau|responsable|interlocuteur|élu|secrétariat
        |départ|arrivée|train|vol|auteur|créé|créée|créé le|créé par|assigné|assigné à|demandeur
        |priorité|titre|ouvert|ouverte|thème|organisé|organisateur|organisatrice|intervenant
        |catégorie|urgence|technicien|état|client|commande|facture|montant|total|prix|modèle
        |version|serveur|hôte|erreur|author|created|assigned|status|priority|category|title
        |ticket|severity|reporter|owner|room|host|start|end|duration|price|order|invoice
        |poste|horaires d'ouverture|ouverture|insee|epci|canton|pays|langue|ip|navigateur|page
        """
        .split(separator: "|").map { HeaderWord.key(of: $0.trimmingBlankEnds()) }
    )
}

extension BodyLine {
    /// The label that the content starts with, in any script.
    var headerLabel: HeaderLabel? {
        if let label { return label }
        guard folded.bytes.prefix(28).contains(0x7F) else { return nil }
        return HeaderLabel(written: content)
    }

    /// What stands behind the label's colon, bold marks taken off.
    var valueAfterLabel: String {
        let scalars = content.unicodeScalars
        guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else {
            return ""
        }
        return Substring(scalars[scalars.index(after: colon)...]).trimmingMarks()
    }
}

extension Substring {
    /// Without the spaces and asterisks of bold labels around it.
    func trimmingMarks() -> String {
        let isMark = { (character: Character) in character.isWhitespace || character == "*" }
        var rest = self
        while let last = rest.last, isMark(last) { rest.removeLast() }
        return String(rest.drop(while: isMark))
    }
}
