package import Schema

/// Settings of proxies that take effect when they start.
package struct ProxyConfig: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1beta1", name: "ProxyConfig", plural: "proxyconfigs")
    package static let schema = Schema(ProxyConfig(), "Settings of proxies that take effect when they start.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let concurrency = Field<Int32>(
        "Worker threads, one for each core if 0, two if absent.", .range(0...Double.infinity))
    package let environmentVariables = Field<[String: String]>(
        "Environment variables of the proxy; names that begin with ISTIO_META_ become metadata.",
        .eachAtMost(2048))
    package let image = Field<ProxyImage>("The proxy's image.")

    /// A proxy's image.
    package struct ProxyImage: Message {
        package static let schema = Schema(ProxyImage(), "A proxy's image.")

        package init() {}

        package let imageType = Field<String>(
            "Type of the image: default, debug, distroless, or one of your own.")
    }
}
