import Chart
import Template

/// Shows a rendered chart as `helm template` does.
struct ChartPrinter {
    /// What of a chart is shown, and where.
    struct Choices {
        let definitions: Bool
        let hooks: Bool
        let tests: Bool
        /// Patterns of templates; all where there is none.
        let only: [String]
        /// Where files are written, instead of standard output.
        let folder: String?
        /// Whether they lie in a folder of the release's name there.
        let usesReleaseName: Bool
    }

    let chart: RenderedChart
    let choices: Choices
    let release: HelmRelease

    func print(in world: World) throws {
        if choices.folder != nil { return try write(in: world) }
        let text = manifests + hooks
        if choices.only.isEmpty { return world.output.write(Self.string(text)) }
        world.output.write(Self.string(try selected(of: text)))
    }

    /// What `helm install --dry-run=client` prints.
    func report(in world: World) {
        var text = """
            NAME: \(release.name)
            LAST DEPLOYED: \(Self.time(world.now()))
            NAMESPACE: \(release.namespace)
            STATUS: pending-install
            REVISION: \(release.revision)
            DESCRIPTION: Dry run complete
            TEST SUITE: None
            HOOKS:

            """
        text += Self.string(hooks)
        text += "MANIFEST:\n\(Self.string(untrimmed))\n"
        if let notes = chart.instructions, !notes.isEmpty {
            text += "NOTES:\n\(Self.string(Array(Blanks.trimmed(notes[...]))))\n"
        }
        world.output.write(text)
    }

    private static func time(_ seconds: Int64) -> String {
        let arguments: [Value] = ["Mon Jan _2 15:04:05 2006", .int(seconds, .bits64), "UTC"]
        let text = try? TemplateDialect.helm.render(
            "time", "{{ dateInZone (index . 0) (index . 1) (index . 2) }}", .items(arguments))
        return string(text ?? [])
    }

    private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func entry(_ path: String, _ text: [UInt8]) -> [UInt8] {
        Array("---\n# Source: \(path)\n".utf8) + text + [0x0A]
    }

    /// All that is no hook, in order.
    private var plainEntries: [(path: String, text: [UInt8])] {
        (choices.definitions ? chart.definitions.map { ($0.path, $0.bytes) } : [])
            + chart.manifests.map { ($0.path, $0.text) }
    }

    private var hookEntries: [(path: String, text: [UInt8])] {
        guard choices.hooks else { return [] }
        return chart.hooks.filter { choices.tests || !$0.isTest }.map { ($0.path, $0.text) }
    }

    private var untrimmed: [UInt8] { plainEntries.reduce(into: []) { $0 += Self.entry($1.path, $1.text) } }

    private var manifests: [UInt8] { Array(Blanks.trimmed(untrimmed[...])) + [0x0A] }

    private var hooks: [UInt8] { hookEntries.reduce(into: []) { $0 += Self.entry($1.path, $1.text) } }

    /// The documents of the templates that were asked for, in the order in which they were.
    private func selected(of text: [UInt8]) throws -> [UInt8] {
        let documents = ManifestStream.documents(text)
        var selected: [UInt8] = []
        for wanted in choices.only {
            let pattern = PathPattern(wanted)
            let found = documents.filter { document in
                Self.source(of: document).map { pattern?.matches($0) ?? false } ?? false
            }
            if found.isEmpty { throw Failure("could not find template \(wanted) in chart") }
            for document in found { selected += Array("---\n".utf8) + document + [0x0A] }
        }
        return selected
    }

    /// The template's path within its chart, from the comment that names it.
    private static func source(of document: [UInt8]) -> String? {
        let mark = Array("# Source: ".utf8)
        guard document.starts(with: mark) else { return nil }
        let path = document.dropFirst(mark.count).prefix { $0 != 0x0A }
        guard let slash = path.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return String(decoding: path[(slash + 1)...], as: UTF8.self)
    }

    /// A file for each template. Each is whole or not there.
    private func write(in world: World) throws {
        let folder = (choices.folder ?? ".") + (choices.usesReleaseName ? "/\(release.name)" : "")
        var paths: [String] = []
        var files: [String: [UInt8]] = [:]
        for (path, text) in plainEntries + hookEntries {
            if files[path] == nil { paths.append(path) }
            files[path, default: []] += Self.entry(path, text)
        }
        for path in paths {
            do {
                try world.environment.files.publish("\(folder)/\(path)", files[path] ?? [])
            } catch {
                throw Failure("\(folder)/\(path): \(error.reason)")
            }
            world.print("wrote \(folder)/\(path)")
        }
    }
}
