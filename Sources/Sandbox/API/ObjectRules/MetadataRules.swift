import Validation
import YAML

/// What every object's metadata must keep to.
enum MetadataRules {
    /// Of all annotations of an object together.
    private static let annotationBytes = 256 * 1024

    static func check(_ metadata: FieldPlace, _ problems: inout FieldProblems) {
        check(labels: metadata["labels"], &problems)
        check(annotations: metadata["annotations"], &problems)
        for finalizer in metadata["finalizers"].items where !LabelSyntax.isKey(finalizer.text) {
            problems.invalid(finalizer, LabelSyntax.keyForm)
        }
        check(owners: metadata["ownerReferences"], &problems)
    }

    static func check(labels: FieldPlace, _ problems: inout FieldProblems) {
        for (key, value) in labels.entries {
            check(key: key, of: labels, &problems)
            if !LabelSyntax.isValue(value.text) {
                problems.invalid(labels.holding(value.node), LabelSyntax.valueForm)
            }
        }
    }

    private static func check(annotations: FieldPlace, _ problems: inout FieldProblems) {
        var size = 0
        for (key, value) in annotations.entries {
            check(key: key.lowercased(), of: annotations, &problems)
            size += key.utf8.count + value.text.utf8.count
        }
        if size > annotationBytes { problems.tooLong(annotations, bytes: annotationBytes) }
    }

    private static func check(key: String, of field: FieldPlace, _ problems: inout FieldProblems) {
        guard !LabelSyntax.isKey(key) else { return }
        problems.invalid(field.holding(Node(key)), LabelSyntax.keyForm)
    }

    private static func check(owners: FieldPlace, _ problems: inout FieldProblems) {
        for owner in owners.items {
            for field in ["apiVersion", "kind", "name", "uid"] where owner[field].isEmpty {
                problems.required(owner[field])
            }
        }
        if owners.items.count(where: { $0["controller"].node?.bool == true }) > 1 {
            problems.invalid(owners, "Only one reference can have Controller set to true")
        }
    }
}
