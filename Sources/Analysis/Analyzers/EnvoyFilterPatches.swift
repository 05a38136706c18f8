import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let envoyFilterPatches = Analyzer(
        "envoyfilter.EnvoyPatchAnalyzer",
        "The operations of an Envoy filter fit what they are applied to, and do not depend on its order.",
        reads: [ObjectType(EnvoyFilter.kind)],
        codes: [
            .envoyFilterUsesRelativeOperation, .envoyFilterUsesReplaceOperationIncorrectly,
            .envoyFilterUsesAddOperationIncorrectly, .envoyFilterUsesRemoveOperationIncorrectly,
            .envoyFilterUsesRelativeOperationWithProxyVersion,
        ]
    ) { mesh, report in
        // Filters that earlier patches touch for some versions of the proxy only.
        var versioned: Set<String> = []
        for (object, filter) in mesh.all(EnvoyFilter.self) {
            for patch in filter.configPatches {
                guard patch.patch.isPresent else { break }
                let name = patchedName(patch)
                if let (code, message) = misuse(patch) {
                    report(code, message, on: object, at: patch.patch.place(\.operation))
                } else if isRelative(patch), filter.priority == 0 {
                    let again = versioned.contains(name)
                    report(
                        again
                            ? .envoyFilterUsesRelativeOperationWithProxyVersion
                            : .envoyFilterUsesRelativeOperation,
                        "the operation \(patch.patch.operation?.rawValue ?? "") depends on what was patched "
                            + "before, but no priority is set"
                            + (again ? ", and the filter is also patched by version of the proxy" : ""),
                        on: object, at: patch.patch.place(\.operation),
                        hint: "set priority, or use INSERT_FIRST or ADD")
                }
                if !patch.match.proxy.proxyVersion.isEmpty { versioned.insert(name) }
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1alpha3
                kind: EnvoyFilter
                metadata: {name: lua, namespace: books}
                spec:
                  configPatches:
                  - applyTo: HTTP_FILTER
                    patch: {operation: 1️⃣INSERT_BEFORE, value: {name: lua}}
                  - applyTo: CLUSTER
                    patch: {operation: 2️⃣REPLACE, value: {name: c}}
                  - applyTo: HTTP_ROUTE
                    patch: {operation: 3️⃣ADD, value: {name: r}}
                  - applyTo: HTTP_ROUTE
                    patch: {operation: 4️⃣REMOVE}
                """, .envoyFilterUsesRelativeOperation, .envoyFilterUsesReplaceOperationIncorrectly,
                .envoyFilterUsesAddOperationIncorrectly, .envoyFilterUsesRemoveOperationIncorrectly)
        ]
    }

    /// What the operation cannot do to the part it is applied to.
    private static func misuse(_ patch: Object<EnvoyFilter.ConfigPatch>) -> (AnalysisCode, String)? {
        let isRoute = patch.applyTo == .routeConfiguration || patch.applyTo == .httpRoute
        let part = patch.applyTo?.rawValue ?? ""
        switch patch.patch.operation {
        case .add where isRoute:
            return (.envoyFilterUsesAddOperationIncorrectly, "ADD has no effect on \(part)")
        case .remove where isRoute:
            return (.envoyFilterUsesRemoveOperationIncorrectly, "REMOVE has no effect on \(part)")
        case .replace where ![.networkFilter, .httpFilter, .virtualHost].contains(patch.applyTo):
            return (
                .envoyFilterUsesReplaceOperationIncorrectly,
                "REPLACE is for HTTP_FILTER, NETWORK_FILTER and VIRTUAL_HOST only, not for \(part)"
            )
        default: return nil
        }
    }

    private static func isRelative(_ patch: Object<EnvoyFilter.ConfigPatch>) -> Bool {
        [.remove, .replace, .insertBefore, .insertAfter].contains(patch.patch.operation)
    }

    /// The name of the filter that a patch brings or looks for.
    private static func patchedName(_ patch: Object<EnvoyFilter.ConfigPatch>) -> String {
        guard let value = patch.patch.node(\.value), value.map?.isEmpty == false else { return "" }
        return value["name"]?.string ?? patch.match.listener.filterChain.filter.name
    }
}
