import Diagnostics
import Injection
import Installation
import Validation
import YAML

/// What is to be installed, wherever that was said.
struct InstallationRequest {
    var files: [String] = []
    /// IstioOperators that are at hand; the files go over them.
    var documents: [Node] = []
    var sets: [String] = []
    var profile: String?
    var revision: String?
    var manifests: String?
    var force = false
    /// What files and flags say, read and checked.
    struct Read {
        fileprivate let files: [Node]
        fileprivate let flags: [SettingFlag]
        let source: ChartSource
        private let world: World

        fileprivate init(files: [Node], flags: [SettingFlag], source: ChartSource, world: World) {
            self.files = files
            self.flags = flags
            self.source = source
            self.world = world
        }

        /// Profile, files and flags as one. `detected` is what the cluster is known to need.
        func settings(detected: [SettingFlag] = []) throws -> InstallationSettings {
            do throws(InstallationError) {
                return try InstallationSettings(
                    files: files, flags: flags, detected: detected + InstallationRequest.release,
                    profiles: { name throws(InstallationError) in try source.profile(name) })
            } catch {
                throw Failure(error.message, code: .badInput)
            }
        }
    }

    func read(in world: World, _ global: GlobalOptions) throws -> Read {
        do {
            var flags = try flags()
            var files =
                try documents
                + files.flatMap { $0.split(separator: ",") }.map { try document(String($0), world, global) }
            try check(flags, world)
            if let namespace = global.istioNamespace {
                files.append(["metadata": ["namespace": Node(namespace)]])
                flags.append(try SettingFlag("values.global.istioNamespace=\(namespace)"))
            }
            return Read(
                files: files, flags: flags, source: try ChartSource(manifests, in: world), world: world)
        } catch let error as InstallationError {
            throw Failure(error.message, code: .badInput)
        }
    }

    func settings(
        in world: World, _ global: GlobalOptions, detected: [SettingFlag] = []
    ) throws -> InstallationSettings {
        try read(in: world, global).settings(detected: detected)
    }

    /// The revision that was named; nil for the default one.
    var namedRevision: String? {
        let named =
            sets.compactMap { $0.hasPrefix("revision=") ? String($0.dropFirst(9)) : nil }.last ?? revision
        return named == "default" || named?.isEmpty == true ? nil : named
    }

    /// The images of the release that this program is made for.
    fileprivate static var release: [SettingFlag] {
        ["hub=registry.istio.io/release", "tag=\(BuiltIn.version)"].compactMap { try? SettingFlag($0) }
    }

    private func flags() throws(InstallationError) -> [SettingFlag] {
        var texts = sets
        if let profile { texts.append("profile=\(profile)") }
        if let revision, revision != "default" { texts.append("revision=\(revision)") }
        var flags: [SettingFlag] = []
        for text in texts { flags.append(try SettingFlag(text)) }
        return flags
    }

    /// The one IstioOperator of a file.
    private func document(_ path: String, _ world: World, _ global: GlobalOptions) throws -> Node {
        let source = try FileOptions.read(path, in: world)
        let documents = YAMLReader.documents(in: source).filter { !$0.root.isNull || $0.problems.hasErrors }
        guard documents.count < 2 else {
            throw Failure("\(path) contains multiple IstioOperators, and should contain one", code: .badInput)
        }
        guard let document = documents.first else { return .emptyMap }
        if !document.problems.hasErrors, document.root["kind"]?.string != "IstioOperator" {
            let found = document.root["kind"]?.string.map { "the kind \($0.escapingControls)" } ?? "no kind"
            let place = Position(file: path, mark: document.root.keyMark("kind"))
            throw Failure("\(place): expected the kind IstioOperator, found \(found)", code: .badInput)
        }
        let findings = Self.findings(document)
        world.errors.write(world.text(findings, of: [source], global.color, on: world.errors))
        if findings.hasErrors, !force || document.problems.hasErrors { throw Failure.invalidInput }
        return document.root
    }

    private static func findings(_ document: Document) -> [Diagnostic] {
        if document.problems.hasErrors { return document.problems }
        let verdict = Validation.check(document)
        return verdict.problems + verdict.items.flatMap(\.diagnostics)
    }

    /// Holds what flags say against the declarations of settings.
    private func check(_ flags: [SettingFlag], _ world: World) throws {
        var root: Node = [
            "apiVersion": "install.istio.io/v1alpha1", "kind": "IstioOperator", "metadata": ["name": "flags"],
        ]
        var spec = Node.emptyMap
        for flag in flags { try spec.set(flag.value, at: flag.path) }
        root.set("spec", spec)
        // Fields are found by their places, so that what is checked has to be a text.
        let source = Source(name: "--set", YAMLWriter.text(root))
        guard let document = YAMLReader.documents(in: source).first else { return }
        for finding in Validation.check(document).items.flatMap(\.diagnostics) {
            let hint = finding.hint.map { " (\($0))" } ?? ""
            let text = "--set: \(finding.path): \(finding.message)\(hint)"
            if finding.severity == .error, !force { throw Failure(text, code: .badInput) }
            world.warn(text)
        }
    }
}
