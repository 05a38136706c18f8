import Testing

@testable import Commands

@Suite struct ContextCreateTests {
    @Test func writesTheFileOfTheFlag() async {
        let world = TestWorld()
        #expect(
            await world.run("context-create", "--api-server", "http://192.0.2.1:8080", "-c", "new.cfg")
                == .done)
        #expect(world.output == "Context created\n")
        #expect(world.files.text("new.cfg")?.contains("http://192.0.2.1:8080") == true)
    }

    @Test func writesTheHomeDirectorysFileOtherwise() async {
        let world = TestWorld()
        #expect(await world.run("context-create", "--api-server", "http://192.0.2.1") == .done)
        #expect(world.files.text("/home/ann/.kube/config") != nil)
    }

    @Test func saysThatTheContextChanged() async {
        let old =
            "current-context: k\ncontexts: [{name: k, context: {cluster: k, user: ann}}]\nclusters: []\nusers: []\n"
        let world = TestWorld(files: ["old.cfg": old])
        #expect(
            await world.run("context-create", "--api-server", "http://192.0.2.1", "-c", "old.cfg") == .done)
        #expect(world.output == "kubeconfig context switched to \"istio\"\nContext created\n")
        #expect(world.files.text("old.cfg")?.contains("ann") == true)
    }

    @Test(arguments: ["", "192.0.2.1:8080", "api.example", "http://a:b", "ftp://a"])
    func refusesWhatIsNoAddress(_ address: String) async {
        let world = TestWorld()
        #expect(await world.run("context-create", "--api-server", address, "-c", "new.cfg") == .usage)
        #expect(world.files.text("new.cfg") == nil)
    }
}
