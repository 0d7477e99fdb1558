import Foundation
import StropCore
import StropRender

extension Strop {
  func send(
    _ digest: Digest, _ channel: Reminder.Channel, _ language: Language,
    print: (String) throws -> Void
  ) async -> SendOutcome {
    let renderer = TextRenderer(language: language, columns: 72, color: false)
    switch channel {
    case .stdout:
      do {
        try print(renderer.digest(digest))
        return .sent(detail: nil)
      } catch {
        return .retry("standard output cannot be written")
      }
    case .notifySend:
      let (title, body) = renderer.notification(digest)
      return await notify(title: title, body: body).map { .retry($0) } ?? .sent(detail: nil)
    }
  }

  private func notify(title: String, body: String) async -> String? {
    guard let program = environment.program("notify-send") else {
      return "notify-send is not installed"
    }
    guard let bus = environment.sessionBus else { return "no desktop session to notify" }
    let markup = body.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    do {
      let outcome = try await ProcessRunner.system.run(
        program, ["--app-name=strop", "--", title, markup], "", bus)
      return outcome.status == 0 ? nil : outcome.errors.trimmed
    } catch {
      return "notify-send did not run"
    }
  }
}

extension Environment {
  /// The variables that reach the user's desktop session, which cron does not set; nil without one.
  var sessionBus: [String: String]? {
    if let address = variable("DBUS_SESSION_BUS_ADDRESS") {
      return ["DBUS_SESSION_BUS_ADDRESS": address]
    }
    let directory = variable("XDG_RUNTIME_DIR") ?? "/run/user/\(getuid())"
    guard FileManager.default.fileExists(atPath: directory + "/bus") else { return nil }
    return [
      "XDG_RUNTIME_DIR": directory, "DBUS_SESSION_BUS_ADDRESS": "unix:path=\(directory)/bus",
    ]
  }
}
