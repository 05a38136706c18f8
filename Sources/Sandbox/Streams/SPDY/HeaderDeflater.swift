import CZlib

/// Packs the headers that one side of a SPDY connection sends, frame after frame in one stream of zlib.
final class HeaderDeflater {
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(SPDYViolation) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let bytes = SPDYDictionary.bytes
        guard deflateInit_(stream, Z_DEFAULT_COMPRESSION, ZLIB_VERSION, size) == Z_OK,
            deflateSetDictionary(stream, bytes, UInt32(bytes.count)) == Z_OK
        else { throw .headers }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Whole, so that the other side can read it at once.
    func packed(_ plain: [UInt8]) -> [UInt8] {
        var plain = plain
        // What zlib adds at most to a text, at the start of the stream and at a flush.
        var packed = [UInt8](repeating: 0, count: plain.count + plain.count / 100 + 64)
        let room = packed.count
        let count = plain.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(room)
                deflate(stream, Z_SYNC_FLUSH)
                defer { (stream.pointee.next_in, stream.pointee.next_out) = (nil, nil) }
                return room - Int(stream.pointee.avail_out)
            }
        }
        return Array(packed.prefix(count))
    }
}
