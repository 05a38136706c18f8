package import Schema

/// What a load balancer at the edge of the mesh listens for.
package struct Gateway: Resource {
    package static let kind = Kind(
        "networking.istio.io", "v1", "v1beta1", "v1alpha3", name: "Gateway", plural: "gateways", short: ["gw"]
    )
    package static let schema = Schema(Gateway(), "What a load balancer at the edge of the mesh listens for.")

    package init() {}

    package let servers = Field<[Server]>("Ports to listen on, with their hosts and certificates.")
    package let selector = Field<[String: String]>("Labels of the pods that this is for, in any namespace.")
}

/// A port to listen on.
package struct Server: Message {
    package static let schema = Schema(Server(), "A port to listen on.")

    package init() {}

    package let port = Field<Port>("The port.", .required)
    package let bind = Field<String>(
        "Address or Unix socket to listen on, all addresses if absent.", .since("1.1"))
    package let hosts = Field<[String]>(
        "Hosts to accept, as `name` or `namespace/name`, with `*` for all or a leading `*.`.", .required)
    package let tls = Field<ServerTLSSettings>("Certificates, or a redirect to HTTPS.")
    package let defaultEndpoint = Field<String>("Where to forward by default; not acted upon.", .since("1.1"))
    package let name = Field<String>("Name of the server, unique within the object.", .since("1.7"))
}

/// A port of a gateway.
package struct Port: Message {
    package static let schema = Schema(Port(), "A port of a gateway.")

    package init() {}

    package let number = Field<UInt32>("Its number.", .required)
    package let `protocol` = Field<String>(
        "What is spoken there: HTTP, HTTPS, GRPC, GRPC-WEB, HTTP2, MONGO, TCP or TLS.", .required)
    package let name = Field<String>("Its name.", .required)
    package let targetPort = Field<UInt32>(
        "Port of the endpoints; not acted upon.", .since("1.7"), .deprecated("it has no effect; remove it"))
}
