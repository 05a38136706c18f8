/// Acts on objects a few at a time, and tells of each once all before it have been told of.
struct Procession: Sendable {
    var window = RequestWindow()

    /// How many objects were told of. Once the task is cancelled no further object is touched.
    func run<Report: Sendable>(
        _ intents: [Intent], act: @escaping @Sendable (Intent) async -> Report,
        tell: (Intent, Report) -> Void
    ) async -> Int {
        var told = 0
        await withTaskGroup(of: (Int, Report).self) { group in
            var window = window
            var rest = intents[...]
            var reports: [Int: Report] = [:]
            while true {
                while let intent = rest.first, window.admits(intent), !Task.isCancelled {
                    let number = window.depart(intent)
                    rest = rest.dropFirst()
                    group.addTask { (number, await act(intent)) }
                }
                guard let (number, report) = await group.next() else { break }
                window.arrive(number)
                reports[number] = report
                while let report = reports.removeValue(forKey: told) {
                    tell(intents[told], report)
                    told += 1
                }
            }
        }
        return told
    }
}
