import TestSupport
import Testing

@testable import Kubernetes

@Suite struct KubeconfigEditTests {
    private func edit(_ path: String, _ files: MemoryFiles, _ server: String) throws -> String? {
        var edit = try KubeconfigEdit(path, files)
        edit.use("istio", cluster: ["server": .init(server)])
        try edit.write(files)
        return edit.previousContext
    }

    /// What istioctl 0.7.1 wrote.
    @Test func aNewFileIsWholeAndSorted() throws {
        let files = MemoryFiles()
        #expect(try edit("k", files, "http://192.0.2.1:8080") == nil)
        #expect(
            files.text("k") == """
                apiVersion: v1
                clusters:
                - cluster:
                    server: http://192.0.2.1:8080
                  name: istio
                contexts:
                - context:
                    cluster: istio
                    user: ""
                  name: istio
                current-context: istio
                kind: Config
                preferences: {}
                users: []

                """)
    }

    @Test func everythingElseStays() throws {
        let files = MemoryFiles([
            "k": """
            apiVersion: v1
            kind: Config
            clusters:
            - name: k
              cluster: {server: "http://192.0.2.1:8080", proxy-url: "http://p"}
            contexts:
            - name: k
              context: {cluster: k, user: ann}
            current-context: k
            users: []
            preferences: {colors: true}
            extra: kept
            """
        ])
        #expect(try edit("k", files, "http://192.0.2.2:80") == "k")
        #expect(
            files.text("k") == """
                apiVersion: v1
                clusters:
                - cluster:
                    server: http://192.0.2.2:80
                  name: istio
                - cluster:
                    proxy-url: http://p
                    server: http://192.0.2.1:8080
                  name: k
                contexts:
                - context:
                    cluster: istio
                    user: ""
                  name: istio
                - context:
                    cluster: k
                    user: ann
                  name: k
                current-context: istio
                extra: kept
                kind: Config
                preferences:
                  colors: true
                users: []

                """)
    }

    @Test func anEditTwiceIsAnEditOnce() throws {
        let files = MemoryFiles()
        _ = try edit("k", files, "http://a")
        let once = files.text("k")
        #expect(try edit("k", files, "http://a") == "istio")
        #expect(files.text("k") == once)
    }
}
