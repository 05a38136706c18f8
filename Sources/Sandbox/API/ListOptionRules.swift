/// Which options of lists and watches go together, as Kubernetes 1.32 has it.
enum ListOptionRules {
    static func check(_ request: APIRequest) throws(APIFailure) {
        let isWatch = request.method == "GET" && request.flag("watch")
        if isWatch { try checkWatch(request.query) } else { try checkList(request.query) }
    }

    private static let match = "resourceVersionMatch"

    private static func checkWatch(_ query: [String: String]) throws(APIFailure) {
        let wanted = query[match] ?? ""
        guard query["sendInitialEvents"] != nil else {
            guard wanted.isEmpty else {
                throw forbidden(match, "\(match) is forbidden for watch unless sendInitialEvents is provided")
            }
            return
        }
        guard wanted == "NotOlderThan" else {
            throw forbidden(match, "sendInitialEvents requires setting \(match) to NotOlderThan")
        }
        guard (query["continue"] ?? "").isEmpty else { throw withContinue }
    }

    private static func checkList(_ query: [String: String]) throws(APIFailure) {
        guard query["sendInitialEvents"] == nil else {
            throw forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list")
        }
        guard let wanted = query[match], !wanted.isEmpty else { return }
        guard (query["continue"] ?? "").isEmpty else { throw withContinue }
        let version = query["resourceVersion"] ?? ""
        guard !version.isEmpty else {
            throw forbidden(match, "\(match) is forbidden unless resourceVersion is provided")
        }
        guard wanted == "Exact" || wanted == "NotOlderThan" else {
            throw .options(
                match, "FieldValueNotSupported",
                "Unsupported value: \"\(wanted)\": supported values: \"Exact\", \"NotOlderThan\", \"\"")
        }
        guard wanted == "NotOlderThan" || version != "0" else {
            throw forbidden(match, "\(match) \"Exact\" is forbidden for resourceVersion \"0\"")
        }
    }

    private static var withContinue: APIFailure {
        forbidden(match, "\(match) is forbidden when continue is provided")
    }

    private static func forbidden(_ field: String, _ message: String) -> APIFailure {
        .options(field, "FieldValueForbidden", "Forbidden: \(message)")
    }
}
