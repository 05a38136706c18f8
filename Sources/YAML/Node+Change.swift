extension Node {
    /// Sets a field that is absent or null.
    package mutating func fill(_ path: [String], _ value: Node) {
        if self[path].map(\.isNull) ?? true { set(path: path, value) }
    }

    /// Changes a field that is there.
    package mutating func change(_ path: [String], _ body: (inout Node) -> Void) {
        guard var value = self[path], !value.isNull else { return }
        body(&value)
        set(path: path, value)
    }

    /// Changes each element of a list that is there.
    package mutating func changeEach(_ path: [String], _ body: (inout Node) -> Void) {
        guard let list = self[path]?.list, !list.isEmpty else { return }
        set(
            path: path,
            Node(
                list.map { element in
                    var element = element
                    body(&element)
                    return element
                }))
    }
}
