package import Schema
package import YAML

/// A WebAssembly filter.
package struct WasmConfig: Message {
    package static let schema = Schema(WasmConfig(), "A WebAssembly filter.")

    package init() {}

    package let url = Field<String>(
        "Where the filter is: `oci://`, `http://`, `https://` or `file://`, an OCI image without a scheme.",
        .required, .atLeast(1))
    package let sha256 = Field<String>(
        "Checksum of the filter or image: 64 hexadecimal digits in lower case.",
        .pattern("(^$|^[a-f0-9]{64}$)"))
    package let imagePullPolicy = Field<PullPolicy>("When to fetch an image again.")
    package let imagePullSecret = Field<String>(
        "Secret in the same namespace with the registry's credentials.", .atLeast(1), .atMost(253))
    package let verificationKey = Field<String>("Public key to verify the image with; not acted upon.")
    package let pluginConfig = Field<[String: Node]>("Settings that the filter gets as JSON.")
    package let pluginName = Field<String>(
        "Name under which the filter finds its settings.", .atLeast(1), .atMost(256))
    package let failStrategy = Field<FailStrategy>("What becomes of requests when the filter fails.")
    package let vmConfig = Field<VMConfig>("Settings of the machine that runs the filter.")
    package let type = Field<PluginType>("Whether the filter is for HTTP or for TCP.")
}

/// Settings of the machine that runs a filter.
package struct VMConfig: Message {
    package static let schema = Schema(
        VMConfig(), "Settings of the machine that runs a filter.", name: "VmConfig")

    package init() {}

    package let env = Field<[EnvironmentVariable]>(
        "Environment variables that the filter sees.", .atMost(256), .listKey("name"))

    /// An environment variable that a filter sees.
    package struct EnvironmentVariable: Message {
        package static let schema = Schema(
            EnvironmentVariable(), "An environment variable that a filter sees.", name: "EnvVar")

        package init() {}

        package let name = Field<String>("Name of the variable.", .required, .atLeast(1), .atMost(256))
        package let valueFrom = Field<ValueSource>("Where its value comes from.", default: "INLINE")
        package let value = Field<String>("The value, if it is given here.", .atMost(2048))
    }

    /// Where a variable's value comes from.
    package enum ValueSource: String, Enumeration {
        package static let name = "istio.extensions.v1alpha1.EnvValueSource"

        case inline = "INLINE"
        case host = "HOST"

        package var doc: String {
            switch self {
            case .inline: "It is given here."
            case .host: "The proxy's own variable of the same name."
            }
        }
    }
}

/// What a filter is for.
package enum PluginType: String, Enumeration {
    package static let name = "istio.extensions.v1alpha1.PluginType"

    case unspecified = "UNSPECIFIED_PLUGIN_TYPE"
    case http = "HTTP"
    case network = "NETWORK"

    package var doc: String {
        switch self {
        case .unspecified: "HTTP."
        case .http: "Requests of HTTP."
        case .network: "Bytes of TCP connections."
        }
    }
}

/// When to fetch an image again.
package enum PullPolicy: String, Enumeration {
    package static let name = "istio.extensions.v1alpha1.PullPolicy"

    case unspecified = "UNSPECIFIED_POLICY"
    case ifNotPresent = "IfNotPresent"
    case always = "Always"

    package var doc: String {
        switch self {
        case .unspecified: "Always for the tag `latest`, else if it is not present."
        case .ifNotPresent: "If it is not present."
        case .always: "Whenever the settings change."
        }
    }
}

/// What becomes of requests when a filter fails.
package enum FailStrategy: String, Enumeration {
    package static let name = "istio.extensions.v1alpha1.FailStrategy"

    case close = "FAIL_CLOSE"
    case open = "FAIL_OPEN"
    case reload = "FAIL_RELOAD"

    package var doc: String {
        switch self {
        case .close: "They are refused with status 503."
        case .open: "They go on without the filter."
        case .reload: "The filter is started again."
        }
    }
}
