import Kubernetes
import YAML

extension ClusterConformance {
    static let objects: [ClusterConformance] = [
        ClusterConformance("a created object can be read again") { cluster in
            let created = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            let read = try await cluster.get(rules, namespace: "default", name: "a")
            try expect(try version(created) == version(read), "the versions differ")
            try expect(read["spec"] == rule("a")["spec"], "the spec changed")
            try expect(read["kind"] == "RouteRule", "the kind is missing")
            try expect(read["apiVersion"] == "config.istio.io/v1alpha2", "the apiVersion is missing")
            try expect(read["metadata"]?["namespace"] == "default", "the namespace is missing")
        },
        ClusterConformance("objects of the core API have their own paths") { cluster in
            _ = try await cluster.create(services, namespace: "books", service("shop"), WriteOptions())
            let read = try await cluster.get(services, namespace: "books", name: "shop")
            try expect(read["kind"] == "Service", "the kind is missing")
        },
        ClusterConformance("a replaced object has the new content and a new version") { cluster in
            let created = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            var changed = rule("a", "reviews")
            changed.set(path: ["metadata", "resourceVersion"], Node(try version(created)))
            let replaced = try await cluster.replace(
                rules, namespace: "default", name: "a", changed, WriteOptions())
            try expect(try version(replaced) != version(created), "the version stayed")
            let read = try await cluster.get(rules, namespace: "default", name: "a")
            try expect(read["spec"]?["destination"]?["name"] == "reviews", "the content stayed")
        },
        ClusterConformance("a deleted object is gone") { cluster in
            _ = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            _ = try await cluster.delete(rules, namespace: "default", name: "a", WriteOptions())
            try await expectStatus(404, "NotFound", "get after delete") {
                try await cluster.get(rules, namespace: "default", name: "a")
            }
        },
        ClusterConformance("a dry run changes nothing") { cluster in
            let dry = WriteOptions(isDryRun: true)
            _ = try await cluster.create(rules, namespace: "default", rule("a"), dry)
            try await expectStatus(404, "NotFound", "get after a dry run") {
                try await cluster.get(rules, namespace: "default", name: "a")
            }
            let created = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            _ = try await cluster.delete(rules, namespace: "default", name: "a", dry)
            var changed = rule("a", "reviews")
            changed.set(path: ["metadata", "resourceVersion"], Node(try version(created)))
            _ = try await cluster.replace(rules, namespace: "default", name: "a", changed, dry)
            let read = try await cluster.get(rules, namespace: "default", name: "a")
            try expect(try version(read) == version(created), "a dry run changed the version")
            try expect(read["spec"] == rule("a")["spec"], "a dry run changed the content")
        },
    ]

    static let refusals: [ClusterConformance] = [
        ClusterConformance("what does not exist is not found") { cluster in
            try await expectStatus(404, "NotFound", "get") {
                try await cluster.get(rules, namespace: "default", name: "none")
            }
            try await expectStatus(404, "NotFound", "delete") {
                try await cluster.delete(rules, namespace: "default", name: "none", WriteOptions())
            }
        },
        ClusterConformance("a type that is not installed is not found") { cluster in
            let unknown = ResourceType(
                group: "absent.example", version: "v1", plural: "things", kind: "Thing")
            try await expectStatus(404, "NotFound", "list") {
                try await cluster.page(unknown, namespace: "default", ListOptions())
            }
        },
        ClusterConformance("a name is taken once") { cluster in
            _ = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            try await expectStatus(409, "AlreadyExists", "create") {
                try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            }
        },
        ClusterConformance("a replacement of an old version is a conflict") { cluster in
            let first = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            var change = rule("a", "reviews")
            change.set(path: ["metadata", "resourceVersion"], Node(try version(first)))
            _ = try await cluster.replace(rules, namespace: "default", name: "a", change, WriteOptions())
            try await expectStatus(409, "Conflict", "replace") {
                try await cluster.replace(rules, namespace: "default", name: "a", change, WriteOptions())
            }
        },
        ClusterConformance("an object without a name is invalid") { cluster in
            var nameless = rule("a")
            nameless.set(path: ["metadata", "name"], nil)
            try await expectStatus(422, "Invalid", "create") {
                try await cluster.create(rules, namespace: "default", nameless, WriteOptions())
            }
        },
        ClusterConformance("no name leads to another path") { cluster in
            for name in ["..", ".", "", "a/b", "a?b", "a%2fb", "a#b"] {
                do {
                    _ = try await cluster.get(rules, namespace: "default", name: name)
                } catch ClusterError.status(let status) where status.code == 400 {
                    continue
                }
                throw Failure(description: "the name \"\(name)\" was accepted")
            }
        },
    ]
}
