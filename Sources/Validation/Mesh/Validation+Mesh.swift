package import Diagnostics
import IstioAPI
import Schema
package import YAML

/// The configuration of the mesh itself: bare documents that stand in a ConfigMap, in a file, or within
/// another object, and are no Kubernetes objects.
///
/// Istiod reads them as protocol buffers' JSON, and goes on after fields that it does not know and after two
/// members of a one-of: these get warnings.
extension Validation {
    /// Checks a `MeshConfig`, as under the key `mesh` of the ConfigMap `istio`. `overDefaults` says that it
    /// is laid over Istio's defaults, as istiod does; else it must be complete in itself.
    package static func checkMeshConfig(_ document: Document, overDefaults: Bool = true) -> [Diagnostic] {
        check(document) { $0.meshConfig($1, isComplete: !overDefaults) }
    }

    /// Checks the settings of proxies, as under `defaultConfig` of the mesh or in the annotation
    /// `proxy.istio.io/config`; without Istio's defaults they must be complete in themselves.
    package static func checkProxyConfig(_ document: Document, overDefaults: Bool = true) -> [Diagnostic] {
        check(document) { report, node in
            report.protocolBuffer(node, as: MeshConfig.ProxyConfig.self) { further, settings in
                further.proxySettings(settings, isComplete: !overDefaults)
            }
        }
    }

    /// Checks `MeshNetworks`, as under the key `meshNetworks` of the ConfigMap `istio`.
    package static func checkMeshNetworks(_ document: Document) -> [Diagnostic] {
        check(document) { report, node in
            report.protocolBuffer(node, as: MeshNetworks.self) { $0.networks($1) }
        }
    }

    private static func check(
        _ document: Document, _ rules: (inout Report, Node) -> Void
    ) -> [Diagnostic] {
        if document.problems.hasErrors { return document.problems }
        var report = Report(document)
        // Nothing at all is an empty message.
        let root = document.root.isNull ? Node(.map([]), at: document.root.mark) : document.root
        rules(&report, root)
        return document.problems + report.diagnostics
    }
}

extension Report {
    mutating func meshConfig(_ node: Node, isComplete: Bool = false) {
        protocolBuffer(node, as: MeshConfig.self) { $0.mesh($1, isComplete: isComplete) }
    }

    /// Holds a node to its declaration as the control plane reads it, then to rules.
    mutating func protocolBuffer<M: Message>(
        _ node: Node, as type: M.Type, rules: (inout Report, Object<M>) -> Void
    ) {
        var shape = Report(document)
        StrictCheck.check(node, as: type, .classic, &shape)
        for var finding in shape.diagnostics {
            if tolerated.contains(finding.code) { finding.severity = .warning }
            add(finding)
        }
        var further = Report(document)
        rules(&further, Object(node))
        addUnlessShadowed(further)
    }
}

/// What istiod passes over in silence.
private let tolerated: Set<Code> = [.unknownField, .exclusiveFields]
