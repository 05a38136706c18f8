import Schema
import YAML

// A small API with one field of every shape and rule, for the tests of this module.

struct Orchard: Resource {
    static let kind = Kind(
        "farm.example", "v1", "v1beta1", name: "Orchard", plural: "orchards", short: ["or"],
        columns: [
            Kind.Column("Trees", ".spec.trees"),
            Kind.Column("Age", ".metadata.a", isDate: true, isWide: true),
        ])
    static let schema = Schema(Orchard(), "Where trees grow.", name: "v1.Orchard")

    let owner = Field<String>("Whom it belongs to.", .required, .atLeast(2), .atMost(8))
    let trees = Field<[Tree]>("What grows there.", .atLeast(1))
    let isOpen = Field<Bool>("Whether people may come in.", default: false)
    let openFor = Field<Duration>("How long a visit may take.", .minimumMilliseconds(1))
    let plantedAt = Field<Timestamp>("When the first tree was planted.")
    let labels = Field<[String: String]>("Words to find it by.", .atMost(2))
    let gates = Field<[Soil]>("What the gates stand on.")
    let fenced = Field<BoolValue>("Whether a fence is around it.")
    let area = Field<Double>("Hectares.", .range(0.5...100))
    let ratio = Field<Float>("A number of single precision.")
    let rank = Field<Int32>("A small number.")
    let visitors = Field<UInt32>("A natural number.")
    let leaves = Field<Int64>("A large number.")
    let photo = Field<Base64>("What it looks like.")
    let `extension` = Field<AnyMessage>("What else there is.")
    let notes = Field<Node>("Anything.")
    let oldName = Field<String>("A former name.", .deprecated("use owner"), .since("0.5"))
    let bySize = Field<Size>("One way to sort.", .oneOf("order"))
    let byAge = Field<String>("Another way to sort.", .oneOf("order"))
    let soil = Field<Soil>("What it stands on.", default: "CLAY")
}

struct Tree: Message {
    static let schema = Schema(Tree(), "A plant with a trunk.", name: "v1.Tree")

    let kind = Field<String>("Its species.", .required)
    let grafts = Field<[Tree]>("Trees grown onto it.")
    let sizes = Field<[String: Size]>("Sizes by year.")
}

struct Size: Message {
    static let schema = Schema(Size(), "Height and width.")

    let height = Field<Int32>("In metres.", .range(0...150))
}

enum Soil: String, Enumeration {
    case sand = "SAND"
    case clay = "CLAY"
    case peat = "PEAT"

    static let name = "farm.Soil"
}
