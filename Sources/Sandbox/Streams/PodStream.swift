/// What a client wants of a pod over a connection that carries several streams.
enum PodStream: Sendable {
    /// A command beside the container's own process; that process itself without a command.
    case container(ContainerReference, ContainerCommand?, ContainerStreams)
    /// Connections to ports of the pod; `ports` where the request names them already.
    case ports(ObjectKey, ports: [UInt16])

    /// The names of the parts of pods that are had so.
    static let parts = ["attach", "exec", "portforward"]

    /// The subprotocols in which it can be had.
    var subprotocols: [String] {
        switch self {
        case .container: [ChannelProtocol.v5, ChannelProtocol.v4]
        case .ports(_, let ports): [SPDYTunnel.subprotocol] + (ports.isEmpty ? [] : [ChannelProtocol.v4])
        }
    }
}

/// The streams of a container's process that a client takes part in.
struct ContainerStreams: Equatable, Sendable {
    var hasInput = false
    var hasOutput = false
    var hasErrors = false
    var hasTerminal = false
}

/// Kubernetes' protocols that put the number of a channel before each message.
enum ChannelProtocol {
    static let v4 = "v4.channel.k8s.io"
    /// As before, and the client can close its side of a channel.
    static let v5 = "v5.channel.k8s.io"
}
