import Foundation
import StropRender
import Testing

/// The manual pages, read by both programs that people read them with.
struct ManualTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/man")

  private func pages(_ folder: String) throws -> [String] {
    let directory = ManualTests.folder.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      .map { directory.appending(path: $0).path }
  }

  @Test(arguments: ["man1", "zh_CN/man1"])
  func `mandoc finds no fault but that the pages have no date`(folder: String) throws {
    let home = try StropHome(.empty)
    let check = try home.run(
      ["/usr/bin/env", "mandoc", "-Tlint", "-Wwarning"] + (try pages(folder))
    ).end()
    let faults = check.lines().filter { !$0.isEmpty && !$0.contains(#"missing date, using """#) }
    #expect(faults == [])
    #expect(check.errors == "")
  }

  @Test(arguments: ["man1", "zh_CN/man1"], [50, 80])
  func `man sets every page without a warning, and no line too wide`(
    folder: String, columns: Int
  ) throws {
    let home = try StropHome(.empty)
    let pages = try pages(folder)
    let shown = try home.run(
      ["/usr/bin/env", "man", "--warnings", "-l"] + pages,
      with: ["MANWIDTH": String(columns), "MANPAGER": "cat", "LC_ALL": "C.UTF-8"]
    ).end()
    #expect(shown.status == 0)
    #expect(shown.errors == "")
    let heading = folder == "man1" ? "SYNOPSIS" : "概要"
    #expect(shown.lines().filter { $0 == heading }.count == pages.count)
    // A narrower one cannot hold every command to type.
    guard columns == 80 else { return }
    for line in shown.lines() { #expect(line.displayWidth <= columns, "\(line)") }
  }

  @Test func `whatis can read what each page is about`() throws {
    let home = try StropHome(.empty)
    let paths = try pages("man1") + pages("zh_CN/man1")
    let names = try home.run(
      ["/usr/bin/env", "lexgrog"] + paths, with: ["LC_ALL": "C.UTF-8"]
    ).end()
    #expect(names.errors == "")
    for (path, line) in zip(paths, names.lines()) {
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      #expect(line.contains("\"\(name) - "), "\(line)")
    }
  }
}
