import Actions
import Domain
import Foundation
import Testing

/// The signed copy of an assessment.
struct AssessmentDocumentTests {
    private static let secrets = Secrets(
        form: .init(id: "1", bytes: Array(repeating: 7, count: 32)),
        seals: [.init(id: "1", bytes: Array(repeating: 8, count: 32))],
        hash: .init(id: "1", bytes: Array(repeating: 9, count: 32))
    )

    private static func contents() throws -> AssessmentDocument.Contents {
        let day = try #require(CalendarDate(iso: "2026-11-24"))
        return AssessmentDocument.Contents(
            naam: "Zoë van den Berg",
            geboortedatum: day,
            versieVragenlijst: 1,
            vorm: .short,
            begonnenOp: day,
            geldigTotEnMet: day,
            gemaaktOp: day,
            opmerking: "Ik leer snel / graag.",
            niveaus: [.init(gebied: "communiceren", niveauInTienden: 34, isBeoordeeld: true)],
            scores: [.init(code: "com-1", zin: "Vraagt rustig door.", zelf: nil, beoordelaars: [3])]
        )
    }

    @Test func `what was signed is read back`() throws {
        let document = try AssessmentDocument(Self.contents(), secrets: Self.secrets)
        #expect(AssessmentDocument.read(try document.json(), secrets: Self.secrets) == document)
    }

    @Test(arguments: [("34", "35"), ("Zoë", "Zoe"), ("[\n", "[ 5,\n"), ("\"sleutel\" : \"1\"", "\"sleutel\" : \"2\"")])
    func `whatever is changed is no longer signed`(_ old: String, _ new: String) throws {
        let text = String(
            decoding: try AssessmentDocument(Self.contents(), secrets: Self.secrets).json(),
            as: UTF8.self
        )
        try #require(text.contains(old))
        #expect(AssessmentDocument.read(Array(text.replacing(old, with: new).utf8), secrets: Self.secrets) == nil)
    }

    @Test func `another key signs nothing for this service`() throws {
        let other = Secrets(
            form: Self.secrets.form,
            seals: Self.secrets.seals,
            hash: .init(id: "1", bytes: Array(repeating: 1, count: 32))
        )
        let document = try AssessmentDocument(Self.contents(), secrets: other)
        #expect(AssessmentDocument.read(try document.json(), secrets: Self.secrets) == nil)
    }
}
