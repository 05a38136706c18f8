import Testing
import YAML

@testable import Sandbox

/// Clients that keep a connection busy with next to nothing are cut.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SlowClientTests {
    private static var limits: APILimits {
        var limits = APILimits()
        limits.headTime = .milliseconds(800)
        limits.bodyTime = .milliseconds(500)
        limits.stallTime = .milliseconds(500)
        return limits
    }

    /// How long the server bears a client that sends `start` and then `drop` again and again.
    private func endurance(_ start: String, drop: String) async throws {
        try await Running.with(limits: Self.limits) { sandbox in
            try await RawClient.with(sandbox) { client in
                let begin = ContinuousClock.now
                let head = start.replacing("TOKEN", with: client.token)
                try await client.send(Array(head.utf8))
                let trickle = Task {
                    while !Task.isCancelled {
                        try await client.send(Array(drop.utf8))
                        try await Task.sleep(for: .milliseconds(50))
                    }
                }
                _ = await client.read()
                trickle.cancel()
                #expect(ContinuousClock.now - begin < .seconds(10))
            }
        }
    }

    @Test func headsThatTrickleEnd() async throws {
        try await endurance("GET /api HTTP/1.1\r\nHost: 127.0.0.1\r\n", drop: "X-A: b\r\n")
    }

    @Test func noHeadAtAllEnds() async throws { try await endurance("", drop: "") }

    @Test func bodiesThatTrickleEnd() async throws {
        try await endurance(
            """
            POST /api/v1/namespaces HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer TOKEN\r\n\
            Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n
            """, drop: " ")
    }

    @Test func aWatchThatNobodyReadsEnds() async throws {
        try await Running.with(limits: Self.limits) { sandbox in
            try await RawClient.with(sandbox) { client in
                let path = "/api/v1/configmaps?watch=true"
                try await client.send(
                    Array(
                        """
                        GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r
                        Authorization: Bearer \(client.token)\r\n\r\n
                        """.utf8))
                try await self.wait { sandbox.api.watches.withLock { $0 } == 1 }
                let text = Node(String(repeating: "x", count: 900_000))
                for number in 0..<20 {
                    let map: Node = ["metadata": ["name": Node("m\(number)")], "data": ["a": text]]
                    let made = await sandbox.api.respond(
                        to: APIRequest(
                            method: "POST", target: "/api/v1/namespaces/default/configmaps",
                            body: JSONWriter.bytes(map)))
                    #expect(made.status == 201)
                }
                try await self.wait { sandbox.api.watches.withLock { $0 } == 0 }
            }
        }
    }

    private func wait(_ isDone: () -> Bool) async throws {
        for _ in 0..<200 where !isDone() { try await Task.sleep(for: .milliseconds(50)) }
        #expect(isDone())
    }
}
