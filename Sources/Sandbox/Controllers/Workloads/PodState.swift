import YAML

/// What controllers ask of a pod.
extension Node {
    var phase: String { self[["status", "phase"]]?.string ?? "" }

    /// Neither ended nor being deleted.
    var isActivePod: Bool { phase != "Succeeded" && phase != "Failed" && !isEnding }

    var isReadyPod: Bool { hasCondition("Ready") }

    /// Seconds since 1970 at which it became ready; nil while it is not.
    var readySince: Int64? {
        guard isReadyPod else { return nil }
        return condition("Ready")?["lastTransitionTime"]?.string.flatMap(Timestamp.seconds) ?? 0
    }

    /// Whether it has been ready for that many seconds.
    func isAvailablePod(after seconds: Int64, now: Int64) -> Bool {
        readySince.map { seconds == 0 || now - $0 >= seconds } ?? false
    }

    var podRestarts: Int64 {
        (self[["status", "containerStatuses"]]?.list ?? []).reduce(0) {
            $0.addingReportingOverflow($1["restartCount"]?.int ?? 0).partialValue
        }
    }
}
