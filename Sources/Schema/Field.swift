package import YAML

/// The declaration of one field, without its Swift type.
package class AnyField: @unchecked Sendable {
    // Unchecked: `name` and `protoName` are written once, by `Schema.init` inside a lazy static, before any other
    // thread can see the field.

    /// The JSON name: the label of the property that holds the declaration.
    package fileprivate(set) var name = ""
    /// The name in the proto file, which the classic generation accepts too: `http_req_timeout`.
    package fileprivate(set) var protoName = ""
    package let shape: Shape
    /// One sentence, ending in a period.
    package let doc: String
    package let rules: [Rule]
    /// What the API assumes when the field is absent.
    package let fallback: Node?

    fileprivate init(shape: Shape, doc: String, rules: [Rule], fallback: Node?) {
        self.shape = shape
        self.doc = doc
        self.rules = rules
        self.fallback = fallback
    }

    package var isRequired: Bool { rules.contains { if case .required = $0 { true } else { false } } }

    package var oneOf: String? {
        for case .oneOf(let group) in rules { return group }
        return nil
    }

    package var deprecation: String? {
        for case .deprecated(let text) in rules { return text }
        return nil
    }

    package var since: String? {
        for case .since(let release) in rules { return release }
        return nil
    }

    fileprivate func settle(label: String) {
        name = label
        protoName = label.snakeCased
    }
}

/// The declaration of one field: `let host = Field<String>("Name of a service in the registry.", .required)`.
///
/// `T` only types the reads through `Object`; the field holds no value.
package final class Field<T>: AnyField, @unchecked Sendable {
    package init(_ doc: String, _ rules: Rule..., default fallback: Node? = nil) where T: FieldType {
        super.init(shape: T.shape, doc: doc, rules: rules, fallback: fallback)
    }
}

/// The fields of a message, found by name; the part of a schema that needs no Swift type.
package final class MessageFields: Sendable {
    /// As upstream names the message in its errors (`v1alpha1.RouteRule`), or the Swift type's name.
    package let name: String
    /// One sentence, ending in a period.
    package let doc: String
    /// In the order of declaration.
    package let all: [AnyField]
    private let byName: [String: Int]
    private let byProtoName: [String: Int]
    /// Whether any two fields exclude each other, so that checks can skip the question.
    package let hasOneOfs: Bool

    fileprivate init(name: String, doc: String, all: [AnyField]) {
        self.name = name
        self.doc = doc
        self.all = all
        hasOneOfs = all.contains { $0.oneOf != nil }
        byName = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
        byProtoName = Dictionary(
            uniqueKeysWithValues: all.enumerated().filter { $1.protoName != $1.name }.map {
                ($1.protoName, $0)
            })
    }

    package func field(named name: String) -> AnyField? { byName[name].map { all[$0] } }
    package func field(protoNamed name: String) -> AnyField? { byProtoName[name].map { all[$0] } }
    package func index(named name: String) -> Int? { byName[name] }
    package func index(protoNamed name: String) -> Int? { byProtoName[name] }
}

/// A message type's declaration, collected once, on first use: `static let schema = Schema(Self(), "…")`.
package struct Schema<M: Message>: Sendable {
    package let message: M
    package let fields: MessageFields

    /// `name` is how upstream's errors call the message; the Swift type's name if not given.
    package init(_ message: M, _ doc: String, name: String? = nil) {
        self.message = message
        let all = Mirror(reflecting: message).children.compactMap { child -> AnyField? in
            guard let field = child.value as? AnyField, let label = child.label else { return nil }
            field.settle(label: label)
            return field
        }
        fields = MessageFields(name: name ?? String(describing: M.self), doc: doc, all: all)
    }
}

extension String {
    /// `httpReqTimeout` as `http_req_timeout`.
    fileprivate var snakeCased: String {
        var result = ""
        for scalar in unicodeScalars {
            if scalar.properties.isUppercase {
                result += "_" + scalar.properties.lowercaseMapping
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
