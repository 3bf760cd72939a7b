import NIOSSL

/// A certificate for `localhost` that nobody but these tests trusts. Its key is public; it expires in a hundred years.
enum RelayCertificate {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBlTCCATugAwIBAgIURlhIZwSCNb25QGqyASlbB+KotO0wCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTExNTM0NFoYDzIxMjYxMDI4
        MTE1MzQ0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAARBTPkvv9kfBN7OXtauxYFFbZ2Y+8ORJspBorHhtg3bQGnRqZbjLSMu
        1IQT+MRtOgX5eQA2OE0A8P0Aa7uZTmCuo2kwZzAdBgNVHQ4EFgQUjNYNmFLjl+KO
        1tUF8fHAFqQPbP4wHwYDVR0jBBgwFoAUjNYNmFLjl+KO1tUF8fHAFqQPbP4wDwYD
        VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
        SAAwRQIhAPSDYYtGUe+G4oEaaxveCrIf7ryBxwJNANWhG9ABnbWaAiAefspnf2Ln
        iWQTPpjU6L5J0YJLdoUz+lsbc/qqAPdLCg==
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHk507tEreslQhquP
        ieY3pDcIqXO+1bTwGvU63SMwiTyhRANCAARBTPkvv9kfBN7OXtauxYFFbZ2Y+8OR
        JspBorHhtg3bQGnRqZbjLSMu1IQT+MRtOgX5eQA2OE0A8P0Aa7uZTmCu
        -----END PRIVATE KEY-----
        """

    /// What the stub relay encrypts with.
    static func context() throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
        )
    }
}
