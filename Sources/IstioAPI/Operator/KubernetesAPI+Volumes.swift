package import Schema
package import YAML

extension KubernetesAPI {
    /// A volume; of one sort.
    package struct Volume: Message {
        package static let schema = Schema(Volume(), "A volume; of one sort.", hasSnakeCase: false)

        package init() {}

        package let name = Field<String>("Name of the volume.")
        package let hostPath = Field<[String: Node]>("A path of the node.")
        package let emptyDir = Field<[String: Node]>("An empty folder.")
        package let gcePersistentDisk = Field<[String: Node]>("A disk of GCE.")
        package let awsElasticBlockStore = Field<[String: Node]>("A disk of AWS.")
        package let gitRepo = Field<[String: Node]>("A Git repository.")
        package let secret = Field<[String: Node]>("A Secret.")
        package let nfs = Field<[String: Node]>("NFS.")
        package let iscsi = Field<[String: Node]>("iSCSI.")
        package let glusterfs = Field<[String: Node]>("Glusterfs.")
        package let persistentVolumeClaim = Field<[String: Node]>("A claim.")
        package let rbd = Field<[String: Node]>("RBD.")
        package let flexVolume = Field<[String: Node]>("A flex volume.")
        package let cinder = Field<[String: Node]>("Cinder.")
        package let cephfs = Field<[String: Node]>("CephFS.")
        package let flocker = Field<[String: Node]>("Flocker.")
        package let downwardAPI = Field<[String: Node]>("Facts about the pod.")
        package let fc = Field<[String: Node]>("Fibre Channel.")
        package let azureFile = Field<[String: Node]>("A file share of Azure.")
        package let configMap = Field<[String: Node]>("A ConfigMap.")
        package let vsphereVolume = Field<[String: Node]>("vSphere.")
        package let quobyte = Field<[String: Node]>("Quobyte.")
        package let azureDisk = Field<[String: Node]>("A disk of Azure.")
        package let photonPersistentDisk = Field<[String: Node]>("Photon.")
        package let projected = Field<[String: Node]>("Several sources in one.")
        package let portworxVolume = Field<[String: Node]>("Portworx.")
        package let scaleIO = Field<[String: Node]>("ScaleIO.")
        package let storageos = Field<[String: Node]>("StorageOS.")
        package let csi = Field<[String: Node]>("A CSI driver.")
        package let ephemeral = Field<[String: Node]>("A claim that lives as long as the pod.")
        package let image = Field<[String: Node]>("An OCI image.")
    }
}
