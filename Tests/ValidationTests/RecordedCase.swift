import TestSupport
import YAML

/// A run of the real istioctl 0.7.1, as `../shared/conformance/istioctl-0.7.1` records it.
struct RecordedCase {
    let id: String
    let arguments: [String]
    let files: [String: String]
    /// What was observed; several where the real program picked one at random.
    let outcomes: [Outcome]
    /// The real program crashed: any clean failure will do.
    let isCrash: Bool
    /// The words of the error come from Go's libraries.
    let isToolchainText: Bool
    /// The server behaved in another way than usual.
    let hasOddServer: Bool

    struct Outcome {
        let succeeded: Bool
        let errors: String
        /// Whether anything was sent that writes.
        let wrote: Bool

        /// What stands behind bullets in the error, white space folded.
        var bullets: [String] {
            guard let start = errors.ranges(of: "Error: ").first?.lowerBound else { return [] }
            return errors[start...].split(separator: "\n").compactMap { line in
                let text = line.drop { $0 == " " || $0 == "\t" }
                return text.hasPrefix("* ") ? text.dropFirst(2).folded : nil
            }
        }
    }

    /// The only file of `create -f FILE`; nil for other commands.
    var createdFile: (name: String, text: String)? {
        guard arguments.count == 3, arguments[0] == "create", arguments[1] == "-f" else { return nil }
        return files[arguments[2]].map { (arguments[2], $0) }
    }

    static let folder = Repository.root + "/../shared/conformance/istioctl-0.7.1"

    /// The cases of a group; nil, with a note, where the recordings are not at hand.
    static func all(of group: String) throws -> [RecordedCase]? {
        guard let bytes = Repository.bytes(of: "\(folder)/\(group).jsonl") else {
            print("note: the recorded cases of the group \(group) are absent, nothing is compared")
            return nil
        }
        return try bytes.split(separator: UInt8(ascii: "\n")).map {
            RecordedCase(try JSONReader.node(Array($0)))
        }
    }

    private init(_ node: Node) {
        id = node["id"]?.string ?? ""
        arguments = node["argv"]?.list?.compactMap(\.string) ?? []
        files = Dictionary(
            uniqueKeysWithValues: (node["files"]?.map ?? []).map { ($0.key, $0.value.string ?? "") })
        outcomes = ([node["expect"]].compactMap { $0 } + (node["alternatives"]?.list ?? [])).map { outcome in
            let methods = outcome["requests"]?.list?.compactMap { $0["method"]?.string } ?? []
            return Outcome(
                succeeded: outcome["exit"]?.int == 0, errors: outcome["stderr"]?.string ?? "",
                wrote: methods.contains { $0 != "GET" })
        }
        isCrash = node["crash"]?.bool ?? false
        isToolchainText = node["toolchain"]?.bool ?? false
        hasOddServer = node["server"] != nil
    }
}

extension StringProtocol {
    /// With every run of white space as one space.
    var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
