import YAML

/// The local command that stands for a container of a pod.
///
/// Annotations say it: `sandbox.istioctl/command` for the pod, `sandbox.istioctl/command.NAME` for the
/// container NAME. The value is a JSON list of words, or words with the quotes and backslashes of a shell;
/// there is no shell.
struct PodCommand: Equatable, Sendable {
    static let annotation = "sandbox.istioctl/command"

    let container: String
    let words: [String]

    /// What is wrong with an annotation.
    struct Problem: Error, Equatable {
        let annotation: String
        let text: String
    }

    /// The commands of a pod, of each container at most one; empty for a pod that the sandbox cannot run.
    /// Programs that stand for known images may ask the cluster as `kubeconfig` says.
    static func all(of pod: Node, kubeconfig: String = "") throws(Problem) -> [PodCommand] {
        let names = (pod[["spec", "containers"]]?.list ?? []).compactMap { $0["name"]?.string }
        let main = pod.annotation("kubectl.kubernetes.io/default-container") ?? names.first
        var commands: [PodCommand] = []
        for entry in pod[["metadata", "annotations"]]?.map ?? [] {
            let container: String
            if entry.key == annotation, let main {
                guard pod.annotation("\(annotation).\(main)") == nil else { continue }
                container = main
            } else if entry.key.hasPrefix(annotation + ".") {
                container = String(entry.key.dropFirst(annotation.count + 1))
            } else {
                continue
            }
            guard names.contains(container) else {
                throw Problem(
                    annotation: entry.key,
                    text: "the pod has no container \"\(container)\", only \(names.joined(separator: ", "))")
            }
            let words = try words(of: entry.value.string ?? "", in: entry.key)
            commands.append(PodCommand(container: container, words: words))
        }
        if commands.isEmpty, let main,
            let known = KnownImages.command(of: pod, main: main, kubeconfig: kubeconfig)
        {
            commands.append(known)
        }
        return commands
    }

    private static func words(of text: String, in annotation: String) throws(Problem) -> [String] {
        let words: [String]
        if text.first == "[" {
            guard let list = (try? JSONReader.node(Array(text.utf8)))?.list,
                list.allSatisfy({ $0.string != nil })
            else { throw Problem(annotation: annotation, text: "it is no JSON list of strings") }
            words = list.compactMap(\.string)
        } else {
            guard let split = split(text) else {
                throw Problem(annotation: annotation, text: "a quote or backslash is not closed")
            }
            words = split
        }
        guard let program = words.first, !program.isEmpty else {
            throw Problem(annotation: annotation, text: "it names no command")
        }
        guard !words.contains(where: { $0.utf8.contains(0) }) else {
            throw Problem(annotation: annotation, text: "it has a zero byte")
        }
        return words
    }

    /// Words as a POSIX shell separates them; nil when a quote is left open.
    static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for letter in text {
            if isEscaped {
                // Within double quotes a backslash is itself before anything but these.
                if quote == "\"", !"\"\\$`".contains(letter) { word?.append("\\") }
                word = (word ?? "") + String(letter)
                isEscaped = false
            } else if letter == "\\", quote != "'" {
                isEscaped = true
                word = word ?? ""
            } else if let open = quote {
                if letter == open { quote = nil } else { word?.append(letter) }
            } else if letter == "'" || letter == "\"" {
                quote = letter
                word = word ?? ""
            } else if letter.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(letter)
            }
        }
        guard quote == nil, !isEscaped else { return nil }
        if let word { words.append(word) }
        return words
    }
}
