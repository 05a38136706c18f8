import IstioAPI
import Testing

@testable import Commands

@Suite struct ExplainCommandTests {
    private func explain(_ words: String...) async -> (world: TestWorld, code: ExitCode) {
        let world = TestWorld()
        return (world, await world.run(["explain"] + words))
    }

    @Test(arguments: ["vs", "virtualservices", "VirtualService", "virtualservices.networking.istio.io"])
    func aTypeMayBeNamedInAnyWay(_ word: String) async {
        let (world, code) = await explain(word + ".spec.http.retries")
        #expect(code == .done)
        #expect(
            world.output.hasPrefix(
                "GROUP:      networking.istio.io\nKIND:       VirtualService\nVERSION:    v1\n\nFIELD: retries"
            ))
        #expect(world.output.contains("perTryTimeout\t<duration>"))
    }

    @Test func everyDeclaredKindIsExplained() async {
        for resource in Catalog.resources {
            let kind = resource.kind
            let (world, code) = await explain(
                kind.plural + "." + kind.group, "--recursive", "--generation=\(kind.generation)")
            #expect(code == .done, "\(kind.name): \(world.errors)")
            #expect(world.output.contains("KIND:       \(kind.name)\n"))
        }
    }

    @Test func theOtherGenerationIsPointedAtAndReached() async {
        let (today, _) = await explain("gateway.spec")
        #expect(today.errors == "note: Gateway of Istio 0.7.1 has other fields: --generation=classic\n")
        let (classic, code) = await explain("gateway.spec", "--generation", "classic")
        #expect(code == .done && classic.output.contains("VERSION:    v1alpha3"))
        #expect(classic.output != today.output)
    }

    @Test func aVersionMayBeChosen() async {
        let (world, code) = await explain("dr", "--api-version=networking.istio.io/v1beta1")
        #expect(code == .done && world.output.contains("VERSION:    v1beta1\n"))
        let (wrong, refused) = await explain("dr", "--api-version=v7")
        #expect(refused == .usage)
        #expect(wrong.errors.contains("no version \"v7\": it is one of networking.istio.io/v1, "))
    }

    @Test(arguments: [
        ("vs.spec.htp", "did you mean `http`?"), ("vs.http", "did you mean `spec.http`?"),
        ("vrtualservice", "did you mean virtualservice?"),
        ("deployment.spec", "kubectl explain deployment.spec"),
        ("denier.spec", "Mixer's kind denier"), ("vs.spec.hosts.x", "no field \"x\""), ("", "is not known"),
        ("vs.spec.\u{1B}c", "\\x1bc"), ("....", "is not known"),
    ])
    func whatCannotBeExplainedHasAReason(_ word: String, _ words: String) async {
        let (world, code) = await explain(word)
        #expect(code == .usage)
        #expect(world.output.isEmpty && world.errors.contains(words), "\(world.errors)")
        #expect(!world.errors.contains("\u{1B}"))
    }

    @Test func fieldsAreCompleted() async {
        let world = TestWorld()
        _ = await world.run(["__completeNoDesc", "explain", "vs.spec.http.ret"])
        #expect(world.output == "vs.spec.http.retries\n:6\n")
    }
}
