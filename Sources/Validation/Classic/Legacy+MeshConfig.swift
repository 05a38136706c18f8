package import Diagnostics
import IstioAPI
import Schema
package import YAML

extension Validation {
    /// Checks the configuration of a mesh of Istio 0.7.1, with that of its proxies.
    package static func checkClassicMeshConfig(_ document: Document) -> [Diagnostic] {
        if document.problems.hasErrors { return document.problems }
        var report = Report(document)
        // Nothing at all is an empty message.
        let root = document.root.isNull ? Node(.map([]), at: document.root.mark) : document.root
        StrictCheck.check(root, as: Legacy.MeshConfig.self, .classic, &report)
        if !report.diagnostics.hasErrors { report.checkMesh(Object<Legacy.MeshConfig>(root)) }
        return document.problems + report.diagnostics
    }
}

extension Report {
    fileprivate mutating func checkMesh(_ mesh: Object<Legacy.MeshConfig>) {
        let old = mesh.has(\.mixerCheckServer) || mesh.has(\.mixerReportServer) ? "" : mesh.mixerAddress
        let servers = [
            ("Policy Check", mesh.mixerCheckServer, mesh.place(\.mixerCheckServer)),
            ("Telemetry", mesh.mixerReportServer, mesh.place(\.mixerReportServer)),
        ]
        for (name, address, place) in servers {
            let (text, place) = old.isEmpty ? (address, place) : (old, mesh.place(\.mixerAddress))
            if !text.isEmpty { checkProxyAddress(text, "invalid \(name) Server address:", at: place) }
        }
        checkMeshPort(Int(mesh.proxyListenPort), "proxy listen port", at: mesh.place(\.proxyListenPort))
        checkConnectTimeout(mesh.node(\.connectTimeout))
        checkChoice(
            mesh.node(\.authPolicy), Legacy.MeshConfig.AuthPolicy.self, allowed: [0, 1], "auth policy")
        checkRefreshDelay(mesh.node(\.rdsRefreshDelay))
        if mesh.has(\.defaultConfig) { checkProxy(mesh.defaultConfig) }
    }

    mutating func checkMeshPort(_ number: Int, _ name: String, at place: @autoclosure () -> Place) {
        guard !(1...Port.highest).contains(number) else { return }
        error(
            .invalidPort, "invalid \(name): port number \(number) must be in the range 1..\(Port.highest)",
            at: place())
    }

    /// From 1ms to 30s; without one there is a default.
    mutating func checkConnectTimeout(_ node: Node?) {
        checkTime(node, "invalid connect timeout:", from: .milliseconds(1), to: .seconds(30))
    }

    /// From 1s to 10m; without one there is a default.
    mutating func checkRefreshDelay(_ node: Node?) {
        checkTime(node, "invalid refresh delay:", from: .seconds(1), to: .seconds(600))
    }

    private mutating func checkTime(_ node: Node?, _ prefix: String, from: Duration, to: Duration) {
        guard let node else { return }
        if let problem = DurationProblem.of(node) {
            return error(.invalidDuration, "\(prefix) \(problem.message)", at: .value(node.mark))
        }
        guard let time = Duration.read(node), time < from || time > to else { return }
        error(
            .invalidDuration, "\(prefix) time \(time.goText) must be >\(from.goText) and <\(to.goText)",
            at: .value(node.mark))
    }

    /// One of an enumeration's values, by name or number.
    mutating func checkChoice<E: Enumeration>(
        _ node: Node?, _ type: E.Type, allowed: [Int32], _ name: String
    ) {
        guard let node else { return }
        let known = E.allCases.first { $0.rawValue == node.string }
        let number = known?.number ?? node.int.flatMap { Int32(exactly: $0) }
        if let number, allowed.contains(number) { return }
        let shown = E.allCases.first { $0.number == number }?.rawValue ?? number.map(String.init) ?? ""
        error(.unknownValue, "unrecognized \(name) \(shown.quoted)", at: .value(node.mark))
    }
}
