import Testing

@testable import PageKit

/// What was typed is put back into a page that was made without it.
struct FormFillingTests {
    private static let page = """
        <!DOCTYPE html><html lang="nl"><body><main id="inhoud" tabindex="-1">
        <form method="post" action="/a/knop"><input type="hidden" name="soort" value="x"><button>Druk</button></form>
        <details><summary>Meer</summary>
        <form class="form" method="post" action="/a" novalidate><input type="hidden" name="_csrf" value="vers">
        <input type="hidden" name="submission_id" value="7"><input type="hidden" name="versie" value="3">
        <input id="n" name="naam" type="text" required><input name="uren" type="number" value="8">
        <input name="dag" type="checkbox" value="1" checked><input name="dag" type="checkbox" value="2">
        <input name="ja" type="radio" value="ja"><input name="ja" type="radio" value="nee" checked>
        <select name="stad"><option value="">Kies</option><option value="a" selected>A</option><option>B &amp; C</option></select>
        <textarea name="t" rows="3">
        oud <form> </textarea><textarea name="t"></textarea>
        <input name="w" type="password" value=""><input name="f" type="file"></form></details></main></body></html>
        """

    private static func filled(_ values: [String: [String]], action: String = "/a") -> String? {
        FormFilling(page, action: action, values: values).filled(id: "id-1") { $0 ? "<p>velden</p>" : "<p>knop</p>" }?
            .html
    }

    @Test func `every kind of field gets its value, and what belongs to one sending stays new`() throws {
        let html = try #require(
            Self.filled([
                "naam": ["Jo \"<b>&'"], "uren": ["12"], "dag": ["2"], "ja": ["ja"], "stad": ["B & C"],
                "t": ["\neen </textarea>", "twee"], "w": ["geheim"], "versie": ["2"], "_csrf": ["oud"],
                "submission_id": ["1"],
            ])
        )

        #expect(html.contains(#"name="naam" type="text" required value="Jo &quot;&lt;b&gt;&amp;&#39;">"#))
        #expect(html.contains(#"<input name="uren" type="number" value="12">"#))
        #expect(html.contains(#"<input name="dag" type="checkbox" value="1">"#))
        #expect(html.contains(#"<input name="dag" type="checkbox" value="2" checked>"#))
        #expect(html.contains(#"value="ja" checked>"#) && html.contains(#"value="nee">"#))
        #expect(html.contains("<option value=\"a\">A</option><option selected>B &amp; C</option>"))
        #expect(html.contains("rows=\"3\">\n\neen &lt;/textarea&gt;</textarea><textarea name=\"t\">\ntwee</textarea>"))
        #expect(!html.contains("geheim"))
        #expect(html.contains(#"name="versie" value="2""#))
        #expect(html.contains(#"name="_csrf" value="vers""#) && html.contains(#"name="submission_id" value="7""#))
        #expect(html.contains(#"novalidate><input type="hidden" name="_bewaard" value="id-1">"#))
        #expect(html.contains("<details open>"))
        #expect(html.contains("tabindex=\"-1\">\n<p>velden</p>"))
    }

    @Test func `what is not offered any more leaves the list as it was, and what was not sent stays`() throws {
        let html = try #require(Self.filled(["stad": ["weg"]]))

        #expect(html.contains("<option value=\"a\" selected>A</option>"))
        #expect(html.contains(#"<input name="uren" type="number" value="8">"#))
        #expect(html.contains("oud <form> </textarea>"))
    }

    @Test func `a button is no field, and a form that is not there is not filled in`() throws {
        #expect(try #require(Self.filled(["soort": ["x"]], action: "/a/knop")).contains("<p>knop</p>"))
        #expect(Self.filled([:], action: "/b") == nil)
    }

    @Test func `of forms to one address it is the one whose hidden fields say the same`() throws {
        let page = ["een", "twee"].map {
            "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"k\" value=\"\($0)\"><input name=\"x\"></form>"
        }.joined()
        let filling = FormFilling(page, action: "/a", values: ["k": ["twee"], "x": ["y"]])
        let html = try #require(filling.filled(id: "1") { _ in "" }?.html)

        #expect(html.contains("value=\"een\"><input name=\"x\"></form>"))
        #expect(html.contains("value=\"twee\"><input name=\"x\" value=\"y\"></form>"))
    }
}
