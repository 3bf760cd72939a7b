import Foundation
import HTTPBase

/// What people with bad luck and people with bad intent send: in the place of a name, a number, a date, a reference, a file.
enum Hostile {
    static let host = "boos.example"
    /// Must never stand in a page as it stands here.
    static let script = "<script>window.boos=1</script>"

    private static let texts: [String] = [
        "", " ", "\t\r\n", "\u{0}", "Jan\u{0}Jansen", "\u{1F}", "\u{FEFF}", "\u{202E}omgekeerd", "\u{200B}", "\u{85}",
        "\u{FFFD}",
        "\u{FFFF}", "👩‍👩‍👧‍👦🏳️‍🌈", "Z̷̧̛̰a̵l̶g̸o̷", "ﷺ", "ıİßŉ", "٣", "１２", "½", "Ⅷ",
        "'", "' or '1'='1", "'); drop table candidates; --", "%' or 1=1 --", "%", "_", "\\", "\\'", "$1", "$$",
        "\\copy",
        "{{title}}", "{{#page}}{{.}}{{/page}}", "{{{csrfToken}}}", "{{> layout}}", "${7*7}", "%s%n%x",
        "=HYPERLINK(\"https://\(host)\")", "@SOM(A1)", "+1+1", "a;b,c\n\"d",
        script, "\"><img src=x onerror=alert(1)>", "'\(script)", "javascript:alert(1)", "&lt;&#0;&nbsp;",
        "https://\(host)", "//\(host)", "/\\\(host)", "/\t/\(host)", "/\r\nLocation: https://\(host)",
        "../../../etc/passwd",
        "..", ".", "/", "file:///etc/passwd", "http://169.254.169.254/",
        "0", "-0", "1", "-1", "00000000001", "1.5", "1,5", "1e309", "NaN", "inf", "0x10", "2147483648", "32768",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999999999999999",
        "31-2-2027", "1-1-1", "1-1-0000", "31-12-9999", "31-12-99999", "1-1-5874898", "1-1--5", "0-0-0", "99-99-9999",
        "2027-01-01",
        "1-2-2027", "infinity", "-infinity", "epoch", "morgen",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "00000000-0000-0000-0000-00000000000",
        "ZZZZZZZZ", "7F3K2M9Q", "RA0205", "GM0153", "nieuw", "zoeken", "null", "undefined", "true", "on", "[]", "{}",
        "a@b", "a@b@c", "a@\(host)\nBcc: c@\(host)", "\"a b\"@\(host)", "jan@xn--.example", "+31 6", "0612345678",
        "7511 AB",
        "bsn 123456782", String(repeating: "a", count: 101), String(repeating: "ë", count: 2_001),
        String(repeating: "👩‍👩‍👧‍👦", count: 600), String(repeating: "\u{301}", count: 1_000),
    ]

    /// Places in a list that never were: too few keys, too many, of another kind.
    private static let cursors: [String] = [
        [], [""], ["", ""], ["x"], ["2026-11-24"], ["2026-11-24", "x"],
        ["infinity", "00000000-0000-0000-0000-000000000000"],
        ["9999-99-99", "00000000-0000-0000-0000-000000000000"],
        ["5874898-01-01", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
        ["99999999999999999999", "x"], ["-1", "-1", "-1"], ["a", "b", "c", "d", "e", "f"], ["\u{202E}", "'"],
        ["NaN", "ZZZZZZZZ"],
        ["2026-11-24 10:00:00+00", "00000000-0000-0000-0000-000000000000"],
        ["1e309", "00000000-0000-0000-0000-000000000000"],
    ].map { PageCursor($0).token }

    /// As they stand in an address or a form: escapes that are wrong themselves, bytes that are no text, half of a pair.
    private static let broken = [
        "%", "%%", "%2", "%zz", "%u0041", "%ff%fe", "%c0%af", "%ed%a0%80", "%ed%a0%bd%ed%b8%80", "%f4%90%80%80", "%00",
        "a%00b",
        "%0d%0aSet-Cookie:%20boos=1", "%2e%2e%2f%2e%2e%2f", "%252e%252e%252f", "%5c%5c", "+", "%20", "%e2%80%ae", "%7f",
        "%0a", "%09",
    ]

    /// A value as it stands in an address or a form.
    static func value(_ dice: inout Dice) -> String {
        switch dice.below(20) {
        case 0..<12: encoded(dice.pick(texts))
        case 12..<15: dice.pick(broken)
        case 15..<17: encoded(dice.pick(cursors))
        case 17: encoded(dice.pick(texts) + dice.pick(texts))
        case 18: encoded(String(repeating: dice.pick(["a", "é", "\n", "9", " "]), count: 1 + dice.below(5_000)))
        default:
            dice.bytes(1 + dice.below(40)).map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
                .joined()
        }
    }

    /// What a form cannot hold at all.
    static func body(_ dice: inout Dice) -> (type: String, bytes: [UInt8]) {
        let form = "application/x-www-form-urlencoded"
        let bytes: [[UInt8]] = [
            [], [0], [0xFF, 0xFE], Array("%".utf8), Array("a=%zz".utf8), Array("&&&===&".utf8), Array("=".utf8),
            Array("{\"a\":[[[[".utf8),
            Array("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>".utf8),
            Array("--x\r\nContent-Disposition: form-data\r\n".utf8), Array("--x\r\n\r\n\r\n--x--".utf8),
            Array("--x--".utf8),
            Array("--x\r\nContent-Disposition: form-data; name=\"\(FormData.tokenField)\"\r\n\r\n--x\r\n--x".utf8),
            Array(
                "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../../a\u{0}.csv\"\r\n\r\n\u{0}\r\n--x--\r\n"
                    .utf8
            ),
            Array(String(repeating: "a=b&", count: 2_500).utf8), Array(String(repeating: "a", count: 120_000).utf8),
            Array(repeating: 0x61, count: 600_000), dice.bytes(1 + dice.below(300)),
        ]
        let type = dice.pick([
            form, form, form + "; charset=utf-16", "multipart/form-data", "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=\"x", "multipart/form-data; boundary=" + String(repeating: "x", count: 200),
            "application/json", "text/plain", "text/xml", "image/svg+xml", "x", ";", "é/\u{1}",
        ])
        return (type, dice.pick(bytes))
    }

    /// A file that calls itself a list.
    static func file(_ dice: inout Dice) -> [UInt8] {
        let head = "Naam;Geb. datum;Woonplaats;Route;Leerjaar;Mobiel;Startdatum;Werkdagen;Uren;Vervoer;Max. km\r\n"
        switch dice.below(8) {
        case 0: return []
        case 1: return dice.bytes(400)
        case 2: return [0xFF, 0xFE] + Array(head.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + [0]
        case 3: return Array("PK\u{3}\u{4}".utf8) + dice.bytes(200)
        case 4: return Array((head + "\"nooit dicht;;;;\r\n\r\n").utf8)
        case 5: return Array(String(repeating: "a;", count: 3_000).utf8)
        case 6: return Array((head + head + head + ";;;;;;;;;;;;;;;;;;;\r\n").utf8)
        default:
            let rows = (0..<5).map { _ in
                (0..<11).map { _ in "\"" + dice.pick(texts).replacing("\"", with: "\"\"") + "\"" }.joined(
                    separator: ";"
                )
            }
            return Array((head + rows.joined(separator: "\r\n")).utf8)
        }
    }

    /// Headers that no browser would send so.
    static func headers(_ dice: inout Dice) -> [String: String] {
        dice.pick([
            ["cookie": "__Host-doorwijzer=\(dice.pick(texts)); __Host-doorwijzer=x; =; ;;"],
            ["cookie": String(repeating: "a=b; ", count: 1_500)],
            ["cookie": "\u{1}\u{7F}é=\"; __Host-doorwijzer"],
            ["host": host, "x-forwarded-host": host, "x-forwarded-proto": "javascript", "forwarded": "host=\(host)"],
            ["x-forwarded-for": dice.pick(texts), "x-real-ip": "999.1.1.1"],
            ["accept": "application/\(String(repeating: "x", count: 9_000))", "accept-language": "\u{0}"],
            ["if-none-match": "*", "if-modified-since": "gisteren", "range": "bytes=9999999999999999999-0"],
            ["content-length": "-1"], ["content-length": "99999999999999999999"],
            ["transfer-encoding": "chunked, identity"],
            ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "", "origin": "null"], ["origin": "https://\(host)"],
            ["user-agent": script], ["user-agent": String(repeating: "é", count: 4_000)],
            ["referer": "//\(host)/\u{0}"],
            ["upgrade": "websocket", "connection": "upgrade"], ["expect": "100-continue"],
            ["x-http-method-override": "DELETE"],
        ])
    }

    static let names = [
        "terug", "vorm", "na", "zoek", "pagina", "stap", "versie", "submission_id", FormData.tokenField, "id", "a[]",
        "a[0][b]",
        "__proto__", "", ".", "constructor", "regio", "plek", "code", "state", "error", "bestand-kandidaten",
    ]

    static let methods = [
        "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "GET", "POST", "get", "X",
    ]

    /// The text with everything but letters and digits escaped.
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: String(UnicodeScalar(byte))
            default: "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }
        }.joined()
    }
}
