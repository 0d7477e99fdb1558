import Foundation
import Testing

struct ConfigCommandTests {
  @Test func `every setting is listed with its value and default`() throws {
    let home = try StropHome()
    #expect(try home.strop("config") == home.strop("config", "list"))
    let list = try home.strop("config", "list", "--json")
    #expect(list.errors == "")
    let settings = try list.list("settings")
    #expect(settings.allSatisfy { $0.has("key value default") })
    #expect(
      settings.map { $0["key"] as? String } == [
        "channels", "command.path", "day-start", "gpu-hour-price", "hardware", "language",
        "mail.from", "mail.to",
        "quiet", "sync.auto", "sync.name",
        "zone", "ntfy.url", "ntfy.token", "slack.url", "feishu.url", "feishu.secret",
        "dingtalk.url",
        "dingtalk.secret", "wecom.url",
      ])
    #expect(try home.strop("config", "--lang", "zh").output.contains("一天从几点算起"))
  }

  @Test func `a value is set, got, undone and unset`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("config", "set", "zone", "America/New_York")
        == .success("zone = America/New_York\n"))
    #expect(try home.strop("config", "get", "zone") == .success("America/New_York\n"))
    #expect(try home.strop("today", "--json").json["zone"] as? String == "America/New_York")
    try home.strop("undo")
    #expect(try home.strop("today", "--json").json["zone"] as? String == "Asia/Shanghai")
    try home.strop("config", "set", "day-start", "05:30")
    let unset = try home.strop("config", "unset", "day-start", "--json").object("setting")
    #expect(unset["value"] is NSNull)
    #expect(unset["default"] as? String == "04:00")
  }

  @Test func `the language that is set holds where none is asked for`() throws {
    let home = try StropHome()
    try home.strop("config", "set", "language", "zh")
    #expect(try home.strop().output.hasPrefix("2026-11-26 周四"))
    #expect(try home.strop("--lang", "en").output.hasPrefix("Thu 26 Nov"))
    #expect(try home.strop(with: ["STROP_LANG": "en"]).output.hasPrefix("Thu 26 Nov"))
    #expect(try home.strop("remove", "zzzz").errors.hasPrefix("strop: 没有编号为“zzzz”的记录"))
  }

  @Test func `unknown settings and values that are none are refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("config", "set", "colour", "red")
        == .failure(
          64,
          """
          strop: no setting called 'colour'
          hint: settings are channels, command.path, day-start, gpu-hour-price, hardware, language, mail.from, mail.to, quiet, sync.auto, sync.name, zone, ntfy.url, ntfy.token, slack.url, feishu.url, feishu.secret, dingtalk.url, dingtalk.secret, wecom.url

          """))
    #expect(
      try home.strop("config", "set", "zone", "Bogus", "--lang", "zh")
        == .failure(64, "strop: “Bogus”不能作为 zone 的值\n提示：strop config set zone Asia/Shanghai\n"))
    for (key, value) in [
      ("day-start", "25:00"), ("day-start", "13:00"), ("language", "fr"), ("channels", "pigeon"),
      ("zone", ""), ("zone", "../../etc/passwd"),
    ] {
      #expect(try home.strop("config", "set", key, value).status == 64, "\(key) \(value)")
    }
    #expect(try home.strop("config", "get").status == 64)
    #expect(try home.strop("undo").status == 1)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("config", english: "Settings of this machine", chinese: "本机的设置")
    try expectHelp("config set", english: "Set one", chinese: "修改一项设置")
  }
}
