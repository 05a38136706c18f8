import TestSupport
import Testing
import YAML

@testable import Commands

/// The recorded command lines of Istio 1.30's `analyze` give the same codes for the same objects and the same
/// exit status, or stand with a reason among the differences.
@Suite struct AnalyzeConformanceTests {
    private static let folder = Repository.root + "/../shared/conformance/istio-1.30/analyze"

    @Test func commandLinesAgree() async throws {
        guard let bytes = Repository.bytes(of: "\(Self.folder)/cases.jsonl") else {
            print("note: the recorded command lines of analyze are absent, nothing is compared")
            return
        }
        let differences = Repository.differences(from: "1.30")
        var commands = ParsedCommands()
        var agreeing = 0
        var different = 0
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let node = try JSONReader.node(Array(line))
            guard node["mode"] == "cli", let id = node["id"]?.string else { continue }
            let problem = try await compare(node, &commands)
            switch (problem, differences[id]) {
            case (nil, nil): agreeing += 1
            case (nil, _?): Issue.record("\(id): listed as different, but agrees")
            case (let problem?, _?):
                different += 1
                // Ours may tell more, never less.
                #expect(problem.lacking == [], "\(id): \(problem.text)")
            case (let problem?, nil): Issue.record("\(id): \(problem.text)")
            }
        }
        print("analyze command lines: \(agreeing) agree, \(different) differ on purpose")
        #expect(agreeing > 50)
    }

    private struct Problem {
        let text: String
        /// Findings that Istio has and this program has not.
        var lacking: [String] = []
    }

    /// What differs; nil for nothing.
    private func compare(_ node: Node, _ commands: inout ParsedCommands) async throws -> Problem? {
        let words = node["args"]?.list?.compactMap(\.string) ?? []
        var files: [String: String] = [:]
        for word in words where word.hasPrefix("files/") {
            files[word] = Repository.bytes(of: "\(Self.folder)/\(word)").map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        let world = TestWorld(files: files)
        let code = try await commands.run(words, in: world)
        let expect = node["expect"]
        let lines = expect?["stdoutLines"]?.list?.compactMap(\.string)
        let found = world.output.split(separator: "\n").map { Self.key(String($0)) }.sorted()
        let wanted = (lines ?? []).map(Self.key).sorted()
        let lacking = wanted.filter { !found.contains($0) }
        if let wanted = expect?["exit"]?.int, Int64(code.rawValue) != wanted {
            let text = "exit status \(code.rawValue), not \(wanted): \(world.errors)"
            return Problem(text: text, lacking: lacking)
        }
        if lines == nil { return nil }
        if found != wanted { return Problem(text: "found \(found), not \(wanted)", lacking: lacking) }
        for text in expect?["stderrContains"]?.list?.compactMap(\.string) ?? [] {
            if !world.errors.contains(text) { return Problem(text: "standard error lacks \(text)") }
        }
        return nil
    }

    /// `IST0101 VirtualService default/reviews` of a whole line.
    private static func key(_ line: String) -> String {
        let parts = line.split(separator: " ")
        guard parts.count > 3 else { return line }
        let name = parts[3].hasSuffix(")") ? parts[3].dropLast() : parts[3]
        return "\(parts[1]) \(parts[2].dropFirst()) \(name)"
    }
}

/// Command lines of `analyze`. In debug builds parsing takes longer than the analysis, so that those which
/// differ by their files only are parsed once.
private struct ParsedCommands {
    private var known: [[String]: Analyze] = [:]

    mutating func run(_ words: [String], in world: TestWorld) async throws -> ExitCode {
        let isFile = words.indices.map { index in
            words[index].hasPrefix("files/") && words[index - 1] != "--meshConfigFile"
        }
        let flags = words.indices.filter { !isFile[$0] }.map { words[$0] }
        var command = try known[flags] ?? parse(flags)
        known[flags] = command
        command.paths = words.indices.filter { isFile[$0] }.map { words[$0] }
        do {
            try await command.run(in: world.world)
            return .done
        } catch let failure as Failure {
            if let message = failure.message { world.world.note("Error: \(message)") }
            return failure.code
        }
    }

    private func parse(_ flags: [String]) throws -> Analyze {
        let call = try ArgumentDialect.translate(flags)
        return try #require(try call.path.type.parseAsRoot(call.words) as? Analyze)
    }
}
