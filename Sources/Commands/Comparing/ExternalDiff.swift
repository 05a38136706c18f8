import Diagnostics
import Kubernetes

/// Another program that compares two folders, as `$KUBECTL_EXTERNAL_DIFF` names it.
struct ExternalDiff {
    private let words: [String]

    /// A program and its arguments, separated by spaces. No shell reads them.
    init(_ command: String) { words = command.split(separator: " ").map(String.init) }

    /// Whether the program found a difference.
    func run(_ pairs: [ComparedObject], in world: World) async throws -> Bool {
        guard let program = words.first else { throw Failure("KUBECTL_EXTERNAL_DIFF names no program") }
        let folder = try TemporaryFolder("istioctl-diff", in: world)
        defer { folder.remove() }
        let (live, merged) = (try folder.folder("LIVE"), try folder.folder("MERGED"))
        for pair in pairs {
            if !pair.before.isEmpty { try folder.write(pair.before, to: live + "/" + Self.file(pair)) }
            try folder.write(pair.after, to: merged + "/" + Self.file(pair))
        }
        var command = ProcessCommand(
            program, Array(words.dropFirst()) + [live, merged], environment: world.environment.variables)
        command.passesErrors = true
        let outcome: ProcessOutcome
        do {
            outcome = try await world.environment.processes.run(command)
        } catch ProcessError.notFound {
            throw Failure("KUBECTL_EXTERNAL_DIFF: there is no program \(program)")
        }
        world.output.write(String(decoding: outcome.output, as: UTF8.self))
        switch outcome.exitStatus {
        case 0: return false
        case 1: return true
        default:
            let end = outcome.exitStatus.map { "exit status \($0)" } ?? "a signal"
            throw Failure("\(program) ended with \(end)")
        }
    }

    /// `networking.istio.io.v1.VirtualService.default.reviews`, as kubectl names such files.
    private static func file(_ pair: ComparedObject) -> String {
        let (type, reference) = (pair.intent.type, pair.intent.reference)
        let parts = [type.group, type.version, type.kind, reference.namespace ?? "", reference.name]
        let name = parts.filter { !$0.isEmpty }.joined(separator: ".")
        return String(
            name.prefix(200).map {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "_"
            })
    }
}
