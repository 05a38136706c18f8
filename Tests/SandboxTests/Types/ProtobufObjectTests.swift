import Kubernetes
import Testing
import YAML

@testable import Sandbox

/// Bodies in protocol buffers, as clients of Go send them.
@Suite struct ProtobufObjectTests {
    private static func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
        [UInt8(number << 3 | 2), UInt8(bytes.count)] + bytes
    }
    private static func field(_ number: Int, _ text: String) -> [UInt8] { field(number, Array(text.utf8)) }
    private static func field(_ number: Int, number value: UInt8) -> [UInt8] { [UInt8(number << 3), value] }

    private static func envelope(_ apiVersion: String, _ kind: String, _ content: [UInt8]) -> [UInt8] {
        Array("k8s\0".utf8) + field(1, field(1, apiVersion) + field(2, kind)) + field(2, content)
    }

    @Test func readsKindAndFields() throws {
        let metadata = field1Named("web")
        let port =
            Self.field(1, "http") + Self.field(2, "TCP") + Self.field(3, number: 80)
            + Self.field(4, Self.field(1, number: 1) + Self.field(3, "web"))
        let spec =
            Self.field(1, port) + Self.field(2, Self.field(1, "app") + Self.field(2, "web"))
            + Self.field(4, "ClusterIP")
        let node = try ProtobufObject.node(
            Self.envelope("v1", "Service", Self.field(1, metadata) + Self.field(2, spec)))
        #expect(
            node == [
                "apiVersion": "v1", "kind": "Service", "metadata": ["name": "web"],
                "spec": [
                    "ports": [["name": "http", "protocol": "TCP", "port": 80, "targetPort": "web"]],
                    "selector": ["app": "web"], "type": "ClusterIP",
                ],
            ])
    }

    private func field1Named(_ name: String) -> [UInt8] { Self.field(1, name) + Self.field(2, "") }

    @Test func zeroStaysWhereItDiffersFromAbsence() throws {
        let spec = Self.field(1, number: 0) + Self.field(5, number: 0)
        let node = try ProtobufObject.node(
            Self.envelope("apps/v1", "Deployment", Self.field(2, spec)))
        #expect(node["spec"] == ["replicas": 0], "minReadySeconds of 0 is none")
    }

    @Test func fieldsOfVolumesStandBesideTheName() throws {
        let volume = Self.field(1, "cache") + Self.field(2, Self.field(2, []))
        let pod = Self.field(2, Self.field(1, volume))
        let node = try ProtobufObject.node(Self.envelope("v1", "Pod", pod))
        #expect(node["spec"]?["volumes"] == [["name": "cache", "emptyDir": .emptyMap]])
    }

    @Test func listsWithinMapsAreMessages() throws {
        let extra = Self.field(1, "scopes") + Self.field(2, Self.field(1, "a") + Self.field(1, "b"))
        let review = Self.field(2, Self.field(5, extra))
        let node = try ProtobufObject.node(
            Self.envelope("authorization.k8s.io/v1", "SubjectAccessReview", review))
        #expect(node["spec"]?["extra"] == ["scopes": ["a", "b"]])
    }

    @Test(
        arguments: [
            [], Array("{}".utf8), Array("k8s\0".utf8) + [0x0A, 0x7F, 1],
            Array("k8s\0".utf8) + [0x0A] + [UInt8](repeating: 0xFF, count: 11), Array("k8s\0".utf8) + [0x0B],
            envelope("v1", "Starship", []), envelope("v1", "Pod", [0x0A, 0x05, 1]),
        ] as [[UInt8]])
    func whatIsNoneIsRefused(bytes: [UInt8]) {
        #expect(throws: ProtobufObject.Problem.self) { try ProtobufObject.node(bytes) }
    }

    @Test func anyBytesWillDo() {
        var state: UInt64 = 3
        for _ in 0..<3_000 {
            let content = (0..<60).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40) & 0x3F
            }
            _ = try? ProtobufObject.node(Self.envelope("v1", "Pod", content))
        }
    }

    @Test func tablesAreWellFormed() throws {
        let messages = Dictionary(
            uniqueKeysWithValues: KubernetesTypes.keys.map { ($0, KubernetesTypes.message($0)) })
        #expect(messages.count > 350)
        for (key, message) in messages {
            let message = try #require(message)
            for field in message.fields {
                for named in Self.names(field.type) {
                    #expect(messages[named] != nil, "\(key) refers to \(named)")
                }
                #expect(field.number > 0)
            }
            let names = message.json.all.map(\.name)
            #expect(Set(names).count == names.count, "\(key) has a field twice")
        }
        let containers = KubernetesTypes.message("core/v1.PodSpec")?.field("containers")
        #expect(containers?.isRequired == true && containers?.mergeKey == "name")
        #expect(KubernetesTypes.message("core/v1.Volume")?.field("emptyDir") != nil)
    }

    private static func names(_ type: MessageType.FieldType) -> [String] {
        switch type {
        case .message(let reference): [reference.key]
        case .list(let item), .map(let item): names(item)
        default: []
        }
    }
}
