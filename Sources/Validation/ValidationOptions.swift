package import Schema

/// What a caller may ask of validation.
package struct ValidationOptions: Sendable {
    /// The generation to read a document as that could be of both; nil lets the document decide.
    package var generation: Generation?

    /// Whether services and deployments of Kubernetes are held to what Istio needs of them, though Kubernetes
    /// takes them.
    package var checksServices: Bool

    package init(generation: Generation? = nil, checksServices: Bool = false) {
        self.generation = generation
        self.checksServices = checksServices
    }
}
