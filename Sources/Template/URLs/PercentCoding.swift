/// Escapes such as `%20`, of which each part of a URL has its own.
enum PercentCoding {
    enum Part { case path, user, host, zone, fragment }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        SemanticVersion.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// What may stand as it is beside letters and digits.
    private static func plain(_ part: Part) -> Set<UInt8> {
        switch part {
        case .path: Set("-_.~$&+,/:;=@".utf8)
        case .user: Set("-_.~$&+,;=".utf8)
        case .host, .zone: Set("-_.~!$&'()*+,;=:[]<>\"".utf8)
        case .fragment: Set("-_.~$&+,/:;=?@!()*".utf8)
        }
    }

    static func escaped(_ text: Text, _ part: Part) -> Text {
        let plain = plain(part)
        return Text(
            bytes: text.bytes.flatMap { byte -> [UInt8] in
                if isAlphanumeric(byte) || plain.contains(byte) { return [byte] }
                return Array("%\(GoQuoting.hexadecimal(UInt32(byte), 2).uppercased())".utf8)
            })
    }

    static func unescaped(_ bytes: ArraySlice<UInt8>, _ part: Part) throws(FunctionError) -> Text {
        let isHost = part == .host || part == .zone
        let plain = plain(part)
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
                    let value = UInt8(digits, radix: 16),
                    !isHost || digits == "25" || isAllowed(value, part, plain)
                else { throw FunctionError("invalid URL escape \(GoQuoting.quoted(Text("%" + digits)))") }
                result.append(value)
                rest = rest.dropFirst(2)
                continue
            }
            if isHost, byte < 0x80, !isAlphanumeric(byte), !plain.contains(byte) {
                let character = GoQuoting.quoted(Text(bytes: [byte]))
                throw FunctionError("invalid character \(character) in host name")
            }
            result.append(byte)
        }
        return Text(bytes: result)
    }

    /// In hosts only what is not ASCII may be escaped; in zones also what needs no escape.
    private static func isAllowed(_ value: UInt8, _ part: Part, _ plain: Set<UInt8>) -> Bool {
        if part == .host { return value >= 0x80 }
        return value == 0x20 || isAlphanumeric(value) || plain.contains(value)
    }
}
