import Foundation
import StropCore
import StropStore

extension Strop {
  /// How many files are named.
  private static let named = 3

  /// Whether the files that were attached are still there, and hold what they held; nil where there are none.
  func evidenceCheck() throws -> HealthCheck? {
    let files = try read { try $0.fileEvidence() }
    guard !files.isEmpty else { return nil }
    var missing: [Evidence] = []
    var changed: [Evidence] = []
    var digests: [String: String] = [:]
    for file in files {
      guard let digest = try digests[file.value] ?? environment.digest(ofFile: file.value) else {
        missing.append(file)
        continue
      }
      digests[file.value] = digest
      if let recorded = file.sha256, recorded != digest { changed.append(file) }
    }
    guard let first = missing.first ?? changed.first else {
      return HealthCheck(
        name: "evidence", state: .ok,
        detail: LocalizedText(
          english: files.count == 1 ? "1 file, as recorded" : "\(files.count) files, as recorded",
          chinese: "\(files.count) 个文件，与记录一致"),
        fix: nil)
    }
    func names(_ files: [Evidence]) -> String {
      let names = files.prefix(Strop.named).map { environment.abbreviated($0.value) }
      return names.joined(separator: " ") + (files.count > Strop.named ? " …" : "")
    }
    func part(_ some: [Evidence], _ english: String, _ chinese: String) -> LocalizedText? {
      guard !some.isEmpty else { return nil }
      // Of a single file there is nothing to count.
      let isCounted = files.count > 1
      return LocalizedText(
        english: (isCounted ? "\(some.count) " : "") + "\(english): \(names(some))",
        chinese: (isCounted ? "\(some.count) 个" : "") + "\(chinese)：\(names(some))")
    }
    let parts = [
      part(missing, "missing or unreadable", "不见了或读不了"),
      part(changed, "changed since", "后来改过"),
    ].compactMap(\.self)
    return HealthCheck(
      name: "evidence", state: .warn,
      detail: LocalizedText(
        english: (files.count == 1 ? "1 file, " : "of \(files.count) files ")
          + parts.map(\.english).joined(separator: "; "),
        chinese: "\(files.count) 个文件" + (files.count == 1 ? "，" : "里")
          + parts.map(\.chinese).joined(separator: "；")),
      fix: LocalizedText("strop show \(first.id)"))
  }
}
