import Logging
import ServiceLifecycle

/// Work that lasts until the user has enough of it.
package enum UntilSignal {
    /// Runs work, and cancels it at SIGTERM and SIGINT; that is no error.
    package static func run(_ work: @escaping @Sendable () async throws -> Void) async throws {
        var logger = Logger(label: "work")
        logger.logLevel = .critical
        let configuration = ServiceGroupConfiguration(
            services: [
                .init(
                    service: Work(work: work), successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .cancelGroup)
            ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await ServiceGroup(configuration: configuration).run()
    }

    private struct Work: Service {
        let work: @Sendable () async throws -> Void

        func run() async throws {
            do {
                try await cancelWhenGracefulShutdown { try await work() }
            } catch is CancellationError {}
        }
    }
}
