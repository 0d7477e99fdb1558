import StropCore

extension Strop {
  /// Sends a mail through this machine's `sendmail`, else through `msmtp`.
  func mail(_ message: Message) async -> SendOutcome {
    guard let to = settings[.mailTo] else {
      return .failed("no address is set: strop config set mail.to me@example.com")
    }
    guard let program = environment.mailProgram else {
      return .retry("neither sendmail nor msmtp is installed")
    }
    let mail = MailText(
      from: settings[.mailFrom], to: to, message: message, date: environment.now, id: newID())
    return await ProcessRunner.system.send(program, ["-t", "-i"], input: mail.text) { outcome in
      let detail = outcome.remark ?? outcome.exit(of: program)
      return switch outcome.status {
      case 0: .sent(detail: nil)
      // Of sysexits.h: the system (71), the host's name (68), which a laptop without network cannot
      // look up, and "try again" (75). Signals are above 128.
      case 68, 71, 75, 128...: .retry(detail)
      default: .failed(detail)
      }
    }
  }
}

extension Environment {
  /// What takes mail on this machine; nil where nothing does.
  var mailProgram: String? { program("sendmail") ?? program("msmtp") }
}
