extension KubernetesTypes {
    /// Volumes of pods, and persistent ones, part 2.
    static let volumes2 = """
        group core/v1
        VolumeProjection
          secret? 1 SecretProjection
          downwardAPI? 2 DownwardAPIProjection
          configMap? 3 ConfigMapProjection
          serviceAccountToken? 4 ServiceAccountTokenProjection
          clusterTrustBundle? 5 ClusterTrustBundleProjection
          podCertificate? 6 PodCertificateProjection
        LocalVolumeSource
          path! 1 string
          fsType? 2 string
        CSIPersistentVolumeSource
          driver! 1 string
          volumeHandle! 2 string
          readOnly 3 bool
          fsType 4 string
          volumeAttributes 5 {string}
          controllerPublishSecretRef? 6 SecretReference
          nodeStageSecretRef? 7 SecretReference
          nodePublishSecretRef? 8 SecretReference
          controllerExpandSecretRef? 9 SecretReference
          nodeExpandSecretRef? 10 SecretReference
        CSIVolumeSource
          driver! 1 string
          readOnly? 2 bool
          fsType? 3 string
          volumeAttributes 4 {string}
          nodePublishSecretRef? 5 LocalObjectReference
        EphemeralVolumeSource
          volumeClaimTemplate? 1 PersistentVolumeClaimTemplate
        PersistentVolumeClaimTemplate
          metadata 1 meta.ObjectMeta
          spec! 2 PersistentVolumeClaimSpec
        VolumeMount
          name! 1 string
          readOnly 2 bool
          recursiveReadOnly? 7 string
          mountPath! 3 string
          subPath 4 string
          mountPropagation? 5 string
          subPathExpr 6 string
          bindMountOptions 8 [string] set
        VolumeDevice
          name! 1 string
          devicePath! 2 string
        VolumeResourceRequirements
          limits 1 {Quantity}
          requests 2 {Quantity}
        VolumeMountStatus
          name! 1 string
          mountPath! 2 string
          readOnly 3 bool
          recursiveReadOnly? 4 string
          volumeStatus? 5 VolumeStatus
        VolumeStatus
          image? 1 ImageVolumeStatus
        ImageVolumeStatus
          imageRef 1 string
        AttachedVolume
          name! 1 string
          devicePath! 2 string
        LocalObjectReference
          name 1 string
        TypedLocalObjectReference
          apiGroup? 1 string
          kind! 2 string
          name! 3 string
        DownwardAPIVolumeSource
          items 1 [DownwardAPIVolumeFile] atomic
          defaultMode? 2 int
          defaultUser? 3 int
        DownwardAPIVolumeFile
          path! 1 string
          fieldRef? 2 ObjectFieldSelector
          resourceFieldRef? 3 ResourceFieldSelector
          mode? 4 int
          user? 5 int
        DownwardAPIProjection
          items 1 [DownwardAPIVolumeFile] atomic
        ImageVolumeSource
          reference 1 string
          pullPolicy 2 string
        """
}
