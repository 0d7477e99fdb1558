import Foundation
import Testing

/// Pages as they are recorded, in a real browser.
struct PageTests {
  /// What a page gets wrong, `Tests/Pages/pages.py` says; its pictures are attached: with `swift test --attachments-path DIR`
  /// they are kept.
  @Test(arguments: [("en", "360-light"), ("zh", "1280-dark")])
  func `every page opens without a request or a complaint, fits its window, and can be used by all`(
    language: String, axeAt: String
  ) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let axe = tests.deletingLastPathComponent().appending(
      path: ".build/axe/axe_playwright_python/axe.min.js")
    try #require(FileManager.default.fileExists(atPath: axe.path), "scripts/test fetches it")
    let golden = tests.appending(path: "StropRenderTests/Golden")
    let pages = try FileManager.default.contentsOfDirectory(atPath: golden.path).sorted()
      .filter { $0.hasSuffix("." + language + ".html") }
    #expect(pages.count >= 7)
    let home = try StropHome()
    let outcome = try home.run(
      [
        "/usr/bin/env", "python3", tests.appending(path: "Pages/pages.py").path, "--out",
        home.path("pictures"), "--axe", axe.path, "--axe-at", axeAt,
      ] + pages.map { golden.appending(path: $0).path }
    ).end(within: 300)  // 42 pictures: on busy cores more than a minute
    #expect(outcome == .success(""))
    let pictures = try FileManager.default.contentsOfDirectory(atPath: home.path("pictures"))
    #expect(pictures.count { $0.hasSuffix(".png") } == 6 * pages.count)
    for picture in pictures {
      let data = try Data(contentsOf: URL(fileURLWithPath: home.path("pictures/" + picture)))
      #expect(data.count > 2_000, "\(picture)")
      Attachment.record(data, named: picture)
    }
  }
}
