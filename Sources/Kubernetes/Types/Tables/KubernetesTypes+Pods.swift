extension KubernetesTypes {
    /// Pods.
    static let pods = """
        group core/v1
        PodCondition
          type! 1 string
          observedGeneration 7 int
          status! 2 string
          lastProbeTime 3 Time
          lastTransitionTime 4 Time
          reason 5 string
          message 6 string
        TopologySelectorTerm
          matchLabelExpressions 1 [TopologySelectorLabelRequirement] atomic
        TopologySelectorLabelRequirement
          key! 1 string
          values! 2 [string] atomic
        Affinity
          nodeAffinity? 1 NodeAffinity
          podAffinity? 2 PodAffinity
          podAntiAffinity? 3 PodAntiAffinity
        PodAffinity
          requiredDuringSchedulingIgnoredDuringExecution 1 [PodAffinityTerm] atomic
          preferredDuringSchedulingIgnoredDuringExecution 2 [WeightedPodAffinityTerm] atomic
        PodAntiAffinity
          requiredDuringSchedulingIgnoredDuringExecution 1 [PodAffinityTerm] atomic
          preferredDuringSchedulingIgnoredDuringExecution 2 [WeightedPodAffinityTerm] atomic
        WeightedPodAffinityTerm
          weight! 1 int
          podAffinityTerm! 2 PodAffinityTerm
        PodAffinityTerm
          labelSelector? 1 meta.LabelSelector
          namespaces 2 [string] atomic
          topologyKey! 3 string
          namespaceSelector? 4 meta.LabelSelector
          matchLabelKeys 5 [string] atomic
          mismatchLabelKeys 6 [string] atomic
        NodeAffinity
          requiredDuringSchedulingIgnoredDuringExecution? 1 NodeSelector
          preferredDuringSchedulingIgnoredDuringExecution 2 [PreferredSchedulingTerm] atomic
        PreferredSchedulingTerm
          weight! 1 int
          preference! 2 NodeSelectorTerm
        Toleration
          key 1 string
          operator 2 string
          value 3 string
          effect 4 string
          tolerationSeconds? 5 int
        PodReadinessGate
          conditionType! 1 string
        PodSpec
          volumes 1 [Volume] map(name) merge retainKeys
          initContainers 20 [Container] map(name) merge
          containers! 2 [Container] map(name) merge
          ephemeralContainers 34 [EphemeralContainer] map(name) merge
          restartPolicy 3 string
          terminationGracePeriodSeconds? 4 int
          activeDeadlineSeconds? 5 int
          dnsPolicy 6 string
          nodeSelector 7 {string} atomic
          serviceAccountName 8 string
          serviceAccount 9 string
          automountServiceAccountToken? 21 bool
          nodeName 10 string
          hostNetwork 11 bool
          hostPID 12 bool
          hostIPC 13 bool
          shareProcessNamespace? 27 bool
          securityContext? 14 PodSecurityContext
          imagePullSecrets 15 [LocalObjectReference] map(name) merge
          hostname 16 string
          subdomain 17 string
          affinity? 18 Affinity
          schedulerName 19 string
          tolerations 22 [Toleration] atomic
          hostAliases 23 [HostAlias] map(ip) merge
          priorityClassName 24 string
          priority? 25 int
          dnsConfig? 26 PodDNSConfig
          readinessGates 28 [PodReadinessGate] atomic
          runtimeClassName? 29 string
          enableServiceLinks? 30 bool
          preemptionPolicy? 31 string
          overhead 32 {Quantity}
          topologySpreadConstraints 33 [TopologySpreadConstraint] map(topologyKey whenUnsatisfiable) merge
          setHostnameAsFQDN? 35 bool
          os? 36 PodOS
          hostUsers? 37 bool
          schedulingGates 38 [PodSchedulingGate] map(name) merge
          resourceClaims 39 [PodResourceClaim] map(name) merge retainKeys
          resources? 40 ResourceRequirements
          hostnameOverride? 41 string
          schedulingGroup? 43 PodSchedulingGroup
          evictionResponders 44 [EvictionResponder] map(name) merge
        PodOS
          name! 1 string
        PodSchedulingGate
          name! 1 string
        PodSchedulingGroup
          podGroupName? 1 string
        TopologySpreadConstraint
          maxSkew! 1 int
          topologyKey! 2 string
          whenUnsatisfiable! 3 string
          labelSelector? 4 meta.LabelSelector
          minDomains? 5 int
          nodeAffinityPolicy? 6 string
          nodeTaintsPolicy? 7 string
          matchLabelKeys 8 [string] atomic
        HostAlias
          ip! 1 string
          hostnames 2 [string] atomic
        PodDNSConfig
          nameservers 1 [string] atomic
          searches 2 [string] atomic
          options 3 [PodDNSConfigOption] atomic
        PodDNSConfigOption
          name 1 string
          value? 2 string
        PodIP
          ip! 1 string
        HostIP
          ip! 1 string
        PodStatus
          observedGeneration 17 int
          phase 1 string
          conditions 2 [PodCondition] map(type) merge
          message 3 string
          reason 4 string
          nominatedNodeName 11 string
          hostIP 5 string
          hostIPs 16 [HostIP] atomic merge(ip)
          podIP 6 string
          podIPs 12 [PodIP] map(ip) merge
          startTime? 7 Time
          initContainerStatuses 10 [ContainerStatus] atomic
          containerStatuses 8 [ContainerStatus] atomic
          qosClass 9 string
          ephemeralContainerStatuses 13 [ContainerStatus] atomic
          resize 14 string
          resourceClaimStatuses 15 [PodResourceClaimStatus] map(name) merge retainKeys
          extendedResourceClaimStatus? 18 PodExtendedResourceClaimStatus
          allocatedResources 19 {Quantity}
          resources? 20 ResourceRequirements
          volumeHealth 22 [PodVolumeHealth] map(name)
        Pod
          metadata 1 meta.ObjectMeta
          spec 2 PodSpec
          status 3 PodStatus
        PodTemplateSpec
          metadata 1 meta.ObjectMeta
          spec 2 PodSpec
        PodTemplate
          metadata 1 meta.ObjectMeta
          template 2 PodTemplateSpec
        SessionAffinityConfig
          clientIP? 1 ClientIPConfig
        NodePodPreemptionPolicy
          disableResizePreemption 1 [string] set
        """
}
