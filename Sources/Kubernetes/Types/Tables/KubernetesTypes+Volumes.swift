extension KubernetesTypes {
    /// Volumes of pods, and persistent ones.
    static let volumes = """
        group core/v1
        Volume
          name! 1 string
          < 2 VolumeSource
        VolumeSource
          hostPath? 1 HostPathVolumeSource
          emptyDir? 2 EmptyDirVolumeSource
          gcePersistentDisk? 3 GCEPersistentDiskVolumeSource
          awsElasticBlockStore? 4 AWSElasticBlockStoreVolumeSource
          gitRepo? 5 GitRepoVolumeSource
          secret? 6 SecretVolumeSource
          nfs? 7 NFSVolumeSource
          iscsi? 8 ISCSIVolumeSource
          glusterfs? 9 GlusterfsVolumeSource
          persistentVolumeClaim? 10 PersistentVolumeClaimVolumeSource
          rbd? 11 RBDVolumeSource
          flexVolume? 12 FlexVolumeSource
          cinder? 13 CinderVolumeSource
          cephfs? 14 CephFSVolumeSource
          flocker? 15 FlockerVolumeSource
          downwardAPI? 16 DownwardAPIVolumeSource
          fc? 17 FCVolumeSource
          azureFile? 18 AzureFileVolumeSource
          configMap? 19 ConfigMapVolumeSource
          vsphereVolume? 20 VsphereVirtualDiskVolumeSource
          quobyte? 21 QuobyteVolumeSource
          azureDisk? 22 AzureDiskVolumeSource
          photonPersistentDisk? 23 PhotonPersistentDiskVolumeSource
          projected? 26 ProjectedVolumeSource
          portworxVolume? 24 PortworxVolumeSource
          scaleIO? 25 ScaleIOVolumeSource
          storageos? 27 StorageOSVolumeSource
          csi? 28 CSIVolumeSource
          ephemeral? 29 EphemeralVolumeSource
          image? 30 ImageVolumeSource
        PersistentVolumeClaimVolumeSource
          claimName! 1 string
          readOnly 2 bool
        PersistentVolumeSource
          gcePersistentDisk? 1 GCEPersistentDiskVolumeSource
          awsElasticBlockStore? 2 AWSElasticBlockStoreVolumeSource
          hostPath? 3 HostPathVolumeSource
          glusterfs? 4 GlusterfsPersistentVolumeSource
          nfs? 5 NFSVolumeSource
          rbd? 6 RBDPersistentVolumeSource
          iscsi? 7 ISCSIPersistentVolumeSource
          cinder? 8 CinderPersistentVolumeSource
          cephfs? 9 CephFSPersistentVolumeSource
          fc? 10 FCVolumeSource
          flocker? 11 FlockerVolumeSource
          flexVolume? 12 FlexPersistentVolumeSource
          azureFile? 13 AzureFilePersistentVolumeSource
          vsphereVolume? 14 VsphereVirtualDiskVolumeSource
          quobyte? 15 QuobyteVolumeSource
          azureDisk? 16 AzureDiskVolumeSource
          photonPersistentDisk? 17 PhotonPersistentDiskVolumeSource
          portworxVolume? 18 PortworxVolumeSource
          scaleIO? 19 ScaleIOPersistentVolumeSource
          local? 20 LocalVolumeSource
          storageos? 21 StorageOSPersistentVolumeSource
          csi? 22 CSIPersistentVolumeSource
        PersistentVolume
          metadata 1 meta.ObjectMeta
          spec 2 PersistentVolumeSpec
          status 3 PersistentVolumeStatus
        PersistentVolumeSpec
          capacity 1 {Quantity}
          < 2 PersistentVolumeSource
          accessModes 3 [string] atomic
          claimRef? 4 ObjectReference
          persistentVolumeReclaimPolicy 5 string
          storageClassName 6 string
          mountOptions 7 [string] atomic
          volumeMode? 8 string
          nodeAffinity? 9 VolumeNodeAffinity
          volumeAttributesClassName? 10 string
        VolumeNodeAffinity
          required? 1 NodeSelector
        PersistentVolumeStatus
          phase 1 string
          message 2 string
          reason 3 string
          lastPhaseTransitionTime? 4 Time
        PersistentVolumeClaim
          metadata 1 meta.ObjectMeta
          spec 2 PersistentVolumeClaimSpec
          status 3 PersistentVolumeClaimStatus
        PersistentVolumeClaimSpec
          accessModes 1 [string] atomic
          selector? 4 meta.LabelSelector
          resources 2 VolumeResourceRequirements
          volumeName 3 string
          storageClassName? 5 string
          volumeMode? 6 string
          dataSource? 7 TypedLocalObjectReference
          dataSourceRef? 8 TypedObjectReference
          volumeAttributesClassName? 9 string
        TypedObjectReference
          apiGroup? 1 string
          kind! 2 string
          name! 3 string
          namespace? 4 string
        ModifyVolumeStatus
          targetVolumeAttributesClassName 1 string
          status! 2 string
        PersistentVolumeClaimCondition
          type! 1 string
          status! 2 string
          lastProbeTime 3 Time
          lastTransitionTime 4 Time
          reason 5 string
          message 6 string
        VolumeHealthCondition
          status! 1 string
          reason! 2 string
          message 3 string
        VolumeHealthStatus
          healthConditions 1 [VolumeHealthCondition] map(status reason) merge
          lastTransitionTime 2 Time
        PodVolumeHealth
          name! 1 string
          healthConditions 2 [VolumeHealthCondition] map(status reason) merge
          lastTransitionTime 3 Time
        PersistentVolumeClaimStatus
          phase 1 string
          accessModes 2 [string] atomic
          capacity 3 {Quantity}
          conditions 4 [PersistentVolumeClaimCondition] map(type) merge
          allocatedResources 5 {Quantity}
          allocatedResourceStatuses 7 {string}
          currentVolumeAttributesClassName? 8 string
          modifyVolumeStatus? 9 ModifyVolumeStatus
          healthStatus? 10 VolumeHealthStatus
        HostPathVolumeSource
          path! 1 string
          type? 2 string
        EmptyDirVolumeSource
          medium 1 string
          sizeLimit? 2 Quantity
          mode? 3 int
        GlusterfsVolumeSource
          endpoints! 1 string
          path! 2 string
          readOnly 3 bool
        GlusterfsPersistentVolumeSource
          endpoints! 1 string
          path! 2 string
          readOnly 3 bool
          endpointsNamespace? 4 string
        RBDVolumeSource
          monitors! 1 [string] atomic
          image! 2 string
          fsType 3 string
          pool 4 string
          user 5 string
          keyring 6 string
          secretRef? 7 LocalObjectReference
          readOnly 8 bool
        RBDPersistentVolumeSource
          monitors! 1 [string] atomic
          image! 2 string
          fsType 3 string
          pool 4 string
          user 5 string
          keyring 6 string
          secretRef? 7 SecretReference
          readOnly 8 bool
        CinderVolumeSource
          volumeID! 1 string
          fsType 2 string
          readOnly 3 bool
          secretRef? 4 LocalObjectReference
        CinderPersistentVolumeSource
          volumeID! 1 string
          fsType 2 string
          readOnly 3 bool
          secretRef? 4 SecretReference
        CephFSVolumeSource
          monitors! 1 [string] atomic
          path 2 string
          user 3 string
          secretFile 4 string
          secretRef? 5 LocalObjectReference
          readOnly 6 bool
        CephFSPersistentVolumeSource
          monitors! 1 [string] atomic
          path 2 string
          user 3 string
          secretFile 4 string
          secretRef? 5 SecretReference
          readOnly 6 bool
        FlockerVolumeSource
          datasetName 1 string
          datasetUUID 2 string
        GCEPersistentDiskVolumeSource
          pdName! 1 string
          fsType 2 string
          partition 3 int
          readOnly 4 bool
        QuobyteVolumeSource
          registry! 1 string
          volume! 2 string
          readOnly 3 bool
          user 4 string
          group 5 string
          tenant 6 string
        FlexPersistentVolumeSource
          driver! 1 string
          fsType 2 string
          secretRef? 3 SecretReference
          readOnly 4 bool
          options 5 {string}
        FlexVolumeSource
          driver! 1 string
          fsType 2 string
          secretRef? 3 LocalObjectReference
          readOnly 4 bool
          options 5 {string}
        AWSElasticBlockStoreVolumeSource
          volumeID! 1 string
          fsType 2 string
          partition 3 int
          readOnly 4 bool
        GitRepoVolumeSource
          repository! 1 string
          revision 2 string
          directory 3 string
        SecretVolumeSource
          secretName 1 string
          items 2 [KeyToPath] atomic
          defaultMode? 3 int
          optional? 4 bool
          defaultUser? 5 int
        SecretProjection
          < 1 LocalObjectReference
          items 2 [KeyToPath] atomic
          optional? 4 bool
        NFSVolumeSource
          server! 1 string
          path! 2 string
          readOnly 3 bool
        ISCSIVolumeSource
          targetPortal! 1 string
          iqn! 2 string
          lun! 3 int
          iscsiInterface 4 string
          fsType 5 string
          readOnly 6 bool
          portals 7 [string] atomic
          chapAuthDiscovery 8 bool
          chapAuthSession 11 bool
          secretRef? 10 LocalObjectReference
          initiatorName? 12 string
        ISCSIPersistentVolumeSource
          targetPortal! 1 string
          iqn! 2 string
          lun! 3 int
          iscsiInterface 4 string
          fsType 5 string
          readOnly 6 bool
          portals 7 [string] atomic
          chapAuthDiscovery 8 bool
          chapAuthSession 11 bool
          secretRef? 10 SecretReference
          initiatorName? 12 string
        FCVolumeSource
          targetWWNs 1 [string] atomic
          lun? 2 int
          fsType 3 string
          readOnly 4 bool
          wwids 5 [string] atomic
        AzureFileVolumeSource
          secretName! 1 string
          shareName! 2 string
          readOnly 3 bool
        AzureFilePersistentVolumeSource
          secretName! 1 string
          shareName! 2 string
          readOnly 3 bool
          secretNamespace? 4 string
        VsphereVirtualDiskVolumeSource
          volumePath! 1 string
          fsType 2 string
          storagePolicyName 3 string
          storagePolicyID 4 string
        PhotonPersistentDiskVolumeSource
          pdID! 1 string
          fsType 2 string
        AzureDiskVolumeSource
          diskName! 1 string
          diskURI! 2 string
          cachingMode? 3 string
          fsType? 4 string
          readOnly? 5 bool
          kind? 6 string
        PortworxVolumeSource
          volumeID! 1 string
          fsType 2 string
          readOnly 3 bool
        ScaleIOVolumeSource
          gateway! 1 string
          system! 2 string
          secretRef! 3 LocalObjectReference
          sslEnabled 4 bool
          protectionDomain 5 string
          storagePool 6 string
          storageMode 7 string
          volumeName 8 string
          fsType 9 string
          readOnly 10 bool
        ScaleIOPersistentVolumeSource
          gateway! 1 string
          system! 2 string
          secretRef! 3 SecretReference
          sslEnabled 4 bool
          protectionDomain 5 string
          storagePool 6 string
          storageMode 7 string
          volumeName 8 string
          fsType 9 string
          readOnly 10 bool
        StorageOSVolumeSource
          volumeName 1 string
          volumeNamespace 2 string
          fsType 3 string
          readOnly 4 bool
          secretRef? 5 LocalObjectReference
        StorageOSPersistentVolumeSource
          volumeName 1 string
          volumeNamespace 2 string
          fsType 3 string
          readOnly 4 bool
          secretRef? 5 ObjectReference
        ConfigMapVolumeSource
          < 1 LocalObjectReference
          items 2 [KeyToPath] atomic
          defaultMode? 3 int
          optional? 4 bool
          defaultUser? 5 int
        ConfigMapProjection
          < 1 LocalObjectReference
          items 2 [KeyToPath] atomic
          optional? 4 bool
        ServiceAccountTokenProjection
          audience 1 string
          expirationSeconds? 2 int
          path! 3 string
          user? 4 int
        ClusterTrustBundleProjection
          name? 1 string
          signerName? 2 string
          labelSelector? 3 meta.LabelSelector
          optional? 5 bool
          path! 4 string
          user? 6 int
        PodCertificateProjection
          signerName 1 string
          keyType 2 string
          maxExpirationSeconds? 3 int
          credentialBundlePath 4 string
          keyPath 5 string
          certificateChainPath 6 string
          userAnnotations 7 {string}
          user? 8 int
        ProjectedVolumeSource
          sources 1 [VolumeProjection] atomic
          defaultMode? 2 int
          defaultUser? 3 int
        """
}
