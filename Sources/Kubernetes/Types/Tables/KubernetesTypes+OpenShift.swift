extension KubernetesTypes {
    /// OpenShift's DeploymentConfig, whose pods are injected like others (openshift/api, apps/v1).
    static let openShift = """
        group apps.openshift.io/v1
        DeploymentConfig
          metadata 1 meta.ObjectMeta
          spec! 2 DeploymentConfigSpec
          status 3 DeploymentConfigStatus
        DeploymentConfigSpec
          strategy! 1 DeploymentStrategy
          minReadySeconds 9 int
          triggers! 2 [DeploymentTriggerPolicy]
          replicas! 3 int
          revisionHistoryLimit? 4 int
          test! 5 bool
          paused 6 bool
          selector 7 {string}
          template? 8 core.PodTemplateSpec
        DeploymentStrategy
          type 1 string
          customParams? 2 any
          recreateParams? 3 any
          rollingParams? 4 any
          resources 5 core.ResourceRequirements
          labels 6 {string}
          annotations 7 {string}
          activeDeadlineSeconds? 8 int
        DeploymentTriggerPolicy
          type 1 string
          imageChangeParams? 2 any
        DeploymentConfigStatus
          latestVersion! 1 int
          observedGeneration! 2 int
          replicas! 3 int
          updatedReplicas! 4 int
          availableReplicas! 5 int
          unavailableReplicas! 6 int
          details? 7 any
          conditions 8 [any]
          readyReplicas 9 int
        """
}
