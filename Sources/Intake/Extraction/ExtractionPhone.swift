import Territory

/// A telephone number in a text.
struct PhoneNumber: Hashable, Sendable {
    /// As written, with its extension.
    var text: String
    /// National form, ten digits, as in "0261913350"; in the Pacific and Saint-Pierre-et-Miquelon, which
    /// have numbering plans of their own, the country code and the number: "68940600012".
    var digits: String
    /// UTF-8 offsets in the text.
    var range: Range<Int>

    /// The overseas département that numbers of this area have.
    var department: String? {
        if digits.utf8.count != 10 {
            return NumberingPlan.all.first { digits.hasPrefix($0.code) }?.department
        }
        return switch digits.prefix(4) {
        case "0262", "0692", "0693": "974"
        case "0269", "0639": digits.hasPrefix("06399") ? nil : "976"
        case "0594", "0694": "973"
        case "0596", "0696": "972"
        case "0590", "0690": "971"
        default: nil
        }
    }
}

/// Finds French telephone numbers however they are grouped: spaces, dots, dashes, slashes, +33 with or
/// without "(0)", the codes of overseas départements. Sums, SIRET numbers, dates and fax are left out.
enum PhoneScanner {
    /// - Parameter plan: that of the collectivité the mail comes from, whose numbers are written without
    ///   their country code.
    static func numbers(in text: String, plan: NumberingPlan? = nil) -> [PhoneNumber] {
        let bytes = Array(text.utf8)
        var found: [PhoneNumber] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) || bytes[index] == plus else {
                index += 1
                continue
            }
            let run = Run(bytes, from: index)
            if let number = run.number(in: bytes, plan: plan) { found.append(number) }
            index = max(run.end, index + 1)
        }
        return found
    }

    fileprivate static let faxes: Set<String> = ["fax", "telecopie", "telecopieur"]

    /// Whether a line is the label of a fax and nothing else, whose number stands on the next one.
    static func isFaxLabel(_ line: Line) -> Bool {
        line.words.count == 1 && line.words.allSatisfy(faxes.contains)
    }

    private static let plus = UInt8(ascii: "+")

    fileprivate static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Telephone numbers of a collectivité outside the French numbering plan (ITU-T E.164).
struct NumberingPlan: Sendable {
    /// Country code.
    let code: String
    /// Digits of a number without it.
    let length: Int
    let department: String

    static let all = [
        NumberingPlan(code: "689", length: 8, department: "987"),
        NumberingPlan(code: "687", length: 6, department: "988"),
        NumberingPlan(code: "681", length: 6, department: "986"),
        NumberingPlan(code: "508", length: 6, department: "975"),
    ]
}

/// Digits with the separators that stand between the groups of one number.
private struct Run {
    private(set) var start: Int
    private(set) var end: Int
    private var digits: [UInt8] = []
    /// Lengths of the groups of digits.
    private var groups: [Int] = []
    /// The bytes that parted them; 0 for none or a multibyte space.
    private var separators: Set<UInt8> = []
    private var startsWithPlus = false

    /// The longest run that a number may be: a run of more digits is none.
    private static let most = 24

    init(_ bytes: [UInt8], from index: Int) {
        start = index
        end = index
        startsWithPlus = bytes[index] == UInt8(ascii: "+")
        var at = startsWithPlus ? index + 1 : index
        while at < bytes.count, digits.count < Self.most {
            let group = at
            while at < bytes.count, PhoneScanner.isDigit(bytes[at]) {
                digits.append(bytes[at])
                at += 1
            }
            guard at > group else { break }
            groups.append(at - group)
            end = at
            if isComplete, at < bytes.count { break }
            guard let next = Self.separator(bytes, at) else { break }
            separators.formUnion(bytes[at..<next])
            at = next
        }
    }

    /// A number with its ten digits ends there, unless more digits are joined to it.
    private var isComplete: Bool {
        guard let first = digits.first else { return false }
        if overseas(nil) != nil { return true }
        if startsWithPlus { return national.map { $0.count == 10 } ?? false }
        return first == UInt8(ascii: "0") && digits.count == 10 && digits[1] != UInt8(ascii: "0")
    }

    /// Where the next digit stands when only a short separator parts it from here.
    private static func separator(_ bytes: [UInt8], _ at: Int) -> Int? {
        var index = at
        while index < bytes.count, index - at < 4 {
            if PhoneScanner.isDigit(bytes[index]) { return index > at ? index : nil }
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"),
                UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "_"), 0xC2, 0xA0, 0xE2, 0x80,
                0xAF,
                0x89, 0x91, 0x93, 0x90:
                index += 1
            default: return nil
            }
        }
        return index < bytes.count && PhoneScanner.isDigit(bytes[index]) ? index : nil
    }

    /// Ten digits from a number with or without the country code.
    private var national: [UInt8]? {
        var rest = digits[...]
        let zero = UInt8(ascii: "0")
        if startsWithPlus || rest.starts(with: "00".utf8) {
            if !startsWithPlus { rest = rest.dropFirst(2) }
            let codes = ["33", "590", "594", "596", "262", "269", "508"]
            guard let code = codes.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
            rest = rest.dropFirst(code.utf8.count)
            if rest.first == zero { rest = rest.dropFirst() }
            return [zero] + rest
        }
        // Tolerated: "33 6 12 34 56 78" without its plus.
        if digits.count == 11, rest.starts(with: "33".utf8), groups.first == 2 {
            return [zero] + rest.dropFirst(2)
        }
        return Array(rest)
    }

    /// "+689 40 60 00 12", "687 00 47 12", and with a plan "40 00 12 30": code and number.
    private func overseas(_ plan: NumberingPlan?) -> String? {
        let isInternational = startsWithPlus || digits.starts(with: "00".utf8)
        let all = String(decoding: digits.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
        let arePairs = { (groups: ArraySlice<Int>) in
            groups.count > 1 && groups.allSatisfy { $0 == 2 }
        }
        for plan in NumberingPlan.all where all.utf8.count == plan.code.utf8.count + plan.length {
            let isWritten = groups.first == 3 && arePairs(groups.dropFirst())
            if all.hasPrefix(plan.code), isInternational || isWritten { return all }
        }
        guard let plan, digits.count == plan.length, arePairs(groups[...]) else { return nil }
        return plan.code + String(decoding: digits, as: UTF8.self)
    }

    private var french: String? {
        guard let national, national.count == 10, national[0] == UInt8(ascii: "0"),
            national[1] != UInt8(ascii: "0")
        else { return nil }
        return String(decoding: national, as: UTF8.self)
    }

    func number(in bytes: [UInt8], plan: NumberingPlan?) -> PhoneNumber? {
        let areSingle = groups.allSatisfy { $0 == 1 }
        guard let number = french ?? overseas(plan), groups.count <= 7 || areSingle else {
            return nil
        }
        if end < bytes.count, PhoneScanner.isDigit(bytes[end]) { return nil }
        if start > 0, isJoined(bytes[start - 1]) { return nil }
        if isDate || isMarked(bytes) { return nil }
        var range = start..<end
        if let opened = openedBracket(bytes) { range = opened..<range.upperBound }
        if let upper = extensionEnd(bytes) { range = range.lowerBound..<upper }
        return PhoneNumber(
            text: String(decoding: bytes[range], as: UTF8.self),
            digits: number,
            range: range
        )
    }

    private func isJoined(_ byte: UInt8) -> Bool {
        PhoneScanner.isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "#")
    }

    /// 01/02/2026 10 h: a day, a month and a year.
    private var isDate: Bool {
        groups.starts(with: [2, 2, 4])
            && (digits[4...].starts(with: "20".utf8) || digits[4...].starts(with: "19".utf8))
    }

    /// "(+33) 6": the bracket belongs to the number.
    private func openedBracket(_ bytes: [UInt8]) -> Int? {
        start > 0 && bytes[start - 1] == UInt8(ascii: "(") && separators.contains(UInt8(ascii: ")"))
            ? start - 1 : nil
    }

    /// Words before a number that make it something else, and after it that add an extension.
    private func isMarked(_ bytes: [UInt8]) -> Bool {
        let before = bytes[max(0, start - 28)..<start]
        let line = before.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? before
        let words = FoldedText(String(decoding: line, as: UTF8.self))
        let last = words.words.indices.suffix(3).map(words.string)
        let others: Set<String> = WordList.words(
            "siret siren rcs iban facture tva naf finess dossier contrat"
        ).union(PhoneScanner.faxes)
        // A number or another label in between belongs to the label before it.
        guard let mark = last.lastIndex(where: others.contains) else {
            return last.last == "f" && words.words.last?.isCapitalised == true
                || isFollowedByFax(bytes)
        }
        if isShared(last[...mark]) { return false }
        return last[(mark + 1)...].allSatisfy { $0.first?.isNumber != true && !$0.hasPrefix("tel") }
    }

    /// "Tél/Fax", "Tél. et fax": one number for both.
    private func isShared(_ labels: ArraySlice<String>) -> Bool {
        guard let last = labels.last, PhoneScanner.faxes.contains(last) else { return false }
        let before = labels.dropLast().last == "et" ? labels.dropLast(2) : labels.dropLast()
        return before.last.map(["tel", "telephone"].contains) ?? false
    }

    /// "02 61 91 33 99 (fax)": the label stands behind, and no other number follows it.
    private func isFollowedByFax(_ bytes: [UInt8]) -> Bool {
        let after = bytes[end..<min(bytes.count, end + 24)].prefix { $0 != 0x0A }
        let label = after.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "(") }
        let word = label.prefix { ($0 | 0x20) >= 0x61 || $0 >= 0x80 }
        guard label.startIndex > end,
            PhoneScanner.faxes.contains(FoldedText.fold(String(decoding: word, as: UTF8.self)))
        else { return false }
        return word.endIndex == after.endIndex || bytes[word.endIndex] == UInt8(ascii: ")")
    }

    private func extensionEnd(_ bytes: [UInt8]) -> Int? {
        let after = bytes[end..<min(bytes.count, end + 24)]
        let line = after.split(separator: 0x0A, omittingEmptySubsequences: false).first ?? after
        let words = FoldedText(String(decoding: line, as: UTF8.self))
        guard words.words.count > 1, ["poste", "ext", "p"].contains(words.string(0)),
            words.words[1].isNumber, words.words[1].folded.count <= 5
        else { return nil }
        return end + words.words[1].source.upperBound
    }
}
