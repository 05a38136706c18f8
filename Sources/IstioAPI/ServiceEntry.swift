package import Schema

/// A service that no registry knows, added to the mesh.
package struct ServiceEntry: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "ServiceEntry", plural: "serviceentries",
        short: ["se"],
        columns: [
            .init("Hosts", ".spec.hosts"), .init("Location", ".spec.location"),
            .init("Resolution", ".spec.resolution"), .age,
        ])
    package static let schema = Schema(Self(), "A service that no registry knows, added to the mesh.")

    package init() {}
}
