/// How much room bytes take, as people say it.
package enum ByteCount {
  /// `512 bytes`, `4.2 kB`, `1.0 GB`: in powers of ten, as disks are sold.
  package static func text(_ bytes: Int64) -> String {
    guard bytes >= 1_000 else { return "\(bytes) bytes" }
    var size = Double(bytes)
    var unit = ""
    for next in ["kB", "MB", "GB", "TB"] where size >= 1_000 {
      size /= 1_000
      unit = next
    }
    let tenths = Int((size * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
