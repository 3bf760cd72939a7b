import Actions
import Domain
import HTTPBase
import PageKit
import Site
import Store

/// The form of a training place: its lists, what stands in it, and the draft that comes out.
enum PlaceForm {
    static func lists(
        _ reference: ReferenceData,
        supervisors: [PracticePeopleStore.SupervisorRow],
        own region: RegionCode
    ) -> TrainingPlaceFormPage.Lists {
        // Schools of the own region come first: those are the ones people look for.
        let schools =
            reference.schools.filter { $0.regionCode == region } + reference.schools.filter { $0.regionCode != region }
        return TrainingPlaceFormPage.Lists(
            kinds: PlacementKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            roles: reference.roles.map { Option(value: $0.code, label: $0.name) },
            qualifications: reference.qualifications.map { Option(value: $0.crebo, label: "\($0.name) (\($0.crebo))") },
            routes: LearningRoute.allCases.map { Option(value: "\($0.set.rawValue)", label: $0.dutchName) },
            employers: EmployerOfRecord.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            schools: schools.map { Option(value: "\($0.id)", label: $0.name) },
            supervisors: supervisors.map {
                Option(
                    value: "\($0.id)",
                    label: "\($0.name) (\($0.weekdays.isEmpty ? "dagen onbekend" : $0.weekdays.dutchName))"
                )
            },
            offers: reference.wishes.filter(\.isStatedByCandidate).map {
                Option(value: "\($0.mask)", label: $0.propertySentence)
            },
            wishes: reference.wishes.filter { !$0.isStatedByCandidate }.map {
                Option(value: "\($0.mask)", label: $0.sentence)
            },
            activities: reference.activities.map { Option(value: $0.code, label: $0.name) }
        )
    }

    /// What is right most often, so that entering a place takes a minute: the next school year, a half-year placement of
    /// three days with every supervisor, each activity every week.
    static func defaults(
        today: CalendarDate,
        supervisors: [PracticePeopleStore.SupervisorRow],
        reference: ReferenceData,
        teamSize: Int?
    ) -> [String: [String]] {
        let role = reference.roles.first?.code ?? ""
        let crebo = reference.qualifications.first { $0.name.lowercased() == reference.roleName(role).lowercased() }?
            .crebo
        let start = nextSeason(after: today)
        var values = values(
            TrainingPlaceDraft(
                kind: .placement,
                role: role,
                crebo: crebo,
                routes: [.bol, .bbl],
                studyYears: StudyYearSet([1, 2, 3]),
                earliestStartOn: start,
                latestStartOn: start + 30,
                weeksLeast: 10,
                weeksOffered: 20,
                weekdays: .workweek,
                hoursPerWeek: 24,
                teamSize: teamSize,
                employer: .practice,
                supervisorIDs: Set(supervisors.map(\.id))
            )
        )
        for activity in reference.activities { values["activiteit_\(activity.code)"] = ["2"] }
        return values
    }

    /// The next 1 September or 1 February that is at least six weeks away.
    private static func nextSeason(after today: CalendarDate) -> CalendarDate {
        let candidates = (today.year...today.year + 1).flatMap { year in
            [CalendarDate(year: year, month: 2, day: 1), CalendarDate(year: year, month: 9, day: 1)].compactMap(\.self)
        }
        return candidates.first { $0 - today >= 42 } ?? today + 42
    }

    /// A stored offer as the form's fields.
    static func values(_ draft: TrainingPlaceDraft) -> [String: [String]] {
        func bits(_ mask: UInt32) -> [String] { (0..<31).filter { mask & (1 << $0) != 0 }.map { String(1 << $0) } }
        var values: [String: [String]] = [
            "soort": [draft.kind.rawValue], "rol": [draft.role], "crebo": [draft.crebo ?? ""],
            "routes": bits(UInt32(draft.routes.rawValue)), "leerjaren": bits(UInt32(draft.studyYears.rawValue)),
            "vroegst": [draft.earliestStartOn.dutchNumeric], "laatst": [draft.latestStartOn.dutchNumeric],
            "weken_minst": ["\(draft.weeksLeast)"], "weken": ["\(draft.weeksOffered)"],
            "dagen": bits(UInt32(draft.weekdays.rawValue)), "uren": ["\(draft.hoursPerWeek)"],
            "plaatsen": ["\(draft.seats)"], "werkgever": [draft.employer.rawValue],
            "begeleiders": draft.supervisorIDs.sorted().map(\.description),
            "scholen": draft.schoolIDs.sorted().map(\.description),
            "kansen": (draft.canFinish ? ["afmaken"] : []) + (draft.hasJobProspect ? ["baan"] : []),
            "biedt": bits(draft.offers), "wenst": bits(draft.wishes), "voorwaarden": [draft.preconditions],
            "contact": [draft.contactRule], "stand": [draft.state.rawValue],
        ]
        values["gereserveerd"] = draft.reservedForSchoolID.map { [$0.description] }
        values["gereserveerd_tot"] = draft.reservedUntilOn.map { [$0.dutchNumeric] }
        values["team"] = draft.teamSize.map { ["\($0)"] }
        values["niet_voor"] = draft.notBeforeOn.map { [$0.dutchNumeric] }
        values["maanden"] = draft.monthsBetweenLearners.map { ["\($0)"] }
        for (code, frequency) in draft.activities { values["activiteit_\(code)"] = ["\(frequency.rawValue)"] }
        return values
    }

    /// What was typed, with every activity set to one frequency.
    static func values(_ data: FormData, preset: String) -> [String: [String]] {
        data.values.reduce(into: [:]) { found, field in
            found[field.key] = field.key.hasPrefix("activiteit_") ? [preset] : field.value
        }
    }

    /// - Throws: `Rejected` with every wrong field at once.
    static func draft(_ form: inout Form, isNew: Bool = true, web: WebServices) throws -> TrainingPlaceDraft {
        let kind = isNew ? form.choice("soort", PlacementKind.self, label: "Soort plek") : .placement
        let isShort = kind?.isShort ?? false || !isNew
        let routes = form.bits("routes", label: "Leerroutes", allowed: 7, required: !isShort)
        let years = form.bits("leerjaren", label: "Leerjaren", allowed: 15, required: !isShort)
        let earliest = form.date("vroegst", label: "Vroegste begindatum")
        let latest = form.date("laatst", label: "Laatste begindatum")
        let weeksLeast = form.int("weken_minst", label: "Het minste aantal weken", in: 1...208)
        let weeks = form.int("weken", label: "Het aantal weken", in: 1...208)
        let weekdays = form.bits("dagen", label: "Dagen", allowed: 127)
        let hours = form.int("uren", label: "Uren per week", in: 1...40)
        let employer = form.choice("werkgever", EmployerOfRecord.self, label: "Werkgever bij BBL")
        let state = isNew ? form.choice("stand", TrainingPlaceState.self, label: "Stand") : .draft
        let role = form.optionalText("rol", label: "Beroep") ?? ""
        let crebo = form.optionalText("crebo", label: "Opleiding", maxLength: 5)
        let school = form.parsed(
            "gereserveerd",
            label: "School",
            required: false,
            message: "Kies een school uit de lijst."
        ) { School.ID($0) }
        let reservedUntil = form.optionalDate("gereserveerd_tot", label: "Gereserveerd tot en met")
        let team = form.optionalInt("team", label: "Mensen in het team", in: 1...500)
        let notBefore = form.optionalDate("niet_voor", label: "Niet benaderen voor")
        let months = form.optionalInt("maanden", label: "Tijd tussen twee leerlingen", in: 1...60)
        let seats = isNew ? form.int("plaatsen", label: "Aantal plaatsen", in: 1...50) : 1
        let offers = form.bits("biedt", label: "Wat past bij de praktijk", allowed: Int(Int32.max), required: false)
        let wishes = form.bits("wenst", label: "Wensen", allowed: Int(Int32.max), required: false)
        let preconditions = form.optionalText("voorwaarden", label: "Afspraken vooraf", maxLength: 2_000) ?? ""
        let contactRule = form.optionalText("contact", label: "Wie mag wie benaderen", maxLength: 500) ?? ""
        let schools = ids("scholen", "Scholen", School.ID.self, &form)
        let supervisors = ids("begeleiders", "Begeleiders", Supervisor.ID.self, &form)
        let activities = activities(&form, web.reference)
        guard form.isValid, let kind, let earliest, let latest, let employer, let state else { throw form.rejected }
        let chances = form.data.all("kansen")
        let draft = TrainingPlaceDraft(
            kind: kind,
            role: role,
            crebo: crebo,
            routes: RouteSet(rawValue: UInt8(routes)),
            studyYears: StudyYearSet(rawValue: UInt8(years)),
            earliestStartOn: earliest,
            latestStartOn: latest,
            weeksLeast: weeksLeast,
            weeksOffered: weeks,
            weekdays: WeekdaySet(rawValue: UInt8(weekdays)),
            hoursPerWeek: hours,
            teamSize: team,
            employer: employer,
            reservedForSchoolID: school,
            reservedUntilOn: reservedUntil,
            canFinish: chances.contains("afmaken"),
            hasJobProspect: chances.contains("baan"),
            wishes: UInt32(wishes),
            offers: UInt32(offers),
            preconditions: preconditions,
            contactRule: contactRule,
            notBeforeOn: notBefore,
            monthsBetweenLearners: months,
            state: state == .open ? .open : .draft,
            seats: seats,
            schoolIDs: schools,
            activities: activities,
            supervisorIDs: supervisors
        )
        // What an existing place is, its action knows; here only a new one is complete.
        let problems = isNew ? draft.problems() : []
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        return draft
    }

    private static func ids<Tag>(
        _ name: String,
        _ label: String,
        _: Identifier<Tag>.Type,
        _ form: inout Form
    ) -> Set<Identifier<Tag>> {
        let texts = form.data.all(name)
        let ids = texts.compactMap { Identifier<Tag>($0) }
        if ids.count < texts.count { form.reject(name, "Kies bij \(label.lowercased()) alleen iets uit de lijst.") }
        return Set(ids)
    }

    private static func activities(_ form: inout Form, _ reference: ReferenceData) -> [String: Frequency] {
        var found: [String: Frequency] = [:]
        for activity in reference.activities {
            guard let text = form.data["activiteit_\(activity.code)"] else { continue }
            guard let frequency = Int(text).flatMap(Frequency.init(rawValue:)) else {
                form.reject("activiteiten", "Kies bij \(activity.name) een van de vier.")
                continue
            }
            found[activity.code] = frequency
        }
        return found
    }
}
