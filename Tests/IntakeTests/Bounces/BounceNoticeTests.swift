import Mail
import Testing

@testable import Intake

@Suite("Delivery notices in words") struct BounceNoticeTests {
    @Test("a system's layout is read", arguments: NoticeCase.systems)
    func systems(_ notice: NoticeCase) { check(notice) }

    @Test("what stands beside is not taken for it", arguments: NoticeCase.traps)
    func traps(_ notice: NoticeCase) { check(notice) }

    private func check(_ notice: NoticeCase) {
        let report = deliveryReport(of: notice.message)
        #expect((report?.recipients ?? []).map(\.summary) == notice.expected)
        #expect(report?.originalMessageID == notice.originalMessageID)
    }
}
