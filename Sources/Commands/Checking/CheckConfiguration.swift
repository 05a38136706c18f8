import Diagnostics
import Schema

/// What `.istioctl.yaml` holds: how `validate` and `analyze` treat a repository. `docs/ci.md`
/// describes it for its users.
struct CheckConfiguration: Message {
    static let schema = Schema(
        Self(), "How validate and analyze treat a repository.", name: "Configuration")

    let apiVersion = Field<String>("istioctl/v1, if it is given.")
    let kind = Field<String>("Configuration, if it is given.")
    let include = Field<[String]>("Patterns of the files to read where a directory is named.")
    let exclude = Field<[String]>("Patterns of files and directories to leave out, however they are named.")
    let failureThreshold = Field<Threshold>("The least severity for which analyze fails.")
    let outputThreshold = Field<Threshold>("The least severity that analyze shows.")
    let baseline = Field<String>("A file of known findings, relative to this one.")
    let suppressions = Field<[SuppressionEntry]>("Findings that analyze leaves out.")
}

/// Findings that a repository has decided to live with.
struct SuppressionEntry: Message {
    static let schema = Schema(Self(), "Findings that analyze leaves out.", name: "Suppression")

    let code = Field<String>("Number or name of the code, or * for any.", .required, .atLeast(1))
    let resource = Field<String>("Kind namespace/name or Kind name.namespace of the object; * for any text.")
    let files = Field<[String]>("Patterns of the files in which the objects are.")
    let reason = Field<String>("Why, for those who come after.", .required, .atLeast(1))
    let expires = Field<String>("The last day on which it counts, as 2026-12-31; for ever unless given.")
}

/// How severe a finding must be.
enum Threshold: String, Enumeration {
    static let name = "Threshold"

    case info = "Info"
    case warning = "Warning"
    case error = "Error"

    var severity: Severity {
        switch self {
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }
}
