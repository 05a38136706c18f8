/// `.Release`: which installation of a chart this is.
package struct HelmRelease: Sendable {
    package var name: String
    package var namespace: String
    package var isUpgrade: Bool
    package var revision: Int

    package init(name: String, namespace: String, isUpgrade: Bool = false, revision: Int = 1) {
        self.name = name
        self.namespace = namespace
        self.isUpgrade = isUpgrade
        self.revision = revision
    }

    package var value: Value {
        [
            "Name": .string(name), "Namespace": .string(namespace), "IsUpgrade": .bool(isUpgrade),
            "IsInstall": .bool(!isUpgrade), "Revision": .number(revision), "Service": "Helm",
        ]
    }
}
