import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    /// `mesh`, a name, or `namespace/name`; a full name is the legacy form.
    mutating func gateway(_ name: String, at mark: Mark) {
        if name == "mesh" { return }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        switch parts.count {
        case 1:
            if let problem = HostName.problem(with: name) {
                error(.invalidReference, problem, at: .value(mark))
            } else if name.contains(".") {
                warning(
                    .invalidReference, "using legacy gatewayName format \"\(name)\"", at: .value(mark),
                    hint: "prefer the form namespace/name")
            }
        case 2 where parts.contains(""):
            error(.invalidReference, "config namespace and gateway name cannot be empty", at: .value(mark))
        case 2:
            if !HostName.isLabel(parts[0]) {
                error(
                    .invalidReference, "invalid value for namespace: \"\(parts[0].escapingControls)\"",
                    at: .value(mark))
            }
            if HostName.problem(with: parts[1]) != nil {
                error(
                    .invalidReference, "invalid value for gateway name: \"\(parts[1].escapingControls)\"",
                    at: .value(mark))
            }
        default:
            error(
                .invalidReference, "gateway \"\(name.escapingControls)\" must be of the form namespace/name",
                at: .value(mark))
        }
    }
}

extension Object<VirtualService> {
    /// Between networks, gateways route by server names of a form of their own.
    func problem(withHost host: String) -> String? {
        !appliesToMesh && !self.tls.isEmpty
            ? HostName.serverNameProblem(with: host) : HostName.wildcardProblem(with: host)
    }
}
