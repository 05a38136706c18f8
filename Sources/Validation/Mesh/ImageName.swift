import YAML

/// Names of container images, as registries take them.
enum ImageName {
    /// What is wrong with the part before an image's last name; nil when nothing is.
    static func problem(withHub hub: String) -> String? {
        var parts = hub.split(separator: "/", omittingEmptySubsequences: false)
        if let first = parts.first, first.contains(".") || first.contains(":") || first == "localhost" {
            if !isAuthority(first) { return "\(String(first).quoted) is no host, maybe with a port" }
            parts.removeFirst()
        }
        let isName = parts.joined(separator: "/").utf8.allSatisfy {
            Name.isLowerOrDigit($0) || $0 == dash || $0 == dot || $0 == underscore || $0 == slash
        }
        return isName ? nil : "it has other than small letters, digits, dots, dashes, underscores and slashes"
    }

    static func isTag(_ text: String) -> Bool {
        text.utf8.count <= longestTag
            && text.utf8.allSatisfy {
                Name.isLowerOrDigit($0 | 0x20) || Name.isLowerOrDigit($0) || $0 == dash || $0 == dot
                    || $0 == underscore
            }
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first, !host.isEmpty else { return false }
        if parts.count == 2, !parts[1].utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return false }
        return host.utf8.allSatisfy {
            Name.isLowerOrDigit($0 | 0x20) || Name.isLowerOrDigit($0) || $0 == dash || $0 == dot
                || $0 == underscore
        }
    }

    private static let longestTag = 128
    private static let dash = UInt8(ascii: "-")
    private static let dot = UInt8(ascii: ".")
    private static let slash = UInt8(ascii: "/")
    private static let underscore = UInt8(ascii: "_")
}

extension Node {
    /// A text, or a number or truth as text; nil for anything else.
    var scalarText: String? {
        switch content {
        case .string(let text): text
        case .int(let number): String(number)
        case .unsigned(let number): String(number)
        case .double(let number): String(number)
        case .bool(let flag): String(flag)
        default: nil
        }
    }
}
