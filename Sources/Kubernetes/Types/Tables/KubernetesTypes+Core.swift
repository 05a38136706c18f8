extension KubernetesTypes {
    /// The core API but for pods, nodes and volumes.
    static let core = """
        group core/v1
        SecretReference
          name 1 string
          namespace 2 string
        KeyToPath
          key! 1 string
          path! 2 string
          mode? 3 int
          user? 4 int
        SleepAction
          seconds! 1 int
        ResourceStatus
          name! 1 string
          resources 2 [ResourceHealth] map(resourceID)
        ResourceHealth
          resourceID! 1 string
          health 2 string
          message? 6 string
        EvictionResponder
          name! 1 string
          priority! 2 int
        ReplicationControllerSpec
          replicas? 1 int
          minReadySeconds 4 int
          selector 2 {string} atomic
          template? 3 PodTemplateSpec
        ReplicationControllerStatus
          replicas! 1 int
          fullyLabeledReplicas 2 int
          readyReplicas 4 int
          availableReplicas 5 int
          observedGeneration 3 int
          conditions 6 [ReplicationControllerCondition] map(type) merge
        ReplicationControllerCondition
          type! 1 string
          status! 2 string
          lastTransitionTime 3 Time
          reason 4 string
          message 5 string
        ReplicationController
          metadata 1 meta.ObjectMeta
          spec 2 ReplicationControllerSpec
          status 3 ReplicationControllerStatus
        ClientIPConfig
          timeoutSeconds? 1 int
        ServiceStatus
          loadBalancer 1 LoadBalancerStatus
          conditions 2 [meta.Condition] map(type) merge
        LoadBalancerStatus
          ingress 1 [LoadBalancerIngress] atomic
        LoadBalancerIngress
          ip 1 string
          hostname 2 string
          ipMode? 3 string
          ports 4 [PortStatus] atomic
        ServiceSpec
          ports 1 [ServicePort] map(port protocol) merge
          selector 2 {string} atomic
          clusterIP 3 string
          clusterIPs 18 [string] atomic
          type 4 string
          externalIPs 5 [string] atomic
          sessionAffinity 7 string
          loadBalancerIP 8 string
          loadBalancerSourceRanges 9 [string] atomic
          externalName 10 string
          externalTrafficPolicy 11 string
          healthCheckNodePort 12 int
          publishNotReadyAddresses 13 bool
          sessionAffinityConfig? 14 SessionAffinityConfig
          ipFamilies 19 [string] atomic
          ipFamilyPolicy? 17 string
          allocateLoadBalancerNodePorts? 20 bool
          loadBalancerClass? 21 string
          internalTrafficPolicy? 22 string
          trafficDistribution? 23 string
        ServicePort
          name 1 string
          protocol 2 string
          appProtocol? 6 string
          port! 3 int
          targetPort 4 IntOrString
          nodePort 5 int
        Service
          metadata 1 meta.ObjectMeta
          spec 2 ServiceSpec
          status 3 ServiceStatus
        ServiceAccount
          metadata 1 meta.ObjectMeta
          secrets 2 [ObjectReference] map(name) merge
          imagePullSecrets 3 [LocalObjectReference] atomic
          automountServiceAccountToken? 4 bool
        Endpoints
          metadata 1 meta.ObjectMeta
          subsets 2 [EndpointSubset] atomic
        EndpointSubset
          addresses 1 [EndpointAddress] atomic
          notReadyAddresses 2 [EndpointAddress] atomic
          ports 3 [EndpointPort] atomic
        EndpointAddress
          ip! 1 string
          hostname 3 string
          nodeName? 4 string
          targetRef? 2 ObjectReference
        EndpointPort
          name 1 string
          port! 2 int
          protocol 3 string
          appProtocol? 4 string
        NamespaceSpec
          finalizers 1 [string] atomic
        NamespaceStatus
          phase 1 string
          conditions 2 [NamespaceCondition] map(type) merge
        NamespaceCondition
          type! 1 string
          status! 2 string
          lastTransitionTime 4 Time
          reason 5 string
          message 6 string
        Namespace
          metadata 1 meta.ObjectMeta
          spec 2 NamespaceSpec
          status 3 NamespaceStatus
        Binding
          metadata 1 meta.ObjectMeta
          target! 2 ObjectReference
        ObjectReference
          kind 1 string
          namespace 2 string
          name 3 string
          uid 4 string
          apiVersion 5 string
          resourceVersion 6 string
          fieldPath 7 string
        EventSource
          component 1 string
          host 2 string
        Event
          metadata! 1 meta.ObjectMeta
          involvedObject! 2 ObjectReference
          reason 3 string
          message 4 string
          source 5 EventSource
          firstTimestamp 6 Time
          lastTimestamp 7 Time
          count 8 int
          type 9 string
          eventTime 10 MicroTime
          series? 11 EventSeries
          action 12 string
          related? 13 ObjectReference
          reportingComponent 14 string
          reportingInstance 15 string
        EventSeries
          count 1 int
          lastObservedTime 2 MicroTime
        LimitRangeItem
          type! 1 string
          max 2 {Quantity}
          min 3 {Quantity}
          default 4 {Quantity}
          defaultRequest 5 {Quantity}
          maxLimitRequestRatio 6 {Quantity}
        LimitRangeSpec
          limits! 1 [LimitRangeItem] atomic
        LimitRange
          metadata 1 meta.ObjectMeta
          spec 2 LimitRangeSpec
        ResourceQuotaSpec
          hard 1 {Quantity}
          scopes 2 [string] atomic
          scopeSelector? 3 ScopeSelector
        ScopeSelector
          matchExpressions 1 [ScopedResourceSelectorRequirement] atomic
        ScopedResourceSelectorRequirement
          scopeName! 1 string
          operator! 2 string
          values 3 [string] atomic
        ResourceQuotaStatus
          hard 1 {Quantity}
          used 2 {Quantity}
        ResourceQuota
          metadata 1 meta.ObjectMeta
          spec 2 ResourceQuotaSpec
          status 3 ResourceQuotaStatus
        Secret
          metadata 1 meta.ObjectMeta
          immutable? 5 bool
          data 2 {bytes}
          stringData 4 {string}
          type 3 string
        ConfigMap
          metadata 1 meta.ObjectMeta
          immutable? 4 bool
          data 2 {string}
          binaryData 3 {bytes}
        PortStatus
          port! 1 int
          protocol! 2 string
          error? 3 string
        """
}
