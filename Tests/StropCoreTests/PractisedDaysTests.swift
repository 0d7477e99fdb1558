import StropCore
import Testing

struct PractisedDaysTests {
  private let monday = Day(number: 20_000)

  private func practised(_ skill: [(day: Int, minutes: Int)]...) -> PractisedDays {
    var days = PractisedDays()
    for (number, one) in skill.enumerated() {
      days.add(
        "skill-\(number)",
        one.map { PractisedDays.Practised(day: monday + $0.day, minutes: $0.minutes) })
    }
    return days
  }

  @Test func `several check-ins of a day are one session, in whatever order they come`() {
    let days = practised([(3, 10), (0, 5), (3, 20), (1, 0)])
    let found = days.practised("skill-0", in: monday...(monday + 6))
    #expect(found.map { $0.day - monday } == [0, 1, 3])
    #expect(found.map(\.minutes) == [5, 0, 30])
  }

  @Test func `a range holds its both ends and nothing outside`() {
    let days = practised([(0, 1), (2, 10), (4, 100)], [(5, 1_000)])
    #expect(days.minutes("skill-0", in: monday...(monday + 4)) == 111)
    #expect(days.minutes("skill-0", in: (monday + 1)...(monday + 4)) == 110)
    #expect(days.minutes("skill-0", in: (monday + 2)...(monday + 3)) == 10)
    #expect(days.minutes("skill-0", in: (monday + 3)...(monday + 3)) == 0)
    #expect(days.minutes("no-such", in: monday...(monday + 6)) == 0)
    #expect(days.skills(in: (monday + 5)...(monday + 6)) == ["skill-1"])
  }

  @Test func `totals count sessions by skill and day, active days once`() {
    let totals = practised([(0, 5), (1, 5)], [(1, 7), (9, 100)]).totals(in: monday...(monday + 6))
    #expect((totals.sessions, totals.minutes, totals.activeDays) == (3, 17, 2))
  }
}
