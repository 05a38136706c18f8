import ArgumentParser
import Injection
import YAML

/// Where manifests with sidecars go, and what is told of them.
struct InjectionOutputOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "File to write in place of standard output.", completion: .file())
    var output: String?
    @Flag(help: "Change the files themselves.") var inPlace = false
    @Option(help: "What to tell on standard error of each document: text, json or none.")
    var report = InjectionReportFormat.text

    /// Before anything is read.
    func check() throws {
        if inPlace, output != nil {
            throw Failure.usage("--in-place and --output exclude each other")
        }
    }

    func write(_ results: [InjectionRun.Result], in world: World) throws {
        if inPlace {
            for result in results {
                guard result.name != "-" else {
                    throw Failure.usage("--in-place changes files, and - is none")
                }
                let isChanged = result.reports.contains(where: \.isChanged)
                if isChanged { try replace(result.name, result.text, in: world) }
            }
        } else {
            try write(results.count == 1 ? results[0].text : results.flatMap(\.text), in: world)
        }
        world.errors.write(report.text(results.flatMap(\.reports)))
    }

    /// One patch a line, for each object that makes pods; an empty one where nothing changes.
    func writePatches(_ results: [InjectionRun.Result], in world: World) throws {
        if inPlace { throw Failure.usage("--in-place changes manifests, and --patch prints none") }
        let reports = results.flatMap(\.reports)
        let lines = reports.compactMap(\.patch).map { JSONWriter.text($0, style: .compact) + "\n" }
        try write(Array(lines.joined().utf8), in: world)
        world.errors.write(report.text(reports))
    }

    func write(_ text: [UInt8], in world: World) throws {
        guard let output else { return world.output.write(String(decoding: text, as: UTF8.self)) }
        try replace(output, text, in: world)
    }

    /// Beside the file first, so that it is whole at any time.
    private func replace(_ path: String, _ text: [UInt8], in world: World) throws {
        do {
            try world.environment.files.replace(path, with: text)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
    }
}
