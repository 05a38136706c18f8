import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether something listens.
enum PortCheck {
    private static let queue = DispatchQueue(label: "sandbox.ports", attributes: .concurrent)

    /// `host` is an IPv4 address of this machine, so that the answer comes at once.
    static func accepts(_ host: String, _ port: Int) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: isAccepted(host, port)) }
        }
    }

    private static func isAccepted(_ host: String, _ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return false }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
