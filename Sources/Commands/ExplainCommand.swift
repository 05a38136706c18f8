import ArgumentParser
import Diagnostics
import Schema

/// Describes a kind or one of its fields, from the declarations and without a cluster.
struct ExplainCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Describe a kind of Istio, or one of its fields.",
        discussion: """
            Types, allowed values, defaults, what excludes what, and since when a field is there: for every \
            kind of Istio 1.30 and 0.7.1. No cluster is asked.

            Examples:
              istioctl explain virtualservice
              istioctl explain vs.spec.http.retries
              istioctl explain destinationrule.spec.trafficPolicy --recursive
              istioctl explain gateway --generation=classic
            """)

    @Argument(help: ArgumentHelp("A type, with the way to a field: TYPE.spec.FIELD …", valueName: "type"))
    var words: [String] = []

    @Flag(name: .shortAndLong, help: "The tree of all fields below, with types only.")
    var recursive = false
    @Option(help: "The version to describe, such as networking.istio.io/v1beta1.")
    var apiVersion: String?
    @Option(help: "Where both have the kind: today for 1.30's, classic for 0.7.1's.")
    var generation: Generation?
    @OptionGroup var global: GlobalOptions

    func run(in world: World) async throws {
        guard words.count == 1, let word = words.first else {
            throw Failure.usage("say which type to explain, such as virtualservice or vs.spec.http")
        }
        let subject = try ExplainedType(word, apiVersion: apiVersion, generation: generation)
        do {
            world.output.write(
                try Explain.text(
                    subject.kind, subject.declaration, path: subject.path, version: subject.version,
                    recursive: recursive))
        } catch {
            let hint = error.hint.map { "; \($0)" } ?? ""
            throw Failure.usage("\(error)\(hint)")
        }
        if let note = subject.note { world.note("note: \(note)") }
    }
}

extension Generation: ExpressibleByArgument {}
