import Kubernetes
import YAML

extension PodNode: PodRuntime {
    func log(of container: ContainerReference, _ options: LogOptions) async throws -> AsyncStream<[UInt8]> {
        let (run, condition) = try await condition(of: container)
        let number = condition.restarts - (options.isPrevious ? 1 : 0)
        if options.isPrevious, number < 0 || condition.last == nil {
            throw APIFailure.badRequest(
                "previous terminated container \"\(container.name)\" in pod \"\(container.pod.name)\" not found"
            )
        }
        let log = options.isPrevious ? nil : await run.log(of: container.name)
        if !options.isPrevious, log == nil { throw Self.waits(container, condition) }
        let path = log?.path ?? logs.log(run.uid, container.name, run: number)
        let reader = try LogReader(path: path, log, options)
        return AsyncStream { await reader.next() }
    }

    func start(_ command: ContainerCommand, in container: ContainerReference) async throws
        -> any ContainerProcess
    {
        let run = try await running(container)
        do {
            return try await run.run(command, in: container.name)
        } catch let failure as LocalProcess.Failure {
            throw APIFailure(500, "InternalError", "Internal error occurred: \(failure.text)")
        }
    }

    func attach(to container: ContainerReference) async throws -> any ContainerProcess {
        let run = try await running(container)
        guard let log = await run.log(of: container.name) else {
            throw APIFailure.badRequest("container \(container.name) has no process of its own")
        }
        var options = LogOptions()
        options.follows = true
        options.tailLines = 0
        return AttachedContainer(try LogReader(path: log.path, log, options))
    }

    func addresses(of pod: ObjectKey) async throws -> [String] {
        guard let run = run(of: pod) else {
            throw APIFailure.badRequest(
                "unable to forward port because pod is not running. Current status=Pending")
        }
        return [run.address, "127.0.0.1"].filter { !$0.isEmpty }
    }

    private func condition(of container: ContainerReference) async throws -> (PodRun, PodRun.Condition) {
        guard let run = run(of: container.pod) else {
            throw APIFailure.badRequest(
                "container \"\(container.name)\" in pod \"\(container.pod.name)\" does not run in this sandbox"
            )
        }
        guard let condition = await run.conditions[container.name] else {
            throw APIFailure.badRequest(
                "container \"\(container.name)\" in pod \"\(container.pod.name)\" has no process of its own")
        }
        return (run, condition)
    }

    private func running(_ container: ContainerReference) async throws -> PodRun {
        let (run, condition) = try await condition(of: container)
        guard await run.isRunning(container.name) else { throw Self.waits(container, condition) }
        return run
    }

    private static func waits(_ container: ContainerReference, _ condition: PodRun.Condition) -> APIFailure {
        let reason =
            switch condition.state {
            case .waiting(let reason, _): "is waiting to start: \(reason)"
            case .running: "has no log yet"
            case .ended: "has ended"
            }
        return .badRequest("container \"\(container.name)\" in pod \"\(container.pod.name)\" \(reason)")
    }
}

/// What a container prints from now on. Its input is nobody's.
private final class AttachedContainer: ContainerProcess {
    private let reader: LogReader

    init(_ reader: LogReader) { self.reader = reader }

    func nextOutput() async -> ContainerOutput? { await reader.next().map { .standardOutput($0) } }
    func write(_ bytes: [UInt8]) async -> Bool { false }
    func closeInput() async {}
    func resize(columns: Int, rows: Int) {}
    func exitStatus() async -> Int32 { 0 }
    func leave() {}
}
