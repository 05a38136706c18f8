import Schema
import YAML

/// Rules of claims to storage.
enum ClaimRules {
    private static let modes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]

    static func check(_ root: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        let spec = root["spec"]
        if spec["accessModes"].isEmpty {
            problems.required(spec["accessModes"], "at least 1 access mode is required")
        }
        for mode in spec["accessModes"].items { problems.word(mode, oneOf: modes) }
        problems.word(spec["volumeMode"], oneOf: ["Block", "Filesystem"])
        ResourceRules.check(spec["resources"], &problems)
        let size = spec[["resources", "requests", "storage"]]
        if !size.isThere { problems.required(size) }
        guard let old else { return }
        if fixed(spec.node) != fixed(old["spec"].node) {
            problems.forbidden(
                spec,
                "spec is immutable after creation except resources.requests and volumeAttributesClassName")
        }
        let before = old[["spec", "resources", "requests", "storage"]]
        if let new = amount(size), let last = amount(before), new < last {
            problems.forbidden(size, "field can not be less than previous value")
        }
    }

    private static func amount(_ field: FieldPlace) -> Double? {
        field.node?.double ?? field.node?.string.flatMap(Quantity.value)
    }

    private static func fixed(_ spec: Node?) -> Node {
        let changing: Set = ["resources", "volumeAttributesClassName", "volumeName"]
        return Node((spec?.map ?? []).filter { !changing.contains($0.key) })
    }
}
