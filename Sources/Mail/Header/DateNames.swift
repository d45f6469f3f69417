/// Names that stand in dates, all in lower case.
enum DateNames {
    /// The month with that name, or that begins with it; `nil` for anything shorter than three letters.
    static func month(_ name: String) -> Int? {
        if let number = englishMonths[name] { return number }
        guard shortWeekdays[name] == nil, name.unicodeScalars.count >= 3, !weekdays.contains(name)
        else { return nil }
        let found = months.first { _, beginnings in beginnings.contains { name.hasPrefix($0) } }
        return found?.number
    }

    /// Whether RFC 5322 knows the name of a month, a day of the week or a zone (§3.3, §4.3).
    static func isRegular(_ name: String) -> Bool { regular.contains(name) }

    private static let regular: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun", "ut", "gmt", "est", "edt", "cst", "cdt", "mst",
        "mdt", "pst", "pdt",
    ]

    /// Hours east of Greenwich (RFC 5322 §4.3, and zones that European and other senders write).
    static let zones: [String: Double] = [
        "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1,
        "mez": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "msd": 4,
        "sast": 2, "eat": 3, "pkt": 5, "wib": 7, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9,
        "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "nst": -3.5,
        "ndt": -2.5, "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
        "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "brt": -3,
    ]

    /// The day of the week in English, 0 for Sunday.
    static func weekday(_ name: String) -> Int? {
        if let day = shortWeekdays[name] { return day }
        guard name.utf8.count >= 3, englishMonths[name] == nil else { return nil }
        return englishWeekdays.firstIndex { $0.hasPrefix(name) }
    }

    /// As RFC 5322 writes them: nearly all dates need no other names.
    private static let englishMonths = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "oct": 10, "nov": 11, "dec": 12,
    ]

    private static let shortWeekdays = [
        "sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6,
    ]

    private static let englishWeekdays = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]

    /// Days of the week that begin like a month.
    private static let weekdays: Set<String> = ["mardi", "martes", "martedì", "martedi", "marţi"]

    /// How the months begin in the languages of mail programs; what begins another way comes first.
    private static let months: [(number: Int, beginnings: [String])] = [
        (11, ["marras", "listopad", "lis"]), (6, ["juin", "czerw"]), (7, ["juil", "lipca", "lip"]),
        (1, ["jan", "ene", "gen", "ian", "sty", "tammi", "янв", "січ", "ιαν", "oca"]),
        (2, ["feb", "fév", "fev", "lut", "helmi", "фев", "лют", "φεβ", "şub"]),
        (3, ["mar", "mär", "mrt", "mrz", "maa", "мар", "бер", "μάρ", "μαρ"]),
        (4, ["apr", "avr", "abr", "ápr", "kwi", "huhti", "апр", "кві", "απρ", "nis"]),
        (
            5,
            ["may", "mai", "mei", "maj", "máj", "mag", "touko", "мая", "май", "тра", "μάι", "μαΐ"]
        ),
        (6, ["jun", "giu", "iun", "jún", "cze", "kesä", "июн", "чер", "ιουν", "haz"]),
        (7, ["jul", "lug", "iul", "júl", "heinä", "июл", "лип", "ιουλ", "tem"]),
        (8, ["aug", "aoû", "aou", "ago", "sie", "elo", "авг", "сер", "αυγ", "ağu"]),
        (9, ["sep", "set", "szep", "wrz", "syys", "сен", "вер", "σεπ", "eyl"]),
        (10, ["oct", "okt", "ott", "out", "paź", "loka", "окт", "жов", "οκτ", "eki"]),
        (11, ["nov", "noi", "ноя", "νοε", "kas"]),
        (12, ["dec", "déc", "dez", "dic", "des", "gru", "joulu", "дек", "гру", "δεκ", "ara"]),
    ]
}
