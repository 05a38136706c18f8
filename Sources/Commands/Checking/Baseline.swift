import Diagnostics
import Kubernetes
import Schema
import YAML

/// Findings that were there when a repository adopted `analyze`: new ones only are told.
///
/// Known by fingerprints, which do not change when lines move; a fingerprint counts as often as it occurs.
struct Baseline {
    static let fileName = ".istioctl-baseline.yaml"

    struct Entry {
        let fingerprint: String
        var count: Int
        let code: String
        let object: String?
        let file: String?
        let message: String
    }

    let path: String
    private(set) var entries: [Entry] = []

    init(path: String, of findings: [Diagnostic]) {
        self.path = path
        var index: [String: Int] = [:]
        for finding in findings {
            if let known = index[finding.fingerprint] {
                entries[known].count += 1
                continue
            }
            index[finding.fingerprint] = entries.count
            entries.append(
                Entry(
                    fingerprint: finding.fingerprint, count: 1, code: finding.code.name,
                    object: finding.subject?.description, file: finding.position?.file,
                    message: finding.message))
        }
    }

    /// Splits findings into new ones and known ones, and finds the entries that nothing answers to any more
    /// in the given files.
    func sort(_ findings: [Diagnostic], files: Set<String>) -> (
        new: [Diagnostic], known: [Diagnostic], stale: [Entry]
    ) {
        var left = Dictionary(
            entries.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: { first, _ in first })
        var new: [Diagnostic] = []
        var known: [Diagnostic] = []
        for finding in findings {
            if let count = left[finding.fingerprint], count > 0 {
                left[finding.fingerprint] = count - 1
                known.append(finding)
            } else {
                new.append(finding)
            }
        }
        let stale = entries.filter { entry in
            left[entry.fingerprint] ?? 0 > 0 && entry.file.map { files.contains($0) } ?? true
        }
        return (new, known, stale)
    }
}

// MARK: The file

extension Baseline {
    /// The shape of the file, so that it is checked as everything else is.
    struct Form: Message {
        static let schema = Schema(Self(), "Findings that are known.", name: "Baseline")
        let apiVersion = Field<String>("istioctl/v1.", .required)
        let kind = Field<String>("Baseline.", .required)
        let findings = Field<[FormEntry]>("What is known.")
    }

    struct FormEntry: Message {
        static let schema = Schema(Self(), "Equal findings that are known.", name: "KnownFinding")
        let fingerprint = Field<String>("What stays the same when lines move.", .required)
        let count = Field<Int64>("How many of them; one unless given.", .range(1...1_000_000))
        let code = Field<String>("For readers.")
        let object = Field<String>("For readers.")
        let file = Field<String>("Where they were.")
        let message = Field<String>("For readers.")
    }

    init(reading path: String, in world: World) throws(Failure) {
        self.path = path
        let text: [UInt8]
        do {
            text = try world.environment.files.read(path, limit: FileOptions.sizeLimit)
        } catch {
            throw Failure("open \(path): \(error.reason); --write-baseline writes it")
        }
        let source = Source(name: path, text: text)
        guard let document = YAMLReader.documents(in: source).first else { return }
        var report = Report(document)
        if !document.problems.hasErrors {
            StrictCheck.check(document.root, as: Form.self, .today, &report)
        }
        let problems = document.problems + report.diagnostics
        if problems.hasErrors {
            world.errors.write(world.text(problems, of: [source], .auto, on: world.errors))
            throw .invalidInput
        }
        entries = Object<Form>(document.root).findings.map { entry in
            Entry(
                fingerprint: entry.fingerprint, count: entry.has(\.count) ? entry.count : 1, code: entry.code,
                object: entry.has(\.object) ? entry.object : nil,
                file: entry.has(\.file) ? entry.file : nil, message: entry.message)
        }
    }

    /// Sorted, so that two people who write it get the same.
    func write(in world: World) throws(Failure) {
        let sorted = entries.sorted { a, b in
            (a.file ?? "", a.code, a.object ?? "", a.fingerprint)
                < (b.file ?? "", b.code, b.object ?? "", b.fingerprint)
        }
        let items = sorted.map { entry -> Node in
            var node: Node = ["code": Node(entry.code)]
            node.set("object", entry.object.map { Node($0) })
            node.set("file", entry.file.map { Node($0) })
            node.set("message", Node(entry.message))
            node.set("fingerprint", Node(entry.fingerprint))
            if entry.count > 1 { node.set("count", Node(entry.count)) }
            return node
        }
        let document: Node = ["apiVersion": "istioctl/v1", "kind": "Baseline", "findings": Node(items)]
        do {
            let text = YAMLWriter.text(document, sortsKeys: false)
            try world.environment.files.publish(path, Array(text.utf8))
        } catch {
            throw Failure("write \(path): \(error.reason)")
        }
    }
}
