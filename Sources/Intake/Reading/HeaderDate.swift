/// The date and time of day among the words of a header line.
struct HeaderDate: Sendable {
    var range: Range<Int>
    var hasTime = false
    /// A day with its month, in letters or numbers.
    var hasDay = false
    var hasYear = false

    /// A date that no sentence would give in passing.
    var isFull: Bool { hasDay && hasYear && hasTime }
}

extension HeaderDate {
    /// The first date among the words; none holds an address.
    ///
    /// - Parameter most: how many words may stand before it.
    init?(in words: ArraySlice<HeaderWord>, behind most: Int = 60) {
        var start = words.startIndex
        while start < words.endIndex, start - words.startIndex <= most {
            if let date = HeaderDate(at: start, in: words) {
                self = date
                return
            }
            start += 1
        }
        return nil
    }

    /// The date that starts at a word: at least a time, or a day with its month.
    private init?(at start: Int, in words: ArraySlice<HeaderWord>) {
        guard Self.mayStart(at: start, in: words) else { return nil }
        range = start..<start
        var seen = Seen()
        var index = start
        scan: while index < min(words.endIndex, start + Self.longest) {
            let word = words[index]
            if word.hasAddress || word.text.utf8.contains(0x3C) { break }
            let isDone = hasTime && hasDay
            var length = 1
            switch Self.kind(at: index, in: words, isDated: hasDay || hasYear) {
            case .link:
                index += 1
                continue scan
            case .none:
                seen.unknown += 1
                let isOpen =
                    !hasTime && seen.unknown <= 2
                    && (hasDay
                        ? Self.timeFollows(index, in: words) : !hasYear && seen.numbers > 0)
                if !isOpen { break scan }
                index += 1
                continue scan
            case .time(let words):
                if hasTime { break scan }
                hasTime = true
                length = words
            case .numericDate:
                if hasYear { break scan }
                hasDay = true
                hasYear = true
                hasTime = hasTime || DateWords.hasTime(Wording(word.text))
            case .year:
                if hasYear { break scan }
                hasYear = true
                seen.numbers += 1
            case .number:
                if isDone { break scan }
                seen.numbers += 1
            case .month:
                if isDone { break scan }
                seen.months += 1
            case .weekday:
                if isDone { break scan }
                seen.weekdays += 1
            case .zone: break
            }
            index += length
            if seen.isTooMuch { break scan }
            range = start..<index
            hasDay = hasDay || seen.isDay(hasYear: hasYear)
            if hasTime, word.hasColon { break }
            if hasTime, hasDay, word.hasComma, !Self.zoneFollows(index, in: words) { break }
        }
        guard hasTime || hasDay, !range.isEmpty else { return nil }
        let next = range.upperBound
        if hasTime, next < words.endIndex, let end = Self.endOfRemark(next, in: words) {
            range = start..<end
        }
    }

    private static let longest = 20

    private struct Seen {
        var numbers = 0
        var months = 0
        var weekdays = 0
        var unknown = 0

        /// No date has so many days or months.
        var isTooMuch: Bool { numbers > 4 || months > 2 || weekdays > 2 }

        /// A month of a language not known here stands between day and year.
        func isDay(hasYear: Bool) -> Bool {
            (months > 0 && numbers > 0) || (hasYear && numbers >= (unknown > 0 ? 2 : 3))
        }
    }

    private static func mayStart(at index: Int, in words: ArraySlice<HeaderWord>) -> Bool {
        switch kind(at: index, in: words, isDated: false) {
        case .time, .numericDate, .month: return true
        case .year, .number, .weekday:
            let next = words[(index + 1)...].prefix(4)
            return next.indices.contains { position in
                switch kind(at: position, in: words, isDated: false) {
                case .time, .numericDate, .month, .number, .year: true
                default: false
                }
            }
        case .zone, .link, .none: return false
        }
    }

    private static func zoneFollows(_ index: Int, in words: ArraySlice<HeaderWord>) -> Bool {
        guard index < words.endIndex else { return false }
        return zones.contains(words[index].key) || words[index].key.hasPrefix("+")
    }

    /// Whether a time stands behind a word of a language not known here, or two.
    private static func timeFollows(_ index: Int, in words: ArraySlice<HeaderWord>) -> Bool {
        let next = words[(index + 1)...].prefix(2)
        return next.indices.contains { position in
            if case .time = kind(at: position, in: words, isDated: false) { return true }
            return false
        }
    }

    /// "(heure d'Europe centrale)" behind a time, "Eastern Standard Time", "a. m.".
    private static func endOfRemark(_ index: Int, in words: ArraySlice<HeaderWord>) -> Int? {
        let next = words[index...].prefix(6)
        if ["a", "p"].contains(words[index].key), next.dropFirst().first?.key == "m" {
            return index + 2
        }
        if words[index].key == "heure" {
            return next.firstIndex { $0.hasComma || $0.hasAddress }.map {
                words[$0].hasAddress ? $0 : $0 + 1
            }
        }
        if let time = next.prefix(4).firstIndex(where: { $0.key == "time" || $0.hasAddress }),
            words[time].key == "time"
        {
            return time + 1
        }
        guard words[index].text.utf8.first == 0x28 else { return nil }
        let remark = words[index...].prefix(6)
        guard let close = remark.firstIndex(where: { $0.text.utf8.contains(0x29) }) else {
            return nil
        }
        let isZone = remark[...close].contains { word in
            zones.contains(word.key) || word.key.hasPrefix("gmt") || word.key.hasPrefix("utc")
                || word.key == "heure" || word.key == "time"
        }
        return isZone ? close + 1 : nil
    }

    /// What the words between two places say, without the punctuation around it.
    static func text(_ words: ArraySlice<HeaderWord>) -> String? {
        var text = words.map { String($0.text) }.joined(separator: " ")[...]
        let isMark = { (character: Character) in " ,:;*\"'<-：".contains(character) }
        while let first = text.first, isMark(first) { text.removeFirst() }
        while let last = text.last, isMark(last) { text.removeLast() }
        for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
            let opened = text.count { $0 == open }
            let closed = text.count { $0 == close }
            if text.first == open, opened > closed || text.last == close { text.removeFirst() }
            if text.last == close, text.count(where: { $0 == open }) < closed { text.removeLast() }
        }
        return text.isEmpty ? nil : String(text).withoutVerb()
    }
}

extension HeaderDate {
    /// A word that is part of a date in some language.
    enum Word: Sendable { case link, zone, month, weekday, shortWeekday }

    fileprivate enum Kind {
        /// With the words it takes: "10:12" one, "10 h 12" three.
        case time(words: Int)
        case numericDate, year, number, month, weekday, zone, link
    }

    private static func kind(
        at index: Int,
        in words: ArraySlice<HeaderWord>,
        isDated: Bool
    ) -> Kind? {
        switch words[index].dateWord {
        case .link: return .link
        case .zone: return .zone
        case .month: return .month
        case .weekday: return .weekday
        case .shortWeekday:
            guard index + 1 < words.endIndex,
                words[index + 1].key.utf8.first.map(Wording.isDigit) == true
            else { return nil }
            return .weekday
        case nil:
            guard let numeral = words[index].numeral else { return nil }
            return numeral.whole ?? number(numeral, at: index, in: words, isDated: isDated)
        }
    }

    /// What a word is in a date, whatever stands around it; told once for each word.
    static func word(of key: String) -> Word? {
        guard let first = key.utf8.first else { return nil }
        if let known = known[key] { return known }
        if Wording.isDigit(first) { return nil }
        return zoneKind(key) == nil ? nil : .zone
    }

    /// The words that need no look at their letters, each with what it is first of all.
    private static let known: [String: Word] = {
        let kinds: [(Set<String>, Word)] = [
            (links, .link), (zones, .zone), (months, .month), (weekdays, .weekday),
            (shortWeekdays, .shortWeekday),
        ]
        var known: [String: Word] = [:]
        for (keys, word) in kinds {
            for key in keys where known[key] == nil { known[key] = word }
        }
        return known
    }()

    /// A month in letters, in full or abbreviated.
    private static let months: Set<String> = {
        var months = otherMonths
        for name in DateWords.months where name.count >= 3 {
            for length in 3...name.count {
                months.insert(String(decoding: name[..<length], as: UTF8.self))
            }
        }
        return months
    }()

    /// What the digits of a word say, whatever stands around it; told once for each word.
    struct Numeral: Sendable {
        /// A date or a time in itself.
        fileprivate var whole: Kind?
        fileprivate var isBare = false
        fileprivate var isYear = false
        fileprivate var isDay = false
        fileprivate var isDottedTime = false
        fileprivate var isZone = false

        init(_ key: String) {
            whole = isDateWithMonth(key) ? .numericDate : numeric(key)
            let digits = key.utf8.prefix(while: Wording.isDigit)
            guard whole == nil, digits.count <= 4, let number = Int(Substring(digits)) else {
                return
            }
            let suffix = String(key.utf8.dropFirst(digits.count)) ?? ""
            isBare = suffix.isEmpty
            isYear = yearSuffixes.contains(suffix) && (1900...2199).contains(number)
            isDay = number <= 31 && ordinals.contains(suffix)
            isDottedTime = HeaderDate.isDottedTime(key)
            isZone = zoneKind(key) != nil
        }
    }

    private static func number(
        _ numeral: Numeral,
        at index: Int,
        in words: ArraySlice<HeaderWord>,
        isDated: Bool
    ) -> Kind? {
        if numeral.isBare, hourFollows(index, in: words) { return .time(words: 3) }
        if numeral.isYear { return .year }
        if isDated, numeral.isDottedTime { return .time(words: 1) }
        if numeral.isDay { return .number }
        return numeral.isZone ? .zone : nil
    }

    private static func zoneKind(_ key: String) -> Kind? {
        zones.contains(key) || key.hasPrefix("utc") || key.hasPrefix("gmt") || isOffset(key)
            ? .zone : nil
    }

    /// "+0100", "0100" where the hyphen was taken off.
    private static func isOffset(_ key: String) -> Bool {
        let digits = key.utf8.filter(Wording.isDigit).count
        return (digits == 4 || (digits == 2 && key.utf8.first == 0x2B))
            && key.utf8.allSatisfy { Wording.isDigit($0) || $0 == 0x2B || $0 == 0x3A }
    }

    /// "03/11/2026", "2026-11-03", "2026年11月3日", "10:12", "10h12", "10:12:33Z", ISO 8601.
    private static func numeric(_ key: String) -> Kind? {
        var fields: [Int] = []
        var signs: [UInt8] = []
        var isInNumber = false
        for byte in key.utf8.prefix(40) {
            if Wording.isDigit(byte) {
                if isInNumber { fields[fields.count - 1] += 1 } else { fields.append(1) }
                isInNumber = true
            } else {
                if isInNumber { signs.append(byte) }
                isInNumber = false
            }
        }
        guard fields.count >= 2, fields.allSatisfy({ $0 <= 4 }) else { return nil }
        let sign = signs[0]
        if sign == 0x3A || sign == 0x68 {
            return fields[0] <= 2 && fields[1] == 2 ? .time(words: 1) : nil
        }
        let isDate = sign == 0x2F || sign == 0x2D || sign == 0x2E || sign >= 0x80
        guard isDate, fields.count >= 3, fields[1] <= 2 else { return nil }
        if sign < 0x80 && signs[1] != sign { return nil }
        // Five numbers are a telephone's, unless a time stands behind a date.
        let endsDate = signs.count < 3 || signs[2] == 0x74 || signs[2] >= 0x80
        return endsDate ? .numericDate : nil
    }

    /// "17/dic/2013", "3-Nov-2026".
    private static func isDateWithMonth(_ key: String) -> Bool {
        let fields = key.utf8.split { $0 == 0x2F || $0 == 0x2D || $0 == 0x2E }
        guard fields.count == 3, fields[0].count <= 2, [2, 4].contains(fields[2].count),
            fields[0].allSatisfy(Wording.isDigit), fields[2].allSatisfy(Wording.isDigit)
        else { return false }
        return String(fields[1]).map(isMonth) ?? false
    }

    /// "10.12" behind a date.
    private static func isDottedTime(_ key: String) -> Bool {
        let fields = key.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return (2...3).contains(fields.count) && (1...2).contains(fields[0].count)
            && fields.allSatisfy { $0.allSatisfy(Wording.isDigit) }
            && fields.dropFirst().allSatisfy { $0.count == 2 }
    }

    /// "10 h 12".
    private static func hourFollows(_ index: Int, in words: ArraySlice<HeaderWord>) -> Bool {
        guard index + 2 < words.endIndex, words[index + 1].key == "h" else { return false }
        let minutes = words[index + 2].key
        return minutes.utf8.count == 2 && minutes.utf8.allSatisfy(Wording.isDigit)
    }

    private static func isMonth(_ key: String) -> Bool { months.contains(key) }
}

extension String {
    /// Chinese writes the verb right behind the time, and "on" right before the date.
    fileprivate func withoutVerb() -> String {
        var text = self[...]
        for verb in ["写道", "寫道"] where text.hasSuffix(verb) { text = text.dropLast(verb.count) }
        for verb in ["于", "於", "在"] where text.hasPrefix(verb) { text = text.dropFirst(verb.count) }
        return String(text)
    }
}

extension HeaderDate {
    private static func keys(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map { HeaderWord.key(of: $0) })
    }

    private static let ordinals = keys("er ere e eme th st nd rd o a 월 일 月 日").union([""])
    private static let yearSuffixes = keys("년 年 г р").union([""])
    private static let zones = keys(
        """
        am pm a.m p.m utc gmt cet cest mez mesz est edt pst pdt bst wet west uhr hrs z h hs heures msk
        오전 오후 上午 下午 午前 午後 π.μ μ.μ sa ch
        """
    )
    /// What stands between the parts of a date.
    private static let links = keys(
        """
        a at on the of um de del las la les kl klo kello kell pukul plkst ore alle om o v w в г р о lúc vào
        u le στις h. às dia à(s)
        """
    )
    private static let weekdays = keys(
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
        sat sun
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
        lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom
        lunedi martedi mercoledi giovedi venerdi sabato domenica gio
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        segunda terca quarta quinta sexta segunda-feira terca-feira quarta-feira quinta-feira
        sexta-feira seg ter qua qui sex
        mandag tirsdag onsdag torsdag fredag lordag sondag tisdag tis tir ons tor fre lor son man
        maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
        poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz
        pondělí úterý středa čtvrtek pátek neděle po út st čt pá
        pondelok utorok streda štvrtok piatok nedeľa
        hétfő kedd szerda csütörtök péntek szombat vasárnap
        luni marti miercuri joi vineri sambata duminica marți sâmbătă duminică
        pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz
        понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс нд
        понеділок вівторок середа четвер п'ятниця субота неділя
        δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρί τετ πέμ παρ σάβ κυρ
        dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg
        senin selasa rabu kamis jumat sabtu minggu sen sel rab kam jum min th cn
        월 화 수 목 금 토 일 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五
        星期六 星期日
        الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
        """
    )
    /// Words elsewhere: weekdays only before a number.
    private static let shortWeekdays = keys(
        "mo di mi do fr sa so ma wo vr za zo ti ke to pe la su k p"
    )
    private static let otherMonths = keys(
        """
        januar februar marz maerz mai juni juli oktober dezember jan feb mrz apr jun jul aug sep okt
        dez
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre ene abr ago dic
        gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set
        ott
        januari februari maart mei augustus mrt
        janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out
        maj marts augusti
        tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu tammikuuta helmikuuta
        maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
        marraskuuta joulukuuta marrask
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
        grudnia sty lut kwi cze lip sie wrz paź lis gru
        ledna února března dubna května června července srpna září října listopadu prosince
        januára februára apríla mája júna júla októbra novembra decembra
        január február március április május június július augusztus szeptember október november
        ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie ian
        noi
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub nis haz
        tem ağu eyl eki kas ara
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв февр
        фев мар апр июн июл авг сент сен окт нояб ноя дек
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня січ
        лют бер квіт трав черв лип серп вер жовт лист груд
        ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ νοεμβρίου ιανουαρίου φεβρουαρίου μαρτίου
        gener març maig juliol agost setembre octubre novembre desembre des
        thg tháng januari mei agustus desember agt
        יוני ביוני בינו׳ בפבר׳ במרץ באפר׳ במאי ביולי באוג׳ בספט׳ באוק׳ בנוב׳ בדצמ׳ בנובמבר
        يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        """
    )
}
