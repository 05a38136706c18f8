import IstioAPI
import Schema
import Validation
import YAML

/// The conditions of a rule.
enum RouteMatch {
    enum Made {
        /// Nil takes everything.
        case condition(Node?)
        case impossible(String)
    }

    /// Conditions on requests. 0.7.1 looked at neither subnets nor UDP for them.
    static func request(
        _ match: Object<Legacy.MatchCondition>, from namespace: String, _ work: inout ConversionWork
    ) -> Made {
        var condition = Node.emptyMap
        var headers: [Node.Entry] = []
        for header in match.request.headers {
            let made = text(header.value, &work)
            if case .impossible(let why) = made { return .impossible("\(header.key): \(why)") }
            guard case .test(let test) = made else { continue }
            if pseudoHeaders.contains(header.key) {
                if test.map?.isEmpty ?? true {
                    work.ledger.changed(header.node.value.mark, "every request has one")
                } else {
                    condition.set(header.key, test)
                }
            } else {
                headers.append(Node.Entry(header.key, test))
            }
        }
        if !headers.isEmpty { condition.set("headers", Node(headers)) }
        if condition["uri"]?["regex"] != nil,
            let uri = match.request.headers.first(where: { $0.key == "uri" })
        {
            work.ledger.changed(
                uri.node.value.mark, "the expression sees the path only; in 0.7.1 it saw the query too")
        }
        if let tcp = match.node(\.tcp) {
            work.ledger.dropped(tcp.mark, "0.7.1 did not look at subnets when it routed requests")
        }
        if case .impossible(let why) = source(match.source, from: namespace, into: &condition, &work) {
            return .impossible(why)
        }
        return .condition(condition.map?.isEmpty ?? true ? nil : condition)
    }

    private static let pseudoHeaders = ["uri", "scheme", "method", "authority"]

    /// Callers are told apart by their pods' labels and namespace, where 0.7.1 knew them by their service.
    static func source(
        _ source: Object<Legacy.IstioService>, from namespace: String, into condition: inout Node,
        _ work: inout ConversionWork
    ) -> Made {
        guard source.isPresent, let name = nameNode(source) else { return .condition(nil) }
        let host = ServiceHost(source, from: namespace, work.options)
        guard let home = host.namespace, let workload = work.workloads.workload(of: host) else {
            return .impossible("no pods of the mesh are known behind the source \(host.full)")
        }
        var labels = workload.labels.map { Node.Entry($0.key, Node($0.value.content, at: name.mark)) }
        for label in source.node(\.labels)?.map ?? [] {
            if let same = labels.firstIndex(where: { $0.key == label.key }) {
                guard labels[same].value == label.value else {
                    return .impossible(
                        "no pod of \(host.full) has the label \(label.key)=\(label.value.string ?? "")")
                }
                labels[same] = label
            } else {
                labels.append(label)
            }
        }
        guard isPossible(labels: labels) else {
            return .impossible("no pod can carry the labels of the source")
        }
        let shown = workload.labels.map { "\($0.key)=\($0.value.string ?? "")" }.joined(separator: ",")
        let reason = workload.isKnown ? "" : ", an assumption, since its Service is not in the input"
        work.ledger.changed(name.mark, "the pods of \(host.full) are those with \(shown)\(reason)")
        condition.set("sourceLabels", Node(labels))
        condition.set("sourceNamespace", Node(.string(home), at: source.node(\.namespace)?.mark ?? .none))
        return .condition(nil)
    }

    private enum Text {
        /// Empty asks for presence.
        case test(Node)
        case impossible(String)
    }

    private static func text(
        _ match: Object<Legacy.MatchCondition.StringMatch>, _ work: inout ConversionWork
    ) -> Text {
        if let exact = match.node(\.exact) {
            guard exact.string == "" else { return .test(["exact": exact]) }
            work.ledger.changed(exact.mark, "an empty text asks whether there is such a header at all")
            return .test([:])
        }
        if let prefix = match.node(\.prefix) {
            guard prefix.string == "" else { return .test(["prefix": prefix]) }
            work.ledger.changed(
                prefix.mark, "every text begins so; it asks whether there is such a header at all")
            return .test([:])
        }
        guard let regex = match.node(\.regex) else { return .test([:]) }
        if regex.string == "" { return .test(["regex": Node(.string("^$"), at: regex.mark)]) }
        if let problem = Expression.problem(with: regex.string ?? "") {
            return .impossible("Istio 1.30 cannot read the expression: \(problem)")
        }
        return .test(["regex": regex])
    }
}
