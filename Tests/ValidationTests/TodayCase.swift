import TestSupport
import YAML

/// A verdict of Istio 1.30 about a document, as `../shared/conformance/istio-1.30/validate` records it.
struct TodayCase {
    enum Expectation: String {
        case valid, invalid
        /// Valid, with something to warn of.
        case warning
    }

    let id: String
    let kind: String
    /// What the document is: a resource, a mesh configuration, a command.
    let mode: String
    let document: String
    /// Nil where nothing was decided, or by a command only.
    let expectation: Expectation?

    static let folder = Repository.root + "/../shared/conformance/istio-1.30/validate"

    /// All cases; nil, with a note, where the recordings are not at hand.
    static func all() throws -> [TodayCase]? {
        guard let bytes = Repository.bytes(of: "\(folder)/cases.jsonl") else {
            print("note: the recorded verdicts of Istio 1.30 are absent, nothing is compared")
            return nil
        }
        return try bytes.split(separator: UInt8(ascii: "\n")).map {
            TodayCase(try JSONReader.node(Array($0)))
        }
    }

    private init(_ node: Node) {
        id = node["id"]?.string ?? ""
        kind = node["kind"]?.string ?? ""
        mode = node["mode"]?.string ?? ""
        let text = node["document"]?.string ?? ""
        document = node["expandRepeat"]?.bool == true ? text.repeatsExpanded : text
        let verdict = node["expect"]?["verdict"]?.string.flatMap(Expectation.init)
        let server = node["expect"]?["crd"]?["verdict"]?.string.flatMap(Expectation.init)
        // What the API server refuses is as wrong as what the webhook refuses. Of a wrong extension provider
        // istiod tells in its log only; we warn of it.
        let isDoubtful = node["expect"]?["providerProblem"]?.bool == true && verdict == .valid
        expectation = server == .invalid ? .invalid : isDoubtful ? .warning : verdict ?? server
    }
}

extension String {
    /// With every `@@REPEAT:unit:count@@` written out.
    fileprivate var repeatsExpanded: String {
        var result = ""
        var rest = self[...]
        while let start = rest.firstRange(of: "@@REPEAT:") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "@@") else { break }
            let parts = rest[..<end.lowerBound].split(separator: ":")
            if parts.count == 2, let count = Int(parts[1]) {
                result += String(repeating: String(parts[0]), count: count)
            }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}
