import Diagnostics
import IstioAPI
import Schema
import Validation
import YAML

extension Analyzer {
    static let annotations = Analyzer(
        "annotations.K8sAnalyzer",
        "Istio's annotations on objects of Kubernetes are known, at their place, and have a meaning.",
        reads: [.namespace, .service, .pod, .deployment],
        codes: [.misplacedAnnotation, .unknownAnnotation, .invalidAnnotation, .deprecatedAnnotation]
    ) { mesh, report in
        for object in AnnotatedObjects.all(mesh) {
            for entry in object.metadata["annotations"]?.map ?? [] where AnnotatedObjects.isIstio(entry.key) {
                check(entry, of: object, &report)
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: reviews-1
                  namespace: books
                  annotations:
                    1️⃣sidecar.istio.io/proxyCpu: 100m
                    2️⃣networking.istio.io/exportTo: "*"
                    sidecar.istio.io/proxyCPU: 3️⃣lots
                    4️⃣sidecar.istio.io/inject: "true"
                """, .unknownAnnotation, .misplacedAnnotation, .invalidAnnotation, .deprecatedAnnotation)
        ]
    }

    private static func check(
        _ entry: Node.Entry, of object: MeshObject, _ report: inout AnalysisReport
    ) {
        let name = entry.key
        let place = Place.key(name, entry.keyMark)
        if AnnotatedObjects.writtenByIstio.contains(name) { return }
        guard let annotation = IstioAnnotation.named(name) else {
            return report(
                .unknownAnnotation, "Istio does not know the annotation \"\(name)\"", on: object, at: place,
                hint: Suggestion.nearest(to: name, among: IstioAnnotation.names).map {
                    "did you mean \"\($0)\"?"
                })
        }
        let isReplaced = name == inject && object.labels[inject] != nil
        if annotation.isDeprecated, !isReplaced {
            report(
                .deprecatedAnnotation, "the annotation \"\(name)\" is deprecated", on: object, at: place,
                hint: name == inject ? "use the label of the same name" : nil)
        }
        if annotation.kinds.contains("Any") { return }
        guard annotation.kinds.contains(object.type.kind) else {
            let kinds = annotation.kinds.joined(separator: ", ")
            let isTemplate = object.type == .deployment && annotation.kinds.contains("Pod")
            return report(
                .misplacedAnnotation, "the annotation \"\(name)\" is for \(kinds) only", on: object,
                at: place,
                hint: isTemplate ? "put it into spec.template.metadata.annotations" : nil)
        }
        if let problem = AnnotationValue.problem(name, entry.value.string ?? "") {
            report(
                .invalidAnnotation, "the annotation \"\(name)\" has a wrong value: \(problem)", on: object,
                at: .value(entry.value.mark))
        }
    }

    private static let inject = "sidecar.istio.io/inject"
}

/// Objects of Kubernetes on which Istio reads annotations.
enum AnnotatedObjects {
    static func all(_ mesh: MeshSnapshot) -> [MeshObject] {
        [ObjectType.namespace, .service, .pod, .deployment].flatMap { mesh.all($0) }
    }

    /// Whether a name is Istio's to define, or that one of Kubernetes which Istio documents.
    static func isIstio(_ name: String) -> Bool {
        if name == "kubernetes.io/ingress.class" { return true }
        return name.prefix { $0 != "/" }.hasSuffix("istio.io")
    }

    /// What the control plane itself sets is nobody's mistake.
    static let writtenByIstio: Set = [
        "sidecar.istio.io/status", "gateway.istio.io/controller-version", "istio.io/rev",
    ]
}
