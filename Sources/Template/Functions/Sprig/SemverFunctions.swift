/// Sprig's `semver` and `semverCompare`.
enum SemverFunctions {
    static let all: [Function] = [
        Function("semver", .string, returns: VersionValue.pointer) { arguments in
            .host(VersionValue(try version(arguments[0]), isPointer: true))
        },
        Function("semverCompare", .string, .string, returns: .bool) { arguments in
            let constraint = try VersionConstraint(arguments[0].text?.string ?? "")
            return .bool(constraint.allows(try version(arguments[1])))
        },
    ]

    private static func version(_ value: Value) throws(FunctionError) -> SemanticVersion {
        try SemanticVersion(value.text?.string ?? "")
    }
}

/// A version with the methods that Masterminds/semver gives it.
struct VersionValue: HostValue {
    let version: SemanticVersion
    /// What `semver` gives is a pointer, what `IncMajor` gives is not.
    let isPointer: Bool

    static let pointer = GoType.named("*semver.Version", kind: "ptr")
    private static let plain = GoType.named("semver.Version", kind: "struct")

    init(_ version: SemanticVersion, isPointer: Bool) {
        self.version = version
        self.isPointer = isPointer
    }

    var typeName: String { isPointer ? "*semver.Version" : "semver.Version" }
    var kind: String { isPointer ? "ptr" : "struct" }
    var text: Text? { Text(version.description) }

    var json: Value? { .string(version.description) }

    func equals(_ other: any HostValue) -> Bool {
        guard let other = other as? VersionValue else { return false }
        return isPointer == other.isPointer && version == other.version
    }

    func member(_ name: Text) -> Value? {
        switch name.string {
        case "Major": number(name, version.major)
        case "Minor": number(name, version.minor)
        case "Patch": number(name, version.patch)
        case "Prerelease": text(name, version.prerelease)
        case "Metadata": text(name, version.metadata)
        case "Original": isPointer ? text(name, version.original) : nil
        case "String": text(name, version.description)
        case "IncMajor": next(name, .major)
        case "IncMinor": next(name, .minor)
        case "IncPatch": next(name, .patch)
        case "SetPrerelease":
            changed(name) { label throws(FunctionError) in try version.with(prerelease: label) }
        case "SetMetadata": changed(name) { label throws(FunctionError) in try version.with(metadata: label) }
        default: isPointer ? comparison(name) : nil
        }
    }

    private func comparison(_ name: Text) -> Value? {
        switch name.string {
        case "Compare": compared(name, returns: .int()) { .number($0) }
        case "Equal": compared(name, returns: .bool) { .bool($0 == 0) }
        case "LessThan": compared(name, returns: .bool) { .bool($0 < 0) }
        case "LessThanEqual": compared(name, returns: .bool) { .bool($0 <= 0) }
        case "GreaterThan": compared(name, returns: .bool) { .bool($0 > 0) }
        case "GreaterThanEqual": compared(name, returns: .bool) { .bool($0 >= 0) }
        default: nil
        }
    }

    private func number(_ name: Text, _ number: UInt64) -> Value {
        .function(Function(name.string, returns: .uint(.bits64)) { _ in .uint(number, .bits64) })
    }

    private func text(_ name: Text, _ text: String) -> Value {
        .function(Function(name.string, returns: .string) { _ in .string(text) })
    }

    private func next(_ name: Text, _ part: SemanticVersion.Part) -> Value {
        .function(
            Function(name.string, returns: Self.plain) { _ in
                .host(VersionValue(try version.incremented(part), isPointer: false))
            })
    }

    private func changed(
        _ name: Text, _ body: @escaping @Sendable (String) throws(FunctionError) -> SemanticVersion
    ) -> Value {
        .function(
            Function(name.string, .string, returns: Self.plain) { arguments in
                .host(VersionValue(try body(arguments[0].text?.string ?? ""), isPointer: false))
            })
    }

    private func compared(
        _ name: Text, returns: GoType, _ body: @escaping @Sendable (Int) -> Value
    ) -> Value {
        .function(
            Function(name.string, Self.pointer, returns: returns) { arguments in
                guard case .host(let host) = arguments[0], let other = host as? VersionValue else {
                    throw FunctionError("runtime error: invalid memory address or nil pointer dereference")
                }
                return body(version.compare(other.version))
            })
    }
}

extension FunctionTable {
    /// Semantic versions.
    package static let semver = FunctionTable(SemverFunctions.all)
}
