import Schema
import Testing
import YAML

@testable import IstioAPI

/// The kinds of 0.7.1 have the fields that the reference lists for them: names, types, one-ofs, enumerations,
/// order. What must be given the validators decide, and their verdicts were recorded.
@Suite struct LegacyReferenceTests {
    /// RbacConfig is younger than the reference, which describes 0.7.1's own vocabulary.
    private static let absent: Set<String> = ["RbacConfig"]

    @Test func fieldsAreTheSame() throws {
        guard let bytes = Reference.bytes("generation-0.7.md") else { return }
        let sections = MessageTable.sections(String(decoding: bytes, as: UTF8.self))
        for resource in Catalog.resources where resource.kind.generation == .classic {
            let name = resource.kind.name
            if Self.absent.contains(name) { continue }
            let section = try #require(sections.first { $0.messages[name] != nil }, "\(name) is not listed")
            var seen: Set<String> = []
            #expect(section.differences(resource.fields, &seen) == [])
        }
    }
}

/// The messages and enumerations of one section of the reference.
private struct MessageTable {
    struct Row: Equatable {
        let protoName: String
        let name: String
        let type: String
        let oneOf: String
    }

    var messages: [String: [Row]] = [:]
    /// `ROUND_ROBIN=0, RANDOM=1` by `LoadBalancing.SimpleLBPolicy`.
    var choices: [String: String] = [:]

    static func sections(_ text: String) -> [MessageTable] {
        var sections: [MessageTable] = []
        var message = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") {
                sections.append(MessageTable())
            } else if line.hasPrefix("### ") {
                message = String(line.dropFirst(4))
                sections[sections.count - 1].messages[message] = []
            } else if line.hasPrefix("- `"), let colon = line.firstIndex(of: ":") {
                let name = line[..<colon].dropFirst(3).dropLast()
                sections[sections.count - 1].choices[String(name)] = String(
                    line[colon...].dropFirst(2))
            } else if line.hasPrefix("| "), !message.isEmpty, !line.hasPrefix("| field") {
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                    $0.drop { $0 == " " }.split(separator: " ").joined(separator: " ")
                }
                guard cells.count > 5 else { continue }
                sections[sections.count - 1].messages[message]?.append(
                    Row(
                        protoName: cells[1], name: cells[2], type: cells[3], oneOf: cells[5]))
            }
        }
        return sections
    }

    /// What is different in a message and those within it. Messages that the section does not list pass.
    func differences(_ fields: MessageFields, _ seen: inout Set<String>) -> [String] {
        let name = Self.relativeName(fields.name)
        guard seen.insert(name).inserted, let rows = messages[name] else { return [] }
        var result: [String] = []
        let own = fields.all.map { field in
            Row(
                protoName: field.protoName, name: field.name, type: Self.type(field.shape),
                oneOf: field.oneOf ?? "")
        }
        for row in own where !rows.contains(row) { result.append("\(name): ours is \(row)") }
        for row in rows where !own.contains(row) { result.append("\(name): theirs is \(row)") }
        if result.isEmpty, own != rows { result.append("\(name): another order") }
        for field in fields.all {
            switch Self.innermost(field.shape) {
            case .message(let type): result += differences(type.fields, &seen)
            case .choice(let choice):
                let cases = choice.cases.map { "\($0.name)=\($0.number)" }.joined(separator: ", ")
                if let theirs = choices[Self.relativeName(choice.name)], theirs != cases {
                    result.append("\(choice.name): \(cases), not \(theirs)")
                }
            default: break
            }
        }
        return result
    }

    private static func innermost(_ shape: Shape) -> Shape {
        switch shape {
        case .list(let item), .map(let item), .wrapped(let item): innermost(item)
        default: shape
        }
    }

    /// A type as the reference writes it.
    private static func type(_ shape: Shape) -> String {
        switch shape {
        case .duration: "Duration"
        case .timestamp: "Timestamp"
        case .any: "Any"
        case .wrapped(.bool): "BoolValue"
        case .wrapped(.uint32): "UInt32Value"
        case .list(let item): "list of " + type(item)
        case .map(let item): "map<string,\(type(item))>"
        case .choice(let choice): lastPart(choice.name[...])
        case .message(let message): lastPart(message.fields.name[...])
        default: "\(shape)"
        }
    }

    /// `istio.networking.v1alpha3.TLSSettings_TLSmode` as the section calls it: `TLSSettings.TLSmode`.
    private static func relativeName(_ name: String) -> String {
        String(name.split(separator: ".").last ?? "").replacing("_", with: ".")
    }

    private static func lastPart(_ name: Substring) -> String {
        String(name.split { $0 == "." || $0 == "_" }.last ?? "")
    }
}
