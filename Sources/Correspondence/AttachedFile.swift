import Mail

/// How staff read of a file that came with a message, of which nothing may be taken for another.
enum AttachedFile {
    /// As in `lettre.pdf (PDF, 240 Ko)`.
    static func words(_ attachment: Attachment) -> String {
        let kind = kind(of: attachment)
        let size = size(attachment.size)
        let name = attachment.filename.map(name) ?? ""
        return name.isEmpty ? "\(kind) sans nom (\(size))" : "\(name) (\(kind), \(size))"
    }

    /// As in `240 Ko`: of 1,000 octets, as the officer's own programs count or nearly so.
    static func size(_ octets: Int) -> String {
        switch octets {
        case ..<2: return "\(octets) octet"
        case ..<1_000: return "\(octets) octets"
        case ..<999_500: return "\((octets + 500) / 1_000) Ko"
        default:
            let tenths = (octets + 50_000) / 100_000
            return tenths % 10 == 0 ? "\(tenths / 10) Mo" : "\(tenths / 10),\(tenths % 10) Mo"
        }
    }

    // MARK: Name

    private static let longestName = 60

    /// The name on one line, all its extensions shown, nothing in it that hides or turns letters.
    ///
    /// Of a path the last part, which is what a mail program would save.
    static func name(_ text: String) -> String {
        let last = text.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let name = withFewMarks(LetterText.line(String(last)))
        guard name.count > longestName else { return name }
        // What says how it opens stands last, and is what must not be cut: `facture.pdf … .exe`.
        let ending = name.suffix(24)
        return "\(name.prefix(longestName - 24 - 3))[…]\(ending)"
    }

    /// Marks piled on a letter reach into the lines around it: no language has more than three.
    private static func withFewMarks(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: marks += 1
            default: marks = 0
            }
            if marks <= 3 { kept.append(scalar) }
        }
        return String(kept)
    }

    // MARK: Kind

    /// By the last extension, as Windows opens it, whatever the sender calls it; else by its type.
    static func kind(of attachment: Attachment) -> String {
        if let filename = attachment.filename {
            let name = name(filename)
            // Windows drops dots and blanks at the end: `facture.exe. ` is a program.
            let end = name.lastIndex { $0 != "." && $0 != " " } ?? name.startIndex
            if let dot = name[..<end].lastIndex(of: ".") {
                let rest = name[name.index(after: dot)...]
                let ending = rest.prefix { $0 != " " && $0 != "." }.lowercased()
                if let kind = extensions[ending] { return kind }
            }
        }
        let type = attachment.mediaType
        if let kind = types[type] { return kind }
        if let known = openingTypes.first(where: { type.hasPrefix($0.start) }) { return known.kind }
        return "fichier"
    }

    private static let program = "programme : ne pas ouvrir"

    private static let extensions: [String: String] = {
        let rows: [(kind: String, endings: String)] = [
            ("PDF", "pdf"), ("document Word", "doc docx dot dotx"),
            ("document LibreOffice", "odt ott"), ("document", "rtf pages"),
            ("tableur Excel", "xls xlsx"), ("tableur LibreOffice", "ods ots"),
            ("tableau CSV", "csv tsv"), ("présentation PowerPoint", "ppt pptx pps ppsx"),
            ("présentation LibreOffice", "odp"), ("dessin", "odg vsd vsdx dwg dxf"),
            ("fichier Office à macros", "docm dotm xlsm xlsb xltm pptm ppsm"),
            ("image", "jpg jpeg jpe png gif bmp webp heic heif tif tiff avif"),
            ("image SVG", "svg"), ("texte", "txt md log"), ("page web", "htm html xhtml mht"),
            ("archive", "zip rar 7z gz tgz tar bz2 xz"), ("courriel", "eml msg"),
            ("rendez-vous", "ics"), ("carte de visite", "vcf"),
            ("son", "mp3 wav m4a ogg oga opus amr wma"),
            ("vidéo", "mp4 mov avi webm mkv m4v mpg mpeg wmv 3gp"),
            ("signature électronique", "p7s p7m sig"), ("données", "json xml gpx kml geojson"),
            (
                program,
                "exe com scr pif bat cmd js jse vbs vbe wsf wsh hta jar msi msix ps1 lnk url cpl"
                    + " reg iso img vhd vhdx chm dll apk appx application appref-ms xll one"
            ),
        ]
        var table: [String: String] = [:]
        for row in rows {
            for ending in row.endings.split(separator: " ") { table[String(ending)] = row.kind }
        }
        return table
    }()

    private static let types: [String: String] = [
        "application/pdf": "PDF", "application/msword": "document Word",
        "application/rtf": "document", "text/rtf": "document",
        "application/vnd.ms-excel": "tableur Excel",
        "application/vnd.ms-powerpoint": "présentation PowerPoint",
        "application/vnd.oasis.opendocument.text": "document LibreOffice",
        "application/vnd.oasis.opendocument.spreadsheet": "tableur LibreOffice",
        "application/vnd.oasis.opendocument.presentation": "présentation LibreOffice",
        "application/zip": "archive", "application/x-zip-compressed": "archive",
        "application/vnd.ms-outlook": "courriel", "application/ms-tnef": "enveloppe Outlook",
        "message/delivery-status": "avis de remise", "text/calendar": "rendez-vous",
        "text/vcard": "carte de visite", "text/x-vcard": "carte de visite",
        "text/csv": "tableau CSV", "text/html": "page web", "image/svg+xml": "image SVG",
        "application/pgp-signature": "signature électronique",
        "application/pkcs7-signature": "signature électronique",
        "application/x-pkcs7-signature": "signature électronique",
        "application/x-msdownload": program, "application/x-msdos-program": program,
    ]

    private static let openingTypes: [(start: String, kind: String)] = [
        ("image/", "image"), ("audio/", "son"), ("video/", "vidéo"), ("message/", "courriel"),
        ("text/", "texte"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml", "document Word"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml", "tableur Excel"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml",
            "présentation PowerPoint"
        ),
    ]
}
