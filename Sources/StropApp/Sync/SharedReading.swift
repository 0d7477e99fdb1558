import Foundation
import StropCore
import StropStore

/// A line of the repository that is not known here, and where it stands.
struct IncomingLine {
  let file: SharedFile
  /// From 1.
  let number: Int
  let line: SharedLine
}

/// Reads files of the repository against what is known of them.
struct SharedReading {
  let state: SharedState
  let reader: Reader
  /// The device that writes here; nil before its first entry.
  let own: String?
  /// A file's bytes by its path; nil where it is not there.
  let contents: (String) -> Data?

  /// The lines that were added to these files, by device, in the order in which they were written.
  ///
  /// - Throws: `SyncFailure.foreignFile`; `.badFile` where anything but adding was done to one of them.
  func added(to paths: [String]) throws -> [String: [IncomingLine]] {
    var added: [String: [IncomingLine]] = [:]
    for path in paths.sorted() where path.hasPrefix(SharedFile.directory) {
      guard let file = SharedFile(path: path) else {
        if path == SyncReadme.besideJournals { continue }
        throw Failure.sync(.foreignFile(path: path))
      }
      added[file.device, default: []] += try self.added(to: file)
    }
    for (device, lines) in added {
      let sorted = lines.sorted { $0.line.sequence < $1.line.sequence }
      var expected = (state.newest[device] ?? 0) + 1
      for line in sorted {
        guard line.line.sequence == expected else {
          throw line.failure(.outOfOrder(found: line.line.sequence, expected: expected))
        }
        expected += 1
      }
      try refuseForged(sorted, of: device)
      added[device] = sorted
    }
    return added.filter { !$0.value.isEmpty }
  }

  /// Who can write into the repository is not to change this machine's settings, which name a program that is run.
  private func refuseForged(_ lines: [IncomingLine], of device: String) throws {
    if let line = lines.first(where: \.line.isOthersSetting) { throw line.failure(.othersSetting) }
    guard device == own else { return }
    for line in lines where try reader.line(of: device, line.line.sequence) == nil {
      throw line.failure(.notWritten)
    }
  }

  private func added(to file: SharedFile) throws -> [IncomingLine] {
    let known = state.lines[file] ?? 0
    let data = contents(file.path) ?? Data()
    func failure(_ number: Int, _ problem: SharedFileProblem) -> Failure {
      .sync(.badFile(file, line: number, problem))
    }
    let text = data.holdsZero ? nil : String(validating: data, as: UTF8.self)
    guard let text else { throw failure(data.firstInvalidLine, .malformed(.notJSON)) }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What is behind the last newline: nothing.
    let rest = lines.removeLast()
    guard lines.count >= known else {
      throw failure(
        lines.count + 1, rest.isEmpty ? .missing(had: known, has: Int64(lines.count)) : .cutOff)
    }
    var added: [IncomingLine] = []
    var last: Int64 = 0
    for (index, bytes) in lines.enumerated() {
      let isKnown = index < known
      let line = SharedLine(Substring(bytes))
      guard let line, line.device == file.device, line.month == file.month else {
        throw failure(index + 1, isKnown ? .changed : .misplaced)
      }
      guard line.sequence > last else {
        throw failure(
          index + 1, isKnown ? .changed : .outOfOrder(found: line.sequence, expected: last + 1))
      }
      last = line.sequence
      guard isKnown else {
        added.append(IncomingLine(file: file, number: index + 1, line: line))
        continue
      }
      let here = try reader.line(of: line.device, line.sequence)?.text
      guard let here, here.utf8.elementsEqual(bytes) else { throw failure(index + 1, .changed) }
    }
    guard rest.isEmpty else { throw failure(lines.count + 1, .cutOff) }
    return added
  }
}

extension IncomingLine {
  func failure(_ problem: SharedFileProblem) -> Failure {
    .sync(.badFile(file, line: number, problem))
  }
}

extension [IncomingLine] {
  /// What is told of a line that the journal refused, whose number is that within these.
  func failure(_ error: ImportError) -> Failure {
    switch error {
    case .conflict(let number, _, let sequence):
      self[number - 1].failure(.conflict(sequence: sequence))
    case .malformed(let number, let problem):
      self[number - 1].failure(.malformed(problem))
    case .encoded:
      .badImport(error)
    }
  }
}
