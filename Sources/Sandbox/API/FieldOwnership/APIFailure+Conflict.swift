import YAML

extension APIFailure {
    /// Others own fields that somebody wants to apply: a cause for each field.
    static func conflict(_ conflict: FieldOwnership.Conflict) -> APIFailure {
        let count = conflict.fields.count
        var message = "Apply failed with \(count) conflict\(count == 1 ? "" : "s"): "
        if count == 1, let only = conflict.fields.first {
            message += "conflict with \(only.manager): \(only.path)"
        } else {
            var last = ""
            for field in conflict.fields {
                if field.manager != last {
                    message += "\(last.isEmpty ? "" : "\n")conflicts with \(field.manager):"
                    last = field.manager
                }
                message += "\n- \(field.path)"
            }
        }
        var failure = APIFailure(409, "Conflict", message)
        let causes = conflict.fields.map { field in
            Cause(
                reason: "FieldManagerConflict", message: "conflict with \(field.manager)", field: field.path
            ).node
        }
        failure.details = [Node.Entry("causes", Node(causes))]
        return failure
    }

    /// A list in what somebody wants to apply, with items that cannot be told apart.
    static func listKeys(_ problem: ListKeyProblem) -> APIFailure {
        APIFailure(422, "Invalid", "\(problem.path): \(problem.message)").withCause(
            Cause(reason: "FieldValueInvalid", message: problem.message, field: problem.path))
    }

    private func withCause(_ cause: Cause) -> APIFailure {
        var failure = self
        failure.details = [Node.Entry("causes", Node([cause.node]))]
        return failure
    }
}
