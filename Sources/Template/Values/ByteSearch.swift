#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Collection where Element == UInt8 {
    /// Where bytes first occur. (The standard library's `firstRange`, which knows any collection, takes many
    /// times as long.)
    package func firstOccurrence(of needle: some Collection<UInt8>) -> Range<Index>? {
        let found = withContiguousStorageIfAvailable { text in
            needle.withContiguousStorageIfAvailable { needle in Self.offset(of: needle, in: text) }
        }
        guard let offset = found ?? nil else { return firstRange(of: needle) }
        guard offset >= 0 else { return nil }
        let start = index(startIndex, offsetBy: offset)
        return start..<index(start, offsetBy: needle.count)
    }

    /// -1 where there is none.
    private static func offset(
        of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
    ) -> Int {
        guard let base = text.baseAddress else { return needle.isEmpty ? 0 : -1 }
        guard let start = needle.baseAddress, let first = needle.first else { return 0 }
        var offset = 0
        while offset + needle.count <= text.count {
            let room = text.count - needle.count - offset + 1
            guard let found = memchr(base + offset, Int32(first), room) else { return -1 }
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + offset, start, needle.count) == 0 { return offset }
            offset += 1
        }
        return -1
    }
}
