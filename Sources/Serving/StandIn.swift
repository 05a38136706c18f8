import Hummingbird
import Logging

/// A plain HTTP server that says the same at every path: it stands where a program should be that cannot run
/// here, so that probes and people find something.
package struct StandIn: Sendable {
    package let address: String
    package let port: Int
    /// What it says, in plain text.
    package let text: String

    package init(address: String, port: Int, text: String) {
        self.address = address
        self.port = port
        self.text = text
    }

    /// Serves until the task is cancelled.
    package func run() async throws {
        let text = text
        var logger = Logger(label: "stand-in")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder { (_: Request, _: BasicRequestContext) in
                Response(
                    status: .ok, headers: [.contentType: "text/plain"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
            }, configuration: .init(address: .hostname(address, port: port), serverName: nil), logger: logger)
        try await application.run()
    }
}
