import Template

/// One document of a chart's output.
package struct Manifest: Sendable {
    /// The template that it comes from, from the chart's name on.
    package let path: String
    package let kind: String
    /// As the template wrote it, from its first character that is no blank.
    package let text: [UInt8]
    /// What it takes part in as a hook; nil for what is simply installed.
    package let hook: Hook?

    /// A document that Helm applies at moments of its own.
    package struct Hook: Sendable {
        package let events: [String]
        /// Hooks of lower weight come first.
        package let weight: Int
    }

    /// Whether `helm test` runs it.
    package var isTest: Bool { hook?.events.contains("test") ?? false }
}

extension Manifest {
    private static let events: Set = [
        "pre-install", "post-install", "pre-delete", "post-delete", "pre-upgrade", "post-upgrade",
        "pre-rollback", "post-rollback", "test",
    ]

    /// The document with what its head says; nil, with a note, for hooks of events that Helm does not have.
    init?(_ text: [UInt8], path: String, notes: inout [String]) throws(ChartError) {
        let head: ManifestHead
        do throws(FunctionError) {
            head = try ManifestHead(HelmYAML.map(Text(bytes: text)))
        } catch {
            throw ChartError("YAML parse error on \(path): \(error.message)")
        }
        self.path = path
        self.text = text
        kind = head.kind
        guard let words = head.annotations["helm.sh/hook"] else {
            hook = nil
            return
        }
        let events = words.split(separator: ",", omittingEmptySubsequences: false).map { word in
            let event = String(word).trimmed.lowercased()
            return event == "test-success" ? "test" : event
        }
        guard events.allSatisfy(Self.events.contains) else {
            notes.append("\(path): skipping unknown hooks \(words)")
            return nil
        }
        hook = Hook(events: events, weight: Int(head.annotations["helm.sh/hook-weight"] ?? "") ?? 0)
    }
}

/// The documents of one template's output.
struct ManifestFile: Sendable {
    private(set) var manifests: [Manifest] = []
    private(set) var notes: [String] = []
    /// Why the document after these is none.
    private(set) var error: ChartError?

    init(_ path: String, _ text: [UInt8]) {
        for document in ManifestStream.documents(text) {
            do throws(ChartError) {
                if let manifest = try Manifest(document, path: path, notes: &notes) {
                    manifests.append(manifest)
                }
            } catch {
                self.error = error
                return
            }
        }
    }
}

/// What Helm looks at in a document.
struct ManifestHead {
    private(set) var kind = ""
    private(set) var annotations: [String: String] = [:]

    init(_ map: MapValue) throws(FunctionError) {
        _ = try Self.text(map["apiVersion"], "apiVersion")
        kind = try Self.text(map["kind"], "kind")
        guard let metadata = try Self.table(map["metadata"], "metadata") else { return }
        _ = try Self.text(metadata["name"], "metadata.name")
        guard let annotations = try Self.table(metadata["annotations"], "metadata.annotations") else {
            return
        }
        for entry in annotations.entries {
            self.annotations[entry.key.string] = try Self.text(
                entry.value, "metadata.annotations.\(entry.key)")
        }
    }

    private static func table(_ value: Value?, _ path: String) throws(FunctionError) -> MapValue? {
        switch value {
        case nil, .null?: nil
        case .map(let map)?: map
        case let other?: throw misfit(other, path, "a map")
        }
    }

    /// A text; numbers and Booleans count as such.
    private static func text(_ value: Value?, _ path: String) throws(FunctionError) -> String {
        switch value {
        case nil, .null?: ""
        case .map(let map)?: throw misfit(.map(map), path, "a text")
        case .list(let list)?: throw misfit(.list(list), path, "a text")
        case let value?: Printer.text(of: value).string
        }
    }

    private static func misfit(_ value: Value, _ path: String, _ wanted: String) -> FunctionError {
        FunctionError("\(path) is of kind \(value.kind), and should be \(wanted)")
    }
}
