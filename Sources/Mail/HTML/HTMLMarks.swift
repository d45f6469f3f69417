// Follows the marks of mail programs (see `MarkRule`).

extension HTMLRenderer {
    typealias Element = OpenElements.Element

    mutating func startMark(_ tag: HTMLTag, _ style: HTMLStyle, _ element: inout Element) {
        guard let rule = MarkRule(tag, style) else { return }
        switch rule {
        case .rest: startRest()
        case .headerOfRest:
            // The mail runs on behind its header, wherever it was announced.
            if let rest = unwrittenRest { page.dropMark(rest) }
            element.marking = .header(page.openMark(.quoteHeader), rule)
        case .header, .headerOrForward, .forwardHeader:
            element.marking = .header(page.openMark(.quoteHeader), rule)
        case .maybeHeaderOfRest, .maybeHeaderOrQuoted:
            // One at a time, so that no line is tried for each element around it.
            guard !isTrying else {
                element.marking = .bound
                return
            }
            isTrying = true
            element.marking = .header(page.openMark(.quoteHeader), rule)
        case .quoted: element.marking = .mark(page.openMark(.quoted))
        case .signature: element.marking = .mark(page.openMark(.signature))
        case .signatureBelow:
            endRests()
            element.marking = .mark(page.openMark(.signature))
        case .quoteContainer:
            let container = OpenElements.QuoteContainer(mark: page.openMark(.quoted))
            element.marking = .container(container)
        case .bound: element.marking = .bound
        }
        // Where no more elements can be followed, neither can their marks.
        guard open.isFull, let marking = element.marking else { return }
        element.marking = nil
        switch marking {
        case .mark(let id): page.dropMark(id)
        case .header(let id, let rule):
            page.dropMark(id)
            if rule == .maybeHeaderOfRest || rule == .maybeHeaderOrQuoted { isTrying = false }
        case .container(let container): page.dropMark(container.mark)
        case .bound: break
        }
    }

    /// The quoted mail that was announced last and of which nothing is written yet.
    private var unwrittenRest: PageMarks.ID? {
        newestRest.flatMap { page.isWritten($0) ? nil : $0 }
    }

    /// Quoted mail up to the end of what holds it, else of the text.
    mutating func startRest() {
        guard unwrittenRest == nil else { return }
        let id: PageMarks.ID
        if let bound = open.bound {
            guard open[bound].rests.count < Self.maximumNesting else { return }
            id = page.openMark(.quoted)
            open[bound].rests.append(id)
        } else {
            guard rests.count < Self.maximumNesting else { return }
            id = page.openMark(.quoted)
            rests.append(id)
        }
        newestRest = id
    }

    /// The quoted mail that was announced in this place is over.
    private mutating func endRests() {
        if let bound = open.bound {
            for id in open[bound].rests.reversed() { page.closeMark(id) }
            open[bound].rests = []
        } else {
            for id in rests.reversed() { page.closeMark(id) }
            rests = []
        }
        newestRest = nil
    }

    /// A blockquote starts, which needs no mark: what announced it is a header.
    mutating func startQuotation() {
        if let rest = unwrittenRest {
            page.dropMark(rest)
            newestRest = nil
        }
        if let bound = open.bound, case .mark(let id) = open[bound].marking, !page.isWritten(id) {
            page.dropMark(id)
        }
        guard let index = open.container, case .container(var container) = open[index].marking,
            container.holdsBlockquote == nil
        else { return }
        if let words = container.wordsAtHeader {
            container.holdsBlockquote = page.words == words
        } else {
            let isShort = page.length(under: container.mark) <= Self.longestHeader
            container.holdsBlockquote = isShort
            // Quoted mail that runs on from before here is no part of a header.
            if isShort, open.bound == index, open[index].rests.isEmpty {
                page.copyMark(container.mark, as: .quoteHeader)
            }
        }
        open[index].marking = .container(container)
    }

    /// A header without a name of its own takes no more octets.
    private static let longestHeader = 600

    mutating func endMarks(of element: Element) {
        for id in element.rests.reversed() { page.closeMark(id) }
        if element.rests.contains(where: { $0 == newestRest }) { newestRest = nil }
        switch element.marking {
        case .mark(let id): page.closeMark(id)
        case .header(let id, let rule): endHeader(id, rule)
        case .container(let container): endContainer(container)
        case .bound, nil: break
        }
    }

    private mutating func endHeader(_ id: PageMarks.ID, _ rule: MarkRule) {
        switch rule {
        case .headerOfRest:
            page.closeMark(id)
            noteHeader(isForward: false)
            startRest()
        case .maybeHeaderOfRest, .maybeHeaderOrQuoted:
            isTrying = false
            if MarkRule.readsLikeHeader(page.written(under: id, limit: 20_000)) {
                page.closeMark(id)
                startRest()
            } else if rule == .maybeHeaderOrQuoted {
                page.closeMark(id, as: .quoted)
            } else {
                page.dropMark(id)
            }
        case .forwardHeader: endForwardHeader(id)
        case .headerOrForward:
            let start = page.written(under: id, limit: 60)
                .drop { $0 == UInt8(ascii: ">") || $0.isWhiteSpace }
            let isForward = start.hasPrefix("-----")
            page.closeMark(id, as: isForward ? .forwardHeader : .quoteHeader)
            noteHeader(isForward: isForward)
        default:
            page.closeMark(id)
            noteHeader(isForward: false)
        }
    }

    /// Thunderbird names the table of fields, and not the title above it.
    private mutating func endForwardHeader(_ id: PageMarks.ID) {
        guard let bound = open.bound, case .mark(let quoted) = open[bound].marking,
            open[bound].rests.isEmpty
        else {
            return page.closeMark(id, as: .forwardHeader)
        }
        guard (1..<Self.longestFields).contains(page.length(under: quoted)) else {
            return page.closeMark(id, as: .forwardHeader)
        }
        page.dropMark(id)
        page.copyMark(quoted, as: .forwardHeader)
    }

    /// A table of fields with many addressees.
    private static let longestFields = 20_000

    private mutating func noteHeader(isForward: Bool) {
        if let bound = open.bound, case .mark(let id) = open[bound].marking, !page.isWritten(id) {
            page.dropMark(id)
        }
        guard let index = open.container, case .container(var container) = open[index].marking,
            container.wordsAtHeader == nil
        else { return }
        container.wordsAtHeader = page.words
        container.isForward = isForward
        open[index].marking = .container(container)
    }

    private mutating func endContainer(_ ended: OpenElements.QuoteContainer) {
        // A container in a container says what the outer one holds.
        if let index = open.container, case .container(var outer) = open[index].marking {
            outer.holdsBlockquote = outer.holdsBlockquote ?? ended.holdsBlockquote
            outer.wordsAtHeader = outer.wordsAtHeader ?? ended.wordsAtHeader
            open[index].marking = .container(outer)
        }
        let isQuoted = ended.isForward || ended.holdsBlockquote != true
        guard isQuoted, ended.wordsAtHeader != page.words else { return page.dropMark(ended.mark) }
        let last = page.lastVisible
        let isHeader =
            ended.holdsBlockquote == nil && ended.wordsAtHeader == nil
            && page.length(under: ended.mark) <= Self.longestHeader
            && (last == UInt8(ascii: ":") || last == UInt8(ascii: "-"))
        page.closeMark(ended.mark, as: isHeader ? .quoteHeader : .quoted)
    }
}
