import Diagnostics
import YAML

/// A comment that suppresses findings: `# istioctl:ignore IST0101 the gateway is another team's`.
///
/// At the end of a line it speaks of that line, alone on a line of the next, before everything else in a
/// document of all of it.
struct IgnoreComment: Sendable, Equatable {
    enum Scope: Sendable, Equatable {
        case line(UInt32)
        case document(ClosedRange<UInt32>)
    }

    let position: Position
    /// Ids of rules.
    let codes: Set<String>
    let reason: String?
    let scope: Scope

    func covers(_ finding: Diagnostic) -> Bool {
        guard let position = finding.position, position.file == self.position.file else { return false }
        let isMeant =
            codes.contains(finding.code.name) || finding.rule.map { codes.contains($0.name) } == true
        switch scope {
        case .line(let line): return isMeant && position.mark.line == line
        case .document(let lines): return isMeant && lines.contains(position.mark.line)
        }
    }
}

extension IgnoreComment {
    private static let directive = "istioctl:"
    private static let verb = "ignore"

    /// The comments of a source, and what is wrong with them.
    static func all(in source: Source) -> (comments: [IgnoreComment], notes: [Diagnostic]) {
        guard contains(source.text, Array(directive.utf8)) else { return ([], []) }
        let scanner = CommentScanner(source.text)
        var found: [IgnoreComment] = []
        var notes: [Diagnostic] = []
        for comment in scanner.comments {
            let text = comment.text.drop { $0 == " " || $0 == "\t" }
            guard text.hasPrefix(directive) else { continue }
            let position = source.position(comment.mark)
            read(
                String(text.dropFirst(directive.count)), scope(of: comment, scanner), position, &found, &notes
            )
        }
        return (found, notes)
    }

    private static func read(
        _ text: String, _ scope: Scope, _ position: Position, _ found: inout [IgnoreComment],
        _ notes: inout [Diagnostic]
    ) {
        let words = text.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        guard words.first == verb, words.count >= 2 else {
            return notes.append(
                note("this comment suppresses nothing; write # istioctl:ignore CODE reason", position))
        }
        var codes: Set<String> = []
        for word in words[1].split(separator: ",").map(String.init) {
            if let rule = RuleCatalog.rule(named: word) {
                codes.insert(rule.id)
            } else {
                let near = RuleCatalog.suggestion(for: word).map { "did you mean `\($0)`?" }
                notes.append(note("\"\(word)\" is no code, so nothing is suppressed by it", position, near))
            }
        }
        if codes.isEmpty { return }
        let reason = words.count > 2 ? words[2].drop { "-: \t".contains($0) }.trimmed : ""
        if reason.isEmpty {
            notes.append(note("this suppression has no reason", position, "write it behind the code"))
        }
        found.append(
            IgnoreComment(
                position: position, codes: codes, reason: reason.isEmpty ? nil : reason, scope: scope))
    }

    private static func scope(of comment: CommentScanner.Comment, _ scanner: CommentScanner) -> Scope {
        guard comment.isHead else { return .line(comment.line) }
        let lines = scanner.documents.indices.filter { scanner.documents[$0] == comment.document }
        guard let first = lines.first, let last = lines.last else { return .line(comment.line) }
        return .document(UInt32(first) + 1...UInt32(last) + 1)
    }

    static func note(_ message: String, _ position: Position, _ hint: String? = nil) -> Diagnostic {
        Diagnostic(Code("suppression"), .warning, message, at: position, hint: hint)
    }

    private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        var rest = text[...]
        while let at = rest.firstIndex(of: first) {
            if rest[at...].starts(with: word) { return true }
            rest = rest[(at + 1)...]
        }
        return false
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
