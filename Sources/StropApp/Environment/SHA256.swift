import CLibcrypto
package import Foundation

/// SHA-256 (FIPS 180-4) of what is given to it piece by piece, by Debian's libcrypto.
package final class SHA256Digest {
  /// libcrypto could not give memory for a digest, or was configured without SHA-256.
  package struct Unavailable: Error {}

  private let context: OpaquePointer

  /// - Throws: `Unavailable`.
  package init() throws {
    guard let context = EVP_MD_CTX_new() else { throw Unavailable() }
    self.context = context
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { throw Unavailable() }
  }

  deinit { EVP_MD_CTX_free(context) }

  package func update(_ data: Data) {
    data.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// The digest of all that was given, as 64 hexadecimal digits; to be asked for once.
  package func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    EVP_DigestFinal_ex(context, &bytes, &length)
    return bytes.prefix(Int(length)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// HMAC-SHA256 (RFC 2104) of `message` under `key`: 32 bytes.
package func authenticationCode(of message: String, key: String) -> Data {
  let message = Array(message.utf8)
  let key = Array(key.utf8)
  var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var length: UInt32 = 0
  HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &bytes, &length)
  return Data(bytes.prefix(Int(length)))
}
