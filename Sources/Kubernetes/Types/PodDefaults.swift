package import YAML

/// What the API server adds to pods and to the templates of pods (Kubernetes 1.32, core/v1 defaults).
package enum PodDefaults {
    /// Of a pod itself: its template's, and what admission adds.
    package static func apply(toPod pod: inout Node) {
        apply(toSpec: &pod, at: ["spec"])
        pod.fill(["spec", "enableServiceLinks"], true)
        let account = pod[["spec", "serviceAccountName"]]?.string ?? pod[["spec", "serviceAccount"]]?.string
        pod.set(path: ["spec", "serviceAccountName"], Node(account ?? "default"))
        pod.set(path: ["spec", "serviceAccount"], Node(account ?? "default"))
        pod.fill(["spec", "priority"], 0)
        pod.fill(["spec", "preemptionPolicy"], "PreemptLowerPriority")
        for list in ["containers", "initContainers"] {
            pod.changeEach(["spec", list]) { fillRequests(of: &$0) }
        }
    }

    /// Of the spec at a path of an object.
    package static func apply(toSpec object: inout Node, at path: [String]) {
        object.change(path) { spec in
            spec.fill(["restartPolicy"], "Always")
            spec.fill(["dnsPolicy"], "ClusterFirst")
            spec.fill(["terminationGracePeriodSeconds"], 30)
            spec.fill(["schedulerName"], "default-scheduler")
            spec.fill(["securityContext"], .emptyMap)
            for list in ["containers", "initContainers"] {
                spec.changeEach([list]) { fill(container: &$0) }
            }
            spec.changeEach(["volumes"]) { fill(volume: &$0) }
        }
    }

    /// What is limited is asked for, unless it is said how much.
    package static func fillRequests(of container: inout Node) {
        for limit in container[["resources", "limits"]]?.map ?? [] {
            container.fill(["resources", "requests", limit.key], limit.value)
        }
    }

    package static func fill(container: inout Node) {
        let image = container["image"]?.string ?? ""
        container.fill(["imagePullPolicy"], isLatest(image) ? "Always" : "IfNotPresent")
        container.fill(["terminationMessagePath"], "/dev/termination-log")
        container.fill(["terminationMessagePolicy"], "File")
        container.fill(["resources"], .emptyMap)
        container.changeEach(["ports"]) { $0.fill(["protocol"], "TCP") }
        container.changeEach(["env"]) { variable in
            variable.change(["valueFrom", "fieldRef"]) { $0.fill(["apiVersion"], "v1") }
        }
        for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
            container.change([probe]) { fill(probe: &$0) }
        }
    }

    private static func fill(probe: inout Node) {
        probe.fill(["timeoutSeconds"], 1)
        probe.fill(["periodSeconds"], 10)
        probe.fill(["successThreshold"], 1)
        probe.fill(["failureThreshold"], 3)
        probe.change(["httpGet"]) { get in
            get.fill(["path"], "/")
            get.fill(["scheme"], "HTTP")
        }
        probe.change(["grpc"]) { $0.fill(["service"], "") }
    }

    /// What sources of volumes have when it is not said.
    private static let sources: [(source: String, fields: [(name: String, value: Node)])] = [
        ("configMap", [("defaultMode", 420)]), ("secret", [("defaultMode", 420)]),
        ("projected", [("defaultMode", 420)]), ("downwardAPI", [("defaultMode", 420)]),
        ("hostPath", [("type", "")]), ("iscsi", [("iscsiInterface", "default")]),
        ("rbd", [("pool", "rbd"), ("user", "admin"), ("keyring", "/etc/ceph/keyring")]),
        (
            "azureDisk",
            [("cachingMode", "ReadWrite"), ("fsType", "ext4"), ("readOnly", false), ("kind", "Shared")]
        ),
        ("scaleIO", [("storageMode", "ThinProvisioned"), ("fsType", "xfs")]),
    ]

    package static func fill(volume: inout Node) {
        for (source, fields) in sources {
            volume.change([source]) { content in
                for field in fields { content.fill([field.name], field.value) }
            }
        }
        volume.changeEach(["downwardAPI", "items"]) { fill(item: &$0) }
        volume.changeEach(["projected", "sources"]) { source in
            source.changeEach(["downwardAPI", "items"]) { fill(item: &$0) }
            source.change(["serviceAccountToken"]) { $0.fill(["expirationSeconds"], 3_600) }
        }
        guard let sources = volume.map, sources.count == 1 else { return }
        // A volume of which only the name is said is an empty directory.
        volume.set("emptyDir", .emptyMap)
    }

    private static func fill(item: inout Node) {
        item.change(["fieldRef"]) { $0.fill(["apiVersion"], "v1") }
    }

    /// Whether an image has the tag `latest`, said or not.
    private static func isLatest(_ image: String) -> Bool {
        guard !image.isEmpty, !image.utf8.contains(UInt8(ascii: "@")) else { return false }
        let name = image.split(separator: "/").last ?? ""
        guard let colon = name.lastIndex(of: ":") else { return true }
        return name[name.index(after: colon)...] == "latest"
    }
}
