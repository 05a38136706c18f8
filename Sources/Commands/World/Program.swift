import ArgumentParser
import Diagnostics
import Kubernetes

/// The program from its arguments to its exit status.
package enum Program {
    /// Runs a command line (without the program's name) and returns the exit status.
    package static func run(_ arguments: [String]) async -> Int32 {
        await run(arguments, in: .live()).rawValue
    }

    static func run(_ arguments: [String], in world: World) async -> ExitCode {
        var world = world
        if world.isOnRunner { world.errors = world.errors.withoutWorkflowCommands }
        do {
            if let answer = try await CompletionRequest.answer(arguments, in: world) {
                world.output.write(answer)
                return .done
            }
            let call = try ArgumentDialect.translate(arguments)
            if call.wantsHelp {
                let help = Istioctl.helpMessage(for: call.path.type)
                world.print(HelpText.complete(help, isRoot: call.path.names.isEmpty))
                return .done
            }
            // Parsed by itself, a command does not cost the whole tree.
            var command = try call.path.type.parseAsRoot(call.words)
            if let verb = command as? any Verb {
                try await verb.run(in: world)
            } else {
                try command.run()
            }
            return .done
        } catch {
            return report(error, in: world)
        }
    }

    /// The one place where a failure is printed.
    private static func report(_ error: any Error, in world: World) -> ExitCode {
        switch error {
        case let failure as Failure: return report(failure, in: world)
        case let error as ClusterError: return report(error.failure, in: world)
        default:
            let text = Istioctl.message(for: error)
            return report(.usage(text.isEmpty ? "\(error)" : text), in: world)
        }
    }

    private static func report(_ failure: Failure, in world: World) -> ExitCode {
        if let message = failure.message { world.note("Error: \(message.escapingControlsKeepingLines)") }
        return failure.code
    }
}
