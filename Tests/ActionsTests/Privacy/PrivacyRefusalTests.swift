import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct PrivacyRefusalTests {
    @Test func `a citizen service number is refused in every free text, whatever road it came in by`() throws {
        let today = try #require(CalendarDate(iso: "2026-11-24"))
        // Forms, imports, the command line and people who register themselves all make one draft.
        let texts: [WritableKeyPath<CandidateDraft, String>] = [
            \.programme, \.className, \.schoolContact, \.priorEducation, \.priorWork,
        ]
        #expect(CandidateDraft.example().problems(today: today).isEmpty)
        for text in texts {
            var draft = CandidateDraft.example()
            draft[keyPath: text] = "nummer 123.456.782"
            #expect(draft.problems(today: today).count == 1)
        }
    }

    @Test func `a candidate's remark with a citizen service number is refused`() async throws {
        try await withWorld { test in
            let person = try #require(try await PrivacyWorld(test: test).people(in: .searching).first)
            let reference: Reference? = try await test.owner.withConnection {
                try await $0.value("select reference from case_files where candidate_id = \(person.id)")
            }
            let framework = try #require(try await ReferenceData.read(from: test.world.database).framework)
            var answers = SaveAssessment.Answers()
            answers.remark = "Mijn BSN is 123456782."
            let (remarked, found) = (answers, try #require(reference))
            await #expect(throws: Rejected.self) {
                try await SaveAssessment(world: test.world, framework: framework)(
                    found,
                    form: .short,
                    version: 0,
                    remarked,
                    by: person.actor,
                    submission: nil
                )
            }
        }
    }

    @Test func `an import refuses a child and a number, and says which line`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let table = try DelimitedText.read(
                Array(
                    """
                    Voornaam;Achternaam;Geboortedatum;Gemeente;Leerweg;Telefoon;Vooropleiding\r
                    Kim;Kleintje;1-6-2015;Enschede;BOL;0612345678;mavo\r
                    Bo;Bakker;1-6-2005;Enschede;BOL;0612345678;bsn 123456782\r
                    """.utf8
                ),
                limits: .standard
            )
            let reference = try await ReferenceData.read(from: test.world.database)
            let mapping = ColumnMapping.recognised(header: table.header, as: ImportKind.candidates.fields(reference))
            let outcome = try await ConfirmImport(world: test.world, reference: reference)(
                table,
                mapping: mapping,
                as: .candidates,
                by: actor
            )
            #expect(outcome.saved == 0 && outcome.faulty == 2)
        }
    }
}
