import Diagnostics

/// What concerns any kind.
extension AnalysisCode {
    package static let internalError = AnalysisCode(
        "IST0001", "InternalError", .error,
        "",
        """
        """)

    package static let deprecated = AnalysisCode(
        "IST0002", "Deprecated", .warning,
        "",
        """
        """)

    package static let schemaValidationError = AnalysisCode(
        "IST0106", "SchemaValidationError", .error,
        "",
        """
        """)

    package static let schemaWarning = AnalysisCode(
        "IST0133", "SchemaWarning", .warning,
        "",
        """
        """)

    package static let unknownUpgradeCompatibility = AnalysisCode(
        "IST0168", "UnknownUpgradeCompatibility", .warning,
        "",
        """
        """)

    package static let updateIncompatibility = AnalysisCode(
        "IST0169", "UpdateIncompatibility", .warning,
        "",
        """
        """)
}
