import ArgumentParser
import YAML

/// `istioctl manifest diff`.
struct ManifestDiff: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two manifests object by object.",
        discussion: """
            Objects are matched by kind, namespace and name, so that their order does not count; nor does \
            that of keys. --select and --ignore take patterns KIND:NAMESPACE:NAME in which * stands for \
            anything.

            The exit status is 0 without a difference, 1 with one, and above 1 if it cannot be told.

            Examples:
              istioctl manifest diff before.yaml after.yaml
              istioctl manifest diff old/ new/ --select Deployment:istio-system:* --ignore *:*:istiod
            """)

    @Argument(help: "A file or a folder.", completion: .file()) var first: String
    @Argument(help: "The file or folder that it is compared with.", completion: .file()) var second: String
    @Option(help: "Only objects that one of these patterns meets.") var select: [String] = []
    @Option(help: "No objects that one of these patterns meets.") var ignore: [String] = []
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        let (old, new) = (try objects(first, world), try objects(second, world))
        let usesColor = world.usesColor(global.color, on: world.output)
        var differs = false
        for name in Set(old.keys).union(new.keys).sorted() where isChosen(name) {
            let (before, after) = (old[name] ?? "", new[name] ?? "")
            guard before != after else { continue }
            differs = true
            world.output.write(
                UnifiedDiff(from: before, to: after).text(
                    old: "\(first)/\(name)", new: "\(second)/\(name)", usesColor: usesColor))
        }
        if differs { throw Failure(reported: .failed) }
    }

    /// The objects of an input in one form of writing, by kind, namespace and name.
    private func objects(_ path: String, _ world: World) throws -> [String: String] {
        var objects: [String: String] = [:]
        var options = FileOptions()
        options.files = [path]
        options.recursive = true
        let sources: [Source]
        do {
            sources = try options.sources(in: world)
        } catch let failure as Failure {
            throw Failure(failure.message ?? path, code: .trouble)
        }
        for source in sources {
            for document in YAMLReader.documents(in: source) {
                if document.problems.hasErrors {
                    world.errors.write(
                        world.text(document.problems, of: [source], global.color, on: world.errors))
                    throw Failure(reported: .trouble)
                }
                let root = document.root
                guard let kind = root["kind"]?.string else { continue }
                let namespace = root[["metadata", "namespace"]]?.string ?? ""
                objects["\(kind):\(namespace):\(root[["metadata", "name"]]?.string ?? "")"] = YAMLWriter.text(
                    root)
            }
        }
        return objects
    }

    private func isChosen(_ name: String) -> Bool {
        func isMet(_ patterns: [String]) -> Bool {
            patterns.flatMap { $0.split(separator: ",") }.contains { Self.matches(name, String($0)) }
        }
        return (select.isEmpty || isMet(select)) && !isMet(ignore)
    }

    /// Part by part; a pattern without a part means any.
    private static func matches(_ name: String, _ pattern: String) -> Bool {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        let wanted = pattern.split(separator: ":", omittingEmptySubsequences: false)
        return zip(parts, wanted).allSatisfy { part, wanted in
            wanted.isEmpty || Wildcard(String(wanted)).matches(String(part))
        }
    }
}
