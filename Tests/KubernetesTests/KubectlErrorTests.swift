import Testing

@testable import Kubernetes

@Suite struct KubectlErrorTests {
    @Test(arguments: [
        ("Error from server (NotFound): rules \"x\" not found\n", 404, "NotFound", "rules \"x\" not found"),
        ("Error from server (Conflict): stale\n", 409, "Conflict", "stale"),
        ("Error from server: boom\n", 500, "InternalError", "boom"),
        (
            "The RouteRule \"x\" is invalid: spec: Required\n", 422, "Invalid",
            "The RouteRule \"x\" is invalid: spec: Required"
        ),
        ("error: You must be logged in to the server (Unauthorized)\n", 401, "Unauthorized", "Unauthorized"),
        (
            "E1123 02:37:57.1 1 memcache.go:265] noise\nWarning: old\nError from server (Forbidden): no\n",
            403,
            "Forbidden", "no"
        ),
    ])
    func statusesAreReadBack(_ text: String, _ code: Int, _ reason: String, _ message: String) {
        guard case .status(let status) = KubectlError.read(text, server: "s", exitStatus: 1) else {
            Issue.record("no status")
            return
        }
        #expect(status == APIStatus(code: code, reason: reason, message: message))
    }

    @Test func otherErrorsAreTold() {
        func read(_ text: String) -> String { "\(KubectlError.read(text, server: "s", exitStatus: 1))" }
        #expect(
            read("The connection to the server a:1 was refused - did you specify the right host or port?")
                == "unreachable(server: \"s\", reason: \"connection refused\")")
        #expect(
            read("Unable to connect to the server: dial tcp: lookup a: no such host")
                == "unreachable(server: \"s\", reason: \"dial tcp: lookup a: no such host\")")
        #expect(
            read("Unable to connect to the server: context deadline exceeded") == "timedOut(server: \"s\")")
        #expect(
            read("error: context \"x\" does not exist")
                == "configuration(\"context \\\"x\\\" does not exist\")")
        #expect(read("") == "configuration(\"kubectl ended with exit status 1\")")
    }
}
