import NIOCore
import NIOSSL

/// Stands between TLS and what a connection turns out to be: it keeps the bytes of the first head and asks
/// then what the connection is for.
final class Doorway: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Limit {
        /// As long as the heads that are taken at all.
        static let head = 32 << 10
        /// How long a client may take to say goodbye in TLS.
        static let goodbye = TimeAmount.milliseconds(200)
    }

    private static let ends = [Array("\r\n\r\n".utf8), Array("\n\n".utf8)]

    /// Sets up the handlers behind this one; whether they are no longer those of HTTP and take only what
    /// comes after the head.
    private let open: (RequestHead?, ChannelHandlerContext) -> Bool
    /// Told when the connection ends before it was known what for.
    private let abandon: () -> Void
    /// nil once it is open.
    private var waiting: ByteBuffer? = ByteBuffer()
    private var timer: Scheduled<Void>?
    private var isStream = false
    private let limits: ConnectionLimits

    init(
        limits: ConnectionLimits, open: @escaping (RequestHead?, ChannelHandlerContext) -> Bool,
        abandon: @escaping () -> Void
    ) {
        self.limits = limits
        self.open = open
        self.abandon = abandon
    }

    func handlerAdded(context: ChannelHandlerContext) {
        closeLater(context, limits.headTime)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        if waiting != nil { abandon() }
        waiting = nil
    }

    private func closeLater(_ context: ChannelHandlerContext, _ time: Duration) {
        let channel = context.channel
        timer?.cancel()
        timer = context.eventLoop.scheduleTask(in: .init(time)) { channel.close(promise: nil) }
    }

    /// The client of a stream may look away for as long as it likes; one of requests may not.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if waiting == nil, !isStream {
            if context.channel.isWritable {
                timer?.cancel()
            } else {
                closeLater(context, limits.stallTime)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard waiting != nil else { return context.fireChannelRead(data) }
        var new = unwrapInboundIn(data)
        waiting?.writeBuffer(&new)
        guard var bytes = waiting, let length = headLength(bytes) else { return }
        waiting = nil
        timer?.cancel()
        isStream = open(RequestHead(bytes.readableBytesView.prefix(length)), context)
        if isStream { bytes.moveReaderIndex(forwardBy: length) }
        context.fireChannelRead(wrapInboundOut(bytes))
        context.fireChannelReadComplete()
    }

    /// nil while bytes are missing; all there is when that is too much for a head.
    private func headLength(_ bytes: ByteBuffer) -> Int? {
        let view = bytes.readableBytesView
        for end in Self.ends {
            if let range = view.firstRange(of: end) { return range.upperBound - view.startIndex }
        }
        return view.count >= Limit.head ? view.count : nil
    }

    /// A server that shuts down waits for no first request and for no stream.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, waiting != nil || isStream { context.close(promise: nil) }
        if event as? ChannelEvent == .inputClosed, waiting != nil { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// TLS would wait for seconds until the client, too, says goodbye.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        context.close(mode: mode, promise: promise)
        guard mode == .all, context.channel.isActive,
            let tls = try? context.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
        else { return }
        let bound = NIOLoopBound(tls, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Limit.goodbye) { bound.value.close(promise: nil) }
    }
}
