/// A picture made of a few kinds of shapes, before it is SVG. Lengths are in CSS pixels; y grows downwards.
struct Drawing: Sendable {
  /// How wide charts are drawn: what a phone shows without making it smaller.
  static let width = 340.0
  /// Of a line of text, in a font of 11 pixels.
  static let lineHeight = 16.0

  /// How a shape looks: a class of the page's style sheet, which knows the light and the dark colours.
  enum Look: Hashable, Sendable {
    /// Of a sequence from nothing (0) to the most (4).
    case shade(Int)
    /// Of things that differ in kind, from 0 on.
    case series(Int)
    case grid, axis, outline, good, whisker, mark

    var name: String {
      switch self {
      case .shade(let step): "shade\(step)"
      case .series(let index): "series\(index)"
      default: "\(self)"
      }
    }
  }

  enum Anchor: String, Sendable {
    case start, middle, end
  }

  enum Shape: Sendable {
    /// `tip`: what is shown where a pointer rests on it.
    case bar(x: Double, y: Double, width: Double, height: Double, look: Look, tip: String? = nil)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, look: Look)
    case dot(x: Double, y: Double, radius: Double, look: Look, tip: String? = nil)
    /// `y`: of the line on which it stands.
    case text(String, x: Double, y: Double, anchor: Anchor = .start)
  }

  let width: Double
  let height: Double
  let shapes: [Shape]

  init(width: Double = Drawing.width, height: Double, shapes: [Shape]) {
    self.width = width
    self.height = height
    self.shapes = shapes
  }

  /// A text cut to what fits in so many pixels: a column of a terminal takes about 6.2 of them in this font.
  static func fitted(_ text: String, in pixels: Double) -> String {
    text.sanitized.fitted(to: max(1, Int(pixels / 6.2)))
  }
}

/// A round number at or above a figure, for the end of a scale whose half is round too.
func scaleEnd(_ most: Double) -> Double {
  guard most > 0, most.isFinite else { return 1 }
  var power = 1.0
  while power * 10 <= most { power *= 10 }
  while power > most { power /= 10 }
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= most } ?? most
}
