/// Sprig's functions for paths. Those of the operating system are the same: paths have slashes.
enum PathFunctions {
    static let all: [Function] = ["", "os"].flatMap { prefix in
        [
            function(prefix, "base") { .text(base($0)) },
            function(prefix, "dir") { .text(directory($0)) },
            function(prefix, "clean") { .text(clean($0)) },
            function(prefix, "ext") { .text(fileExtension($0)) },
            function(prefix, "isAbs", returns: .bool) { .bool($0.bytes.first == slash) },
        ]
    }

    private static let slash = UInt8(ascii: "/")
    private static let point = UInt8(ascii: ".")

    private static func function(
        _ prefix: String, _ name: String, returns: GoType = .string,
        _ body: @escaping @Sendable (Text) -> Value
    ) -> Function {
        let full = prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
        return Function(full, .string, returns: returns) { body($0[0].text ?? "") }
    }

    /// What follows the last slash that is not at the end.
    static func base(_ path: Text) -> Text {
        if path.isEmpty { return "." }
        var bytes = path.bytes[...]
        while bytes.last == slash { bytes.removeLast() }
        if bytes.isEmpty { return "/" }
        return Text(bytes: bytes.suffix(from: bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0))
    }

    /// All before the last slash, cleaned.
    static func directory(_ path: Text) -> Text { clean(Text(bytes: folder(path))) }

    /// All up to the last slash, that included.
    static func folder(_ path: Text) -> ArraySlice<UInt8> {
        let bytes = path.bytes
        return bytes[..<(bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0)]
    }

    /// From the last point of the last name.
    private static func fileExtension(_ path: Text) -> Text {
        let name = path.bytes.suffix(from: folder(path).endIndex)
        return Text(bytes: name.lastIndex(of: point).map { name[$0...] } ?? [])
    }

    /// The shortest path to the same place, by the text alone.
    static func clean(_ path: Text) -> Text {
        let isRooted = path.bytes.first == slash
        var names: [ArraySlice<UInt8>] = []
        for name in path.bytes.split(separator: slash) where !name.elementsEqual(".".utf8) {
            let isUp = name.elementsEqual("..".utf8)
            if isUp, let last = names.last, !last.elementsEqual("..".utf8) {
                names.removeLast()
            } else if !(isUp && isRooted) {
                names.append(name)
            }
        }
        let joined = Array(names.joined(separator: [slash]))
        if joined.isEmpty { return isRooted ? "/" : "." }
        return Text(bytes: isRooted ? [slash] + joined : joined)
    }
}

extension FunctionTable {
    /// Paths of files.
    package static let paths = FunctionTable(PathFunctions.all)
}
