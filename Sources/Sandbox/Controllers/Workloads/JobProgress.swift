import YAML

/// How far a Job has come, from its pods.
struct JobProgress {
    struct End: Sendable {
        let isSuccess: Bool
        let reason: String
        let message: String
    }

    var active: [Node]
    private let succeeded: [Node]
    let failed: Int
    /// When the last pod failed, in seconds since 1970.
    let lastFailure: Int64
    /// nil while it goes on.
    let end: End?
    var nextLook: Duration?
    /// Pods that are too many, from the end of `active`.
    let surplus: ArraySlice<Node>
    /// The pods to make: their numbers, or nil where they have none.
    let missing: [Int?]

    private static let index = "batch.kubernetes.io/job-completion-index"

    init(_ job: Node, _ all: [Node], now: Int64) {
        let pods = all.filter { $0.isControlled(by: job) }
        let succeeded = pods.filter { $0.phase == "Succeeded" }
        let failures = pods.filter { $0.phase == "Failed" }
        active = pods.filter(\.isActivePod).sorted { ($0.created, $0.name) < ($1.created, $1.name) }
        self.succeeded = succeeded
        let restarts = active.reduce(0) { $0 + Int(clamping: $1.podRestarts) }
        failed = failures.count
        lastFailure = failures.map(Self.ended).max() ?? 0
        let isIndexed = job[["spec", "completionMode"]]?.string == "Indexed"
        let done = isIndexed ? Set(succeeded.compactMap { $0.annotation(Self.index) }).count : succeeded.count
        let parallelism = Int(clamping: max(0, job[["spec", "parallelism"]]?.int ?? 1))
        let completions = job[["spec", "completions"]]?.int.map { Int(clamping: $0) }
        let limit = Int(clamping: job[["spec", "backoffLimit"]]?.int ?? 6)
        let start = job[["status", "startTime"]]?.string.flatMap(Timestamp.seconds) ?? now
        end = Self.end(
            job, done: done, completions: completions, active: active.count, failures: failed + restarts,
            limit: limit, age: now - start)
        if let deadline = job[["spec", "activeDeadlineSeconds"]]?.int {
            nextLook = .seconds(max(1, start + deadline - now))
        }
        let isSuspended = job[["spec", "suspend"]]?.bool ?? false
        // Without a number of completions the first success tells that there is nothing more to do.
        let left = completions.map { max(0, $0 - done) } ?? (done > 0 ? active.count : parallelism)
        let wanted = isSuspended ? 0 : min(parallelism, left)
        surplus = active.suffix(max(0, active.count - wanted))
        let count = max(0, wanted - active.count)
        if isIndexed {
            let taken = Set((active + succeeded).compactMap { $0.annotation(Self.index).flatMap { Int($0) } })
            missing = Array((0..<max(0, completions ?? 0)).lazy.filter { !taken.contains($0) }.prefix(count))
        } else {
            missing = Array(repeating: nil, count: min(count, 500))
        }
    }

    private static func end(
        _ job: Node, done: Int, completions: Int?, active: Int, failures: Int, limit: Int, age: Int64
    ) -> End? {
        if let deadline = job[["spec", "activeDeadlineSeconds"]]?.int, age >= deadline {
            return End(
                isSuccess: false, reason: "DeadlineExceeded",
                message: "Job was active longer than its deadline")
        }
        if failures > limit {
            return End(
                isSuccess: false, reason: "BackoffLimitExceeded",
                message: "Job has reached the specified backoff limit")
        }
        let isDone = completions.map { done >= $0 } ?? (done > 0 && active == 0)
        return isDone ? End(isSuccess: true, reason: "CompletionsReached", message: "Job completed") : nil
    }

    func status(of job: Node) -> Node {
        var status: Node = [:]
        var conditions = Conditions(of: job)
        let isSuspended = job[["spec", "suspend"]]?.bool ?? false
        if isSuspended {
            conditions.set("Suspended", true, "JobSuspended", "Job suspended")
        } else if conditions.last("Suspended") != nil {
            conditions.set("Suspended", false, "JobResumed", "Job resumed")
        }
        let now = Node(Timestamp.text(Timestamp.now()))
        if let end {
            conditions.set(
                end.isSuccess ? "SuccessCriteriaMet" : "FailureTarget", true, end.reason, end.message)
            conditions.set(end.isSuccess ? "Complete" : "Failed", true, end.reason, end.message)
            if end.isSuccess { status.set("completionTime", now) }
        }
        if !conditions.list.isEmpty { status.set("conditions", conditions.node) }
        if !isSuspended { status.set("startTime", job[["status", "startTime"]] ?? now) }
        for (field, count) in [("active", active.count), ("succeeded", succeeded.count), ("failed", failed)]
        where count > 0 { status.set(field, Node(count)) }
        status.set("ready", Node(active.filter(\.isReadyPod).count))
        status.set("terminating", 0)
        status.set("uncountedTerminatedPods", .emptyMap)
        return status
    }

    private static func ended(_ pod: Node) -> Int64 {
        let times = (pod[["status", "containerStatuses"]]?.list ?? []).compactMap {
            $0[["state", "terminated", "finishedAt"]]?.string.flatMap(Timestamp.seconds)
        }
        return times.max() ?? pod.created
    }
}
