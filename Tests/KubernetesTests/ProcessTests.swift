import Testing

@testable import Kubernetes

@Suite struct ProcessTests {
    private func sh(_ script: String, _ change: (inout ProcessCommand) -> Void = { _ in }) async throws
        -> ProcessOutcome
    {
        var command = ProcessCommand(
            "sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin", "X": "y z"])
        change(&command)
        return try await SystemProcesses().run(command)
    }

    @Test func outputErrorsAndStatusAreTold() async throws {
        let outcome = try await sh("cat; echo $X; echo oops >&2; exit 3") { $0.input = Array("in ".utf8) }
        #expect(
            outcome
                == ProcessOutcome(exitStatus: 3, output: Array("in y z\n".utf8), errors: Array("oops\n".utf8))
        )
    }

    @Test func nothingIsInherited() async throws {
        let outcome = try await sh("/usr/bin/env -u PWD -u _ -u SHLVL -u OLDPWD /usr/bin/env")
        let names = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map {
            $0.prefix { $0 != "=" }
        }
        #expect(Set(names) == ["PATH", "X"])
    }

    @Test func programsAreFoundByPathOrNotAtAll() async throws {
        #expect(try await sh("true") { $0.program = "/bin/sh" }.exitStatus == 0)
        await #expect(throws: ProcessError.notFound) { try await sh("") { $0.program = "no-such-program" } }
    }

    @Test func whoTakesTooLongIsEnded() async throws {
        await #expect(throws: ProcessError.timedOut) {
            try await sh("sleep 60 & sleep 60; wait") { $0.timeout = .milliseconds(100) }
        }
    }

    @Test func whoPrintsTooMuchIsEnded() async throws {
        await #expect(throws: ProcessError.tooMuchOutput) {
            try await sh("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done") {
                $0.outputLimit = 1000
                $0.timeout = .seconds(20)
            }
        }
    }

    @Test func aStreamComesAsItIsPrinted() async throws {
        let command = ProcessCommand("sh", ["-c", "echo a; exit 2"], environment: ["PATH": "/usr/bin:/bin"])
        var output: [UInt8] = []
        await #expect(throws: ProcessError.ended(ProcessOutcome(exitStatus: 2, output: []))) {
            for try await chunk in SystemProcesses().stream(command) { output += chunk }
        }
        #expect(output == Array("a\n".utf8))
    }
}
