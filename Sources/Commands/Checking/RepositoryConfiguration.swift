import Diagnostics
import Kubernetes
import Schema
import YAML

/// The configuration file of a repository, read and checked; all is as without one when there is none.
struct RepositoryConfiguration {
    static let fileName = ".istioctl.yaml"

    /// As it was opened; nil when there is none.
    private(set) var path: String?
    private(set) var filter = FileFilter.everything
    private(set) var failureThreshold: Severity?
    private(set) var outputThreshold: Severity?
    /// The file of known findings, from the working directory.
    private(set) var baseline: String?
    private(set) var suppressions: [Suppression] = []
    /// What to tell about the configuration: entries that have expired.
    private(set) var notes: [Diagnostic] = []
    /// Where to look when no files are named: the configuration's folder, if it says what to include.
    private(set) var defaultFolder: String?

    init() {}

    /// Reads the file that the flag names, or the one of the working directory or the repository's root. An
    /// empty name asks for none.
    init(_ flag: String?, in world: World) throws(Failure) {
        guard let path = try Self.find(flag, in: world) else { return }
        self.path = path
        let text: [UInt8]
        do {
            text = try world.environment.files.read(path, limit: FileOptions.sizeLimit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
        let source = Source(name: path, text: text)
        let documents = YAMLReader.documents(in: source)
        let document = documents.first ?? Document(source: source, index: 0, root: .null)
        var report = Report(document)
        Self.check(document, isOnly: documents.count < 2, &report)
        let problems = document.problems + report.diagnostics
        if problems.hasErrors {
            world.errors.write(world.text(problems, of: [source], .auto, on: world.errors))
            throw .invalidInput
        }
        notes = problems
        take(Object<CheckConfiguration>(document.root), source, now: world.now())
    }

    private mutating func take(
        _ values: Object<CheckConfiguration>, _ source: Source, now: Int64
    ) {
        let folder = Self.folder(of: source.name)
        filter = FileFilter(
            include: Array(values.include), exclude: Array(values.exclude), folder: folder)
        if !values.include.isEmpty { defaultFolder = folder.isEmpty ? "." : folder }
        failureThreshold = values.failureThreshold?.severity
        outputThreshold = values.outputThreshold?.severity
        if !values.baseline.isEmpty {
            baseline = values.baseline.hasPrefix("/") ? values.baseline : folder + values.baseline
        }
        for (entry, mark) in values.each(\.suppressions) {
            let position = source.position(mark)
            if let day = CalendarDay(entry.expires), day.isOver(at: now) {
                let message = "this suppression of \(entry.code) expired after \(entry.expires)"
                notes.append(
                    Diagnostic(
                        Code("expired-suppression"), .warning, message, at: position,
                        hint: "look at its findings, then extend or remove it"))
            } else {
                suppressions.append(Suppression(entry, folder: folder, at: position))
            }
        }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

// MARK: Finding

extension RepositoryConfiguration {
    private static func find(_ flag: String?, in world: World) throws(Failure) -> String? {
        if let flag { return flag.isEmpty ? nil : flag }
        let files = world.environment.files
        if files.exists(fileName) { return fileName }
        var folder = ""
        // No further than the root of the file system.
        for _ in FileFilter.workingDirectory.split(separator: "/") {
            if files.exists(folder + ".git") {
                return files.exists(folder + fileName) ? folder + fileName : nil
            }
            folder += "../"
        }
        return nil
    }
}

// MARK: Checking

extension RepositoryConfiguration {
    private static func check(_ document: Document, isOnly: Bool, _ report: inout Report) {
        if document.problems.hasErrors || document.root.isNull { return }
        if !isOnly {
            report.error(
                .unknownField, "expected one document, found several", at: .value(document.root.mark))
        }
        StrictCheck.check(document.root, as: CheckConfiguration.self, .today, &report)
        if report.hasErrors { return }
        let values = Object<CheckConfiguration>(document.root)
        expect("istioctl/v1", values.node(\.apiVersion), "apiVersion", &report)
        expect("Configuration", values.node(\.kind), "kind", &report)
        for (entry, _) in values.each(\.suppressions) {
            if entry.code != "*", RuleCatalog.rule(named: entry.code) == nil {
                report.error(
                    .unknownValue, "no code or name of a code is \"\(entry.code)\"", at: entry.place(\.code),
                    hint: RuleCatalog.suggestion(for: entry.code).map { "did you mean `\($0)`?" })
            }
            if entry.has(\.expires), CalendarDay(entry.expires) == nil {
                report.error(
                    .unknownValue, "\"\(entry.expires)\" is no day; write it as 2026-12-31",
                    at: entry.place(\.expires))
            }
        }
    }

    private static func expect(_ word: String, _ node: Node?, _ field: String, _ report: inout Report) {
        guard let node, node.string != word else { return }
        report.error(
            .unknownValue, "\(field) must be \(word), found \"\(node.string ?? "")\"", at: .value(node.mark))
    }
}
