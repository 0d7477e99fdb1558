import Foundation
import StropCore

extension Strop {
  /// Shows a notice on the desktop through `notify-send`, whose body is markup.
  func notify(_ message: Message) async -> SendOutcome {
    guard let program = environment.program("notify-send") else {
      return .retry("notify-send is not installed")
    }
    guard let bus = environment.sessionBus else { return .retry("no desktop session to notify") }
    let markup = message.brief.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return await ProcessRunner.system(within: .seconds(10)).send(
      program, ["--app-name=strop", "--", message.title, markup], variables: bus
    ) { outcome in
      outcome.status == 0 ? .sent(detail: nil) : .retry(outcome.remark ?? outcome.exit(of: program))
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
