package import Schema

extension Legacy {
    /// A reference to a service, by short name or in full.
    package struct IstioService: Message {
        package static let schema = Schema(
            IstioService(), "A reference to a service, by short name or in full.",
            name: "v1alpha1.IstioService")

        package init() {}

        package let name = Field<String>("Short name of the service.")
        package let namespace = Field<String>("Namespace of the service, the object's own if absent.")
        package let domain = Field<String>("Domain that ends the full name, the cluster's if absent.")
        package let service = Field<String>("Full name of the service, in place of the three parts.")
        package let labels = Field<[String: String]>("Labels that narrow the service to some of its pods.")
    }
}
