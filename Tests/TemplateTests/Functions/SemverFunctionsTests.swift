import Testing

@Suite struct SemverFunctionsTests {
    @Test(arguments: [
        (">=1.30", "1.30.2", true), ("~1.4", "1.5.0", false), ("^0.3.1", "0.3.9", true),
        ("^0.3.1", "0.4.0", false), ("^0.0.3", "0.0.4", false), ("^0", "0.7.0", true),
        ("!=2.x", "2.5.0", false), ("!=2.1.x", "2.2.0", true), (">2", "2.9.0", false),
        (">2.1", "2.2.0", true), ("<=2.1", "2.1.7", true), ("<=2", "2.9.9", true),
        ("1.1 - 1.3", "1.3.0", true), ("1.1 - 1.3", "1.4.0", false), (">1.0, <2.0", "1.5.0", true),
        (">=1.2.0", "1.3.0-rc.1", false), (">=1.2.0-0", "1.3.0-rc.1", true), ("*", "7.0.1", true),
        ("<1 || >3", "4.0.0", true), ("~>2.3.4", "2.3.9", true), ("=v1.2.3", "1.2.3+x", true),
        (">=1.0.0-alpha.9", "1.0.0-alpha.10", true), (">=1.0.0-alpha.1", "1.0.0-alpha", false),
    ]) func constraints(_ constraint: String, _ version: String, _ holds: Bool) throws {
        let template = "{{ semverCompare `\(constraint)` `\(version)` }}"
        #expect(try Rendering().text(template) == String(holds), "\(constraint) \(version)")
    }

    @Test func versionsHaveMethods() throws {
        let template = """
            {{ $v := semver "v1.2-beta+7" }}{{ $v }} {{ $v.Original }} {{ $v.IncPatch }} {{ $v.IncMajor.Major }} \
            {{ $v.SetPrerelease "rc.1" }} {{ $v.LessThan (semver "1.2.0") }} {{ printf "%T" $v.Major }}
            """
        #expect(try Rendering().text(template) == "1.2.0-beta+7 v1.2-beta+7 1.2.0 2 1.2.0-rc.1+7 true uint64")
        // What grows is no pointer, and has fewer methods.
        #expect(
            Rendering().complaint("{{ (semver `1.0.0`).IncMajor.Original }}")
                == "can't evaluate field Original in type semver.Version")
    }

    @Test(arguments: [
        ("{{ semver `one` }}", "error calling semver: invalid semantic version"),
        ("{{ semver `1.2.3-` }}", "error calling semver: invalid semantic version"),
        ("{{ semver `1.0.0-a.01` }}", "error calling semver: version segment starts with 0"),
        ("{{ semverCompare `>>1` `1` }}", "error calling semverCompare: improper constraint: \">>1\""),
        (
            "{{ semverCompare `1.0.0.0` `1` }}",
            "error calling semverCompare: improper constraint: \"1.0.0.0\""
        ),
        (
            "{{ semver `99999999999999999999` }}",
            "error calling semver: error parsing version segment: strconv.ParseUint: parsing "
                + "\"99999999999999999999\": value out of range"
        ),
    ]) func complaints(_ template: String, _ expected: String) {
        #expect(Rendering().complaint(template) == expected)
    }
}
