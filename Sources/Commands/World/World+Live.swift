import Kubernetes

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension World {
    /// The real thing: this process's streams, environment and clock.
    static func live() -> World {
        let variables = processVariables()
        var environment = Environment(variables: variables, homeDirectory: variables["HOME"])
        environment.isInteractive = isatty(0) == 1
        return World(
            output: TextSink(write: { writeAll($0, to: 1) }, isTerminal: isatty(1) == 1),
            errors: TextSink(write: { writeAll($0, to: 2) }, isTerminal: isatty(2) == 1),
            readInput: { try DiskFiles().read("/dev/stdin", limit: FileOptions.sizeLimit) },
            environment: environment, now: { Int64(time(nil)) }, readLine: { Swift.readLine() },
            makeCluster: liveCluster)
    }

    private static func liveCluster(
        _ configuration: ClusterConfiguration, _ transport: ConnectionOptions.Transport, _ world: World
    ) throws -> any Cluster {
        switch transport {
        case .rest: RESTCluster(configuration, in: world.environment, world.restSettings)
        case .kubectl: KubectlCluster(configuration, in: world.environment, world.restSettings)
        }
    }

    @Sendable static func liveForwarder(
        _ configuration: ClusterConfiguration, _ transport: ConnectionOptions.Transport, _ world: World
    ) throws -> any PortForwarder {
        switch transport {
        case .rest: WebSocketForwarder(configuration, in: world.environment, world.restSettings)
        case .kubectl: KubectlForwarder(configuration, in: world.environment)
        }
    }

    private var restSettings: RESTSettings {
        var settings = RESTSettings()
        settings.userAgent = "istioctl/\(Build.version) (\(Build.platform))"
        settings.progress = { note($0) }
        settings.warn = { warn($0) }
        if verbosity > 0 { settings.log = RequestLog(verbosity: verbosity) { note($0) } }
        return settings
    }

    private static func processVariables() -> [String: String] {
        var result: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text)
            if let equals = pair.firstIndex(of: "=") {
                result[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
            }
            entry += 1
        }
        return result
    }
}

/// Writes everything, also when the reader is slow; a reader that is gone ends the process quietly, as in a
/// pipe.
private func writeAll(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { exit(0) }
                return
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
