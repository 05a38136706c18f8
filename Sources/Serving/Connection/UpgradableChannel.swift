import HummingbirdCore
import Logging
package import NIOCore

/// A connection that carries requests, or from its first request on something else.
struct UpgradableChannel<Base: ServerChildChannel>: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let way: EventLoopFuture<Way>
    }

    enum Way: Sendable {
        case requests(Base.Value)
        case stream(NIOAsyncChannel<ByteBuffer, ByteBuffer>, Upgrade)
    }

    let base: Base
    let limits: ConnectionLimits
    /// What a head asks the connection to become; nil when it is a request like others.
    let upgrade: @Sendable (RequestHead) -> Upgrade?

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let promise = channel.eventLoop.makePromise(of: Way.self)
            let doorway = Doorway(limits: limits) { head, context in
                guard let head, let upgrade = upgrade(head) else {
                    promise.completeWith(
                        base.setup(channel: channel, logger: logger).map { .requests($0) })
                    return false
                }
                context.writeAndFlush(NIOAny(ByteBuffer(bytes: upgrade.response)), promise: nil)
                promise.completeWith(stream(upgrade, on: channel))
                return true
            } abandon: {
                promise.fail(ChannelError.eof)
            }
            try channel.pipeline.syncOperations.addHandler(doorway)
            return Value(channel: channel, way: promise.futureResult)
        }
    }

    private func stream(_ upgrade: Upgrade, on channel: any Channel) -> EventLoopFuture<Way> {
        channel.eventLoop.makeCompletedFuture {
            .stream(try NIOAsyncChannel(wrappingChannelSynchronously: channel), upgrade)
        }
    }

    func handle(value: Value, logger: Logger) async {
        let way = await withTaskCancellationHandler {
            try? await value.way.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
        switch way {
        case .requests(let connection): await base.handle(value: connection, logger: logger)
        case .stream(let connection, let upgrade):
            // What goes wrong here is the connection's end, of which its client knows.
            try? await connection.executeThenClose { inbound, outbound in
                await upgrade.run(StreamConnection(inbound: inbound, outbound: outbound))
            }
        case nil: break
        }
    }
}

/// What a connection becomes instead of a sequence of requests.
package struct Upgrade: Sendable {
    /// The bytes that say so.
    package let response: [UInt8]
    package let run: @Sendable (StreamConnection) async -> Void

    package init(
        response: [UInt8], run: @escaping @Sendable (StreamConnection) async -> Void
    ) {
        self.response = response
        self.run = run
    }
}

/// The bytes of an upgraded connection, both ways with back-pressure.
package struct StreamConnection: Sendable {
    package let inbound: NIOAsyncChannelInboundStream<ByteBuffer>
    package let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
}
