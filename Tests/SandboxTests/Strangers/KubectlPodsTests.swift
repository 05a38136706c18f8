import Testing

@testable import Sandbox

/// kubectl over the pods of a sandbox, as people roll out, look into and end them.
@Suite(.serialized, .timeLimit(.minutes(5))) struct KubectlPodsTests {
    @Test(arguments: Stranger.kubectls) func podsAreRolledOutLookedIntoAndEnded(kubectl: Stranger)
        async throws
    {
        guard kubectl.isThere else { return }
        try await Running.withPods { sandbox in
            let web = """
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"},
                 "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}}, "template": {
                  "metadata": {"labels": {"app": "web"}, "annotations": {
                   "sandbox.istioctl/command": "sh -c 'echo hello from $POD_NAME; exec sleep 1000'"}},
                  "spec": {"terminationGracePeriodSeconds": 1,
                   "containers": [{"name": "main", "image": "none"}]}}}}
                """
            try await kubectl.must("apply -f -", sandbox, input: web)
            try await kubectl.must("rollout status deployment/web --timeout=55s", sandbox)
            try await kubectl.must("wait --for=condition=Ready pod -l app=web --timeout=55s", sandbox)
            let table = try await kubectl.must("get deployment web", sandbox)
            #expect(table.contains("2/2"), "\(table)")
            #expect(try await kubectl.must("logs deployment/web", sandbox).contains("hello from web-"))
            let shown = try await kubectl.must("exec deployment/web -- printenv POD_NAME", sandbox)
            #expect(shown.contains("web-"))
            try await kubectl.must("set env deployment/web COLOUR=red", sandbox)
            try await kubectl.must("rollout status deployment/web --timeout=55s", sandbox)
            #expect(try await kubectl.must("rollout history deployment/web", sandbox).contains("2"))
            try await kubectl.must("rollout undo deployment/web", sandbox)
            try await kubectl.must("rollout status deployment/web --timeout=55s", sandbox)
            try await kubectl.must("scale deployment/web --replicas=0", sandbox)
            try await kubectl.must("wait --for=delete pod -l app=web --timeout=55s", sandbox)
            #expect(try await kubectl.must("describe deployment web", sandbox).contains("ScalingReplicaSet"))
            #expect(try await kubectl.must("create token default", sandbox).split(separator: ".").count == 3)
        }
    }
}
