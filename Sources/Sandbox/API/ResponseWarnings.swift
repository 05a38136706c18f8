import Diagnostics
import Synchronization

/// What a request's sender should be told although the request succeeds. Clients such as kubectl print it.
///
/// Found out deep below (unknown fields, answers of webhooks), told in the head of the response; so the list
/// belongs to the task that answers.
final class ResponseWarnings: Sendable {
    @TaskLocal static var current: ResponseWarnings?

    private let texts = Mutex<[String]>([])

    /// Bytes of all texts together; what comes later is left out. Clients refuse longer heads.
    private static let limit = 4_096

    static func add(_ text: String) {
        current?.texts.withLock { texts in
            guard !texts.contains(text) else { return }
            let used = texts.reduce(text.utf8.count) { $0 + $1.utf8.count }
            if used <= limit { texts.append(text) }
        }
    }

    /// `Warning` headers with code 299, as RFC 7234 (5.5) spells them and Kubernetes sends them.
    var headers: [(String, String)] {
        texts.withLock { $0 }.map { text in
            var quoted = ""
            for character in text.escapingControls {
                if character == "\"" || character == "\\" { quoted.append("\\") }
                quoted.append(character)
            }
            return ("Warning", "299 - \"\(quoted)\"")
        }
    }
}
