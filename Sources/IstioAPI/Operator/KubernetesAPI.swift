/// What the overlays of an installation take from Kubernetes' own API, as of 1.35.
package enum KubernetesAPI {}
