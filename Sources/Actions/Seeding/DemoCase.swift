import Domain
import Foundation
import Matching

/// A case of the fictional country while its past is being made.
struct DemoCase {
    /// From a moment on, the case is in a state and somebody's turn.
    struct Step {
        let state: CaseState
        let at: Date
        let owner: CaseOwner
        let dueOn: CalendarDate?
        let team: DemoTeam
    }

    struct Event {
        let at: Date
        let kind: CaseEventKind
        let facts: [String: String]
        let team: DemoTeam
        let by: StaffMember.ID?
    }

    struct Consent {
        let id: UUID
        /// Nil: all neighbours of the region that has the case.
        let region: RegionCode?
        let givenAt: Date
        let by: StaffMember.ID
    }

    var candidate: DemoCandidate
    let reference: Reference
    let candidateReference: Reference
    let originTeam: DemoTeam
    /// The team that has the case now.
    var team: DemoTeam
    var coordinator: StaffMember.ID
    var hasPriority = false
    var watchReason: WatchReason?
    var withdrawalReason: WithdrawalReason?
    var placedProposal: UUID?
    var stop: (on: CalendarDate, by: String, reason: String)?
    var steps: [Step] = []
    var events: [Event] = []
    var consents: [Consent] = []
    var proposals: [DemoProposal] = []
    var referrals: [DemoReferral] = []
    var assessment: DemoAssessment?
    /// Tries that reached nobody, for whoever cannot be reached.
    var failedTries: [Date] = []

    var profile: CandidateProfile { candidate.profile }

    mutating func note(_ kind: CaseEventKind, at moment: Date, _ facts: [String: String] = [:], byNobody: Bool = false)
    {
        events.append(Event(at: moment, kind: kind, facts: facts, team: team, by: byNobody ? nil : coordinator))
    }
}

/// A seat of a place in a period, on all days of the place.
struct DemoSeat {
    /// Index into the list of places.
    let place: Int
    let seat: Int
    let startOn: CalendarDate
    /// The first day after it.
    let endOn: CalendarDate
}

struct DemoProposal {
    let id: UUID
    let reference: Reference
    let seat: DemoSeat
    let fit: Fit?
    let rank: Int
    let openedAt: Date
    var dueOn: CalendarDate
    var state: ProposalState = .open
    var answeredAt: Date?
    var interviewOn: CalendarDate?
    var declineReason: PracticeDeclineReason?
    var notBeforeOn: CalendarDate?
    var answerNote = ""
    var practiceYesAt: Date?
    var candidateYesAt: Date?
    var schoolYesAt: Date?
}

struct DemoReferral {
    let id: UUID
    let reference: Reference
    let sender: DemoTeam
    let receivingRegion: RegionCode
    let consent: UUID
    let seat: DemoSeat
    let fit: Fit
    let motivation: String
    let openedAt: Date
    let dueOn: CalendarDate
    var state: ReferralState = .open
    var receiver: DemoTeam?
    var answeredAt: Date?
    var answeredBy: StaffMember.ID?
    var declineReason: ReferralDeclineReason?
    /// The seat stays held: the referral is open, or was accepted and its proposal has not come yet.
    var holds = true
}

/// A filled-in assessment with its levels.
struct DemoAssessment {
    struct Scores {
        let assessor: UUID
        let by: StaffMember.ID?
        /// Per indicator 1…5; nil is not seen.
        let values: [(indicator: String, score: Int?)]
    }

    let id: UUID
    let form: AssessmentForm
    let at: Date
    let on: CalendarDate
    let remark: String
    let scores: [Scores]
    /// Sum and number of the assessors' scores per area.
    let sums: [(sum: Int, count: Int)]
    let levels: [AreaLevel]
}

/// Makes assessments around what route and year let one expect.
struct DemoAssessments {
    let geography: DemoGeography
    let words: DemoWords

    func make(
        for profile: CandidateProfile,
        by coordinators: [StaffMember.ID],
        on day: CalendarDate,
        at moment: Date,
        form: AssessmentForm,
        _ random: inout DemoRandom
    ) -> DemoAssessment {
        let framework = geography.framework
        let expected = framework.levels(route: profile.route, studyYear: profile.studyYear)?.defaults
        let talent = random.int(-4...7)
        let areas = CompetenceArea.allCases.map { area in
            min(48, max(11, (expected?[area.index] ?? 20) + talent + random.int(-5...6)))
        }
        let second = random.chance(12) && coordinators.count > 1
        let judges: [StaffMember.ID?] =
            (random.chance(85) ? [nil] : []) + coordinators.prefix(second ? 2 : 1).map { $0 }
        var sums = Array(repeating: (sum: 0, count: 0), count: CompetenceArea.count)
        var all: [IndicatorScore] = []
        let scores = judges.map { judge in
            let values = framework.indicators(of: form).map { indicator -> (indicator: String, score: Int?) in
                let tenths = areas[indicator.area.index] + random.int(-7...7) + (judge == nil ? random.int(-4...8) : 0)
                // In the short form an unseen indicator would leave its area without a level.
                let score = form == .full && random.chance(7) ? nil : min(5, max(1, rounded(max(0, tenths), over: 10)))
                if judge != nil, let score {
                    sums[indicator.area.index].sum += score
                    sums[indicator.area.index].count += 1
                }
                all.append(
                    IndicatorScore(
                        indicator: indicator.code,
                        by: judge == nil ? .candidate : .assessor,
                        level: score.flatMap(SupervisionLevel.init(rawValue:))
                    )
                )
                return (indicator.code, score)
            }
            return DemoAssessment.Scores(assessor: random.uuid(at: moment), by: judge, values: values)
        }
        return DemoAssessment(
            id: random.uuid(at: moment),
            form: form,
            at: moment,
            on: day,
            remark: random.chance(25) ? words.sentence("candidate_remark", &random) : "",
            scores: scores,
            sums: sums,
            levels: framework.areaLevels(scores: all, route: profile.route, studyYear: profile.studyYear)
        )
    }
}
