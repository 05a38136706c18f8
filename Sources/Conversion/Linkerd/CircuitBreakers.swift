import IstioAPI
import Schema
import YAML

/// Outlier detection of destination rules as Linkerd's failure accrual, which annotations of services ask
/// for.
struct CircuitBreakers {
    private struct Breaker {
        let annotations: [(String, Node)]
        let source: Node
        var isUsed = false
    }

    private var byService: [String: Breaker] = [:]

    /// Linkerd 2.13 and later: consecutive failures, and a penalty that grows between two limits.
    private static let prefix = "balancer.linkerd.io/failure-accrual"

    mutating func add(_ object: Node, _ work: inout TargetWork) {
        let namespace = object.namespaceName(work.options)
        let rule = Object<DestinationRule>(object["spec"])
        let detection = rule.trafficPolicy.outlierDetection
        let service = TargetWork.service(rule.host, namespace, work.options)
        work.dropMarks(
            object, "Linkerd has nothing for this part of a DestinationRule",
            instead: "Linkerd balances by latency, and all its connections have mutual TLS")
        for subset in rule.subsets {
            work.ledger.changed(subset.mark, "a service of its own, if routes lead to it")
        }
        guard let service, detection.isPresent else { return }
        work.ledger.changed(detection.mark, "now annotations \(Self.prefix)… of service \(service.key)")
        byService[service.key] = Breaker(
            annotations: Self.annotations(detection, &work), source: detection.node ?? .null)
    }

    private static func annotations(_ detection: Object<OutlierDetection>, _ work: inout TargetWork)
        -> [(String, Node)]
    {
        var result: [(String, Node)] = [(prefix, "consecutive")]
        let failures =
            detection.node(\.consecutive5xxErrors) ?? detection.node(\.consecutiveGatewayErrors)
            ?? detection.node(\.consecutiveErrors)
        if let failures, let count = failures.int, count > 0 {
            let text = Node(.string(String(count)), at: failures.mark)
            result.append(("\(prefix)-consecutive-max-failures", text))
        }
        if let time = work.duration(detection.node(\.baseEjectionTime)) {
            result.append(("\(prefix)-consecutive-min-penalty", time))
        }
        for field in ["interval", "maxEjectionPercent", "minHealthPercent"] {
            if let node = detection.node?[field], !node.isNull {
                work.ledger.dropped(
                    node.mark, "Linkerd counts failures in a row, and leaves out as many endpoints as fail")
            }
        }
        return result
    }

    /// The service with the annotations that belong to it.
    mutating func annotated(_ service: Node, _ options: ConversionOptions) -> Node {
        let key = "\(service.namespaceName(options))/\(service.objectName)"
        guard let breaker = byService[key] else { return service }
        byService[key]?.isUsed = true
        var copy = service
        for (name, value) in breaker.annotations {
            copy.set(path: ["metadata", "annotations", name], value)
        }
        return copy
    }

    /// Annotations need a service to stand on.
    func tellUnused(_ work: inout TargetWork) {
        for (key, breaker) in byService.sorted(by: { $0.key < $1.key }) where !breaker.isUsed {
            let words = breaker.annotations.map { "\($0.0)=\($0.1.string ?? "")" }.joined(separator: " ")
            let parts = key.split(separator: "/")
            work.dropMarks(
                breaker.source,
                "service \(key) is not in the input, so that nothing can bear the annotations",
                instead: "kubectl annotate service -n \(parts.first ?? "") \(parts.last ?? "") \(words)")
        }
    }
}
