/// What a style attribute says of how its element reads; each declaration is looked at once.
struct HTMLStyle {
    private var display: Bool?
    private var visibility: Bool?
    private var isMarkedHidden = false
    /// Whether the text is too small to be read; `nil` where the style gives it no size.
    private(set) var isTiny: Bool?
    /// Whether line ends are kept as in `pre`; `nil` where the style does not say.
    private(set) var keepsLines: Bool?
    /// Whether there is room above and below; `nil` where the style does not say.
    private(set) var hasTopMargin: Bool?
    private(set) var hasBottomMargin: Bool?
    /// Whether a line is drawn above and none on the other sides.
    private(set) var hasTopBorder = false
    private(set) var hasLeftBorder = false
    private(set) var isBorderless = false
    private(set) var isListUnmarked = false
    /// Whether the letters are the pictures of Symbol or Wingdings.
    private(set) var font: Font?
    /// Level of the list that Word counts the paragraph to, from 1.
    private(set) var listLevel: Int?
    /// Whether the content is the mark of Word's list item.
    private(set) var isListMark = false

    enum Font { case symbol, wingdings, other }

    private var isTransparent: Bool?
    private var cutsOff: Bool?
    private var isWithoutRoom: Bool?

    /// Longer values are read to here.
    private static let maximumValue = 80

    init() {}

    /// What the attributes of the element say, over what its page's rules do.
    init(_ tag: HTMLTag, over rules: HTMLStyle = HTMLStyle()) {
        self = rules
        guard tag.hasAttributes else { return }
        isMarkedHidden = tag.attribute("hidden") != nil
        if tag.name == "font" { readFont(tag) }
        if let style = tag.attribute("style") { read(declarations: style) }
    }

    /// Whether a person does not see the element.
    var isHidden: Bool {
        if isMarkedHidden || display == false || visibility == false { return true }
        let isUnseen = isTransparent == true && (isWithoutRoom == true || isTiny == true)
        return isUnseen || (cutsOff == true && isWithoutRoom == true)
    }

    mutating func read(declarations: String) {
        for declaration in declarations.utf8.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let property = Self.folded(declaration[..<colon], limit: 32)
            let value = Self.folded(
                declaration[declaration.index(after: colon)...],
                limit: Self.maximumValue
            )
            read(property, value)
        }
    }

    /// Takes over what a stronger rule says.
    mutating func override(with other: HTMLStyle) {
        display = other.display ?? display
        visibility = other.visibility ?? visibility
        isTiny = other.isTiny ?? isTiny
        keepsLines = other.keepsLines ?? keepsLines
        hasTopMargin = other.hasTopMargin ?? hasTopMargin
        hasBottomMargin = other.hasBottomMargin ?? hasBottomMargin
        isTransparent = other.isTransparent ?? isTransparent
        cutsOff = other.cutsOff ?? cutsOff
        isWithoutRoom = other.isWithoutRoom ?? isWithoutRoom
    }

    /// In lower case, white space at the ends taken off and otherwise one space.
    private static func folded(_ octets: Substring.UTF8View, limit: Int) -> String {
        var out: [UInt8] = []
        for octet in octets {
            guard out.count < limit else { break }
            if !octet.isWhiteSpace {
                out.append(octet.lowercased)
            } else if let last = out.last, last != .space {
                out.append(.space)
            }
        }
        if out.last == .space { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func readFont(_ tag: HTMLTag) {
        if tag.attribute("size") != nil { isTiny = false }
        if let face = tag.attribute("face") {
            font = Self.font(Self.folded(face[...].utf8, limit: 40))
        }
    }

    private mutating func read(_ property: String, _ value: String) {
        switch property {
        case "display": display = !value.hasPrefix("none")
        case "visibility":
            visibility = !value.hasPrefix("hidden") && !value.hasPrefix("collapse")
        case "mso-hide": if value.hasPrefix("all") { isMarkedHidden = true }
        case "opacity": isTransparent = Self.number(value)?.value == 0
        case "overflow", "overflow-y": cutsOff = value.hasPrefix("hidden")
        case "max-height", "height", "max-width", "width":
            if Self.number(value)?.value == 0 { isWithoutRoom = true }
        case "left", "top", "text-indent": if value.hasPrefix("-9999") { isMarkedHidden = true }
        case "font-size": isTiny = Self.isTiny(value)
        case "font": if Self.number(value) != nil { isTiny = Self.isTiny(value) }
        case "white-space", "white-space-collapse": keepsLines = value.hasPrefix("pre")
        case "list-style", "list-style-type": isListUnmarked = value.hasPrefix("none")
        case "font-family": font = Self.font(value)
        default: readMargin(property, value)
        }
    }

    private mutating func readMargin(_ property: String, _ value: String) {
        switch property {
        case "margin":
            let sides = value.split(separator: " ", maxSplits: 4).map(String.init)
            guard let top = sides.first else { return }
            hasTopMargin = Self.isRoom(top)
            hasBottomMargin = Self.isRoom(sides.count > 2 ? sides[2] : top)
        case "margin-top", "mso-margin-top-alt": hasTopMargin = Self.isRoom(value)
        case "margin-bottom", "mso-margin-bottom-alt": hasBottomMargin = Self.isRoom(value)
        case "border":
            if value.hasPrefix("none") { isBorderless = true }
        case "border-width": if value.hasPrefix("initial") { isBorderless = true }
        case "border-style":
            if value.hasPrefix("none") { isBorderless = true }
            if value.hasPrefix("solid none none") { hasTopBorder = true }
        case "border-top": if value.contains("solid") { hasTopBorder = true }
        case "border-left": if value.contains("solid") { hasLeftBorder = true }
        case "mso-list": readList(value)
        default: break
        }
    }

    /// `l0 level2 lfo1` of a paragraph, `Ignore` of its mark.
    private mutating func readList(_ value: String) {
        if value.hasPrefix("ignore") { isListMark = true }
        for word in value.split(separator: " ") where word.hasPrefix("level") {
            listLevel = Int(word.dropFirst(5)).map { max(1, min($0, 9)) }
        }
    }

    private static func font(_ family: String) -> Font {
        let name = family.drop { $0 == "\"" || $0 == "'" || $0 == " " }
        if name.hasPrefix("symbol") { return .symbol }
        return name.hasPrefix("wingdings") ? .wingdings : .other
    }

    /// What a value starts with, and its unit.
    private static func number(_ value: String) -> (value: Double, unit: Substring)? {
        let digits = value.prefix { ("0"..."9").contains($0) || $0 == "." }
        guard !digits.isEmpty, let number = Double(digits.hasPrefix(".") ? "0" + digits : digits)
        else { return nil }
        return (number, value[digits.endIndex...].prefix { ("a"..."z").contains($0) || $0 == "%" })
    }

    /// Nothing at all, or two pixels: what newsletters hide so is not for people.
    private static func isTiny(_ value: String) -> Bool {
        guard let (number, unit) = number(value) else { return false }
        return number == 0 || (number <= 2 && (unit == "px" || unit == "pt"))
    }

    /// Whether a margin is seen as a free line.
    private static func isRoom(_ value: String) -> Bool {
        guard let (number, unit) = number(value) else { return value.hasPrefix("auto") }
        switch unit {
        case "px", "pt", "": return number >= 8
        case "cm", "in", "mm": return number > 0.2
        default: return number >= 0.5
        }
    }
}
