import Testing

@testable import IstioAPI
@testable import Schema

@Suite struct CatalogTests {
    @Test(arguments: [
        ("vs", "VirtualService"), ("DestinationRule", "DestinationRule"), ("route-rule", "RouteRule"),
        ("serviceentries.networking.istio.io", "ServiceEntry"), ("svc", "Service"), ("rule", "rule"),
        ("gateways.v1beta1.networking.istio.io", "Gateway"), ("POLICIES", "Policy"),
    ])
    func findsTypesAsUsersNameThem(word: String, kind: String) {
        #expect(Catalog.types(named: word).first?.name == kind)
    }

    @Test func everySpellingOfEveryKindFindsIt() {
        for kind in Catalog.kinds {
            var words = [kind.plural, kind.singular, kind.name] + kind.shortNames
            if let classic = kind.classicType { words.append(classic) }
            if !kind.group.isEmpty {
                words += [kind.plural, kind.singular].flatMap { word in
                    ["\(word).\(kind.group)"] + kind.versions.map { "\(word).\($0).\(kind.group)" }
                }
            }
            for word in words + words.map({ $0.uppercased() }) {
                let found = Catalog.types(named: word).map { "\($0.generation) \($0.group)/\($0.name)" }
                #expect(found.contains("\(kind.generation) \(kind.group)/\(kind.name)"), "\(word)")
            }
        }
    }

    @Test func aVersionInTheNameComesFirst() {
        let kind = Catalog.types(named: "gateways.v1beta1.networking.istio.io").first
        #expect(kind?.versions == ["v1beta1", "v1", "v1alpha3"])
    }

    @Test func todaysKindComesBeforeTheClassicOne() {
        #expect(Catalog.types(named: "gateway").map(\.generation) == [.today, .classic])
        #expect(Catalog.kind(group: "networking.istio.io", name: "Gateway")?.generation == .today)
    }

    @Test(arguments: ["", ".", "vs.", ".networking.istio.io", "vs.v9.networking.istio.io", "vs.v1", "v s"])
    func otherWordsFindNothing(word: String) {
        #expect(Catalog.types(named: word).isEmpty)
    }

    @Test func suggestsTheNearestType() {
        #expect(Catalog.suggestion(forType: "virtualservise") == "virtualservice")
        #expect(Catalog.types(named: "nonsense").isEmpty)
    }

    @Test func kindsAreDistinct() {
        let names = Catalog.kinds.map { "\($0.generation) \($0.group)/\($0.name)" }
        #expect(Set(names).count == names.count)
        let plurals = Catalog.kinds.map { "\($0.generation) \($0.group)/\($0.plural)" }
        #expect(Set(plurals).count == plurals.count)
    }

    @Test func declaredKindsAreFoundByTheirKind() {
        for resource in Catalog.resources {
            #expect(Catalog.resource(for: resource.kind) == resource, "\(resource.kind.name)")
        }
        for kind in Catalog.mixerKinds + Catalog.coreKinds { #expect(Catalog.resource(for: kind) == nil) }
    }

    /// `explain`, the schemas and the completion all print these.
    @Test func everythingDeclaredIsDocumented() {
        var seen: Set<String> = []
        for resource in Catalog.resources {
            Self.visit(resource.fields, "\(resource.kind.generation)", &seen) { place, doc in
                #expect(doc.hasSuffix(".") && doc.count > 4 && !doc.contains("\n"), "\(place): \(doc)")
            }
        }
        #expect(seen.count > 150)
    }

    /// Hands the text of a message and of all within it to `body`.
    private static func visit(
        _ fields: MessageFields, _ generation: String, _ seen: inout Set<String>,
        _ body: (String, String) -> Void
    ) {
        guard seen.insert("\(generation) \(fields.name)").inserted else { return }
        body(fields.name, fields.doc)
        for field in fields.all {
            body("\(fields.name).\(field.name)", field.doc)
            if let inner = field.messageFields { visit(inner, generation, &seen, body) }
        }
    }
}
