import YAML

/// Rules of the volumes of pods.
enum VolumeRules {
    /// The names of the volumes.
    static func check(_ volumes: FieldPlace, _ problems: inout FieldProblems) -> Set<String> {
        problems.unique(volumes.items, by: "name")
        for volume in volumes.items {
            if volume["name"].isEmpty {
                problems.required(volume["name"])
            } else {
                problems.label(volume["name"])
            }
            for extra in (volume.node?.map ?? []).filter({ $0.key != "name" }).dropFirst() {
                problems.forbidden(volume[extra.key], "may not specify more than 1 volume type")
            }
            for (source, field) in needed where volume[source].isThere {
                if volume[source][field].isEmpty { problems.required(volume[source][field]) }
            }
            for source in ["configMap", "secret"] {
                for item in volume[source]["items"].items { check(item: item, &problems) }
            }
        }
        return Set(volumes.items.map { $0["name"].text })
    }

    private static let needed = [
        ("configMap", "name"), ("secret", "secretName"), ("hostPath", "path"), ("nfs", "server"),
        ("nfs", "path"), ("persistentVolumeClaim", "claimName"), ("csi", "driver"),
    ]

    private static func check(item: FieldPlace, _ problems: inout FieldProblems) {
        if item["key"].isEmpty { problems.required(item["key"]) }
        let path = item["path"]
        if path.isEmpty { problems.required(path) }
        if path.text.hasPrefix("/") { problems.invalid(path, "must be a relative path") }
        if path.text.split(separator: "/").contains("..") { problems.invalid(path, "must not contain '..'") }
    }
}
