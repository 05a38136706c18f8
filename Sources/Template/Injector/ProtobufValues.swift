import YAML

/// Messages of protobuf that stand for single values.
enum ProtobufValues {
    static let durationType = GoType.pointer("durationpb.Duration")

    /// `1.5s` as a message; a pointer to none where it is absent.
    static func duration(_ node: Node?) -> Value {
        let length = (try? GoDuration(node?.string ?? "0")) ?? GoDuration(0)
        let (seconds, rest) = length.nanoseconds.quotientAndRemainder(dividingBy: GoDuration.second)
        let (whole, nanoseconds) = (Value.int(seconds, .bits64), Value.int(rest, .bits32))
        let message = StructValue(
            "durationpb.Duration", [.init("Seconds", whole), .init("Nanos", nanoseconds)],
            methods: [
                Function("GetSeconds", returns: .int(.bits64)) { _ in whole },
                Function("GetNanos", returns: .int(.bits32)) { _ in nanoseconds },
                Function("AsDuration", returns: DurationValue.type) { _ in .host(DurationValue(length)) },
            ])
        return .pointer(message, isNil: node == nil)
    }

    /// The length of such a message.
    static func length(_ value: Value) -> GoDuration {
        guard case .pointer(let message, false) = value, case .int(let seconds, _)? = message["Seconds"],
            case .int(let rest, _)? = message["Nanos"]
        else { return GoDuration(0) }
        return GoDuration(seconds &* GoDuration.second &+ rest)
    }

    /// As JSON has it: seconds with no, three, six or nine digits.
    static func durationText(_ node: Node) -> String {
        let length = ((try? GoDuration(node.string ?? "0")) ?? GoDuration(0)).nanoseconds
        let digits = String(String(1_000_000_000 + length.magnitude % 1_000_000_000).dropFirst())
        let count = [0, 3, 6].first { digits.dropFirst($0).allSatisfy { $0 == "0" } } ?? 9
        let fraction = count == 0 ? "" : "." + digits.prefix(count)
        return (length < 0 ? "-" : "") + "\(length.magnitude / 1_000_000_000)\(fraction)s"
    }

    /// A value in a message of its own; a pointer to none where it is absent.
    static func wrapper(_ typeName: String, _ value: Value, _ node: Node?) -> Value {
        let getter = Function("GetValue", returns: value.type ?? .any) { _ in value }
        return .pointer(
            StructValue(typeName, [.init("Value", value)], methods: [getter]), isNil: node == nil)
    }
}

/// One of the numbers that have names.
struct EnumValue: HostValue {
    let typeName: String
    let number: Int64
    let name: String

    var kind: String { "int32" }
    var text: Text? { Text(name) }
    var underlying: Value? { .int(number, .bits32) }

    /// The number of a name; the first where there is none.
    init(typeName: String, names: [Int64: String], name: String?) {
        self.typeName = typeName
        number = names.first { $0.value == name }?.key ?? 0
        self.name = names[number] ?? String(number)
    }

    func member(_ name: Text) -> Value? {
        switch name.string {
        case "String":
            let text = self.name
            return .function(Function("String", returns: .string) { _ in .string(text) })
        case "Number":
            let number = number
            return .function(Function("Number", returns: .int(.bits32)) { _ in .int(number, .bits32) })
        default: return nil
        }
    }

    func equals(_ other: any HostValue) -> Bool {
        guard let other = other as? EnumValue else { return false }
        return other.typeName == typeName && other.number == number
    }
}
