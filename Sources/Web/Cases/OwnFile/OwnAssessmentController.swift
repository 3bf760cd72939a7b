import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Matching
import PageKit
import Postgres
import Site
import Store

/// `/mijn/beoordeling`: a candidate's profile, own scores, and the signed copy to take along.
struct OwnAssessmentController: Sendable {
    let web: WebServices

    func addRoutes(candidates: RouterGroup<CandidateContext>) {
        candidates.get("/mijn/beoordeling", use: show)
        for (path, form) in [("kort", AssessmentForm.short), ("volledig", .full)] {
            candidates.get("/mijn/beoordeling/\(path)") { _, context in try await self.edit(form, context) }
            candidates.post("/mijn/beoordeling/\(path)") { _, context in try await self.save(form, context) }
        }
        candidates.post("/mijn/beoordeling/tweede", use: askSecond)
        candidates.get("/mijn/beoordeling/download", use: download)
    }

    private struct Found {
        let file: CaseFileStore.Row
        let candidate: CandidateStore.Row
        let assessment: CandidateAssessment
        let second: AssessmentStore.SecondAssessor
    }

    private func read(_ context: CandidateContext, notesDownload: Bool = false) async throws -> Found {
        let (id, world) = (context.session.candidateID, web.world)
        return try await world.database.transaction(as: .candidate(id)) { connection in
            guard let file = try await OwnFileStore.cases(of: id, on: connection).first,
                let candidate = try await CandidateStore.find(id, on: connection),
                let assessment = try await CandidateAssessment.read(
                    file,
                    reference: web.reference,
                    today: world.today,
                    on: connection
                )
            else { throw NotFound() }
            if notesDownload {
                try await OwnFileStore.noteDownload(by: id, id: world.newUUID(), at: world.now(), on: connection)
            }
            return Found(
                file: file,
                candidate: candidate,
                assessment: assessment,
                second: try await AssessmentStore.secondAssessor(for: file.id, of: id, on: connection)
            )
        }
    }

    // MARK: Profile

    @Sendable private func show(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let found = try await read(context)
        let assessment = found.assessment
        var content = OwnAssessmentPage.Content()
        content.status =
            assessment.isAssessed && assessment.missing.isEmpty
            ? Notice(.ok, text: "Elk gebied heeft een niveau.")
            : Notice(.info, text: assessment.note(today: web.world.today, time: web.world.time))
        content.profile = assessment.figure(
            id: "profiel-figuur",
            showsOwn: true,
            title: "Wat je kunt en nog wilt leren"
        )
        content.missing = assessment.missing.map(\.dutchName)
        content.talkingPoints = assessment.framework.talkingPoints(scores: assessment.scores.map(\.forMatching)).map {
            .init(statement: $0.indicator.text, own: $0.own.dutchName, assessor: $0.assessor.dutchName)
        }
        content.remark = assessment.row.flatMap { $0.candidateRemark.isEmpty ? nil : $0.candidateRemark }
        content.facts = facts(assessment)
        content.canDownload = assessment.row != nil
        content.submissionID = web.freshID
        switch found.second {
        case .notAsked: content.asksSecond = assessment.isAssessed && found.file.state.isOpen
        case .asked: content.secondNote = "Je vroeg om een tweede beoordelaar. Je team regelt dat met je."
        case .came: content.secondNote = "Twee of meer beoordelaars gaven een score. Alle scores tellen."
        }
        if content.secondNote == nil, !content.asksSecond {
            content.secondNote = "Zodra een beoordelaar scores gaf, kun je hier om een tweede vragen."
        }
        return try web.page(OwnAssessmentPage(content), context, notice: web.notice(of: request))
    }

    private func facts(_ assessment: CandidateAssessment) -> Facts {
        guard let row = assessment.row else {
            return Facts([Fact("Stand", "nog niet beoordeeld"), Fact("Geldig", "24 maanden na het invullen")])
        }
        let all = assessment.framework.indicators(of: row.form).count
        var facts = [
            Fact("Begonnen", web.world.time.today(at: row.startedAt).dutchLong),
            Fact("Geldig tot en met", row.validUntilOn.dutchLong),
            Fact("Vragenlijst", "versie \(row.frameworkVersion), \(row.form.dutchName)"),
            Fact("Jij", "\(assessment.scores.count { $0.kind == .candidate }) van \(all) zinnen"),
        ]
        let assessors = Dictionary(grouping: assessment.scores.filter { $0.kind == .assessor }) {
            $0.staffName ?? "onbekend"
        }
        facts += assessors.sorted { $0.key < $1.key }.map {
            Fact("Beoordelaar", "\($0.key): \($0.value.count) van \(all) zinnen")
        }
        return Facts(facts)
    }

    @Sendable private func askSecond(_ request: Request, _ context: CandidateContext) async throws -> Response {
        guard let framework = web.reference.framework else { throw NotFound() }
        var form = Form(context.formData)
        let submission = form.submissionID()
        try form.finish()
        let path = try await ScoreOwnBehaviour(world: web.world, framework: framework).askSecondAssessor(
            by: context.session.candidateID,
            submission: submission
        )
        return web.seeOther(path, notice: .secondAssessorAsked)
    }

    // MARK: Own scores

    private func edit(_ form: AssessmentForm, _ context: CandidateContext) async throws -> Response {
        let found = try await read(context)
        var values: [String: [String]] = ["opmerking": [found.assessment.row?.candidateRemark ?? ""]]
        for score in found.assessment.scores where score.kind == .candidate {
            values["zelf-\(score.indicator)"] = [score.level.map { "\($0.rawValue)" } ?? ScoreRow.notSeen]
        }
        return try page(form, found.assessment, FormEntries(values: values), context)
    }

    private func page(
        _ form: AssessmentForm,
        _ assessment: CandidateAssessment,
        _ entered: FormEntries,
        _ context: CandidateContext,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil
    ) throws -> Response {
        let framework = web.reference.framework ?? assessment.framework
        let shown = framework.indicators(of: form)
        let areas = CompetenceArea.allCases.compactMap { area -> AssessmentFormPage.Area? in
            let rows = shown.filter { $0.area == area }.map { indicator in
                let name = "zelf-\(indicator.code)"
                return ScoreRow(
                    name: name,
                    area: nil,
                    statement: indicator.text,
                    selected: entered.value(name),
                    error: entered.error(name)
                )
            }
            guard !rows.isEmpty else { return nil }
            return .init(
                name: CaseSentences.capitalised(area.dutchName),
                description: web.reference.areaDescriptions[area] ?? "",
                rows: rows
            )
        }
        let isCurrent = assessment.row?.frameworkVersion == framework.version
        return try web.page(
            OwnScoresPage(
                isShort: form == .short,
                areas: areas,
                entered: entered,
                version: isCurrent ? assessment.row?.version ?? 0 : 0,
                submissionID: web.freshID
            ),
            context,
            status: status,
            notice: notice
        )
    }

    private func save(_ form: AssessmentForm, _ context: CandidateContext) async throws -> Response {
        guard let framework = web.reference.framework else { throw NotFound() }
        do {
            var data = Form(context.formData)
            let submission = data.submissionID()
            let version = data.int("versie", label: "Versie", in: 0...Int(Int32.max))
            let scores = Self.scores(&data, framework, form)
            let remark = data.optionalText("opmerking", label: "Opmerking", maxLength: 2_000) ?? ""
            try data.finish()
            let path = try await ScoreOwnBehaviour(world: web.world, framework: framework)(
                scores,
                remark: remark,
                form: form,
                version: version,
                by: context.session.candidateID,
                submission: submission
            )
            return web.seeOther(path, notice: .ownScores)
        } catch let rejected as Rejected {
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try page(form, try await read(context).assessment, entered, context, status: .badRequest)
        } catch let conflict as Conflict {
            return try page(
                form,
                try await read(context).assessment,
                FormEntries(values: context.formData.values),
                context,
                status: .conflict,
                notice: Notice(.error, text: conflict.message)
            )
        }
    }

    /// Every answered statement; what was left open is absent.
    private static func scores(
        _ data: inout Form,
        _ framework: AssessmentFramework,
        _ form: AssessmentForm
    ) -> [String: SupervisionLevel?] {
        framework.indicators(of: form).reduce(into: [:]) { scores, indicator in
            let score = data.parsed(
                "zelf-\(indicator.code)",
                label: "Score",
                required: false,
                message: "Kies een van de zes antwoorden."
            ) { text -> SupervisionLevel?? in
                if text == ScoreRow.notSeen { return .some(nil) }
                return Int(text).flatMap { SupervisionLevel(rawValue: $0) }.map { .some($0) }
            }
            if let score { scores[indicator.code] = .some(score) }
        }
    }

    // MARK: To take along

    private enum DownloadForm: String { case json, html }

    @Sendable private func download(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let form = try Query(request).choice("vorm", DownloadForm.self) ?? .html
        let found = try await read(context, notesDownload: true)
        guard let row = found.assessment.row else { throw NotFound() }
        let copy = AssessmentCopy(web: web, candidate: found.candidate, assessment: found.assessment)
        let document = try AssessmentDocument(copy.contents(row), secrets: web.world.secrets)
        if form == .json {
            return .download(
                filename: "beoordeling-\(web.world.today.iso8601).json",
                contentType: "application/json; charset=utf-8",
                bytes: try document.json()
            )
        }
        return try web.page(copy.page(document), context)
    }
}
