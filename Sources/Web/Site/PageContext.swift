import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Store

extension PageContext {
    /// The reference in the path; a text that is none is an address that does not exist.
    func pathReference(_ name: String = "kenmerk") throws -> Reference {
        guard let text = parameters.get(name), let reference = Reference(typed: text) else { throw NotFound() }
        return reference
    }

    /// Who looks, as row-level security knows them.
    var acting: Acting {
        switch visitor {
        case .staff(let session):
            guard let assignment = session.assignment else { return .person(session.staffMemberID) }
            return .staff(session.staffMemberID, as: assignment)
        case .candidate(let session): return .candidate(session.candidateID)
        case nil: return .visitor
        }
    }
}

extension Session {
    /// Who acts in the database: this person in the role worn now, or the person alone.
    var acting: Acting {
        assignment.map { .staff(staffMemberID, as: $0) } ?? .person(staffMemberID)
    }
}
