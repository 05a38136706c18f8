import YAML

/// Rules of probes.
enum ProbeRules {
    private static let handlers = ["exec", "httpGet", "tcpSocket", "grpc"]

    /// `mustSucceedOnce`: probes that keep a container alive know no other threshold of success than one.
    static func check(_ probe: FieldPlace, mustSucceedOnce: Bool, _ problems: inout FieldProblems) {
        let given = handlers.filter { probe[$0].isThere }
        if given.isEmpty { problems.required(probe, "must specify a handler type") }
        for extra in given.dropFirst() {
            problems.forbidden(probe[extra], "may not specify more than 1 handler type")
        }
        let numbers = [
            "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold",
        ]
        for number in numbers { problems.count(probe[number]) }
        if mustSucceedOnce, let successes = probe["successThreshold"].int, successes > 1 {
            problems.invalid(probe["successThreshold"], "must be 1")
        }
        if probe["exec"].isThere, probe["exec"]["command"].isEmpty {
            problems.required(probe["exec"]["command"])
        }
        for handler in ["httpGet", "tcpSocket", "grpc"] where probe[handler].isThere {
            let port = probe[handler]["port"]
            if port.isThere { problems.portOrName(port) } else { problems.required(port) }
        }
        problems.word(probe["httpGet"]["scheme"], oneOf: ["HTTP", "HTTPS"])
    }
}
