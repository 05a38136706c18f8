import IstioAPI
import Schema
import YAML

extension Analyzer {
    /// Not among `all`, as in Istio: nearly every mesh uses some. `--analyzer` asks for it.
    static let alphaAnnotations = Analyzer(
        "annotations.AlphaAnalyzer", "No annotation stands for a feature that is still in its alpha stage.",
        reads: [.namespace, .service, .pod, .deployment], codes: [.alphaAnnotation]
    ) { mesh, report in
        for object in AnnotatedObjects.all(mesh) {
            let isUsual = object.type == .pod && !hasInitContainer(object)
            for entry in object.metadata["annotations"]?.map ?? [] {
                guard IstioAnnotation.named(entry.key)?.stage == .alpha,
                    AnnotatedObjects.isIstio(entry.key),
                    !AnnotatedObjects.writtenByIstio.contains(entry.key),
                    !(isUsual && writtenByCNI.contains(entry.key))
                else { continue }
                report(
                    .alphaAnnotation,
                    "the annotation \"\(entry.key)\" stands for a feature in its alpha stage", on: object,
                    at: .key(entry.key, entry.keyMark))
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Service
                metadata:
                  name: reviews
                  namespace: books
                  annotations: {1️⃣networking.istio.io/exportTo: "*"}
                """, .alphaAnnotation)
        ]
    }

    /// Istio's CNI plugin sets these where no init container does its work.
    private static let writtenByCNI: Set = [
        "sidecar.istio.io/interceptionMode", "traffic.sidecar.istio.io/includeInboundPorts",
        "traffic.sidecar.istio.io/excludeInboundPorts", "traffic.sidecar.istio.io/includeOutboundIPRanges",
    ]

    private static func hasInitContainer(_ pod: MeshObject) -> Bool {
        Workload(pod: pod).initContainers.contains { $0["name"] == "istio-init" }
    }
}
