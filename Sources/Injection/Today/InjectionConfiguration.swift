import Diagnostics
import Template
import YAML

/// How an injector works: its templates and whom it injects; the key `config` of the ConfigMap
/// `istio-sidecar-injector` (Istio 1.30, `inject.Config`).
package struct InjectionConfiguration: Sendable {
    let policy: InjectionPolicy
    /// Which templates a pod gets that asks for none.
    let defaultTemplates: [String]
    /// Names that stand for several templates.
    let aliases: [String: [String]]
    /// Annotations that every injected pod gets.
    let annotations: [(name: String, value: String)]
    private let templates: [String: TemplateSet]

    /// The template of sidecars, which is everybody's unless the configuration says otherwise.
    static let sidecar = "sidecar"

    /// Reads a configuration. A map without templates, and anything but a map, is the text of the one
    /// template for sidecars.
    package init(_ text: String, name: String) throws(InjectionError) {
        let documents = YAMLReader.documents(in: Source(name: name, text))
        let root = documents.first?.root ?? .null
        guard let raw = root["templates"]?.map, documents.count == 1 else {
            self.init(templates: [Self.sidecar: try Self.parse(text)], .emptyMap)
            return
        }
        var templates: [String: TemplateSet] = [:]
        for entry in raw {
            templates[entry.key] = try Self.parse(entry.value.string ?? "")
        }
        self.init(templates: templates, root)
    }

    private init(templates: [String: TemplateSet], _ root: Node) {
        self.templates = templates
        policy = InjectionPolicy(
            isEnabled: root["policy"]?.string != "disabled", never: root["neverInjectSelector"]?.list ?? [],
            always: root["alwaysInjectSelector"]?.list ?? [])
        let names = (root["defaultTemplates"]?.list ?? []).compactMap(\.string)
        defaultTemplates = names.isEmpty ? [Self.sidecar] : names
        aliases = Dictionary(
            (root["aliases"]?.map ?? []).map { ($0.key, ($0.value.list ?? []).compactMap(\.string)) },
            uniquingKeysWith: { $1 })
        annotations = (root["injectedAnnotations"]?.map ?? []).compactMap { entry in
            entry.value.string.map { (entry.key, $0) }
        }
    }

    private static func parse(_ text: String) throws(InjectionError) -> TemplateSet {
        var set = TemplateSet("inject", functions: .injector)
        do {
            try set.parse("inject", Text(text))
        } catch {
            throw InjectionError(error.message)
        }
        return set
    }

    /// The names of the templates that a pod gets, aliases resolved.
    func templateNames(for pod: Node, byDefault: [String]) -> [String] {
        let asked = pod.annotation(InjectionName.templates).map { text in
            text.split(separator: ",", omittingEmptySubsequences: false).map { name in
                String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
        return (asked ?? byDefault).flatMap { aliases[$0] ?? [$0] }
    }

    func template(_ name: String) throws(InjectionError) -> TemplateSet {
        guard let found = templates[name] else {
            let known = templates.keys.sorted().joined(separator: ", ")
            throw InjectionError("requested template \"\(name)\" not found; have \(known)")
        }
        return found
    }
}
