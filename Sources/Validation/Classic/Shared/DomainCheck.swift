import Schema

extension Report {
    /// A fully qualified domain name: 1 to 255 characters, labels between dots.
    mutating func checkDomain(_ domain: String, at place: @autoclosure () -> Place, hint: String? = nil) {
        if let problem = Domain.lengthProblem(domain) {
            error(.invalidHost, problem, at: place(), hint: hint)
        }
        if let problem = Domain.labelProblem(domain[...]) {
            error(.invalidHost, problem, at: place(), hint: hint)
        }
    }
}

/// What 0.7.1 says about domain names; nil where it is content.
enum Domain {
    /// Bytes of a whole name.
    static let longest = 255

    static func lengthProblem(_ domain: String) -> String? {
        if domain.isEmpty { return "empty domain name not allowed" }
        return domain.utf8.count > longest ? "domain name \(domain.quoted) too long (max \(longest))" : nil
    }

    /// Names the first bad label only.
    static func labelProblem(_ domain: Substring) -> String? {
        if isDomain(domain.utf8) { return nil }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        let bad = labels.first { !Name.isLabel($0) } ?? ""
        return "domain name \(domain.quoted) invalid (label \(bad.quoted) invalid)"
    }

    /// Whether all parts between dots are labels, in one pass over the bytes.
    private static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
        var count = 0
        var previous = UInt8(ascii: ".")
        for byte in bytes {
            if byte == UInt8(ascii: ".") {
                if count == 0 || previous == UInt8(ascii: "-") { return false }
                count = 0
            } else {
                guard Name.isLowerOrDigit(byte) || (byte == UInt8(ascii: "-") && count > 0) else {
                    return false
                }
                count += 1
                if count > Name.longestLabel { return false }
            }
            previous = byte
        }
        return count > 0 && previous != UInt8(ascii: "-")
    }
}
