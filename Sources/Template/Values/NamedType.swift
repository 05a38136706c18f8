/// A type that a library makes of a list or a map, with methods of its own: Helm's `engine.files`.
package final class NamedType: Sendable {
    package let name: String
    package let methods: [Text: Function]

    package init(_ name: String, _ methods: [Function]) {
        self.name = name
        self.methods = Dictionary(methods.map { (Text($0.name), $0) }, uniquingKeysWith: { $1 })
    }
}
