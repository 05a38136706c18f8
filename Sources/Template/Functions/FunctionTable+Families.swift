extension FunctionTable {
    /// Sprig's functions, a family a line.
    package static let sprig = regex.adding(.semver).adding(.dates).adding(.paths).adding(.urls)
        .adding(.encodings).adding(.random).adding(.crypto).adding(.certificates)
        .adding(StringFunctions.all).adding(ConversionFunctions.all).adding(ListFunctions.all)
        .adding(DictFunctions.all).adding(DefaultFunctions.all).adding(MathFunctions.all)
        .adding(FormatFunctions.json)

    /// Helm 4's functions; its engine adds those that only it can offer.
    package static let helm = sprig.removing(["env", "expandenv"]).adding(.durations)
        .adding(FormatFunctions.helm)

    /// The functions of Istio 1.30's sidecar injector.
    package static let injector = sprig.adding(InjectorFunctions.all)

    /// Those of Istio 0.7.1's.
    package static let legacyInjector = FunctionTable([InjectorFunctions.classicFormatDuration])
}
