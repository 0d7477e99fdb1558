import Foundation
import Testing

/// What somebody at a terminal does, one thing after the other.
enum TerminalStep {
  /// Keys; `\u{3}` is Control-C, `\u{4}` is Control-D.
  case type(String)
  /// Keys that make no text.
  case bytes([UInt8])
  /// The same key very often, then Enter.
  case flood(Int)
  /// Waits until something is shown, after what was waited for before.
  case wait(String)
  /// Waits until keys reach the program as they are typed: it shows its prompt a moment before that.
  case waitForEditor
  /// Makes the terminal wider or narrower.
  case resize(columns: Int)

  /// Two words that the driver reads.
  fileprivate var words: [String] {
    switch self {
    case .type(let keys): ["type", Data(keys.utf8).base64EncodedString()]
    case .bytes(let bytes): ["type", Data(bytes).base64EncodedString()]
    case .flood(let count): ["flood", String(count)]
    case .wait(let text): ["wait", Data(text.utf8).base64EncodedString()]
    case .waitForEditor: ["editor", ""]
    case .resize(let columns): ["resize", String(columns)]
    }
  }
}

extension StropHome {
  /// Runs strop on a pseudo-terminal of its own, and gives everything that it showed there; without
  /// colour, but where `changes` take NO_COLOR away.
  func onTerminal(
    _ steps: TerminalStep..., columns: Int = 80, arguments: [String],
    with changes: [String: String?] = [:]
  ) throws -> Outcome {
    var changes = ["TERM": "xterm", "NO_COLOR": "1"].merging(changes) { $1 }
    changes["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    let words = steps.flatMap(\.words)
    let command = ["/usr/bin/env", "python3", "-c", StropHome.terminalDriver]
    return try run(
      command + [String(columns), String(words.count)] + words + [try StropHome.binary.get()]
        + arguments, with: changes
    ).end()
  }

  /// Types all of `keys` at once, before anything is asked.
  @discardableResult
  func typing(
    _ keys: String, to arguments: String..., with changes: [String: String?] = [:]
  ) throws -> Outcome {
    try onTerminal(.type(keys), arguments: arguments, with: changes)
  }

  private static let terminalDriver = """
    import base64, fcntl, os, pty, select, struct, sys, termios, time

    columns, count = int(sys.argv[1]), int(sys.argv[2])
    words, command = sys.argv[3:3 + count], sys.argv[3 + count:]

    def resize(terminal, columns):
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    process, terminal = pty.fork()
    if process == 0:
        resize(0, columns)
        attributes = termios.tcgetattr(0)
        attributes[0] |= 0o40000  # IUTF8: Backspace takes whole characters
        termios.tcsetattr(0, termios.TCSANOW, attributes)
        os.execv(command[0], command)
    shown, seen = b"", 0

    def read():
        global shown
        try:
            more = os.read(terminal, 65536)
        except OSError:
            return False
        shown += more
        return bool(more)

    def type(keys):
        while keys:
            ready = select.select([terminal], [terminal], [])
            if ready[0] and not read():
                return
            if ready[1]:
                keys = keys[os.write(terminal, keys[:1024]):]

    for kind, word in zip(words[::2], words[1::2]):
        if kind == "type":
            type(base64.b64decode(word))
        elif kind == "flood":
            type(b"x" * int(word) + b"\\n")
        elif kind == "editor":
            while termios.tcgetattr(terminal)[3] & termios.ICANON:
                time.sleep(0.005)
        elif kind == "resize":
            resize(terminal, int(word))
        else:
            wanted = base64.b64decode(word)
            while wanted not in shown[seen:]:
                if not read():
                    print("never shown:", wanted.decode(), file=sys.stderr)
                    break
            seen = max(seen, shown.find(wanted, seen) + len(wanted))
    while read():
        pass
    sys.stdout.buffer.write(shown)
    sys.stdout.buffer.flush()
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    sys.exit(status if status >= 0 else 128 - status)
    """
}
