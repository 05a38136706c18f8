/// The text that takes the place of a match, with `$1`, `$name` and `${name}` for its groups and `$$` for
/// `$`.
struct Replacement {
    private enum Piece {
        case bytes([UInt8])
        case group(Int)
        case named([UInt8])
    }

    private var pieces: [Piece] = []

    init(_ text: Text) {
        var rest = text.bytes[...]
        var plain: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "$") else {
                plain.append(byte)
                continue
            }
            if rest.first == UInt8(ascii: "$") {
                plain.append(byte)
                rest.removeFirst()
                continue
            }
            guard let name = Self.name(&rest) else {
                plain.append(byte)
                continue
            }
            if !plain.isEmpty { pieces.append(.bytes(plain)) }
            plain = []
            pieces.append(Self.number(name).map(Piece.group) ?? .named(name))
        }
        if !plain.isEmpty { pieces.append(.bytes(plain)) }
    }

    /// The replacement for one match.
    func expanded(
        _ match: RegularExpression.Match, of expression: RegularExpression,
        in text: UnsafeBufferPointer<UInt8>
    ) throws(FunctionError) -> [UInt8] {
        var result: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): result += bytes
            case .group(let number):
                if number < match.count, let range = match[number] { result += text[range] }
            case .named(let name):
                if let range = expression.range(of: name, in: match) { result += text[range] }
            }
            if result.count > Limits.stringBytes {
                throw FunctionError("the result has more than \(Limits.stringBytes) bytes")
            }
        }
        return result
    }

    /// The name after a `$`, which may stand in braces; nil, and nothing taken, where there is none.
    private static func name(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        var after = rest
        let isBraced = after.first == UInt8(ascii: "{")
        if isBraced { after.removeFirst() }
        let start = String(decoding: after, as: UTF8.self).unicodeScalars
        let name = start.prefix {
            $0 == "_" || $0.properties.isLetter || $0.properties.numericType == .decimal
        }
        let bytes = Array(String(name).utf8)
        guard !bytes.isEmpty, after.starts(with: bytes) else { return nil }
        after = after.dropFirst(bytes.count)
        if isBraced {
            guard after.popFirst() == UInt8(ascii: "}") else { return nil }
        }
        rest = after
        return bytes
    }

    /// The number of a group: decimal, without leading zeros, not absurdly large.
    private static func number(_ name: [UInt8]) -> Int? {
        if name.count > 1, name[0] == UInt8(ascii: "0") { return nil }
        guard name.count < 10, name.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else {
            return nil
        }
        return Int(String(decoding: name, as: UTF8.self))
    }
}

extension Unicode.Scalar.Properties {
    /// Whether Go's `unicode.IsLetter` holds.
    fileprivate var isLetter: Bool {
        switch generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
