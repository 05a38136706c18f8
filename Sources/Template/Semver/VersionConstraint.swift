/// A condition on a version: `>=1.2, <2 || ^3.1`.
package struct VersionConstraint: Sendable {
    /// One comparison.
    struct Comparison: Sendable {
        let sign: String
        let version: SemanticVersion
        /// How many numbers were given; `x` and what is missing are none.
        let precision: Int
    }

    /// All comparisons of one list must hold, of the lists only one.
    private let alternatives: [[Comparison]]

    package init(_ text: String) throws {
        var alternatives: [[Comparison]] = []
        for piece in try Self.withoutRanges(text).separated(by: "||") {
            var reader = ConstraintReader(piece)
            guard let comparisons = try reader.comparisons() else {
                throw FunctionError("improper constraint: \(GoQuoting.quoted(Text(piece)))")
            }
            alternatives.append(comparisons)
        }
        self.alternatives = alternatives
    }

    /// Prereleases count only where one of the comparisons beside names one.
    package func allows(_ version: SemanticVersion) -> Bool {
        alternatives.contains { comparisons in
            let takesPrereleases = comparisons.contains { !$0.version.prerelease.isEmpty }
            guard version.prerelease.isEmpty || takesPrereleases else { return false }
            return comparisons.allSatisfy { $0.allows(version) }
        }
    }

    /// `1.2 - 3.4` in the form of two comparisons.
    private static func withoutRanges(_ text: String) throws -> String {
        guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
        let label = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*"
        let number = "[0-9|xX*]+"
        let version = "v?\(number)(?:\\.\(number)){0,2}(?:-\(label))?(?:\\+\(label))?"
        let range = try RegularExpression(Text("\\s*(\(version))\\s+-\\s+(\(version))\\s*"))
        let replacement = Replacement(">= $1, <= $2 ")
        return try String(
            decoding: Text(text).withBytes { bytes in
                try range.replacing(in: bytes, groups: true) { match throws(FunctionError) in
                    try replacement.expanded(match, of: range, in: bytes)
                }
            }, as: UTF8.self)
    }
}

extension VersionConstraint.Comparison {
    func allows(_ other: SemanticVersion) -> Bool {
        switch sign {
        case "!=": differs(from: other)
        case ">": isLess(than: other)
        case "<": other.compare(version) < 0
        case ">=", "=>": other.compare(version) >= 0
        case "<=", "=<": isNotLess(than: other)
        case "^": isCompatible(with: other)
        case "~", "~>": isClose(to: other)
        default: precision == 3 ? other.compare(version) == 0 : isClose(to: other)
        }
    }

    private func differs(from other: SemanticVersion) -> Bool {
        if precision == 3 { return other.compare(version) != 0 }
        if version.major != other.major { return true }
        switch precision {
        case 0: return other.compare(version) != 0
        case 1: return false
        default:
            if version.minor != other.minor { return true }
            return SemanticVersion.compare(other.prerelease, version.prerelease) != 0
        }
    }

    /// `>11` wants 12, `>11.1` wants 11.2.
    private func isLess(than other: SemanticVersion) -> Bool {
        if precision == 3 || version.major != other.major { return other.compare(version) > 0 }
        switch precision {
        case 1: return false
        case 2: return other.minor > version.minor
        default: return other.compare(version) > 0
        }
    }

    /// `<=11` takes all of 11, `<=11.1` all of 11.1.
    private func isNotLess(than other: SemanticVersion) -> Bool {
        if precision == 3 { return other.compare(version) <= 0 }
        if other.major != version.major { return other.major < version.major }
        return precision == 1 || other.minor <= version.minor
    }

    /// `~1.2.3`: the same minor version; `~1`: the same major version.
    private func isClose(to other: SemanticVersion) -> Bool {
        if other.compare(version) < 0 { return false }
        if precision == 0 || precision == 3, version.major == 0, version.minor == 0, version.patch == 0 {
            return true
        }
        return other.major == version.major && (precision == 1 || other.minor == version.minor)
    }

    /// `^1.2.3`: nothing changes left of the first number that is not zero.
    private func isCompatible(with other: SemanticVersion) -> Bool {
        if other.compare(version) < 0 { return false }
        if version.major > 0 || precision == 1 { return other.major == version.major }
        if other.major > 0 { return false }
        if version.minor > 0 || precision == 2 { return other.minor == version.minor }
        if other.minor > 0 { return false }
        return other.patch == version.patch
    }
}

extension String {
    /// The pieces between occurrences of a separator.
    func separated(by separator: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.utf8.firstOccurrence(of: separator.utf8) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
