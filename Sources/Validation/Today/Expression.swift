import CRE2
package import Diagnostics

/// Regular expressions as Istio and Envoy read them: RE2, never Swift's own, which may run for ever.
package enum Expression {
    /// Why RE2 refuses a pattern; nil when it takes it.
    package static func problem(with pattern: String) -> String? {
        var reason = [CChar](repeating: 0, count: longestReason)
        let isValid = Array(pattern.utf8).withUnsafeBytes { bytes in
            cre2_check(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, &reason, reason.count)
        }
        guard isValid == 0 else { return nil }
        return String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether a valid pattern matches the whole text; nil when the pattern is not valid.
    package static func matches(_ pattern: String, _ text: String) -> Bool? {
        let pattern = Array(pattern.utf8).map(CChar.init(bitPattern:))
        let text = Array(text.utf8).map(CChar.init(bitPattern:))
        switch cre2_full_match(pattern, pattern.count, text, text.count) {
        case 1: return true
        case 0: return false
        default: return nil
        }
    }

    /// Bytes of a reason, the end included.
    private static let longestReason = 256
}

extension Code {
    package static let invalidExpression = Code("invalid-expression")
    /// A setting that another setting makes pointless, or that has no effect.
    package static let unusedValue = Code("unused-value")
}
