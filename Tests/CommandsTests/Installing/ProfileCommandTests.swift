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

    @Test func aNearNameIsProposed() async {
        let world = TestWorld()
        #expect(await world.run("profile", "dump", "dmo") == .badInput)
        #expect(world.errors.contains("there is no profile \"dmo\"; did you mean demo?"))
    }
}
