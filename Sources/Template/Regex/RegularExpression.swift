import CRE2

/// An expression of RE2 with what Go's `regexp` makes of its matches.
package final class RegularExpression: @unchecked Sendable {
    /// Begins and ends of the match and of its groups, in bytes; nil for groups that took no part.
    typealias Match = [Range<Int>?]

    private let compiled: OpaquePointer
    private let groupCount: Int

    package init(_ pattern: Text) throws(FunctionError) {
        var code: Int32 = 0
        var argument = [CChar](repeating: 0, count: Self.longestArgument)
        let compiled = pattern.withBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cre2_compile($0.baseAddress, $0.count, &code, &argument, Self.longestArgument)
            }
        }
        guard let compiled else {
            let piece = argument.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            throw FunctionError(
                Self.complaint(code, String(decoding: piece, as: UTF8.self), pattern.string))
        }
        self.compiled = compiled
        groupCount = Int(cre2_group_count(compiled))
    }

    deinit { cre2_free(compiled) }

    /// Bytes of the piece of a pattern that a complaint quotes, the end included.
    private static let longestArgument = 4096

    /// What Go says where RE2 finds a pattern wrong.
    private static func complaint(_ code: Int32, _ argument: String, _ pattern: String) -> String {
        let problem: (text: String, piece: String) =
            switch code {
            case 2: ("invalid escape sequence", argument)
            case 3: ("invalid character class", argument)
            case 4: ("invalid character class range", argument)
            case 5: ("missing closing ]", argument)
            case 6: ("missing closing )", pattern)
            case 7: ("unexpected )", pattern)
            case 8: ("trailing backslash at end of expression", "")
            case 9: ("missing argument to repetition operator", argument)
            case 10: ("invalid repeat count", argument)
            case 11: ("invalid nested repetition operator", argument)
            case 12: ("invalid or unsupported Perl syntax", argument)
            case 13: ("invalid UTF-8", pattern)
            case 14: ("invalid named capture", argument)
            case 15: ("expression too large", pattern)
            default: ("regexp/syntax: internal error", argument)
            }
        return "error parsing regexp: \(problem.text): `\(problem.piece)`"
    }

    /// The first match that begins at an offset or later.
    func match(
        in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, groups: Bool = false
    ) -> Match? {
        let count = groups ? groupCount + 1 : 1
        var offsets = [Int](repeating: -1, count: 2 * count)
        let found = text.withMemoryRebound(to: CChar.self) {
            cre2_find(compiled, $0.baseAddress, $0.count, start, &offsets, Int32(count))
        }
        guard found == 1 else { return nil }
        return (0..<count).map { offsets[2 * $0] < 0 ? nil : offsets[2 * $0]..<offsets[2 * $0 + 1] }
    }

    package func matches(_ text: Text) -> Bool { text.withBytes { match(in: $0) != nil } }

    /// The matches one after the other, at most `limit` of them (any number where it is negative). An
    /// empty match right after another match does not count.
    func ranges(
        in text: UnsafeBufferPointer<UInt8>, limit: Int = -1
    ) throws(FunctionError) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        var lastEnd = -1
        while limit < 0 || ranges.count < limit, position <= text.count {
            guard let found = match(in: text, from: position)?[0] else { break }
            var counts = true
            if found.upperBound == position {
                counts = found.lowerBound != lastEnd
                position += max(1, Self.width(text, position))
            } else {
                position = found.upperBound
            }
            lastEnd = found.upperBound
            if counts { ranges.append(found) }
            if ranges.count > Limits.listCount {
                throw FunctionError("there are more than \(Limits.listCount) matches")
            }
        }
        return ranges
    }

    /// The text with `replacement` (which gets the groups of each match) in the place of all matches.
    func replacing(
        in text: UnsafeBufferPointer<UInt8>, groups: Bool,
        _ replacement: (Match) throws(FunctionError) -> [UInt8]
    ) throws(FunctionError) -> [UInt8] {
        var result: [UInt8] = []
        var lastEnd = 0
        var position = 0
        while position <= text.count {
            guard let match = match(in: text, from: position, groups: groups), let whole = match[0] else {
                break
            }
            result += text[lastEnd..<max(lastEnd, whole.lowerBound)]
            // Go leaves out an empty match right after another.
            if whole.upperBound > lastEnd || whole.lowerBound == 0 { result += try replacement(match) }
            if result.count > Limits.stringBytes {
                throw FunctionError("the result has more than \(Limits.stringBytes) bytes")
            }
            lastEnd = whole.upperBound
            let width = Self.width(text, position)
            position = max(position + max(1, width), lastEnd)
        }
        return result + text[min(lastEnd, text.count)...]
    }

    /// The group of a name that took part in a match, the first where several have it.
    func range(of name: [UInt8], in match: Match) -> Range<Int>? {
        for group in match.indices.dropFirst() {
            guard let range = match[group], let own = cre2_group_name(compiled, Int32(group)) else {
                continue
            }
            if Array(String(cString: own).utf8) == name { return range }
        }
        return nil
    }

    /// Bytes of the character at an offset, 0 at the end, 1 for a byte that is not UTF-8.
    private static func width(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        guard offset < text.count else { return 0 }
        var bytes = text[offset..<min(offset + 4, text.count)].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return 1 }
        return UTF8.width(scalar)
    }
}
