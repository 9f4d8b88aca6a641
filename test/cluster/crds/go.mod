// Modules of which nothing is built: their files hold the CRDs of what the compiler emits objects for. Argo CD's are
// with its programs. Ambassador's are in no module that the Go module proxy has.
module stowage.dev/test/cluster/crds

go 1.26.4

require (
	github.com/cert-manager/cert-manager v1.21.2
	github.com/kedacore/keda/v2 v2.21.0
	github.com/prometheus-operator/prometheus-operator v0.85.0
	github.com/traefik/traefik/v3 v3.7.13
	istio.io/api v1.31.4
	sigs.k8s.io/gateway-api v1.6.1
)
