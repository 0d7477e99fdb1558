extension String {
  /// This text in ASCII: each byte that is no letter, digit or one of `marks` as `%` and two digits.
  ///
  /// `marks`: ASCII only.
  package func percentEncoded(keeping marks: String) -> String {
    var encoded = ""
    for byte in utf8 {
      let isKept =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: marks.utf8.contains(byte)
        }
      if isKept {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
