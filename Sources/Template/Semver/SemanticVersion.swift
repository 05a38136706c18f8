/// A version as the library Masterminds/semver reads it: `v` in front, missing parts and leading zeros are
/// forgiven.
package struct SemanticVersion: Hashable, Sendable {
    package private(set) var major: UInt64
    package private(set) var minor: UInt64
    package private(set) var patch: UInt64
    /// What follows `-`, without it.
    package private(set) var prerelease = ""
    /// What follows `+`, without it.
    package private(set) var metadata = ""
    /// The text as it was given.
    package private(set) var original: String

    package init(_ text: String) throws(FunctionError) {
        var rest = Array(text.utf8)[...]
        if rest.first == UInt8(ascii: "v") { rest.removeFirst() }
        let prefix = rest.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }
        let numbers = prefix.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...3).contains(numbers.count),
            numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
        else { throw Self.invalid }
        rest = rest.dropFirst(prefix.count)
        if rest.first == UInt8(ascii: "-") {
            prerelease = try Self.label(rest.dropFirst().prefix { $0 != UInt8(ascii: "+") })
            rest = rest.dropFirst(prerelease.utf8.count + 1)
        }
        if rest.first == UInt8(ascii: "+") { metadata = try Self.label(rest.dropFirst()) }
        major = try Self.number(numbers[0])
        minor = numbers.count > 1 ? try Self.number(numbers[1]) : 0
        patch = numbers.count > 2 ? try Self.number(numbers[2]) : 0
        original = text
        try checkPrerelease()
    }

    private static let invalid = FunctionError("invalid semantic version")

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "-")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func number(_ digits: ArraySlice<UInt8>) throws(FunctionError) -> UInt64 {
        let digits = String(decoding: digits, as: UTF8.self)
        guard let number = UInt64(digits) else {
            throw FunctionError(
                "error parsing version segment: strconv.ParseUint: parsing \"\(digits)\": value out of range")
        }
        return number
    }

    /// Words of letters, digits and hyphens with dots between them.
    private static func label(_ bytes: ArraySlice<UInt8>) throws(FunctionError) -> String {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isLabelByte) }) else { throw invalid }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func checkPrerelease() throws(FunctionError) {
        for part in prerelease.split(separator: ".") where part.utf8.allSatisfy(Self.isDigit) {
            if part.utf8.count > 1, part.hasPrefix("0") {
                throw FunctionError("version segment starts with 0")
            }
        }
    }
}

extension SemanticVersion: CustomStringConvertible {
    package var description: String {
        "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-" + prerelease)
            + (metadata.isEmpty ? "" : "+" + metadata)
    }
}

// MARK: Order

extension SemanticVersion {
    /// -1, 0 or 1; metadata does not count.
    package func compare(_ other: SemanticVersion) -> Int {
        let (own, others) = ([major, minor, patch], [other.major, other.minor, other.patch])
        if own != others { return own.lexicographicallyPrecedes(others) ? -1 : 1 }
        switch (prerelease.isEmpty, other.prerelease.isEmpty) {
        case (true, true): return 0
        case (true, false): return 1
        case (false, true): return -1
        case (false, false): return Self.compare(prerelease, other.prerelease)
        }
    }

    /// Word by word; numbers come before names, and what ends first comes first.
    static func compare(_ a: String, _ b: String) -> Int {
        let (first, second) = (a.split(separator: "."), b.split(separator: "."))
        for (a, b) in zip(first, second) where a != b { return precedes(a, b) ? -1 : 1 }
        return first.count == second.count ? 0 : first.count < second.count ? -1 : 1
    }

    private static func precedes(_ a: Substring, _ b: Substring) -> Bool {
        switch (UInt64(a), UInt64(b)) {
        case (let a?, let b?): a < b
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): Text(a) < Text(b)
        }
    }
}

// MARK: Next versions

extension SemanticVersion {
    enum Part: String, Sendable { case major, minor, patch }

    /// The version that follows when a part grows; a prerelease grows to its release first.
    func incremented(_ part: Part) throws(FunctionError) -> SemanticVersion {
        var next = self
        (next.prerelease, next.metadata) = ("", "")
        switch part {
        case .major: (next.major, next.minor, next.patch) = (try Self.next(major, part), 0, 0)
        case .minor: (next.minor, next.patch) = (try Self.next(minor, part), 0)
        case .patch: next.patch = prerelease.isEmpty ? try Self.next(patch, part) : patch
        }
        return next.renamed(from: self)
    }

    private static func next(_ number: UInt64, _ part: Part) throws(FunctionError) -> UInt64 {
        if number == .max { throw FunctionError("\(part) version increment would overflow uint64") }
        return number + 1
    }

    /// With another prerelease, or without one.
    func with(prerelease label: String) throws(FunctionError) -> SemanticVersion {
        var next = self
        next.prerelease = label
        if !Self.isLabel(label) { throw FunctionError("invalid prerelease string") }
        try next.checkPrerelease()
        return next.renamed(from: self)
    }

    /// With other metadata, or without.
    func with(metadata label: String) throws(FunctionError) -> SemanticVersion {
        var next = self
        next.metadata = label
        if !Self.isLabel(label) { throw FunctionError("invalid metadata string") }
        return next.renamed(from: self)
    }

    private static func isLabel(_ text: String) -> Bool {
        text.isEmpty || (try? label(Array(text.utf8)[...])) != nil
    }

    private func renamed(from old: SemanticVersion) -> SemanticVersion {
        var copy = self
        copy.original = (old.original.hasPrefix("v") ? "v" : "") + description
        return copy
    }
}
