import YAML

/// How a command in a container ended, as its client is told.
enum CommandEnd {
    case ended(Int32)
    case failed(any Error)

    /// A `Status`. kubectl reads the exit code out of the cause.
    var node: Node {
        switch self {
        case .ended(0): return ["metadata": .emptyMap, "status": "Success"]
        case .ended(let code):
            return [
                "metadata": .emptyMap, "status": "Failure",
                "message": Node("command terminated with non-zero exit code: exit status \(code)"),
                "reason": "NonZeroExitCode",
                "details": ["causes": [["reason": "ExitCode", "message": Node(String(code))]]],
            ]
        case .failed(let error):
            if let failure = error as? APIFailure { return failure.node }
            return APIFailure(500, "InternalError", "the command could not be run: \(error)").node
        }
    }
}
