import Foundation
import Testing

/// docs/reminder-cases.md and the tests that name its cases.
@Suite struct ReminderCaseTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  private func numbers(_ text: String, _ pattern: some RegexComponent<(Substring, Substring)>)
    -> Set<Int>
  {
    Set(text.matches(of: pattern).compactMap { Int($0.output.1) })
  }

  @Test func `every case of the page has a test, and every test its case`() throws {
    let page = try String(
      contentsOf: ReminderCaseTests.project.appending(path: "docs/reminder-cases.md"),
      encoding: .utf8)
    let cases = numbers(page, #/(?m)^- \*\*(\d+)\*\* /#)
    var named: Set<Int> = []
    for folder in ["StropAppTests", "StropCoreTests", "StropCLITests"] {
      let path = ReminderCaseTests.project.appending(path: "Tests/\(folder)")
      for file in try FileManager.default.contentsOfDirectory(atPath: path.path) {
        guard file.hasSuffix(".swift") else { continue }
        let text = try String(contentsOf: path.appending(path: file), encoding: .utf8)
        for name in text.matches(of: #/func `(case [^`]*)`/#) {
          named.formUnion(numbers(String(name.output.1), #/case (\d+)[,:]/#))
        }
      }
    }
    #expect(cases.count > 40)
    #expect(cases.subtracting(named) == [], "cases without a test")
    #expect(named.subtracting(cases) == [], "tests of a case that the page does not have")
  }
}
