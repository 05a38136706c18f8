package import Schema
import YAML

/// How requests to a set of hosts are routed.
package struct VirtualService: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "VirtualService", plural: "virtualservices",
        short: ["vs"], columns: [.init("Gateways", ".spec.gateways"), .init("Hosts", ".spec.hosts"), .age])
    package static let schema = Schema(VirtualService(), "How requests to a set of hosts are routed.")

    package init() {}

    package let hosts = Field<[String]>(
        "Hosts this service answers for: names, wildcards with a leading `*.`, or addresses.")
    package let gateways = Field<[String]>(
        "Gateways that apply these routes, as `name` or `namespace/name`; `mesh` means all sidecars.",
        default: ["mesh"])
    package let http = Field<[HTTPRoute]>("Routes for HTTP traffic; the first that matches wins.")
    package let tls = Field<[TLSRoute]>("Routes for TLS traffic that passes unopened, chosen by server name.")
    package let tcp = Field<[TCPRoute]>("Routes for other TCP traffic.")
    package let exportTo = Field<[String]>(
        "Namespaces that see this service: `.` its own, `*` all, or names.", .since("1.1"), default: ["*"])
}
