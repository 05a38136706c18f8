import ArgumentParser
import Diagnostics

/// A shell's question what may stand at the cursor, in cobra's protocol: `__complete WORD… PARTIAL`.
///
/// The answer is a line for each candidate (with `__complete` a tab and a description behind it) and a last
/// line with the directive. Whatever goes wrong, the answer is silent.
struct CompletionRequest {
    /// The bits of the last line, as cobra numbers them.
    struct Directive: OptionSet {
        let rawValue: Int
        static let noSpace = Directive(rawValue: 2)
        static let noFiles = Directive(rawValue: 4)
    }

    struct Candidate: Equatable {
        var text: String
        var help = ""
    }

    struct Answer {
        var candidates: [Candidate] = []
        var directive = Directive.noFiles

        static let files = Answer(directive: [])
    }

    /// The words before the one at the cursor.
    let given: [String]
    /// The beginning of the word at the cursor.
    let partial: String

    /// The printed answer, or nil when the arguments are no such question.
    static func answer(_ arguments: [String], in world: World) async throws -> String? {
        guard let verb = arguments.first, verb == "__complete" || verb == "__completeNoDesc" else {
            return nil
        }
        let words = Array(arguments.dropFirst())
        let request = CompletionRequest(given: Array(words.dropLast()), partial: words.last ?? "")
        let answer = await request.answer(in: world)
        var text = ""
        for candidate in answer.candidates {
            let help = verb == "__complete" && !candidate.help.isEmpty ? "\t\(candidate.help)" : ""
            text += "\(candidate.text)\(help)".escapingControlsButTab + "\n"
        }
        return text + ":\(answer.directive.rawValue)\n"
    }

    private func answer(in world: World) async -> Answer {
        guard let (path, rest) = try? CommandPath.resolve(given) else { return Answer() }
        let flags = FlagTable(of: path)
        let sorted = SortedWords(rest, flags)
        if let flag = sorted.openFlag { return await value(of: flag, partial, sorted, in: world) }
        if !sorted.flagsHaveEnded, partial.hasPrefix("-") {
            guard let (flag, start) = flags.valued(in: partial), let start else {
                return Answer(candidates: names(of: flags))
            }
            var answer = await value(of: flag, start, sorted, in: world)
            // Shells keep what stands before an equals sign; a value right behind its letter is one word
            // with it.
            if !partial.contains("=") {
                let letters = String(partial.dropLast(start.count))
                answer.candidates = answer.candidates.map { .init(text: letters + $0.text, help: $0.help) }
            }
            return answer
        }
        if let children = path.children {
            return Answer(candidates: children.filter { $0.text.hasPrefix(partial) })
        }
        let source =
            (path.type as? any ArgumentCompleting.Type)?.completion(after: sorted.positionals) ?? .nothing
        return await candidates(from: source, partial, sorted, in: world)
    }

    private func names(of flags: FlagTable) -> [Candidate] {
        flags.flags.filter { !$0.isHidden }.map { Candidate(text: "--\($0.name)", help: $0.help) }
            .filter { $0.text.hasPrefix(partial) }
    }

    private func value(
        of flag: FlagTable.Flag, _ partial: String, _ words: SortedWords, in world: World
    ) async -> Answer {
        if !flag.values.isEmpty {
            return await candidates(from: .words(flag.values), partial, words, in: world)
        }
        let source: CompletionSource =
            switch flag.name {
            case "namespace", "istioNamespace": .namespaces
            case "context": .contexts
            case "cluster": .clusters
            case "user": .users
            case "explain": .codes(suffix: "")
            case "suppress": .codes(suffix: "=")
            case "analyzer": .analyzers
            default: flag.completesFiles ? .files : .nothing
            }
        return await candidates(from: source, partial, words, in: world)
    }

    private func candidates(
        from source: CompletionSource, _ partial: String, _ words: SortedWords, in world: World
    ) async -> Answer {
        if case .files = source { return .files }
        let all = await source.candidates({ words.globals }, for: partial, in: world)
        var answer = Answer(candidates: all.filter { $0.text.hasPrefix(partial) })
        // More may follow behind a dot.
        if case .fieldPaths = source { answer.directive.insert(.noSpace) }
        return answer
    }
}

extension String {
    /// One line; the tab before the description stays.
    fileprivate var escapingControlsButTab: String {
        split(separator: "\t", omittingEmptySubsequences: false).map(\.escapingControls).joined(
            separator: "\t")
    }
}
