/// What 0.7.1 knew to be spoken on ports, in any case.
enum TransportProtocol {
    static func isKnown(_ name: String) -> Bool { names.contains(name.lowercased()) }

    private static let names: Set = ["tcp", "udp", "grpc", "http", "http2", "https", "mongo", "redis"]
}
