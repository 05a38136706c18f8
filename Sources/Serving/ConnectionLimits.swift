/// Bounds on what a client may ask of a server and on how slowly.
package struct ConnectionLimits: Sendable {
    /// Bytes of a request's body.
    package var bodyBytes: Int
    /// How long a connection may take to be made and bring its first head.
    package var headTime: Duration
    /// How long a client may leave an answer unread before it is cut.
    package var stallTime: Duration
    /// How long the body of a request may take to come.
    package var bodyTime: Duration

    package init(
        bodyBytes: Int, headTime: Duration = .seconds(30), stallTime: Duration = .seconds(60),
        bodyTime: Duration = .seconds(30)
    ) {
        self.bodyBytes = bodyBytes
        self.headTime = headTime
        self.stallTime = stallTime
        self.bodyTime = bodyTime
    }
}
