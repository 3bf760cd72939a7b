import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Store

extension StaffRole {
    /// Where someone in this role begins.
    package var startPath: String {
        switch self {
        case .coordinator: "/werklijst"
        case .organisationAdministrator: "/organisatie"
        case .projectLeader: "/subsidie/aanvragen"
        case .fund, .fundAdministrator: "/fonds"
        case .schoolContact: "/school"
        }
    }
}
