/// Reads the comparisons of one alternative of a constraint.
struct ConstraintReader {
    private var rest: ArraySlice<UInt8>
    private static let signs: Set = ["", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^"]
    private static let wildcards: Set = ["x", "X", "*"]

    init(_ text: String) { rest = Array(text.utf8)[...] }

    /// All of them, with blanks or a comma between two; nil where the text is not made that way.
    mutating func comparisons() throws(FunctionError) -> [VersionConstraint.Comparison]? {
        var found: [VersionConstraint.Comparison] = []
        var isApart = true
        skipBlanks()
        repeat {
            guard isApart, let next = try comparison() else { return nil }
            found.append(next)
            isApart = skipBlanks()
            if rest.first == UInt8(ascii: ",") {
                rest.removeFirst()
                isApart = true
                skipBlanks()
                if rest.isEmpty { return nil }
            }
        } while !rest.isEmpty
        return found
    }

    @discardableResult
    private mutating func skipBlanks() -> Bool {
        let count = rest.prefix { [0x20, 0x09, 0x0a, 0x0c, 0x0d].contains($0) }.count
        rest = rest.dropFirst(count)
        return count > 0
    }

    private mutating func take(_ belongs: (UInt8) -> Bool) -> String {
        let taken = rest.prefix(while: belongs)
        rest = rest.dropFirst(taken.count)
        return String(decoding: taken, as: UTF8.self)
    }

    private mutating func comparison() throws(FunctionError) -> VersionConstraint.Comparison? {
        let sign = take { Set("=!<>~^".utf8).contains($0) }
        guard Self.signs.contains(sign) else { return nil }
        skipBlanks()
        if rest.first == UInt8(ascii: "v") { rest.removeFirst() }
        var numbers: [String] = []
        while numbers.count < 3 {
            let number = take { SemanticVersion.isDigit($0) || Set("|xX*".utf8).contains($0) }
            guard !number.isEmpty else { return nil }
            numbers.append(number)
            guard rest.first == UInt8(ascii: "."), numbers.count < 3 else { break }
            rest.removeFirst()
        }
        let prerelease =
            rest.first == UInt8(ascii: "-") ? take { $0 != UInt8(ascii: "+") && !Self.ends($0) } : ""
        let metadata = rest.first == UInt8(ascii: "+") ? take { !Self.ends($0) } : ""
        let known = numbers.prefix { !Self.wildcards.contains($0) }
        let padded = known + Array(repeating: "0", count: 3 - known.count)
        let label = known.count < 3 ? prerelease : prerelease + metadata
        guard Self.isLabel(prerelease.dropFirst(), given: !prerelease.isEmpty),
            Self.isLabel(metadata.dropFirst(), given: !metadata.isEmpty)
        else { return nil }
        do {
            let version = try SemanticVersion(padded.joined(separator: ".") + label)
            return .init(sign: sign, version: version, precision: known.count)
        } catch {
            throw FunctionError("constraint parser error")
        }
    }

    private static func ends(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0a, 0x0c, 0x0d, 0x2c].contains(byte) }

    private static func isLabel(_ text: Substring, given: Bool) -> Bool {
        guard given else { return true }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { $0 == UInt8(ascii: "-") || isAlphanumeric($0) }
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        SemanticVersion.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
