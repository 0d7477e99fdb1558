import Dispatch
import Fuzzing
import Glibc

// libFuzzer over one parser: `strop-fuzz PARSER [option of libFuzzer…]`. Built by scripts/fuzz.

private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: Callback
) -> CInt

/// Set before libFuzzer begins; its callback can capture nothing.
private enum Chosen {
  nonisolated(unsafe) static var parser = Parser.days
}

private let named = CommandLine.arguments.dropFirst().first ?? ""
guard let parser = Parser(rawValue: named) else {
  print("strop-fuzz PARSER: " + Parser.allCases.map(\.rawValue).joined(separator: ", "))
  exit(64)
}
Chosen.parser = parser
private var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
arguments.remove(at: 1)
private var count = CInt(arguments.count)
arguments.append(nil)
exit(
  arguments.withUnsafeMutableBufferPointer { buffer in
    guard var base = buffer.baseAddress else { return 64 }
    return runFuzzer(&count, &base) { bytes, size in
      let bytes = Array(UnsafeBufferPointer(start: bytes, count: size))
      // libFuzzer wants its answer on this thread.
      let isDone = DispatchSemaphore(value: 0)
      Task.detached {
        do { try await Chosen.parser.read(bytes) } catch { fatalError("\(error)") }
        isDone.signal()
      }
      isDone.wait()
      return 0
    }
  })
