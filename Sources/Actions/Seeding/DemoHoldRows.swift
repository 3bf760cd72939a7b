import Domain
import Foundation
import Matching
import Postgres
import Store

// Proposals and referrals with what they hold.
extension DemoCaseRows {
    func add(
        _ proposal: DemoProposal,
        of demo: DemoCase,
        _ seats: DemoSeats,
        to rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        let place = seats.places[proposal.seat.place]
        let profile = place.profile
        rows.add(
            .proposals,
            [
                proposal.id, proposal.reference, demo.profile.caseID, demo.team.id, profile.id, profile.practiceID,
                proposal.state, false, proposal.openedAt, proposal.dueOn, proposal.seat.startOn, proposal.seat.endOn,
                proposal.fit?.total, proposal.fit?.distanceInHectometres, proposal.fit == nil ? nil : proposal.rank,
                proposal.rank > 1 ? words.sentence("choice_reason", &random) : "", proposal.answeredAt,
                proposal.interviewOn, proposal.declineReason, proposal.answerNote, proposal.notBeforeOn,
                proposal.practiceYesAt, proposal.candidateYesAt, proposal.schoolYesAt,
                proposal.state == .open ? 1 : 2,
            ]
        )
        rows.add(
            .placementParts,
            [
                random.uuid(at: proposal.openedAt), proposal.id, demo.team.id, profile.id,
                profile.seats[proposal.seat.seat].id, profile.weekdays, proposal.seat.startOn, proposal.seat.endOn,
                profile.hoursPerWeek, place.supervisorIDs.first, profile.employer,
            ]
        )
        let state: OccupationState =
            switch proposal.state {
            case .open, .interview: .held
            case .agreed: .taken
            case .declined, .notNow, .lapsed, .withdrawn: .released
            }
        occupy(
            proposal.seat,
            profile,
            state,
            until: clock.end(of: proposal.dueOn),
            at: proposal.openedAt,
            proposal: proposal.id,
            to: &rows,
            &random
        )
    }

    func add(
        _ referral: DemoReferral,
        hop: Int,
        of demo: DemoCase,
        _ seats: DemoSeats,
        to rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        let profile = seats.places[referral.seat.place].profile
        let assessment = demo.assessment.flatMap { $0.at <= referral.openedAt ? $0.id : nil }
        rows.add(
            .referrals,
            [
                referral.id, referral.reference, demo.profile.caseID, demo.profile.candidateID, demo.team.id,
                referral.sender.id, referral.sender.region, referral.receivingRegion, referral.receiver?.id,
                referral.consent, assessment, hop, nil, referral.motivation, referral.state, referral.openedAt,
                referral.dueOn, referral.answeredAt, referral.answeredBy, referral.declineReason, "", nil,
                referral.state == .open ? 1 : 2,
            ]
        )
        rows.add(
            .referralPlaces,
            [
                referral.id, profile.id, 1, referral.fit.total, referral.fit.distanceInHectometres,
                referral.seat.startOn, referral.seat.endOn,
            ]
        )
        occupy(
            referral.seat,
            profile,
            referral.holds ? .held : .released,
            until: clock.end(of: referral.dueOn),
            at: referral.openedAt,
            referral: referral.id,
            to: &rows,
            &random
        )
    }

    private func occupy(
        _ seat: DemoSeat,
        _ place: PlaceProfile,
        _ state: OccupationState,
        until: Date,
        at moment: Date,
        proposal: UUID? = nil,
        referral: UUID? = nil,
        to rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        for day in place.weekdays.days {
            rows.add(
                .seatOccupations,
                [
                    random.uuid(at: moment), place.seats[seat.seat].id, place.id, day.rawValue.trailingZeroBitCount + 1,
                    "[\(seat.startOn.iso8601),\(seat.endOn.iso8601))", state, state == .held ? until : nil, proposal,
                    referral,
                ]
            )
        }
    }
}
