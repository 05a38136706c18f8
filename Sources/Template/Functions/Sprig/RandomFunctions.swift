/// Sprig's functions that give something else each time, as far as the set's surroundings do.
enum RandomFunctions {
    static let all: [Function] = [
        texts("randAlphaNum", letters + digits), texts("randAlpha", letters), texts("randNumeric", digits),
        texts("randAscii", Array(0x20...0x7e)),
        Function("randBytes", [.int()], returns: .string) { arguments, evaluation in
            let count = try checked(arguments[0].integer)
            if count < 0 { throw FunctionError("runtime error: makeslice: len out of range") }
            return .string(Base64.encode(evaluation.templates.surroundings.random(count)))
        },
        Function("randInt", [.int(), .int()], returns: .int()) { arguments, evaluation in
            let (low, high) = (arguments[0].integer, arguments[1].integer)
            let width = high &- low
            guard width > 0 else { throw FunctionError("invalid argument to Intn") }
            let number = evaluation.templates.surroundings.randomNumber(below: UInt64(width))
            return .int(low &+ Int64(number))
        },
        Function("uuidv4", [], returns: .string) { _, evaluation in
            var bytes = evaluation.templates.surroundings.random(16)
            bytes[6] = bytes[6] & 0x0f | 0x40
            bytes[8] = bytes[8] & 0x3f | 0x80
            let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
            return .string(
                groups.map { group in
                    bytes[group].map { GoQuoting.hexadecimal(UInt32($0), 2) }.joined()
                }.joined(separator: "-"))
        },
        // There is no network to ask; Helm says the same unless it is told to.
        Function("getHostByName", .string, returns: .string) { _ in "" },
    ]

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let digits = Array("0123456789".utf8)

    private static func checked(_ count: Int64) throws(FunctionError) -> Int {
        if count > Limits.stringBytes {
            throw FunctionError("\(count) is more than \(Limits.stringBytes) bytes")
        }
        return Int(count)
    }

    private static func texts(_ name: String, _ alphabet: [UInt8]) -> Function {
        Function(name, [.int()], returns: .string) { arguments, evaluation in
            let count = max(0, try checked(arguments[0].integer))
            let surroundings = evaluation.templates.surroundings
            // Bytes that would make some characters more likely than others are drawn again.
            let bound = 256 - 256 % alphabet.count
            var result: [UInt8] = []
            while result.count < count {
                for byte in surroundings.random(count - result.count) where Int(byte) < bound {
                    result.append(alphabet[Int(byte) % alphabet.count])
                }
            }
            return .text(Text(bytes: result))
        }
    }
}

extension Surroundings {
    /// Any number below another, all equally likely.
    func randomNumber(below bound: UInt64) -> UInt64 {
        // Twice the width makes the first numbers no likelier than one in 2^64.
        let high = random(8).reduce(0) { $0 << 8 | UInt64($1) }
        let low = random(8).reduce(0) { $0 << 8 | UInt64($1) }
        return bound.dividingFullWidth((high % bound, low)).remainder
    }
}

extension FunctionTable {
    /// Random texts and numbers, from the set's surroundings.
    package static let random = FunctionTable(RandomFunctions.all)
}
