import CCharts
package import Chart
import Injection
package import YAML

/// The program's own charts, which lie in `Sources/CCharts/charts` and are part of the binary.
package enum BuiltInCharts {
    /// A chart by the name of its folder.
    package static func chart(_ name: String) throws(ChartError) -> HelmChart {
        try HelmChart(files(of: name))
    }

    /// The files of a chart, those among them that all charts share or that are made by the program.
    package static func files(of name: String) -> [ChartFile] {
        var files = Self.files(below: "\(name)/")
        files += Self.files(below: "shared/").map { ChartFile("templates/\($0.path)", $0.bytes) }
        if name == "istiod" {
            // What the injector does with pods is the same for the webhook and for `kube-inject`.
            files.append(ChartFile("files/sidecar.yaml", Array(BuiltIn.sidecarTemplate.utf8)))
            files.append(ChartFile("files/gateway.yaml", Array(BuiltIn.gatewayTemplate.utf8)))
        }
        if name == "classic" {
            // The chart's values put hub and tag where the marks are.
            var sidecar = ClassicSidecar()
            (sidecar.hub, sidecar.tag) = ("@hub@", "@tag@")
            files.append(ChartFile("files/sidecar.yaml", Array(sidecar.template.utf8)))
        }
        return files
    }

    /// The folders of all charts.
    package static var names: [String] {
        all.filter { $0.path.hasSuffix("/Chart.yaml") }.map { String($0.path.dropLast("/Chart.yaml".count)) }
    }

    /// Values for charts by which one of the names below differs from the charts' own; nil for an unknown
    /// name.
    package static func layer(_ name: String) -> Node? {
        guard let file = files(below: "profiles/").first(where: { $0.path == "\(name).yaml" }) else {
            return nil
        }
        return YAMLReader.documents(in: Source(name: file.path, text: file.bytes)).first?.root
    }

    /// The layers that there are: profiles, `platform-NAME` and `compatibility-VERSION`.
    package static var layers: [String] {
        all.filter { $0.path.hasPrefix("profiles/") }
            .map { String($0.path.dropFirst("profiles/".count).dropLast(".yaml".count)) }
    }

    /// Files whose paths begin so, without that beginning.
    package static func files(below folder: String) -> [ChartFile] {
        all.filter { $0.path.hasPrefix(folder) }
            .map { ChartFile(String($0.path.dropFirst(folder.count)), [UInt8]($0.bytes)) }
    }

    private static var all: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] {
        UnsafeBufferPointer(start: chart_files(), count: chart_file_count()).map { file in
            (String(cString: file.path), UnsafeBufferPointer(start: file.bytes, count: file.size))
        }
    }
}
