/// A line drawn above the mail that follows.
struct Separator: Sendable {
    enum Kind: Sendable {
        /// "-----Message d'origine-----".
        case original
        /// "---------- Forwarded message ---------".
        case forward
        /// A bare line of underscores or hyphens, or one with words not known here.
        case rule
    }

    var kind: Kind
    /// Whether it announces a mail even where no header line follows.
    var standsAlone: Bool
    /// Whether it has neither hyphens nor other words: a colon makes it one where header lines follow.
    var needsLabel = false
    /// "message du 12/11/26 10:12", as some webmails give the date.
    var date: String?
    /// "Message transféré de X <x@y>", as mutt and Horde name who wrote it.
    var author: String?
}

extension Separator {
    private static let longest = 160

    init?(_ line: BodyLine) {
        let bytes = line.folded.bytes
        guard bytes.count <= Self.longest else { return nil }
        if bytes.allSatisfy(Self.isMark) {
            guard bytes.prefix(while: { $0 != 0x20 }).count >= 5 else { return nil }
            self.init(kind: .rule, standsAlone: false)
            return
        }
        let marks = bytes.prefix { Self.isMark($0) && $0 != 0x20 }.count
        var inner = bytes.drop(while: Self.isMark)
        while let last = inner.last, Self.isMark(last) { inner.removeLast() }
        let isDrawn = marks >= 2 && bytes.suffix(2).allSatisfy { Self.isMark($0) && $0 != 0x20 }
        // A title is short, and nothing else needs its words.
        guard marks >= 2 || Self.mayBeTitle(inner) else { return nil }
        let title = Self.title(inner, of: line)
        if isDrawn, let named = Separator(naming: line) {
            self = named
        } else if let kind = Self.kind(of: title) {
            let isBare = kind == .forward && Self.bare.contains(Self.name(of: title))
            let isClosed = kind == .forward && title.last == ":"
            self.init(kind: kind, standsAlone: marks >= 2 || isBare || isClosed)
            needsLabel = marks < 2 && !isBare
        } else if marks >= 2, Self.copies.start(Wording(folded: inner)) {
            self.init(kind: .original, standsAlone: true)
        } else if Self.handedOn.start(Wording(folded: inner)), isDrawn || marks >= 2 {
            self.init(kind: .forward, standsAlone: true)
        } else if title.hasPrefix("message du ") || title.hasPrefix("message of ") {
            self.init(dated: line, isDrawn: marks >= 2)
        } else if isDrawn, marks >= 3, inner.split(separator: 0x20).count <= 5 {
            self.init(kind: .rule, standsAlone: false)
        } else {
            return nil
        }
    }

    /// "----- Forwarded message from X <x@y> -----".
    private init?(naming line: BodyLine) {
        let words = HeaderWord.words(of: [line]).drop(while: \.isMark)
        let keys = words.prefix(4).map(\.key)
        guard let title = Self.namings.first(where: { keys.starts(with: $0.words) }) else {
            return nil
        }
        let rest = words[(words.startIndex + title.words.count)...]
        let found = HeaderDate(in: rest)
        var name = rest[..<(found?.range.lowerBound ?? rest.endIndex)]
        while let last = name.last, last.isMark || ["le", "on", "am", "du"].contains(last.key) {
            name.removeLast()
        }
        if let address = name.lastIndex(where: \.hasAddress) { name = name[...address] }
        guard !name.isEmpty, title.kind == .forward || found != nil || name.last?.hasAddress == true
        else { return nil }
        let text = name.map { String($0.text) }.joined(separator: " ")
        self.init(kind: title.kind, standsAlone: true, date: nil, author: text)
        date = found.flatMap { HeaderDate.text(words[$0.range]) }
    }

    private struct Naming: Sendable {
        var words: [String]
        var kind: Kind

        static func list(_ phrases: String, _ kind: Kind) -> [Naming] {
            phrases.split(separator: "|").map { phrase in
                let words = phrase.split(whereSeparator: \.isWhitespace)
                return Naming(words: words.map { HeaderWord.key(of: $0) }, kind: kind)
            }
        }
    }

    private static let namings: [Naming] =
        Naming.list(
            """
            forwarded message from | message transféré de | mail transféré de |
            courriel transféré de | weitergeleitete nachricht von | mensaje reenviado de |
            messaggio inoltrato da | doorgestuurd bericht van | mensagem encaminhada de
            """,
            .forward
        )
        + Naming.list(
            """
            message from | message de | nachricht von | mensaje de | messaggio da |
            original message from | message original de
            """,
            .original
        )

    /// Whether the line ends a mail: "----- Fin du message transféré -----".
    static func ends(_ line: BodyLine) -> Bool {
        let bytes = line.folded.bytes
        guard bytes.count <= longest, bytes.prefix(while: isMark).count >= 3,
            bytes.last.map(isMark) == true
        else { return false }
        let inner = Wording(folded: bytes.drop(while: isMark))
        return inner.wordCount <= 9 && endings.start(inner)
    }

    private static let endings = WordingSet(
        """
        fin du message | fin du mail | fin du courriel | fin de message | end forwarded message |
        end of forwarded message | end message | end of message | end original message |
        end of original message | ende der weitergeleiteten | ende der nachricht |
        ende weitergeleitete | ende der originalnachricht | fin del mensaje | fin mensaje |
        fine messaggio | fine del messaggio | einde | fim da mensagem | finde del mensaje |
        final del mensaje | end of quoted | fin de la citation
        """
    )

    /// "> Message du 12/11/26 10:12", with a header under it.
    private init?(dated line: BodyLine, isDrawn: Bool) {
        let words = HeaderWord.words(of: [line])
        guard words.count <= 12, let found = HeaderDate(in: words[...]), found.hasDay else {
            return nil
        }
        self.init(kind: .original, standsAlone: isDrawn, date: HeaderDate.text(words[found.range]))
    }

    /// A cheap look at a line without hyphens: few letters, no digits but in "message du 3/11/2026".
    private static func mayBeTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 60 else { return false }
        return bytes.starts(with: "message ".utf8) || !bytes.contains(where: Wording.isDigit)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x5F || byte == 0x3D || byte == 0x2A || byte == 0x20 || byte == 0x23
            || byte == 0x7E
    }

    private static func title(_ inner: ArraySlice<UInt8>, of line: BodyLine) -> String {
        if !inner.contains(0x7F) { return String(decoding: inner, as: UTF8.self) }
        return HeaderWord.key(of: line.content)
    }

    private static func kind(of title: String) -> Kind? {
        let name = name(of: title)
        if forwardTitles.contains(name) { return .forward }
        return originalTitles.contains(name) ? .original : nil
    }

    /// Without the colon that may end it.
    private static func name(of title: String) -> String {
        var name = title[...]
        while let last = name.last, last == ":" || last == " " { name.removeLast() }
        return String(name)
    }

    private static func titles(_ list: String) -> Set<String> {
        Set(list.split(separator: "|").map { HeaderWord.key(of: $0.trimmingBlankEnds()) })
    }

    private static let originalTitles = titles(
        """
        message d'origine|message original|original message|mail original|courriel original
        |message initial|courrier original|mail d'origine|courriel d'origine|message precedent
        |reply message|message d origine|ursprüngliche nachricht|original appointment
        |rendez-vous d'origine|e-mail d'origine|e-mail original|mensaje original
        |oorspronkelijk bericht|originalnachricht|messaggio originale|messaggio originario
        |mensagem original|email original|original e-mail|original email|original mail
        |message original sous le texte|ursprungligt meddelande|originalmeddelande
        |oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna
        |oryginalna wiadomość|původní zpráva|původní e-mail|pôvodná správa|eredeti üzenet
        |mesaj original|mesajul original|özgün ileti|orijinal mesaj|исходное сообщение
        |оригинальное сообщение|оригінальне повідомлення|αρχικό μήνυμα|missatge original
        |thư gốc|pesan asli|原始邮件|原始郵件|元のメッセージ|원본 메시지|원본 메일|הודעה מקורית
        |الرسالة الأصلية|oorspronkelijke bericht|réponse au message|message cité|corresp. originale
        |message de départ|courrier d'origine|urspr. nachricht|original-nachricht
        """
    )
    private static let forwardTitles = titles(
        """
        forwarded message|message transféré|mail transféré|courriel transféré|message réexpédié
        |message transmis|forwarded mail|e-mail transféré|email transféré|courrier transféré|fwd
        |weitergeleitete nachricht|message fait suivre|weitergeleitete e-mail|weitergeleitete mail
        |mensaje reenviado|mensaje redirigido|messaggio inoltrato|messaggio reindirizzato
        |doorgestuurd bericht|doorgestuurde e-mail|mensagem encaminhada|mensagem reencaminhada
        |vidarebefordrat meddelande|vidarebefordrat mejl|videresendt meddelelse
        |videresendt besked|videresendt melding|välitetty viesti|edelleenlähetetty viesti
        |wiadomość przekazana|przekazana wiadomość|přeposlaná zpráva|přeposlaný e-mail
        |preposlaná správa|továbbított üzenet|továbbított levél|mesaj redirecționat
        |mesaj înaintat|iletilmiş ileti|yönlendirilen mesaj|iletilen ileti|iletilen mesaj
        |пересылаемое сообщение|пересланное сообщение|переслане повідомлення
        |προωθημένο μήνυμα|missatge reenviat|thư chuyển tiếp|tin nhắn đã chuyển tiếp
        |pesan terusan|pesan diteruskan|转发的邮件|转发邮件|轉寄郵件|轉寄的郵件|転送メッセージ
        |전달된 메시지|הודעה שהועברה|رسالة معاد توجيهها|الرسالة المعاد توجيهها
        |début du message réexpédié|début du message transféré|begin forwarded message
        |anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail
        |inicio del mensaje reenviado|inizio messaggio inoltrato|inizio del messaggio inoltrato
        |begin doorgestuurd bericht|início da mensagem encaminhada|início da mensagem reencaminhada
        |vidarebefordrat brev|start på videresendt besked|videresendt e-post
        |начало переадресованного сообщения|转发的信件|下面是被转发的邮件|début du message redirigé
        |début du courriel transféré|doorgestuurd e-mailbericht|courrier électronique transféré
        """
    )
    /// Titles that are one without hyphens or a colon.
    private static let bare: Set<String> = [
        "debut du message reexpedie", "begin forwarded message", "debut du message transfere",
    ]
    /// What mail servers write above a message that they return.
    private static let copies = WordingSet(
        """
        this is a copy of | below this line is a copy | original message follows | ceci est une copie |
        copie du message | message header follows | enclosed is a copy | returned message |
        enclosed are the original | the header of the original | message retourne |
        the body of the original | message headers follow
        """
    )
    /// Lotus Notes: "----- Transféré par X/ORG le 03/11/2026 10:12 -----".
    private static let handedOn = WordingSet(
        """
        transfere par | forwarded by | reachemine par | reexpedie par | retransmis par |
        weitergeleitet von | reenviado por | inoltrato da | doorgestuurd door | fait suivre par |
        encaminhado por | transmis par | redirige par | message transfere par | redirected by
        """
    )
}
