import Casework
import Desk
import Foundation
import Mail

/// Plays the demonstration, and shows and writes down what happens as it happens.
final class Demonstration {
    private let stage: DemoStage
    private let folder: DemoFolder
    private let text: DemoText
    private let page: DemoPage
    /// Seconds between two messages, for people to read.
    private let pause: Double
    private var story = DemoStory()
    private var hasAnsweredQuestion = false

    /// Seconds without any news after which something is wrong.
    private static let patience = 120.0

    init(stage: DemoStage, folder: DemoFolder, text: DemoText, page: DemoPage, pause: Double) {
        self.stage = stage
        self.folder = folder
        self.text = text
        self.page = page
        self.pause = pause
    }

    /// Delivers the mails and shows what becomes of them; false when somebody asks to stop before.
    func play(_ mails: DemoMails, isListening: Bool) throws -> Bool {
        let start = ContinuousClock.now
        Output.write(text.opening(mailCount: mails.mails.count, stage: stage))
        try stage.deliver(mails.mails)
        stage.start()
        // One of those who wrote is asked a question, and answers it.
        let count = mails.mails.count + 1
        guard try follow(until: count, failsOnTrouble: true) else { return false }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if let recap = try stage.recap() {
            Output.write(text.recap(recap))
            try folder.write(recap.bytes, to: folder.recap)
        }
        Output.write(text.closing(story, seconds: seconds, isListening: isListening))
        return true
    }

    /// Shows each new message until somebody asks to stop.
    func listen() throws {
        let mutt = DemoText.muttConfiguration(stage.server)
        try folder.write(Array(mutt.utf8), to: folder.mutt)
        Output.write(text.listening(stage))
        _ = try follow(until: .max, failsOnTrouble: false)
    }

    /// Shows messages, each when nothing more is to come of it, at a pace that people can read;
    /// false when somebody asks to stop before that many are shown.
    private func follow(until count: Int, failsOnTrouble: Bool) throws -> Bool {
        var notBefore = ContinuousClock.now
        while story.shownCount < count {
            let pause = max(.zero, notBefore - .now) / .seconds(1)
            let patience = story.hasNextComplete ? pause : Self.patience
            if let news = stage.news.next(within: patience) {
                guard try take(news, failsOnTrouble: failsOnTrouble) else { return false }
            } else if !story.hasNextComplete, failsOnTrouble {
                throw Failure(
                    code: .fault,
                    message: "guichet demo: the service came to no end; see \(folder.log.path)"
                )
            }
            guard ContinuousClock.now >= notBefore, let entry = story.nextComplete() else {
                continue
            }
            try show(entry)
            notBefore = .now + .seconds(self.pause)
        }
        return true
    }

    private func show(_ entry: DemoStory.Entry) throws {
        Output.write(text.entry(entry, in: story))
        try writeMails(of: entry)
        try folder.write(Array(page.html(of: story, at: Date()).utf8), to: folder.page)
        try answerQuestion(in: entry)
    }

    /// False when it is time to stop.
    private func take(_ news: DemoNews, failsOnTrouble: Bool) throws -> Bool {
        switch news {
        case .stop: return false
        case .ended(let error):
            throw Failure(
                code: .fault,
                message: "guichet demo: the service ended: \(error.map { "\($0)" } ?? "unasked")"
            )
        case .service(.filed(let arrival, let decision)): story.file(arrival, decision)
        case .service(.settled(let mail, let outcome)): story.settle(mail, outcome)
        case .service(.mailboxFailed(let error, _)): try trouble("\(error)", failsOnTrouble)
        case .service(.journalFailed(let detail, _)): try trouble(detail, failsOnTrouble)
        case .service: break
        }
        return true
    }

    private func trouble(_ detail: String, _ isFatal: Bool) throws {
        guard !isFatal else {
            throw Failure(code: .unavailable, message: "guichet demo: \(detail)")
        }
        Output.write(text.trouble(detail))
    }

    /// The person who was asked which offer they mean reads the question and answers "2".
    private func answerQuestion(in entry: DemoStory.Entry) throws {
        guard !hasAnsweredQuestion, let question = entry.account.answer,
            question.role == .clarification,
            let reader = question.forwardPaths.first,
            let read = stage.newestMail(of: reader)
        else { return }
        hasAnsweredQuestion = true
        let text = "Bonjour,\r\n\r\nPlutôt la 2. Merci de votre réponse rapide !\r\n"
        if let answer = DemoMail(answering: read, with: text, sentAt: Date()) {
            try stage.deliver([answer])
        }
    }

    // MARK: Files

    private func writeMails(of entry: DemoStory.Entry) throws {
        let number = entry.number < 10 ? "0\(entry.number)" : "\(entry.number)"
        try folder.write(
            entry.arrival.bytes,
            to: folder.received.appendingPathComponent("\(number).eml")
        )
        for (index, mail) in entry.decision.mails.enumerated() {
            let name = "\(number)-\(index + 1)-\(mail.role.rawValue).eml"
            try folder.write(mail.bytes, to: folder.sent.appendingPathComponent(name))
        }
    }
}
