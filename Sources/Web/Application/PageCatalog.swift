import Accounts
import Cases
import Foundation
import LearningNetwork
import PageKit
import Places
import Scheme
import Site

/// The rooms of the site, put together here and nowhere else.
enum PageCatalog {
    static var rooms: [any Room.Type] {
        [
            CasesRoom.self, PlacesRoom.self, AccountsRoom.self, LearningNetworkRoom.self, SchemeRoom.self,
        ]
    }

    /// Every page there is.
    static var pages: [any Page.Type] {
        rooms.flatMap { $0.pages } + SitePages.all + StartPages.all + CountPages.all + DemoMailPages.all
    }

    /// Where the templates of all pages are.
    static var templateFolders: [URL?] {
        [TemplateSources.sharedFolder, SitePages.templates] + rooms.map { $0.templates }
            + [Bundle.module.resourceURL?.appendingPathComponent("Templates")]
    }
}
