import NIOCore

/// Ends a connection whose client has ended its side. A client that says goodbye in TLS before it hangs up
/// would otherwise be taken for one that still listens, and keep its watch until the next event.
final class HangUp: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event as? ChannelEvent == .inputClosed else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        context.close(promise: nil)
    }
}
