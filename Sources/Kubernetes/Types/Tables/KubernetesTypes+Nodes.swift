extension KubernetesTypes {
    /// Nodes.
    static let nodes = """
        group core/v1
        NodeSelector
          nodeSelectorTerms! 1 [NodeSelectorTerm] atomic
        NodeSelectorTerm
          matchExpressions 1 [NodeSelectorRequirement] atomic
          matchFields 2 [NodeSelectorRequirement] atomic
        NodeSelectorRequirement
          key! 1 string
          operator! 2 string
          values 3 [string] atomic
        Taint
          key! 1 string
          value 2 string
          effect! 3 string
          timeAdded? 4 Time
        NodeSpec
          podCIDR 1 string
          podCIDRs 7 [string] set merge
          providerID 3 string
          unschedulable 4 bool
          taints 5 [Taint] atomic
          configSource? 6 NodeConfigSource
          externalID 2 string
          podPreemptionPolicy? 8 NodePodPreemptionPolicy
        NodeConfigSource
          configMap? 2 ConfigMapNodeConfigSource
        ConfigMapNodeConfigSource
          namespace! 1 string
          name! 2 string
          uid 3 string
          resourceVersion 4 string
          kubeletConfigKey! 5 string
        DaemonEndpoint
          Port! 1 int
        NodeDaemonEndpoints
          kubeletEndpoint 1 DaemonEndpoint
        NodeRuntimeHandlerFeatures
          recursiveReadOnlyMounts? 1 bool
          userNamespaces? 2 bool
        NodeRuntimeHandler
          name 1 string
          features? 2 NodeRuntimeHandlerFeatures
        NodeFeatures
          supplementalGroupsPolicy? 1 bool
        NodeSystemInfo
          machineID! 1 string
          systemUUID! 2 string
          bootID! 3 string
          kernelVersion! 4 string
          osImage! 5 string
          containerRuntimeVersion! 6 string
          kubeletVersion! 7 string
          kubeProxyVersion! 8 string
          operatingSystem! 9 string
          architecture! 10 string
          swap? 11 NodeSwapStatus
        NodeSwapStatus
          capacity? 1 int
        NodeConfigStatus
          assigned? 1 NodeConfigSource
          active? 2 NodeConfigSource
          lastKnownGood? 3 NodeConfigSource
          error 4 string
        NodeStatus
          capacity 1 {Quantity}
          allocatable 2 {Quantity}
          phase 3 string
          conditions 4 [NodeCondition] map(type) merge
          addresses 5 [NodeAddress] map(type) merge
          daemonEndpoints 6 NodeDaemonEndpoints
          nodeInfo 7 NodeSystemInfo
          images 8 [ContainerImage] atomic
          volumesInUse 9 [string] atomic
          volumesAttached 10 [AttachedVolume] atomic
          config? 11 NodeConfigStatus
          runtimeHandlers 12 [NodeRuntimeHandler] atomic
          features? 13 NodeFeatures
          declaredFeatures 14 [string] atomic
        NodeCondition
          type! 1 string
          status! 2 string
          lastHeartbeatTime 3 Time
          lastTransitionTime 4 Time
          reason 5 string
          message 6 string
        NodeAddress
          type! 1 string
          address! 2 string
        Node
          metadata 1 meta.ObjectMeta
          spec 2 NodeSpec
          status 3 NodeStatus
        """
}
