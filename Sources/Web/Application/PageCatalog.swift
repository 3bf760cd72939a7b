import Foundation
import PageKit

/// Every page there is. Each area declares its own pages beside them and adds one line here.
enum PageCatalog {
    /// Where the templates of all pages are.
    static var templateFolders: [URL?] {
        [TemplateSources.sharedFolder, Bundle.module.resourceURL?.appendingPathComponent("Templates")]
    }

    static var pages: [any Page.Type] {
        []
            + StartPages.all
            + RankingPages.all
            + TrainingPlacePages.all
            + PracticePages.all
            + RegionPages.all
            + ProposalPages.all
            + PracticeAnswerPages.all
            + DemoMailPages.all
            + ReferralPages.all
            + WorkListPages.all
            + ConsentPages.all
            + CandidatePages.all
            + AssessmentPages.all
            + OfferPlacePages.all
            + ImportPages.all
            + ProviderPages.all
            + AccountPages.all
            + StaffPages.all
            + CountPages.all
            + OwnDataFilePages.all
            + ProjectPages.all
            + BottleneckPages.all
            + OpenDataPages.all
            + OwnFilePages.all
            + BulkPlacePages.all
            + ApplicationPages.all
            + NetworkPages.all
    }
}
