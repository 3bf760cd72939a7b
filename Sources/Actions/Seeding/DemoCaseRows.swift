import Domain
import Foundation
import Matching
import Postgres
import Store

/// Turns a finished case into rows; everything of it belongs to the team that has it now.
struct DemoCaseRows {
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock

    func add(_ demo: DemoCase, _ seats: DemoSeats, to rows: inout DemoRows, _ random: inout DemoRandom) {
        guard let first = demo.steps.first, let last = demo.steps.last else { return }
        addCandidate(demo, openedAt: first.at, to: &rows, &random)
        addCase(demo, first, last, to: &rows, &random)
        addSteps(demo, to: &rows)
        addContacts(demo, from: first.at, until: last.at, to: &rows, &random)
        addEvents(demo, to: &rows, &random)
        if let assessment = demo.assessment { add(assessment, of: demo, to: &rows) }
        for proposal in demo.proposals { add(proposal, of: demo, seats, to: &rows, &random) }
        for (index, referral) in demo.referrals.enumerated() {
            add(referral, hop: index + 1, of: demo, seats, to: &rows, &random)
        }
    }

    private func addCandidate(
        _ demo: DemoCase,
        openedAt: Date,
        to rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        let (person, profile, team) = (demo.candidate, demo.profile, demo.team.id)
        rows.add(
            .candidates,
            [
                profile.candidateID, demo.candidateReference, team, person.background, person.town.municipality,
                profile.location.x, profile.location.y, profile.location.z, person.travelMeans,
                profile.travelLimitInKilometres, person.telephoneDutch, true, openedAt, 1,
            ]
        )
        rows.add(
            .candidateIdentities,
            [
                profile.candidateID, team, person.name.givenName, person.name.prefix, person.name.familyName,
                person.bornOn, words.mail(person.name, "candidate", &random), words.phone("mobile", &random),
                person.priorEducation, person.priorWork, person.schoolContact,
            ]
        )
        let willing = Set(person.offersToRegions + demo.referrals.map(\.receivingRegion)).sorted()
        for region in willing where region != demo.originTeam.region {
            rows.add(.candidateRegions, [profile.candidateID, team, region])
        }
        for consent in demo.consents {
            rows.add(
                .consents,
                [
                    consent.id, profile.candidateID, team, consent.region, 1,
                    random.weighted([(ConsentChannel.phone, 70), (.onScreen, 20), (.mail, 10)]), consent.by,
                    consent.givenAt, nil,
                ]
            )
        }
        for _ in 0..<random.int(0...2) {
            let at =
                openedAt + Double(random.below(max(1, Int(clock.midnight(clock.today).timeIntervalSince(openedAt)))))
            rows.add(
                .candidateReads,
                [random.uuid(at: at), profile.candidateID, team, random.pick(demo.team.coordinators), at, "placing"]
            )
        }
    }

    private func addCase(
        _ demo: DemoCase,
        _ first: DemoCase.Step,
        _ last: DemoCase.Step,
        to rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        let (profile, team) = (demo.profile, demo.team)
        let origin = random.weighted([("team", 60), ("self", 25), ("school_request", 10), ("import", 5)])
        let programme =
            profile.schoolID == nil
            ? "" : "Doktersassistent \(profile.route.dutchName)"
        let className =
            profile.schoolID == nil || profile.route == .thirdRoute
            ? "" : "DA\(profile.studyYear)\(random.pick(["A", "B", "C"]))"
        let standIn = random.chance(20) ? team.coordinators.first { $0 != demo.coordinator } : nil
        rows.add(
            .caseFiles,
            [
                profile.caseID, demo.reference, profile.candidateID, team.id, team.region, demo.originTeam.id,
                demo.originTeam.region, origin, demo.coordinator, standIn, profile.kind, profile.route,
                profile.studyYear, profile.role, profile.qualification, profile.schoolID, programme, className,
                demo.candidate.schoolWeekdays, profile.wishedStartOn, profile.earliestStartOn, profile.latestStartOn,
                profile.weeksNeeded, profile.weeksWanted, profile.weekdays, profile.weekdaysLeast,
                profile.weekdaysWanted, profile.hoursLeast, profile.hoursMost, demo.candidate.payer,
                Int(profile.wishes), Int(profile.offers), demo.hasPriority,
                demo.steps.count > 1 ? demo.steps[demo.steps.count - 2].state : nil, last.state, last.at, last.owner,
                last.dueOn, demo.watchReason, demo.withdrawalReason, demo.placedProposal, first.at,
                last.state.isTerminal ? last.at : nil, true, demo.steps.count,
            ]
        )
        if let stop = demo.stop {
            rows.add(
                .caseStops,
                [random.uuid(at: clock.midnight(stop.on)), profile.caseID, team.id, stop.on, stop.by, stop.reason]
            )
        }
    }

    private func addSteps(_ demo: DemoCase, to rows: inout DemoRows) {
        for (index, step) in demo.steps.enumerated() where step.state.isOpen {
            let until = index + 1 < demo.steps.count ? demo.steps[index + 1].at : nil
            rows.add(
                .caseSpans,
                [demo.profile.caseID, demo.team.id, step.team.id, step.state, step.owner, step.dueOn, step.at, until]
            )
        }
    }

    private func addContacts(
        _ demo: DemoCase,
        from begin: Date,
        until end: Date,
        to rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        func add(_ at: Date, _ party: String, reached: Bool, _ random: inout DemoRandom) {
            rows.add(
                .caseContacts,
                [
                    random.uuid(at: at), demo.profile.caseID, demo.team.id, demo.coordinator, at, party,
                    random.weighted([("phone", 75), ("mail", 15), ("message", 10)]), reached,
                    words.note(party, reached: reached, &random),
                ]
            )
        }
        for at in demo.failedTries { add(at, "candidate", reached: false, &random) }
        guard demo.failedTries.isEmpty else { return }
        let seconds = max(1, Int(clock.midnight(clock.today).timeIntervalSince(begin)))
        for _ in 0..<random.weighted([(0, 25), (1, 30), (2, 25), (3, 20)]) {
            let day = AmsterdamTime().today(at: begin + Double(random.below(seconds)))
            let at = max(begin, clock.moment(clock.before(day + 1, workingDays: 1), &random))
            let parties =
                demo.proposals.isEmpty ? ["candidate", "candidate", "school"] : ["candidate", "practice", "school"]
            add(
                at,
                demo.referrals.isEmpty ? random.pick(parties) : random.pick(parties + ["region"]),
                reached: random.chance(72),
                &random
            )
        }
    }

    private func addEvents(_ demo: DemoCase, to rows: inout DemoRows, _ random: inout DemoRandom) {
        // A stable sort: what was noted first stays first.
        let sorted = demo.events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        for (index, event) in sorted.map(\.element).enumerated() {
            let facts = event.facts.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
            rows.add(
                .caseEvents,
                [
                    random.uuid(at: event.at), demo.profile.caseID, demo.team.id, index + 1, event.at, event.by,
                    event.by == nil ? nil : event.team.id, event.kind, JSONText("{\(facts.joined(separator: ","))}"),
                ]
            )
        }
    }

    private func add(_ assessment: DemoAssessment, of demo: DemoCase, to rows: inout DemoRows) {
        let (team, version) = (demo.team.id, geography.framework.version)
        rows.add(
            .assessments,
            [
                assessment.id, demo.profile.candidateID, team, version, assessment.form, assessment.at,
                assessment.at, assessment.on.adding(months: Assessment.validMonths), assessment.remark, 1,
            ]
        )
        for scores in assessment.scores {
            rows.add(
                .assessors,
                [
                    scores.assessor, assessment.id, team, scores.by == nil ? AssessorKind.candidate : .assessor,
                    scores.by,
                ]
            )
            for (indicator, score) in scores.values {
                rows.add(
                    .assessmentScores,
                    [scores.assessor, assessment.id, team, version, indicator, score, assessment.at]
                )
            }
        }
        for area in CompetenceArea.allCases where assessment.sums[area.index].count > 0 {
            let (sum, count) = assessment.sums[area.index]
            rows.add(
                .assessmentLevels,
                [assessment.id, team, area, assessment.levels[area.index].tenths, sum, count]
            )
        }
    }
}
