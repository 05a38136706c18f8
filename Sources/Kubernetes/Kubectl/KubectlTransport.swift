import Diagnostics
import YAML

/// Carries requests through `kubectl … --raw`, so that kubectl's own login and network are used.
struct KubectlTransport: HTTPTransport {
    /// Arguments that choose the cluster, before those of the request.
    let arguments: [String]
    let environment: Environment
    let outputLimit: Int
    let server: String

    /// kubectl's own limit is passed as an argument; this one is for a kubectl that hangs.
    private static let timeout = Duration.seconds(300)

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var verb: [String]
        switch request.method {
        case .get: verb = ["get"]
        case .post: verb = ["create"]
        case .put: verb = ["replace"]
        case .delete: verb = ["delete"]
        case .patch: throw ClusterError.configuration("kubectl does not send raw patches")
        }
        verb.append("--raw=\(request.target)")
        if request.body != nil { verb.append("--filename=-") }
        var command = command(verb)
        command.input = request.body ?? []
        if request.isWatch { return HTTPResponse(status: 200, body: watch(command)) }
        return HTTPResponse(status: 200, bytes: try await output(of: command))
    }

    func command(_ verb: [String]) -> ProcessCommand {
        var command = ProcessCommand("kubectl", arguments + verb, environment: environment.variables)
        command.outputLimit = outputLimit
        command.timeout = Self.timeout
        return command
    }

    /// What kubectl prints; its errors come as the `ClusterError` they stand for.
    func output(of command: ProcessCommand) async throws -> [UInt8] {
        do {
            let outcome = try await environment.processes.run(command)
            if outcome.exitStatus == 0 { return outcome.output }
            throw ProcessError.ended(outcome)
        } catch let error as ProcessError {
            throw translate(error)
        }
    }

    private func watch(_ command: ProcessCommand) -> HTTPResponse.Body {
        let chunks = environment.processes.stream(command)
        return HTTPResponse.Body { continuation in
            let task = Task {
                do {
                    for try await chunk in chunks { continuation.yield(chunk) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: (error as? ProcessError).map(translate) ?? error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func translate(_ error: ProcessError) -> ClusterError {
        switch error {
        case .notFound:
            .configuration("kubectl was not found on PATH; install it, or use --transport=rest")
        case .timedOut: .timedOut(server: server)
        case .tooMuchOutput: .malformed(server: server, reason: "it is larger than \(outputLimit) bytes")
        case .failed(let reason): .configuration("kubectl could not be run: \(reason.escapingControls)")
        case .ended(let outcome):
            KubectlError.read(
                String(decoding: outcome.errors.prefix(1 << 16), as: UTF8.self), server: server,
                exitStatus: outcome.exitStatus)
        }
    }
}
