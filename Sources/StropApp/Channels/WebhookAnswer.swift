import Foundation
import StropCore

/// What a webhook's server answered.
struct WebhookAnswer {
  let status: Int
  let body: String

  /// Whether it took the message.
  ///
  /// `code`: the member that is 0 in the answer of a server that took it, where 200 alone does not say so;
  /// `busy`: its values that mean that it may take it later.
  func outcome(code name: String? = nil, busy: Set<Int> = []) -> SendOutcome {
    let reason = LocalizedText(
      (["HTTP \(status)"] + (remark.map { [$0] } ?? [])).joined(separator: ", "))
    guard status == 200 else {
      return [408, 425, 429].contains(status) || (500...599).contains(status)
        ? .retry(reason) : .failed(reason)
    }
    guard let name else { return .sent(detail: "HTTP \(status)") }
    guard let code = members[name] as? Int else {
      return .failed(
        LocalizedText(
          english: "HTTP 200, but no \(name) in the answer", chinese: "HTTP 200，但回复里没有 \(name)"))
    }
    if code == 0 { return .sent(detail: reason.english) }
    return busy.contains(code) ? .retry(reason) : .failed(reason)
  }

  private var members: [String: Any] {
    let object = try? JSONSerialization.jsonObject(with: Data(body.utf8))
    return object as? [String: Any] ?? [:]
  }

  /// The code and the words that came with it, else the first line.
  private var remark: String? {
    let members = members
    let code = ["code", "errcode"].lazy.compactMap { members[$0] as? Int }.first
    let words = ["msg", "errmsg", "error", "message"].lazy.compactMap { members[$0] as? String }
      .first
    if code != nil || words != nil {
      return [code.map { "code \($0)" }, words].compactMap(\.self).joined(separator: ": ")
    }
    let line = body.split(whereSeparator: \.isNewline).first.map { String($0).trimmed } ?? ""
    return line.isEmpty || line.hasPrefix("<") || line == "ok" ? nil : String(line.prefix(200))
  }
}
