import Foundation
import StropApp
import StropCore
import Testing

@Suite struct ZoneLookupTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let variable: String
    let name: String
    /// In minutes, at noon UTC on 2026-07-01.
    let offset: Int

    var testDescription: String { "TZ=\(variable)" }
  }

  private func environment(_ variables: [String: String]) throws -> Environment {
    let fixture = try StropFixture(variables)
    return try fixture.environment(at: "2026-07-01T12:00:00Z")
  }

  @Test(arguments: [
    Case(variable: "Asia/Shanghai", name: "Asia/Shanghai", offset: 480),
    Case(variable: ":Asia/Shanghai", name: "Asia/Shanghai", offset: 480),
    Case(variable: "/usr/share/zoneinfo/Asia/Shanghai", name: "Asia/Shanghai", offset: 480),
    Case(variable: "America/New_York", name: "America/New_York", offset: -240),
    Case(variable: "Asia/Kathmandu", name: "Asia/Kathmandu", offset: 345),
    Case(variable: "UTC", name: "UTC", offset: 0),
    Case(variable: "", name: "UTC", offset: 0),
    Case(variable: "CST-8", name: "UTC+08:00", offset: 480),
    Case(variable: "NST3:30", name: "UTC-03:30", offset: -210),
  ])
  func `TZ is read as POSIX and IANA write it`(_ expected: Case) throws {
    let environment = try environment(["TZ": expected.variable])
    let (zone, source) = try environment.zone(setting: nil)
    #expect(zone.name == expected.name)
    #expect(zone.offset(environment.now) == expected.offset * 60)
    #expect(source == .variable)
  }

  @Test(arguments: ["Bogus", "Asia/Shangai", "CST", "asia/shanghai", "+08:00", "CST-8CDT,M3.2.0"])
  func `case 53: a zone that does not exist is an error, never UTC`(_ name: String) throws {
    let environment = try environment(["TZ": name])
    #expect(throws: Failure.self) { try environment.zone(setting: nil) }
  }

  @Test func `the setting comes before TZ, and a fixed offset can be set`() throws {
    let environment = try environment(["TZ": "Bogus"])
    let (zone, source) = try environment.zone(setting: "UTC+08:00")
    #expect(zone.offset(environment.now) == 28_800)
    #expect(source == .setting)
  }
}
