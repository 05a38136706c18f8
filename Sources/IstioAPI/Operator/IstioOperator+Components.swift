package import Schema
package import YAML

extension IstioOperator {
    /// The components of an installation.
    package struct Components: Message {
        package static let schema = Schema(
            Components(), "The components of an installation.", hasSnakeCase: false)

        package init() {}

        package let base = Field<BaseComponent>(
            "What belongs to the cluster: definitions and webhooks; installed unless disabled.")
        package let pilot = Field<Component>("The control plane; installed unless disabled.")
        package let cni = Field<Component>("The CNI plugin.")
        package let ztunnel = Field<Component>("The node proxy of ambient mode.")
        package let istiodRemote = Field<Component>("A control plane elsewhere; for old files only.")
        package let ingressGateways = Field<[GatewayComponent]>("Gateways for traffic into the mesh.")
        package let egressGateways = Field<[GatewayComponent]>("Gateways for traffic out of the mesh.")
        package let classic = Field<Component>("The control plane of Istio 0.7.1; istioctl's own.")
    }

    /// Programs that show what a mesh does; istioctl's own.
    package struct Addons: Message {
        package static let schema = Schema(
            Addons(), "Programs that show what a mesh does.", hasSnakeCase: false)

        package init() {}

        package let prometheus = Field<Component>("Metrics.")
        package let grafana = Field<Component>("Dashboards over the metrics.")
        package let jaeger = Field<Component>("Traces.")
        package let zipkin = Field<Component>("Traces, as the talk had them.")
        package let kiali = Field<Component>("The mesh as a graph.")
        package let loki = Field<Component>("Logs.")
        package let fluentd = Field<Component>("Collects logs.")
    }

    /// What belongs to the cluster.
    package struct BaseComponent: Message {
        package static let schema = Schema(
            BaseComponent(), "What belongs to the cluster.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is installed.")
        package let k8s = Field<KubernetesResources>("Changes of its objects.")
    }

    /// A component.
    package struct Component: Message {
        package static let schema = Schema(Component(), "A component.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is installed.")
        package let namespace = Field<String>("Namespace to install it to.")
        package let hub = Field<String>("Registry of its images.")
        package let tag = Field<Node>("Tag of its images, a text or a number.")
        package let k8s = Field<KubernetesResources>("Changes of its objects.")
    }

    /// A gateway.
    package struct GatewayComponent: Message {
        package static let schema = Schema(GatewayComponent(), "A gateway.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is installed.")
        package let namespace = Field<String>("Namespace to install it to.")
        package let hub = Field<String>("Registry of its images.")
        package let tag = Field<Node>("Tag of its images, a text or a number.")
        package let k8s = Field<KubernetesResources>("Changes of its objects.")
        package let name = Field<String>("Name of the gateway.")
        package let label = Field<[String: String]>("Labels of its pods.")
    }

    /// Changes of one rendered object.
    package struct KubernetesOverlay: Message {
        package static let schema = Schema(
            KubernetesOverlay(), "Changes of one rendered object.", hasSnakeCase: false)

        package init() {}

        package let apiVersion = Field<String>("Version of the object; it is not looked at.")
        package let kind = Field<String>("Kind of the object.")
        package let name = Field<String>("Name of the object.")
        package let patches = Field<[Patch]>("The changes.")
    }

    /// One change.
    package struct Patch: Message {
        package static let schema = Schema(Patch(), "One change.", hasSnakeCase: false)

        package init() {}

        package let path = Field<String>(
            "Where: names between dots, `[name:x]` or `[n]` for items, `[:x]` for texts in lists.")
        package let value = Field<Node>("The new value; without one, what is there is removed.")
    }
}
