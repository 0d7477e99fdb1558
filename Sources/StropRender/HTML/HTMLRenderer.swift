package import StropCore
import Mustache

/// Writes values as HTML: one file that asks nothing of anywhere.
package struct HTMLRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// `strop portfolio --format html`.
  package func portfolio(_ portfolio: Portfolio) -> String { html(Document(portfolio, language)) }

  /// So that a page of a year is below 300 KB.
  private static let noteBytes = 120_000

  /// `strop report --format html`.
  package func report(_ report: Report) -> String { self.report(report, before: []) }

  /// `before`: what stands above its verdict.
  func report(_ report: Report, before: [Document.Block]) -> String {
    let document = Document(report, language, noteBytes: Self.noteBytes)
    return html(
      Document(
        language: language, title: document.title,
        blocks: document.blocks.prefix(1) + before + document.blocks.dropFirst()))
  }

  /// The whole page, ending in one newline. Whatever the user wrote is escaped by the templates.
  func html(_ document: Document) -> String {
    let context: [String: Any] = [
      "language": document.language == .chinese ? "zh-Hans" : "en", "title": document.title,
      "blocks": blocks(document),
    ]
    return Self.pages.render(context, withTemplate: "page") ?? ""
  }

  /// The templates ship with the program: one that does not parse is a mistake in it, which every test of a page finds.
  private static let pages: MustacheLibrary = {
    let sources = [
      "page": PackageResources.page_mustache, "table": PackageResources.table_mustache,
      "facts": PackageResources.facts_mustache, "figure": PackageResources.figure_mustache,
      "svg": PackageResources.svg_mustache, "span": PackageResources.span_mustache,
    ]
    MustacheContentTypes.register(PageText(), named: "PAGE")
    return MustacheLibrary(
      templates: sources.compactMapValues {
        try? MustacheTemplate(
          string: "{{% CONTENT_TYPE: PAGE}}" + String(decoding: $0, as: UTF8.self))
      })
  }()

  /// The library's own escaping goes by Swift's characters, and lets a mark with an accent on it through.
  private struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String { text.escapedForHTML }
  }

  private func blocks(_ document: Document) -> [[String: Any]] {
    // Entries and tables stand under the heading before them.
    var heading = (text: document.title, level: 1)
    return document.blocks.map { block in
      switch block {
      case .heading(let text, let level):
        heading = (text, level)
        return ["heading": ["level": level, "text": text.sanitized] as [String: Any]]
      case .paragraph(let text): return ["paragraph": ["text": spans(text)]]
      case .table(let table):
        // Several under one heading differ in what their rows are.
        let rows = table.columns.first.map { PhraseBook(language: language).colon + $0.label } ?? ""
        return ["table": context(table, label: heading.text + rows)]
      case .entry(let entry): return ["entry": context(entry, level: heading.level + 1)]
      case .figures(let figures):
        return ["figures": ["figures": figures.map(context)]]
      case .facts(let facts, let folded):
        let told: [String: Any] = ["facts": context(Array(facts.dropFirst(folded)))]
        guard folded > 0 else { return ["facts": told] }
        let earlier: [String: Any] = [
          "facts": context(Array(facts.prefix(folded))),
          "summary": PhraseBook(language: language).earlierNotes(folded),
        ]
        return ["folded": earlier, "facts": told]
      case .steps(let steps):
        return ["steps": ["steps": steps.map { ["text": spans($0)] }]]
      }
    }
  }

  private func context(_ table: Document.Table, label: String) -> [String: Any] {
    let looks = table.columns.map {
      $0.alignment == .right ? "right" : $0.isBelow ? "long" : "left"
    }
    return [
      "label": label.sanitized,
      "columns": zip(table.columns, looks).map {
        ["label": $0.label.sanitized, "look": $1] as [String: Any]
      },
      "rows": table.rows.map { row in
        [
          "cells": zip(row, looks).enumerated().map { index, cell in
            [
              "look": isName(cell.0) ? cell.1 + " name" : cell.1, "text": spans(cell.0),
              "isHead": index == 0 && !cell.0.isEmpty,
            ] as [String: Any]
          }
        ]
      },
    ]
  }

  /// Whether it is one short word, such as `win-rate` and `2026-11-23`, which must not be broken at its hyphens.
  private func isName(_ text: Document.Inline) -> Bool {
    let text = text.spans.map(\.text).joined()
    return text.count <= 14 && text.contains("-")
      && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }

  private func context(_ entry: Document.Entry, level: Int) -> [String: Any] {
    [
      "level": level, "isVerified": entry.isVerified, "name": spans(entry.name),
      "hasMark": !entry.mark.isEmpty, "mark": entry.mark.sanitized,
      "hasFacts": !entry.facts.isEmpty,
      "facts": context(entry.facts),
    ]
  }

  private func context(_ facts: [Document.Fact]) -> [[String: Any]] {
    facts.map { fact in
      ["label": fact.label.sanitized, "lines": fact.lines.map { ["text": spans($0)] }]
    }
  }

  private func spans(_ text: Document.Inline) -> [[String: Any]] {
    text.spans.map { span in
      ["isLink": span.link != nil, "url": span.link?.address ?? "", "text": span.text]
    }
  }
}

// Charts.
extension HTMLRenderer {
  private func context(_ figure: Document.Figure) -> [String: Any] {
    let title = figure.title.sanitized
    let space = PhraseBook(language: language).say(" ", "")
    let description = [figure.description, figure.reading].filter { !$0.isEmpty }
      .joined(separator: space).sanitized
    var context: [String: Any] = [
      "title": title, "description": description,
      "isDrawn": !figure.drawings.isEmpty,
      "drawings": figure.drawings.map { drawing in
        [
          "title": title, "description": description,
          "width": number(drawing.width), "height": number(drawing.height),
          "shapes": drawing.shapes.map(self.context),
        ] as [String: Any]
      },
      "hasLegend": !figure.legend.isEmpty,
      "legend": figure.legend.map { ["look": $0.look.name, "label": $0.label.sanitized] },
    ]
    if let table = figure.table {
      var numbers = self.context(table, label: figure.title)
      numbers["summary"] = PhraseBook(language: language).numbersBehind
      context["table"] = numbers
    }
    return context
  }

  private func context(_ shape: Drawing.Shape) -> [String: Any] {
    switch shape {
    case .bar(let x, let y, let width, let height, let look, let tip):
      [
        "bar": shaped(look, tip, ["x": x, "y": y, "width": width, "height": height])
      ]
    case .line(let x1, let y1, let x2, let y2, let look):
      ["line": shaped(look, nil, ["x1": x1, "y1": y1, "x2": x2, "y2": y2])]
    case .dot(let x, let y, let radius, let look, let tip):
      ["dot": shaped(look, tip, ["x": x, "y": y, "radius": radius])]
    case .text(let text, let x, let y, let anchor):
      [
        "text": [
          "text": text.sanitized, "x": number(x), "y": number(y), "anchor": anchor.rawValue,
        ]
      ]
    }
  }

  private func shaped(
    _ look: Drawing.Look, _ tip: String?, _ lengths: [String: Double]
  ) -> [String: Any] {
    var shape: [String: Any] = lengths.mapValues(number)
    shape["look"] = look.name
    if let tip { shape["tip"] = tip.sanitized }
    return shape
  }

  /// To a tenth of a pixel.
  private func number(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    let part = abs(tenths % 10)
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10)" + (part == 0 ? "" : ".\(part)")
  }
}
