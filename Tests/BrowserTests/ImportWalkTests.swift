import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// A coordinator's own list comes in through a browser.
@Suite(.serialized) struct ImportWalkTests {
    @Test(.timeLimit(.minutes(10)))
    func `a list with errors and a column of its own is looked at, and then taken over`() async throws {
        try await withLiveSite { site, origin in
            let before: Int = try await site.value("select count(*) from case_files where origin = 'import'")
            let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "Mijn lijst.csv")
            let text = String(SampleFiles.candidates(12).map { Character(Unicode.Scalar($0)) })
            // A heading that nobody knows: the coordinator says herself what the column holds.
            let bytes = text.replacing("Woonplaats", with: "Waar").unicodeScalars.map { UInt8(clamping: $0.value) }
            try Data(bytes).write(to: file)
            try await Browser.run { browser in
                let walker = Walker(browser, origin)
                try await walker.become(site.coordinator(of: DemoStory().waitingInFullRegion))
                try await walker.open("/invoer")
                try await browser.upload(file, into: .css("input[name='bestand-kandidaten']"))
                try await browser.follow(.css("form[action='/invoer/kandidaten'] button"))
                try await walker.look()
                #expect(try await browser.text().contains("Windows-1252"))
                try await browser.select("Woonplaats of gemeente (nodig)", in: .label("Waar"))
                try await browser.select("Niet gebruiken, dat klopt", in: .label("Schoenmaat"))
                try await browser.follow(.button("Bekijk de rijen"))
                try await walker.look()
                let text = try await browser.text()
                #expect(text.contains("Regel 13"))
                #expect(text.contains("31 februari bestaat niet"))
                #expect(text.contains("Deze gemeente of plaats kennen we niet"))
                #expect(text.contains("Vul een telefoonnummer of een mailadres in"))
                #expect(
                    try await site.value("select count(*) from case_files where origin = 'import'", as: Int.self)
                        == before
                )
                try await browser.follow(.button("Neem 9 rijen over"))
                try await walker.look()
                #expect(try await browser.title().hasPrefix("9 kandidaten staan erin"))
            }
            #expect(
                try await site.value("select count(*) from case_files where origin = 'import'", as: Int.self) == before
                    + 9
            )
        }
    }
}
