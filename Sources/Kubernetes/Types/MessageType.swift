import Schema
import Synchronization

/// A message of Kubernetes' API.
package final class MessageType: Sendable {
    package let name: String
    package let group: String
    package let fields: [Field]
    private let byNumber: [Int: Int]
    private let flat = AtomicLazyReference<JSONFields>()

    init(name: String, group: String, fields: [Field]) {
        self.name = name
        self.group = group
        self.fields = fields
        byNumber = Dictionary(
            fields.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package indirect enum FieldType: Sendable, Equatable {
        case string, bool, int, double, bytes, time, microTime, quantity, intOrString, duration, raw, any
        case message(MessageReference)
        case list(FieldType)
        case map(FieldType)
    }

    package enum Merging: Sendable, Equatable {
        /// As its type is taken unless it says otherwise.
        case usual
        case atomic
        case set
        case keyed([String])
    }

    package func field(number: Int) -> Field? { byNumber[number].map { fields[$0] } }

    /// The fields of the JSON form.
    package var json: JSONFields { flat.load() ?? flat.storeIfNil(JSONFields(self)) }

    /// A field of the JSON form, also one of a message within.
    package func field(_ name: String) -> Field? {
        let json = json
        return json.index(of: name).map { json.all[$0] }
    }

    /// The field at the end of a way that is named by fields only: lists on it mean their items, and of maps
    /// any key.
    package func field(at path: [String]) -> Field? {
        var message: MessageType? = self
        var found: Field?
        var isKey = false
        for name in path {
            if isKey {
                // A key of a map: what stands there is no field.
                (isKey, found) = (false, nil)
                continue
            }
            guard let field = message?.field(name) else { return nil }
            found = field
            isKey = if case .map = field.type { true } else { false }
            message = field.type.message
        }
        return found
    }
}

/// A message as the type of a field, looked up when it is first asked for: types refer to each other in
/// circles.
package final class MessageReference: Sendable, Equatable {
    /// `group/version.Name`.
    package let key: String
    private let found = AtomicLazyReference<MessageType>()

    init(_ key: String) { self.key = key }

    /// nil for a type that the tables do not have.
    package var type: MessageType? {
        found.load() ?? KubernetesTypes.message(key).map { found.storeIfNil($0) }
    }

    /// The type, if it has fields. One without holds a JSON value of any form.
    package var typeWithFields: MessageType? {
        guard let type, !type.fields.isEmpty else { return nil }
        return type
    }

    package static func == (a: MessageReference, b: MessageReference) -> Bool { a.key == b.key }
}

/// The fields of a message in its JSON form, found by name: those of messages within stand among them.
package final class JSONFields: Sendable {
    package let all: [MessageType.Field]
    /// Fields that programs may write although they are not set.
    package let standing: [Int]
    private let names: NameTable

    fileprivate init(_ type: MessageType) {
        let fields = type.fields.flatMap { field -> [MessageType.Field] in
            guard field.isInline, case .message(let inner) = field.type else { return [field] }
            return inner.type?.json.all ?? []
        }
        all = fields
        names = NameTable(fields.map(\.name))
        standing = fields.indices.filter { fields[$0].mayStandUnset }
    }

    package func index(of name: String) -> Int? { names[name] }
}

extension MessageType.Field {
    fileprivate var mayStandUnset: Bool {
        if isRequired { return true }
        return switch type {
        case .time, .microTime, .quantity, .message: !isOptional
        default: false
        }
    }
}

extension MessageType.FieldType {
    /// The message that it is, or that each of its items or values is.
    package var message: MessageType? {
        switch self {
        case .message(let reference): reference.type
        case .list(let item), .map(let item): item.message
        default: nil
        }
    }
}
