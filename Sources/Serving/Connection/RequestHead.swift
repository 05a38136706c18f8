/// The first lines of an HTTP/1.1 request, as far as a change of protocol needs them.
package struct RequestHead: Equatable, Sendable {
    package let method: String
    package let target: String
    /// Names in lower case, in the order of the request.
    package let headers: [Header]

    package struct Header: Equatable, Sendable {
        package let name: String
        package let value: String
    }

    /// nil for what is no such head: requests that HTTP's own parser is to refuse.
    package init?(_ bytes: some Collection<UInt8>) {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")[...]
        let words = lines.popFirst()?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard words.count == 3, words[2] == "HTTP/1.1" else { return nil }
        method = String(words[0])
        target = String(words[1])
        var headers: [Header] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
                !line[..<colon].contains(where: \.isWhitespace)
            else { return nil }
            let value = line[line.index(after: colon)...]
            headers.append(Header(name: line[..<colon].lowercased(), value: Self.trimmed(value)))
        }
        self.headers = headers
    }

    /// The only value of a header; nil when there is none, or several.
    package subscript(name: String) -> String? {
        let found = headers.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// The values of a header whose lines are lists.
    package func list(_ name: String) -> [String] {
        headers.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map(Self.trimmed) }
    }

    package func has(_ name: String, _ word: String) -> Bool {
        list(name).contains { $0.lowercased() == word }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
