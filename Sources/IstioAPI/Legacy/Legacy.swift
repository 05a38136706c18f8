/// The API as Istio 0.7.1 knew it.
package enum Legacy {}
