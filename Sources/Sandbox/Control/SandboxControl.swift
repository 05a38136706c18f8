#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the commands `sandbox up`, `status`, `down` and `reset` do.
package enum SandboxControl {
    /// Whether the sandbox of a directory runs. A pid file that a crash left behind deceives nobody: the
    /// lock decides.
    package static func status(_ directory: SandboxDirectory) -> SandboxStatus {
        guard DirectoryLock.isHeld(directory: directory.path) else {
            return .stopped(hasData: directory.hasData)
        }
        guard let state = SandboxState.last(in: directory), isAlive(state.pid) else { return .changing }
        return .running(state)
    }

    /// Starts a sandbox in a session of its own and returns once it serves; the state of the running one
    /// when there is one already.
    package static func start(
        _ options: SandboxOptions, executable: String = "/proc/self/exe", deadline: Duration = .seconds(20)
    ) async throws -> SandboxState {
        if case .running(let state) = status(options.directory) { return state }
        try options.directory.make()
        let child = try DetachedProcess(
            executable, SandboxLaunch.arguments(options), log: options.directory.log)
        let end = ContinuousClock.now + deadline
        while ContinuousClock.now < end {
            if case .running(let state) = status(options.directory), state.pid == child.pid { return state }
            if child.hasEnded { throw SandboxError.notStarted(reason: child.lastWords) }
            try await Task.sleep(for: .milliseconds(15))
        }
        child.end()
        throw SandboxError.notStarted(reason: "it was not ready within \(deadline)")
    }

    /// Stops the running sandbox: politely first, by force after `grace`. False when none ran.
    @discardableResult
    package static func down(_ directory: SandboxDirectory, grace: Duration = .seconds(10)) async throws
        -> Bool
    {
        guard case .running(let state) = try await settled(directory) else { return false }
        kill(state.pid, SIGTERM)
        if try await isGone(directory, within: grace) { return true }
        // The lock is still held, so the process is the one that wrote the state, not a later one with its
        // number.
        kill(state.pid, SIGKILL)
        guard try await isGone(directory, within: .seconds(5)) else {
            throw SandboxError.notStopped(pid: state.pid)
        }
        return true
    }

    /// Removes the data. A running sandbox is stopped first when `isForced`, and else keeps its data by an
    /// error.
    package static func reset(_ directory: SandboxDirectory, isForced: Bool = false) async throws {
        if case .stopped = status(directory) {
        } else if isForced {
            try await down(directory)
        } else {
            throw SandboxError.running(pid: SandboxState.last(in: directory)?.pid)
        }
        guard directory.exists else { return }
        let lock = try DirectoryLock(directory: directory.path)
        defer { lock.release() }
        for file in directory.files where unlink(file) != 0 && errno != ENOENT {
            throw SandboxError.file(path: file, reason: String(cString: strerror(errno)))
        }
        directory.pods.removeAll()
        rmdir(directory.path)
    }

    /// The status once it is no longer changing, or after five seconds whatever it is.
    private static func settled(_ directory: SandboxDirectory) async throws -> SandboxStatus {
        for _ in 0..<250 {
            let status = status(directory)
            guard status == .changing else { return status }
            try await Task.sleep(for: .milliseconds(20))
        }
        return status(directory)
    }

    private static func isGone(_ directory: SandboxDirectory, within time: Duration) async throws -> Bool {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            if !DirectoryLock.isHeld(directory: directory.path) { return true }
            try await Task.sleep(for: .milliseconds(15))
        }
        return false
    }

    private static func isAlive(_ pid: Int32) -> Bool { kill(pid, 0) == 0 || errno == EPERM }
}
