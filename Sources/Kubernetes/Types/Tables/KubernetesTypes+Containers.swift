extension KubernetesTypes {
    /// Containers of pods.
    static let containers = """
        group core/v1
        ContainerPort
          name 1 string
          hostPort 2 int
          containerPort! 3 int
          protocol 4 string
          hostIP 5 string
        EnvVar
          name! 1 string
          value 2 string
          valueFrom? 3 EnvVarSource
        EnvVarSource
          fieldRef? 1 ObjectFieldSelector
          resourceFieldRef? 2 ResourceFieldSelector
          configMapKeyRef? 3 ConfigMapKeySelector
          secretKeyRef? 4 SecretKeySelector
          fileKeyRef? 5 FileKeySelector
        FileKeySelector
          volumeName! 1 string
          path! 2 string
          key! 3 string
          optional? 4 bool
        ObjectFieldSelector
          apiVersion 1 string
          fieldPath! 2 string
        ResourceFieldSelector
          containerName 1 string
          resource! 2 string
          divisor 3 Quantity
        ConfigMapKeySelector
          < 1 LocalObjectReference
          key! 2 string
          optional? 3 bool
        SecretKeySelector
          < 1 LocalObjectReference
          key! 2 string
          optional? 3 bool
        EnvFromSource
          prefix 1 string
          configMapRef? 2 ConfigMapEnvSource
          secretRef? 3 SecretEnvSource
        ConfigMapEnvSource
          < 1 LocalObjectReference
          optional? 2 bool
        SecretEnvSource
          < 1 LocalObjectReference
          optional? 2 bool
        HTTPHeader
          name! 1 string
          value! 2 string
        HTTPGetAction
          path 1 string
          port! 2 IntOrString
          host 3 string
          scheme 4 string
          httpHeaders 5 [HTTPHeader] atomic
          protocol? 6 string
        TCPSocketAction
          port! 1 IntOrString
          host 2 string
        GRPCAction
          port! 1 int
          service? 2 string
          mode? 3 string
        ExecAction
          command 1 [string] atomic
        Probe
          < 1 ProbeHandler
          initialDelaySeconds 2 int
          timeoutSeconds 3 int
          periodSeconds 4 int
          successThreshold 5 int
          failureThreshold 6 int
          terminationGracePeriodSeconds? 7 int
        ContainerResizePolicy
          resourceName! 1 string
          restartPolicy! 2 string
        Capabilities
          add 1 [string] atomic
          drop 2 [string] atomic
        ResourceRequirements
          limits 1 {Quantity}
          requests 2 {Quantity}
          claims 3 [ResourceClaim] map(name)
        ResourceClaim
          name! 1 string
          request 2 string
        Container
          name! 1 string
          image 2 string
          command 3 [string] atomic
          args 4 [string] atomic
          workingDir 5 string
          ports 6 [ContainerPort] map(containerPort protocol) merge
          envFrom 19 [EnvFromSource] atomic
          env 7 [EnvVar] map(name) merge
          resources 8 ResourceRequirements
          resizePolicy 23 [ContainerResizePolicy] atomic
          restartPolicy? 24 string
          restartPolicyRules 25 [ContainerRestartRule] atomic
          volumeMounts 9 [VolumeMount] map(mountPath) merge
          volumeDevices 21 [VolumeDevice] map(devicePath) merge
          livenessProbe? 10 Probe
          readinessProbe? 11 Probe
          startupProbe? 22 Probe
          lifecycle? 12 Lifecycle
          terminationMessagePath 13 string
          terminationMessagePolicy 20 string
          imagePullPolicy 14 string
          securityContext? 15 SecurityContext
          stdin 16 bool
          stdinOnce 17 bool
          tty 18 bool
        ProbeHandler
          exec? 1 ExecAction
          httpGet? 2 HTTPGetAction
          tcpSocket? 3 TCPSocketAction
          grpc? 4 GRPCAction
        LifecycleHandler
          exec? 1 ExecAction
          httpGet? 2 HTTPGetAction
          tcpSocket? 3 TCPSocketAction
          sleep? 4 SleepAction
        Lifecycle
          postStart? 1 LifecycleHandler
          preStop? 2 LifecycleHandler
          stopSignal? 3 string
        ContainerStateWaiting
          reason 1 string
          message 2 string
        ContainerStateRunning
          startedAt 1 Time
        ContainerStateTerminated
          exitCode! 1 int
          signal 2 int
          reason 3 string
          message 4 string
          startedAt 5 Time
          finishedAt 6 Time
          containerID 7 string
        ContainerState
          waiting? 1 ContainerStateWaiting
          running? 2 ContainerStateRunning
          terminated? 3 ContainerStateTerminated
        ContainerStatus
          name! 1 string
          state 2 ContainerState
          lastState 3 ContainerState
          ready! 4 bool
          restartCount! 5 int
          image! 6 string
          imageID! 7 string
          containerID 8 string
          started? 9 bool
          allocatedResources 10 {Quantity}
          resources? 11 ResourceRequirements
          volumeMounts 12 [VolumeMountStatus] map(mountPath) merge
          user? 13 ContainerUser
          allocatedResourcesStatus 14 [ResourceStatus] map(name) merge
          stopSignal? 15 string
        ContainerUser
          linux? 1 LinuxContainerUser
        LinuxContainerUser
          uid! 1 int
          gid! 2 int
          supplementalGroups 3 [int] atomic
        ContainerRestartRule
          action 1 string
          exitCodes? 2 ContainerRestartRuleOnExitCodes
        ContainerRestartRuleOnExitCodes
          operator 1 string
          values 2 [int] set
        PodResourceClaim
          name! 1 string
          resourceClaimName? 3 string
          resourceClaimTemplateName? 4 string
        PodResourceClaimStatus
          name! 1 string
          resourceClaimName? 2 string
        PodExtendedResourceClaimStatus
          requestMappings! 1 [ContainerExtendedResourceRequest] atomic
          resourceClaimName! 2 string
        ContainerExtendedResourceRequest
          containerName! 1 string
          resourceName! 2 string
          requestName! 3 string
        PodSecurityContext
          seLinuxOptions? 1 SELinuxOptions
          windowsOptions? 8 WindowsSecurityContextOptions
          runAsUser? 2 int
          runAsGroup? 6 int
          runAsNonRoot? 3 bool
          supplementalGroups 4 [int] atomic
          supplementalGroupsPolicy? 12 string
          fsGroup? 5 int
          sysctls 7 [Sysctl] atomic
          fsGroupChangePolicy? 9 string
          seccompProfile? 10 SeccompProfile
          appArmorProfile? 11 AppArmorProfile
          seLinuxChangePolicy? 13 string
        SeccompProfile
          type! 1 string
          localhostProfile? 2 string
        AppArmorProfile
          type! 1 string
          localhostProfile? 2 string
        EphemeralContainerCommon
          name! 1 string
          image 2 string
          command 3 [string] atomic
          args 4 [string] atomic
          workingDir 5 string
          ports 6 [ContainerPort] map(containerPort protocol) merge
          envFrom 19 [EnvFromSource] atomic
          env 7 [EnvVar] map(name) merge
          resources 8 ResourceRequirements
          resizePolicy 23 [ContainerResizePolicy] atomic
          restartPolicy? 24 string
          restartPolicyRules 25 [ContainerRestartRule] atomic
          volumeMounts 9 [VolumeMount] map(mountPath) merge
          volumeDevices 21 [VolumeDevice] map(devicePath) merge
          livenessProbe? 10 Probe
          readinessProbe? 11 Probe
          startupProbe? 22 Probe
          lifecycle? 12 Lifecycle
          terminationMessagePath 13 string
          terminationMessagePolicy 20 string
          imagePullPolicy 14 string
          securityContext? 15 SecurityContext
          stdin 16 bool
          stdinOnce 17 bool
          tty 18 bool
        EphemeralContainer
          < 1 EphemeralContainerCommon
          targetContainerName 2 string
        ContainerImage
          names 1 [string] atomic
          sizeBytes 2 int
        SecurityContext
          capabilities? 1 Capabilities
          privileged? 2 bool
          seLinuxOptions? 3 SELinuxOptions
          windowsOptions? 10 WindowsSecurityContextOptions
          runAsUser? 4 int
          runAsGroup? 8 int
          runAsNonRoot? 5 bool
          readOnlyRootFilesystem? 6 bool
          allowPrivilegeEscalation? 7 bool
          procMount? 9 string
          seccompProfile? 11 SeccompProfile
          appArmorProfile? 12 AppArmorProfile
        SELinuxOptions
          user 1 string
          role 2 string
          type 3 string
          level 4 string
        WindowsSecurityContextOptions
          gmsaCredentialSpecName? 1 string
          gmsaCredentialSpec? 2 string
          runAsUserName? 3 string
          hostProcess? 4 bool
        Sysctl
          name! 1 string
          value! 2 string
        """
}
