package import Schema
import YAML

extension MeshConfig.ProxyConfig {
    /// Headers that proxies add.
    package struct ProxyHeaders: Message {
        package static let schema = Schema(ProxyHeaders(), "Headers that proxies add.")

        package init() {}

        package let forwardedClientCert = Field<ForwardClientCertDetails>(
            "What becomes of the header x-forwarded-client-cert.")
        package let setCurrentClientCertDetails = Field<SetCurrentClientCertDetails>(
            "What x-forwarded-client-cert tells of a certificate.", .since("1.24"))
        package let requestId = Field<RequestId>("The header x-request-id.")
        package let server = Field<Server>("The header server.")
        package let attemptCount = Field<AttemptCount>("The header x-envoy-attempt-count.")
        package let envoyDebugHeaders = Field<EnvoyDebugHeaders>("Envoy's headers for debugging.")
        package let metadataExchangeHeaders = Field<MetadataExchangeHeaders>(
            "Headers by which proxies tell each other of their workloads.", .since("1.20"))
        package let preserveHttp1HeaderCase = Field<BoolValue>(
            "Keeps the case of the names of HTTP/1.1 headers.", .since("1.25"))
        package let xForwardedHost = Field<XForwardedHost>("The header x-forwarded-host.", .since("1.28"))
        package let xForwardedPort = Field<XForwardedPort>("The header x-forwarded-port.", .since("1.28"))

        /// The header server.
        package struct Server: Message {
            package static let schema = Schema(Server(), "The header server.")

            package init() {}

            package let disabled = Field<BoolValue>("Leaves the header as the application has it.")
            package let value = Field<String>("The header's value.")
        }

        /// The header x-request-id.
        package struct RequestId: Message {
            package static let schema = Schema(RequestId(), "The header x-request-id.")

            package init() {}

            package let disabled = Field<BoolValue>("Does not add the header.")
        }

        /// The header x-envoy-attempt-count.
        package struct AttemptCount: Message {
            package static let schema = Schema(AttemptCount(), "The header x-envoy-attempt-count.")

            package init() {}

            package let disabled = Field<BoolValue>("Does not add the header.")
        }

        /// The header x-forwarded-host.
        package struct XForwardedHost: Message {
            package static let schema = Schema(XForwardedHost(), "The header x-forwarded-host.")

            package init() {}

            package let enabled = Field<BoolValue>("Adds the header.")
        }

        /// The header x-forwarded-port.
        package struct XForwardedPort: Message {
            package static let schema = Schema(XForwardedPort(), "The header x-forwarded-port.")

            package init() {}

            package let enabled = Field<BoolValue>("Adds the header.")
        }

        /// Envoy's headers for debugging.
        package struct EnvoyDebugHeaders: Message {
            package static let schema = Schema(EnvoyDebugHeaders(), "Envoy's headers for debugging.")

            package init() {}

            package let disabled = Field<BoolValue>("Does not add the headers.")
        }

        /// Headers by which proxies tell each other of their workloads.
        package struct MetadataExchangeHeaders: Message {
            package static let schema = Schema(
                MetadataExchangeHeaders(), "Headers by which proxies tell each other of their workloads.")

            package init() {}

            package let mode = Field<MetadataExchangeMode>("Who gets the headers.")
        }

        /// What x-forwarded-client-cert tells of a certificate.
        package struct SetCurrentClientCertDetails: Message {
            package static let schema = Schema(
                SetCurrentClientCertDetails(), "What x-forwarded-client-cert tells of a certificate.")

            package init() {}

            package let subject = Field<BoolValue>("The subject.", default: true)
            package let cert = Field<BoolValue>("The certificate.", default: false)
            package let chain = Field<BoolValue>("The chain of certificates.", default: false)
            package let dns = Field<BoolValue>("The DNS names.", default: true)
            package let uri = Field<BoolValue>("The URI names.", default: true)
        }

        /// Who gets the headers by which proxies tell of their workloads.
        package enum MetadataExchangeMode: String, Enumeration {
            package static let name = "istio.mesh.v1alpha1.ProxyConfig_ProxyHeaders_MetadataExchangeMode"

            case undefined = "UNDEFINED"
            case inMesh = "IN_MESH"

            package var doc: String {
                switch self {
                case .undefined: "Everybody."
                case .inMesh: "Services of the mesh."
                }
            }
        }
    }
}
