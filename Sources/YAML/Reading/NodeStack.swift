/// Values under construction, innermost last. Finished lists and maps are moved out into arrays of exactly
/// their size; the memory is used again for the next ones.
struct NodeStack<Element>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity = 64
    private(set) var count = 0

    init() { base = .allocate(capacity: capacity) }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    var top: UnsafeMutablePointer<Element> { base + (count - 1) }

    subscript(index: Int) -> Element {
        get { base[index] }
        set { base[index] = newValue }
    }

    func from(_ start: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base + start, count: count - start)
    }

    mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Takes everything from an index on.
    mutating func pop(from start: Int) -> [Element] {
        let size = count - start
        let first = base + start
        count = start
        // Quicker than `Array(unsafeUninitializedCapacity:)`, which looks up the array's type each time.
        var taken: [Element] = []
        taken.reserveCapacity(size)
        for index in 0..<size { taken.append((first + index).move()) }
        return taken
    }

    mutating func removeAll() {
        base.deinitialize(count: count)
        count = 0
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
