/// The functions that a template may name, looked up once when it is parsed.
package struct FunctionTable: Sendable {
    private var functions: [String: Function] = [:]

    /// A table of these; of two with one name the last counts.
    package init(_ functions: [Function] = []) {
        for function in functions { self.functions[function.name] = function }
    }

    package subscript(name: String) -> Function? { functions[name] }

    package var names: [String] { functions.keys.sorted() }

    /// This table with further functions, which hide those of the same name.
    package func adding(_ others: [Function]) -> FunctionTable {
        var table = self
        for function in others { table.functions[function.name] = function }
        return table
    }

    package func adding(_ other: FunctionTable) -> FunctionTable { adding(Array(other.functions.values)) }

    /// This table and the same function under another name.
    package func aliasing(_ alias: String, _ name: String) -> FunctionTable {
        var table = self
        table.functions[alias] = functions[name]
        return table
    }

    package func removing(_ names: [String]) -> FunctionTable {
        var table = self
        for name in names { table.functions[name] = nil }
        return table
    }
}
