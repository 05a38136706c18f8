import Diagnostics
import Injection
import YAML

/// Injects files one after the other and tells what became of their objects.
struct InjectionRun {
    private let injector: StreamInjector
    private let world: World

    init(_ injector: StreamInjector, _ world: World) {
        self.injector = injector
        self.world = world
    }

    struct Result {
        let name: String
        let text: [UInt8]
        let reports: [StreamInjector.Report]
    }

    /// Everything, or nothing: a file that cannot be injected ends the run before any output.
    func run(_ sources: [Source]) throws -> [Result] {
        var results: [Result] = []
        for source in sources {
            do {
                let (output, reports) = try injector.inject(source)
                results.append(Result(name: source.name, text: output, reports: reports))
            } catch {
                throw Failure(error.message, code: .badInput)
            }
        }
        return results
    }
}
