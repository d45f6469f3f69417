/// Makes a date out of tokens, each recognised by its shape rather than its place.
struct DateReader {
    let tokens: [DateToken]
    /// Whether it took more than RFC 5322 to understand it.
    private(set) var isIrregular = false
    private var date = DateTime()
    private var index = 0
    private var hasTime = false
    private var hasOffset = false
    private var isAfternoon: Bool?
    private var weekday: Int?
    /// What may yet be a day or a year.
    private var numbers: [(value: Int, digits: Int)] = []
    private let namesMonth: Bool

    init(tokens: [DateToken]) {
        self.tokens = tokens.filter { !$0.isComment }
        comments = tokens.filter(\.isComment)
        namesMonth = self.tokens.contains { token in
            if case .name(let name) = token.kind { DateNames.month(name) != nil } else { false }
        }
    }

    private let comments: [DateToken]

    mutating func read() -> DateTime? {
        if let date = secondsSinceEpoch() { return date }
        while index < tokens.count { takeToken() }
        placeNumbers()
        guard date.month > 0, date.day > 0, hasYear else { return nil }
        if !hasTime || date.hour == 24 { isIrregular = true }
        applyAfternoon()
        if hasTime, date.zoneSeconds == nil { takeZoneOfComment() }
        return date
    }

    private var hasYear = false
    private var isFullYear = false

    private mutating func takeToken() {
        let token = tokens[index]
        switch token.kind {
        case .number(let value, let digits):
            if takeEastAsianDate(value) || takeClock() || takeCompact(value, digits)
                || takeTriple()
            {
                return
            }
            index += 1
            takeNumber(value, digits)
        case .name(let name):
            index += 1
            takeName(name)
        case .mark(let mark):
            index += 1
            if mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-"), hasTime {
                takeOffset(mark)
            } else if mark != UInt8(ascii: ",") || !isAfterName {
                isIrregular = true
            }
        }
    }

    /// Whether the token before the last one taken is a name, where alone a comma may stand.
    private var isAfterName: Bool { index >= 2 && name(at: index - 2) != nil }

    private func number(at index: Int) -> (value: Int, digits: Int)? {
        guard index < tokens.count, case .number(let value, let digits) = tokens[index].kind else {
            return nil
        }
        return (value, digits)
    }

    private func name(at index: Int) -> String? {
        guard index < tokens.count, case .name(let name) = tokens[index].kind else { return nil }
        return name
    }

    private func mark(at index: Int) -> UInt8? {
        guard index < tokens.count, case .mark(let mark) = tokens[index].kind else { return nil }
        return mark
    }
}

/// Days, months and years.
extension DateReader {
    /// Tolerated: `1795511520`, seconds or milliseconds since 1970.
    private mutating func secondsSinceEpoch() -> DateTime? {
        guard tokens.count == 1, let (value, digits) = number(at: 0),
            digits == 9 || digits == 10 || digits == 13
        else { return nil }
        isIrregular = true
        let seconds = digits == 13 ? value / 1000 : value
        let day = DateTime.civil(daysSinceEpoch: seconds / 86_400)
        let (hour, minute) = (seconds % 86_400 / 3600, seconds % 3600 / 60)
        return DateTime(
            year: day.year,
            month: day.month,
            day: day.day,
            hour: hour,
            minute: minute,
            second: seconds % 60,
            zoneSeconds: 0
        )
    }

    private mutating func takeNumber(_ value: Int, _ digits: Int) {
        if digits == 4, !hasTime, date.month > 0, hasYear || numbers.first?.digits == 2,
            value < 2400, value % 100 < 60
        {
            // Tolerated: `26 Aug 76 1429 EDT`, as RFC 822 itself prints it.
            setTime(value / 100, value % 100, 0)
            isIrregular = true
        } else if digits >= 4, !hasYear {
            setYear(value, digits)
        } else if digits == 4, hasTime, date.zoneSeconds == nil, value < 1500, value % 100 < 60 {
            // Tolerated: `0100` without its sign.
            date.zoneSeconds = value / 100 * 3600 + value % 100 * 60
            isIrregular = true
        } else if date.day == 0, digits <= 2, numbers.isEmpty, namesMonth {
            if hasYear || date.month > 0 { isIrregular = true }
            date.day = value
        } else {
            numbers.append((value, digits))
        }
    }

    /// RFC 5322 §4.3 for years of two and three digits.
    private mutating func setYear(_ value: Int, _ digits: Int) {
        hasYear = true
        isFullYear = digits > 2
        if digits != 4 || date.month == 0 || hasTime || value < 1900 { isIrregular = true }
        switch digits {
        case 1, 2: date.year = value + (value < 50 ? 2000 : 1900)
        case 3: date.year = value + 1900
        default: date.year = value
        }
    }

    private mutating func placeNumbers() {
        if date.day == 0, !numbers.isEmpty { date.day = numbers.removeFirst().value }
        if !hasYear, let year = numbers.first, year.digits > 1 {
            setYear(year.value, year.digits)
            numbers.removeFirst()
        }
        if date.day > 31, hasYear, date.year % 100 <= 31, numbers.isEmpty, !isFullYear {
            // Tolerated: `97 Nov 21`.
            let day = date.year % 100
            setYear(date.day, 2)
            date.day = day
        }
        if !numbers.isEmpty { isIrregular = true }
    }

    /// `24/11/2026`, `2026-11-24`, `24-Nov-2026` and the time `09.12.00`.
    private mutating func takeTriple() -> Bool {
        guard let first = number(at: index), let separator = mark(at: index + 1),
            separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
                || separator == UInt8(ascii: ".")
        else { return false }
        let last = mark(at: index + 3) == separator ? number(at: index + 4) : nil
        if separator == UInt8(ascii: "."), !hasTime, namesMonth || (date.month > 0 && hasYear),
            takeDottedClock(first, last)
        {
            return true
        }
        guard let last, date.day == 0 else { return false }
        if let month = name(at: index + 2).flatMap({ DateNames.month($0) }) {
            place(first, month, last)
        } else if let middle = number(at: index + 2), middle.digits <= 2 {
            placeNumeric(first, middle, last)
        } else {
            return false
        }
        isIrregular = true
        index += 5
        return true
    }

    private mutating func place(
        _ first: (value: Int, digits: Int),
        _ month: Int,
        _ last: (value: Int, digits: Int)
    ) {
        let isYearFirst = first.digits > 2 || first.value > 31
        let (day, year) = isYearFirst ? (last, first) : (first, last)
        date.day = day.value
        date.month = month
        setYear(year.value, year.digits)
    }

    /// Day first, unless that is no date, the day of the week contradicts, or 12 hours are counted.
    private mutating func placeNumeric(
        _ first: (value: Int, digits: Int),
        _ middle: (value: Int, digits: Int),
        _ last: (value: Int, digits: Int)
    ) {
        if first.digits > 2 || first.value > 31 { return place(first, middle.value, last) }
        place(first, middle.value, last)
        guard middle.value > 12 || (first.value <= 12 && prefersMonthFirst) else { return }
        place(middle, first.value, last)
    }

    private var prefersMonthFirst: Bool {
        if let weekday, (1...9999).contains(date.year) {
            let days = DateTime.daysSinceEpoch(year: date.year, month: date.month, day: date.day)
            // 1970-01-01 was a Thursday.
            return (((days + 4) % 7) + 7) % 7 != weekday
        }
        return tokens.contains { $0.kind == .name("am") || $0.kind == .name("pm") }
    }

    /// Tolerated: `20261124T091200Z`.
    private mutating func takeCompact(_ value: Int, _ digits: Int) -> Bool {
        guard !hasYear, date.day == 0, digits == 8 || digits == 14 else { return false }
        let day = digits == 14 ? value / 1_000_000 : value
        guard (1...12).contains(day / 100 % 100), (1...31).contains(day % 100) else { return false }
        date.month = day / 100 % 100
        date.day = day % 100
        setYear(day / 10_000, 4)
        isIrregular = true
        index += 1
        if digits == 14 {
            setTime(value % 1_000_000 / 10_000, value % 10_000 / 100, value % 100)
        } else if name(at: index) == "t", let time = number(at: index + 1),
            time.digits == 4 || time.digits == 6
        {
            let seconds = time.digits == 6 ? time.value : time.value * 100
            setTime(seconds / 10_000, seconds / 100 % 100, seconds % 100)
            index += 2
        }
        return true
    }

    /// Tolerated: `2026年11月24日` and the same in Korean.
    private mutating func takeEastAsianDate(_ value: Int) -> Bool {
        guard let name = name(at: index + 1), let first = name.unicodeScalars.first else {
            return false
        }
        switch first {
        case "年", "년":
            if !hasYear { date.year = value }
            hasYear = true
        case "月", "월": if date.month == 0 { date.month = value }
        case "日", "일": if date.day == 0 { date.day = value }
        default: return false
        }
        isIrregular = true
        index += 2
        return true
    }
}

/// Times and zones.
extension DateReader {
    private mutating func setTime(_ hour: Int, _ minute: Int, _ second: Int) {
        hasTime = true
        (date.hour, date.minute, date.second) = (hour, minute, second)
    }

    /// `09:12`, `09:12:00`, and a fraction, which is left out.
    private mutating func takeClock() -> Bool {
        guard let hour = number(at: index), hour.digits <= 2, let minute = number(at: index + 2),
            mark(at: index + 1) == UInt8(ascii: ":") || name(at: index + 1) == "h"
        else { return false }
        let isKnown = hasTime
        index += 3
        var second = 0
        if mark(at: index) == UInt8(ascii: ":"), let value = number(at: index + 1) {
            second = value.value
            if value.digits > 2 { isIrregular = true }
            index += 2
        }
        if mark(at: index) == UInt8(ascii: ".") || mark(at: index) == UInt8(ascii: ","),
            number(at: index + 1) != nil, !(tokens[index + 1].isAfterSpace)
        {
            isIrregular = true
            index += 2
        }
        guard !isKnown else { return true }
        if hour.digits != 2 || minute.digits != 2 { isIrregular = true }
        setTime(hour.value, minute.value, second)
        return true
    }

    /// Tolerated: `09.12.00` and `09.12`, once the date itself has a month by name.
    private mutating func takeDottedClock(
        _ hour: (value: Int, digits: Int),
        _ second: (value: Int, digits: Int)?
    ) -> Bool {
        guard hour.digits <= 2, let minute = number(at: index + 2), minute.digits == 2,
            date.day > 0 || second != nil, second.map({ $0.digits == 2 }) ?? true,
            !tokens[index + 2].isAfterSpace
        else { return false }
        setTime(hour.value, minute.value, second?.value ?? 0)
        isIrregular = true
        index += second == nil ? 3 : 5
        return true
    }

    private mutating func takeName(_ name: String) {
        if !DateNames.isRegular(name), name.utf8.count > 1 { isIrregular = true }
        if let month = DateNames.month(name), date.month == 0 || (date.month == 3 && !hasTime) {
            // `mar. 24 nov.` starts with the French for Tuesday.
            date.month = month
            if date.day == 0 { isIrregular = true }
        } else if let day = DateNames.weekday(name) {
            if weekday == nil { weekday = day }
        } else if let isAfternoon = Self.afternoon[name] {
            self.isAfternoon = isAfternoon
            isIrregular = true
        } else if hasTime || name == "gmt" || name == "utc" {
            takeZone(name)
        }
    }

    private static let afternoon = [
        "am": false, "pm": true, "上午": false, "下午": true, "午前": false, "午後": true,
        "오전": false, "오후": true,
    ]

    private mutating func applyAfternoon() {
        guard let isAfternoon else { return }
        if isAfternoon, date.hour < 12 { date.hour += 12 }
        if !isAfternoon, date.hour == 12 { date.hour = 0 }
    }

    private mutating func takeZone(_ name: String) {
        if name == "dst", let seconds = date.zoneSeconds, !hasOffset {
            // Tolerated: `MET DST`, the summer time of the zone before it.
            date.zoneSeconds = seconds + 3600
            hasOffset = true
            return
        }
        guard date.zoneSeconds == nil else { return }
        if let hours = DateNames.zones[name] {
            date.zoneSeconds = Int(hours * 3600)
        } else if name.utf8.count == 1, name != "j" {
            // Military zones were printed with the wrong sign: all are -0000 (RFC 5322 §4.3).
            date.zoneSeconds = 0
        }
    }

    /// `+0100`, and tolerated: `+01:00`, `+1`, `+ 0100` and `+010000`.
    private mutating func takeOffset(_ sign: UInt8) {
        guard let first = number(at: index) else {
            isIrregular = true
            return
        }
        // A year after the time, as in `09:12:00 - 2026`, is no zone.
        if !hasYear, tokens[index].isAfterSpace { return }
        index += 1
        var (hours, minutes) = (first.value, 0)
        switch first.digits {
        case 1, 2:
            isIrregular = true
            if mark(at: index) == UInt8(ascii: ":"), let second = number(at: index + 1) {
                minutes = second.value
                index += 2
            }
        case 3, 4: (hours, minutes) = (first.value / 100, first.value % 100)
        case 5: (hours, minutes) = (first.value / 1000, first.value / 10 % 100)
        case 6: (hours, minutes) = (first.value / 10_000, first.value / 100 % 100)
        default: hours = 24
        }
        if first.digits != 4 || tokens[index - 1].isAfterSpace || date.zoneSeconds != nil {
            // Tolerated: `GMT+0100`.
            isIrregular = true
        }
        guard hours < 24, minutes < 60, !hasOffset else { return }
        hasOffset = true
        let seconds = hours * 3600 + minutes * 60
        date.zoneSeconds = sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// Tolerated: `09:12:00 (CET)`, where only the comment names the zone.
    private mutating func takeZoneOfComment() {
        for token in comments {
            guard case .name(let name) = token.kind, name.utf8.count > 1,
                let hours = DateNames.zones[name]
            else { continue }
            date.zoneSeconds = Int(hours * 3600)
            isIrregular = true
            return
        }
    }
}
