"""What people do with the Python package kubernetes, against the sandbox of a kubeconfig."""

import sys
import threading

from kubernetes import client, config, dynamic, watch
from kubernetes.client.rest import ApiException

config.load_kube_config(sys.argv[1])
core, apps, custom = client.CoreV1Api(), client.AppsV1Api(), client.CustomObjectsApi()


def refused(status, call, *arguments, **options):
    try:
        call(*arguments, **options)
    except ApiException as error:
        assert error.status == status, (error.status, error.body)
        return error
    raise AssertionError("not refused")


# Objects: create, read, patch in three ways, replace with an old version.
core.create_namespace({"metadata": {"name": "shop"}})
made = core.create_namespaced_config_map("shop", {"metadata": {"name": "colors"}, "data": {"a": "1"}})
assert core.patch_namespaced_config_map("colors", "shop", {"data": {"b": "2"}}).data == {"a": "1", "b": "2"}
patched = core.patch_namespaced_config_map("colors", "shop", [{"op": "remove", "path": "/data/a"}])
assert patched.data == {"b": "2"}, patched.data
refused(409, core.replace_namespaced_config_map, "colors", "shop", made)
refused(409, core.create_namespaced_config_map, "shop", {"metadata": {"name": "colors"}})
refused(404, core.read_namespaced_config_map, "absent", "shop")

# Pages are one consistent list.
for index in range(7):
    core.create_namespaced_config_map("shop", {"metadata": {"name": "page-%d" % index, "labels": {"p": "y"}}})
names, token = [], None
while True:
    page = core.list_namespaced_config_map("shop", label_selector="p=y", limit=3, _continue=token)
    names += [item.metadata.name for item in page.items]
    token = page.metadata._continue
    if not token:
        break
assert names == ["page-%d" % index for index in range(7)], names

# A watch sees what happens after a list.
start = core.list_namespaced_config_map("shop").metadata.resource_version
seen = []


def look():
    for event in watch.Watch().stream(
        core.list_namespaced_config_map, "shop", resource_version=start, timeout_seconds=20
    ):
        seen.append((event["type"], event["object"].metadata.name))
        if len(seen) == 3:
            return


thread = threading.Thread(target=look)
thread.start()
core.create_namespaced_config_map("shop", {"metadata": {"name": "new"}})
core.patch_namespaced_config_map("new", "shop", {"data": {"x": "y"}})
core.delete_namespaced_config_map("new", "shop")
thread.join(20)
assert seen == [("ADDED", "new"), ("MODIFIED", "new"), ("DELETED", "new")], seen

# Workloads: status and scale by themselves.
apps.create_namespaced_deployment(
    "shop",
    {
        "metadata": {"name": "web"},
        "spec": {
            "replicas": 1,
            "selector": {"matchLabels": {"app": "web"}},
            "template": {
                "metadata": {"labels": {"app": "web"}},
                "spec": {"containers": [{"name": "web", "image": "web:1"}]},
            },
        },
    },
)
assert apps.patch_namespaced_deployment_scale("web", "shop", {"spec": {"replicas": 4}}).spec.replicas == 4
apps.patch_namespaced_deployment_status("web", "shop", {"status": {"replicas": 4}})
web = apps.read_namespaced_deployment("web", "shop")
assert (web.spec.replicas, web.status.replicas) == (4, 4), web

# Istio's kinds, right and wrong.
route = {
    "apiVersion": "networking.istio.io/v1",
    "kind": "VirtualService",
    "metadata": {"name": "web"},
    "spec": {"hosts": ["web"], "http": [{"route": [{"destination": {"host": "web"}}]}]},
}
place = ("networking.istio.io", "v1", "shop", "virtualservices")
custom.create_namespaced_custom_object(*place, route)
wrong = dict(route, metadata={"name": "wrong"}, spec={"hosts": []})
assert "denied the request" in refused(400, custom.create_namespaced_custom_object, *place, wrong).body
services = dynamic.DynamicClient(client.ApiClient()).resources.get(
    api_version="networking.istio.io/v1", kind="VirtualService"
)
assert [item.metadata.name for item in services.get(namespace="shop").items] == ["web"]

core.delete_namespace("shop")
refused(404, apps.read_namespaced_deployment, "web", "shop")
print("all is well with", client.VersionApi().get_code().git_version)
