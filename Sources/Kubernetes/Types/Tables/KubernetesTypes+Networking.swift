extension KubernetesTypes {
    /// The groups networking and discovery.
    static let networking = """
        group networking/v1
        NetworkPolicy
          metadata 1 meta.ObjectMeta
          spec 2 NetworkPolicySpec
        NetworkPolicySpec
          podSelector 1 meta.LabelSelector
          ingress 2 [NetworkPolicyIngressRule] atomic
          egress 3 [NetworkPolicyEgressRule] atomic
          policyTypes 4 [string] atomic
        NetworkPolicyIngressRule
          ports 1 [NetworkPolicyPort] atomic
          from 2 [NetworkPolicyPeer] atomic
        NetworkPolicyEgressRule
          ports 1 [NetworkPolicyPort] atomic
          to 2 [NetworkPolicyPeer] atomic
        NetworkPolicyPort
          protocol? 1 string
          port? 2 IntOrString
          endPort? 3 int
        IPBlock
          cidr! 1 string
          except 2 [string] atomic
        NetworkPolicyPeer
          podSelector? 1 meta.LabelSelector
          namespaceSelector? 2 meta.LabelSelector
          ipBlock? 3 IPBlock
        Ingress
          metadata 1 meta.ObjectMeta
          spec 2 IngressSpec
          status 3 IngressStatus
        IngressSpec
          ingressClassName? 4 string
          defaultBackend? 1 IngressBackend
          tls 2 [IngressTLS] atomic
          rules 3 [IngressRule] atomic
        IngressTLS
          hosts 1 [string] atomic
          secretName 2 string
        IngressStatus
          loadBalancer 1 IngressLoadBalancerStatus
        IngressLoadBalancerStatus
          ingress 1 [IngressLoadBalancerIngress] atomic
        IngressLoadBalancerIngress
          ip 1 string
          hostname 2 string
          ports 4 [IngressPortStatus] atomic
        IngressPortStatus
          port! 1 int
          protocol! 2 string
          error? 3 string
        IngressRule
          host 1 string
          < 2 IngressRuleValue
        IngressRuleValue
          http? 1 HTTPIngressRuleValue
        HTTPIngressRuleValue
          paths! 1 [HTTPIngressPath] atomic
        HTTPIngressPath
          path 1 string
          pathType! 3 string
          backend! 2 IngressBackend
        IngressBackend
          service? 4 IngressServiceBackend
          resource? 3 core.TypedLocalObjectReference
        IngressServiceBackend
          name! 1 string
          port 2 ServiceBackendPort
        ServiceBackendPort
          name 1 string
          number 2 int
        IngressClass
          metadata 1 meta.ObjectMeta
          spec 2 IngressClassSpec
        IngressClassSpec
          controller 1 string
          parameters? 2 IngressClassParametersReference
        IngressClassParametersReference
          apiGroup? 1 string
          kind! 2 string
          name! 3 string
          scope? 4 string
          namespace? 5 string
        group discovery/v1
        EndpointSlice
          metadata 1 meta.ObjectMeta
          addressType! 4 string
          endpoints 2 [Endpoint] atomic
          ports 3 [EndpointPort] atomic
        Endpoint
          addresses! 1 [string] set
          conditions 2 EndpointConditions
          hostname? 3 string
          targetRef? 4 core.ObjectReference
          deprecatedTopology 5 {string}
          nodeName? 6 string
          zone? 7 string
          hints? 8 EndpointHints
        EndpointConditions
          ready? 1 bool
          serving? 2 bool
          terminating? 3 bool
        EndpointHints
          forZones 1 [ForZone] atomic
          forNodes 2 [ForNode] atomic
        ForZone
          name! 1 string
        ForNode
          name! 1 string
        EndpointPort
          name? 1 string
          protocol? 2 string
          port? 3 int
          appProtocol? 4 string
        """
}
