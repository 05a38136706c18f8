package import Schema

/// What the proxies of some workloads accept and reach.
package struct Sidecar: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "Sidecar", plural: "sidecars")
    package static let schema = Schema(Self(), "What the proxies of some workloads accept and reach.")

    package init() {}
}
