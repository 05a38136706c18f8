import ArgumentParser

// Commands whose arguments are objects: a type and names, or TYPE/NAME.

extension Get: ArgumentCompleting {
    static func completion(after arguments: [String]) -> CompletionSource { .objects(after: arguments) }
}

extension Delete: ArgumentCompleting {
    static func completion(after arguments: [String]) -> CompletionSource { .objects(after: arguments) }
}

extension Edit: ArgumentCompleting {
    static func completion(after arguments: [String]) -> CompletionSource { .objects(after: arguments) }
}

extension Validate: ArgumentCompleting {
    static func completion(after arguments: [String]) -> CompletionSource { .files }
}

extension ExplainCommand: ArgumentCompleting {
    static func completion(after arguments: [String]) -> CompletionSource {
        arguments.isEmpty ? .fieldPaths : .nothing
    }
}

extension CompletionSource {
    fileprivate static func objects(after arguments: [String]) -> CompletionSource {
        guard let type = arguments.first else { return .kinds }
        // After TYPE/NAME more of these may follow; their types cannot be told from here.
        return type.contains("/") ? .nothing : .names(type: type)
    }
}
