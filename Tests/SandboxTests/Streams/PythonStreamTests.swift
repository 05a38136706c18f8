import Testing

@testable import Sandbox

/// The streams of the Python package kubernetes, by the script beside this file.
@Suite(.timeLimit(.minutes(2))) struct PythonStreamTests {
    @Test func theScriptIsContent() async throws {
        guard let script = PythonScript("python_streams.py") else { return }
        let echo = try await EchoServer()
        try await StreamingPod.with { sandbox in try await script.run(sandbox, [String(echo.port)]) }
        try await echo.channel.close()
    }
}
