package import Actions
package import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
package import Store

extension PageContext {
    /// The reference in the path; a text that is none is an address that does not exist.
    package func pathReference(_ name: String = "kenmerk") throws -> Reference {
        guard let text = parameters.get(name), let reference = Reference(typed: text) else { throw NotFound() }
        return reference
    }

    /// Who looks, as row-level security knows them.
    package var acting: Acting {
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
    package var acting: Acting {
        assignment.map { .staff(staffMemberID, as: $0) } ?? .person(staffMemberID)
    }
}

extension SignedInContext {
    package var projectLeader: ProjectLeader {
        get throws { try ProjectLeader(session.staffMemberID, in: session.assignment) }
    }

    package var fundMember: FundMember {
        get throws { try FundMember(session.staffMemberID, in: session.assignment) }
    }
}
