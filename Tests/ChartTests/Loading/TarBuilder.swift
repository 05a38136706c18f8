/// Makes small archives for tests, without compression.
struct TarBuilder {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ path: String, _ text: String = "", type: Character = "0") {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() where offset + index < 512 {
                header[offset + index] = byte
            }
        }
        put(String(path.prefix(100)), at: 0)
        put("0000644", at: 100)
        let size = String(text.utf8.count, radix: 8)
        put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
        put(String(type), at: 156)
        put("ustar", at: 257)
        bytes += header + Array(text.utf8)
        while !bytes.count.isMultiple(of: 512) { bytes.append(0) }
    }

    mutating func replace(_ index: Int, _ byte: UInt8) { bytes[index] = byte }

    /// The archive as gzip has it, in blocks that are stored as they are.
    var archive: [UInt8] {
        let content = bytes + [UInt8](repeating: 0, count: 1024)
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        for start in stride(from: 0, to: content.count, by: 65_535) {
            let block = content[start..<min(start + 65_535, content.count)]
            let length = UInt16(block.count)
            result.append(block.endIndex == content.count ? 1 : 0)
            for number in [length, ~length] { result += [UInt8(number & 255), UInt8(number >> 8)] }
            result += block
        }
        var checksum = ~UInt32(0)
        for byte in content {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
        }
        for number in [~checksum, UInt32(content.count)] {
            for shift in [0, 8, 16, 24] { result.append(UInt8(number >> UInt32(shift) & 255)) }
        }
        return result
    }
}
