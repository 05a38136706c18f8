import Logging
import ServiceLifecycle
import YAML

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The serving of a sandbox in this process.
enum SandboxLaunch {
    /// The command line that serves in the foreground; what `start` runs.
    static func arguments(_ options: SandboxOptions) -> [String] {
        var words = ["sandbox", "up", "--data-dir", options.directory.path]
        if let port = options.port { words += ["--port", String(port)] }
        if options.address != "127.0.0.1" { words += ["--address", options.address] }
        if options.allowsOtherAddresses { words.append("--allow-remote") }
        if options.allowsCommands { words.append("--allow-commands") }
        return words
    }

    /// The wanted port, the last one while it is free, or 0 for any.
    static func port(_ options: SandboxOptions) -> Int {
        if let port = options.port { return port }
        guard let last = SandboxState.last(in: options.directory)?.port, isFree(last) else { return 0 }
        return last
    }

    /// Whether 127.0.0.1 has the port free.
    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}

extension SandboxControl {
    /// Serves until SIGTERM or SIGINT, then ends watches, finishes requests and closes the store.
    /// `whenReady` is called once the port answers and the kubeconfig is written.
    package static func up(
        _ options: SandboxOptions, whenReady: @escaping @Sendable (SandboxState) -> Void = { _ in }
    ) async throws {
        guard options.isLoopback || options.allowsOtherAddresses else {
            throw SandboxError.notLoopback(address: options.address)
        }
        let directory = options.directory
        try directory.make()
        let store = try open(directory)
        defer { store.close() }
        let credentials = try Credentials(directory, address: options.address)
        let api = try await APIServer(store: store, tokens: try AccountTokens(directory))
        let node = PodNode(
            directory.pods, allowsCommands: options.isLoopback || options.allowsCommands)
        let controllers = StandardControllers(
            server: api, node: node, authorityPEM: credentials.authorityPEM)
        let (listening, listens) = AsyncStream.makeStream(of: Void.self)
        let server = try SandboxServer(
            api: api, credentials: credentials, address: options.address, port: SandboxLaunch.port(options)
        ) { port in
            let state = SandboxState(
                pid: getpid(), address: options.address, port: port, started: Int64(time(nil)))
            node.listens(on: "\(options.address):\(port)")
            listens.finish()
            do {
                try publish(state, credentials, in: directory)
                whenReady(state)
            } catch {
                // Without these files nobody can use the sandbox.
                kill(getpid(), SIGTERM)
            }
        }
        // Pods are told where the API server is.
        let control = Task {
            for await _ in listening {}
            if !Task.isCancelled { await controllers.run() }
        }
        defer { control.cancel() }
        try await server.runUntilSignal()
        control.cancel()
        await control.value
        unlink(directory.pid)
    }

    private static func open(_ directory: SandboxDirectory) throws -> SandboxStore {
        do {
            return try SandboxStore(directory: directory.path)
        } catch StoreError.locked {
            throw SandboxError.alreadyRunning(pid: SandboxState.last(in: directory)?.pid)
        }
    }

    private static func publish(
        _ state: SandboxState, _ credentials: Credentials, in directory: SandboxDirectory
    ) throws {
        let config = KubeconfigFile.node(
            server: state.server, authority: credentials.authorityPEM, token: credentials.token)
        try PrivateFile.write(YAMLWriter.text(config), to: directory.kubeconfig)
        try PrivateFile.write("\(state.pid)\n", to: directory.pid)
        try PrivateFile.write(JSONWriter.bytes(state.node), to: directory.state)
    }
}
