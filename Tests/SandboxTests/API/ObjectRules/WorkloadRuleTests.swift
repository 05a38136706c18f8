import Testing

@testable import Sandbox

@Suite struct WorkloadRuleTests {
    private static let apps = "/apis/apps/v1/namespaces/default/"
    private static let template =
        "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: w}]}}"

    private static func text(_ lines: String) -> String {
        "metadata: {name: web}\nspec:\n" + lines.split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private static let sound = "selector: {matchLabels: {app: web}}\n" + template

    @Test(arguments: ["deployments", "replicasets", "daemonsets", "statefulsets"])
    func aSoundWorkloadIsTaken(plural: String) async throws {
        #expect(try await Refusals().causes(Self.apps + plural, Self.text(Self.sound)) == [])
    }

    @Test func selectorsMustBeThereAndMatch() async throws {
        let refusals = try await Refusals()
        let path = Self.apps + "deployments"
        #expect(
            try await refusals.causes(path, Self.text(Self.template)) == ["spec.selector: Required value"])
        let empty = "selector: {}\n" + Self.template
        #expect(
            try await refusals.causes(path, Self.text(empty)) == [
                "spec.selector: Invalid value: {}: empty selector is invalid for deployment"
            ])
        let other = "selector: {matchLabels: {app: other}}\n" + Self.template
        #expect(
            try await refusals.causes(path, Self.text(other)) == [
                #"spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`"#
            ])
    }

    @Test func selectorsDoNotChange() async throws {
        let refusals = try await Refusals()
        let path = Self.apps + "deployments"
        #expect(try await refusals.causes(path, Self.text(Self.sound)) == [])
        let change = """
            spec:
              selector: {matchLabels: {tier: web}}
              template: {metadata: {labels: {tier: web}}}
            """
        #expect(
            try await refusals.causes(ofChanging: path + "/web", change) == [
                #"spec.selector: Invalid value: {"matchLabels":{"app":"web","tier":"web"}}: field is immutable"#
            ])
    }

    @Test(arguments: [
        ("replicas: -1", "spec.replicas: Invalid value: -1: must be greater than or equal to 0"),
        (
            "strategy: {type: Slow}",
            #"spec.strategy.type: Unsupported value: "Slow": supported values: "Recreate", "RollingUpdate""#
        ),
        (
            "strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}",
            "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'"
        ),
        (
            "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}",
            #"spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0"#
        ),
        (
            "strategy: {rollingUpdate: {maxSurge: few}}",
            #"spec.strategy.rollingUpdate.maxSurge: Invalid value: "few": a valid percent string must be a numeric string followed by an ending '%'"#
        ),
        (
            "minReadySeconds: 700",
            "spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds"
        ),
    ]) func deployments(line: String, problem: String) async throws {
        let text = Self.text(Self.sound + "\n" + line)
        #expect(try await Refusals().causes(Self.apps + "deployments", text) == [problem])
    }

    @Test func templatesRestartTheirPods() async throws {
        let text = Self.text(
            "selector: {matchLabels: {app: web}}\n"
                + Self.template.replacing("spec: {", with: "spec: {restartPolicy: Never, "))
        #expect(
            try await Refusals().causes(Self.apps + "deployments", text) == [
                #"spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always""#
            ])
    }

    @Test func statefulSetsKeepMostOfTheirSpec() async throws {
        let refusals = try await Refusals()
        let path = Self.apps + "statefulsets"
        let text = Self.text(Self.sound + "\nserviceName: web")
        #expect(try await refusals.causes(path, text) == [])
        #expect(try await refusals.causes(ofChanging: path + "/web", "spec: {replicas: 3}") == [])
        let refused = try await refusals.causes(ofChanging: path + "/web", "spec: {serviceName: other}")
        #expect(refused.first?.hasPrefix("spec: Forbidden: updates to statefulset spec") == true)
    }

    @Test func jobs() async throws {
        let refusals = try await Refusals()
        let path = "/apis/batch/v1/namespaces/default/jobs"
        let always = Self.text(Self.template)
        #expect(
            try await refusals.causes(path, always) == [
                #"spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never""#
            ])
        let never = always.replacing("spec: {", with: "spec: {restartPolicy: Never, ")
        #expect(try await refusals.causes(path, never) == [])
        let change = "spec: {template: {spec: {terminationGracePeriodSeconds: 3}}}"
        let refused = try await refusals.causes(ofChanging: path + "/web", change)
        #expect(refused.count == 1)
        #expect(refused.first?.hasPrefix("spec.template: Invalid value: {") == true)
        #expect(refused.first?.hasSuffix("field is immutable") == true)
    }

    @Test func cronJobs() async throws {
        let path = "/apis/batch/v1/namespaces/default/cronjobs"
        let never = Self.template.replacing("spec: {", with: "spec: {restartPolicy: Never, ")
        let text = Self.text("schedule: often\njobTemplate: {spec: {\(never)}}")
        #expect(
            try await Refusals().causes(path, text) == [
                #"spec.schedule: Invalid value: "often": expected exactly 5 fields, found 1: [often]"#
            ])
    }
}
