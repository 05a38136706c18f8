import Schema
import YAML

/// Why a request was refused, as a Kubernetes `Status` says it.
struct APIFailure: Error {
    struct Cause {
        var reason: String
        var message: String
        var field: String

        var node: Node { ["reason": Node(reason), "message": Node(message), "field": Node(field)] }
    }

    var code: Int
    var reason: String
    var message: String
    var details: [Node.Entry] = []
    var retryAfter: Int?
    /// Where a list can be gone on with all the same.
    var continueToken: String?

    init(_ code: Int, _ reason: String, _ message: String) {
        self.code = code
        self.reason = reason
        self.message = message
    }

    var node: Node {
        var node: Node = [
            "kind": "Status", "apiVersion": "v1",
            "metadata": continueToken.map { ["continue": Node($0)] } ?? .emptyMap, "status": "Failure",
            "message": Node(message), "reason": Node(reason),
        ]
        if !details.isEmpty { node.set("details", Node(details)) }
        node.set("code", Node(code))
        return node
    }

    func about(_ name: String, _ kind: Kind, as word: String? = nil, causes: [Cause] = []) -> APIFailure {
        var failure = self
        if !name.isEmpty { failure.details.append(.init("name", Node(name))) }
        if !kind.group.isEmpty { failure.details.append(.init("group", Node(kind.group))) }
        failure.details.append(.init("kind", Node(word ?? kind.plural)))
        if !causes.isEmpty { failure.details.append(.init("causes", Node(causes.map(\.node)))) }
        return failure
    }
}

// MARK: About an object

extension APIFailure {
    static func notFound(_ kind: Kind, _ name: String) -> APIFailure {
        APIFailure(404, "NotFound", "\(kind.qualifiedPlural) \"\(name)\" not found").about(name, kind)
    }

    static func alreadyExists(_ kind: Kind, _ name: String) -> APIFailure {
        APIFailure(409, "AlreadyExists", "\(kind.qualifiedPlural) \"\(name)\" already exists").about(
            name, kind)
    }

    static func conflict(_ kind: Kind, _ name: String, _ why: String = changed) -> APIFailure {
        let message = "Operation cannot be fulfilled on \(kind.qualifiedPlural) \"\(name)\": \(why)"
        return APIFailure(409, "Conflict", message).about(name, kind)
    }

    static func terminating(_ kind: Kind, _ name: String, _ namespace: String) -> APIFailure {
        APIFailure(
            403, "Forbidden",
            "\(kind.qualifiedPlural) \"\(name)\" is forbidden: unable to create new content in namespace "
                + "\(namespace) because it is being terminated"
        ).about(
            name, kind,
            causes: [
                .init(
                    reason: "NamespaceTerminating", message: "namespace \(namespace) is being terminated",
                    field: "metadata.namespace")
            ])
    }

    static func invalid(_ kind: Kind, _ name: String, _ causes: [Cause]) -> APIFailure {
        let texts = causes.map { "\($0.field): \($0.message)" }
        let list = texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ", ") + "]"
        let type = kind.group.isEmpty ? kind.name : "\(kind.name).\(kind.group)"
        return APIFailure(422, "Invalid", "\(type) \"\(name)\" is invalid: \(list)")
            .about(name, kind, as: kind.name, causes: causes)
    }

    /// As the API server passes on what Istio's webhook said.
    static func denied(_ kind: Kind, _ name: String, _ causes: [Cause]) -> APIFailure {
        let texts = causes.map(\.message)
        let list =
            texts.count == 1
            ? texts[0]
            : "\(texts.count) errors occurred:\n" + texts.map { "\t* \($0)\n" }.joined() + "\n"
        let message =
            "admission webhook \"validation.istio.io\" denied the request: configuration is invalid: \(list)"
        return APIFailure(400, "BadRequest", message).about(name, kind, as: kind.name, causes: causes)
    }

    private static let changed =
        "the object has been modified; please apply your changes to the latest version and try again"
}

// MARK: About a request

extension APIFailure {
    static let unknownPath = APIFailure(404, "NotFound", "the server could not find the requested resource")
    static let unauthorized = APIFailure(401, "Unauthorized", "Unauthorized")
    static let method = APIFailure(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
    static let tooLarge = APIFailure(
        413, "RequestEntityTooLarge",
        "the request's body is longer than \(APILimits.standard.bodyBytes) bytes, or came too slowly")
    /// The way on that it names shows what there is then, from where the old list stopped.
    static func expired(_ start: ContinueToken) -> APIFailure {
        var failure = APIFailure(
            410, "Expired",
            "the provided continue token is too old: the state of its list is no longer kept; begin the list"
                + " again, or go on with the token of this answer, whose rest shows a later state")
        var next = start
        next.revision = nil
        failure.continueToken = next.text
        return failure
    }

    /// An option of a list or a watch that goes with no other, or has a value that means nothing.
    static func options(_ field: String, _ reason: String, _ message: String) -> APIFailure {
        var failure = APIFailure(
            422, "Invalid", "ListOptions.meta.k8s.io \"\" is invalid: \(field): \(message)")
        let cause = Cause(reason: reason, message: message, field: field)
        failure.details = [
            .init("group", "meta.k8s.io"), .init("kind", "ListOptions"), .init("causes", Node([cause.node])),
        ]
        return failure
    }

    static func badRequest(_ message: String) -> APIFailure { APIFailure(400, "BadRequest", message) }
    static func forbidden(_ message: String) -> APIFailure { APIFailure(403, "Forbidden", message) }

    static func mediaType(_ type: String, accepted: String, hint: String? = nil) -> APIFailure {
        let message =
            "the body of the request was in an unknown format \"\(type)\" - accepted media types include: \(accepted)"
        return APIFailure(415, "UnsupportedMediaType", message + (hint.map { "; \($0)" } ?? ""))
    }

    static func tooOld(_ version: Int64, oldest: Int64) -> APIFailure {
        APIFailure(410, "Expired", "too old resource version: \(version) (\(oldest))")
    }

    static func internalError(_ error: any Error) -> APIFailure {
        var failure = APIFailure(500, "InternalError", "Internal error occurred: \(error)")
        if error as? StoreError == .closed {
            failure = APIFailure(503, "ServiceUnavailable", "the sandbox is shutting down")
            failure.retryAfter = 1
        } else if let error = error as? SQLiteError {
            failure.explain(error)
        }
        return failure
    }

    /// What to do about it, where that is known. Nothing of the request was written.
    private mutating func explain(_ error: SQLiteError) {
        if error.isOutOfSpace {
            self = APIFailure(
                507, "InsufficientStorage",
                "the sandbox's disk is full: nothing was written; make room there and try again (\(error))")
        } else if error.isReadOnly {
            message = "the sandbox cannot write to its directory: nothing was written (\(error))"
        } else if error.isCorrupt {
            message = "the sandbox's database is damaged: \(error); `istioctl sandbox reset` begins anew"
        }
    }
}

extension Kind {
    /// `routerules.config.istio.io`; the plural alone for the core API.
    var qualifiedPlural: String { group.isEmpty ? plural : "\(plural).\(group)" }
}
