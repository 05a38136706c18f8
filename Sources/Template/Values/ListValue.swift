/// A slice of Go: its elements, their type, and whether it is nil. Never changed: functions that append make
/// another one.
package final class ListValue: Sendable {
    package private(set) nonisolated(unsafe) var items: [Value]
    /// `any` for `[]interface {}`, `string` for `[]string`, `uint(bits8)` for `[]byte`.
    package let element: GoType
    /// A nil slice prints and ranges like an empty one; JSON and YAML show it as null.
    package let isNil: Bool
    /// A type of a library that is such a list, and has methods.
    package let named: NamedType?

    package init(
        _ items: [Value], of element: GoType = .any, isNil: Bool = false, named: NamedType? = nil
    ) {
        self.named = named
        self.items = items
        self.element = element
        self.isNil = isNil
    }

    /// `[]byte`.
    package convenience init(bytes: [UInt8]) {
        self.init(bytes.map { .uint(UInt64($0), .bits8) }, of: .uint(.bits8))
    }

    deinit {
        guard items.contains(where: Teardown.holdsValues) else { return }
        var values = surrender()
        Teardown.end(&values)
    }

    /// Hands over the elements of a list that is about to go.
    func surrender() -> [Value] {
        defer { items = [] }
        return items
    }

    /// The elements of a `[]byte`; nil for any other list.
    package var bytes: [UInt8]? {
        guard element == .uint(.bits8) else { return nil }
        return items.map { if case .uint(let byte, _) = $0 { UInt8(truncatingIfNeeded: byte) } else { 0 } }
    }
}
