import YAML

/// Reads the lines of a watch: each is one event in JSON.
final class WatchReader: @unchecked Sendable {
    /// Bytes of one event; objects are at most a few megabytes.
    private static let eventLimit = 16 << 20

    private var chunks: HTTPResponse.Body.AsyncIterator?
    private let open: @Sendable () async throws -> HTTPResponse
    /// What came and was not yet given out; bytes before `start` are done with.
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0

    private init(_ open: @escaping @Sendable () async throws -> HTTPResponse) { self.open = open }

    /// The events of the answer that `open` begins; nothing is sent before the first is asked for.
    ///
    /// Ends quietly when the server ends the watch. The stream asks for one event at a time, so the reader
    /// needs no lock, and it keeps the server waiting while the events are worked on.
    static func events(
        _ open: @escaping @Sendable () async throws -> HTTPResponse,
        translating translate: @escaping @Sendable (any Error) -> any Error
    ) -> AsyncThrowingStream<WatchEvent, any Error> {
        let reader = WatchReader(open)
        return AsyncThrowingStream {
            do {
                return try await reader.next()
            } catch {
                throw translate(error)
            }
        }
    }

    private func next() async throws -> WatchEvent? {
        if chunks == nil { chunks = try await open().body.makeAsyncIterator() }
        while true {
            if let line = takeLine() {
                if line.isEmpty { continue }
                return try Self.event(line)
            }
            guard let chunk = try await nextChunk() else {
                try Task.checkCancellation()
                let rest = buffer[start...]
                guard rest.isEmpty else {
                    throw TransportError.cutShort("the last event is incomplete", beforeAnswer: false)
                }
                return nil
            }
            buffer += chunk
            guard buffer.count - start <= Self.eventLimit else {
                throw TransportError.malformed("an event is larger than \(Self.eventLimit) bytes")
            }
        }
    }

    private func nextChunk() async throws -> [UInt8]? {
        guard var iterator = chunks else { return nil }
        defer { chunks = iterator }
        return try await iterator.next()
    }

    private func takeLine() -> ArraySlice<UInt8>? {
        guard let end = buffer[max(start, searched)...].firstIndex(of: UInt8(ascii: "\n")) else {
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            return nil
        }
        let line = buffer[start..<end]
        start = end + 1
        searched = start
        return line
    }

    private static func event(_ line: ArraySlice<UInt8>) throws -> WatchEvent {
        guard let node = try? JSONReader.node(Array(line)), let object = node["object"] else {
            throw TransportError.malformed("an event of the watch is not valid JSON")
        }
        switch node["type"]?.string {
        case "ADDED": return .added(object)
        case "MODIFIED": return .modified(object)
        case "DELETED": return .deleted(object)
        case "BOOKMARK":
            return .bookmark(resourceVersion: object["metadata"]?["resourceVersion"]?.string ?? "")
        case "ERROR": throw ClusterError.status(APIStatus(status: object, code: 500))
        case let other:
            throw TransportError.malformed("the watch sent an event of unknown type \(other ?? "none")")
        }
    }
}
