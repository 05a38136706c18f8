import YAML

/// What a running sandbox says about itself in `state.json`.
package struct SandboxState: Sendable, Equatable {
    package var pid: Int32
    package var address: String
    package var port: Int
    /// Seconds since 1970.
    package var started: Int64

    /// The URL in its kubeconfig.
    package var server: String { "https://\(address.contains(":") ? "[\(address)]" : address):\(port)" }

    var node: Node {
        ["pid": Node(pid), "address": Node(address), "port": Node(port), "started": Node(started)]
    }

    init(pid: Int32, address: String, port: Int, started: Int64) {
        self.pid = pid
        self.address = address
        self.port = port
        self.started = started
    }

    init?(_ node: Node) {
        guard let pid = node["pid"]?.int.flatMap(Int32.init(exactly:)), pid > 1,
            let address = node["address"]?.string, let port = node["port"]?.int, (1...65535).contains(port)
        else { return nil }
        self.init(pid: pid, address: address, port: Int(port), started: node["started"]?.int ?? 0)
    }

    /// What the last sandbox of a directory wrote; whether it still runs is another question.
    static func last(in directory: SandboxDirectory) -> SandboxState? {
        guard let bytes = try? PrivateFile.read(directory.state, limit: 64 << 10) else { return nil }
        return (try? JSONReader.node(bytes)).flatMap(SandboxState.init)
    }
}

/// Whether the sandbox of a directory runs.
package enum SandboxStatus: Sendable, Equatable {
    /// `hasData`: there are objects from earlier.
    case stopped(hasData: Bool)
    case running(SandboxState)
    /// A process holds the directory but does not serve yet, or stops just now.
    case changing
}
