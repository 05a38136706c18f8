/// Two texts as `diff -u` shows what differs: hunks with three lines of context.
struct UnifiedDiff {
    private let old: [Substring]
    private let new: [Substring]
    private let steps: [LineDifference.Step]

    private static let context = 3

    /// Texts end with a line feed, or are empty.
    init(from old: String, to new: String) {
        self.old = Self.lines(old)
        self.new = Self.lines(new)
        steps = LineDifference.steps(from: self.old, to: self.new)
    }

    private static func lines(_ text: String) -> [Substring] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.last?.isEmpty == true ? lines.dropLast() : lines
    }

    /// Empty without a difference.
    func text(old oldName: String, new newName: String, usesColor: Bool) -> String {
        let hunks = hunks()
        if hunks.isEmpty { return "" }
        let paint = Paint(isOn: usesColor)
        var text = paint.bold("--- \(oldName)") + "\n" + paint.bold("+++ \(newName)") + "\n"
        for hunk in hunks { text += self.text(hunk, paint) }
        return text
    }

    /// A range of steps, and how many lines of each text come before it.
    private struct Hunk {
        var steps: Range<Int>
        var oldStart: Int
        var newStart: Int
    }

    private func hunks() -> [Hunk] {
        var ranges: [Range<Int>] = []
        for (index, step) in steps.enumerated() where step != .keep {
            let range = max(0, index - Self.context)..<min(steps.count, index + Self.context + 1)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        var hunks: [Hunk] = []
        var (at, oldLine, newLine) = (0, 0, 0)
        for range in ranges {
            for step in steps[at..<range.lowerBound] {
                if step != .add { oldLine += 1 }
                if step != .remove { newLine += 1 }
            }
            hunks.append(Hunk(steps: range, oldStart: oldLine, newStart: newLine))
            oldLine += steps[range].count { $0 != .add }
            newLine += steps[range].count { $0 != .remove }
            at = range.upperBound
        }
        return hunks
    }

    private func text(_ hunk: Hunk, _ paint: Paint) -> String {
        let steps = steps[hunk.steps]
        let oldRange = Self.range(hunk.oldStart, steps.count { $0 != .add })
        let newRange = Self.range(hunk.newStart, steps.count { $0 != .remove })
        var text = paint.cyan("@@ -\(oldRange) +\(newRange) @@") + "\n"
        var (oldLines, newLines) = (old[hunk.oldStart...], new[hunk.newStart...])
        for step in steps {
            switch step {
            case .keep:
                text += " \(oldLines.popFirst() ?? "")\n"
                _ = newLines.popFirst()
            case .remove: text += paint.red("-\(oldLines.popFirst() ?? "")") + "\n"
            case .add: text += paint.green("+\(newLines.popFirst() ?? "")") + "\n"
            }
        }
        return text
    }

    /// The first line and how many; the line before where there are none.
    private static func range(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
    }
}

/// Colours of a diff, or none.
private struct Paint {
    let isOn: Bool

    func bold(_ text: String) -> String { colored(text, "1") }
    func red(_ text: String) -> String { colored(text, "31") }
    func green(_ text: String) -> String { colored(text, "32") }
    func cyan(_ text: String) -> String { colored(text, "36") }

    private func colored(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
