import Testing

@testable import Injection

@Suite struct InjectionPathTests {
    @Test(
        arguments: [
            ("/inject", [:]), ("/inject/", [:]), ("/inject/net", [:]), ("/inject/a/b/c", ["A": "b"]),
            ("/inject/net/n1/cluster/c1/", ["ISTIO_META_NETWORK": "n1", "ISTIO_META_CLUSTER_ID": "c1"]),
            ("/inject/a/--slash--x--slash--/b/", ["A": "/x/"]),
            ("/inject//v/a/b", ["A": "b"]),
            ("/inject/:ENV:net=n1:ENV:x=", ["ISTIO_META_NETWORK": "n1", "X": ""]),
            ("/inject/:ENV:=x:ENV:y:ENV:z=1=2", ["Z": "1=2"]),
        ] as [(String, [String: String])])
    func environment(_ path: String, _ expected: [String: String]) {
        #expect(InjectionPath(path)?.environment == expected)
    }

    @Test(arguments: ["", "/", "/injected", "/healthz", "inject"]) func otherPaths(_ path: String) {
        #expect(InjectionPath(path) == nil)
    }
}
