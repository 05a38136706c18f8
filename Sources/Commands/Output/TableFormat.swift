import ArgumentParser
import Diagnostics
import YAML

/// How a command shows a list: as a table for people, or whole for programs.
enum TableFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case table, json, yaml

    /// Writes the list; of a table the first row is the title.
    func write(_ list: Node, table rows: [[String]], to world: World) {
        switch self {
        case .json:
            world.output.write(JSONWriter.text(list, style: .indented, escapesHTML: false) + "\n")
        case .yaml: world.output.write(YAMLWriter.text(list))
        case .table: world.output.write(ColumnTable.text(rows.map { $0.map(\.escapingControls) }))
        }
    }
}
