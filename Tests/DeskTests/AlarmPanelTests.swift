import Casework
import Desk
import Foundation
import Testing

/// What is seen at a second of the test, and what the administrator is told then.
private struct Step: Sendable {
    var second: Double
    var observation: AlarmPanel.Observation
    /// As in `mailbox fails`; empty for silence.
    var told: [String] = []
}

private struct Play: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [Step]
}

@Suite("When the administrator is told") struct AlarmPanelTests {
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)

    private static func lost(_ part: ServicePart = .mailbox) -> AlarmPanel.Observation {
        .failed(part, AlarmPanel.Report(.unreachable, "no route", isTransient: true))
    }
    private static let wrong = AlarmPanel.Observation.failed(
        .mailbox,
        AlarmPanel.Report(.credentialsRefused, "NO", isTransient: false)
    )
    private static let works = AlarmPanel.Observation.worked(.mailbox)
    private static let missed = AlarmPanel.Report(.messagesMissed, "UID 3", isTransient: false)

    private static let plays = [
        Play(
            testDescription: "a failure that passes is told only when it has lasted",
            steps: [
                Step(second: 0, observation: lost()), Step(second: 60, observation: lost()),
                Step(second: 119, observation: lost()),
                Step(second: 121, observation: lost(), told: ["mailbox fails"]),
                Step(second: 200, observation: lost()),
                Step(second: 260, observation: works, told: ["mailbox works"]),
                Step(second: 300, observation: works),
            ]
        ),
        Play(
            testDescription: "two tries are not enough, however far apart",
            steps: [
                Step(second: 0, observation: lost()), Step(second: 300, observation: lost()),
                Step(second: 301, observation: lost(), told: ["mailbox fails"]),
            ]
        ),
        Play(
            testDescription: "a recovery is told only where the failure was",
            steps: [
                Step(second: 0, observation: lost()), Step(second: 60, observation: lost()),
                Step(second: 100, observation: works), Step(second: 130, observation: lost()),
                Step(second: 190, observation: lost()), Step(second: 200, observation: works),
            ]
        ),
        Play(
            testDescription: "what only a person can end is told at once, and once",
            steps: [
                Step(second: 0, observation: wrong, told: ["mailbox fails"]),
                Step(second: 10, observation: wrong), Step(second: 20, observation: lost()),
                Step(second: 30, observation: works, told: ["mailbox works"]),
            ]
        ),
        Play(
            testDescription: "a failure that turns out to need a person does not wait longer",
            steps: [
                Step(second: 0, observation: lost()),
                Step(second: 10, observation: wrong, told: ["mailbox fails"]),
            ]
        ),
        Play(
            testDescription: "what comes and goes is said to work only once it does for a while",
            steps: [
                Step(second: 0, observation: wrong, told: ["mailbox fails"]),
                Step(second: 60, observation: works, told: ["mailbox works"]),
                Step(second: 120, observation: wrong, told: ["mailbox fails"]),
                Step(second: 180, observation: works), Step(second: 240, observation: wrong),
                Step(second: 300, observation: works), Step(second: 1_100, observation: works),
                Step(second: 1_200, observation: works, told: ["mailbox works"]),
                Step(second: 9_000, observation: wrong, told: ["mailbox fails"]),
                Step(second: 9_010, observation: works, told: ["mailbox works"]),
            ]
        ),
        Play(
            testDescription: "each part has its own state",
            steps: [
                Step(second: 0, observation: wrong, told: ["mailbox fails"]),
                Step(second: 1, observation: lost(.delivery)),
                Step(second: 90, observation: lost(.delivery)),
                Step(second: 140, observation: lost(.delivery), told: ["delivery fails"]),
                Step(second: 150, observation: works, told: ["mailbox works"]),
                Step(second: 160, observation: .worked(.delivery), told: ["delivery works"]),
            ]
        ),
        Play(
            testDescription: "what is mended when it is seen is one mail",
            steps: [
                Step(second: 0, observation: .mended(.gaps, missed), told: ["gaps works"]),
                Step(second: 60, observation: .worked(.gaps)),
            ]
        ),
        Play(
            testDescription: "a clock that is set back neither hurries nor stops anything",
            steps: [
                Step(second: 0, observation: lost()), Step(second: -900, observation: lost()),
                Step(second: -850, observation: lost()),
                Step(second: -770, observation: lost(), told: ["mailbox fails"]),
                Step(second: -700, observation: works, told: ["mailbox works"]),
            ]
        ),
    ]

    @Test("one mail a change of state", arguments: plays)
    private func play(_ play: Play) {
        var panel = AlarmPanel(alarms: Alarms())
        for step in play.steps {
            let now = Self.start.addingTimeInterval(step.second)
            panel.note(step.observation, at: now)
            #expect(told(&panel, at: now) == step.told, "at \(step.second)")
        }
    }

    private func told(_ panel: inout AlarmPanel, at now: Date) -> [String] {
        panel.due(at: now).map { notice in
            panel.confirm(notice, at: now)
            return "\(notice.state.part.rawValue) \(notice.state.isFailing ? "fails" : "works")"
        }
    }

    @Test("played with a restart after each step, nothing is told twice or left out")
    func restarts() {
        var alarms = Alarms()
        var told: [String] = []
        let seen: [(Double, AlarmPanel.Observation)] = [
            (0, Self.wrong), (1, Self.wrong), (2, Self.wrong), (60, Self.works), (61, Self.works),
            (70, Self.wrong), (80, Self.works), (2_000, Self.works),
        ]
        for (second, observation) in seen {
            let now = Self.start.addingTimeInterval(second)
            var panel = AlarmPanel(alarms: alarms)
            panel.note(observation, at: now)
            for notice in panel.due(at: now) {
                alarms.apply(.serviceState(notice.state), at: now)
                told.append("\(Int(second)) \(notice.state.isFailing)")
            }
        }
        // A relapse is steady within one process only: the restart at 80 forgot how long it worked.
        #expect(told == ["0 true", "60 false", "70 true"])
        #expect(alarms.failing[.mailbox] != nil)
    }

    @Test("what is due stays so until it is confirmed")
    func unconfirmed() {
        var panel = AlarmPanel(alarms: Alarms())
        panel.note(Self.wrong, at: Self.start)
        #expect(panel.due(at: Self.start).count == 1)
        #expect(panel.due(at: Self.start).count == 1)
        panel.note(Self.works, at: Self.start)
        #expect(panel.due(at: Self.start).isEmpty, "over before it could be told")
    }

    @Test("a notice says since when, how long, and what waited")
    func contents() throws {
        var panel = AlarmPanel(alarms: Alarms())
        let nextTry = Self.start.addingTimeInterval(150)
        let report = AlarmPanel.Report(
            .timedOut,
            "silence",
            isTransient: false,
            nextTry: nextTry
        )
        panel.note(.failed(.delivery, report), at: Self.start)
        panel.note(.waiting(.delivery, 4), at: Self.start)
        panel.note(.waiting(.delivery, 2), at: Self.start)
        let alarm = try #require(panel.due(at: Self.start).first)
        #expect(alarm.state.since == Self.start && alarm.nextTry == nextTry)
        #expect(alarm.waiting == 4 && alarm.state.detail == "silence")
        panel.confirm(alarm, at: Self.start)
        let end = Self.start.addingTimeInterval(7_500)
        panel.note(.caughtUp(.delivery), at: end)
        panel.note(.worked(.delivery), at: end)
        let recovery = try #require(panel.due(at: end).first)
        #expect(recovery.state.since == Self.start && recovery.endedAt == end)
        #expect(recovery.waiting == 5)
    }
}
