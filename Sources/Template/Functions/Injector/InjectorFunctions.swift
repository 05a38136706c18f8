import YAML

/// The functions that Istio 1.30's injector adds to sprig's, some under the names of sprig's.
enum InjectorFunctions {
    static let all: [Function] = pods + texts + maps + json

    /// Istio 0.7.1 knew but one: a duration that is not given is one second.
    static let classicFormatDuration = Function("formatDuration", .any, returns: .string) { arguments in
        guard case .pointer(_, false) = arguments[0] else { return "1s" }
        return .string(ProtobufValues.length(arguments[0]).description)
    }

    static let formatDuration = Function(
        "formatDuration", ProtobufValues.durationType, returns: .string
    ) { arguments in
        .string(ProtobufValues.length(arguments[0]).description)
    }

    private static let containers = GoType.list(.structure(PodShapes.container.typeName))

    private static let pods = [
        formatDuration,
        Function("isset", .stringMap, .string, returns: .bool) { arguments in
            .bool(arguments[0].map?[arguments[1].text ?? ""] != nil)
        },
        Function(
            "annotation", .structure(PodShapes.objectMeta.typeName), .string, .any, returns: .string
        ) { arguments in
            guard case .structure(let metadata) = arguments[0] else { return "" }
            if let own = metadata["Annotations"]?.map?[arguments[1].text ?? ""] { return own }
            return .text(try Printer.print([arguments[2]]))
        },
        Function("includeInboundPorts", containers, returns: .string) { arguments in
            .string(ContainerPorts.text(arguments[0], of: { _ in true }))
        },
        Function("applicationPorts", containers, returns: .string) { arguments in
            .string(ContainerPorts.text(arguments[0], of: { $0 != "istio-proxy" }))
        },
        Function("excludeInboundPort", .any, .string, returns: .string) { arguments in
            .text(
                ContainerPorts.excluding(try Printer.print([arguments[0]]), from: arguments[1].text ?? ""))
        },
        Function(
            "otelResourceAttributes", .pointer(MeshShapes.meshConfig.typeName), .stringMap, .stringMap,
            .string, containers, returns: .string
        ) { .string(ResourceAttributes($0).text) },
    ]

    private static let texts = [
        Function("kubevirtInterfaces", .string, returns: .string) { $0[0] },
        Function("excludeInterfaces", .string, returns: .string) { $0[0] },
        Function("directory", .string, returns: .string) { arguments in
            .text(Text(bytes: PathFunctions.folder(arguments[0].text ?? "")))
        },
        Function("contains", .string, .string, returns: .bool) { arguments in
            let (needle, text) = (arguments[0].text?.bytes ?? [], arguments[1].text?.bytes ?? [])
            return .bool(needle.isEmpty || text.firstOccurrence(of: needle) != nil)
        },
        Function("toLower", .string, returns: .string) { .string(($0[0].text?.string ?? "").lowercased()) },
        Function("indent", .int(), .string, returns: .string) { arguments in
            .text(try indented(arguments[1].text ?? "", arguments[0].integer))
        },
        Function("appendMultusNetwork", .string, .string, returns: .string) { arguments in
            .string(
                MultusNetworks.adding(arguments[1].text?.string ?? "", to: arguments[0].text?.string ?? ""))
        },
        // The environment of istiod is not at hand.
        Function("env", .string, .string, returns: .string) { $0[1] },
        Function("valueOrDefault", .any, .any) { arguments in
            arguments[0].isNull || arguments[0].text?.isEmpty == true ? arguments[1] : arguments[0]
        },
    ]

    /// All lines but the first, moved to the right.
    private static func indented(_ text: Text, _ width: Int64) throws(FunctionError) -> Text {
        let breaks = text.withBytes { bytes in bytes.count { $0 == 0x0a } }
        let (added, overflows) = width.magnitude.multipliedReportingOverflow(by: UInt64(breaks))
        guard !overflows, added <= Limits.stringBytes else {
            throw FunctionError("the result has more than \(Limits.stringBytes) bytes")
        }
        guard breaks > 0 else { return text }
        let blanks = [UInt8](repeating: 0x20, count: Int(width.magnitude))
        return Text(bytes: text.bytes.flatMap { $0 == 0x0a ? [$0] + blanks : [$0] })
    }
}

// MARK: Maps and JSON

extension InjectorFunctions {
    private static let maps = [
        Function("omit", .stringMap, rest: .string, returns: .stringMap) { arguments in
            let omitted = Set(arguments.dropFirst().compactMap(\.text))
            let entries = arguments[0].map?.entries.filter { !omitted.contains($0.key) } ?? []
            return .map(MapValue(sorted: entries, of: .string))
        },
        Function("strdict", rest: .string, returns: .stringMap) { arguments in
            let pairs = stride(from: 0, to: arguments.count, by: 2).map { index in
                (arguments[index].text ?? "", index + 1 < arguments.count ? arguments[index + 1] : "")
            }
            return .map(MapValue(pairs, of: .string))
        },
        Function("mergeMaps", rest: .stringMap, returns: .stringMap) { .map(merged($0)) },
        Function("toJsonMap", rest: .stringMap, returns: .string) { arguments in
            .string(text(.map(merged(arguments))) ?? "")
        },
        Function("omitNil", .any) { try withoutNil($0[0], 0).value },
    ]

    private static let json = [
        Function("toJSON", .stringMap, returns: .string) { arguments in
            .string(arguments[0].isNilLike ? "{}" : text(arguments[0]) ?? "{}")
        },
        Function("fromJSON", .string) { arguments in
            (try? JSONReader.node(arguments[0].text?.bytes ?? [])).map { Value($0) } ?? "{}"
        },
        Function("structToJSON", .any, returns: .string) { arguments in
            .string(arguments[0].isNull ? "{}" : text(arguments[0]) ?? "{}")
        },
        Function("protoToJSON", .any, returns: .string) { .string(try messageText($0[0])) },
        Function("toYaml", .any, returns: .string) { arguments in
            .string((try? FormatFunctions.yaml(arguments[0])).map { $0 + "\n" } ?? "")
        },
    ]

    private static func text(_ value: Value) -> String? { (try? value.json()).map { JSONWriter.text($0) } }

    /// The last map that has a key wins; none at all make nil.
    private static func merged(_ maps: [Value]) -> MapValue {
        let entries = maps.flatMap { $0.map?.entries ?? [] }
        return MapValue(entries.map { ($0.key, $0.value) }, of: .string, isNil: maps.isEmpty)
    }

    /// A message without those of a proxy's settings that are the default.
    private static func messageText(_ value: Value) throws(FunctionError) -> String {
        guard case .pointer(let message, let isNil) = value, let members = message.json?() else {
            if value.isNull { return "{}" }
            throw FunctionError(
                "wrong type for value; expected protoreflect.ProtoMessage; got \(value.typeName)")
        }
        if isNil { return message.typeName == MeshShapes.proxyConfig.typeName ? "{}" : "null" }
        let isProxy = message.typeName == MeshShapes.proxyConfig.typeName
        var entries: [Node.Entry] = []
        for member in members {
            let node = try member.value.json()
            if isProxy, let usual = MeshShapes.proxyDefaults[member.name], try usual.json() == node {
                continue
            }
            entries.append(Node.Entry(member.name.string, node))
        }
        return JSONWriter.text(Node(.map(entries)), escapesHTML: false)
    }

    /// A value without the nil ones in it, and whether that made a difference. What becomes empty is nil.
    private static func withoutNil(
        _ value: Value, _ depth: Int
    ) throws(FunctionError) -> (value: Value, isChanged: Bool) {
        if depth > Limits.nesting { throw FunctionError("the value is nested too deeply") }
        switch value {
        case .null: return (.null, true)
        case .map(let map) where map.element == .any && map.keys == .string:
            var kept: [MapValue.Entry] = []
            var isChanged = false
            for entry in map.entries {
                let inner = try withoutNil(entry.value, depth + 1)
                isChanged = isChanged || inner.isChanged
                if !inner.value.isNull { kept.append(.init(key: entry.key, value: inner.value)) }
            }
            if !isChanged { return (value, false) }
            return (kept.isEmpty ? .null : .map(MapValue(sorted: kept)), true)
        case .list(let list) where list.element == .any:
            var kept: [Value] = []
            var isChanged = false
            for item in list.items {
                let inner = try withoutNil(item, depth + 1)
                isChanged = isChanged || inner.isChanged
                if !inner.value.isNull { kept.append(inner.value) }
            }
            if !isChanged { return (value, false) }
            return (kept.isEmpty ? .null : .items(kept), true)
        default: return (value, false)
        }
    }
}
