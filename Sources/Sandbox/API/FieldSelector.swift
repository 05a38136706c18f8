import Schema
import YAML

/// `status.phase=Running,metadata.namespace!=kube-system`: fields that the kind lets clients select by, and
/// `=`, `==`, `!=`. A backslash takes its meaning from `,`, `=` and itself.
struct FieldSelector: Sendable {
    private struct Requirement: Sendable {
        var field: String
        var value: String
        var mustEqual: Bool
    }

    private var requirements: [Requirement] = []
    var isEmpty: Bool { requirements.isEmpty }
    /// Whether an object's name and namespace alone do not decide.
    let needsBody: Bool

    init(_ text: String, for kind: Kind) throws(APIFailure) {
        for part in Self.split(text, at: ",") where !part.isEmpty {
            guard let (field, value, mustEqual) = Self.sides(part) else {
                throw .badRequest("invalid selector: '\(text)'; can't understand '\(part)'")
            }
            guard SelectableFields.has(field, kind) else {
                throw .badRequest(SelectableFields.refusal(field, kind))
            }
            requirements.append(
                Requirement(field: field, value: Self.unescaped(value), mustEqual: mustEqual))
        }
        needsBody = requirements.contains { !SelectableFields.ofAll.contains($0.field) }
    }

    /// Those of this name only.
    func naming(_ name: String) -> FieldSelector {
        var selector = self
        selector.requirements.append(Requirement(field: "metadata.name", value: name, mustEqual: true))
        return selector
    }

    /// `body` is null where it is not needed.
    func matches(_ key: ObjectKey, _ body: Node) -> Bool {
        requirements.allSatisfy { requirement in
            let value =
                switch requirement.field {
                case "metadata.name": key.name
                case "metadata.namespace": key.namespace
                default: SelectableFields.value(requirement.field, of: body)
                }
            return (value == requirement.value) == requirement.mustEqual
        }
    }

    // MARK: Reading

    /// Splits at a sign that no backslash stands before.
    private static func split(_ text: String, at sign: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isEscaped = false
        for index in text.indices {
            if text[index] == sign, !isEscaped {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
            isEscaped = text[index] == "\\" && !isEscaped
        }
        return parts + [text[start...]]
    }

    /// The operator is the first there is: fields have no signs in their names.
    private static func sides(_ part: Substring) -> (String, Substring, Bool)? {
        guard let at = part.firstIndex(where: { $0 == "=" || $0 == "!" }) else { return nil }
        let (field, rest) = (String(part[..<at]), part[at...])
        for (sign, mustEqual) in [("!=", false), ("==", true), ("=", true)] where rest.hasPrefix(sign) {
            return (field, rest.dropFirst(sign.count), mustEqual)
        }
        return nil
    }

    private static func unescaped(_ value: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in value {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
