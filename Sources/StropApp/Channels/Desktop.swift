import Foundation
import StropCore

extension DeliveryChannel {
  /// A notice on the desktop, through `notify-send`, whose body is markup.
  static let desktop = DeliveryChannel(
    .notifySend, limit: 10,
    lack: { strop in
      if strop.environment.program("notify-send") == nil {
        return .program("notify-send", package: "libnotify-bin")
      }
      return strop.environment.sessionBus == nil
        ? Lack("no desktop session here", "这里没有桌面会话", fix: nil) : nil
    },
    send: { message, strop, limit, _ in
      guard let program = strop.environment.program("notify-send") else {
        return .retry(
          LocalizedText(english: "notify-send is not installed", chinese: "没有安装 notify-send"))
      }
      guard let bus = strop.environment.sessionBus else {
        return .retry(LocalizedText(english: "no desktop session to notify", chinese: "没有桌面会话"))
      }
      return await ProcessRunner.system(within: .seconds(limit)).send(
        program, ["--app-name=strop", "--", message.title, message.brief.escapedForMarkup],
        variables: bus
      ) { outcome in
        outcome.status == 0 ? .sent(detail: nil) : .retry(outcome.answer(of: program))
      }
    })
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
