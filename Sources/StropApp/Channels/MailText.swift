import Foundation
import StropCore

/// A message as mail (RFC 5322, MIME): in ASCII, with no line over 76 characters, so that nothing in it
/// can make a header or end the mail.
struct MailText {
  /// Nil to let the mail program say.
  let from: String?
  let to: String
  let message: Message
  let date: Instant
  /// What its Message-ID begins with: letters and digits, different for each mail.
  let id: String

  var text: String { (headers + content).joined(separator: "\n") + "\n" }

  private var headers: [String] {
    (from.map { ["From: " + $0] } ?? []) + [
      "To: " + to,
      "Subject: " + MailText.header(message.title),
      "Date: " + MailText.date(date),
      "Message-ID: <\(id)@strop.invalid>",
      "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
    ]
  }

  private var content: [String] {
    let plain = MailText.part("text/plain", message.body)
    guard let html = message.html else { return MailText.joined(plain) }
    let boundary = "=_strop_" + id
    let parts = [plain, MailText.part("text/html", html)]
    return ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
      + parts.flatMap { ["--" + boundary] + MailText.joined($0) } + ["--" + boundary + "--"]
  }

  private static func part(_ type: String, _ text: String) -> (headers: [String], body: String) {
    (
      ["Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64"],
      Data(text.utf8).base64EncodedString(
        options: [.lineLength76Characters, .endLineWithLineFeed])
    )
  }

  private static func joined(_ part: (headers: [String], body: String)) -> [String] {
    part.headers + ["", part.body]
  }

  /// A header's text: plain where it is short ASCII, else encoded words of UTF-8 (RFC 2047, 2), each
  /// on a line of its own.
  static func header(_ text: String) -> String {
    let isPlain =
      text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
      && !text.contains("=?")
    if isPlain { return text }
    return pieces(of: text).map { "=?UTF-8?B?" + Data($0.utf8).base64EncodedString() + "?=" }
      .joined(separator: "\n ")
  }

  /// Cut between characters into at most 39 bytes each, so that no line is over 76 characters. A
  /// character that is longer is cut between its scalars.
  private static func pieces(of text: String) -> [String] {
    let longest = 39
    var pieces = [""]
    func add(_ part: String) {
      let last = pieces.count - 1
      if pieces[last].utf8.count + part.utf8.count <= longest {
        pieces[last] += part
      } else if pieces[last].isEmpty {
        pieces[last] = part
      } else {
        pieces.append(part)
      }
    }
    for character in text {
      if String(character).utf8.count <= longest {
        add(String(character))
      } else {
        for scalar in character.unicodeScalars { add(String(scalar)) }
      }
    }
    return pieces
  }

  /// `Mon, 23 Nov 2026 13:30:00 +0000` (RFC 5322, 3.3).
  private static func date(_ instant: Instant) -> String {
    var seconds = time_t(instant.milliseconds / 1_000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    // The program never sets a locale: the names are English.
    let length = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S +0000", &parts)
    return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
