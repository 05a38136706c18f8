extension KubernetesTypes {
    /// The groups admissionregistration, apiextensions, coordination, events and storage.
    static let cluster = """
        group coordination/v1
        Lease
          metadata 1 meta.ObjectMeta
          spec 2 LeaseSpec
        LeaseSpec
          holderIdentity? 1 string
          leaseDurationSeconds? 2 int
          acquireTime? 3 MicroTime
          renewTime? 4 MicroTime
          leaseTransitions? 5 int
          strategy? 6 string
          preferredHolder? 7 string
        group events/v1
        Event
          metadata 1 meta.ObjectMeta
          eventTime! 2 MicroTime
          series? 3 EventSeries
          reportingController 4 string
          reportingInstance 5 string
          action 6 string
          reason 7 string
          regarding 8 core.ObjectReference
          related? 9 core.ObjectReference
          note 10 string
          type 11 string
          deprecatedSource 12 core.EventSource
          deprecatedFirstTimestamp 13 Time
          deprecatedLastTimestamp 14 Time
          deprecatedCount 15 int
        EventSeries
          count! 1 int
          lastObservedTime! 2 MicroTime
        group storage/v1
        StorageClass
          metadata 1 meta.ObjectMeta
          provisioner! 2 string
          parameters 3 {string}
          reclaimPolicy? 4 string
          mountOptions 5 [string] atomic
          allowVolumeExpansion? 6 bool
          volumeBindingMode? 7 string
          allowedTopologies 8 [core.TopologySelectorTerm] atomic
        group admissionregistration/v1
        Rule
          apiGroups 1 [string] atomic
          apiVersions 2 [string] atomic
          resources 3 [string] atomic
          scope? 4 string
        ValidatingWebhookConfiguration
          metadata 1 meta.ObjectMeta
          webhooks 2 [ValidatingWebhook] map(name) merge
        MutatingWebhookConfiguration
          metadata 1 meta.ObjectMeta
          webhooks 2 [MutatingWebhook] map(name) merge
        ValidatingWebhook
          name! 1 string
          clientConfig! 2 WebhookClientConfig
          rules 3 [RuleWithOperations] atomic
          failurePolicy? 4 string
          matchPolicy? 9 string
          namespaceSelector? 5 meta.LabelSelector
          objectSelector? 10 meta.LabelSelector
          sideEffects! 6 string
          timeoutSeconds? 7 int
          admissionReviewVersions! 8 [string] atomic
          matchConditions 11 [MatchCondition] map(name) merge
        MutatingWebhook
          name! 1 string
          clientConfig! 2 WebhookClientConfig
          rules 3 [RuleWithOperations] atomic
          failurePolicy? 4 string
          matchPolicy? 9 string
          namespaceSelector? 5 meta.LabelSelector
          objectSelector? 11 meta.LabelSelector
          sideEffects! 6 string
          timeoutSeconds? 7 int
          admissionReviewVersions! 8 [string] atomic
          reinvocationPolicy? 10 string
          matchConditions 12 [MatchCondition] map(name) merge
        RuleWithOperations
          operations 1 [string] atomic
          < 2 Rule
        WebhookClientConfig
          url? 3 string
          service? 1 ServiceReference
          caBundle 2 bytes
        ServiceReference
          namespace! 1 string
          name! 2 string
          path? 3 string
          port? 4 int
        MatchCondition
          name! 1 string
          expression! 2 string
        group apiextensions/v1
        CustomResourceDefinitionSpec
          group! 1 string
          names! 3 CustomResourceDefinitionNames
          scope! 4 string
          versions! 7 [CustomResourceDefinitionVersion] atomic
          conversion? 9 CustomResourceConversion
          preserveUnknownFields 10 bool
        CustomResourceConversion
          strategy! 1 string
          webhook? 2 WebhookConversion
        WebhookConversion
          clientConfig? 2 WebhookClientConfig
          conversionReviewVersions! 3 [string] atomic
        WebhookClientConfig
          url? 3 string
          service? 1 ServiceReference
          caBundle 2 bytes
        ServiceReference
          namespace! 1 string
          name! 2 string
          path? 3 string
          port? 4 int
        CustomResourceDefinitionVersion
          name! 1 string
          served! 2 bool
          storage! 3 bool
          deprecated 7 bool
          deprecationWarning? 8 string
          schema? 4 CustomResourceValidation
          subresources? 5 CustomResourceSubresources
          additionalPrinterColumns 6 [CustomResourceColumnDefinition] atomic
          selectableFields 9 [SelectableField] atomic
        SelectableField
          jsonPath! 1 string
        CustomResourceColumnDefinition
          name! 1 string
          type! 2 string
          format 3 string
          description 4 string
          priority 5 int
          jsonPath! 6 string
        CustomResourceDefinitionNames
          plural! 1 string
          singular 2 string
          shortNames 3 [string] atomic
          kind! 4 string
          listKind 5 string
          categories 6 [string] atomic
        CustomResourceDefinitionCondition
          type! 1 string
          status! 2 string
          lastTransitionTime 3 Time
          reason 4 string
          message 5 string
          observedGeneration 6 int
        CustomResourceDefinitionStatus
          conditions 1 [CustomResourceDefinitionCondition] map(type)
          acceptedNames 2 CustomResourceDefinitionNames
          storedVersions 3 [string] atomic
          observedGeneration 4 int
        CustomResourceDefinition
          metadata 1 meta.ObjectMeta
          spec! 2 CustomResourceDefinitionSpec
          status 3 CustomResourceDefinitionStatus
        CustomResourceValidation
          openAPIV3Schema? 1 any
        CustomResourceSubresources
          status? 1 any
          scale? 2 CustomResourceSubresourceScale
        CustomResourceSubresourceScale
          specReplicasPath! 1 string
          statusReplicasPath! 2 string
          labelSelectorPath? 3 string
        """
}
