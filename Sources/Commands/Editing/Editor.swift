import Kubernetes

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program in which the user edits texts.
struct Editor: Sendable {
    private let words: [String]

    init(in world: World) throws {
        let command = world.variable("KUBE_EDITOR") ?? world.variable("EDITOR") ?? "vi"
        words = try Self.split(command)
        guard !words.isEmpty else { throw Failure.usage("$KUBE_EDITOR and $EDITOR name no program") }
    }

    /// Opens a file and waits for the end.
    func edit(_ path: String, in world: World) async throws {
        var command = ProcessCommand(
            words[0], Array(words.dropFirst()) + [path], environment: world.environment.variables)
        command.ownsTerminal = true
        let outcome: ProcessOutcome
        do {
            outcome = try await Interrupts.leftToChildren {
                try await world.environment.processes.run(command)
            }
        } catch ProcessError.notFound {
            throw Failure("there is no editor \(words[0]): set $KUBE_EDITOR or $EDITOR")
        } catch let error as ProcessError {
            throw Failure("the editor \(words[0]) could not be run: \(error)")
        }
        guard outcome.exitStatus == 0 else {
            let end = outcome.exitStatus.map { "exit status \($0)" } ?? "a signal"
            throw Failure("the editor \(words[0]) ended with \(end)")
        }
    }

    /// Words separated by spaces; quotes of either kind hold words together. No shell reads them.
    static func split(_ command: String) throws -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in command {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " || character == "\t" {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { throw Failure.usage("a quote is not closed in the editor \(command)") }
        if let word { words.append(word) }
        return words
    }
}

/// Ctrl-C while a child has the terminal: it is the child's to decide what it means.
private enum Interrupts {
    static func leftToChildren<Result: Sendable>(_ work: () async throws -> Result) async throws -> Result {
        // A handler, and not SIG_IGN, which the child would inherit.
        let before = (signal(SIGINT) { _ in }, signal(SIGQUIT) { _ in })
        defer {
            signal(SIGINT, before.0)
            signal(SIGQUIT, before.1)
        }
        return try await work()
    }
}
