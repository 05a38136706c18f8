import Synchronization
package import YAML

/// The declaration of one field, without its Swift type.
package class AnyField: @unchecked Sendable {
    // Unchecked: `name` and `protoName` are written once, by `Schema.init` inside a lazy static, before any
    // other thread can see the field; so their accesses need no check either.

    /// The JSON name: the label of the property that holds the declaration.
    @exclusivity(unchecked) package fileprivate(set) final var name = ""
    /// The name in the proto file, which the classic generation accepts too: `http_req_timeout`.
    @exclusivity(unchecked) package fileprivate(set) final var protoName = ""
    package final let shape: Shape
    /// One sentence, ending in a period.
    package final let doc: String
    package final let rules: [Rule]
    /// What the API assumes when the field is absent.
    package final let fallback: Node?
    package final let isRequired: Bool
    /// The group of fields of which at most one may be given.
    package final let oneOf: String?
    /// What to use instead, or why the field goes.
    package final let deprecation: String?
    /// Whether `StrictCheck` has rules to enforce on a value.
    final let hasBounds: Bool
    /// Not counted: a message's fields are a static's, which stays. (`AtomicLazyReference` would look up
    /// types.)
    private let knownMessageFields = Atomic<UnsafeRawPointer?>(nil)

    fileprivate init(shape: Shape, doc: String, rules: [Rule], fallback: Node?) {
        self.shape = shape
        self.doc = doc
        self.rules = rules
        self.fallback = fallback
        isRequired = rules.contains { if case .required = $0 { true } else { false } }
        oneOf = rules.lazy.compactMap { if case .oneOf(let group) = $0 { group } else { nil } }.first
        deprecation = rules.lazy.compactMap { if case .deprecated(let text) = $0 { text } else { nil } }.first
        hasBounds = rules.contains(where: \.isBound)
    }

    /// The fields of the messages in this field, also within a list or map; nil for scalars. Found once:
    /// asking a
    /// metatype for them costs more than checking a field.
    var messageFields: MessageFields? {
        if let known = knownMessageFields.load(ordering: .acquiring) {
            return Unmanaged<MessageFields>.fromOpaque(known).takeUnretainedValue()
        }
        guard let fields = shape.innermost.fields else { return nil }
        knownMessageFields.store(Unmanaged.passUnretained(fields).toOpaque(), ordering: .releasing)
        return fields
    }

    package var since: String? {
        for case .since(let release) in rules { return release }
        return nil
    }

    fileprivate func settle(label: String, hasSnakeCase: Bool) {
        // Reflection keeps the quotes of a label that is no identifier.
        name = label.hasPrefix("`") ? String(label.dropFirst().dropLast()) : label
        protoName = hasSnakeCase ? name.snakeCased : name
        for case .protoName(let name) in rules { protoName = name }
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

/// A message type's declaration, collected once, on first use: `static let schema = Schema(Self(), "…")`.
package struct Schema<M: Message>: Sendable {
    /// Never freed, as a static's value is not. Not counted either: all threads read through it all the time.
    private let reference: Unmanaged<MessageFields>

    package var fields: MessageFields { reference.takeUnretainedValue() }

    /// `name` is how upstream's errors call the message; the Swift type's name if not given. Without snake
    /// case the proto's names are the JSON names, where no rule says otherwise.
    package init(_ message: M, _ doc: String, name: String? = nil, hasSnakeCase: Bool = true) {
        let all = Mirror(reflecting: message).children.compactMap { child -> AnyField? in
            guard let field = child.value as? AnyField, let label = child.label else { return nil }
            field.settle(label: label, hasSnakeCase: hasSnakeCase)
            return field
        }
        // `field(_:)` relies on it.
        precondition(
            all.count * MemoryLayout<AnyField>.stride == MemoryLayout<M>.size || all.isEmpty,
            "\(M.self) has properties that are no fields")
        reference = .passRetained(
            MessageFields(name: name ?? String(describing: M.self), doc: doc, all: all))
    }

    /// The value of a property's field in a message; nil when absent or null.
    func value<T>(of path: KeyPath<M, Field<T>>, in message: Node?, orFallback: Bool = false) -> Node? {
        let index = index(of: path)
        return reference._withUnsafeGuaranteedRef {
            $0.value(at: index, in: message) ?? (orFallback ? $0.fallback(at: index) : nil)
        }
    }

    /// The declaration behind a property.
    func field<T>(_ path: KeyPath<M, Field<T>>) -> AnyField { fields.all[index(of: path)] }

    /// A message consists of references to fields, one after the other, so the offset tells which; a property
    /// that a protocol names has none and cannot be asked for.
    private func index<T>(of path: KeyPath<M, Field<T>>) -> Int {
        guard let offset = MemoryLayout<M>.offset(of: path) else {
            preconditionFailure("\(path) is not a stored property of \(M.self)")
        }
        return offset / MemoryLayout<AnyField>.stride
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
