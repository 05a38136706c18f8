import Testing

@testable import Commands

@Suite struct HelpTextTests {
    @Test func theRootDescribesTheGlobalFlagsOnce() async {
        let world = TestWorld()
        #expect(await world.run("--help") == .done)
        #expect(world.output.split(separator: "GLOBAL FLAGS:").count == 2)
        #expect(world.output.contains("--kubeconfig"))
        #expect(world.output.contains("ISTIOCTL_NAMESPACE"))
    }

    @Test func otherCommandsSayWhereTheyAre() async {
        let world = TestWorld()
        #expect(await world.run("version", "--help") == .done)
        #expect(!world.output.contains("--kubeconfig"))
        #expect(world.output.contains("istioctl options"))
    }

    @Test func optionsPrintsThem() async {
        let world = TestWorld()
        #expect(await world.run("options") == .done)
        #expect(world.output.hasPrefix("GLOBAL FLAGS:\n"))
        #expect(world.output.contains("--namespace"))
        // Those for old scripts stay out.
        #expect(!world.output.contains("log_output_level"))
    }
}
