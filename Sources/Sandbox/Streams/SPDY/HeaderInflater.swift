import CZlib

/// Makes plain the headers of one side of a SPDY connection, frame after frame in one stream of zlib.
final class HeaderInflater {
    /// Bytes of one frame's headers once they are plain.
    private static let limit = 16 << 10

    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(SPDYViolation) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .headers
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func plain(_ packed: [UInt8]) throws(SPDYViolation) -> [UInt8] {
        var packed = packed
        var plain = [UInt8](repeating: 0, count: Self.limit + 1)
        let room = plain.count
        let (count, isWhole) = packed.withUnsafeMutableBufferPointer { input in
            plain.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(room)
                let isWhole = inflateAll()
                defer { (stream.pointee.next_in, stream.pointee.next_out) = (nil, nil) }
                return (room - Int(stream.pointee.avail_out), isWhole)
            }
        }
        guard isWhole, count <= Self.limit else { throw .headers }
        return Array(plain.prefix(count))
    }

    /// Whether all input was taken.
    private func inflateAll() -> Bool {
        while stream.pointee.avail_in > 0 {
            var result = inflate(stream, Z_SYNC_FLUSH)
            if result == Z_NEED_DICT {
                let bytes = SPDYDictionary.bytes
                guard inflateSetDictionary(stream, bytes, UInt32(bytes.count)) == Z_OK else { return false }
                result = inflate(stream, Z_SYNC_FLUSH)
            }
            guard result == Z_OK, stream.pointee.avail_out > 0 else { return false }
        }
        return true
    }
}
