/// How an argument of a type is checked: by a glance for the types that most functions take.
enum ArgumentCheck: UInt8, Sendable {
    case anything
    case reflected
    case text
    /// By comparing types.
    case other

    init(_ type: GoType) {
        switch type {
        case .any: self = .anything
        case .reflected: self = .reflected
        case .string: self = .text
        default: self = .other
        }
    }

    /// Whether an operand may be handed over as it is.
    func passes(_ operand: Operand) -> Bool {
        switch self {
        case .reflected: true
        case .anything: !operand.isAbsent
        case .text: if case .text = operand.value { true } else { false }
        case .other: false
        }
    }
}
