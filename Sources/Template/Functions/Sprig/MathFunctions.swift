#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sprig's arithmetic: of whole numbers with Go's wrapping, and of decimals.
enum MathFunctions {
    static let all: [Function] =
        [
            whole("add") { $0 &+ $1 }, whole("mul", least: 2) { $0 &* $1 },
            Function("add1", .any, returns: .int(.bits64)) { .int(Conversion.integer($0[0]) &+ 1, .bits64) },
            two("sub") { $0 &- $1 },
            two("div") { a, b in
                guard b != 0 else { throw FunctionError("runtime error: integer divide by zero") }
                return a.wrappingDivision(by: b)
            },
            two("mod") { a, b in
                guard b != 0 else { throw FunctionError("runtime error: integer divide by zero") }
                return b == -1 ? 0 : a % b
            },
            whole("max", least: 1) { max($0, $1) }, whole("biggest", least: 1) { max($0, $1) },
            whole("min", least: 1) { min($0, $1) },
            exact("addf", { $0.adding($1) }, { $0 + $1 }),
            exact("subf", least: 1, { $0.adding($1, negated: true) }, { $0 - $1 }),
            exact("mulf", least: 1, { $0.multiplied(by: $1) }, { $0 * $1 }),
            exact(
                "divf", least: 1,
                { a, b in
                    if b.isZero { throw FunctionError("decimal division by 0") }
                    return a.divided(by: b)
                }, { $0 / $1 }),
            decimal("maxf", least: 1) { fmax($0, $1) }, decimal("minf", least: 1) { fmin($0, $1) },
            Function("add1f", .any, returns: .float64) { .float(Conversion.float($0[0]) + 1) },
            Function("floor", .any, returns: .float64) { .float(Conversion.float($0[0]).rounded(.down)) },
            Function("ceil", .any, returns: .float64) { .float(Conversion.float($0[0]).rounded(.up)) },
            Function("round", .any, .int(), rest: .float64, returns: .float64) { .float(round($0)) },
        ] + ranges

    private static func whole(
        _ name: String, least: Int = 0, _ body: @escaping @Sendable (Int64, Int64) -> Int64
    ) -> Function {
        let parameters = [GoType](repeating: .any, count: least)
        return Function(
            name, parameters, rest: .any, returns: .int(.bits64),
            evaluating: { arguments, _ in
                let numbers = arguments.map(Conversion.integer)
                guard let first = numbers.first else { return .int(0, .bits64) }
                return .int(numbers.dropFirst().reduce(first, body), .bits64)
            })
    }

    private static func two(
        _ name: String, _ body: @escaping @Sendable (Int64, Int64) throws -> Int64
    ) -> Function {
        Function(name, .any, .any, returns: .int(.bits64)) { arguments in
            .int(try body(Conversion.integer(arguments[0]), Conversion.integer(arguments[1])), .bits64)
        }
    }

    private static func decimal(
        _ name: String, least: Int = 0, _ body: @escaping @Sendable (Double, Double) -> Double
    ) -> Function {
        let parameters = [GoType](repeating: .any, count: least)
        return Function(
            name, parameters, rest: .any, returns: .float64,
            evaluating: { arguments, _ in
                let numbers = arguments.map(Conversion.float)
                guard let first = numbers.first else { return .float(0) }
                return .float(numbers.dropFirst().reduce(first, body))
            })
    }

    /// In decimal numbers; in floats where those would have too many digits.
    private static func exact(
        _ name: String, least: Int = 0,
        _ body: @escaping @Sendable (DecimalNumber, DecimalNumber) throws -> DecimalNumber?,
        _ rough: @escaping @Sendable (Double, Double) -> Double
    ) -> Function {
        let parameters = [GoType](repeating: .any, count: least)
        return Function(
            name, parameters, rest: .any, returns: .float64,
            evaluating: { arguments, _ in
                var result = arguments.first.map(Conversion.float) ?? 0
                for number in arguments.dropFirst().map(Conversion.float) {
                    if let a = DecimalNumber(result), let b = DecimalNumber(number),
                        let exact = try body(a, b)
                    {
                        result = exact.double
                    } else {
                        result = rough(result, number)
                    }
                }
                return .float(result)
            })
    }

    /// Half away from zero, or from where the third argument says.
    private static func round(_ arguments: [Value]) -> Double {
        let threshold = arguments.count > 2 ? Conversion.float(arguments[2]) : 0.5
        let power = pow(10, Conversion.float(arguments[1]))
        let digits = power * Conversion.float(arguments[0])
        let fraction = digits - digits.rounded(.towardZero)
        return (fraction >= threshold ? digits.rounded(.up) : digits.rounded(.down)) / power
    }

    // MARK: Ranges

    private static let ranges: [Function] = [
        Function("until", .int(), returns: .list(.int())) { arguments in
            let end = Conversion.integer(arguments[0])
            return numbers(try steps(0, end, end < 0 ? -1 : 1))
        },
        Function("untilStep", .int(), .int(), .int(), returns: .list(.int())) { arguments in
            let all = arguments.map(Conversion.integer)
            return numbers(try steps(all[0], all[1], all[2]))
        },
        Function("seq", rest: .int(), returns: .string) { .string(try sequence($0.map(Conversion.integer))) },
    ]

    private static func numbers(_ numbers: [Int64]) -> Value {
        .list(ListValue(numbers.map { .int($0) }, of: .int()))
    }

    private static func steps(_ start: Int64, _ end: Int64, _ step: Int64) throws(FunctionError) -> [Int64] {
        guard end < start ? step < 0 : step > 0 else { return [] }
        // Both ends may be far apart: their distance needs no sign, but all bits.
        let distance = end < start ? start.distance(above: end) : end.distance(above: start)
        guard distance / step.magnitude < UInt64(Limits.listCount) else {
            throw FunctionError("the list would have more than \(Limits.listCount) elements")
        }
        return Array(stride(from: start, to: end, by: Int(clamping: step)))
    }

    /// The numbers from the first to the last, in words as the program `seq` has them.
    private static func sequence(_ numbers: [Int64]) throws -> String {
        let (start, end, step): (Int64, Int64, Int64)
        switch numbers.count {
        case 1: (start, end, step) = (1, numbers[0], numbers[0] < 1 ? -1 : 1)
        case 2: (start, end, step) = (numbers[0], numbers[1], numbers[1] < numbers[0] ? -1 : 1)
        case 3: (start, end, step) = (numbers[0], numbers[2], numbers[1])
        default: return ""
        }
        if numbers.count == 3, end < start, step > 0 { return "" }
        return try steps(start, end &+ (end < start ? -1 : 1), step).map(String.init).joined(separator: " ")
    }
}

extension Int64 {
    /// Go's division: the least number by -1 is itself.
    fileprivate func wrappingDivision(by divisor: Int64) -> Int64 {
        divisor == -1 ? 0 &- self : self / divisor
    }

    /// How far it lies above a number that is not greater.
    fileprivate func distance(above other: Int64) -> UInt64 {
        UInt64(bitPattern: self) &- UInt64(bitPattern: other)
    }
}
