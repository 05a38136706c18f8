import YAML

/// Rules of jobs, and of what makes jobs at set times.
enum JobRules {
    /// A job's spec; `old` is what it replaces.
    static func check(job spec: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        check(spec, &problems)
        if spec["manualSelector"].node?.bool == true, !spec["selector"].isThere {
            problems.required(spec["selector"])
        }
        guard let old else { return }
        for field in ["selector", "completionMode", "podFailurePolicy", "backoffLimitPerIndex"] {
            problems.unchanged(spec[field], from: old[field])
        }
        if spec["completionMode"].text != "Indexed" {
            problems.unchanged(spec["completions"], from: old["completions"])
        }
        // A job that waits may still be told where its pods shall run.
        if old["suspend"].node?.bool != true { problems.unchanged(spec["template"], from: old["template"]) }
    }

    static func check(cronJob root: FieldPlace, _ problems: inout FieldProblems) {
        let spec = root["spec"]
        if root[["metadata", "name"]].text.utf8.count > 52 {
            problems.invalid(root[["metadata", "name"]], "must be no more than 52 characters")
        }
        let schedule = spec["schedule"]
        if schedule.isEmpty {
            problems.required(schedule)
        } else if let problem = CronSchedule.problem(schedule.text) {
            problems.invalid(schedule, problem)
        }
        problems.word(spec["concurrencyPolicy"], oneOf: ["Allow", "Forbid", "Replace"])
        for field in [
            "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit",
        ] { problems.count(spec[field]) }
        check(spec[["jobTemplate", "spec"]], &problems)
    }

    private static func check(_ spec: FieldPlace, _ problems: inout FieldProblems) {
        for field in [
            "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit",
            "ttlSecondsAfterFinished", "backoffLimitPerIndex", "maxFailedIndexes",
        ] { problems.count(spec[field]) }
        problems.word(spec["completionMode"], oneOf: ["Indexed", "NonIndexed"])
        if spec["completionMode"].text == "Indexed", !spec["completions"].isThere {
            problems.required(spec["completions"], "when completion mode is Indexed")
        }
        let template = spec["template"]
        MetadataRules.check(template["metadata"], &problems)
        PodRules.check(template["spec"], &problems)
        if template[["spec", "restartPolicy"]].text == "Always" {
            problems.required(
                template[["spec", "restartPolicy"]], #"valid values: "OnFailure", "Never""#)
        }
    }
}
