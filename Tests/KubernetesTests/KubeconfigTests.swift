import Testing
import YAML

@testable import Kubernetes

@Suite struct KubeconfigTests {
    static let two = """
        apiVersion: v1
        kind: Config
        current-context: blue
        clusters:
        - name: blue
          cluster: {server: "https://blue.example:6443", certificate-authority: ca.pem}
        - name: green
          cluster: {server: "http://green.example"}
        contexts:
        - name: blue
          context: {cluster: blue, user: ann, namespace: books}
        - name: green
          context: {cluster: green, user: nobody}
        users:
        - name: ann
          user: {token: t0ken}
        """

    private func load(
        _ files: [String: String], _ variables: [String: String] = [:],
        _ change: (inout KubeconfigOverrides) -> Void = { _ in }
    ) throws -> ClusterConfiguration? {
        var overrides = KubeconfigOverrides()
        change(&overrides)
        return try ClusterConfiguration.load(overrides, in: Fixture.environment(variables, files: files))
    }

    private func failure(
        _ files: [String: String], _ variables: [String: String] = [:],
        _ change: (inout KubeconfigOverrides) -> Void = { _ in }
    ) -> String? {
        do {
            _ = try load(files, variables, change)
        } catch ClusterError.configuration(let text) {
            return text
        } catch { return "\(error)" }
        return nil
    }

    /// `ca.pem` beside `/k`, where most tests have their file.
    private let files = ["/k": two, "/ca.pem": "authority", "/home/ann/.kube/config": two]

    @Test func theCurrentContextIsUsed() throws {
        let found = try #require(try load(files, ["KUBECONFIG": "/k"]))
        #expect("\(found.server)" == "https://blue.example:6443")
        #expect(found.contextName == "blue")
        #expect(found.namespace == "books")
        #expect(found.credentials.token?.revealed == "t0ken")
        #expect(found.tls.certificateAuthority == Array("authority".utf8))
        #expect(found.origin == .kubeconfig(files: ["/k"]))
        #expect(found.warnings.isEmpty)
    }

    @Test func flagsWin() throws {
        let found = try #require(
            try load(files, ["KUBECONFIG": "/k"]) {
                $0.context = "green"
                $0.namespace = "shop"
                $0.token = "other"
                $0.impersonatedUser = "jane"
            })
        #expect("\(found.server)" == "http://green.example")
        #expect(found.namespace == "shop")
        #expect(found.credentials.token?.revealed == "other")
        #expect(found.impersonation.user == "jane")
    }

    @Test func theHomeDirectoryComesLast() throws {
        var files = files
        files["/home/ann/.kube/ca.pem"] = "home"
        #expect(try load(files)?.tls.certificateAuthority == Array("home".utf8))
    }

    @Test func theFirstFileToNameAThingGivesItAll() throws {
        let first = """
            clusters:
            - name: green
              cluster: {server: "http://first.example", tls-server-name: first}
            """
        let found = try load(files.merging(["/a/b": first]) { $1 }, ["KUBECONFIG": "/none:/a/b::/k"]) {
            $0.context = "green"
        }
        #expect(found.map { "\($0.server)" } == "http://first.example")
        #expect(found?.origin == .kubeconfig(files: ["/a/b", "/k"]))
    }

    @Test func nothingConfiguredIsNoError() throws {
        #expect(try load([:]) == nil)
        #expect(try load([:], ["KUBECONFIG": "/none"]) == nil)
    }

    @Test func aServerAloneIsEnough() throws {
        let found = try #require(try load([:]) { $0.server = "127.0.0.1:8080" })
        #expect("\(found.server)" == "http://127.0.0.1:8080")
        #expect(found.origin == .flags)
    }

    @Test func aPodUsesItsServiceAccount() throws {
        let folder = "/var/run/secrets/kubernetes.io/serviceaccount"
        let account = ["\(folder)/token": "t", "\(folder)/ca.crt": "ca", "\(folder)/namespace": "mesh"]
        let variables = ["KUBERNETES_SERVICE_HOST": "10.0.0.1", "KUBERNETES_SERVICE_PORT": "443"]
        let found = try #require(try load(account, variables))
        #expect("\(found.server)" == "https://10.0.0.1:443")
        #expect(found.namespace == "mesh")
        #expect(found.credentials.tokenFile == "\(folder)/token")
        #expect(found.origin == .inCluster)
        let other = try load(account.merging(files) { $1 }, variables.merging(["KUBECONFIG": "/k"]) { $1 })
        #expect(other?.contextName == "blue")
    }

    @Test func skippingVerificationIsWarnedAbout() throws {
        let found = try #require(try load(files, ["KUBECONFIG": "/k"]) { $0.insecureSkipTLSVerify = true })
        #expect(found.tls.skipsVerification)
        #expect(found.tls.certificateAuthority == nil)
        #expect(found.warnings.count == 1)
    }

    @Test func anExplicitFileMustExist() {
        #expect(
            failure([:]) { $0.kubeconfig = "x.cfg" }
                == "kubernetes configuration file \"x.cfg\" does not exist")
    }

    @Test func aMissingContextNamesTheNearestAndTheKnown() {
        #expect(
            failure(files, ["KUBECONFIG": "/k"]) { $0.context = "gren" }
                == "context \"gren\" (from --context) does not exist in /k; did you mean \"green\"?; "
                + "known contexts: blue, green")
    }

    @Test(arguments: [
        ("clusters:\n- name: a\n  name: b\n", "/k:3:3: "),
        ("clusters: 5\n", "/k:1:1: clusters must be a list of maps, not a whole number"),
        ("- a\n", "/k:1:1: a kubernetes configuration is a map, not a list"),
        ("kind: Pod\n", "/k:1:1: the kind of a kubernetes configuration is Config, not \"Pod\""),
        (
            "clusters:\n- name: a\n- name: a\n",
            "/k:3:3: duplicate name \"a\" in clusters; the first is at /k:2:3"
        ),
    ])
    func badFilesAreNamedWithThePlace(_ text: String, _ message: String) {
        #expect(failure(["/k": text], ["KUBECONFIG": "/k"])?.hasPrefix(message) == true)
    }

    @Test(arguments: [
        ("token: 5", "user \"u\": token must be a string, not a whole number; put it in quotes"),
        ("client-certificate-data: '???'", "user \"u\": client-certificate-data is not valid base64"),
        (
            "client-certificate: /none",
            "user \"u\": unable to read client-certificate /none: no such file or directory"
        ),
        (
            "client-key-data: YQ==",
            "user \"u\": a client key needs its certificate: client-certificate is missing"
        ),
        ("token: a, username: b", "user \"u\": a token and a user name are both given; keep one of them"),
        ("as-uid: '1'", "a uid, groups or extra values can only be impersonated together with a user"),
        (
            "auth-provider: {name: gcp}",
            "user \"u\": the auth provider \"gcp\" is no longer part of Kubernetes"
        ),
        ("exec: {command: x}", "user \"u\": the exec plugin has no apiVersion"),
        ("exec: {command: x, apiVersion: v0}", "user \"u\": exec plugins of \"v0\" are not supported"),
        (
            "exec: {command: x, apiVersion: client.authentication.k8s.io/v1}",
            "user \"u\": an exec plugin of v1 needs interactiveMode"
        ),
    ])
    func badUsersAreRefused(_ user: String, _ message: String) {
        let text = """
            clusters: [{name: c, cluster: {server: "https://a"}}]
            users: [{name: u, user: {\(user)}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """
        let found = failure(["/k": text], ["KUBECONFIG": "/k"]) ?? ""
        #expect(found.hasSuffix(message) || found.contains(message), "\(found)")
    }

    @Test func pluginsAreReadAndFoundBesideTheFile() throws {
        let text = """
            clusters:
            - name: c
              cluster:
                server: https://a
                extensions:
                - {name: client.authentication.k8s.io/exec, extension: {audience: x}}
            users:
            - name: u
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1beta1
                  command: bin/login
                  args: [get, token]
                  env: [{name: PROFILE, value: dev}]
                  provideClusterInfo: true
                  installHint: Ask.
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """
        let plugin = try load(["/d/k": text], ["KUBECONFIG": "/d/k"])?.credentials.exec
        #expect(plugin?.command == "/d/bin/login")
        #expect(plugin?.arguments == ["get", "token"])
        #expect(plugin?.environment.first?.name == "PROFILE")
        #expect(plugin?.interaction == .IfAvailable)
        #expect(plugin?.clusterConfig == ["audience": "x"])
        #expect(plugin?.installHint == "Ask.")
    }
}
