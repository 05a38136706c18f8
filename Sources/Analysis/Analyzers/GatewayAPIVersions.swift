extension Analyzer {
    static let gatewayAPIVersions = Analyzer(
        "k8sgateway.CRDVersionAnalyzer",
        "Custom resource definitions of the Gateway API are as new as Istio 1.30 needs them.",
        reads: [.customResourceDefinition], codes: [.gatewayAPICRDVersionBelowMinimum]
    ) { mesh, report in
        for object in mesh.all(.customResourceDefinition) {
            guard let minimum = minimums[object.name],
                let annotation = object.metadata["annotations"]?[bundleVersion], let text = annotation.string,
                let version = numbers(of: text), version.lexicographicallyPrecedes(minimum)
            else { continue }
            report(
                .gatewayAPICRDVersionBelowMinimum,
                "version \(text) of this definition is older than \(minimum.dotted), which Istio 1.30 needs: "
                    + "objects of the kind are passed over",
                on: object, at: .value(annotation.mark), hint: "install a newer release of the Gateway API")
        }
    } examples: {
        [
            Example(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: tlsroutes.gateway.networking.k8s.io
                  annotations: {gateway.networking.k8s.io/bundle-version: 1️⃣v1.4.1}
                """, .gatewayAPICRDVersionBelowMinimum)
        ]
    }

    private static let bundleVersion = "gateway.networking.k8s.io/bundle-version"

    private static let minimums = [
        "grpcroutes.gateway.networking.k8s.io": [1, 1, 0],
        "backendtlspolicies.gateway.networking.k8s.io": [1, 4, 0],
        "tlsroutes.gateway.networking.k8s.io": [1, 5, 0],
    ]

    /// Of `v1.4.1-rc.1` the numbers 1, 4 and 1; nil for other texts.
    private static func numbers(of text: String) -> [Int]? {
        let core = text.drop { $0 == "v" }.prefix { $0 != "-" && $0 != "+" }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
        return parts.compactMap { $0 } + Array(repeating: 0, count: 3 - parts.count)
    }
}

extension [Int] {
    fileprivate var dotted: String { map(String.init).joined(separator: ".") }
}
