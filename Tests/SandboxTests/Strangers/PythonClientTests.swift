import Testing

@testable import Sandbox

/// The Python package kubernetes, by the script beside this file.
@Suite(.timeLimit(.minutes(2))) struct PythonClientTests {
    @Test func theScriptIsContent() async throws {
        guard let script = PythonScript("python_client.py") else { return }
        try await Running.with(.standard) { sandbox in try await script.run(sandbox) }
    }
}
