// Written by scripts/embed-charts (make charts) after a file below `charts` comes or goes.
#include "CCharts.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "charts/addon-fluentd/Chart.yaml"
};

static const unsigned char file1[] = {
#embed "charts/addon-fluentd/templates/fluentd.yaml"
};

static const unsigned char file2[] = {
#embed "charts/addon-fluentd/values.yaml"
};

static const unsigned char file3[] = {
#embed "charts/addon-grafana/Chart.yaml"
};

static const unsigned char file4[] = {
#embed "charts/addon-grafana/templates/_dashboard.tpl"
};

static const unsigned char file5[] = {
#embed "charts/addon-grafana/templates/_dashboards.tpl"
};

static const unsigned char file6[] = {
#embed "charts/addon-grafana/templates/grafana.yaml"
};

static const unsigned char file7[] = {
#embed "charts/addon-grafana/values.yaml"
};

static const unsigned char file8[] = {
#embed "charts/addon-jaeger/Chart.yaml"
};

static const unsigned char file9[] = {
#embed "charts/addon-jaeger/templates/jaeger.yaml"
};

static const unsigned char file10[] = {
#embed "charts/addon-jaeger/values.yaml"
};

static const unsigned char file11[] = {
#embed "charts/addon-kiali/Chart.yaml"
};

static const unsigned char file12[] = {
#embed "charts/addon-kiali/templates/kiali.yaml"
};

static const unsigned char file13[] = {
#embed "charts/addon-kiali/values.yaml"
};

static const unsigned char file14[] = {
#embed "charts/addon-loki/Chart.yaml"
};

static const unsigned char file15[] = {
#embed "charts/addon-loki/templates/loki.yaml"
};

static const unsigned char file16[] = {
#embed "charts/addon-loki/values.yaml"
};

static const unsigned char file17[] = {
#embed "charts/addon-prometheus/Chart.yaml"
};

static const unsigned char file18[] = {
#embed "charts/addon-prometheus/templates/_config.tpl"
};

static const unsigned char file19[] = {
#embed "charts/addon-prometheus/templates/prometheus.yaml"
};

static const unsigned char file20[] = {
#embed "charts/addon-prometheus/values.yaml"
};

static const unsigned char file21[] = {
#embed "charts/addon-zipkin/Chart.yaml"
};

static const unsigned char file22[] = {
#embed "charts/addon-zipkin/templates/zipkin.yaml"
};

static const unsigned char file23[] = {
#embed "charts/addon-zipkin/values.yaml"
};

static const unsigned char file24[] = {
#embed "charts/base/Chart.yaml"
};

static const unsigned char file25[] = {
#embed "charts/base/templates/policy.yaml"
};

static const unsigned char file26[] = {
#embed "charts/base/templates/reader.yaml"
};

static const unsigned char file27[] = {
#embed "charts/base/templates/validator.yaml"
};

static const unsigned char file28[] = {
#embed "charts/base/values.yaml"
};

static const unsigned char file29[] = {
#embed "charts/classic/Chart.yaml"
};

static const unsigned char file30[] = {
#embed "charts/classic/templates/_helpers.tpl"
};

static const unsigned char file31[] = {
#embed "charts/classic/templates/components.yaml"
};

static const unsigned char file32[] = {
#embed "charts/classic/templates/mesh.yaml"
};

static const unsigned char file33[] = {
#embed "charts/classic/templates/mixer-config.yaml"
};

static const unsigned char file34[] = {
#embed "charts/classic/values.yaml"
};

static const unsigned char file35[] = {
#embed "charts/cni/Chart.yaml"
};

static const unsigned char file36[] = {
#embed "charts/cni/templates/_helpers.tpl"
};

static const unsigned char file37[] = {
#embed "charts/cni/templates/access.yaml"
};

static const unsigned char file38[] = {
#embed "charts/cni/templates/config.yaml"
};

static const unsigned char file39[] = {
#embed "charts/cni/templates/daemonset.yaml"
};

static const unsigned char file40[] = {
#embed "charts/cni/values.yaml"
};

static const unsigned char file41[] = {
#embed "charts/gateway/Chart.yaml"
};

static const unsigned char file42[] = {
#embed "charts/gateway/templates/_helpers.tpl"
};

static const unsigned char file43[] = {
#embed "charts/gateway/templates/_pod.tpl"
};

static const unsigned char file44[] = {
#embed "charts/gateway/templates/access.yaml"
};

static const unsigned char file45[] = {
#embed "charts/gateway/templates/deployment.yaml"
};

static const unsigned char file46[] = {
#embed "charts/gateway/templates/scaling.yaml"
};

static const unsigned char file47[] = {
#embed "charts/gateway/templates/service.yaml"
};

static const unsigned char file48[] = {
#embed "charts/gateway/values.yaml"
};

static const unsigned char file49[] = {
#embed "charts/istiod/Chart.yaml"
};

static const unsigned char file50[] = {
#embed "charts/istiod/files/grpc-agent.yaml"
};

static const unsigned char file51[] = {
#embed "charts/istiod/files/grpc-simple.yaml"
};

static const unsigned char file52[] = {
#embed "charts/istiod/files/kube-gateway.yaml"
};

static const unsigned char file53[] = {
#embed "charts/istiod/files/managed.yaml"
};

static const unsigned char file54[] = {
#embed "charts/istiod/files/waypoint.yaml"
};

static const unsigned char file55[] = {
#embed "charts/istiod/templates/_env.tpl"
};

static const unsigned char file56[] = {
#embed "charts/istiod/templates/_helpers.tpl"
};

static const unsigned char file57[] = {
#embed "charts/istiod/templates/_injection.tpl"
};

static const unsigned char file58[] = {
#embed "charts/istiod/templates/_mesh.tpl"
};

static const unsigned char file59[] = {
#embed "charts/istiod/templates/configmaps.yaml"
};

static const unsigned char file60[] = {
#embed "charts/istiod/templates/deployment.yaml"
};

static const unsigned char file61[] = {
#embed "charts/istiod/templates/injector.yaml"
};

static const unsigned char file62[] = {
#embed "charts/istiod/templates/networkpolicy.yaml"
};

static const unsigned char file63[] = {
#embed "charts/istiod/templates/policy.yaml"
};

static const unsigned char file64[] = {
#embed "charts/istiod/templates/remote.yaml"
};

static const unsigned char file65[] = {
#embed "charts/istiod/templates/roles.yaml"
};

static const unsigned char file66[] = {
#embed "charts/istiod/templates/scaling.yaml"
};

static const unsigned char file67[] = {
#embed "charts/istiod/templates/service.yaml"
};

static const unsigned char file68[] = {
#embed "charts/istiod/templates/webhooks.yaml"
};

static const unsigned char file69[] = {
#embed "charts/istiod/values.yaml"
};

static const unsigned char file70[] = {
#embed "charts/profiles/ambient.yaml"
};

static const unsigned char file71[] = {
#embed "charts/profiles/compatibility-1.25.yaml"
};

static const unsigned char file72[] = {
#embed "charts/profiles/compatibility-1.26.yaml"
};

static const unsigned char file73[] = {
#embed "charts/profiles/compatibility-1.27.yaml"
};

static const unsigned char file74[] = {
#embed "charts/profiles/compatibility-1.28.yaml"
};

static const unsigned char file75[] = {
#embed "charts/profiles/compatibility-1.29.yaml"
};

static const unsigned char file76[] = {
#embed "charts/profiles/demo.yaml"
};

static const unsigned char file77[] = {
#embed "charts/profiles/platform-gke.yaml"
};

static const unsigned char file78[] = {
#embed "charts/profiles/platform-k3d.yaml"
};

static const unsigned char file79[] = {
#embed "charts/profiles/platform-k3s.yaml"
};

static const unsigned char file80[] = {
#embed "charts/profiles/platform-microk8s.yaml"
};

static const unsigned char file81[] = {
#embed "charts/profiles/platform-minikube.yaml"
};

static const unsigned char file82[] = {
#embed "charts/profiles/platform-openshift.yaml"
};

static const unsigned char file83[] = {
#embed "charts/profiles/preview.yaml"
};

static const unsigned char file84[] = {
#embed "charts/profiles/remote.yaml"
};

static const unsigned char file85[] = {
#embed "charts/profiles/stable.yaml"
};

static const unsigned char file86[] = {
#embed "charts/shared/_addon.tpl"
};

static const unsigned char file87[] = {
#embed "charts/shared/_shared.tpl"
};

static const unsigned char file88[] = {
#embed "charts/ztunnel/Chart.yaml"
};

static const unsigned char file89[] = {
#embed "charts/ztunnel/templates/_helpers.tpl"
};

static const unsigned char file90[] = {
#embed "charts/ztunnel/templates/daemonset.yaml"
};

static const unsigned char file91[] = {
#embed "charts/ztunnel/values.yaml"
};

static const struct chart_file files[] = {
    {"addon-fluentd/Chart.yaml", file0, sizeof file0},
    {"addon-fluentd/templates/fluentd.yaml", file1, sizeof file1},
    {"addon-fluentd/values.yaml", file2, sizeof file2},
    {"addon-grafana/Chart.yaml", file3, sizeof file3},
    {"addon-grafana/templates/_dashboard.tpl", file4, sizeof file4},
    {"addon-grafana/templates/_dashboards.tpl", file5, sizeof file5},
    {"addon-grafana/templates/grafana.yaml", file6, sizeof file6},
    {"addon-grafana/values.yaml", file7, sizeof file7},
    {"addon-jaeger/Chart.yaml", file8, sizeof file8},
    {"addon-jaeger/templates/jaeger.yaml", file9, sizeof file9},
    {"addon-jaeger/values.yaml", file10, sizeof file10},
    {"addon-kiali/Chart.yaml", file11, sizeof file11},
    {"addon-kiali/templates/kiali.yaml", file12, sizeof file12},
    {"addon-kiali/values.yaml", file13, sizeof file13},
    {"addon-loki/Chart.yaml", file14, sizeof file14},
    {"addon-loki/templates/loki.yaml", file15, sizeof file15},
    {"addon-loki/values.yaml", file16, sizeof file16},
    {"addon-prometheus/Chart.yaml", file17, sizeof file17},
    {"addon-prometheus/templates/_config.tpl", file18, sizeof file18},
    {"addon-prometheus/templates/prometheus.yaml", file19, sizeof file19},
    {"addon-prometheus/values.yaml", file20, sizeof file20},
    {"addon-zipkin/Chart.yaml", file21, sizeof file21},
    {"addon-zipkin/templates/zipkin.yaml", file22, sizeof file22},
    {"addon-zipkin/values.yaml", file23, sizeof file23},
    {"base/Chart.yaml", file24, sizeof file24},
    {"base/templates/policy.yaml", file25, sizeof file25},
    {"base/templates/reader.yaml", file26, sizeof file26},
    {"base/templates/validator.yaml", file27, sizeof file27},
    {"base/values.yaml", file28, sizeof file28},
    {"classic/Chart.yaml", file29, sizeof file29},
    {"classic/templates/_helpers.tpl", file30, sizeof file30},
    {"classic/templates/components.yaml", file31, sizeof file31},
    {"classic/templates/mesh.yaml", file32, sizeof file32},
    {"classic/templates/mixer-config.yaml", file33, sizeof file33},
    {"classic/values.yaml", file34, sizeof file34},
    {"cni/Chart.yaml", file35, sizeof file35},
    {"cni/templates/_helpers.tpl", file36, sizeof file36},
    {"cni/templates/access.yaml", file37, sizeof file37},
    {"cni/templates/config.yaml", file38, sizeof file38},
    {"cni/templates/daemonset.yaml", file39, sizeof file39},
    {"cni/values.yaml", file40, sizeof file40},
    {"gateway/Chart.yaml", file41, sizeof file41},
    {"gateway/templates/_helpers.tpl", file42, sizeof file42},
    {"gateway/templates/_pod.tpl", file43, sizeof file43},
    {"gateway/templates/access.yaml", file44, sizeof file44},
    {"gateway/templates/deployment.yaml", file45, sizeof file45},
    {"gateway/templates/scaling.yaml", file46, sizeof file46},
    {"gateway/templates/service.yaml", file47, sizeof file47},
    {"gateway/values.yaml", file48, sizeof file48},
    {"istiod/Chart.yaml", file49, sizeof file49},
    {"istiod/files/grpc-agent.yaml", file50, sizeof file50},
    {"istiod/files/grpc-simple.yaml", file51, sizeof file51},
    {"istiod/files/kube-gateway.yaml", file52, sizeof file52},
    {"istiod/files/managed.yaml", file53, sizeof file53},
    {"istiod/files/waypoint.yaml", file54, sizeof file54},
    {"istiod/templates/_env.tpl", file55, sizeof file55},
    {"istiod/templates/_helpers.tpl", file56, sizeof file56},
    {"istiod/templates/_injection.tpl", file57, sizeof file57},
    {"istiod/templates/_mesh.tpl", file58, sizeof file58},
    {"istiod/templates/configmaps.yaml", file59, sizeof file59},
    {"istiod/templates/deployment.yaml", file60, sizeof file60},
    {"istiod/templates/injector.yaml", file61, sizeof file61},
    {"istiod/templates/networkpolicy.yaml", file62, sizeof file62},
    {"istiod/templates/policy.yaml", file63, sizeof file63},
    {"istiod/templates/remote.yaml", file64, sizeof file64},
    {"istiod/templates/roles.yaml", file65, sizeof file65},
    {"istiod/templates/scaling.yaml", file66, sizeof file66},
    {"istiod/templates/service.yaml", file67, sizeof file67},
    {"istiod/templates/webhooks.yaml", file68, sizeof file68},
    {"istiod/values.yaml", file69, sizeof file69},
    {"profiles/ambient.yaml", file70, sizeof file70},
    {"profiles/compatibility-1.25.yaml", file71, sizeof file71},
    {"profiles/compatibility-1.26.yaml", file72, sizeof file72},
    {"profiles/compatibility-1.27.yaml", file73, sizeof file73},
    {"profiles/compatibility-1.28.yaml", file74, sizeof file74},
    {"profiles/compatibility-1.29.yaml", file75, sizeof file75},
    {"profiles/demo.yaml", file76, sizeof file76},
    {"profiles/platform-gke.yaml", file77, sizeof file77},
    {"profiles/platform-k3d.yaml", file78, sizeof file78},
    {"profiles/platform-k3s.yaml", file79, sizeof file79},
    {"profiles/platform-microk8s.yaml", file80, sizeof file80},
    {"profiles/platform-minikube.yaml", file81, sizeof file81},
    {"profiles/platform-openshift.yaml", file82, sizeof file82},
    {"profiles/preview.yaml", file83, sizeof file83},
    {"profiles/remote.yaml", file84, sizeof file84},
    {"profiles/stable.yaml", file85, sizeof file85},
    {"shared/_addon.tpl", file86, sizeof file86},
    {"shared/_shared.tpl", file87, sizeof file87},
    {"ztunnel/Chart.yaml", file88, sizeof file88},
    {"ztunnel/templates/_helpers.tpl", file89, sizeof file89},
    {"ztunnel/templates/daemonset.yaml", file90, sizeof file90},
    {"ztunnel/values.yaml", file91, sizeof file91},
};

const struct chart_file *chart_files(void) { return files; }
size_t chart_file_count(void) { return sizeof files / sizeof *files; }
