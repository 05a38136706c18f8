import ArgumentParser

/// Where Istio 0.8 had its converter; kept so that what people wrote down still works.
struct Experimental: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experimental",
        abstract: "Commands under the names that they had when they were new.",
        shouldDisplay: false,
        subcommands: [
            Convert.self, TemplateCommand.self, CheckInject.self, InjectorCommand.self,
            Precheck.self, RevisionCommand.self,
        ],
        aliases: ["x"])
}
