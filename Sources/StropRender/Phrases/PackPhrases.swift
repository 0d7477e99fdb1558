package import StropCore

// What is wrong with a curriculum, and what a pack holds.
extension PhraseBook {
  /// `FILE:LINE: FIELD: sentence`, as compilers have it.
  package func located(_ problem: LocatedProblem, in file: String) -> String {
    "\(file):\(problem.line): " + (problem.field.isEmpty ? "" : problem.field + ": ")
      + sentence(problem.kind)
  }

  func sentence(_ kind: CurriculumProblem.Kind) -> String {
    switch kind {
    case .syntax(let problem): say("not YAML: \(problem)", "不是合法的 YAML：\(problem)")
    case .empty: say("nothing is in it", "里面什么也没有")
    case .tooLarge(let limit):
      say("larger than \(limit / 1_000_000) MB", "超过 \(limit / 1_000_000) MB")
    case .notUTF8: say("not UTF-8 text", "不是 UTF-8 文本")
    case .notText: say("a control character: is it a text file?", "有控制字符：这是文本文件吗？")
    case .tab: say("a tab: indent with spaces", "有制表符：缩进请用空格")
    case .alias(let name):
      say(
        "anchors and aliases (&\(name), *\(name)) are not read: write it out",
        "不支持锚点和别名（&\(name)、*\(name)）：请照写一遍")
    case .tag(let tag): say("tags such as \(tag) are not read", "不支持 \(tag) 这样的标签")
    case .repeatedKey(let key): say("the key \(key) stands here twice", "键 \(key) 写了两次")
    case .unknownKey(let nearest): unknownKey(nearest)
    case .missing: say("is missing", "没有写")
    case .wrongShape(let shape): mustBe(shape)
    case .unknownWord(let words):
      say("must be one of \(list(words))", "只能是 \(list(words)) 之一")
    case .tooMany(let limit): say("more than \(limit)", "超过 \(limit) 个")
    case .onlyInOwnSkill:
      say(
        "only a skill of your own has this, and its slug begins with my-",
        "只有自己的技能才写这一项，它的 slug 以 my- 开头")
    case .focusInPack:
      say(
        "a pack does not choose the focus: leave this out; you do, with strop skill focus",
        "主攻由你自己定：删掉这一项，导入后再用 strop skill focus")
    case .blank: say("is empty", "是空的")
    case .tooLong(let limit):
      say("longer than \(limit) characters", "超过 \(limit) 个字符")
    case .controlCharacter:
      say("has a line break or a control character", "含有换行或控制字符")
    case .outOfRange(let range): mustBe(range)
    case .notASlug:
      say(
        "not a slug: lower-case letters, digits and hyphens, at most 32",
        "slug 只能用小写字母、数字和连字符，最多 32 个字符")
    case .usersSlug: say("begins with my-, which is for users", "以 my- 开头的 slug 留给用户")
    case .shippedSlug:
      say(
        "must begin with my-: other slugs are for what strop ships", "要以 my- 开头：别的 slug 留给自带的清单")
    case .repeated: say("stands here twice", "重复了")
    case .unknownSkill:
      say(
        "no skill of this name; your own begin with my-, the others are in strop skill list",
        "没有这个技能；自己的以 my- 开头，其余见 strop skill list")
    case .unknownPrerequisite(let slug): say("there is no item \(slug)", "没有清单项 \(slug)")
    case .circle:
      say("waits for itself, directly or by way of others", "直接或间接地要先完成它自己")
    case .badReference(let reference):
      say(
        "cannot read \(reference): write arxiv:ID, doi:ID, url:https://… or "
          + "github:OWNER/REPO@COMMIT:PATH",
        "认不出 \(reference)：可以写 arxiv:ID；doi:ID；url:https://…；github:OWNER/REPO@COMMIT:PATH")
    case .unlistedPaper(let id):
      say("the reading list does not have arXiv \(id)", "阅读清单里没有 arXiv \(id)")
    case .notArxiv: say("not an arXiv id", "不是 arXiv 编号")
    case .wrongMonth: say("not the month that the id says", "与编号里的年月不符")
    }
  }

  private func unknownKey(_ nearest: String?) -> String {
    guard let nearest else { return say("there is no such key", "没有这个键") }
    return say("there is no such key; did you mean \(nearest)?", "没有这个键；是想写 \(nearest) 吗？")
  }

  private func mustBe(_ shape: CurriculumProblem.Shape) -> String {
    switch shape {
    case .text: say("must be a text", "应为一段文字")
    case .texts: say("must have en and zh", "要有 en 和 zh 两种文字")
    case .integer: say("must be a whole number, without quotation marks", "应为整数，不加引号")
    case .number: say("must be a number, without quotation marks", "应为数字，不加引号")
    case .boolean: say("must be true or false", "只能是 true 或 false")
    case .list: say("must be a list", "应为列表")
    case .mapping: say("must be keys with values", "应为若干“键: 值”")
    }
  }

  private func mustBe(_ range: ClosedRange<Double>) -> String {
    let lower = JSON.real(range.lowerBound).compact
    guard range.upperBound < .greatestFiniteMagnitude else {
      return say("must be \(lower) or more", "不能小于 \(lower)")
    }
    let upper = JSON.real(range.upperBound).compact
    return say("must be from \(lower) to \(upper)", "应在 \(lower) 到 \(upper) 之间")
  }

  /// `1 skill, 8 items`, without what there is none of.
  func holding(_ contents: PackContents) -> String {
    let (skills, items) = (contents.skills.count, contents.items.count)
    return list(
      (skills == 0 ? [] : [say(counted(skills, "skill"), "\(skills) 项技能")])
        + (items == 0 ? [] : [say(counted(items, "item"), "\(items) 个清单项")]))
  }
}
