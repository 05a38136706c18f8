import Diagnostics
import Testing
import YAML

@testable import Sandbox

/// What the API server says of objects that are written in YAML.
struct Refusals {
    let api: Asking
    private static let merge = "application/merge-patch+json"

    init() async throws { api = try await Asking() }

    private static func node(_ text: String) throws -> Node {
        let documents = YAMLReader.documents(in: Source(name: "object", text))
        return try #require(documents.first?.root)
    }

    /// The causes of the refusal of a new object, each as `field: message`; none when it is taken.
    func causes(_ path: String, _ text: String) async throws -> [String] {
        try await causes("POST", path, Self.node(text), type: "application/json")
    }

    /// The causes of the refusal of a change to an object.
    func causes(ofChanging path: String, _ text: String) async throws -> [String] {
        try await causes("PATCH", path, Self.node(text), type: Self.merge)
    }

    private func causes(_ method: String, _ path: String, _ body: Node, type: String) async throws -> [String]
    {
        let (status, answer) = try await api.ask(method, path, body, type: type)
        guard status != 201, status != 200 else { return [] }
        guard status == 422 else { return ["\(status): \(answer["message"]?.string ?? "")"] }
        return (answer[["details", "causes"]]?.list ?? []).map {
            "\($0["field"]?.string ?? ""): \($0["message"]?.string ?? "")"
        }
    }
}
