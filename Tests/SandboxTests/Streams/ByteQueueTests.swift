import NIOCore
import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(3))) struct ByteQueueTests {
    @Test func allArrivesInOrder() async {
        let queue = ByteQueue()
        let total = 2 << 20
        async let written: Void = {
            var next = 0
            while next < total {
                let count = min(50_000, total - next)
                await queue.write(ByteBuffer(bytes: (next..<(next + count)).map { UInt8($0 & 0x7f) }))
                next += count
            }
            queue.finish()
        }()
        var got: [UInt8] = []
        while let piece = await queue.next() { got += piece.readableBytesView }
        await written
        #expect(got == (0..<total).map { UInt8($0 & 0x7f) } && !queue.isAbandoned)
    }

    @Test func aWriterWaitsForItsReader() async throws {
        let queue = ByteQueue()
        let writer = Task {
            for _ in 0..<100 { await queue.write(ByteBuffer(repeating: 1, count: 64 << 10)) }
            queue.finish()
        }
        try await Task.sleep(for: .milliseconds(100))
        // What waits is far less than what is to be written.
        let first = await queue.next()?.readableBytes ?? 0
        #expect(first > 0 && first <= 512 << 10)
        var rest = 0
        while let piece = await queue.next() { rest += piece.readableBytes }
        #expect(first + rest == 100 * 64 << 10)
        await writer.value
    }

    @Test func abandoningFreesBothSides() async {
        let queue = ByteQueue()
        let writer = Task {
            for _ in 0..<100 { await queue.write(ByteBuffer(repeating: 1, count: 64 << 10)) }
        }
        try? await Task.sleep(for: .milliseconds(20))
        queue.abandon()
        await writer.value
        #expect(await queue.next() == nil && queue.isAbandoned)
    }

    @Test func cancellationFreesAReader() async {
        let queue = ByteQueue()
        let reader = Task { await queue.next() }
        try? await Task.sleep(for: .milliseconds(20))
        reader.cancel()
        #expect(await reader.value == nil)
    }
}
