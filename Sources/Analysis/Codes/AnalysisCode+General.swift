import Diagnostics

/// What concerns any kind.
extension AnalysisCode {
    package static let internalError = AnalysisCode(
        "IST0001", "InternalError", .error,
        "The analysis itself failed.",
        """
        Something in an analyzer went wrong, so that its other findings may be missing. It is a fault \
        of this program: report it with the input that shows it.
        """)

    package static let deprecated = AnalysisCode(
        "IST0002", "Deprecated", .warning,
        "Something is used that Istio no longer wants used.",
        """
        The field, kind or provider still works or is passed over in silence, and will go in a later \
        release. Use what the hint names.
        """)

    package static let schemaValidationError = AnalysisCode(
        "IST0106", "SchemaValidationError", .error,
        "An object does not pass validation.",
        """
        The API server of a cluster with Istio refuses the object, or the control plane passes over \
        it. The finding's rule names what is wrong; `istioctl validate` says the same.
        """)

    package static let schemaWarning = AnalysisCode(
        "IST0133", "SchemaWarning", .warning,
        "Validation warns of something in an object.",
        """
        The API server accepts the object, but it does not do what one would think.
        """)

    package static let unknownUpgradeCompatibility = AnalysisCode(
        "IST0168", "UnknownUpgradeCompatibility", .warning,
        "A setting changed its default in a release, which cannot be detected here.",
        """
        Read the release notes, or install with the compatibility version that the finding names.
        """)

    package static let updateIncompatibility = AnalysisCode(
        "IST0169", "UpdateIncompatibility", .warning,
        "A setting changed its default in a release.",
        """
        The mesh relies on the former default. Set it explicitly, or install with the compatibility \
        version that the finding names.
        """)
}
