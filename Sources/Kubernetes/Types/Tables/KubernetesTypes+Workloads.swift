extension KubernetesTypes {
    /// The groups apps and batch.
    static let workloads = """
        group apps/v1
        StatefulSet
          metadata 1 meta.ObjectMeta
          spec 2 StatefulSetSpec
          status 3 StatefulSetStatus
        StatefulSetUpdateStrategy
          type 1 string
          rollingUpdate? 2 RollingUpdateStatefulSetStrategy
        RollingUpdateStatefulSetStrategy
          partition? 1 int
          maxUnavailable? 2 IntOrString
        StatefulSetPersistentVolumeClaimRetentionPolicy
          whenDeleted 1 string
          whenScaled 2 string
        StatefulSetOrdinals
          start 1 int
        StatefulSetSpec
          replicas? 1 int
          selector! 2 meta.LabelSelector
          template! 3 core.PodTemplateSpec
          volumeClaimTemplates 4 [core.PersistentVolumeClaim] atomic
          serviceName 5 string
          podManagementPolicy 6 string
          updateStrategy 7 StatefulSetUpdateStrategy
          revisionHistoryLimit? 8 int
          minReadySeconds 9 int
          persistentVolumeClaimRetentionPolicy? 10 StatefulSetPersistentVolumeClaimRetentionPolicy
          ordinals? 11 StatefulSetOrdinals
        StatefulSetStatus
          observedGeneration 1 int
          replicas! 2 int
          readyReplicas 3 int
          currentReplicas 4 int
          updatedReplicas 5 int
          currentRevision 6 string
          updateRevision 7 string
          collisionCount? 9 int
          conditions 10 [StatefulSetCondition] map(type) merge
          availableReplicas! 11 int
        StatefulSetCondition
          type 1 string
          status 2 string
          lastTransitionTime 3 Time
          reason 4 string
          message 5 string
        Deployment
          metadata 1 meta.ObjectMeta
          spec 2 DeploymentSpec
          status 3 DeploymentStatus
        DeploymentSpec
          replicas? 1 int
          selector! 2 meta.LabelSelector
          template! 3 core.PodTemplateSpec
          strategy 4 DeploymentStrategy retainKeys
          minReadySeconds 5 int
          revisionHistoryLimit? 6 int
          paused 7 bool
          progressDeadlineSeconds? 9 int
        DeploymentStrategy
          type 1 string
          rollingUpdate? 2 RollingUpdateDeployment
        RollingUpdateDeployment
          maxUnavailable? 1 IntOrString
          maxSurge? 2 IntOrString
        DeploymentStatus
          observedGeneration 1 int
          replicas 2 int
          updatedReplicas 3 int
          readyReplicas 7 int
          availableReplicas 4 int
          unavailableReplicas 5 int
          terminatingReplicas? 9 int
          conditions 6 [DeploymentCondition] map(type) merge
          collisionCount? 8 int
        DeploymentCondition
          type 1 string
          status 2 string
          lastUpdateTime 6 Time
          lastTransitionTime 7 Time
          reason 4 string
          message 5 string
        DaemonSetUpdateStrategy
          type 1 string
          rollingUpdate? 2 RollingUpdateDaemonSet
        RollingUpdateDaemonSet
          maxUnavailable? 1 IntOrString
          maxSurge? 2 IntOrString
        DaemonSetSpec
          selector! 1 meta.LabelSelector
          template! 2 core.PodTemplateSpec
          updateStrategy 3 DaemonSetUpdateStrategy
          minReadySeconds 4 int
          revisionHistoryLimit? 6 int
        DaemonSetStatus
          currentNumberScheduled! 1 int
          numberMisscheduled! 2 int
          desiredNumberScheduled! 3 int
          numberReady! 4 int
          observedGeneration 5 int
          updatedNumberScheduled 6 int
          numberAvailable 7 int
          numberUnavailable 8 int
          collisionCount? 9 int
          conditions 10 [DaemonSetCondition] map(type) merge
        DaemonSetCondition
          type 1 string
          status 2 string
          lastTransitionTime 3 Time
          reason 4 string
          message 5 string
        DaemonSet
          metadata 1 meta.ObjectMeta
          spec 2 DaemonSetSpec
          status 3 DaemonSetStatus
        ReplicaSet
          metadata 1 meta.ObjectMeta
          spec 2 ReplicaSetSpec
          status 3 ReplicaSetStatus
        ReplicaSetSpec
          replicas? 1 int
          minReadySeconds 4 int
          selector! 2 meta.LabelSelector
          template 3 core.PodTemplateSpec
        ReplicaSetStatus
          replicas! 1 int
          fullyLabeledReplicas 2 int
          readyReplicas 4 int
          availableReplicas 5 int
          terminatingReplicas? 7 int
          observedGeneration 3 int
          conditions 6 [ReplicaSetCondition] map(type) merge
        ReplicaSetCondition
          type 1 string
          status 2 string
          lastTransitionTime 3 Time
          reason 4 string
          message 5 string
        ControllerRevision
          metadata 1 meta.ObjectMeta
          data! 2 RawExtension
          revision 3 int
        group batch/v1
        Job
          metadata 1 meta.ObjectMeta
          spec 2 JobSpec
          status 3 JobStatus
        PodFailurePolicyOnExitCodesRequirement
          containerName? 1 string
          operator! 2 string
          values! 3 [int] set
        PodFailurePolicyOnPodConditionsPattern
          type! 1 string
          status 2 string
        PodFailurePolicyRule
          action! 1 string
          onExitCodes? 2 PodFailurePolicyOnExitCodesRequirement
          onPodConditions 3 [PodFailurePolicyOnPodConditionsPattern] atomic
        PodFailurePolicy
          rules! 1 [PodFailurePolicyRule] atomic
        SuccessPolicy
          rules! 1 [SuccessPolicyRule] atomic
        SuccessPolicyRule
          succeededIndexes? 1 string
          succeededCount? 2 int
        JobSpec
          parallelism? 1 int
          completions? 2 int
          activeDeadlineSeconds? 3 int
          podFailurePolicy? 11 PodFailurePolicy
          successPolicy? 16 SuccessPolicy
          backoffLimit? 7 int
          backoffLimitPerIndex? 12 int
          maxFailedIndexes? 13 int
          selector? 4 meta.LabelSelector
          manualSelector? 5 bool
          template! 6 core.PodTemplateSpec
          ttlSecondsAfterFinished? 8 int
          completionMode? 9 string
          suspend? 10 bool
          podReplacementPolicy? 14 string
          managedBy? 15 string
        JobStatus
          conditions 1 [JobCondition] atomic merge(type)
          startTime? 2 Time
          completionTime? 3 Time
          active 4 int
          succeeded 5 int
          failed 6 int
          terminating? 11 int
          completedIndexes 7 string
          failedIndexes? 10 string
          uncountedTerminatedPods? 8 UncountedTerminatedPods
          ready? 9 int
        UncountedTerminatedPods
          succeeded 1 [string] set
          failed 2 [string] set
        JobCondition
          type! 1 string
          status! 2 string
          lastProbeTime 3 Time
          lastTransitionTime 4 Time
          reason 5 string
          message 6 string
        JobTemplateSpec
          metadata 1 meta.ObjectMeta
          spec 2 JobSpec
        CronJob
          metadata 1 meta.ObjectMeta
          spec 2 CronJobSpec
          status 3 CronJobStatus
        CronJobSpec
          schedule! 1 string
          timeZone? 8 string
          startingDeadlineSeconds? 2 int
          concurrencyPolicy 3 string
          suspend? 4 bool
          jobTemplate! 5 JobTemplateSpec
          successfulJobsHistoryLimit? 6 int
          failedJobsHistoryLimit? 7 int
        CronJobStatus
          active 1 [core.ObjectReference] atomic
          lastScheduleTime? 4 Time
          lastSuccessfulTime? 5 Time
        """
}
