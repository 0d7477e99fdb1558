import Foundation
import Testing

/// What cron calls, as a process: against a database that others hold, and a mail server.
struct DeliveryCommandTests {
  private func now(_ time: String) -> [String: String] {
    ["STROP_NOW": "2026-11-26T\(time):00+08:00"]
  }

  /// A home with a reminder at 21:30 through a program that keeps what it is told in `told`.
  private func reminded() throws -> StropHome {
    let home = try StropHome()
    try home.writeProgram("#!/bin/sh\ncat >>'\(home.path("told"))'\n", to: "tell")
    try home.strop("config", "set", "command.path", home.path("tell"))
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "command")
    return home
  }

  private func wasTold(_ home: StropHome) -> Bool {
    FileManager.default.fileExists(atPath: home.path("told"))
  }

  @Test func `case 54: with a locked database nothing is sent, and the next tick sends it`() throws
  {
    let home = try reminded()
    // Python holds the lock until its input ends; strop waits for five seconds.
    let script = """
      import sqlite3, sys, time
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("BEGIN IMMEDIATE")
      open(sys.argv[2], "w").close()
      time.sleep(600)
      """
    let holder = try home.run(
      ["/usr/bin/env", "python3", "-c", script, home.database.path, home.path("held")])
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: home.path("held")) {
      usleep(50_000)
    }
    let locked = try home.strop("remind", "deliver", with: now("21:37"))
    #expect(locked.status == 69, "\(locked)")
    #expect(locked.output == "")
    #expect(!wasTold(home))
    holder.stop()
    _ = holder.end()
    #expect(try home.strop("remind", "deliver", with: now("21:52")).status == 0)
    #expect(wasTold(home))
  }

  @Test(.enabled(if: SmallDisk.canBeMade))
  func `case 54: on a read-only disk nothing is sent`() throws {
    let home = try reminded()
    try SmallDisk.with(megabytes: 20, at: home.path("disk")) { disk in
      try FileManager.default.copyItem(
        atPath: home.database.deletingLastPathComponent().path, toPath: disk + "/strop")
      try SmallDisk.remount(disk, isReadOnly: true)
      let outcome = try home.strop(
        "remind", "deliver", "--db", disk + "/strop/strop.db", with: now("21:37"))
      #expect(outcome.status == 74, "\(outcome)")
      #expect(outcome.output == "")
      #expect(!wasTold(home))
      try SmallDisk.remount(disk, isReadOnly: false)
      #expect(
        try home.strop(
          "remind", "deliver", "--db", disk + "/strop/strop.db", with: now("21:52")
        ).status == 0)
      #expect(wasTold(home))
    }
  }

  /// A server that takes mail and keeps what it is told, as JSON lines.
  private static let mailServer = """
    import json, socketserver, sys

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            def say(line):
                self.wfile.write(line.encode() + b"\\r\\n")
            say("220 here")
            kept = {"to": []}
            while line := self.rfile.readline().decode().strip():
                word = line.upper()
                if word.startswith("RCPT"):
                    kept["to"].append(line[8:])
                    say("250 ok")
                elif word.startswith("DATA"):
                    say("354 go on")
                    lines = []
                    while (text := self.rfile.readline()) != b".\\r\\n":
                        lines.append(text.decode())
                    kept["mail"] = "".join(lines)
                    with open(sys.argv[1] + "/mails", "a") as file:
                        file.write(json.dumps(kept) + "\\n")
                    say("250 taken")
                elif word.startswith("QUIT"):
                    return say("221 bye")
                else:
                    say("250 ok")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        with open(sys.argv[1] + "/port.new", "w") as file:
            file.write(str(server.server_address[1]))
        __import__("os").rename(sys.argv[1] + "/port.new", sys.argv[1] + "/port")
        server.serve_forever()
    """

  private static let mailReader = """
    import email, email.policy, json, sys
    kept = json.loads(open(sys.argv[1]).readline())
    mail = email.message_from_string(kept["mail"], policy=email.policy.default)
    print(json.dumps({"to": kept["to"], "subject": mail["Subject"], "header": mail["To"],
                      "from": mail["From"], "type": mail.get_content_type(), "auto": mail["Auto-Submitted"],
                      "defects": len(mail.defects),
                      "parts": [[part.get_content_type(), part.get_content()] for part in mail.walk()
                                if not part.is_multipart()]}))
    """

  /// A mail server on loopback, and an msmtp that brings mail to it; the caller stops it.
  private func mailServer(in home: StropHome) throws -> StropProcess {
    let server = try home.run(
      ["/usr/bin/env", "python3", "-c", DeliveryCommandTests.mailServer, home.directory.path])
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: home.path("port")) {
      usleep(50_000)
    }
    let port = try String(contentsOfFile: home.path("port"), encoding: .utf8)
    try home.write(
      "account default\nhost 127.0.0.1\nport \(port)\nfrom li@example.com\ntls off\nauth off\n",
      to: ".msmtprc")
    chmod(home.path(".msmtprc"), 0o600)
    try home.strop("config", "set", "mail.to", "wang@example.com")
    return server
  }

  private func firstMail(in home: StropHome) throws -> [String: Any] {
    try home.run(
      ["/usr/bin/env", "python3", "-c", DeliveryCommandTests.mailReader, home.path("mails")]
    ).end().json
  }

  @Test func `the report comes by mail as text and as a page, of the same value`() throws {
    let home = try StropHome()
    let server = try mailServer(in: home)
    defer {
      server.stop()
      _ = server.end()
    }
    try home.strop("checkin", "papers", "-m", "30", "-d", "mon", "-n", "a <b> & c：先读表格")
    try home.strop("remind", "add", "--report", "--at", "mon 09:00", "--via", "mail")
    try home.strop(
      "remind", "add", "--text", "renew the GPUs", "--at", "mon 09:00", "--via", "mail")
    let monday = ["STROP_NOW": "2026-11-30T09:05:00+08:00"]
    #expect(try home.strop("remind", "deliver", with: monday) == .success(""))
    let mail = try firstMail(in: home)
    #expect(mail["type"] as? String == "multipart/alternative")
    #expect(mail["defects"] as? Int == 0)
    let parts = try #require(mail["parts"] as? [[String]])
    #expect(parts.map { $0[0] } == ["text/plain", "text/html"])
    // What it says, in both.
    for said in ["renew the GPUs", "0 of 4 skills on target", "先读表格", "30"] {
      for part in parts { #expect(part[1].contains(said), "\(said)") }
    }
    #expect(parts[1][1].hasPrefix("<!doctype html>"))
    #expect(parts[1][1].contains("a &lt;b&gt; &amp; c"))
    // Mail programs leave drawings out.
    #expect(!parts[1][1].contains("<svg"))
  }

  @Test func `a mail in Chinese reaches a server through msmtp`() throws {
    let home = try StropHome()
    let server = try mailServer(in: home)
    defer {
      server.stop()
      _ = server.end()
    }
    try home.strop("config", "set", "language", "zh")
    let added = try home.strop(
      "remind", "add", "--text", "续 GPU 预约，别忘了 👩‍🔬", "--at", "每晚 21:30", "--via", "邮件")
    #expect(added.status == 0, "\(added)")
    let sent = try home.strop("remind", "deliver", with: now("21:37"))
    #expect(sent == .success(""))
    let mail = try firstMail(in: home)
    #expect(mail["to"] as? [String] == ["<wang@example.com>"])
    #expect(mail["header"] as? String == "wang@example.com")
    #expect(mail["from"] as? String == "li@example.com")
    #expect(mail["subject"] as? String == "续 GPU 预约，别忘了 👩‍🔬")
    #expect(mail["type"] as? String == "text/plain")
    #expect(mail["auto"] as? String == "auto-generated")
    #expect(mail["defects"] as? Int == 0)
    let parts = try #require(mail["parts"] as? [[String]])
    #expect(parts.count == 1 && parts[0][1].hasPrefix("续 GPU 预约，别忘了 👩‍🔬\n"))
    // Where nobody listens, it is tried again.
    try home.write(
      "account default\nhost 127.0.0.1\nport 9\nfrom li@example.com\ntls off\nauth off\n",
      to: ".msmtprc")
    let refused = try home.strop("remind", "test", "--via", "mail")
    #expect(refused.status == 75, "\(refused)")
  }
}
