import Actions
import Domain
import Foundation
import Matching
import PageKit
import Site
import Store

/// A candidate's assessment to take along: what goes under the signature, and the page to read and print.
struct AssessmentCopy {
    let web: WebServices
    let candidate: CandidateStore.Row
    let assessment: CandidateAssessment

    func contents(_ row: AssessmentStore.Row) -> AssessmentDocument.Contents {
        let scores = Dictionary(grouping: assessment.scores, by: \.indicator)
        return AssessmentDocument.Contents(
            naam: candidate.name.full,
            geboortedatum: candidate.bornOn,
            versieVragenlijst: row.frameworkVersion,
            vorm: row.form,
            begonnenOp: web.world.time.today(at: row.startedAt),
            geldigTotEnMet: row.validUntilOn,
            gemaaktOp: web.world.today,
            opmerking: row.candidateRemark,
            niveaus: CompetenceArea.allCases.map { area in
                .init(
                    gebied: area.dutchName,
                    niveauInTienden: assessment.levels[area.index].tenths,
                    isBeoordeeld: assessment.levels[area.index].isAssessed
                )
            },
            scores: assessment.framework.indicators.compactMap { indicator in
                guard let found = scores[indicator.code] else { return nil }
                return .init(
                    code: indicator.code,
                    zin: indicator.text,
                    zelf: found.first { $0.kind == .candidate }?.level?.rawValue,
                    beoordelaars: found.filter { $0.kind == .assessor }.compactMap { $0.level?.rawValue }
                )
            }
        )
    }

    func page(_ document: AssessmentDocument) -> OwnAssessmentDocumentPage {
        let contents = document.inhoud
        let areas = Dictionary(
            assessment.framework.indicators.map { ($0.code, $0.area.dutchName) },
            uniquingKeysWith: { first, _ in first }
        )
        func word(_ score: Int) -> String { SupervisionLevel(rawValue: score)?.dutchName ?? "\(score)" }
        return OwnAssessmentDocumentPage(
            facts: Facts([
                Fact("Naam", contents.naam), Fact("Geboren", candidate.bornOn.dutchLong),
                Fact("Vragenlijst", "versie \(contents.versieVragenlijst)"),
                Fact("Geldig tot en met", assessment.row?.validUntilOn.dutchLong ?? ""),
                Fact("Gemaakt op", web.world.today.dutchLong),
            ]),
            profile: assessment.figure(
                id: "profiel-figuur",
                showsOwn: true,
                title: "Wat je kunt en nog wilt leren"
            ),
            lines: contents.scores.map { score in
                .init(
                    area: areas[score.code] ?? "",
                    statement: score.zin,
                    own: score.zelf.map(word) ?? "–",
                    assessors: score.beoordelaars.isEmpty ? "–" : score.beoordelaars.map(word).joined(separator: ", ")
                )
            },
            remark: contents.opmerking.isEmpty ? nil : contents.opmerking,
            signature: document.handtekening.waarde
        )
    }
}
