import FoundationEssentials

/// `/metrics` in the text format of Prometheus, under the names that a Kubernetes API server uses.
struct MetricsDocument {
    let requests: RequestMetrics
    let watches: Int
    let store: SandboxStore

    func text() throws -> String {
        var text = head("apiserver_request_total", "counter", "Requests by verb, resource and code.")
        let all = requests.all
        for (label, count) in all {
            text += "apiserver_request_total{\(labels(label)),code=\"\(label.code)\"} \(count.requests)\n"
        }
        text += durations(all)
        text += head("apiserver_longrunning_requests", "gauge", "Watches that are open.")
        text += "apiserver_longrunning_requests{verb=\"WATCH\"} \(watches)\n"
        text += head("apiserver_storage_objects", "gauge", "Stored objects by resource.")
        let usage = try store.usage()
        for (resource, count) in usage.objects {
            text += "apiserver_storage_objects{resource=\"\(escaped(resource))\"} \(count)\n"
        }
        text += head("apiserver_storage_size_bytes", "gauge", "Size of the database with its history.")
        text += "apiserver_storage_size_bytes \(usage.bytes)\n"
        text += head("process_resident_memory_bytes", "gauge", "Resident memory of the sandbox.")
        return text + "process_resident_memory_bytes \(Self.residentBytes)\n"
    }

    private func durations(_ all: [(label: RequestMetrics.Label, count: RequestMetrics.Count)]) -> String {
        let name = "apiserver_request_duration_seconds"
        var text = head(name, "histogram", "How long answers took, by verb and resource.")
        var sums: [(labels: String, count: RequestMetrics.Count)] = []
        for (label, count) in all {
            let labels = labels(label)
            // Codes of one resource stand beside each other.
            if let last = sums.indices.last, sums[last].labels == labels {
                sums[last].count.merge(count)
            } else {
                sums.append((labels, count))
            }
        }
        for (labels, count) in sums {
            var soFar = 0
            for (bound, number) in zip(RequestMetrics.bounds, count.buckets) {
                soFar += number
                text += "\(name)_bucket{\(labels),le=\"\(bound)\"} \(soFar)\n"
            }
            text += "\(name)_bucket{\(labels),le=\"+Inf\"} \(count.requests)\n"
            text += "\(name)_sum{\(labels)} \(count.seconds)\n"
            text += "\(name)_count{\(labels)} \(count.requests)\n"
        }
        return text
    }

    private func head(_ name: String, _ type: String, _ help: String) -> String {
        "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private func labels(_ label: RequestMetrics.Label) -> String {
        let pairs = [
            ("verb", label.verb), ("group", label.group), ("version", label.version),
            ("resource", label.resource), ("subresource", label.subresource),
        ]
        return pairs.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",")
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\", "\"": result += "\\\(character)"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }

    /// The second number of `/proc/self/statm` counts pages; 0 where there is no such file.
    private static var residentBytes: Int {
        guard let data = try? Data(contentsOf: URL(filePath: "/proc/self/statm")) else { return 0 }
        let words = String(decoding: data, as: UTF8.self).split(separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * 4_096
    }
}

extension RequestMetrics.Count {
    fileprivate mutating func merge(_ other: Self) {
        requests += other.requests
        seconds += other.seconds
        for (place, number) in other.buckets.enumerated() { buckets[place] += number }
    }
}
