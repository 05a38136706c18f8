#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension [UInt8] {
    /// Whether a text of at least one byte occurs. It looks for the byte at `rare` first, which should be one
    /// that few texts have.
    func contains(_ text: StaticString, rare: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard rare < length, count >= length else { return false }
        let wanted = text.utf8Start
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var place = rare
            let end = bytes.count - (length - rare)
            while place <= end {
                guard let found = memchr(base + place, Int32(wanted[rare]), end - place + 1) else {
                    return false
                }
                let start = UnsafeRawPointer(found) - rare
                if memcmp(start, wanted, length) == 0 { return true }
                place = UnsafeRawPointer(found) - base + 1
            }
            return false
        }
    }
}
