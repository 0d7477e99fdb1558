import Fuzzing
import Glibc

// libFuzzer over the parser that STROP_PARSER names; its `main` is libFuzzer's. Built by scripts/fuzz.

private let parser: Parser = {
  let name = getenv("STROP_PARSER").map { String(cString: $0) } ?? ""
  guard let parser = Parser(rawValue: name) else {
    print("STROP_PARSER is one of " + Parser.allCases.map(\.rawValue).joined(separator: ", "))
    exit(64)
  }
  return parser
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  parser.readOrTrap(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
