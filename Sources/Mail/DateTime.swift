import Foundation

/// The date-time of a Date field (RFC 5322 §3.3, §4.3) and what stands in its place in the wild.
struct DateTime {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    /// East of Greenwich; `nil` when the zone is missing or unknown.
    var zoneSeconds: Int?

    /// `nil` when no date can be made out; kindnesses are noted in `defects`.
    static func parse(_ fieldBody: String, _ defects: inout DefectLog) -> Date? {
        var reader = DateReader(words: words(Octets(fieldBody.utf8)))
        guard let date = reader.read(), date.isValid else {
            defects.note("The date cannot be read.")
            return nil
        }
        if date.zoneSeconds == nil {
            defects.note("The date names no known time zone; it was read as UTC.")
        }
        if reader.isIrregular {
            defects.note(
                "The date is not written as RFC 5322 asks; it was understood all the same."
            )
        }
        return date.date
    }

    private var isValid: Bool {
        (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year)
            && (1...9999).contains(year) && (0...23).contains(hour) && (0...59).contains(minute)
            && (0...60).contains(second)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private var date: Date {
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - (zoneSeconds ?? 0)
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// Days from 1970-01-01 in the Gregorian calendar; years start in March, so that the leap day
    /// comes last.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `daysSinceEpoch`.
    static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let leaps = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leaps) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let place = (5 * dayOfYear + 2) / 153
        let month = place < 10 ? place + 3 : place - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * place + 2) / 5 + 1)
    }

    /// The body cut at white space and commas, comments left out, in lower case.
    private static func words(_ octets: Octets) -> [Octets] {
        var clean: [UInt8] = []
        var depth = 0
        for octet in octets.prefix(200) {
            if octet == UInt8(ascii: "(") {
                depth += 1
            } else if octet == UInt8(ascii: ")") {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                // obs-hour and its like allow white space around the colons.
                if octet == UInt8(ascii: ":") {
                    while clean.last?.isWhiteSpace == true { clean.removeLast() }
                } else if octet.isWhiteSpace, clean.last == UInt8(ascii: ":") {
                    continue
                }
                clean.append(octet.lowercased)
            }
        }
        return clean[...].split { $0.isWhiteSpace || $0 == UInt8(ascii: ",") }
    }
}

/// Makes a date out of words, each recognised by its shape rather than its place.
private struct DateReader {
    let words: [Octets]
    private(set) var isIrregular = false
    private var date = DateTime()
    private var numbers: [(value: Int, digits: Int)] = []
    private var hasTime = false

    init(words: [Octets]) { self.words = words }

    mutating func read() -> DateTime? {
        for word in words { take(word) }
        if date.month == 0 || date.day == 0 { placeNumbers() }
        guard date.month > 0 else { return nil }
        if date.year == 0 {
            guard let year = numbers.first, year.digits > 1 else { return nil }
            date.year = Self.fullYear(year.value, digits: year.digits)
            if year.digits != 4 { isIrregular = true }
        }
        if !hasTime { isIrregular = true }
        return date
    }

    private mutating func take(_ word: Octets) {
        guard let first = word.first else { return }
        if word.contains(UInt8(ascii: ":")) || isClock(word) {
            if !hasTime { takeTime(word) }
        } else if hasTime, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            takeOffset(word)
        } else if first.isDigit {
            takeDate(word)
        } else {
            takeName(word)
        }
    }

    /// `2026-11-24t09:12:00z` holds its time after a "t".
    private func isClock(_ word: Octets) -> Bool {
        word.count > 10 && word.contains(UInt8(ascii: "t")) && word.first?.isDigit == true
    }

    private mutating func takeTime(_ word: Octets) {
        var word = word
        if let separator = word.firstIndex(of: UInt8(ascii: "t")), separator > word.startIndex,
            word[word.startIndex].isDigit
        {
            takeDate(word[..<separator])
            word = word[(separator + 1)...]
        }
        let clock = word.prefix { $0.isDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let parts = clock.split(separator: UInt8(ascii: ":")).map(Self.number)
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1] else { return }
        hasTime = true
        (date.hour, date.minute) = (hour, minute)
        date.second = parts.count > 2 ? parts[2] ?? 0 : 0
        let rest = word[clock.endIndex...]
        guard !rest.isEmpty else { return }
        isIrregular = true
        rest.first?.isLetter == true ? takeName(rest) : takeOffset(rest)
    }

    /// A leading number; a fraction of a second is left out.
    private static func number(_ octets: Octets) -> Int? {
        let digits = octets.prefix(while: \.isDigit)
        guard (1...9).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func takeDate(_ word: Octets) {
        let parts = word.split {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
        }
        if parts.count >= 3 { isIrregular = true }
        for part in parts {
            if let value = Self.number(part) {
                takeNumber(value, digits: part.prefix(while: \.isDigit).count)
            } else {
                takeName(part)
            }
        }
    }

    private mutating func takeNumber(_ value: Int, digits: Int) {
        if digits == 4, date.year == 0 {
            date.year = value
        } else if date.day == 0, date.month > 0 || date.year == 0, digits <= 2, numbers.isEmpty {
            date.day = value
        } else {
            numbers.append((value, digits))
        }
    }

    /// `2026-11-24` gives year first; `24/11/2026` gives day first.
    private mutating func placeNumbers() {
        isIrregular = true
        if date.month == 0, let month = numbers.first {
            date.month = month.value
            numbers.removeFirst()
        }
        if date.day == 0, let day = numbers.first {
            date.day = day.value
            numbers.removeFirst()
        }
    }

    private mutating func takeName(_ word: Octets) {
        let name = word.lowercasedString
        if !hasTime || date.month == 0, let month = Self.month(name) {
            // The later of two wins: `mar. 24 nov.` starts with the French for Tuesday.
            date.month = month
        } else if name == "pm" || name == "am" {
            isIrregular = true
            if name == "pm", date.hour < 12 { date.hour += 12 }
            if name == "am", date.hour == 12 { date.hour = 0 }
        } else if hasTime, date.zoneSeconds == nil {
            takeZone(name)
        }
    }

    private mutating func takeZone(_ name: String) {
        let letters = name.prefix { $0.isASCII && $0.isLetter }
        if let hours = Self.zones[String(letters)] {
            date.zoneSeconds = Int(hours * 3600)
            let rest = name.dropFirst(letters.count)
            if !rest.isEmpty { takeOffset(Octets(rest.utf8)) }
        } else if letters.count == 1 {
            // Military zones were printed with the wrong sign: all are -0000 (RFC 5322 §4.3).
            date.zoneSeconds = 0
        }
    }

    /// `+0100`, `+01:00` or `+1`.
    private mutating func takeOffset(_ word: Octets) {
        guard let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return
        }
        let digits = word.dropFirst().filter(\.isDigit)
        guard let value = Self.number(digits[...]) else { return }
        let isHours = digits.count <= 2
        let hours = isHours ? value : value / 100
        let minutes = isHours ? 0 : value % 100
        guard hours < 24, minutes < 60 else { return }
        let seconds = hours * 3600 + minutes * 60
        date.zoneSeconds = sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func fullYear(_ value: Int, digits: Int) -> Int {
        switch digits {
        case 1, 2: value < 50 ? 2000 + value : 1900 + value
        case 3: 1900 + value
        default: value
        }
    }

    private static func month(_ name: String) -> Int? {
        guard name.utf8.count >= 3, name != "mardi" else { return nil }
        return months.firstIndex { $0.contains { name.hasPrefix($0) } }.map { $0 + 1 }
    }

    /// How the months begin in English and in French.
    private static let months = [
        ["jan"], ["feb", "fév", "fev"], ["mar"], ["apr", "avr"], ["may", "mai"], ["jun", "juin"],
        ["jul", "juil"], ["aug", "aoû", "aou"], ["sep"], ["oct"], ["nov"], ["dec", "déc"],
    ]

    /// Hours east of Greenwich (RFC 5322 §4.3, and zones that European and other senders write).
    private static let zones: [String: Double] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1,
        "mez": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9,
        "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    ]
}
