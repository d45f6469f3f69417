import Foundation

extension WorkingDays {
    /// The last hour at which mail counts as received on its day.
    package static let closingHour = 17

    /// The working day from which days are counted: that of receipt, unless it is no working day or
    /// past 17 h 00 in Paris; then the next.
    package static func start(receivedAt time: Date) -> CivilDay {
        let day = CivilDay(of: time)
        // 17 h 00 is in time as long as a letter would write it so.
        let isLate = time >= day.at(hour: closingHour, minute: 1)
        return next(from: isLate ? day.adding(days: 1) : day, in: nil)
    }

    /// The day until which something is promised: so many working days of the agency later, pushed on to
    /// one that is no holiday where the writer is either.
    ///
    /// - Parameter department: the writer's, as in "67" or "974"; `nil`: nobody knows.
    package static func date(adding count: Int, after first: CivilDay, in department: String?)
        -> CivilDay
    {
        var day = first
        for _ in 0..<max(0, count) { day = next(from: day.adding(days: 1), in: nil) }
        return next(from: day, in: department)
    }

    /// That day, if people work on it here and there, else the first after it.
    private static func next(from first: CivilDay, in department: String?) -> CivilDay {
        var day = first
        while !includes(day) || LocalHolidays.include(day, in: department) {
            day = day.adding(days: 1)
        }
        return day
    }
}
