// swift-format-ignore-file
// Written by `make commands`; KnownCommandsTests compares it with the declarations.

import ArgumentParser

/// All commands and their flags, known without asking every declaration for its name and
/// ArgumentParser for its flags.
enum KnownCommands {
    /// The command at a path, such as `sandbox up`.
    static func command(_ path: String) -> (any ParsableCommand.Type)? {
        switch path {
        case "apply": Apply.self
        case "create": Create.self
        case "replace": Replace.self
        case "edit": Edit.self
        case "delete": Delete.self
        case "get": Get.self
        case "diff": Diff.self
        case "validate": Validate.self
        case "analyze": Analyze.self
        case "convert": Convert.self
        case "explain": ExplainCommand.self
        case "api-resources": APIResources.self
        case "kube-inject": KubeInject.self
        case "uninject": Uninject.self
        case "injector": InjectorCommand.self
        case "injector serve": InjectorServe.self
        case "injector create-cert": InjectorCreateCert.self
        case "injector webhook-config": InjectorWebhookConfig.self
        case "injector label": InjectorLabel.self
        case "injector list": InjectorList.self
        case "check-inject": CheckInject.self
        case "register": Register.self
        case "deregister": Deregister.self
        case "dashboard": DashboardCommand.self
        case "dashboard prometheus": DashboardPrometheus.self
        case "dashboard grafana": DashboardGrafana.self
        case "dashboard jaeger": DashboardJaeger.self
        case "dashboard zipkin": DashboardZipkin.self
        case "dashboard kiali": DashboardKiali.self
        case "dashboard skywalking": DashboardSkywalking.self
        case "dashboard proxy": DashboardProxy.self
        case "dashboard controlz": DashboardControlZ.self
        case "dashboard istiod-debug": DashboardIstiodDebug.self
        case "install": Install.self
        case "upgrade": Upgrade.self
        case "uninstall": Uninstall.self
        case "verify-install": VerifyInstall.self
        case "tag": TagCommand.self
        case "tag set": TagSet.self
        case "tag generate": TagGenerate.self
        case "tag list": TagList.self
        case "tag remove": TagRemove.self
        case "revision": RevisionCommand.self
        case "revision list": RevisionList.self
        case "revision describe": RevisionDescribe.self
        case "manifest": ManifestCommand.self
        case "manifest generate": ManifestGenerate.self
        case "manifest diff": ManifestDiff.self
        case "manifest images": ManifestImages.self
        case "manifest translate": ManifestTranslate.self
        case "manifest charts": ManifestCharts.self
        case "manifest install": Install.self
        case "profile": ProfileCommand.self
        case "profile list": ProfileList.self
        case "profile dump": ProfileDump.self
        case "profile diff": ProfileDiff.self
        case "gen-deploy": GenDeploy.self
        case "context-create": ContextCreate.self
        case "sandbox": SandboxCommand.self
        case "sandbox up": SandboxUp.self
        case "sandbox status": SandboxStatusCommand.self
        case "sandbox kubeconfig": SandboxKubeconfig.self
        case "sandbox down": SandboxDown.self
        case "sandbox reset": SandboxReset.self
        case "sandbox stand-in": SandboxStandIn.self
        case "version": Version.self
        case "options": Options.self
        case "completion": Completion.self
        case "generate-man": GenerateManual.self
        case "generate-commands": GenerateCommands.self
        case "mixer": Mixer.self
        case "experimental": Experimental.self
        case "experimental convert": Convert.self
        case "experimental template": TemplateCommand.self
        case "experimental check-inject": CheckInject.self
        case "experimental injector": InjectorCommand.self
        case "experimental injector serve": InjectorServe.self
        case "experimental injector create-cert": InjectorCreateCert.self
        case "experimental injector webhook-config": InjectorWebhookConfig.self
        case "experimental injector label": InjectorLabel.self
        case "experimental injector list": InjectorList.self
        case "experimental precheck": Precheck.self
        case "experimental revision": RevisionCommand.self
        case "experimental revision list": RevisionList.self
        case "experimental revision describe": RevisionDescribe.self
        default: nil
        }
    }

    /// What a group offers, as shells are told of it; nil for a command that does
    /// something itself.
    static func children(_ path: String) -> [CompletionRequest.Candidate]? {
        switch path {
        case "": [
                .init(text: "apply", help: "Create or change objects as files say, and leave the rest of them alone."),
                .init(text: "create", help: "Create policies and rules."),
                .init(text: "replace", help: "Replace existing policies and rules."),
                .init(text: "edit", help: "Change objects of a cluster in an editor."),
                .init(text: "delete", help: "Delete policies or rules."),
                .init(text: "get", help: "Retrieve policies and rules."),
                .init(text: "diff", help: "Show what apply would change."),
                .init(text: "validate", help: "Validate policies and rules without a cluster."),
                .init(text: "analyze", help: "Analyze a mesh: files, a cluster, or files over a cluster."),
                .init(text: "convert", help: "Convert rules of Istio 0.7.1 and of today to Istio 1.30, the Gateway API or Linkerd."),
                .init(text: "explain", help: "Describe a kind of Istio, or one of its fields."),
                .init(text: "api-resources", help: "List the types of objects that the cluster serves."),
                .init(text: "kube-inject", help: "Put Istio\'s sidecar into the workloads of manifests."),
                .init(text: "uninject", help: "Take Istio\'s sidecar out of the workloads of manifests."),
                .init(text: "injector", help: "Serve the webhook that injects sidecars, set it up, and see whom it injects."),
                .init(text: "check-inject", help: "Say which injector acts on a workload, and why."),
                .init(text: "register", help: "Register a service instance, such as a virtual machine."),
                .init(text: "deregister", help: "Deregister a service instance."),
                .init(text: "dashboard", help: "Open the pages of addons, proxies and the control plane."),
                .init(text: "install", help: "Install Istio and addons, or change what is installed."),
                .init(text: "upgrade", help: "Bring an installation to this program\'s release of Istio."),
                .init(text: "uninstall", help: "Take away what install has made."),
                .init(text: "verify-install", help: "Say whether an installation is whole, unchanged and ready."),
                .init(text: "tag", help: "Give revisions of the control plane names that namespaces can choose."),
                .init(text: "revision", help: "Show the revisions of the control plane."),
                .init(text: "manifest", help: "Work out the objects of an installation."),
                .init(text: "profile", help: "List, show and compare profiles, the named sets of settings."),
                .init(text: "gen-deploy", help: "Write the values, or the objects, of a control plane of Istio 0.7.1."),
                .init(text: "context-create", help: "Write a kubeconfig context for an API server that needs no credentials."),
                .init(text: "sandbox", help: "Run an embedded Kubernetes-style API server to try things in."),
                .init(text: "version", help: "Print the versions of client, control plane and data plane."),
                .init(text: "options", help: "Print the flags that every command takes."),
                .init(text: "completion", help: "Print the completion script of a shell."),
            ]
        case "injector": [
                .init(text: "serve", help: "Serve the mutating webhook that injects sidecars into new pods."),
                .init(text: "create-cert", help: "Make the certificate that the injection webhook serves with."),
                .init(text: "webhook-config", help: "Print the MutatingWebhookConfiguration that makes a cluster ask the webhook."),
                .init(text: "label", help: "Have new pods of a namespace injected, or no longer."),
                .init(text: "list", help: "List injectors, the namespaces they act in, and pods that are outdated."),
            ]
        case "dashboard": [
                .init(text: "prometheus", help: "Open Prometheus: metrics."),
                .init(text: "grafana", help: "Open Grafana: dashboards."),
                .init(text: "jaeger", help: "Open Jaeger: traces."),
                .init(text: "zipkin", help: "Open Zipkin: traces."),
                .init(text: "kiali", help: "Open Kiali: the mesh as a graph."),
                .init(text: "skywalking", help: "Open SkyWalking: traces."),
                .init(text: "proxy", help: "Open the admin pages of a pod\'s Envoy or of a ztunnel."),
                .init(text: "controlz", help: "Open ControlZ, the pages about an istiod itself."),
                .init(text: "istiod-debug", help: "Open the debug pages of an istiod."),
            ]
        case "tag": [
                .init(text: "set", help: "Let a tag point to a revision."),
                .init(text: "generate", help: "Print the objects of a tag."),
                .init(text: "list", help: "List the tags, what they point to, and who follows them."),
                .init(text: "remove", help: "Take a tag away."),
            ]
        case "revision": [
                .init(text: "list", help: "List the revisions, and how many follow each."),
                .init(text: "describe", help: "Tell what belongs to a revision."),
            ]
        case "manifest": [
                .init(text: "generate", help: "Print the objects of an installation."),
                .init(text: "diff", help: "Compare two manifests object by object."),
                .init(text: "images", help: "List the images of an installation."),
                .init(text: "translate", help: "Turn the settings of an installation into values for Helm\'s charts of Istio."),
                .init(text: "charts", help: "Write this program\'s own charts into a folder, for Helm or to read."),
                .init(text: "install", help: "Install Istio and addons, or change what is installed."),
            ]
        case "profile": [
                .init(text: "list", help: "List the profiles."),
                .init(text: "dump", help: "Print a profile\'s settings as an IstioOperator."),
                .init(text: "diff", help: "Compare the settings of two profiles or IstioOperator files."),
            ]
        case "sandbox": [
                .init(text: "up", help: "Start the sandbox and serve until interrupted, or in the background."),
                .init(text: "status", help: "Tell whether the sandbox runs, where, and since when."),
                .init(text: "kubeconfig", help: "Print the path of the kubeconfig that leads to the sandbox."),
                .init(text: "down", help: "Stop the sandbox; its data stays."),
                .init(text: "reset", help: "Remove all data of the sandbox."),
            ]
        case "experimental": [
                .init(text: "convert", help: "Convert rules of Istio 0.7.1 and of today to Istio 1.30, the Gateway API or Linkerd."),
                .init(text: "template", help: "Render a Helm chart, or one template of Go\'s kind."),
                .init(text: "check-inject", help: "Say which injector acts on a workload, and why."),
                .init(text: "injector", help: "Serve the webhook that injects sidecars, set it up, and see whom it injects."),
                .init(text: "precheck", help: "Say whether Istio can be installed or upgraded in a cluster."),
                .init(text: "revision", help: "Show the revisions of the control plane."),
            ]
        case "experimental injector": [
                .init(text: "serve", help: "Serve the mutating webhook that injects sidecars into new pods."),
                .init(text: "create-cert", help: "Make the certificate that the injection webhook serves with."),
                .init(text: "webhook-config", help: "Print the MutatingWebhookConfiguration that makes a cluster ask the webhook."),
                .init(text: "label", help: "Have new pods of a namespace injected, or no longer."),
                .init(text: "list", help: "List injectors, the namespaces they act in, and pods that are outdated."),
            ]
        case "experimental revision": [
                .init(text: "list", help: "List the revisions, and how many follow each."),
                .init(text: "describe", help: "Tell what belongs to a revision."),
            ]
        default: nil
        }
    }

    /// The flags of the command at a path, such as `sandbox up`, that not every command has.
    static func own(_ path: String) -> [FlagTable.Flag] {
        switch path {
        case "apply": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "server-side", help: "Let the server merge; =false merges as kubectl apply does by default."),
                .init(name: "no-server-side", isHidden: true, help: "Let the server merge; =false merges as kubectl apply does by default."),
                .init(name: "field-manager", takesValue: true, help: "Name under which the server keeps account of the fields that are applied."),
                .init(name: "force-conflicts", help: "Take fields over from others who own them."),
                .init(name: "dry-run", takesValue: true, help: "Whether to send anything: none (do it), client (send nothing), server (check only).", values: ["none", "client", "server"]),
                .init(name: "prune", help: "Delete what was applied before and is in no file any more; needs --selector or --all."),
                .init(name: "selector", letters: "l", takesValue: true, help: "With --prune: only objects with these labels."),
                .init(name: "all", help: "With --prune: objects with any labels."),
                .init(name: "prune-allowlist", takesValue: true, help: "With --prune: only this type, as networking.istio.io/v1/VirtualService; may be repeated."),
                .init(name: "yes", letters: "y", help: "With --prune: delete without asking."),
                .init(name: "output", letters: "o", takesValue: true, help: "Print the objects: name, json or yaml.", values: ["name", "json", "yaml"]),
            ]
        case "create": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "dry-run", takesValue: true, help: "Whether to send anything: none (do it), client (send nothing), server (check only).", values: ["none", "client", "server"]),
            ]
        case "replace": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "dry-run", takesValue: true, help: "Whether to send anything: none (do it), client (send nothing), server (check only).", values: ["none", "client", "server"]),
            ]
        case "edit": [
                .init(name: "output", letters: "o", takesValue: true, help: "yaml or json.", values: ["yaml", "json"]),
            ]
        case "delete": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "dry-run", takesValue: true, help: "Whether to send anything: none (do it), client (send nothing), server (check only).", values: ["none", "client", "server"]),
                .init(name: "ignore-not-found", help: "Count an object that is not there as deleted."),
            ]
        case "get": [
                .init(name: "output", letters: "o", takesValue: true, help: "Output format: short, wide, yaml, json, name, jsonpath, jsonpath-file, custom-columns.", values: ["short", "wide", "yaml", "json", "name", "jsonpath", "jsonpath-file", "custom-columns"]),
                .init(name: "selector", letters: "l", takesValue: true, help: "Only objects with these labels, as `app=reviews,tier!=db`."),
                .init(name: "all-namespaces", letters: "A", help: "Look in all namespaces."),
                .init(name: "watch", letters: "w", help: "Go on and show changes as they happen."),
                .init(name: "no-headers", help: "Leave the headers of tables out."),
                .init(name: "show-managed-fields", help: "Show metadata.managedFields with -o json and yaml."),
                .init(name: "sort-by", takesValue: true, help: "Order by the value at a JSONPath, as `.metadata.creationTimestamp`."),
            ]
        case "diff": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "server-side", help: "Let the server merge; =false merges as kubectl apply does by default."),
                .init(name: "no-server-side", isHidden: true, help: "Let the server merge; =false merges as kubectl apply does by default."),
                .init(name: "field-manager", takesValue: true, help: "Name under which the server keeps account of the fields that are applied."),
                .init(name: "force-conflicts", help: "Take fields over from others who own them."),
            ]
        case "validate": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "output", letters: "o", takesValue: true, help: "log, text, json, yaml, sarif, junit, github; may be repeated.", values: ["log", "text", "json", "yaml", "sarif", "junit", "github"]),
                .init(name: "config", takesValue: true, help: "Configuration file in place of .istioctl.yaml; \'\' for none.", completesFiles: true),
                .init(name: "offline", help: "Open no socket and read no kubeconfig."),
                .init(name: "referential", letters: "x", isHidden: true),
            ]
        case "analyze": [
                .init(name: "list-analyzers", letters: "L", help: "List the analyzers."),
                .init(name: "explain", takesValue: true, help: "Tell what a code means, with examples."),
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "output", letters: "o", takesValue: true, help: "log, text, json, yaml, sarif, junit, github; may be repeated.", values: ["log", "text", "json", "yaml", "sarif", "junit", "github"]),
                .init(name: "config", takesValue: true, help: "Configuration file in place of .istioctl.yaml; \'\' for none.", completesFiles: true),
                .init(name: "offline", help: "Open no socket and read no kubeconfig."),
                .init(name: "use-kube", letters: "k", help: "Read the cluster too; false for files alone."),
                .init(name: "no-use-kube", isHidden: true, help: "Read the cluster too; false for files alone."),
                .init(name: "all-namespaces", letters: "A", help: "Tell of all namespaces."),
                .init(name: "suppress", letters: "S", takesValue: true, help: "Leave out findings, as \"IST0102=Namespace books\"; * for any text; may be repeated."),
                .init(name: "failure-threshold", takesValue: true, help: "The least severity to fail for: Info, Warning, Error.", values: ["Info", "Warning", "Error"]),
                .init(name: "output-threshold", takesValue: true, help: "The least severity to tell: Info, Warning, Error.", values: ["Info", "Warning", "Error"]),
                .init(name: "analyzer", takesValue: true, help: "Run this analyzer only; may be repeated."),
                .init(name: "meshConfigFile", takesValue: true, help: "Istio\'s own configuration, in place of the cluster\'s.", completesFiles: true),
                .init(name: "revision", letters: "r", takesValue: true, help: "Revision of the control plane whose configuration counts."),
                .init(name: "ignore-unknown", help: "Leave out documents that cannot be read as objects of Kubernetes."),
                .init(name: "remote-contexts", takesValue: true, isHidden: true),
                .init(name: "verbose", help: "Say what was looked at, what could not be followed, and how to suppress; -v for short."),
                .init(name: "timeout", takesValue: true, help: "How long reading the cluster may take, such as 30s."),
                .init(name: "baseline", takesValue: true, help: "File of known findings, which are left out.", completesFiles: true),
                .init(name: "write-baseline", help: "Write the findings of this run to the baseline."),
            ]
        case "convert": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "output", letters: "o", takesValue: true, help: "Output format: yaml or json.", values: ["yaml", "json"]),
                .init(name: "to", takesValue: true, help: "What to convert to: v1, gateway-api, linkerd.", values: ["v1", "gateway-api", "linkerd"]),
                .init(name: "output-dir", takesValue: true, help: "Write each object to a file of its own in this directory."),
                .init(name: "report", takesValue: true, help: "What to say about each field: text, json or none for standard error, or a file to write, JSON if its name ends in .json; only losses unless given."),
                .init(name: "domain", takesValue: true, help: "What follows the namespace in full names of services."),
            ]
        case "explain": [
                .init(name: "recursive", letters: "r", help: "The tree of all fields below, with types only."),
                .init(name: "api-version", takesValue: true, help: "The version to describe, such as networking.istio.io/v1beta1."),
                .init(name: "generation", takesValue: true, help: "Where both have the kind: today for 1.30\'s, classic for 0.7.1\'s.", values: ["classic", "today"]),
            ]
        case "api-resources": [
                .init(name: "api-group", takesValue: true, help: "Only types of this group; core or an empty text for the core API."),
                .init(name: "namespaced", help: "Only types with a namespace, or with =false only those without."),
                .init(name: "no-namespaced", isHidden: true, help: "Only types with a namespace, or with =false only those without."),
                .init(name: "verbs", takesValue: true, help: "Only types with all these verbs, as list,watch."),
                .init(name: "output", letters: "o", takesValue: true, help: "wide for more columns, name for names alone.", values: ["wide", "name"]),
                .init(name: "sort-by", takesValue: true, help: "Order by name or kind; by group and name unless given.", values: ["name", "kind"]),
                .init(name: "no-headers", help: "Leave the headers out."),
                .init(name: "offline", help: "Promise to ask no cluster: list the types that this program knows."),
            ]
        case "kube-inject": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "output", letters: "o", takesValue: true, help: "File to write in place of standard output.", completesFiles: true),
                .init(name: "in-place", help: "Change the files themselves."),
                .init(name: "report", takesValue: true, help: "What to tell on standard error of each document: text, json or none.", values: ["text", "json", "none"]),
                .init(name: "injectConfigFile", takesValue: true, help: "Templates of the sidecar, as the key config of the injector\'s ConfigMap.", completesFiles: true),
                .init(name: "injectConfigMapName", takesValue: true, help: "ConfigMap with the templates; istio-sidecar-injector unless given."),
                .init(name: "meshConfigFile", takesValue: true, help: "Settings of the mesh, as the key mesh of its ConfigMap.", completesFiles: true),
                .init(name: "meshConfigMapName", takesValue: true, help: "ConfigMap with the settings of the mesh; istio unless given."),
                .init(name: "valuesFile", takesValue: true, help: "Values of the installation, which the templates see.", completesFiles: true),
                .init(name: "operatorFileName", takesValue: true, help: "IstioOperator with the settings of the mesh and the values.", completesFiles: true),
                .init(name: "revision", letters: "r", takesValue: true, help: "Revision of the control plane whose sidecar is put in."),
                .init(name: "webhookConfig", takesValue: true, help: "MutatingWebhookConfiguration that tells the revision, in place of --revision."),
                .init(name: "offline", help: "Ask no cluster."),
                .init(name: "generation", takesValue: true, help: "Whose sidecar it is: 1.30 (or today), 0.7 (or classic); found out unless given.", values: ["1.30", "0.7"]),
                .init(name: "hub", takesValue: true, help: "Where images come from."),
                .init(name: "tag", takesValue: true, help: "Tag of the images."),
                .init(name: "includeIPRanges", takesValue: true, help: "Address blocks to which traffic is redirected, between commas; all unless given."),
                .init(name: "imagePullPolicy", takesValue: true, help: "Always, IfNotPresent or Never."),
                .init(name: "sidecarProxyUID", takesValue: true, help: "User of the sidecar; 1337 unless given."),
                .init(name: "coreDump", help: "Let the sidecar write core dumps; on unless =false."),
                .init(name: "noCoreDump", help: "Let the sidecar write core dumps; on unless =false."),
                .init(name: "debug", help: "Use the image for debugging."),
                .init(name: "verbosity", takesValue: true, isHidden: true),
                .init(name: "setVersionString", takesValue: true, isHidden: true),
                .init(name: "emitTemplate", help: "Print the template that these flags make, and stop."),
                .init(name: "patch", help: "Print a JSON patch (RFC 6902) for each workload in place of the manifests, one a line."),
                .init(name: "proxy", takesValue: true, help: "Whose proxy: istio, or linkerd for the annotations that ask its webhook for one.", values: ["istio", "linkerd"]),
                .init(name: "linkerd-config", takesValue: true, help: "A setting of Linkerd\'s proxy, such as proxy-cpu-request=100m; may be repeated."),
            ]
        case "uninject": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "output", letters: "o", takesValue: true, help: "File to write in place of standard output.", completesFiles: true),
                .init(name: "in-place", help: "Change the files themselves."),
                .init(name: "report", takesValue: true, help: "What to tell on standard error of each document: text, json or none.", values: ["text", "json", "none"]),
            ]
        case "injector serve": [
                .init(name: "inject-config", aliases: ["injectConfig"], takesValue: true, help: "Templates and policy, as the key config of the ConfigMap istio-sidecar-injector.", completesFiles: true),
                .init(name: "values", aliases: ["valuesFile"], takesValue: true, help: "Values for templates, as the key values of the same ConfigMap.", completesFiles: true),
                .init(name: "mesh-config", aliases: ["meshConfig"], takesValue: true, help: "Settings of the mesh, as the key mesh of the ConfigMap istio.", completesFiles: true),
                .init(name: "tls-cert-file", aliases: ["tlsCertFile"], takesValue: true, help: "Certificate for HTTPS in PEM, its chain after it.", completesFiles: true),
                .init(name: "tls-key-file", aliases: ["tlsKeyFile"], takesValue: true, help: "Private key of the certificate in PEM.", completesFiles: true),
                .init(name: "ca-cert-file", aliases: ["caCertFile"], takesValue: true, help: "Authority of the certificate: it is kept in the webhook\'s configuration in the cluster.", completesFiles: true),
                .init(name: "webhook-config-name", aliases: ["webhookConfigName"], takesValue: true, help: "Name of that configuration."),
                .init(name: "webhook-name", aliases: ["webhookName"], takesValue: true, help: "The webhook in it; all of them unless given."),
                .init(name: "port", takesValue: true, help: "Port to listen on; 0 for any free one."),
                .init(name: "address", takesValue: true, help: "Address to listen on; all unless given."),
                .init(name: "revision", takesValue: true, help: "Revision of the control plane that sidecars connect to."),
                .init(name: "native-sidecars", help: "Let sidecars be init containers that stay, for clusters of Kubernetes 1.29 and later."),
                .init(name: "health-check-interval", aliases: ["healthCheckInterval"], takesValue: true, help: "How often to write the health check file, such as 2s; 0 for never."),
                .init(name: "health-check-file", aliases: ["healthCheckFile"], takesValue: true, help: "File to write while the webhook serves.", completesFiles: true),
            ]
        case "injector create-cert": [
                .init(name: "service", takesValue: true, help: "Service in front of the webhook."),
                .init(name: "secret", takesValue: true, help: "Name of the Secret to print."),
                .init(name: "out-dir", takesValue: true, help: "Directory for files in place of a Secret."),
                .init(name: "days", takesValue: true, help: "For how many days the certificate is good."),
                .init(name: "name", takesValue: true, help: "Further name or address that the certificate is good for; may be repeated."),
                .init(name: "ca-cert", takesValue: true, help: "Certificate of an authority to sign with.", completesFiles: true),
                .init(name: "ca-key", takesValue: true, help: "Private key of that authority.", completesFiles: true),
                .init(name: "csr", help: "Let the cluster sign: create a CertificateSigningRequest, approve it, wait for it."),
                .init(name: "signer", takesValue: true, help: "Who signs a CertificateSigningRequest."),
                .init(name: "timeout", takesValue: true, help: "How long to wait for that."),
            ]
        case "injector webhook-config": [
                .init(name: "name", takesValue: true, help: "Name of the configuration; istio-sidecar-injector, and the revision, unless given."),
                .init(name: "revision", letters: "r", takesValue: true, help: "Revision whose pods are injected; the default one unless given."),
                .init(name: "service", takesValue: true, help: "Service in front of the webhook."),
                .init(name: "port", takesValue: true, help: "Port of the service."),
                .init(name: "path", takesValue: true, help: "Path at which the webhook is asked."),
                .init(name: "url", takesValue: true, help: "Address of a webhook that has no service, such as https://192.0.2.1:9443/inject."),
                .init(name: "ca-file", takesValue: true, help: "Authorities to trust: a file in PEM.", completesFiles: true),
                .init(name: "ca-secret", takesValue: true, help: "Authorities to trust: a Secret of the cluster, its key ca-cert.pem or ca.crt."),
                .init(name: "ca-kubeconfig", help: "Authorities to trust: those of the kubeconfig\'s cluster."),
                .init(name: "inject-unlabelled", help: "Inject pods that nobody labelled in namespaces that nobody labelled."),
                .init(name: "failure-policy", takesValue: true, help: "What happens to pods while the webhook does not answer: Fail or Ignore.", values: ["Fail", "Ignore"]),
                .init(name: "timeout", takesValue: true, help: "How many seconds a cluster waits for the webhook, 1 to 30."),
            ]
        case "injector label": [
                .init(name: "revision", letters: "r", takesValue: true, help: "Revision of the control plane to inject for."),
                .init(name: "disable", help: "Say that pods are not to be injected: istio-injection=disabled."),
                .init(name: "remove", help: "Take the labels away."),
                .init(name: "overwrite", help: "Change labels that say something else."),
                .init(name: "dry-run", help: "Only say what would be done."),
            ]
        case "injector list": [
                .init(name: "revision", letters: "r", takesValue: true, isHidden: true),
            ]
        case "check-inject": [
                .init(name: "labels", letters: "l", takesValue: true, help: "Labels of pods to be, such as app=details,version=v1."),
            ]
        case "register": [
                .init(name: "labels", letters: "l", takesValue: true, help: "Labels of a new service, as a=b,c=d."),
                .init(name: "annotations", letters: "a", takesValue: true, help: "Annotations of a new service, as a=b,c=d."),
                .init(name: "serviceaccount", letters: "s", takesValue: true, help: "The service account that the instance runs as."),
            ]
        case "deregister": []
        case "dashboard prometheus": [
                .init(name: "ui-port", takesValue: true, help: "Port of Prometheus in its pod."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard grafana": [
                .init(name: "ui-port", takesValue: true, help: "Port of Grafana in its pod."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard jaeger": [
                .init(name: "ui-port", takesValue: true, help: "Port of Jaeger in its pod."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard zipkin": [
                .init(name: "ui-port", takesValue: true, help: "Port of Zipkin in its pod."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard kiali": [
                .init(name: "ui-port", takesValue: true, help: "Port of Kiali in its pod."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard skywalking": [
                .init(name: "ui-port", takesValue: true, help: "Port of SkyWalking in its pod."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard proxy": [
                .init(name: "ui-port", takesValue: true, help: "Port of the admin pages."),
                .init(name: "selector", letters: "l", takesValue: true, help: "Labels of the pods."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard controlz": [
                .init(name: "ctrlz-port", aliases: ["ctrlz_port"], takesValue: true, help: "Port of ControlZ."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "selector", letters: "l", takesValue: true, help: "Labels of the pods."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "dashboard istiod-debug": [
                .init(name: "ui-port", takesValue: true, help: "Port of the debug pages."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "selector", letters: "l", takesValue: true, help: "Labels of the pods."),
                .init(name: "local-port", aliases: ["port"], takesValue: true, help: "Port of this machine; the pod\'s own if it is free, unless given."),
                .init(name: "browser", help: "Open a browser, where a person watches."),
                .init(name: "no-browser", isHidden: true, help: "Open a browser, where a person watches."),
                .init(name: "address", takesValue: true, isHidden: true),
            ]
        case "install": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "skip-confirmation", aliases: ["yes"], letters: "y", help: "Do not ask."),
                .init(name: "dry-run", help: "Only say what would be done; nothing is stored."),
                .init(name: "verify", isHidden: true),
                .init(name: "wait", help: "Wait until the components are ready."),
                .init(name: "no-wait", isHidden: true, help: "Wait until the components are ready."),
                .init(name: "readiness-timeout", aliases: ["timeout"], takesValue: true, help: "How long all of it may take, such as 5m."),
            ]
        case "upgrade": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "skip-confirmation", aliases: ["yes"], letters: "y", help: "Do not ask."),
                .init(name: "dry-run", help: "Only say what would be done; nothing is stored."),
                .init(name: "verify", isHidden: true),
                .init(name: "wait", help: "Wait until the components are ready."),
                .init(name: "no-wait", isHidden: true, help: "Wait until the components are ready."),
                .init(name: "readiness-timeout", aliases: ["timeout"], takesValue: true, help: "How long all of it may take, such as 5m."),
            ]
        case "uninstall": [
                .init(name: "purge", help: "All revisions, and what they share."),
                .init(name: "addons", help: "Only the addons."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision that goes."),
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator whose revision goes.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "revision=NAME, as another way to name it."),
                .init(name: "manifests", letters: "d", takesValue: true, isHidden: true),
                .init(name: "force", isHidden: true),
                .init(name: "skip-confirmation", aliases: ["yes"], letters: "y", help: "Do not ask."),
                .init(name: "dry-run", help: "Only say what would be done; nothing is stored."),
                .init(name: "verify", isHidden: true),
                .init(name: "wait", help: "Wait until the components are ready."),
                .init(name: "no-wait", isHidden: true, help: "Wait until the components are ready."),
                .init(name: "readiness-timeout", aliases: ["timeout"], takesValue: true, help: "How long all of it may take, such as 5m."),
            ]
        case "verify-install": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
            ]
        case "tag set": [
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision that the tag points to."),
                .init(name: "overwrite", help: "Move the tag if it points to another revision."),
                .init(name: "webhook-name", takesValue: true, help: "Name of the webhook\'s configuration; istio-revision-tag-TAG unless given."),
                .init(name: "auto-inject-namespaces", help: "Inject into all namespaces that do not say otherwise; for the tag default."),
                .init(name: "manifests", letters: "d", takesValue: true, help: "Folder with the charts of an Istio release."),
                .init(name: "skip-confirmation", aliases: ["yes"], letters: "y", help: "Do not ask."),
            ]
        case "tag generate": [
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision that the tag points to."),
                .init(name: "overwrite", help: "Move the tag if it points to another revision."),
                .init(name: "webhook-name", takesValue: true, help: "Name of the webhook\'s configuration; istio-revision-tag-TAG unless given."),
                .init(name: "auto-inject-namespaces", help: "Inject into all namespaces that do not say otherwise; for the tag default."),
                .init(name: "manifests", letters: "d", takesValue: true, help: "Folder with the charts of an Istio release."),
            ]
        case "tag list": [
                .init(name: "output", letters: "o", takesValue: true, help: "table, json or yaml.", values: ["table", "json", "yaml"]),
            ]
        case "tag remove": [
                .init(name: "skip-confirmation", aliases: ["yes"], letters: "y", help: "Do not ask."),
            ]
        case "revision list": [
                .init(name: "output", letters: "o", takesValue: true, help: "table, json or yaml.", values: ["table", "json", "yaml"]),
            ]
        case "revision describe": [
                .init(name: "output", letters: "o", takesValue: true, help: "table, json or yaml.", values: ["table", "json", "yaml"]),
            ]
        case "manifest generate": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "component", takesValue: true, help: "Only this component: Base, Pilot, IngressGateways, EgressGateways, Cni, Ztunnel, Classic, Prometheus, Grafana, Jaeger, Zipkin, Kiali, Loki, Fluentd."),
                .init(name: "output-dir", takesValue: true, help: "Write a file for each component below this folder."),
                .init(name: "cluster-specific", help: "Ask the cluster for its version, and set what its platform needs."),
            ]
        case "manifest diff": [
                .init(name: "select", takesValue: true, help: "Only objects that one of these patterns meets."),
                .init(name: "ignore", takesValue: true, help: "No objects that one of these patterns meets."),
            ]
        case "manifest images": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "hub", takesValue: true, help: "The registry, and the folder in it, that images are to be copied to."),
            ]
        case "manifest translate": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "output", letters: "o", takesValue: true, help: "The folder."),
            ]
        case "manifest charts": [
                .init(name: "output", letters: "o", takesValue: true, help: "The folder."),
            ]
        case "manifest install": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "skip-confirmation", aliases: ["yes"], letters: "y", help: "Do not ask."),
                .init(name: "dry-run", help: "Only say what would be done; nothing is stored."),
                .init(name: "verify", isHidden: true),
                .init(name: "wait", help: "Wait until the components are ready."),
                .init(name: "no-wait", isHidden: true, help: "Wait until the components are ready."),
                .init(name: "readiness-timeout", aliases: ["timeout"], takesValue: true, help: "How long all of it may take, such as 5m."),
            ]
        case "profile list": []
        case "profile dump": [
                .init(name: "filename", letters: "f", takesValue: true, help: "IstioOperator with settings, - for standard input; later files win.", completesFiles: true),
                .init(name: "set", letters: "s", takesValue: true, help: "A setting of the IstioOperator\'s spec: PATH=VALUE; may be repeated."),
                .init(name: "profile", takesValue: true, help: "Settings to begin with: ambient, classic, default, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable."),
                .init(name: "revision", letters: "r", takesValue: true, help: "The revision of the control plane."),
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder or archive of an Istio release whose charts to use.", completesFiles: true),
                .init(name: "force", help: "Go on with settings that are wrong."),
                .init(name: "config-path", takesValue: true, help: "The way to a part of the spec."),
                .init(name: "output", letters: "o", takesValue: true, help: "yaml or json.", values: ["yaml", "json"]),
            ]
        case "profile diff": [
                .init(name: "manifests", aliases: ["charts"], letters: "d", takesValue: true, help: "Folder with the profiles of an Istio release."),
            ]
        case "gen-deploy": [
                .init(name: "features", letters: "f", takesValue: true, help: "What Istio is to do: mtls, telemetry, routing, ingress, policy, sidecar-injector."),
                .init(name: "out", letters: "o", takesValue: true, help: "helm for values, yaml for objects."),
                .init(name: "values", takesValue: true, help: "Values for the chart, in the place of those of flags.", completesFiles: true),
                .init(name: "helm-chart-dir", takesValue: true, help: "The folder of the chart."),
                .init(name: "ingress-node-port", takesValue: true, help: "The port of nodes at which Ingress listens; none unless given."),
                .init(name: "debug", help: "Use images for debugging."),
                .init(name: "hyperkube-hub", takesValue: true, help: "The registry of Hyperkube."),
                .init(name: "hyperkube-tag", takesValue: true, help: "Hyperkube\'s tag."),
                .init(name: "hub", takesValue: true, isHidden: true),
                .init(name: "mixer-tag", takesValue: true, isHidden: true),
                .init(name: "pilot-tag", takesValue: true, isHidden: true),
                .init(name: "ca-tag", takesValue: true, isHidden: true),
                .init(name: "proxy-tag", takesValue: true, isHidden: true),
            ]
        case "context-create": [
                .init(name: "api-server", takesValue: true, help: "Address of the API server, such as http://127.0.0.1:8080."),
            ]
        case "sandbox up": [
                .init(name: "data-dir", takesValue: true, help: "Directory of the sandbox\'s data; $XDG_DATA_HOME/istioctl/sandbox or ~/.local/share/istioctl/sandbox unless given."),
                .init(name: "port", takesValue: true, help: "Port to listen on; the last one, or any free one unless given."),
                .init(name: "address", takesValue: true, help: "Address to listen on; other than loopback only with --allow-remote."),
                .init(name: "allow-remote", help: "Allow an address that other machines can reach."),
                .init(name: "allow-commands", help: "Run pods\' commands though other machines can reach the sandbox."),
                .init(name: "detach", letters: "d", help: "Return once it serves, and leave it running."),
            ]
        case "sandbox status": [
                .init(name: "data-dir", takesValue: true, help: "Directory of the sandbox\'s data; $XDG_DATA_HOME/istioctl/sandbox or ~/.local/share/istioctl/sandbox unless given."),
                .init(name: "output", letters: "o", takesValue: true, help: "text, json or yaml.", values: ["text", "json", "yaml"]),
            ]
        case "sandbox kubeconfig": [
                .init(name: "data-dir", takesValue: true, help: "Directory of the sandbox\'s data; $XDG_DATA_HOME/istioctl/sandbox or ~/.local/share/istioctl/sandbox unless given."),
            ]
        case "sandbox down": [
                .init(name: "data-dir", takesValue: true, help: "Directory of the sandbox\'s data; $XDG_DATA_HOME/istioctl/sandbox or ~/.local/share/istioctl/sandbox unless given."),
            ]
        case "sandbox reset": [
                .init(name: "data-dir", takesValue: true, help: "Directory of the sandbox\'s data; $XDG_DATA_HOME/istioctl/sandbox or ~/.local/share/istioctl/sandbox unless given."),
                .init(name: "force", help: "Stop a running sandbox first."),
            ]
        case "sandbox stand-in": [
                .init(name: "address", takesValue: true, help: "Address to listen on."),
                .init(name: "port", takesValue: true, help: "Ports to listen on."),
            ]
        case "version": [
                .init(name: "remote", help: "Ask the cluster too."),
                .init(name: "no-remote", isHidden: true, help: "Ask the cluster too."),
                .init(name: "short", letters: "s", help: "One line, the client\'s version only with --remote=false."),
                .init(name: "output", letters: "o", takesValue: true, help: "json or yaml.", values: ["json", "yaml"]),
            ]
        case "options": []
        case "completion": []
        case "generate-man": []
        case "generate-commands": []
        case "mixer": [
                .init(name: "file", letters: "f", takesValue: true),
            ]
        case "experimental convert": [
                .init(name: "filename", aliases: ["file"], letters: "f", takesValue: true, help: "File or directory with the objects, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "recursive", letters: "R", help: "Also read the directories below a directory."),
                .init(name: "output", letters: "o", takesValue: true, help: "Output format: yaml or json.", values: ["yaml", "json"]),
                .init(name: "to", takesValue: true, help: "What to convert to: v1, gateway-api, linkerd.", values: ["v1", "gateway-api", "linkerd"]),
                .init(name: "output-dir", takesValue: true, help: "Write each object to a file of its own in this directory."),
                .init(name: "report", takesValue: true, help: "What to say about each field: text, json or none for standard error, or a file to write, JSON if its name ends in .json; only losses unless given."),
                .init(name: "domain", takesValue: true, help: "What follows the namespace in full names of services."),
            ]
        case "experimental template": [
                .init(name: "text", takesValue: true, help: "The template: a file, or - for standard input.", completesFiles: true),
                .init(name: "data", takesValue: true, help: "What the template\'s dot is: a YAML or JSON file, or - for standard input.", completesFiles: true),
                .init(name: "missingkey", takesValue: true, help: "What a key stands for that a map does not have: default, invalid, zero or error.", values: ["default", "invalid", "zero", "error"]),
                .init(name: "functions", takesValue: true, help: "Whose functions there are: go, helm, injector, injector-0.7.", values: ["go", "helm", "injector", "injector-0.7"]),
                .init(name: "values", letters: "f", takesValue: true, help: "Values in a YAML file, - for standard input; may be repeated.", completesFiles: true),
                .init(name: "set", takesValue: true, help: "Set values: a.b=1,c[0]=x."),
                .init(name: "set-string", takesValue: true, help: "Set values as texts."),
                .init(name: "set-json", takesValue: true, help: "Set values as JSON: a={\"b\":[1]}."),
                .init(name: "set-file", takesValue: true, help: "Set values from files: a=PATH."),
                .init(name: "set-literal", takesValue: true, help: "Set one value to the text after =, as it is."),
                .init(name: "kube-version", takesValue: true, help: "Set .Capabilities.KubeVersion."),
                .init(name: "api-versions", letters: "a", takesValue: true, help: "Also list these API versions in .Capabilities."),
                .init(name: "is-upgrade", help: "Set .Release.IsUpgrade instead of .Release.IsInstall."),
                .init(name: "name-template", takesValue: true, help: "A template that makes the release\'s name."),
                .init(name: "skip-schema-validation", help: "Do not hold the values against the charts\' schemas."),
                .init(name: "include-crds", help: "Show the definitions below crds/ too."),
                .init(name: "skip-crds", isHidden: true),
                .init(name: "no-hooks", help: "Do not show hooks."),
                .init(name: "skip-tests", help: "Do not show tests."),
                .init(name: "show-only", letters: "s", takesValue: true, help: "Show only what these templates make; may be repeated."),
                .init(name: "output-dir", takesValue: true, help: "Write files below this folder instead of to standard output."),
                .init(name: "release-name", help: "Below --output-dir, make a folder of the release\'s name."),
                .init(name: "notes", help: "Show the release, hooks, manifests and notes, as helm install --dry-run=client does."),
            ]
        case "experimental check-inject": [
                .init(name: "labels", letters: "l", takesValue: true, help: "Labels of pods to be, such as app=details,version=v1."),
            ]
        case "experimental injector serve": [
                .init(name: "inject-config", aliases: ["injectConfig"], takesValue: true, help: "Templates and policy, as the key config of the ConfigMap istio-sidecar-injector.", completesFiles: true),
                .init(name: "values", aliases: ["valuesFile"], takesValue: true, help: "Values for templates, as the key values of the same ConfigMap.", completesFiles: true),
                .init(name: "mesh-config", aliases: ["meshConfig"], takesValue: true, help: "Settings of the mesh, as the key mesh of the ConfigMap istio.", completesFiles: true),
                .init(name: "tls-cert-file", aliases: ["tlsCertFile"], takesValue: true, help: "Certificate for HTTPS in PEM, its chain after it.", completesFiles: true),
                .init(name: "tls-key-file", aliases: ["tlsKeyFile"], takesValue: true, help: "Private key of the certificate in PEM.", completesFiles: true),
                .init(name: "ca-cert-file", aliases: ["caCertFile"], takesValue: true, help: "Authority of the certificate: it is kept in the webhook\'s configuration in the cluster.", completesFiles: true),
                .init(name: "webhook-config-name", aliases: ["webhookConfigName"], takesValue: true, help: "Name of that configuration."),
                .init(name: "webhook-name", aliases: ["webhookName"], takesValue: true, help: "The webhook in it; all of them unless given."),
                .init(name: "port", takesValue: true, help: "Port to listen on; 0 for any free one."),
                .init(name: "address", takesValue: true, help: "Address to listen on; all unless given."),
                .init(name: "revision", takesValue: true, help: "Revision of the control plane that sidecars connect to."),
                .init(name: "native-sidecars", help: "Let sidecars be init containers that stay, for clusters of Kubernetes 1.29 and later."),
                .init(name: "health-check-interval", aliases: ["healthCheckInterval"], takesValue: true, help: "How often to write the health check file, such as 2s; 0 for never."),
                .init(name: "health-check-file", aliases: ["healthCheckFile"], takesValue: true, help: "File to write while the webhook serves.", completesFiles: true),
            ]
        case "experimental injector create-cert": [
                .init(name: "service", takesValue: true, help: "Service in front of the webhook."),
                .init(name: "secret", takesValue: true, help: "Name of the Secret to print."),
                .init(name: "out-dir", takesValue: true, help: "Directory for files in place of a Secret."),
                .init(name: "days", takesValue: true, help: "For how many days the certificate is good."),
                .init(name: "name", takesValue: true, help: "Further name or address that the certificate is good for; may be repeated."),
                .init(name: "ca-cert", takesValue: true, help: "Certificate of an authority to sign with.", completesFiles: true),
                .init(name: "ca-key", takesValue: true, help: "Private key of that authority.", completesFiles: true),
                .init(name: "csr", help: "Let the cluster sign: create a CertificateSigningRequest, approve it, wait for it."),
                .init(name: "signer", takesValue: true, help: "Who signs a CertificateSigningRequest."),
                .init(name: "timeout", takesValue: true, help: "How long to wait for that."),
            ]
        case "experimental injector webhook-config": [
                .init(name: "name", takesValue: true, help: "Name of the configuration; istio-sidecar-injector, and the revision, unless given."),
                .init(name: "revision", letters: "r", takesValue: true, help: "Revision whose pods are injected; the default one unless given."),
                .init(name: "service", takesValue: true, help: "Service in front of the webhook."),
                .init(name: "port", takesValue: true, help: "Port of the service."),
                .init(name: "path", takesValue: true, help: "Path at which the webhook is asked."),
                .init(name: "url", takesValue: true, help: "Address of a webhook that has no service, such as https://192.0.2.1:9443/inject."),
                .init(name: "ca-file", takesValue: true, help: "Authorities to trust: a file in PEM.", completesFiles: true),
                .init(name: "ca-secret", takesValue: true, help: "Authorities to trust: a Secret of the cluster, its key ca-cert.pem or ca.crt."),
                .init(name: "ca-kubeconfig", help: "Authorities to trust: those of the kubeconfig\'s cluster."),
                .init(name: "inject-unlabelled", help: "Inject pods that nobody labelled in namespaces that nobody labelled."),
                .init(name: "failure-policy", takesValue: true, help: "What happens to pods while the webhook does not answer: Fail or Ignore.", values: ["Fail", "Ignore"]),
                .init(name: "timeout", takesValue: true, help: "How many seconds a cluster waits for the webhook, 1 to 30."),
            ]
        case "experimental injector label": [
                .init(name: "revision", letters: "r", takesValue: true, help: "Revision of the control plane to inject for."),
                .init(name: "disable", help: "Say that pods are not to be injected: istio-injection=disabled."),
                .init(name: "remove", help: "Take the labels away."),
                .init(name: "overwrite", help: "Change labels that say something else."),
                .init(name: "dry-run", help: "Only say what would be done."),
            ]
        case "experimental injector list": [
                .init(name: "revision", letters: "r", takesValue: true, isHidden: true),
            ]
        case "experimental precheck": [
                .init(name: "skip-controlplane", help: "Do not look at control planes that are there."),
                .init(name: "output", letters: "o", takesValue: true, help: "log, json or yaml.", values: ["log", "json", "yaml"]),
                .init(name: "from-version", letters: "f", takesValue: true, isHidden: true),
                .init(name: "revision", letters: "r", takesValue: true, isHidden: true),
            ]
        case "experimental revision list": [
                .init(name: "output", letters: "o", takesValue: true, help: "table, json or yaml.", values: ["table", "json", "yaml"]),
            ]
        case "experimental revision describe": [
                .init(name: "output", letters: "o", takesValue: true, help: "table, json or yaml.", values: ["table", "json", "yaml"]),
            ]
        default: []
        }
    }

    /// The flags that every command has.
    static let global: [FlagTable.Flag] = [
        .init(name: "namespace", letters: "n", takesValue: true, help: "Namespace to act in; the context\'s unless given."),
        .init(name: "kubeconfig", letters: "c", takesValue: true, help: "Kubeconfig file; $KUBECONFIG or ~/.kube/config unless given.", completesFiles: true),
        .init(name: "context", takesValue: true, help: "Context of the kubeconfig to use."),
        .init(name: "cluster", takesValue: true, help: "Cluster of the kubeconfig to use."),
        .init(name: "user", takesValue: true, help: "User of the kubeconfig to use."),
        .init(name: "server", takesValue: true, help: "Address of the API server."),
        .init(name: "token", takesValue: true, help: "Bearer token."),
        .init(name: "as", takesValue: true, help: "User to act as."),
        .init(name: "as-group", takesValue: true, help: "Group to act as; may be repeated."),
        .init(name: "as-uid", takesValue: true, help: "UID to act as."),
        .init(name: "request-timeout", takesValue: true, help: "How long one request may take, such as 30s; 0 for no limit."),
        .init(name: "kubeclient-timeout", takesValue: true, isHidden: true),
        .init(name: "certificate-authority", takesValue: true, isHidden: true, completesFiles: true),
        .init(name: "client-certificate", takesValue: true, isHidden: true, completesFiles: true),
        .init(name: "client-key", takesValue: true, isHidden: true, completesFiles: true),
        .init(name: "tls-server-name", takesValue: true, isHidden: true),
        .init(name: "username", takesValue: true, isHidden: true),
        .init(name: "password", takesValue: true, isHidden: true),
        .init(name: "insecure-skip-tls-verify", help: "Do not check the server\'s certificate. Not for production."),
        .init(name: "transport", takesValue: true, help: "How requests travel: rest, or kubectl to run the one on PATH ($ISTIOCTL_TRANSPORT).", values: ["rest", "kubectl"]),
        .init(name: "istioNamespace", letters: "i", takesValue: true, help: "Namespace of the control plane; istio-system unless given."),
        .init(name: "v", letters: "v", takesValue: true, help: "Log requests from level 6 on, headers from 8 on."),
        .init(name: "color", takesValue: true, help: "When to use colour; --color alone means always.", values: ["auto", "always", "never"]),
        .init(name: "no-color", isHidden: true, help: "Never use colour."),
        .init(name: "platform", letters: "p", takesValue: true, isHidden: true),
        .init(name: "log_as_json", isHidden: true),
        .init(name: "log_callers", isHidden: true),
        .init(name: "log_output_level", takesValue: true, isHidden: true),
        .init(name: "log_stacktrace_level", takesValue: true, isHidden: true),
        .init(name: "log_caller", takesValue: true, isHidden: true),
        .init(name: "log_target", takesValue: true, isHidden: true),
        .init(name: "log_rotate", takesValue: true, isHidden: true),
        .init(name: "log_rotate_max_age", takesValue: true, isHidden: true),
        .init(name: "log_rotate_max_backups", takesValue: true, isHidden: true),
        .init(name: "log_rotate_max_size", takesValue: true, isHidden: true),
        .init(name: "vklog", takesValue: true, isHidden: true),
    ]
}

/// The kinds as shells are told of them, known without a look at every declaration.
enum KnownKinds {
    static let candidates: [CompletionRequest.Candidate] = [
        .init(text: "authorizationpolicies", help: "AuthorizationPolicy, security.istio.io/v1 (ap)"),
        .init(text: "destinationrules", help: "DestinationRule, networking.istio.io/v1 (dr)"),
        .init(text: "envoyfilters", help: "EnvoyFilter, networking.istio.io/v1alpha3"),
        .init(text: "gateways", help: "Gateway, networking.istio.io/v1 (gw)"),
        .init(text: "peerauthentications", help: "PeerAuthentication, security.istio.io/v1 (pa)"),
        .init(text: "proxyconfigs", help: "ProxyConfig, networking.istio.io/v1beta1"),
        .init(text: "requestauthentications", help: "RequestAuthentication, security.istio.io/v1 (ra)"),
        .init(text: "serviceentries", help: "ServiceEntry, networking.istio.io/v1 (se)"),
        .init(text: "sidecars", help: "Sidecar, networking.istio.io/v1"),
        .init(text: "telemetries", help: "Telemetry, telemetry.istio.io/v1 (telemetry)"),
        .init(text: "trafficextensions", help: "TrafficExtension, extensions.istio.io/v1alpha1"),
        .init(text: "virtualservices", help: "VirtualService, networking.istio.io/v1 (vs)"),
        .init(text: "wasmplugins", help: "WasmPlugin, extensions.istio.io/v1alpha1"),
        .init(text: "workloadentries", help: "WorkloadEntry, networking.istio.io/v1 (we)"),
        .init(text: "workloadgroups", help: "WorkloadGroup, networking.istio.io/v1 (wg)"),
        .init(text: "destinationpolicies", help: "DestinationPolicy, config.istio.io/v1alpha2"),
        .init(text: "egressrules", help: "EgressRule, config.istio.io/v1alpha2"),
        .init(text: "enduserauthenticationpolicyspecs", help: "EndUserAuthenticationPolicySpec, config.istio.io/v1alpha2"),
        .init(text: "enduserauthenticationpolicyspecbindings", help: "EndUserAuthenticationPolicySpecBinding, config.istio.io/v1alpha2"),
        .init(text: "externalservices", help: "ExternalService, networking.istio.io/v1alpha3"),
        .init(text: "httpapispecs", help: "HTTPAPISpec, config.istio.io/v1alpha2"),
        .init(text: "httpapispecbindings", help: "HTTPAPISpecBinding, config.istio.io/v1alpha2"),
        .init(text: "ingressrules", help: "IngressRule, config.istio.io/v1alpha2"),
        .init(text: "policies", help: "Policy, authentication.istio.io/v1alpha1"),
        .init(text: "quotaspecs", help: "QuotaSpec, config.istio.io/v1alpha2"),
        .init(text: "quotaspecbindings", help: "QuotaSpecBinding, config.istio.io/v1alpha2"),
        .init(text: "rbacconfigs", help: "RbacConfig, rbac.istio.io/v1alpha1"),
        .init(text: "routerules", help: "RouteRule, config.istio.io/v1alpha2"),
        .init(text: "serviceroles", help: "ServiceRole, config.istio.io/v1alpha2"),
        .init(text: "servicerolebindings", help: "ServiceRoleBinding, config.istio.io/v1alpha2"),
        .init(text: "attributemanifests", help: "attributemanifest, config.istio.io/v1alpha2"),
        .init(text: "rules", help: "rule, config.istio.io/v1alpha2"),
        .init(text: "circonuses", help: "circonus, config.istio.io/v1alpha2"),
        .init(text: "deniers", help: "denier, config.istio.io/v1alpha2"),
        .init(text: "fluentds", help: "fluentd, config.istio.io/v1alpha2"),
        .init(text: "kubernetesenvs", help: "kubernetesenv, config.istio.io/v1alpha2"),
        .init(text: "listcheckers", help: "listchecker, config.istio.io/v1alpha2"),
        .init(text: "memquotas", help: "memquota, config.istio.io/v1alpha2"),
        .init(text: "noops", help: "noop, config.istio.io/v1alpha2"),
        .init(text: "opas", help: "opa, config.istio.io/v1alpha2"),
        .init(text: "prometheuses", help: "prometheus, config.istio.io/v1alpha2"),
        .init(text: "rbacs", help: "rbac, config.istio.io/v1alpha2"),
        .init(text: "servicecontrols", help: "servicecontrol, config.istio.io/v1alpha2"),
        .init(text: "solarwindses", help: "solarwinds, config.istio.io/v1alpha2"),
        .init(text: "stackdrivers", help: "stackdriver, config.istio.io/v1alpha2"),
        .init(text: "statsds", help: "statsd, config.istio.io/v1alpha2"),
        .init(text: "stdios", help: "stdio, config.istio.io/v1alpha2"),
        .init(text: "apikeys", help: "apikey, config.istio.io/v1alpha2"),
        .init(text: "authorizations", help: "authorization, config.istio.io/v1alpha2"),
        .init(text: "checknothings", help: "checknothing, config.istio.io/v1alpha2"),
        .init(text: "kuberneteses", help: "kubernetes, config.istio.io/v1alpha2"),
        .init(text: "listentries", help: "listentry, config.istio.io/v1alpha2"),
        .init(text: "logentries", help: "logentry, config.istio.io/v1alpha2"),
        .init(text: "metrics", help: "metric, config.istio.io/v1alpha2"),
        .init(text: "quotas", help: "quota, config.istio.io/v1alpha2"),
        .init(text: "reportnothings", help: "reportnothing, config.istio.io/v1alpha2"),
        .init(text: "servicecontrolreports", help: "servicecontrolreport, config.istio.io/v1alpha2"),
        .init(text: "tracespans", help: "tracespan, config.istio.io/v1alpha2"),
        .init(text: "configmaps", help: "ConfigMap, v1 (cm)"),
        .init(text: "endpoints", help: "Endpoints, v1 (ep)"),
        .init(text: "events", help: "Event, v1 (ev)"),
        .init(text: "namespaces", help: "Namespace, v1 (ns)"),
        .init(text: "nodes", help: "Node, v1 (no)"),
        .init(text: "pods", help: "Pod, v1 (po)"),
        .init(text: "secrets", help: "Secret, v1"),
        .init(text: "services", help: "Service, v1 (svc)"),
        .init(text: "serviceaccounts", help: "ServiceAccount, v1 (sa)"),
        .init(text: "daemonsets", help: "DaemonSet, apps/v1 (ds)"),
        .init(text: "deployments", help: "Deployment, apps/v1 (deploy)"),
        .init(text: "replicasets", help: "ReplicaSet, apps/v1 (rs)"),
        .init(text: "statefulsets", help: "StatefulSet, apps/v1 (sts)"),
        .init(text: "horizontalpodautoscalers", help: "HorizontalPodAutoscaler, autoscaling/v2 (hpa)"),
        .init(text: "cronjobs", help: "CronJob, batch/v1 (cj)"),
        .init(text: "jobs", help: "Job, batch/v1"),
        .init(text: "leases", help: "Lease, coordination.k8s.io/v1"),
        .init(text: "endpointslices", help: "EndpointSlice, discovery.k8s.io/v1"),
        .init(text: "ingresses", help: "Ingress, networking.k8s.io/v1 (ing)"),
        .init(text: "poddisruptionbudgets", help: "PodDisruptionBudget, policy/v1 (pdb)"),
        .init(text: "mutatingwebhookconfigurations", help: "MutatingWebhookConfiguration, admissionregistration.k8s.io/v1"),
        .init(text: "validatingwebhookconfigurations", help: "ValidatingWebhookConfiguration, admissionregistration.k8s.io/v1"),
        .init(text: "customresourcedefinitions", help: "CustomResourceDefinition, apiextensions.k8s.io/v1 (crd, crds)"),
        .init(text: "clusterroles", help: "ClusterRole, rbac.authorization.k8s.io/v1"),
        .init(text: "clusterrolebindings", help: "ClusterRoleBinding, rbac.authorization.k8s.io/v1"),
        .init(text: "roles", help: "Role, rbac.authorization.k8s.io/v1"),
        .init(text: "rolebindings", help: "RoleBinding, rbac.authorization.k8s.io/v1"),
        .init(text: "resourcequotas", help: "ResourceQuota, v1 (quota)"),
        .init(text: "limitranges", help: "LimitRange, v1 (limits)"),
        .init(text: "persistentvolumeclaims", help: "PersistentVolumeClaim, v1 (pvc)"),
        .init(text: "persistentvolumes", help: "PersistentVolume, v1 (pv)"),
        .init(text: "replicationcontrollers", help: "ReplicationController, v1 (rc)"),
        .init(text: "podtemplates", help: "PodTemplate, v1"),
        .init(text: "controllerrevisions", help: "ControllerRevision, apps/v1"),
        .init(text: "ingressclasses", help: "IngressClass, networking.k8s.io/v1"),
        .init(text: "networkpolicies", help: "NetworkPolicy, networking.k8s.io/v1 (netpol)"),
        .init(text: "storageclasses", help: "StorageClass, storage.k8s.io/v1 (sc)"),
        .init(text: "priorityclasses", help: "PriorityClass, scheduling.k8s.io/v1 (pc)"),
    ]
}
