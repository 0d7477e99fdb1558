import Foundation
import StropApp
import Testing

@Suite struct DigestTests {
  /// FIPS 180-2, appendices B.1 to B.3, and the empty message of the NIST examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `a digest is the published one, however it is cut into pieces`(
    message: String, published: String
  ) throws {
    let data = Data(message.utf8)
    for size in [1_000_000, 997] {
      let digest = try SHA256Digest()
      for start in stride(from: 0, to: data.count, by: size) {
        digest.update(data[start..<min(start + size, data.count)])
      }
      #expect(digest.finish() == published)
    }
  }

  /// RFC 4231, 4.3; and of nothing under no key, by Python: hmac.new(b"", b"", "sha256").
  @Test(arguments: [
    (
      "Jefe", "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      "", "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
    ),
  ])
  func `a message's code is the published one`(key: String, message: String, published: String) {
    let code = authenticationCode(of: message, key: key)
    #expect(code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == published)
  }
}
