import YAML

/// Rules of ConfigMaps and Secrets.
enum DataRules {
    /// Of all values together.
    private static let mostBytes = 1024 * 1024

    static func check(configMap root: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        check(["data", "binaryData"], of: root, &problems)
        for (key, _) in root["data"].entries where root["binaryData"].node?[key] != nil {
            problems.invalid(
                root["data"].holding(Node(key)), "duplicate of key present in binaryData")
        }
        keep(["data", "binaryData"], of: root, as: old, &problems)
    }

    static func check(secret root: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        check(["data"], of: root, &problems)
        check(type: root, &problems)
        if let old { problems.unchanged(root["type"], from: old["type"]) }
        keep(["data"], of: root, as: old, &problems)
    }

    private static func check(_ fields: [String], of root: FieldPlace, _ problems: inout FieldProblems) {
        var size = 0
        for field in fields {
            for (key, value) in root[field].entries {
                if !isKey(key) {
                    problems.invalid(
                        value.holding(Node(key)),
                        "a valid config key must consist of at most 253 alphanumeric characters, '-', '_' or '.'"
                    )
                }
                size +=
                    field == "data" && fields.count > 1
                    ? value.text.utf8.count : value.text.utf8.count / 4 * 3
            }
        }
        if size > mostBytes { problems.tooLong(root["data"], bytes: mostBytes) }
    }

    private static func isKey(_ key: String) -> Bool {
        guard !key.isEmpty, key.utf8.count <= 253, key != ".", !key.hasPrefix("..") else { return false }
        return key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    /// What was made not to change does not.
    private static func keep(
        _ fields: [String], of root: FieldPlace, as old: FieldPlace?, _ problems: inout FieldProblems
    ) {
        guard let old, old["immutable"].node?.bool == true else { return }
        if root["immutable"].node?.bool != true {
            problems.forbidden(root["immutable"], "field is immutable when `immutable` is set")
        }
        for field in fields where (root[field].node ?? .null) != (old[field].node ?? .null) {
            problems.forbidden(root[field], "field is immutable when `immutable` is set")
        }
    }

    /// Keys that secrets of known types must have.
    private static func check(type root: FieldPlace, _ problems: inout FieldProblems) {
        let data = root["data"]
        func need(_ keys: [String]) {
            for key in keys where data.node?[key] == nil { problems.required(data.missing(key)) }
        }
        switch root["type"].text {
        case "kubernetes.io/tls": need(["tls.crt", "tls.key"])
        case "kubernetes.io/dockercfg": need([".dockercfg"])
        case "kubernetes.io/dockerconfigjson": need([".dockerconfigjson"])
        case "kubernetes.io/ssh-auth": need(["ssh-privatekey"])
        case "kubernetes.io/basic-auth":
            if data.node?["username"] == nil, data.node?["password"] == nil {
                need(["username", "password"])
            }
        case "kubernetes.io/service-account-token":
            let name = "kubernetes.io/service-account.name"
            if root[["metadata", "annotations", name]].isEmpty {
                problems.required(root["metadata"]["annotations"].missing(name))
            }
        default: break
        }
    }
}
