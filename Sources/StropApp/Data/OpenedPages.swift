import Foundation
import StropCore
import StropStore

extension Strop {
  /// What an opener has to say it says by then; one that goes on is the browser itself.
  private static let openingTime = Duration.seconds(3)

  /// Writes a page beside the database, where only the user can read it; one of the same name is replaced.
  ///
  /// - Returns: its path.
  /// - Throws: `Failure.fileUnwritable`.
  package func writePage(_ text: String, named name: String) throws -> String {
    let directory = URL(fileURLWithPath: store.path).deletingLastPathComponent().appending(
      path: "pages"
    ).path
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let file = directory + "/" + name
    guard FileReplacement.write(text, to: file, mode: 0o600) == true else {
      throw Failure.fileUnwritable(path: file)
    }
    return file
  }

  /// Opens a page in the user's browser, which goes on when strop has ended.
  ///
  /// `page`: its path.
  /// - Throws: `Failure.pageNotOpened`.
  package func openPage(_ page: String) async throws {
    let shown = environment.abbreviated(page)
    guard environment.hasBrowser else { throw Failure.pageNotOpened(path: shown, .noDesktop) }
    guard let program = environment.program("xdg-open") else {
      throw Failure.pageNotOpened(path: shown, .noOpener)
    }
    if let status = await ProcessRunner.launch(program, [page], watching: Strop.openingTime),
      status != 0
    {
      throw Failure.pageNotOpened(path: shown, .failed(status: status))
    }
  }
}

/// Why a page stands where it was written, and nowhere else.
package enum OpeningProblem: Sendable {
  /// Neither a display nor a browser is named by the variables.
  case noDesktop
  case noOpener
  case failed(status: Int32)
}

extension Environment {
  /// Whether there is something to open a page with: a display, a browser that the user named, or Windows around this
  /// machine.
  fileprivate var hasBrowser: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"].contains { variable($0) != nil }
  }
}
