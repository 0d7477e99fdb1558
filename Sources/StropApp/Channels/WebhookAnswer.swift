import Foundation
import StropCore

/// What a webhook's server answered.
struct WebhookAnswer {
  let status: Int
  let body: String

  /// Whether it took the message: some answer 200 and say inside that they did not.
  func outcome(of channel: Reminder.Channel) -> SendOutcome {
    let reason = (["HTTP \(status)"] + (remark.map { [$0] } ?? [])).joined(separator: ", ")
    guard status == 200 else {
      return [408, 425, 429].contains(status) || (500...599).contains(status)
        ? .retry(reason) : .failed(reason)
    }
    switch channel {
    case .feishu, .dingTalk, .weCom:
      guard let code else { return .failed("HTTP 200, but no code in the answer") }
      if code == 0 { return .sent(detail: nil) }
      return WebhookAnswer.busy.contains(code) ? .retry(reason) : .failed(reason)
    default: return .sent(detail: nil)
    }
  }

  /// Too many messages, or a system that is busy: Feishu 11232; DingTalk 130101 and 410100; WeCom
  /// 45009 and -1, as their documents say.
  private static let busy: Set = [11_232, 130_101, 410_100, 45_009, -1]

  private var members: [String: Any] {
    let object = try? JSONSerialization.jsonObject(with: Data(body.utf8))
    return object as? [String: Any] ?? [:]
  }

  /// `code` of Feishu, `errcode` of DingTalk and WeCom.
  private var code: Int? {
    let members = members
    return ["code", "errcode"].lazy.compactMap { members[$0] as? Int }.first
  }

  /// The code and the words that came with it, else the first line.
  private var remark: String? {
    let members = members
    let words = ["msg", "errmsg", "error", "message"].lazy.compactMap { members[$0] as? String }
      .first
    if code != nil || words != nil {
      return [code.map { "code \($0)" }, words].compactMap(\.self).joined(separator: ": ")
    }
    let line = body.split(whereSeparator: \.isNewline).first.map { String($0).trimmed } ?? ""
    return line.isEmpty || line.hasPrefix("<") || line == "ok" ? nil : String(line.prefix(200))
  }
}
