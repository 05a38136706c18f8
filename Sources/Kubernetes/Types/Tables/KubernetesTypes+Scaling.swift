extension KubernetesTypes {
    /// The groups autoscaling, policy and scheduling.
    static let scaling = """
        group autoscaling/v1
        CrossVersionObjectReference
          kind! 1 string
          name! 2 string
          apiVersion 3 string
        HorizontalPodAutoscalerSpec
          scaleTargetRef! 1 CrossVersionObjectReference
          minReplicas? 2 int
          maxReplicas! 3 int
          targetCPUUtilizationPercentage? 4 int
        HorizontalPodAutoscalerStatus
          observedGeneration? 1 int
          lastScaleTime? 2 Time
          currentReplicas! 3 int
          desiredReplicas! 4 int
          currentCPUUtilizationPercentage? 5 int
        HorizontalPodAutoscaler
          metadata 1 meta.ObjectMeta
          spec 2 HorizontalPodAutoscalerSpec
          status 3 HorizontalPodAutoscalerStatus
        Scale
          metadata 1 meta.ObjectMeta
          spec 2 ScaleSpec
          status 3 ScaleStatus
        ScaleSpec
          replicas 1 int
        ScaleStatus
          replicas! 1 int
          selector 2 string
        group autoscaling/v2
        HorizontalPodAutoscaler
          metadata 1 meta.ObjectMeta
          spec 2 HorizontalPodAutoscalerSpec
          status 3 HorizontalPodAutoscalerStatus
        HorizontalPodAutoscalerSpec
          scaleTargetRef! 1 CrossVersionObjectReference
          minReplicas? 2 int
          maxReplicas! 3 int
          metrics 4 [MetricSpec] atomic
          behavior? 5 HorizontalPodAutoscalerBehavior
        CrossVersionObjectReference
          kind! 1 string
          name! 2 string
          apiVersion 3 string
        MetricSpec
          type! 1 string
          object? 2 ObjectMetricSource
          pods? 3 PodsMetricSource
          resource? 4 ResourceMetricSource
          containerResource? 7 ContainerResourceMetricSource
          external? 5 ExternalMetricSource
        HorizontalPodAutoscalerBehavior
          scaleUp? 1 HPAScalingRules
          scaleDown? 2 HPAScalingRules
        HPAScalingRules
          stabilizationWindowSeconds? 3 int
          selectPolicy? 1 string
          policies 2 [HPAScalingPolicy] atomic
          tolerance? 4 Quantity
        HPAScalingPolicy
          type! 1 string
          value! 2 int
          periodSeconds! 3 int
        ObjectMetricSource
          describedObject! 1 CrossVersionObjectReference
          target! 2 MetricTarget
          metric! 3 MetricIdentifier
        PodsMetricSource
          metric! 1 MetricIdentifier
          target! 2 MetricTarget
        ResourceMetricSource
          name! 1 string
          target! 2 MetricTarget
        ContainerResourceMetricSource
          name! 1 string
          target! 2 MetricTarget
          container! 3 string
        ExternalMetricSource
          metric! 1 MetricIdentifier
          target! 2 MetricTarget
        MetricIdentifier
          name! 1 string
          selector? 2 meta.LabelSelector
        MetricTarget
          type! 1 string
          value? 2 Quantity
          averageValue? 3 Quantity
          averageUtilization? 4 int
        HorizontalPodAutoscalerStatus
          observedGeneration? 1 int
          lastScaleTime? 2 Time
          currentReplicas 3 int
          desiredReplicas! 4 int
          currentMetrics 5 [MetricStatus] atomic
          conditions 6 [HorizontalPodAutoscalerCondition] map(type) merge
        HorizontalPodAutoscalerCondition
          type! 1 string
          status! 2 string
          lastTransitionTime 3 Time
          reason 4 string
          message 5 string
          observedGeneration? 6 int
        MetricStatus
          type! 1 string
          object? 2 ObjectMetricStatus
          pods? 3 PodsMetricStatus
          resource? 4 ResourceMetricStatus
          containerResource? 7 ContainerResourceMetricStatus
          external? 5 ExternalMetricStatus
        ObjectMetricStatus
          metric! 1 MetricIdentifier
          current! 2 MetricValueStatus
          describedObject! 3 CrossVersionObjectReference
        PodsMetricStatus
          metric! 1 MetricIdentifier
          current! 2 MetricValueStatus
        ResourceMetricStatus
          name! 1 string
          current! 2 MetricValueStatus
        ContainerResourceMetricStatus
          name! 1 string
          current! 2 MetricValueStatus
          container! 3 string
        ExternalMetricStatus
          metric! 1 MetricIdentifier
          current! 2 MetricValueStatus
        MetricValueStatus
          value? 1 Quantity
          averageValue? 2 Quantity
          averageUtilization? 3 int
        group policy/v1
        PodDisruptionBudgetSpec
          minAvailable? 1 IntOrString
          selector? 2 meta.LabelSelector replace
          maxUnavailable? 3 IntOrString
          unhealthyPodEvictionPolicy? 4 string
        PodDisruptionBudgetStatus
          observedGeneration 1 int
          disruptedPods 2 {Time}
          disruptionsAllowed 3 int
          currentHealthy 4 int
          desiredHealthy 5 int
          expectedPods 6 int
          conditions 7 [meta.Condition] map(type) merge
        PodDisruptionBudget
          metadata 1 meta.ObjectMeta
          spec 2 PodDisruptionBudgetSpec
          status 3 PodDisruptionBudgetStatus
        Eviction
          metadata 1 meta.ObjectMeta
          deleteOptions? 2 meta.DeleteOptions
        group scheduling/v1
        PriorityClass
          metadata 1 meta.ObjectMeta
          value 2 int
          globalDefault 3 bool
          description 4 string
          preemptionPolicy? 5 string
        """
}
