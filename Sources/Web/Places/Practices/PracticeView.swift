import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// One practice as its page shows it. People and calls are seen by the teams of its region only.
struct PracticeView {
    let practice: PracticeStore.Row
    let actor: Actor
    let web: WebServices

    private var path: String { "/praktijken/\(practice.reference)" }
    private var isOwn: Bool { practice.regionCode == actor.regionCode }
    private var today: CalendarDate { web.world.today }

    func page(values: FormValues, errors: [FieldError], on connection: Connection) async throws -> PracticeShowPage {
        let recognitions = try await PracticePeopleStore.recognitions(of: practice.id, on: connection)
        let supervisors = try await PracticePeopleStore.supervisors(of: practice.id, on: connection)
        return PracticeShowPage(
            header: PageHeader(
                title: practice.name,
                lead: "\(practice.kind.dutchName.capitalisedFirst) in \(practice.town)",
                breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken")],
                action: isOwn
                    ? PageLink("Bied hier een plek aan", "/plekken/nieuw?praktijk=\(practice.reference)") : nil,
                tags: [practice.isMember ? Tag("lid", .ok) : Tag("geen lid")]
                    + Tag.fictional(practice.isFictional),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            notices: practice.isDraft
                ? [
                    Notice(
                        .warning,
                        text: "Deze praktijk is nog niet nagekeken. Bel, kijk de gegevens na en sla ze op."
                    )
                ] : [],
            facts: facts,
            notes: isOwn && !practice.notes.isEmpty ? practice.notes : nil,
            recognitions: recognitions.map { row in
                .init(
                    qualification: web.reference.qualificationName(row.crebo),
                    state: row.state(on: today).tag,
                    until: row.validUntil.map { "t/m \($0.dutchShort(seenOn: today))" } ?? "zonder einddatum",
                    checked: row.checkedOn.dutchShort(seenOn: today)
                )
            },
            supervisors: supervisors.enumerated().map { index, row in
                .init(
                    name: isOwn ? row.name : "Praktijkopleider \(index + 1)",
                    experience: PlaceWords.experience(row.monthsOfExperience),
                    isTrained: row.isTrained ? "ja" : "nee",
                    weekdays: row.weekdays.isEmpty ? "onbekend" : row.weekdays.dutchName,
                    editURL: isOwn ? "\(path)/begeleiders/\(row.id)" : nil
                )
            },
            places: try await places(on: connection),
            inside: isOwn ? try await inside(values: values, on: connection) : nil,
            region: PageLink(practice.regionName, "/regios/\(practice.regionSlug)")
        )
    }

    private var facts: Facts {
        var facts = [Fact("Kenmerk", "\(practice.reference)")]
        let address = [practice.street, "\(practice.postcode) \(practice.town)"]
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        facts.append(Fact("Adres", address.joined(separator: ", ")))
        facts.append(Fact("Gemeente", practice.municipalityName))
        if let name = practice.organisationName { facts.append(Fact("Aangesloten bij", name)) }
        if let size = practice.teamSize { facts.append(Fact("Team", "\(size) mensen")) }
        if let number = practice.chamberOfCommerce { facts.append(Fact("KvK", number)) }
        if let id = practice.companyID { facts.append(Fact("Leerbedrijf-ID", id)) }
        if isOwn { facts.append(Fact("Gegevens", "Wijzig de gegevens", url: path + "/wijzigen")) }
        return Facts(facts)
    }

    private func places(on connection: Connection) async throws -> [PracticeShowPage.Place] {
        try await TrainingPlaceListStore.list(ofPractice: practice.id, viewer: actor.regionCode, on: connection).map {
            row in
            .init(
                url: "/plekken/\(row.reference)",
                title: "\(row.kind.dutchName.capitalisedFirst), \(row.reference)",
                start: PlaceWords.start(row.earliestStartOn, row.latestStartOn, today: today),
                state: row.state.tag
            )
        }
    }

    private func inside(values: FormValues, on connection: Connection) async throws -> PracticeShowPage.Inside {
        let contacts = try await PracticePeopleStore.contacts(of: practice.id, on: connection)
        let calls = try await PracticePeopleStore.calls(of: practice.id, on: connection)
        let closings = try await PracticeStore.closings(of: practice.id, from: today, on: connection)
        let history = try await PracticeStore.proposalCounts(of: practice.id, on: connection)
        return PracticeShowPage.Inside(
            path: path,
            contacts: contacts.map { .init(function: $0.function.dutchName.capitalisedFirst, facts: $0.facts) },
            calls: calls.map { call in
                let day = web.world.time.today(at: call.calledAt)
                return TimelineItem(
                    when: day.dutchShort(seenOn: today),
                    datetime: day.iso8601,
                    title: call.wasReached ? "Gesproken" : "Niet bereikt",
                    who: call.staffName,
                    detail: call.note.isEmpty ? nil : call.note
                )
            },
            closings: closings.map { days in
                .init(
                    text: PlaceWords.start(days.lowerBound, days.upperBound, today: today).replacing(
                        " tot ",
                        with: " t/m "
                    ),
                    from: days.lowerBound.dutchNumeric,
                    action: path + "/sluitingen/weg",
                    submissionID: web.world.newUUID().uuidString
                )
            },
            history: history.map { Fact($0.state.dutchName.capitalisedFirst, "\($0.count)") },
            qualifications: web.reference.qualifications.map {
                Option(value: $0.crebo, label: "\($0.name) (\($0.crebo))")
            },
            recognitionStates: RecognitionState.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            ids: (0..<3).map { _ in web.world.newUUID().uuidString },
            values: values
        )
    }
}

extension PracticePeopleStore.Contact {
    var facts: Facts {
        Facts(
            [Fact("Naam", name)]
                + (phone.isEmpty
                    ? [] : [Fact("Telefoon", PhoneNumber(phone)?.description ?? phone, url: "tel:\(phone)")])
                + (mail.isEmpty ? [] : [Fact("E-mail", mail, url: "mailto:\(mail)")])
                + (bestTime.isEmpty ? [] : [Fact("Beste tijd", bestTime)])
        )
    }
}
