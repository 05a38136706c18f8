import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(3))) struct ContainerLogTests {
    private func text(_ path: String, _ log: ContainerLog?, _ edit: (inout LogOptions) -> Void = { _ in })
        async throws -> String
    {
        var options = LogOptions()
        edit(&options)
        let reader = try LogReader(path: path, log, options)
        var bytes: [UInt8] = []
        while let piece = await reader.next() { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func with(_ limit: Int = 1 << 20, _ body: (ContainerLog) async throws -> Void) async throws {
        try await TemporaryDirectory.with { path in
            try await body(try ContainerLog(path: path + "/log", limit: limit))
        }
    }

    @Test func whatIsPrintedIsKept() async throws {
        try await with { (log: ContainerLog) async throws in
            log.append(Array("one\ntw".utf8), to: .output)
            log.append(Array("err\n".utf8), to: .error)
            log.append(Array("o\nthree".utf8), to: .output)
            #expect(try await text(log.path, log) == "one\nerr\ntwo\n")
            log.close()
            #expect(try await text(log.path, nil) == "one\nerr\ntwo\nthree")
        }
    }

    @Test func partsOfItCanBeAskedFor() async throws {
        try await with { (log: ContainerLog) async throws in
            log.append(Array("one\ntwo\nthree\n".utf8), to: .output)
            #expect(try await text(log.path, log) { $0.tailLines = 2 } == "two\nthree\n")
            #expect(try await text(log.path, log) { $0.tailLines = 0 } == "")
            #expect(try await text(log.path, log) { $0.limitBytes = 5 } == "one\nt")
            #expect(try await text(log.path, log) { $0.since = Timestamp.now() + 100 } == "")
            #expect(try await text(log.path, log) { $0.since = Timestamp.now() - 100 } == "one\ntwo\nthree\n")
            let timed = try await text(log.path, log) { $0.hasTimestamps = true }
            let time = timed.split(separator: " ").first ?? ""
            #expect(time.hasSuffix("Z") && time.count == 30 && timed.contains(" one\n"))
        }
    }

    @Test func aFollowerSeesWhatComesUntilTheEnd() async throws {
        try await with { (log: ContainerLog) async throws in
            log.append(Array("one\n".utf8), to: .output)
            async let seen = text(log.path, log) { $0.follows = true }
            log.append(Array("two\n".utf8), to: .output)
            try await Task.sleep(for: .milliseconds(20))
            log.append(Array("three\n".utf8), to: .output)
            log.close()
            #expect(try await seen == "one\ntwo\nthree\n")
        }
    }

    @Test func aLongLogForgetsItsBeginning() async throws {
        try await with(1_000) { (log: ContainerLog) async throws in
            for number in 0..<100 { log.append(Array("line \(number)\n".utf8), to: .output) }
            let text = try await text(log.path, log)
            #expect(text.hasSuffix("line 98\nline 99\n") && !text.contains("line 1\n"))
            #expect(text.utf8.count < 2_000)
        }
    }

    @Test func longLinesComeWhole() async throws {
        try await with { (log: ContainerLog) async throws in
            let line = String(repeating: "x", count: 50_000)
            log.append(Array((line + "\nend\n").utf8), to: .output)
            #expect(try await text(log.path, log) == line + "\nend\n")
        }
    }
}
