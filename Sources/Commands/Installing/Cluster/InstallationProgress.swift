import Diagnostics
import Installation
import Synchronization

/// What happens during an installation: one line that changes, on a terminal; else a line for each event that
/// a log is worth.
final class InstallationProgress: Sendable {
    private let world: World
    private let state = Mutex(State())

    private struct State {
        var waits: [String: String] = [:]
        var lines: [String: String] = [:]
        var width = 0
    }

    init(_ world: World) { self.world = world }

    func tell(_ progress: Installer.Progress) {
        switch progress {
        case .applying(let component, let done, let all):
            show(component.title, "\(done) of \(all) objects applied")
        case .waiting(let component, let reasons):
            let reason = reasons.joined(separator: "; ").escapingControls
            let isNews = state.withLock { state in
                defer { state.waits[component.title] = reason }
                return state.waits[component.title] != reason
            }
            if world.errors.isTerminal {
                show(component.title, "waiting: \(reason)")
            } else if isNews {
                world.note("\(component.title): waiting: \(reason)")
            }
        case .ready(let component):
            finish(component.title)
            world.print("\(component.title) installed")
        case .removed(let identity):
            finish("")
            world.print("\(identity.text.escapingControls) removed")
        }
    }

    /// Clears the line, so that something else can be said.
    func end() { finish("") }

    private func show(_ title: String, _ text: String) {
        guard world.errors.isTerminal else { return }
        let line = state.withLock { state in
            state.lines[title] = text
            let text = state.lines.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
                .joined(separator: " | ")
            let cut = String(text.prefix(78))
            defer { state.width = cut.count }
            return "\r" + cut + String(repeating: " ", count: max(0, state.width - cut.count))
        }
        world.errors.write(line)
    }

    private func finish(_ title: String) {
        guard world.errors.isTerminal else { return }
        let width = state.withLock { state in
            state.lines[title] = nil
            defer { state.width = 0 }
            return state.width
        }
        if width > 0 { world.errors.write("\r" + String(repeating: " ", count: width) + "\r") }
    }
}
