#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the process was started with, handed in so that nothing below reads globals.
package struct Environment: Sendable {
    package var variables: [String: String]
    /// Where `.kube/config` is looked for; nil when the user has none.
    package var homeDirectory: String?
    package var files: any FileAccess
    package var processes: any ProcessRunner
    /// Whether standard input is a terminal that nothing else reads, so that plugins may ask the user there.
    package var isInteractive = false
    /// Seconds since 1970, to tell whether credentials have expired.
    package var now: @Sendable () -> Int64 = { Int64(time(nil)) }

    package init(
        variables: [String: String] = [:], homeDirectory: String? = nil, files: any FileAccess = DiskFiles(),
        processes: any ProcessRunner = SystemProcesses()
    ) {
        self.variables = variables
        self.homeDirectory = homeDirectory
        self.files = files
        self.processes = processes
    }

    /// The value of a variable; nil when it is unset or empty, which mean the same to kubectl.
    func variable(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
