#if canImport(Glibc)
    import Glibc
#endif

/// How the C library keeps memory in a process that runs for days.
enum MemoryHabits {
    /// Blocks from this size in bytes on go back to the system when they are freed.
    private static let large: Int32 = 128 << 10
    /// So much free memory at the end of a heap does, too: less would be asked for again at once.
    private static let spare: Int32 = 1 << 20
    /// Heaps that share the threads.
    private static let heaps: Int32 = 2

    /// Keeps a few long answers from making the process large for good: left alone, glibc takes ever larger
    /// blocks from heaps that it seldom gives back, of which it makes eight for each core. Other libraries
    /// are left as they are.
    static func settle() {
        #if canImport(Glibc)
            // Swift's Glibc does not declare <malloc.h>; the numbers are its M_MMAP_THRESHOLD,
            // M_TRIM_THRESHOLD and M_ARENA_MAX.
            typealias Setter = @convention(c) (Int32, Int32) -> Int32
            guard let symbol = dlsym(nil, "mallopt") else { return }
            let set = unsafeBitCast(symbol, to: Setter.self)
            for (option, value) in [(-3, large), (-1, spare), (-8, heaps)] as [(Int32, Int32)] {
                _ = set(option, value)
            }
        #endif
    }
}
