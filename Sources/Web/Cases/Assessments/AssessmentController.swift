import Actions
import Domain
import HTTPBase
import Hummingbird
import Matching
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten/{kenmerk}/beoordeling`: the uniform assessment, short and full.
struct AssessmentController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/beoordeling", use: show)
        for (path, form) in [("kort", AssessmentForm.short), ("volledig", .full)] {
            staff.get("/kandidaten/{ref}/beoordeling/\(path)") { _, context in try await self.edit(form, context) }
            staff.post("/kandidaten/{ref}/beoordeling/\(path)") { _, context in try await self.save(form, context) }
        }
    }

    private func read(_ context: SignedInContext) async throws -> (CandidateFile, CandidateAssessment) {
        let actor = try web.actor(context)
        let reference = try web.reference(context)
        return try await web.world.database.transaction(as: actor.acting) { connection in
            let found = try await web.ownCandidate(reference, actor, .assessment, on: connection)
            guard
                let assessment = try await CandidateAssessment.read(
                    found.file,
                    reference: web.reference,
                    today: web.world.today,
                    on: connection
                )
            else { throw NotFound() }
            return (found, assessment)
        }
    }

    // MARK: Overview

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (found, assessment) = try await read(context)
        return try web.page(
            AssessmentShowPage(content(found, assessment)),
            context,
            notice: web.notice(of: request)
        )
    }

    private func content(_ found: CandidateFile, _ assessment: CandidateAssessment) -> AssessmentShowPage.Content {
        let scores = assessment.scores.map(\.forMatching)
        var content = AssessmentShowPage.Content()
        content.name = found.name
        content.url = found.url
        content.tabs = web.candidateTabs(found.file, current: "/beoordeling")
        content.isAssessed = assessment.isAssessed
        content.status = status(assessment, isShortComplete: assessment.framework.isShortFormComplete(scores: scores))
        content.facts = facts(assessment)
        content.profile = assessment.figure(id: "profiel-figuur", showsOwn: true)
        content.missing = assessment.missing.map(\.dutchName)
        content.talkingPoints = assessment.framework.talkingPoints(scores: scores).map {
            AssessmentShowPage.TalkingPoint(
                statement: $0.indicator.text,
                own: $0.own.dutchName,
                assessor: $0.assessor.dutchName
            )
        }
        content.remark = assessment.row.flatMap { $0.candidateRemark.isEmpty ? nil : $0.candidateRemark }
        return content
    }

    private func status(_ assessment: CandidateAssessment, isShortComplete: Bool) -> Notice {
        if !assessment.isAssessed {
            return Notice(.info, text: assessment.note(today: web.world.today, time: web.world.time))
        }
        if isShortComplete { return Notice(.ok, text: "Elk gebied heeft een niveau.") }
        return Notice(
            .info,
            text: "Nog niet klaar: \(assessment.missing.count) van de 7 gebieden hebben nog geen niveau."
        )
    }

    private func facts(_ assessment: CandidateAssessment) -> Facts {
        let today = web.world.today
        var facts = [Fact("Versie van de vragenlijst", "\(assessment.framework.version)")]
        if let row = assessment.row {
            let all = assessment.framework.indicators(of: row.form).count
            facts.append(Fact("Vragenlijst", row.form.dutchName))
            facts.append(Fact("Begonnen", web.world.time.today(at: row.startedAt).dutchShort(seenOn: today)))
            facts.append(Fact("Geldig tot en met", row.validUntilOn.dutchShort(seenOn: today)))
            let own = assessment.scores.count { $0.kind == .candidate }
            facts.append(Fact("Kandidaat", "\(own) van \(all) zinnen"))
            let assessors = Dictionary(grouping: assessment.scores.filter { $0.kind == .assessor }) {
                $0.staffName ?? "onbekend"
            }
            facts += assessors.sorted { $0.key < $1.key }.map {
                Fact("Beoordelaar", "\($0.key): \($0.value.count) van \(all) zinnen")
            }
        } else {
            facts.append(Fact("Geldig", "\(Assessment.validMonths) maanden na het invullen"))
        }
        return Facts(facts)
    }

    // MARK: Form

    private func edit(_ form: AssessmentForm, _ context: SignedInContext) async throws -> Response {
        let (found, assessment) = try await read(context)
        let actor = try web.actor(context)
        var values: [String: [String]] = ["opmerking": [assessment.row?.candidateRemark ?? ""]]
        for score in assessment.scores where score.kind == .candidate || score.staffMemberID == actor.staffMemberID {
            let name = "\(score.kind == .candidate ? "zelf" : "score")-\(score.indicator)"
            values[name] = [score.level.map { "\($0.rawValue)" } ?? ScoreRow.notSeen]
        }
        return try page(form, found, assessment, FormEntries(values: values), context)
    }

    private func page(
        _ form: AssessmentForm,
        _ found: CandidateFile,
        _ assessment: CandidateAssessment,
        _ entered: FormEntries,
        _ context: SignedInContext,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil
    ) throws -> Response {
        let framework = web.reference.framework ?? assessment.framework
        let shown = framework.indicators(of: form)
        let areas = CompetenceArea.allCases.compactMap { area -> AssessmentFormPage.Area? in
            let rows = shown.filter { $0.area == area }.flatMap { indicator in
                [("zelf", "Kandidaat:"), ("score", "Beoordelaar:")].map { prefix, who in
                    let name = "\(prefix)-\(indicator.code)"
                    return ScoreRow(
                        name: name,
                        area: who,
                        statement: indicator.text,
                        selected: entered.value(name),
                        error: entered.error(name)
                    )
                }
            }
            guard !rows.isEmpty else { return nil }
            return AssessmentFormPage.Area(
                name: CaseSentences.capitalised(area.dutchName),
                description: web.reference.areaDescriptions[area] ?? "",
                rows: rows
            )
        }
        let isCurrent = assessment.row?.frameworkVersion == framework.version
        return try web.page(
            AssessmentFormPage(
                name: found.name,
                url: found.url,
                form: form,
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

    private func save(_ form: AssessmentForm, _ context: SignedInContext) async throws -> Response {
        guard let framework = web.reference.framework else { throw NotFound() }
        let actor = try web.actor(context)
        do {
            var data = Form(context.formData)
            let submission = data.submissionID()
            let version = data.int("versie", label: "Versie", in: 0...Int(Int32.max))
            let answers = Self.answers(&data, framework, form)
            try data.finish()
            let path = try await SaveAssessment(world: web.world, framework: framework)(
                web.reference(context),
                form: form,
                version: version,
                answers,
                by: actor,
                submission: submission
            )
            return web.seeOther(path, notice: .assessmentSaved)
        } catch let rejected as Rejected {
            let (found, assessment) = try await read(context)
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try page(form, found, assessment, entered, context, status: .badRequest)
        } catch let conflict as Conflict {
            let (found, assessment) = try await read(context)
            return try page(
                form,
                found,
                assessment,
                FormEntries(values: context.formData.values),
                context,
                status: .conflict,
                notice: Notice(.error, text: conflict.message)
            )
        }
    }

    /// Every answered statement; what was left open is absent.
    private static func answers(
        _ data: inout Form,
        _ framework: AssessmentFramework,
        _ form: AssessmentForm
    ) -> SaveAssessment.Answers {
        var answers = SaveAssessment.Answers()
        for indicator in framework.indicators(of: form) {
            for prefix in ["zelf", "score"] {
                let score = data.parsed(
                    "\(prefix)-\(indicator.code)",
                    label: "Score",
                    required: false,
                    message: "Kies een van de zes antwoorden."
                ) { text -> SupervisionLevel?? in
                    if text == ScoreRow.notSeen { return .some(nil) }
                    return Int(text).flatMap { SupervisionLevel(rawValue: $0) }.map { .some($0) }
                }
                guard let score else { continue }
                if prefix == "zelf" {
                    answers.own[indicator.code] = .some(score)
                } else {
                    answers.assessor[indicator.code] = .some(score)
                }
            }
        }
        answers.remark = data.optionalText("opmerking", label: "Opmerking", maxLength: 2_000) ?? ""
        return answers
    }
}
