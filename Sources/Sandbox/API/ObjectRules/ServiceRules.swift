import Validation
import YAML

/// Rules of services.
enum ServiceRules {
    static func check(_ root: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        let spec = root["spec"]
        let type = spec["type"].text
        problems.word(spec["type"], oneOf: ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"])
        problems.word(spec["sessionAffinity"], oneOf: ["ClientIP", "None"])
        MetadataRules.check(labels: spec["selector"], &problems)
        let address = spec["clusterIP"].text
        if type == "ExternalName" {
            let name = spec["externalName"]
            if name.isEmpty {
                problems.required(name)
            } else if let problem = ObjectNames.problem(name.text, as: .subdomain) {
                problems.invalid(name, problem)
            }
        } else if spec["ports"].isEmpty, address != "None" {
            problems.required(spec["ports"])
        }
        if address == "None", type == "NodePort" || type == "LoadBalancer" {
            problems.invalid(
                spec["clusterIPs"].holding(["None"]), "may not be set to 'None' for \(type) services")
        }
        check(ports: spec["ports"], &problems)
        check(address: spec, old?["spec"], &problems)
    }

    private static func check(ports: FieldPlace, _ problems: inout FieldProblems) {
        problems.unique(ports.items, by: "name")
        var seen: Set<String> = []
        for port in ports.items {
            if port["name"].isEmpty {
                if ports.items.count > 1 { problems.required(port["name"]) }
            } else {
                problems.label(port["name"])
            }
            if port["port"].isThere {
                problems.port(port["port"])
            } else {
                problems.required(port["port"])
            }
            problems.word(port["protocol"], oneOf: ["SCTP", "TCP", "UDP"])
            problems.portOrName(port["targetPort"])
            let key = "\(port["protocol"].text)/\(port["port"].int ?? 0)"
            if !seen.insert(key).inserted { problems.duplicate(port) }
        }
    }

    private static func check(address spec: FieldPlace, _ old: FieldPlace?, _ problems: inout FieldProblems) {
        let address = spec["clusterIP"]
        if !address.isEmpty, address.text != "None", !Address.isAddress(address.text) {
            problems.invalid(
                address, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")
        }
        // Only a service that had or gets no address of its own may change it.
        guard let old, !old["clusterIP"].isEmpty, old["type"].text != "ExternalName",
            spec["type"].text != "ExternalName"
        else { return }
        problems.unchanged(address, from: old["clusterIP"], "may not change once set")
    }
}
