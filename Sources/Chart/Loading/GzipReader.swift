import CZlib

/// The bytes that a gzip archive was made of, as they are asked for.
final class GzipReader {
    private var stream = z_stream()
    private let archive: UnsafeMutableBufferPointer<UInt8>
    private let limit: Int
    private var buffer: ArraySlice<UInt8> = []
    private var total = 0
    private var status = Z_OK
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    /// - Parameter limit: bytes that may come out; more end in an error.
    init(_ bytes: [UInt8], limit: Int) throws(ChartError) {
        archive = .allocate(capacity: bytes.count)
        _ = archive.initialize(from: bytes)
        self.limit = limit
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ChartError("zlib cannot be used")
        }
        stream.next_in = archive.baseAddress
        stream.avail_in = UInt32(clamping: archive.count)
    }

    deinit {
        inflateEnd(&stream)
        archive.deallocate()
    }

    /// The next bytes; fewer only at the end.
    func read(_ count: Int) throws(ChartError) -> [UInt8] {
        while buffer.count < count, try inflateMore() {}
        defer { buffer = buffer.dropFirst(count) }
        return Array(buffer.prefix(count))
    }

    /// Passes bytes over; false when there are fewer.
    func skip(_ count: Int) throws(ChartError) -> Bool {
        var rest = count
        while rest > buffer.count {
            rest -= buffer.count
            buffer = []
            guard try inflateMore() else { return false }
        }
        buffer = buffer.dropFirst(rest)
        return true
    }

    /// Goes to the end, where the archive says whether it is whole.
    func finish() throws(ChartError) {
        buffer = []
        while try inflateMore() { buffer = [] }
    }

    private func inflateMore() throws(ChartError) -> Bool {
        if status == Z_STREAM_END { return false }
        let made = chunk.withUnsafeMutableBufferPointer { output in
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            status = inflate(&stream, Z_NO_FLUSH)
            return output.count - Int(stream.avail_out)
        }
        guard status == Z_OK || status == Z_STREAM_END else {
            throw ChartError("the archive is broken: gzip: invalid data")
        }
        total += made
        guard total <= limit else {
            throw ChartError("decompressed chart is larger than the maximum size \(limit)")
        }
        buffer = Array(buffer) + chunk.prefix(made)
        return true
    }
}
