import Diagnostics

/// Turns offsets into marks. Asked for growing offsets, it looks at every byte once; an offset before the last one
/// is counted from the start of the text.
struct PlaceCounter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var line: UInt32 = 1
    private var column: UInt32 = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func mark(_ target: Int) -> Mark {
        if target < offset { self = PlaceCounter(bytes) }
        let end = min(target, bytes.count)
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0A {
                line &+= 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column &+= 1
            }
        }
        return Mark(line: line, column: column)
    }
}
