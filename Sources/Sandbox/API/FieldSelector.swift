import Schema

/// `metadata.name=details,metadata.namespace!=kube-system`: these two fields, and `=`, `==`, `!=`.
struct FieldSelector: Sendable {
    private struct Requirement: Sendable {
        var isName: Bool
        var value: String
        var mustEqual: Bool
    }

    private let requirements: [Requirement]
    var isEmpty: Bool { requirements.isEmpty }

    init(_ text: String) throws(APIFailure) {
        var requirements: [Requirement] = []
        for part in text.split(separator: ",") {
            guard let (field, value, mustEqual) = Self.sides(part) else {
                throw .badRequest("invalid field selector \"\(part)\"; use field=value or field!=value")
            }
            guard field == "metadata.name" || field == "metadata.namespace" else {
                throw .badRequest("field label not supported: \(field)")
            }
            requirements.append(
                Requirement(isName: field == "metadata.name", value: value, mustEqual: mustEqual))
        }
        self.requirements = requirements
    }

    func matches(_ key: ObjectKey) -> Bool {
        requirements.allSatisfy { (($0.isName ? key.name : key.namespace) == $0.value) == $0.mustEqual }
    }

    private static func sides(_ part: Substring) -> (String, String, Bool)? {
        for (sign, mustEqual) in [("!=", false), ("==", true), ("=", true)] {
            guard let at = part.firstRange(of: sign) else { continue }
            return (String(part[..<at.lowerBound]), String(part[at.upperBound...]), mustEqual)
        }
        return nil
    }
}
