/// Why a chart could not be read or rendered, worded as Helm words it.
package struct ChartError: Error, Equatable {
    package let message: String

    package init(_ message: String) { self.message = message }

    /// The same failure, told by whoever asked for it.
    func during(_ work: String) -> ChartError { ChartError("\(work): \(message)") }
}
