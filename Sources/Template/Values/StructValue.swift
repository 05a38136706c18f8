/// A struct of Go: named fields in order, and methods.
package final class StructValue: Sendable {
    package struct Field: Sendable {
        package let name: Text
        package let value: Value

        package init(_ name: Text, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// As `%T` prints it without a star: `inject.SidecarTemplateData`.
    package let typeName: String
    package let fields: [Field]
    package let methods: [Text: Function]
    /// What its String method gives, where it has one: printing uses it.
    package let description: (@Sendable () -> Text)?
    /// The members of the object that JSON shows, in order; nil for all fields under their names.
    package let json: (@Sendable () -> [Field])?

    package init(
        _ typeName: String, _ fields: [Field], methods: [Function] = [],
        description: (@Sendable () -> Text)? = nil, json: (@Sendable () -> [Field])? = nil
    ) {
        self.json = json
        self.typeName = typeName
        self.fields = fields
        self.methods = Dictionary(methods.map { (Text($0.name), $0) }, uniquingKeysWith: { $1 })
        self.description = description
    }

    package subscript(name: Text) -> Value? { fields.first { $0.name == name }?.value }

    /// Methods of a host see the fields as they were: none of them reads a map that templates change.
    func thawed() -> StructValue {
        StructValue(
            typeName, fields.map { Field($0.name, $0.value.thawed()) }, methods: Array(methods.values),
            description: description, json: json)
    }
}
