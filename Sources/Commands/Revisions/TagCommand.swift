import ArgumentParser

/// `istioctl tag`: names for revisions.
struct TagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Give revisions of the control plane names that namespaces can choose.",
        discussion: """
            A namespace with the label istio.io/rev=TAG gets the sidecars of the revision that the tag \
            points to; moving the tag moves all of them with the next restart of their pods. The tag \
            `default` is for namespaces with istio-injection=enabled.

            Examples:
              istioctl tag set prod --revision canary
              istioctl tag list
            """,
        subcommands: [TagSet.self, TagGenerate.self, TagList.self, TagRemove.self])
}
