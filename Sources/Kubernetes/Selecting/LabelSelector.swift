package import YAML

/// Which objects a list, a watch or a collection's deletion means: `app=reviews,version in (v1, v2),!canary`.
package struct LabelSelector: Sendable {
    package enum Requirement: Sendable, Equatable {
        case isIn(String, [String])
        case notIn(String, [String])
        case exists(String)
        case missing(String)
    }

    package let requirements: [Requirement]

    package static let everything = LabelSelector(requirements: [])
    package var isEmpty: Bool { requirements.isEmpty }

    package init(requirements: [Requirement]) { self.requirements = requirements }

    /// A text that is no selector.
    package struct Problem: Error {
        package let message: String
    }

    package init(_ text: String) throws(Problem) {
        var parts: [Substring] = []
        var depth = 0
        var start = text.startIndex
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth == 0:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        parts.append(text[start...])
        var requirements: [Requirement] = []
        for part in parts {
            let part = Self.trimmed(part)
            if part.isEmpty, parts.count == 1 { continue }
            guard let requirement = Self.requirement(part) else {
                throw Problem(
                    message: "unable to parse requirement: \"\(part)\" in the selector \"\(text)\"")
            }
            requirements.append(requirement)
        }
        self.requirements = requirements
    }

    package func matches(_ object: Node) -> Bool {
        let labels = object["metadata"]?["labels"]
        return requirements.allSatisfy { requirement in
            switch requirement {
            case .isIn(let key, let values): labels?[key]?.string.map(values.contains) ?? false
            case .notIn(let key, let values): !(labels?[key]?.string.map(values.contains) ?? false)
            case .exists(let key): labels?[key] != nil
            case .missing(let key): labels?[key] == nil
            }
        }
    }

    private static func requirement(_ text: Substring) -> Requirement? {
        for (sign, makes) in [("!=", false), ("==", true), ("=", true)] {
            guard let at = text.firstRange(of: sign) else { continue }
            let key = trimmed(text[..<at.lowerBound])
            let value = trimmed(text[at.upperBound...])
            guard isKey(key), isValue(value) else { return nil }
            return makes ? .isIn(String(key), [String(value)]) : .notIn(String(key), [String(value)])
        }
        if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
            let words = text[..<open].split(separator: " ")
            let values = text[text.index(after: open)...].dropLast()
                .split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
            guard words.count == 2, isKey(words[0]), values.allSatisfy(isValue) else { return nil }
            switch words[1] {
            case "in": return .isIn(String(words[0]), values.map(String.init))
            case "notin": return .notIn(String(words[0]), values.map(String.init))
            default: return nil
            }
        }
        let isNegated = text.hasPrefix("!")
        let key = trimmed(isNegated ? text.dropFirst() : text)
        guard isKey(key) else { return nil }
        return isNegated ? .missing(String(key)) : .exists(String(key))
    }

    private static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 317
            && text.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "/") }
    }

    private static func isValue(_ text: Substring) -> Bool {
        text.utf8.count <= 63 && text.utf8.allSatisfy(isWordByte)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
