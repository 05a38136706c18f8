import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func checkPort(_ number: Int, at place: @autoclosure () -> Place) {
        guard number < 1 || number > Port.highest else { return }
        error(
            .invalidPort, "port number \(number) must be in the range 1..\(Port.highest)", at: place())
    }

    /// VirtualServices and authentication policies select ports by the same fields.
    mutating func checkPortSelector(_ selector: Object<Legacy.VirtualService.PortSelector>) {
        checkPortSelector(selector.viewed(as: Legacy.Policy.PortSelector.self))
    }

    /// A port by a name that is a label, or by number. One that is neither gets both complaints, as in 0.7.1.
    mutating func checkPortSelector(_ selector: Object<Legacy.Policy.PortSelector>) {
        if selector.has(\.name), !selector.name.isEmpty {
            checkSubset(selector.name, at: selector.place(\.name))
        } else if selector.has(\.name) || selector.number == 0 {
            error(.invalidPort, "subset name cannot be empty", at: selector.place(\.name))
            error(
                .invalidPort, "port number 0 must be in the range 1..\(Port.highest)",
                at: selector.place(\.number), hint: "select a port by `number` or by `name`")
        } else {
            checkPort(selector.number, at: selector.place(\.number))
        }
    }

    /// The name of a subset; 0.7.1 says "subnet" in its message.
    mutating func checkSubset(_ name: String, at place: @autoclosure () -> Place) {
        if name.isEmpty {
            error(.emptyValue, "subset name cannot be empty", at: place())
        } else if !Name.isLabel(name) {
            error(
                .invalidName, "subnet name is invalid: \(name.escapingControls)", at: place(),
                hint: "use lower case letters, digits and \"-\", at most \(Name.longestLabel)")
        }
    }
}

enum Port {
    static let highest = 65535
}
