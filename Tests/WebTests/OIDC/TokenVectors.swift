import Foundation

/// Keys and tokens made with joserfc 1.8.0 (Python, PyPI), so that not only our own code says that they are right. The
/// claims: issuer `https://login.example`, audience `doorwijzer`, subject `anna-1`, nonce `n-1`, made at `TestClock.start`
/// for an hour. `short` is signed with a key of 1024 bits, `HS256` with the public RSA key as its secret.
enum TokenVectors {
    static let keys = """
        {"keys":[{"n":"4F66-NkrfmheOoiy-bAxcUpCJKidsHt4Megq84Sp5Z_u6VQyh1SkTSFAri_oGve_Ue7kT_u076aDs30JTTW_0\
        NSUC9iiVTWnBFDARbUXknDN7Nee3l-fQC5ULI64WtwekTymNW9uqMk2XpPgDs07jGUftLIAeYb4opypeFTXJmTCYpDHQvBO-_J9s\
        29Bzf1n3ZXxCdh5i-54gQDeJoGyYL_rNhc-nXXcInJAOwF-EzCUctN7jSt7_kk8hQRjUUmvTQa-jzpVLZX02-2IyxgJe8rXtgi6G\
        TTnxAhKZkhlCGWIQsXRaAzumYgOT2fxPGPhoiY0B-cLmd9Go6vDHKeFxQ","e":"AQAB","kid":"rsa","use":"sig","kty":\
        "RSA"},{"crv":"P-256","x":"ZBVAdKQNhzZW_ebm5U-vra8wdvoEUMcfHvcbDT2_n9E","y":"z3-11ppaWCWa2aZBZfHmvqY\
        mow3Lm6v9HINZDOjGMm8","kid":"ec","use":"sig","kty":"EC"},{"n":"1f0ORMiQbRD_DTxk0BJIeN3gj21KDck2PeEU_\
        ngz4zYG3lkAteQVE_GroQ-xAB21HSDSDcekOYm_TtUlhkUbeHAbmJFRk9Wvep06l0_lOD2yVp5EMlu2KpxhPWneE3AcCgIbs-lL_\
        x2zLVs3eJ6lAAo6zdQwUyl9eHJfgjurSjU","e":"AQAB","kid":"short","use":"sig","kty":"RSA"},{"crv":"P-384"\
        ,"x":"yMpzIiaAUQNvzL9VvptdYDeRvUbsPPAF-li0mlv97p1GC7WWQztj5OW6bOW8tVzl","y":"yl8B37mXtYaR1PFICcbzDu6\
        Id7NRiwt1Az0IQAdeVfeyV-0QSoU2txonmm_Yaz1c","kid":"p384","kty":"EC"}]}
        """

    static let tokens = [
        "RS256": """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6InJzYSJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJhdWQ\
        iOiJkb29yd2lqemVyIiwic3ViIjoiYW5uYS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUxNDQ\
        wMH0.vTR6coIf_kN0cuTowa-JnsmaFVGos_Q_rUrkQOTpD0vL9TaY7WVEKJXLRtiGyEYKZnxvGSkdcvzxFVt-QJTI3Oq54lhLoSz\
        RutY6uPXtTt6vyIfN5ZWfc_AVa6JRW0oY3jno9XpqFRGfz15iWqQX-Xqfw9fAXBCJHOIJ3IbMUlsfxrixuvz3Ygds5XTKefQpCXO\
        Au2gvGMU7RuQs75y5JrSAtl2AdkGncC0_SZtH7jF4FLyxGpKzJbPpENP88Z43rLxzOadE1sK1lGUHW57HwnjWDIqgjAEK-_vboAt\
        PF6_4M11qG60c63JlOdSim-29G9KOmx2xHJGDcXCVrI5irw
        """,
        "PS256": """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJQUzI1NiIsImtpZCI6InJzYSJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJhdWQ\
        iOiJkb29yd2lqemVyIiwic3ViIjoiYW5uYS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUxNDQ\
        wMH0.CsfbvdLkXMJC5nToKrojiw-Jdy5cBhHhUPq6cwd9fFhu9MiwFQqOoTKf7wTlrXPoeiJlqZPAYuTCGiGlg17b6OMUv3oVzjz\
        nMVMeS_JbZXRXppMG1mZHLHwl8-hCKjleI6gwR9ZmrwZ_XurLd9J7uQJt-Rh2QK-qQlPDsOaG8zJj18DA17JWt4TLG29nhaEf4R8\
        WEVbYna3ldiANiHN_T3y2WDYsIhlrLp2VmNsrNg2Op0QDShl3ijdFijW8uZZeTOgTILs-FP0MfScb5T8c4pwW6Ba3JtDBwbJOhCA\
        XoAqa1lQyL113LLte_xFB9zBv9Nzpz_M5idkXzVPk4qRVwA
        """,
        "ES256": """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiIsImtpZCI6ImVjIn0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJhdWQi\
        OiJkb29yd2lqemVyIiwic3ViIjoiYW5uYS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUxNDQw\
        MH0.MNiDFPdaEOc8gtFBtQ8rYKWxW415NlSULQDc48J6Ia6gEXZYa4X07eds4_IKcH33Ez8mpGpEg0Jkm_x0Z39w4g
        """,
        "RS512": """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzUxMiIsImtpZCI6InJzYSJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJhdWQ\
        iOiJkb29yd2lqemVyIiwic3ViIjoiYW5uYS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUxNDQ\
        wMH0.wKZiO8hae2TLWk7GPnlxQxaUadVD6qoEh6oMGbcZJ6QwH-K5Ka82eqSCHH4aKboAY1wJduQJyujifdeYDpE4u-ccHS0OUgG\
        4wFN5BXQa-YijWsDY0e0aGE-qtyRsCFqaDZ-jG-NRV5eAkKRLhZLsP8Xj0MbxNSPQPNDbWmlLCsw2vHveRwCcuehm46icuwmprZZ\
        i4lQE8lkLZiuSj3nysQ_JLBHJDpCk1JVl6OhvoKl4R46H3pARlxq0KIC-LNKuJVfZyV9LP8U8FBD8dREj-8RG9_1PJuugjDMk8Vy\
        Z8dFV1UTKb_V97t0IbUyuZzry4F6GSOamuiumZm-TFqaIAQ
        """,
        "short": """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6InNob3J0In0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJh\
        dWQiOiJkb29yd2lqemVyIiwic3ViIjoiYW5uYS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUx\
        NDQwMH0.n0DlU42QxWAfllO6X1MVkxplg9qThi4A1Qa_U2W3MCG2Mfc7YNpG5jiw3ehkRg0-DwM1sQNWxr2PgxWIqBBWkXc3WX3L\
        DUf4iV7IExs0_8fdIMHHPd3CS_AO5ISd-8_XYFQm9up-fZmsjoA1qcrFwcqDiW43K4Ys-OAqlOhCi_0
        """,
        "HS256": """
        eyJhbGciOiJIUzI1NiIsImtpZCI6InJzYSJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJhdWQiOiJkb29yd2lqemV\
        yIiwic3ViIjoiYW5uYS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUxNDQwMH0.Gq3XnECn4CI\
        gfEat_Ki7sPSRN6i8nG-Sa9IZIuw6rfo
        """,
        "none": """
        eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJhdWQiOiJkb29yd2lqemVyIiwic3ViIjoiYW5u\
        YS0xIiwibm9uY2UiOiJuLTEiLCJpYXQiOjE3OTU1MTA4MDAsImV4cCI6MTc5NTUxNDQwMH0.
        """,
    ]
}
