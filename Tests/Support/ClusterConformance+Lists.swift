import Kubernetes
import YAML

extension ClusterConformance {
    static let lists: [ClusterConformance] = [
        ClusterConformance("an empty list is a list") { cluster in
            let items = try await Pager(cluster, rules, namespace: "default").all()
            try expect(items.isEmpty, "an empty cluster lists \(items.count) objects")
        },
        ClusterConformance("pages make up the whole list, sorted by name") { cluster in
            for name in ["e", "c", "a", "d", "b"] {
                _ = try await cluster.create(rules, namespace: "default", rule(name), WriteOptions())
            }
            var options = ListOptions()
            options.limit = 2
            let first = try await cluster.page(rules, namespace: "default", options)
            try expect(first["items"]?.list?.count == 2, "a page of 2 has not 2 items")
            try expect(first["metadata"]?["continue"]?.string?.isEmpty == false, "a page leads nowhere")
            let items = try await Pager(cluster, rules, namespace: "default", options).all()
            try expect(items.map(name) == ["a", "b", "c", "d", "e"], "the list is \(items.map(name))")
            try expect(items.allSatisfy { $0["kind"] == "RouteRule" }, "items have no kind")
        },
        ClusterConformance("labels select") { cluster in
            let jason = rule("jason", labels: ["team": "reviews", "user": "jason"])
            _ = try await cluster.create(rules, namespace: "default", jason, WriteOptions())
            let all = rule("all", labels: ["team": "reviews"])
            _ = try await cluster.create(rules, namespace: "default", all, WriteOptions())
            for (selector, wanted) in [
                ("team=reviews", ["all", "jason"]), ("user", ["jason"]), ("!user", ["all"]),
                ("user in (jason,ann),team", ["jason"]), ("team!=reviews", []),
            ] {
                let options = ListOptions(labelSelector: selector)
                let found = try await Pager(cluster, rules, namespace: "default", options).all().map(name)
                try expect(found == wanted, "\(selector) selects \(found) instead of \(wanted)")
            }
        },
        ClusterConformance("without a namespace, all namespaces are listed") { cluster in
            var other = rule("b")
            other.set(path: ["metadata", "namespace"], "books")
            _ = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            _ = try await cluster.create(rules, namespace: "books", other, WriteOptions())
            let all = try await Pager(cluster, rules).all().map(name)
            try expect(all.sorted() == ["a", "b"], "all namespaces have \(all)")
            let some = try await Pager(cluster, rules, namespace: "books").all().map(name)
            try expect(some == ["b"], "one namespace has \(some)")
        },
        ClusterConformance("discovery names what is served") { cluster in
            let discovery = Discovery(cluster)
            let resources = try await discovery.resources(group: "config.istio.io", version: "v1alpha2")
            let found = resources.first { $0.plural == "routerules" }
            try expect(
                found?.kind == "RouteRule" && found?.isNamespaced == true, "route rules are not served")
            let none = try await discovery.resources(group: "absent.example", version: "v1")
            try expect(none.isEmpty, "a group that is not installed is served")
        },
    ]

    static let watches: [ClusterConformance] = [
        ClusterConformance("a watch tells every change since a version, in order") { cluster in
            let first = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            var options = ListOptions()
            options.resourceVersion = try version(first)
            var change = rule("a", "reviews")
            change.set(path: ["metadata", "resourceVersion"], first["metadata"]?["resourceVersion"])
            _ = try await cluster.replace(rules, namespace: "default", name: "a", change, WriteOptions())
            _ = try await cluster.create(rules, namespace: "default", rule("b"), WriteOptions())
            _ = try await cluster.delete(rules, namespace: "default", name: "a", WriteOptions())
            var seen: [String] = []
            for try await event in cluster.watch(rules, namespace: "default", options) {
                switch event {
                case .added(let object): seen.append("+\(name(object))")
                case .modified(let object): seen.append("~\(name(object))")
                case .deleted(let object): seen.append("-\(name(object))")
                case .bookmark: continue
                }
                if seen.count == 3 { break }
            }
            try expect(seen == ["~a", "+b", "-a"], "the watch told \(seen)")
        },
        ClusterConformance("a watcher begins with the list") { cluster in
            struct Enough: Error {}
            _ = try await cluster.create(rules, namespace: "default", rule("a"), WriteOptions())
            var seen: [String] = []
            do {
                try await Watcher(cluster, rules, namespace: "default").follow { change in
                    switch change {
                    case .all(let items):
                        seen.append("=\(items.map(name))")
                        _ = try await cluster.create(
                            rules, namespace: "default", rule("b"), WriteOptions())
                    case .added(let object): seen.append("+\(name(object))")
                    case .modified, .deleted: seen.append("?")
                    }
                    if seen.count == 2 { throw Enough() }
                }
            } catch is Enough {}
            try expect(seen == ["=[\"a\"]", "+b"], "the watcher told \(seen)")
        },
    ]
}
