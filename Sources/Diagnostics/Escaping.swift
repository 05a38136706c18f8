extension StringProtocol {
    /// The text with everything escaped that could drive a terminal or hide in one: C0 and C1 controls, DEL,
    /// bidirectional controls, and separators that break lines. Tabs and line feeds become `\t` and `\n`.
    package var escapingControls: String { escaped(keepingLineFeeds: false) }

    /// As `escapingControls`, but line feeds stay: for text that is meant to have several lines.
    package var escapingControlsKeepingLines: String { escaped(keepingLineFeeds: true) }

    /// The text with no line that a runner of GitHub Actions would take for a command: a backslash comes
    /// before `::` and `##[` where they begin a line.
    package var escapingWorkflowCommands: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let start = line.drop { $0 == " " || $0 == "\t" }
            guard start.hasPrefix("::") || start.hasPrefix("##[") else { return String(line) }
            return line[..<start.startIndex] + "\\" + start
        }.joined(separator: "\n")
    }

    private func escaped(keepingLineFeeds: Bool) -> String {
        guard unicodeScalars.contains(where: { $0.needsEscape }) else { return String(self) }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": result += keepingLineFeeds ? "\n" : "\\n"
            case "\t": result += keepingLineFeeds ? "\t" : "\\t"
            case "\r": result += "\\r"
            case _ where scalar.needsEscape:
                result += scalar.value < 0x100 ? "\\x" + hex(scalar.value, 2) : "\\u" + hex(scalar.value, 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether the scalar could drive a terminal or hide in one.
    var needsEscape: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: true
        default: false
        }
    }
}

func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
}
