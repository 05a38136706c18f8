import Schema
import Serving
import YAML

extension APIServer {
    /// What an opening of a WebSocket leads to; nil when the answer is that of a plain request, such as a
    /// refusal.
    func upgrade(_ head: RequestHead) -> Upgrade? {
        guard let handshake = WebSocketHandshake(head), let runtime = runtime.withLock({ $0 }),
            let stream = try? podStream(APIRequest(method: head.method, target: head.target)),
            let subprotocol = handshake.protocols.first(where: stream.subprotocols.contains)
        else { return nil }
        return Upgrade(response: handshake.response(subprotocol)) { connection in
            let link = WebSocketLink(connection)
            switch stream {
            case .container(let container, let command, let streams):
                await CommandStream(
                    container: container, command: command, streams: streams, runtime: runtime,
                    canClose: subprotocol == ChannelProtocol.v5
                ).run(on: link)
            case .ports(let pod, _) where subprotocol == SPDYTunnel.subprotocol:
                await SPDYTunnel(pod: pod, runtime: runtime, link: link).run()
            case .ports(let pod, let ports):
                await ChannelForward(pod: pod, ports: ports, runtime: runtime).run(on: link)
            }
        }
    }

    private func podStream(_ request: APIRequest) throws -> PodStream? {
        let path = request.path
        guard path.count > 2, path[0] == "api",
            var target = APITarget(group: "", version: path[1], rest: path.dropFirst(2), kinds: kinds),
            target.kind.isPod, let part = target.subresource, PodStream.parts.contains(part),
            ["GET", "POST"].contains(request.method)
        else { return nil }
        target.subresource = nil
        return try podStream(part, target, request)
    }

    /// What a request for a part of a pod wants; throws what keeps it from being had.
    func podStream(_ part: String, _ target: APITarget, _ request: APIRequest) throws -> PodStream {
        let name = target.name ?? ""
        guard let stored = try store.get(target.key(name)) else {
            throw APIFailure.notFound(target.kind, name)
        }
        guard runtime.withLock({ $0 != nil }) else { throw APIFailure.noRuntime }
        let pod = PodContainers(try stored.node(apiVersion: "v1", kind: "Pod"))
        switch part {
        case "portforward":
            try pod.mustRun()
            return .ports(stored.key, ports: try Self.ports(request))
        default:
            let streams = try Self.streams(request)
            let container = ContainerReference(
                pod: stored.key, name: try pod.chosen(request.query["container"]))
            try pod.mustRun()
            guard part == "exec" else { return .container(container, nil, streams) }
            let words = request.values("command")
            guard !words.isEmpty else {
                throw APIFailure.badRequest("you must specify at least one command for the container")
            }
            let command = ContainerCommand(
                words: words, hasInput: streams.hasInput, hasTerminal: streams.hasTerminal)
            return .container(container, command, streams)
        }
    }

    /// With a terminal there is one output.
    private static func streams(_ request: APIRequest) throws(APIFailure) -> ContainerStreams {
        let hasTerminal = request.flag("tty")
        let streams = ContainerStreams(
            hasInput: request.flag("stdin"), hasOutput: request.flag("stdout"),
            hasErrors: request.flag("stderr") && !hasTerminal, hasTerminal: hasTerminal)
        guard streams.hasInput || streams.hasOutput || streams.hasErrors else {
            throw .badRequest("you must specify at least 1 of stdin, stdout, stderr")
        }
        return streams
    }

    /// Of `ports=80&ports=81` or `ports=80,81`.
    private static func ports(_ request: APIRequest) throws(APIFailure) -> [UInt16] {
        var ports: [UInt16] = []
        for text in request.values("ports").flatMap({ $0.split(separator: ",") }) {
            guard let port = UInt16(text), port > 0 else {
                throw .badRequest("ports: \"\(text)\" is no port: one is a number from 1 to 65535")
            }
            ports.append(port)
        }
        guard ports.count <= maximalPorts else {
            throw .badRequest("ports: at most \(maximalPorts) can be forwarded over one connection")
        }
        return ports
    }

    /// Two channels a port are numbered in one byte.
    private static let maximalPorts = 100
}

extension Kind {
    var isPod: Bool { group.isEmpty && plural == "pods" }
}

extension APIFailure {
    static let noRuntime = APIFailure(
        503, "ServiceUnavailable",
        "nothing runs pods in this sandbox: there are no containers to connect to")

    /// A request for streams that came as a plain one, or in protocols that are not spoken here.
    static func upgrade(_ part: String) -> APIFailure {
        let known =
            part == "portforward"
            ? [SPDYTunnel.subprotocol, "\(ChannelProtocol.v4) with the query's ports"]
            : [ChannelProtocol.v5, ChannelProtocol.v4]
        return badRequest(
            "unable to upgrade: \(part) is spoken over a WebSocket in one of the subprotocols "
                + known.joined(separator: ", "))
    }
}
