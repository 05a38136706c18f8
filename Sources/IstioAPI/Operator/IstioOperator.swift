package import Schema
package import YAML

/// What to install of Istio, and how: a file of `istioctl install` and `manifest`, not an object of a
/// cluster.
package struct IstioOperator: Resource {
    package static let kind = Kind(
        "install.istio.io", "v1alpha1", name: "IstioOperator", plural: "istiooperators",
        short: ["iop", "io"])
    package static let schema = Schema(
        IstioOperator(), "What to install of Istio, and how.", hasSnakeCase: false)
    /// The values are a protocol buffer's JSON.
    package static let reading = Generation.classic

    package init() {}

    package let profile = Field<String>(
        "Name of the profile to begin with: default, demo, minimal, ambient, empty or another.",
        default: "default")
    package let installPackagePath = Field<String>(
        "Folder with charts and profiles, instead of the built-in ones.")
    package let hub = Field<String>("Registry of the images, such as docker.io/istio.")
    package let tag = Field<Node>("Tag of the images, a text or a number.")
    package let namespace = Field<String>(
        "Namespace of the control plane; set `values.global.istioNamespace` too.")
    package let revision = Field<String>("Name of the control plane's revision: letters, digits and dashes.")
    package let compatibilityVersion = Field<String>("Release whose behaviour to keep, such as 1.28.")
    package let meshConfig = Field<[String: Node]>("What holds for the whole mesh, see MeshConfig.")
    package let components = Field<Components>("What is installed, and where.")
    package let addons = Field<Addons>("What is installed beside Istio to see what the mesh does.")
    package let values = Field<Values>("Values for the charts.")
    package let unvalidatedValues = Field<Node>("Values for the charts that are not checked.")
}
