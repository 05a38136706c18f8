#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Goes on in a thread with a stack of its own, so that expressions and `include` may be nested deeper than
/// the caller's stack allows. The caller waits: there is never more than one thread at work.
enum DeepStack {
    /// After how many levels another stack is taken.
    static let levels = 400
    private static let bytes = 16 << 20

    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    static func run<Result>(_ body: () throws -> Result) throws -> Result {
        var outcome: Swift.Result<Result, any Error>?
        let started = withoutActuallyEscaping(body) { body in
            start { outcome = Swift.Result { try body() } }
        }
        guard started, let outcome else { throw FunctionError("no memory for another stack") }
        return try outcome.get()
    }

    private static func start(_ body: @escaping () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, bytes)
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard status == 0 else {
            work.release()
            return false
        }
        pthread_join(thread, nil)
        return true
    }
}
