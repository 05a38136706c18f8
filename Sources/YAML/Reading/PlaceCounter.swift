import Diagnostics

/// Turns offsets into marks. Asked for growing offsets, it looks at every byte once; an offset before the
/// last one is counted from the start.
struct PlaceCounter {
    private let bytes: Bytes
    private let start: (offset: Int, mark: Mark)
    private var offset: Int
    private var line: UInt32
    private var column: UInt32

    /// The byte at `start` stands at `mark`.
    init(_ bytes: Bytes, from start: Int = 0, at mark: Mark = Mark(line: 1, column: 1)) {
        self.bytes = bytes
        self.start = (start, mark)
        offset = start
        line = mark.line
        column = mark.column
    }

    mutating func mark(_ target: Int) -> Mark {
        if target < offset { self = PlaceCounter(bytes, from: start.offset, at: start.mark) }
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
