import Testing

@testable import Commands

@Suite struct ProfileCommandTests {
    @Test func profilesAreListed() async {
        let world = TestWorld()
        #expect(await world.run("profile", "list") == .done)
        #expect(world.output.contains("default\ndemo\nempty\n"))
    }

    @Test func aPartOfAProfileIsShown() async {
        let world = TestWorld()
        #expect(
            await world.run("profile", "dump", "demo", "--config-path", "components.egressGateways") == .done)
        #expect(world.output == "- enabled: true\n  name: istio-egressgateway\n")
        let other = TestWorld()
        #expect(await other.run("profile", "dump", "--config-path", "no.such", "-o", "json") == .badInput)
        #expect(other.errors == "Error: there is no no.such in the profile\n")
    }

    @Test func profilesAndFilesAreCompared() async {
        let file = "kind: IstioOperator\napiVersion: install.istio.io/v1alpha1\nspec: {profile: minimal}\n"
        let world = TestWorld(files: ["o.yaml": file])
        #expect(await world.run("profile", "diff", "minimal", "o.yaml") == .done)
        #expect(await world.run("profile", "diff", "default", "o.yaml") == .failed)
        #expect(world.output.contains("-    - enabled: true\n+    - enabled: false\n"))
        #expect(await world.run("profile", "diff", "default", "none") == .trouble)
    }

    @Test func aNearNameIsProposed() async {
        let world = TestWorld()
        #expect(await world.run("profile", "dump", "dmo") == .badInput)
        #expect(world.errors.contains("there is no profile \"dmo\"; did you mean demo?"))
    }
}
