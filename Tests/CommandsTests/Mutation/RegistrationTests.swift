import Kubernetes
import Testing
import YAML

@testable import Commands

struct RegistrationTests {
    private func registration(_ ports: Registration.Port...) -> Registration {
        Registration(
            service: "vmdb", namespace: "books", address: "192.0.2.6", ports: ports, labels: [],
            annotations: [Node.Entry("a", "b")])
    }

    private static let mysql = Registration.Port(name: "mysql", number: 3306)

    @Test func makesTheServiceAndItsEndpointsFirst() async throws {
        let cluster = RecordingCluster()
        try await registration(Self.mysql).register(on: cluster) { _ in }
        #expect(
            await cluster.requests == [
                "get services/books/vmdb", "create services/books/vmdb", "get endpoints/books/vmdb",
                "create endpoints/books/vmdb", "replace endpoints/books/vmdb",
            ])
        let bodies = await cluster.bodies
        #expect(
            bodies.first == [
                "kind": "Service", "apiVersion": "v1",
                "metadata": ["name": "vmdb", "creationTimestamp": .null, "annotations": ["a": "b"]],
                "spec": ["ports": [["name": "mysql", "port": 3306, "targetPort": 0]]],
                "status": ["loadBalancer": [:]],
            ])
        #expect(
            bodies.last?["subsets"] == [
                ["addresses": [["ip": "192.0.2.6"]], "ports": [["name": "mysql", "port": 3306]]]
            ])
    }

    @Test func joinsTheSubsetWithTheSamePorts() async throws {
        let cluster = RecordingCluster([
            "services/books/vmdb": [:],
            "endpoints/books/vmdb": [
                "subsets": [
                    ["addresses": [["ip": "192.0.2.5"]], "ports": [["name": "mysql", "port": 3306]]],
                    ["addresses": [["ip": "192.0.2.5"]], "ports": [["name": "web", "port": 80]]],
                ]
            ],
        ])
        try await registration(Self.mysql).register(on: cluster) { _ in }
        let subsets = await cluster.bodies.last?["subsets"]?.list ?? []
        #expect(subsets.map { $0["addresses"]?.list?.count } == [2, 1])
    }

    @Test func anotherErrorThanMissingIsNotTakenForMissing() async throws {
        let broken = ClusterError.status(APIStatus(code: 500, reason: "InternalError", message: "broken"))
        let cluster = RecordingCluster(failing: ["get services/books/vmdb": broken])
        await #expect(throws: ClusterError.self) {
            try await registration(Self.mysql).register(on: cluster) { _ in }
        }
        #expect(await cluster.requests == ["get services/books/vmdb"])
    }

    @Test func deregisteringDropsEmptySubsets() async throws {
        let cluster = RecordingCluster([
            "endpoints/books/vmdb": [
                "subsets": [
                    ["addresses": [["ip": "1"]], "ports": []], ["addresses": [["ip": "2"], ["ip": "1"]]],
                ]
            ]
        ])
        #expect(try await Registration.deregister("1", from: "vmdb", in: "books", on: cluster))
        #expect(await cluster.bodies.last?["subsets"] == [["addresses": [["ip": "2"]]]])
    }

    @Test func deregisteringAnUnknownAddressSendsNothing() async throws {
        let cluster = RecordingCluster(["endpoints/books/vmdb": ["subsets": [["addresses": [["ip": "1"]]]]]])
        #expect(try await Registration.deregister("9", from: "vmdb", in: "books", on: cluster) == false)
        #expect(await cluster.requests == ["get endpoints/books/vmdb"])
    }

    @Test(arguments: [
        ("3306", "mysql", 3306), ("8080", "http", 8080), ("9999", "9999", 9999), ("web:80", "web", 80),
        (":80", "http", 80),
    ])
    func ports(text: String, name: String, number: Int) throws {
        #expect(try Registration.Port(parsing: text) == Registration.Port(name: name, number: number))
    }

    @Test(arguments: ["", "http", "a:b:80", "a:", "99999999999"])
    func wrongPorts(text: String) {
        #expect(throws: RegistrationArgumentError.self) { try Registration.Port(parsing: text) }
    }

    @Test func labels() throws {
        let entries = try LabelArguments.entries([#""a=b,c",d=e"#, "test", "x=y=z", "d=f"])
        #expect(Node(entries) == ["a": "b,c", "d": "f", "test": "", "x": "y=z"])
        #expect(throws: RegistrationArgumentError.self) { try LabelArguments.entries([#""a"#]) }
    }
}
