import Foundation
import Testing

/// A real HTTP server on loopback that keeps what it is sent and answers as the test says.
final class WebhookServer {
  struct Request: Decodable {
    let method: String
    let path: String
    let headers: [String: String]
    let body: String
  }

  private let directory: URL
  private let process = Process()
  let port: Int

  /// `answers`: one for each request, the last for all that follow: a status and a body; status 0 is
  /// never answered.
  init(_ answers: [(status: Int, body: String)]) throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "hooks-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let list = answers.map { ["status": $0.status, "body": $0.body] as [String: Any] }
    try JSONSerialization.data(withJSONObject: list).write(
      to: directory.appending(path: "answers"))
    let script = directory.appending(path: "server.py")
    try Data(WebhookServer.script.utf8).write(to: script)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path, directory.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = ""
    while !line.hasSuffix("\n"), let more = try output.fileHandleForReading.read(upToCount: 1) {
      line += String(decoding: more, as: UTF8.self)
    }
    port = try #require(Int(line.dropLast()), "python3 did not start a server")
  }

  deinit {
    // A test's threads block SIGTERM, and what they start inherits that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: directory)
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What came, in order.
  func requests() throws -> [Request] {
    let file = directory.appending(path: "requests")
    guard let lines = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Request.self, from: Data($0.utf8))
    }
  }

  private static let script = """
    import json, os, sys, time
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    directory = sys.argv[1]
    answers = json.load(open(os.path.join(directory, "answers")))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            with open(os.path.join(directory, "requests"), "a") as file:
                json.dump({"method": self.command, "path": self.path,
                           "headers": {k.lower(): v for k, v in self.headers.items()},
                           "body": body}, file)
                file.write("\\n")
            if answer["status"] == 0:
                time.sleep(60)
            data = answer["body"].encode()
            self.send_response(answer["status"])
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()
    """
}
