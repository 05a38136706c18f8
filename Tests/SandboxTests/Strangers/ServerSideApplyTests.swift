import Testing
import YAML

@testable import Sandbox

/// Two versions of a manifest, applied one after the other, make the same object whether kubectl works out
/// the change or the server does.
@Suite(.timeLimit(.minutes(5))) struct ServerSideApplyTests {
    private static let count = 30

    private static func list(_ random: inout RandomDeployments, in namespace: String) -> Node {
        var items: [Node] = []
        for number in 0..<count {
            var item = random.deployment("web-\(number)")
            item.set(path: ["metadata", "namespace"], Node(namespace))
            items.append(item)
        }
        return ["apiVersion": "v1", "kind": "List", "items": Node(items)]
    }

    @Test(arguments: Stranger.kubectls) func bothWaysAgree(kubectl: Stranger) async throws {
        guard kubectl.isThere else { return }
        try await Running.with { sandbox in
            for (namespace, options) in [("client", ""), ("server", " --server-side")] {
                try await kubectl.must("create namespace \(namespace)", sandbox)
                var random = RandomDeployments(state: 7)
                for _ in 0..<3 {
                    let manifest = JSONWriter.text(Self.list(&random, in: namespace), style: .compact)
                    try await kubectl.must("apply -f -" + options, sandbox, input: manifest)
                }
            }
            let ours = try await Self.objects(kubectl, sandbox, "server")
            let theirs = try await Self.objects(kubectl, sandbox, "client")
            #expect(ours.count == Self.count && theirs.count == Self.count)
            for (our, their) in zip(ours, theirs) {
                #expect(our["spec"] == their["spec"], "\(our["metadata"] ?? .null)")
                #expect(our[["metadata", "labels"]] == their[["metadata", "labels"]])
            }
        }
    }

    private static func objects(
        _ kubectl: Stranger, _ sandbox: Running, _ namespace: String
    ) async throws -> [Node] {
        let text = try await kubectl.must("get deployments -o json -n \(namespace)", sandbox)
        return try JSONReader.node(Array(text.utf8))["items"]?.list ?? []
    }
}
