import NIOCore
import Synchronization

/// Pieces of bytes on their way from one task to another. It has one writer and one reader, and holds so much
/// that one slow reader does not at once hold up the others who share its connection.
final class ByteQueue: Sendable {
    /// Bytes that wait before the writer does.
    private static let limit = 256 << 10

    private struct State {
        var pieces: [ByteBuffer] = []
        var bytes = 0
        /// Nothing more is written.
        var isFinished = false
        /// Nothing more is read.
        var isAbandoned = false
        var writer: CheckedContinuation<Void, Never>?
        var reader: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    var isAbandoned: Bool { state.withLock(\.isAbandoned) }

    /// Returns when there is room for more; what nobody reads any longer is dropped.
    func write(_ piece: ByteBuffer) async {
        let reader = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.isAbandoned, !state.isFinished, piece.readableBytes > 0 else { return nil }
            state.pieces.append(piece)
            state.bytes += piece.readableBytes
            return state.reader.take()
        }
        reader?.resume()
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isFull = state.withLock { state in
                    guard state.bytes >= Self.limit, !state.isAbandoned else { return false }
                    state.writer = continuation
                    return true
                }
                if !isFull { continuation.resume() }
            }
        } onCancel: {
            abandon()
        }
    }

    /// Nothing more is written.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            return state.reader.take()
        }?.resume()
    }

    /// Nothing more is read.
    func abandon() {
        let waiting = state.withLock { state in
            state.isAbandoned = true
            state.pieces = []
            state.bytes = 0
            return [state.writer.take(), state.reader.take()]
        }
        for continuation in waiting { continuation?.resume() }
    }

    /// nil when nothing more comes, or the task is cancelled.
    func next() async -> ByteBuffer? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isEmpty = state.withLock { state in
                    guard state.pieces.isEmpty, !state.isFinished, !state.isAbandoned else { return false }
                    state.reader = continuation
                    return true
                }
                if !isEmpty { continuation.resume() }
            }
        } onCancel: {
            abandon()
        }
        return take()
    }

    private func take() -> ByteBuffer? {
        let (all, writer) = state.withLock { state -> ([ByteBuffer], CheckedContinuation<Void, Never>?) in
            defer { (state.pieces, state.bytes) = ([], 0) }
            return (state.pieces, state.writer.take())
        }
        writer?.resume()
        guard var first = all.first else { return nil }
        for var piece in all.dropFirst() { first.writeBuffer(&piece) }
        return first
    }
}
