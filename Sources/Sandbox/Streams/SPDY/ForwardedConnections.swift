/// The connections that a client of `SPDYTunnel` has opened, or is about to.
struct ForwardedConnections {
    /// Connections that are open at a time.
    private static let limit = 1_000

    /// A connection whose two streams are there.
    struct Ready {
        let request: String
        let data: UInt32
        let errors: UInt32
        let port: UInt16
        let input: ByteQueue
    }

    private struct Connection {
        var data: UInt32?
        var errors: UInt32?
        let port: UInt16
        let input = ByteQueue()
    }

    /// The highest number of a stream so far.
    var last: UInt32 = 0
    /// The client opens no more.
    var isLeaving = false
    /// What comes in, by the number of the stream for bytes.
    private(set) var inputs: [UInt32: ByteQueue] = [:]
    /// By the number that the client gave the request.
    private var connections: [String: Connection] = [:]

    /// Whether there is room for the stream, and its connection if that now has both.
    mutating func add(_ id: UInt32, _ type: String, _ request: String, _ port: UInt16) -> (Bool, Ready?) {
        let isData = type == "data"
        var connection = connections[request] ?? Connection(port: port)
        let isThere = (isData ? connection.data : connection.errors) != nil
        let isFull = connections[request] == nil && connections.count >= Self.limit
        guard !isLeaving, !isFull, !isThere, connection.port == port else { return (false, nil) }
        if isData {
            connection.data = id
            inputs[id] = connection.input
        } else {
            connection.errors = id
        }
        connections[request] = connection
        guard let data = connection.data, let errors = connection.errors else { return (true, nil) }
        let ready = Ready(request: request, data: data, errors: errors, port: port, input: connection.input)
        return (true, ready)
    }

    mutating func remove(_ connection: Ready) {
        inputs[connection.data] = nil
        connections[connection.request] = nil
    }
}
