// Written by scripts/embed-charts (make charts) after a file below `charts` comes or goes.
#include "CCharts.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "charts/base/Chart.yaml"
};

static const unsigned char file1[] = {
#embed "charts/base/templates/policy.yaml"
};

static const unsigned char file2[] = {
#embed "charts/base/templates/reader.yaml"
};

static const unsigned char file3[] = {
#embed "charts/base/templates/validator.yaml"
};

static const unsigned char file4[] = {
#embed "charts/base/values.yaml"
};

static const unsigned char file5[] = {
#embed "charts/cni/Chart.yaml"
};

static const unsigned char file6[] = {
#embed "charts/cni/templates/_helpers.tpl"
};

static const unsigned char file7[] = {
#embed "charts/cni/templates/access.yaml"
};

static const unsigned char file8[] = {
#embed "charts/cni/templates/config.yaml"
};

static const unsigned char file9[] = {
#embed "charts/cni/templates/daemonset.yaml"
};

static const unsigned char file10[] = {
#embed "charts/cni/values.yaml"
};

static const unsigned char file11[] = {
#embed "charts/gateway/Chart.yaml"
};

static const unsigned char file12[] = {
#embed "charts/gateway/templates/_helpers.tpl"
};

static const unsigned char file13[] = {
#embed "charts/gateway/templates/_pod.tpl"
};

static const unsigned char file14[] = {
#embed "charts/gateway/templates/access.yaml"
};

static const unsigned char file15[] = {
#embed "charts/gateway/templates/deployment.yaml"
};

static const unsigned char file16[] = {
#embed "charts/gateway/templates/scaling.yaml"
};

static const unsigned char file17[] = {
#embed "charts/gateway/templates/service.yaml"
};

static const unsigned char file18[] = {
#embed "charts/gateway/values.yaml"
};

static const unsigned char file19[] = {
#embed "charts/istiod/Chart.yaml"
};

static const unsigned char file20[] = {
#embed "charts/istiod/files/grpc-agent.yaml"
};

static const unsigned char file21[] = {
#embed "charts/istiod/files/grpc-simple.yaml"
};

static const unsigned char file22[] = {
#embed "charts/istiod/files/kube-gateway.yaml"
};

static const unsigned char file23[] = {
#embed "charts/istiod/files/managed.yaml"
};

static const unsigned char file24[] = {
#embed "charts/istiod/files/waypoint.yaml"
};

static const unsigned char file25[] = {
#embed "charts/istiod/templates/_env.tpl"
};

static const unsigned char file26[] = {
#embed "charts/istiod/templates/_helpers.tpl"
};

static const unsigned char file27[] = {
#embed "charts/istiod/templates/_injection.tpl"
};

static const unsigned char file28[] = {
#embed "charts/istiod/templates/_mesh.tpl"
};

static const unsigned char file29[] = {
#embed "charts/istiod/templates/configmaps.yaml"
};

static const unsigned char file30[] = {
#embed "charts/istiod/templates/deployment.yaml"
};

static const unsigned char file31[] = {
#embed "charts/istiod/templates/injector.yaml"
};

static const unsigned char file32[] = {
#embed "charts/istiod/templates/networkpolicy.yaml"
};

static const unsigned char file33[] = {
#embed "charts/istiod/templates/policy.yaml"
};

static const unsigned char file34[] = {
#embed "charts/istiod/templates/remote.yaml"
};

static const unsigned char file35[] = {
#embed "charts/istiod/templates/roles.yaml"
};

static const unsigned char file36[] = {
#embed "charts/istiod/templates/scaling.yaml"
};

static const unsigned char file37[] = {
#embed "charts/istiod/templates/service.yaml"
};

static const unsigned char file38[] = {
#embed "charts/istiod/templates/webhooks.yaml"
};

static const unsigned char file39[] = {
#embed "charts/istiod/values.yaml"
};

static const unsigned char file40[] = {
#embed "charts/profiles/ambient.yaml"
};

static const unsigned char file41[] = {
#embed "charts/profiles/compatibility-1.25.yaml"
};

static const unsigned char file42[] = {
#embed "charts/profiles/compatibility-1.26.yaml"
};

static const unsigned char file43[] = {
#embed "charts/profiles/compatibility-1.27.yaml"
};

static const unsigned char file44[] = {
#embed "charts/profiles/compatibility-1.28.yaml"
};

static const unsigned char file45[] = {
#embed "charts/profiles/compatibility-1.29.yaml"
};

static const unsigned char file46[] = {
#embed "charts/profiles/demo.yaml"
};

static const unsigned char file47[] = {
#embed "charts/profiles/platform-gke.yaml"
};

static const unsigned char file48[] = {
#embed "charts/profiles/platform-k3d.yaml"
};

static const unsigned char file49[] = {
#embed "charts/profiles/platform-k3s.yaml"
};

static const unsigned char file50[] = {
#embed "charts/profiles/platform-microk8s.yaml"
};

static const unsigned char file51[] = {
#embed "charts/profiles/platform-minikube.yaml"
};

static const unsigned char file52[] = {
#embed "charts/profiles/platform-openshift.yaml"
};

static const unsigned char file53[] = {
#embed "charts/profiles/preview.yaml"
};

static const unsigned char file54[] = {
#embed "charts/profiles/remote.yaml"
};

static const unsigned char file55[] = {
#embed "charts/profiles/stable.yaml"
};

static const unsigned char file56[] = {
#embed "charts/shared/_shared.tpl"
};

static const unsigned char file57[] = {
#embed "charts/ztunnel/Chart.yaml"
};

static const unsigned char file58[] = {
#embed "charts/ztunnel/templates/_helpers.tpl"
};

static const unsigned char file59[] = {
#embed "charts/ztunnel/templates/daemonset.yaml"
};

static const unsigned char file60[] = {
#embed "charts/ztunnel/values.yaml"
};

static const struct chart_file files[] = {
    {"base/Chart.yaml", file0, sizeof file0},
    {"base/templates/policy.yaml", file1, sizeof file1},
    {"base/templates/reader.yaml", file2, sizeof file2},
    {"base/templates/validator.yaml", file3, sizeof file3},
    {"base/values.yaml", file4, sizeof file4},
    {"cni/Chart.yaml", file5, sizeof file5},
    {"cni/templates/_helpers.tpl", file6, sizeof file6},
    {"cni/templates/access.yaml", file7, sizeof file7},
    {"cni/templates/config.yaml", file8, sizeof file8},
    {"cni/templates/daemonset.yaml", file9, sizeof file9},
    {"cni/values.yaml", file10, sizeof file10},
    {"gateway/Chart.yaml", file11, sizeof file11},
    {"gateway/templates/_helpers.tpl", file12, sizeof file12},
    {"gateway/templates/_pod.tpl", file13, sizeof file13},
    {"gateway/templates/access.yaml", file14, sizeof file14},
    {"gateway/templates/deployment.yaml", file15, sizeof file15},
    {"gateway/templates/scaling.yaml", file16, sizeof file16},
    {"gateway/templates/service.yaml", file17, sizeof file17},
    {"gateway/values.yaml", file18, sizeof file18},
    {"istiod/Chart.yaml", file19, sizeof file19},
    {"istiod/files/grpc-agent.yaml", file20, sizeof file20},
    {"istiod/files/grpc-simple.yaml", file21, sizeof file21},
    {"istiod/files/kube-gateway.yaml", file22, sizeof file22},
    {"istiod/files/managed.yaml", file23, sizeof file23},
    {"istiod/files/waypoint.yaml", file24, sizeof file24},
    {"istiod/templates/_env.tpl", file25, sizeof file25},
    {"istiod/templates/_helpers.tpl", file26, sizeof file26},
    {"istiod/templates/_injection.tpl", file27, sizeof file27},
    {"istiod/templates/_mesh.tpl", file28, sizeof file28},
    {"istiod/templates/configmaps.yaml", file29, sizeof file29},
    {"istiod/templates/deployment.yaml", file30, sizeof file30},
    {"istiod/templates/injector.yaml", file31, sizeof file31},
    {"istiod/templates/networkpolicy.yaml", file32, sizeof file32},
    {"istiod/templates/policy.yaml", file33, sizeof file33},
    {"istiod/templates/remote.yaml", file34, sizeof file34},
    {"istiod/templates/roles.yaml", file35, sizeof file35},
    {"istiod/templates/scaling.yaml", file36, sizeof file36},
    {"istiod/templates/service.yaml", file37, sizeof file37},
    {"istiod/templates/webhooks.yaml", file38, sizeof file38},
    {"istiod/values.yaml", file39, sizeof file39},
    {"profiles/ambient.yaml", file40, sizeof file40},
    {"profiles/compatibility-1.25.yaml", file41, sizeof file41},
    {"profiles/compatibility-1.26.yaml", file42, sizeof file42},
    {"profiles/compatibility-1.27.yaml", file43, sizeof file43},
    {"profiles/compatibility-1.28.yaml", file44, sizeof file44},
    {"profiles/compatibility-1.29.yaml", file45, sizeof file45},
    {"profiles/demo.yaml", file46, sizeof file46},
    {"profiles/platform-gke.yaml", file47, sizeof file47},
    {"profiles/platform-k3d.yaml", file48, sizeof file48},
    {"profiles/platform-k3s.yaml", file49, sizeof file49},
    {"profiles/platform-microk8s.yaml", file50, sizeof file50},
    {"profiles/platform-minikube.yaml", file51, sizeof file51},
    {"profiles/platform-openshift.yaml", file52, sizeof file52},
    {"profiles/preview.yaml", file53, sizeof file53},
    {"profiles/remote.yaml", file54, sizeof file54},
    {"profiles/stable.yaml", file55, sizeof file55},
    {"shared/_shared.tpl", file56, sizeof file56},
    {"ztunnel/Chart.yaml", file57, sizeof file57},
    {"ztunnel/templates/_helpers.tpl", file58, sizeof file58},
    {"ztunnel/templates/daemonset.yaml", file59, sizeof file59},
    {"ztunnel/values.yaml", file60, sizeof file60},
};

const struct chart_file *chart_files(void) { return files; }
size_t chart_file_count(void) { return sizeof files / sizeof *files; }
