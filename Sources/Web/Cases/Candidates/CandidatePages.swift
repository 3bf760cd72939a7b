import PageKit
import Site

/// The pages of a candidate, and an example of the fullest one.
enum CandidatePages {
    static let all: [any Page.Type] = [
        CandidateListPage.self, CandidateFormPage.self, CandidateRegisteredPage.self, CandidateShowPage.self,
        CandidateStepPage.self, CandidateCardPage.self,
    ]
}
