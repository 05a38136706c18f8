import Validation
import YAML

/// Rules of the containers of a pod, which see each other's names.
struct ContainerRules {
    /// The names of the pod's volumes.
    let volumes: Set<String>
    private var names: Set<String> = []

    init(volumes: Set<String>) { self.volumes = volumes }

    /// `isFirst` for containers that run before the others.
    mutating func check(_ container: FieldPlace, isFirst: Bool, _ problems: inout FieldProblems) {
        let name = container["name"]
        if name.isEmpty {
            problems.required(name)
        } else {
            problems.label(name)
            if !names.insert(name.text).inserted { problems.duplicate(name) }
        }
        let image = container["image"]
        if image.isEmpty { problems.required(image) }
        if image.text.first?.isWhitespace == true || image.text.last?.isWhitespace == true {
            problems.invalid(image, "must not have leading or trailing whitespace")
        }
        problems.word(container["imagePullPolicy"], oneOf: ["Always", "IfNotPresent", "Never"])
        problems.word(container["terminationMessagePolicy"], oneOf: ["FallbackToLogsOnError", "File"])
        Self.check(ports: container["ports"], &problems)
        Self.check(environment: container, &problems)
        check(mounts: container["volumeMounts"], &problems)
        ResourceRules.check(container["resources"], &problems)
        for probe in ["livenessProbe", "readinessProbe", "startupProbe"] where container[probe].isThere {
            ProbeRules.check(container[probe], mustSucceedOnce: probe != "readinessProbe", &problems)
        }
        if isFirst, container["restartPolicy"].text != "Always" {
            for field in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"]
            where container[field].isThere {
                problems.forbidden(
                    container[field], "may not be set for init containers without restartPolicy=Always")
            }
        }
    }

    private static func check(ports: FieldPlace, _ problems: inout FieldProblems) {
        problems.unique(ports.items, by: "name")
        for port in ports.items {
            if port["containerPort"].isThere {
                problems.port(port["containerPort"])
            } else {
                problems.required(port["containerPort"])
            }
            if let host = port["hostPort"].int, host != 0 { problems.port(port["hostPort"]) }
            problems.word(port["protocol"], oneOf: ["SCTP", "TCP", "UDP"])
            if !port["name"].isEmpty { problems.portOrName(port["name"]) }
        }
    }

    private static func check(environment container: FieldPlace, _ problems: inout FieldProblems) {
        for variable in container["env"].items {
            let name = variable["name"]
            if name.isEmpty {
                problems.required(name)
            } else if name.text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7e || $0 == UInt8(ascii: "=") }) {
                problems.invalid(
                    name,
                    "a valid environment variable name must consist only of printable ASCII characters "
                        + "other than '='")
            }
            guard let sources = variable["valueFrom"].node?.map else { continue }
            if !variable["value"].isEmpty {
                problems.invalid(
                    variable["valueFrom"].holding(""), "may not be specified when `value` is not empty")
            }
            if sources.isEmpty {
                problems.invalid(
                    variable["valueFrom"].holding(""),
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"
                )
            } else if sources.count > 1 {
                problems.invalid(
                    variable["valueFrom"].holding(""), "may not have more than one field specified at a time")
            }
            for source in ["configMapKeyRef", "secretKeyRef"] where variable["valueFrom"][source].isThere {
                let key = variable["valueFrom"][source]["key"]
                if key.isEmpty { problems.required(key) }
            }
        }
        for source in container["envFrom"].items {
            if !source["configMapRef"].isThere, !source["secretRef"].isThere {
                problems.invalid(
                    source.holding(""), "must specify one of: `configMapRef` or `secretRef`")
            }
        }
    }

    private func check(mounts: FieldPlace, _ problems: inout FieldProblems) {
        var paths: Set<String> = []
        for mount in mounts.items {
            if mount["name"].isEmpty {
                problems.required(mount["name"])
            } else if !volumes.contains(mount["name"].text) {
                problems.notFound(mount["name"])
            }
            let path = mount["mountPath"]
            if path.isEmpty {
                problems.required(path)
            } else if !paths.insert(path.text).inserted {
                problems.invalid(path, "must be unique")
            }
            if !mount["subPath"].isEmpty, mount["subPath"].text.hasPrefix("/") {
                problems.invalid(mount["subPath"], "must be a relative path")
            }
        }
    }
}
