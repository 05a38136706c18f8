/// Certificates for tests only, valid for a hundred years: an authority, a server for 127.0.0.1 and
/// `api.test`, a client, and an authority that signed nothing.
package enum TestCertificates {
    package static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBiTCCAS+gAwIBAgIUMprvGuVB6VKRl9f2xFR+ce4Ut6IwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIzMDI0NDM3WhgPMjEy
        NjEwMzAwMjQ0MzdaMBkxFzAVBgNVBAMMDnRlc3QgYXV0aG9yaXR5MFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAE9++C2Jg7jczwjGZF7wtnudQyTUDbT/PNwrn2uc0v
        0NbsWKwDxxjjybw0skL8bBGX03onwOtLTJdioW2zstbw76NTMFEwHQYDVR0OBBYE
        FNDtMrR2YmRs4aOs27A8BmvfUELRMB8GA1UdIwQYMBaAFNDtMrR2YmRs4aOs27A8
        BmvfUELRMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAM4PnuBi
        amAMhil/mhQ5LK/8tD4hcL9Itux66kiw4sP/AiAz1YUM9jPfp1jfEL0hiJQBQmwR
        X0rr3PtBNfpfbKddKw==
        -----END CERTIFICATE-----

        """
    package static let server = """
        -----BEGIN CERTIFICATE-----
        MIIBnzCCAUagAwIBAgIUSdtxOp/u+6VgKbD3eHYZqy7ZtewwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIzMDI0NDM3WhgPMjEy
        NjA3MjIwMjQ0MzdaMBExDzANBgNVBAMMBnNlcnZlcjBZMBMGByqGSM49AgEGCCqG
        SM49AwEHA0IABA2Cf6zx9o1ZTZiz8P43X1pIcTrSPcRpHhQKp+lPbOScbHcJ5/42
        DKP1E8hO1T+7IuUnwFemn/HPT1RY0ZziKxajcjBwMBkGA1UdEQQSMBCCCGFwaS50
        ZXN0hwR/AAABMBMGA1UdJQQMMAoGCCsGAQUFBwMBMB0GA1UdDgQWBBSZ5eIWmuQj
        mY45Tle/Wdbuh3VP2jAfBgNVHSMEGDAWgBTQ7TK0dmJkbOGjrNuwPAZr31BC0TAK
        BggqhkjOPQQDAgNHADBEAiBuoaE2+yRPnMQBg8RQcI+jsq6We7dAkBwp/5EuVU8e
        tgIgP6d7aZr2pcPgRKSsV8SAvkjQI4HlF0EVgz+s3S+GG3o=
        -----END CERTIFICATE-----

        """
    package static let serverKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgi8ZyRt3bIIovHZMB
        eT4w0bcZa9ht8uD9LDtNYjm4gROhRANCAAQNgn+s8faNWU2Ys/D+N19aSHE60j3E
        aR4UCqfpT2zknGx3Cef+Ngyj9RPITtU/uyLlJ8BXpp/xz09UWNGc4isW
        -----END PRIVATE KEY-----

        """
    package static let client = """
        -----BEGIN CERTIFICATE-----
        MIIBhTCCASugAwIBAgIUSdtxOp/u+6VgKbD3eHYZqy7Zte0wCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIzMDI0NDM4WhgPMjEy
        NjA3MjIwMjQ0MzhaMBExDzANBgNVBAMMBmNsaWVudDBZMBMGByqGSM49AgEGCCqG
        SM49AwEHA0IABNwGwBuSeg2d+JT+GWI3HzU6WPC9vbYbPw7R7Nq6TrydVsPFYzC6
        XygZ6gxXDGwE3p1b2o+DFYJuSOE9NQ5psKSjVzBVMBMGA1UdJQQMMAoGCCsGAQUF
        BwMCMB0GA1UdDgQWBBTBaJItiAHSkyYrCHgby0+zl16dJTAfBgNVHSMEGDAWgBTQ
        7TK0dmJkbOGjrNuwPAZr31BC0TAKBggqhkjOPQQDAgNIADBFAiEA6VIRIH/OOpm0
        j+DENCz+t+zMOZBfyzbVVTOXvy0nXo8CIA7R8wWLLLHGrpUfStD5eIkrW92B6alO
        delYehEObWsL
        -----END CERTIFICATE-----

        """
    package static let clientKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghFHbuDK6A0elfRaF
        CDT6MJwaco3+J8ZlJgbCFKvCYsqhRANCAATcBsAbknoNnfiU/hliNx81Oljwvb22
        Gz8O0ezauk68nVbDxWMwul8oGeoMVwxsBN6dW9qPgxWCbkjhPTUOabCk
        -----END PRIVATE KEY-----

        """
    package static let otherAuthority = """
        -----BEGIN CERTIFICATE-----
        MIIBjjCCATWgAwIBAgIUTfberhTAqz5N9LYw3TLi5zmZiDowCgYIKoZIzj0EAwIw
        HDEaMBgGA1UEAwwRYW5vdGhlciBhdXRob3JpdHkwIBcNMjYxMTIzMDI0NDM4WhgP
        MjEyNjEwMzAwMjQ0MzhaMBwxGjAYBgNVBAMMEWFub3RoZXIgYXV0aG9yaXR5MFkw
        EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhQi61ym+yjNmLAR2qx1dIh92gO1XmLUK
        EJgXBINQAzTr57gZ6Q5z5POGYDxRVFa7WA9aMhYzcwahOLFi6n74Y6NTMFEwHQYD
        VR0OBBYEFLHNdnw7TM3do5b9yGNt7o3QTCJ9MB8GA1UdIwQYMBaAFLHNdnw7TM3d
        o5b9yGNt7o3QTCJ9MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIg
        T7FSDQv4Gn6TeZ+FCQ55+ep9j8SM0qVlQmDNDE7MzikCIF5od/U+DwhTPHmdxnFN
        sGLSs96obbzzGfd2GakHenIx
        -----END CERTIFICATE-----

        """
}
