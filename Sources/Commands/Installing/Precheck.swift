import ArgumentParser
import Diagnostics
import Installation
import IstioAPI
import Kubernetes
import YAML

/// `istioctl x precheck`.
struct Precheck: Verb {
    static let configuration = CommandConfiguration(
        commandName: "precheck", abstract: "Say whether Istio can be installed or upgraded in a cluster.",
        discussion: """
            Looked at are the version of Kubernetes, what the user may create, definitions of Istio's kinds \
            that store versions which are served no more, and control planes that are not ready. Nothing is \
            changed. What is a warning or worse makes the exit status 1.

            Examples:
              istioctl x precheck
              istioctl x precheck -o json
            """)

    @Flag(help: "Do not look at control planes that are there.") var skipControlplane = false
    @Option(name: .shortAndLong, help: "log, json or yaml.") var output = Format.log
    @Option(name: [.customShort("f"), .customLong("from-version")], help: .private) var fromVersion: String?
    @Option(name: .shortAndLong, help: .private) var revision: String?
    @OptionGroup var global: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case log, json, yaml }

    func run(in world: World) async throws {
        let check = ClusterPrecheck(
            cluster: try world.connect(global).cluster, namespace: world.controlPlaneNamespace(global))
        let findings = try await check.findings(skipsControlPlane: skipControlplane)
        let list = Node(
            findings.map { ["level": Node($0.level.rawValue), "message": Node($0.text)] as Node })
        if let format = TableFormat(rawValue: output.rawValue) {
            format.write(list, table: [], to: world)
        } else {
            for finding in findings {
                world.print("\(finding.level.rawValue): \(finding.text.escapingControls)")
            }
            if findings.allSatisfy({ $0.level == .info }) {
                world.print("No issues found: Istio can be installed or upgraded here.")
            }
        }
        guard findings.allSatisfy({ $0.level == .info }) else { throw Failure.reported }
    }
}

/// Looks at a cluster before anything is installed.
private struct ClusterPrecheck {
    enum Level: String { case error = "Error", warning = "Warning", info = "Info" }

    let cluster: any Cluster
    let namespace: String

    /// The oldest minor version of Kubernetes that Istio 1.30 supports.
    private static let oldest = 32

    func findings(skipsControlPlane: Bool) async throws -> [(level: Level, text: String)] {
        var findings = try await version() + permissions() + definitions()
        if !skipsControlPlane { findings += try await controlPlanes() }
        return findings
    }

    private func version() async throws -> [(level: Level, text: String)] {
        let answer = try await cluster.document(at: "/version")
        let minor = (answer["minor"]?.string ?? "").prefix { $0.isNumber }
        guard let number = Int(minor) else {
            return [(.warning, "the cluster does not tell its version")]
        }
        guard number < Self.oldest else { return [] }
        return [
            (
                .warning,
                "Kubernetes 1.\(number) is older than 1.\(Self.oldest), the oldest that Istio 1.30 supports [IST0142]"
            )
        ]
    }

    /// What installing needs, as the server itself judges it.
    private func permissions() async throws -> [(level: Level, text: String)] {
        let needed: [(group: String, resource: String, isNamespaced: Bool)] = [
            ("", "namespaces", false), ("rbac.authorization.k8s.io", "clusterroles", false),
            ("rbac.authorization.k8s.io", "clusterrolebindings", false),
            ("apiextensions.k8s.io", "customresourcedefinitions", false),
            ("admissionregistration.k8s.io", "mutatingwebhookconfigurations", false),
            ("admissionregistration.k8s.io", "validatingwebhookconfigurations", false),
            ("rbac.authorization.k8s.io", "roles", true), ("rbac.authorization.k8s.io", "rolebindings", true),
            ("", "serviceaccounts", true), ("", "services", true), ("", "configmaps", true),
            ("", "secrets", true),
            ("apps", "deployments", true), ("apps", "daemonsets", true),
        ]
        let type = ResourceType(
            group: "authorization.k8s.io", version: "v1", plural: "selfsubjectaccessreviews",
            kind: "SelfSubjectAccessReview", isNamespaced: false)
        var findings: [(level: Level, text: String)] = []
        for right in needed {
            var attributes: Node = [
                "group": Node(right.group), "resource": Node(right.resource), "verb": "create",
            ]
            if right.isNamespaced { attributes.set("namespace", Node(namespace)) }
            let review: Node = [
                "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
                "spec": ["resourceAttributes": attributes],
            ]
            do {
                let answer = try await cluster.create(type, namespace: nil, review, WriteOptions())
                if answer[["status", "allowed"]]?.bool == true { continue }
                let name = right.group.isEmpty ? right.resource : "\(right.resource).\(right.group)"
                findings.append((.error, "you may not create \(name), which installing Istio needs"))
            } catch ClusterError.status(let status) where status.isNotFound || status.code == 405 {
                return [(.info, "the cluster does not say what you may do; that was not checked")]
            }
        }
        return findings
    }

    /// Objects in a version that is served no more would be lost.
    private func definitions() async throws -> [(level: Level, text: String)] {
        let type = ResourceType(
            group: "apiextensions.k8s.io", version: "v1", plural: "customresourcedefinitions",
            kind: "CustomResourceDefinition", isNamespaced: false)
        let all = try await Pager(cluster, type).all()
        return all.flatMap { definition -> [(level: Level, text: String)] in
            guard
                let kind = Catalog.kind(
                    group: definition[["spec", "group"]]?.string ?? "",
                    name: definition[["spec", "names", "kind"]]?.string ?? "", generation: .today),
                kind.group.hasSuffix(".istio.io")
            else { return [] }
            let stored = (definition[["status", "storedVersions"]]?.list ?? []).compactMap(\.string)
            return stored.filter { !kind.versions.contains($0) }.map { version in
                (
                    .error,
                    "\(kind.plural).\(kind.group) has stored objects in \(version), which Istio 1.30 does not serve"
                )
            }
        }
    }

    private func controlPlanes() async throws -> [(level: Level, text: String)] {
        let selector = ListOptions(labelSelector: "app=istiod")
        return try await Pager(cluster, ControlPlane.deployments, selector).all().compactMap { deployment in
            let wanted = deployment[["spec", "replicas"]]?.int ?? 1
            let ready = deployment[["status", "readyReplicas"]]?.int ?? 0
            guard ready < wanted else { return nil }
            let name = deployment[["metadata", "name"]]?.string ?? ""
            return (.warning, "the control plane \(name) has \(ready) of \(wanted) pods ready")
        }
    }
}
