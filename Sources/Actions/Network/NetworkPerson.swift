public import Domain
import Foundation
import Postgres
public import Store

/// A staff member who does something in the learning network, in the role worn now.
public struct NetworkPerson: Sendable {
    public let staffMemberID: StaffMember.ID
    public let acting: Acting
    /// The fund organises meetings too, and changes those of others.
    public let worksForFund: Bool

    public init(staffMemberID: StaffMember.ID, acting: Acting, worksForFund: Bool) {
        self.staffMemberID = staffMemberID
        self.acting = acting
        self.worksForFund = worksForFund
    }

    /// The membership, which most things need.
    /// - Throws: ``MembershipNeeded``.
    func member(on connection: Connection) async throws -> MemberStore.Row {
        guard let member = try await MemberStore.own(staffMemberID, on: connection), member.leftAt == nil else {
            throw MembershipNeeded()
        }
        return member
    }
}

/// This is for members of the learning network: one joins first.
public struct MembershipNeeded: Error, Hashable, Sendable {
    public init() {}
}

/// Turns refusals of the network's tables into what people can act on.
func explainingNetwork<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as DatabaseError {
        switch error.constraint {
        case "meeting_signups_closed":
            throw Conflict(
                code: "signup_closed",
                message: "Aanmelden kan niet meer: de bijeenkomst is geweest, gaat niet door of de lijst is gesloten."
            )
        case "good_practices_second_member":
            throw Conflict(
                code: "second_member",
                message:
                    "Een ander lid dan de schrijver en de contactpersoon keurt een goede praktijk goed. Misschien was iemand je voor."
            )
        case "good_practices_kept_by_author", "good_practices_begin_with_author":
            throw Forbidden("Alleen de schrijver en de contactpersoon wijzigen deze goede praktijk.")
        case "good_practices_contact_is_colleague":
            throw Rejected("contact", "Kies als contactpersoon iemand uit de lijst.")
        case "copies_practice_once", "copies_project_once": throw Conflict.copiedBefore
        case "copies_of_others":
            throw Conflict(
                code: "own_subject",
                message: "Dit is van jou of van je eigen organisatie. Overnemen doe je van een ander."
            )
        case "good_practices_complete":
            throw Conflict(
                code: "practice_incomplete",
                message: "Vul het probleem, de aanpak en het resultaat in. Daarna kan een tweede lezer meekijken."
            )
        case "social_map_entries_region_code_name_key":
            throw Rejected("naam", "Deze organisatie staat al op de sociale kaart van de regio.")
        default: throw error
        }
    }
}

extension Conflict {
    /// Once is enough: what came of it is said at the copy.
    static let copiedBefore = Conflict(
        code: "copied_before",
        message: "Je schreef al dat jullie dit overnemen. Vertel bij de tekst hoe het ging."
    )

    /// Someone else changed it since the page was opened.
    static let networkChanged = Conflict(
        code: "changed",
        message: "Iemand heeft dit intussen gewijzigd. Open de pagina opnieuw en kijk of jouw wijziging nog nodig is.",
        reason: .change
    )
}

/// Texts that everyone may read.
enum PublicText {
    /// - Throws: `Rejected` when a text names someone whose file the acting team has, or holds the kenmerk of a file.
    static func check(_ fields: [(name: String, text: String)], on connection: Connection) async throws {
        var errors: [FieldError] = []
        for field in fields {
            if holdsReference(field.text) {
                errors.append(
                    FieldError(
                        field: field.name,
                        message: "Hier staat een kenmerk. Iedereen kan dit lezen: haal het kenmerk weg."
                    )
                )
            } else if try await MemberStore.namesCandidate(field.text, on: connection) {
                errors.append(
                    FieldError(
                        field: field.name,
                        message: "Hier staat de naam van een kandidaat. Iedereen kan dit lezen: haal de naam weg."
                    )
                )
            }
        }
        guard errors.isEmpty else { throw Rejected(fields: errors) }
    }

    /// A word of eight letters and digits, both, whose check character is right.
    static func holdsReference(_ text: String) -> Bool {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.contains { word in
            word.count == 8 && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
                && Reference(typed: String(word)) != nil
        }
    }
}

/// The readable part of an address.
enum Slug {
    /// Lower-case letters and digits with single hyphens: `Begeleiding delen` → `begeleiding-delen`.
    ///
    /// - Parameters:
    ///   - most: so many characters at most.
    ///   - nothing: when no letter or digit is left.
    static func make(_ text: String, most: Int = 60, nothing: String = "zonder-naam") -> String {
        let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        var words: [String] = [""]
        for scalar in plain {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else if !scalar.properties.isDiacritic, scalar.properties.generalCategory != .nonspacingMark,
                words.last != ""
            {
                words.append("")
            }
        }
        var slug = ""
        for word in words where !word.isEmpty {
            if slug.isEmpty {
                slug = String(word.prefix(most))
            } else if slug.count + 1 + word.count <= most {
                slug += "-" + word
            } else {
                break
            }
        }
        return slug.isEmpty ? nothing : slug
    }
}
