import Domain
import HTTPBase
import Matching
import PageKit
import Site
import Store

// Words and small figures that proposals, referrals and the work list share.

extension FitBar {
    /// The bar of a fit, its parts in the fixed order.
    static func of(_ fit: Fit, model: ScoringModel, id: String, isLabelled: Bool = false) -> FitBar {
        FitBar(
            id: id,
            total: fit.shown,
            parts: Criterion.allCases.map { criterion in
                Part(
                    name: criterion.dutchName,
                    weight: model.weights[criterion],
                    points: fit.points[criterion],
                    share: fit.parts[criterion]
                )
            },
            isLabelled: isLabelled
        )
    }
}

enum CaseWords {
    /// Hectometres as kilometres with a decimal comma: "18,3 km".
    static func kilometres(_ hectometres: Int) -> String {
        hectometres >= 100 ? "\((hectometres + 5) / 10) km" : "\(hectometres / 10),\(hectometres % 10) km"
    }

    static func days(_ count: Int) -> String { count == 1 ? "1 dag" : "\(count) dagen" }

    /// A phone number as people read it, with its `tel:` address; nil when there is none.
    static func phone(_ text: String?) -> PageLink? {
        guard let text, !text.isEmpty else { return nil }
        return PageLink(PhoneNumber(text)?.description ?? text, "tel:" + text.filter { $0.isNumber || $0 == "+" })
    }

    static func phoneFact(_ name: String, _ text: String) -> Fact {
        Fact(
            name,
            PhoneNumber(text)?.description ?? text,
            url: "tel:" + text.filter { $0.isNumber || $0 == "+" }
        )
    }

    /// A fit of 0…1000 as people see it.
    static func shown(_ fit: Int) -> String { String((fit + 5) / 10) }

    static func tag(_ state: ProposalState) -> Tag {
        switch state {
        case .open, .interview: Tag(state.dutchName, .waiting)
        case .agreed: Tag(state.dutchName, .ok)
        case .declined, .notNow, .withdrawn: Tag(state.dutchName, .neutral)
        case .lapsed: Tag(state.dutchName, .overdue)
        }
    }

    static func tag(_ state: ReferralState) -> Tag {
        switch state {
        case .open: Tag(state.dutchName, .waiting)
        case .accepted: Tag(state.dutchName, .ok)
        case .declined, .withdrawn: Tag(state.dutchName, .neutral)
        case .lapsed: Tag(state.dutchName, .overdue)
        }
    }

    /// The options of a list of reasons, with the sentences of the reference data.
    static func options(_ reasons: [ReferenceStore.Reason]?) -> [Option] {
        (reasons ?? []).map { Option(value: $0.code, label: $0.sentence) }
    }
}
