import Kubernetes
import YAML

/// Runs pods until enough of them have succeeded, or too many have failed.
struct JobController: Controller {
    let name = "job-controller"
    let type = ResourceType.jobs
    let dependents = [ResourceType.pods]

    /// The wait before a pod that failed is replaced, which doubles with each failure to the longest.
    private static let shortestWait: Int64 = 1
    private static let longestWait: Int64 = 600

    func owners(of dependent: StoredObject, _ client: LocalClient) throws -> [ObjectKey] {
        try controller(of: dependent)
    }

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard let job = try client.get(type, key.namespace, key.name), !job.isEnding else { return nil }
        if let finished = Self.finished(job) { return try await expire(job, finished, client) }
        var progress = JobProgress(job, try client.list(.pods, key.namespace), now: Timestamp.now())
        if let end = progress.end {
            for pod in progress.active {
                try await client.delete(.pods, pod.namespace, pod.name, uid: pod.uid)
            }
            await EventRecorder(client).tell(
                job, end.isSuccess ? .normal : .warning, end.isSuccess ? "Completed" : end.reason, end.message
            )
            progress.active = []
        } else {
            try await scale(job, &progress, client)
        }
        let status = progress.status(of: job)
        if status != job["status"] {
            var updated = job
            updated.set("status", status)
            try await client.replaceStatus(type, updated)
        }
        return progress.end == nil ? progress.nextLook : .milliseconds(1)
    }

    private func scale(_ job: Node, _ progress: inout JobProgress, _ client: LocalClient) async throws {
        let events = EventRecorder(client)
        for pod in progress.surplus {
            try await client.delete(.pods, pod.namespace, pod.name, uid: pod.uid)
            await events.tell(job, .normal, "SuccessfulDelete", "Deleted pod: \(pod.name)")
        }
        progress.active.removeLast(progress.surplus.count)
        if job[["spec", "suspend"]]?.bool ?? false { return }
        let wait =
            progress.failed == 0 ? 0 : min(Self.longestWait, Self.shortestWait << min(progress.failed, 12))
        let ready = progress.lastFailure + wait - Timestamp.now()
        guard ready <= 0 || progress.failed == 0 else {
            progress.nextLook = min(progress.nextLook ?? .seconds(ready), .seconds(ready))
            return
        }
        for index in progress.missing {
            let pod = try await client.create(.pods, Self.pod(of: job, index))
            progress.active.append(pod)
            await events.tell(job, .normal, "SuccessfulCreate", "Created pod: \(pod.name)")
        }
    }

    /// With its number, where the pods of a job are told apart by one.
    private static func pod(of job: Node, _ index: Int?) -> Node {
        guard let index else { return PodTemplate.pod(of: job) }
        let mark = "batch.kubernetes.io/job-completion-index"
        var pod = PodTemplate.pod(of: job, generateName: "\(job.name)-\(index)-")
        pod.set(path: ["metadata", "annotations", mark], Node("\(index)"))
        pod.set(path: ["metadata", "labels", mark], Node("\(index)"))
        pod.fill(["spec", "hostname"], Node("\(job.name)-\(index)"))
        for list in ["containers", "initContainers"] {
            pod.changeEach(["spec", list]) { container in
                var variables = container["env"]?.list ?? []
                if !variables.contains(where: { $0["name"]?.string == "JOB_COMPLETION_INDEX" }) {
                    variables.append(["name": "JOB_COMPLETION_INDEX", "value": Node("\(index)")])
                }
                container.set("env", Node(variables))
            }
        }
        return pod
    }

    /// When a job was over, in seconds since 1970; nil while it is not.
    private static func finished(_ job: Node) -> Int64? {
        for type in ["Complete", "Failed"] where job.hasCondition(type) {
            return job.condition(type)?["lastTransitionTime"]?.string.flatMap(Timestamp.seconds) ?? 0
        }
        return nil
    }

    private func expire(_ job: Node, _ finished: Int64, _ client: LocalClient) async throws -> Duration? {
        guard let lifetime = job[["spec", "ttlSecondsAfterFinished"]]?.int else { return nil }
        let left = finished.addingReportingOverflow(lifetime).partialValue - Timestamp.now()
        if left > 0 { return .seconds(left) }
        try await client.delete(type, job.namespace, job.name, uid: job.uid)
        return nil
    }
}
