import Actions
import Domain
import HTTPBase
import PageKit
import Site
import Store

/// Between the form of a candidate and a draft, both ways.
struct CandidateForm {
    typealias Field = CandidateDraft.Field

    let reference: ReferenceData
    /// The region of the team: its municipalities and neighbours come first in the lists.
    let regionCode: RegionCode

    // MARK: Reading

    /// Reads every field, so that all errors come at once.
    /// - Throws: `Rejected`.
    func read(_ form: inout Form, today: CalendarDate) throws -> CandidateDraft {
        let given = form.text(Field.givenName.rawValue, label: "Voornaam", maxLength: 100)
        let prefix = form.optionalText(Field.namePrefix.rawValue, label: "Tussenvoegsel", maxLength: 30) ?? ""
        let family = form.text(Field.familyName.rawValue, label: "Achternaam", maxLength: 100)
        let bornOn = form.date(Field.bornOn.rawValue, label: "Geboortedatum")
        let phone = form.optionalPhone(Field.phone.rawValue, label: "Telefoonnummer")
        let mail = form.optionalEmail(Field.mail.rawValue, label: "Mailadres")
        let municipality = listed(&form, .municipality, "Woonplaats") { text in
            reference.municipality(MunicipalityCode(text))?.code
        }
        let background = form.choice(Field.background.rawValue, CandidateBackground.self, label: "Achtergrond")
        let kind = form.choice(Field.kind.rawValue, PlacementKind.self, label: "Soort plek")
        let route = form.choice(Field.route.rawValue, LearningRoute.self, label: "Leerweg")
        let year = form.int(Field.studyYear.rawValue, label: "Leerjaar", in: 1...4)
        let role = listed(&form, .role, "Functie") { text in reference.roles.first { $0.code == text }?.code }
        let crebo = listed(&form, .crebo, "Kwalificatie", required: false) { text in
            reference.qualifications.first { $0.crebo == text }?.crebo
        }
        let wished = form.date(Field.wishedStartOn.rawValue, label: "Gewenste start")
        let earliest = form.date(Field.earliestStartOn.rawValue, label: "Vroegste start")
        let latest = form.date(Field.latestStartOn.rawValue, label: "Laatste start")
        let weeksWanted = form.int(Field.weeksWanted.rawValue, label: "Gewenst aantal weken", in: 1...208)
        let weeksNeeded = form.int(Field.weeksNeeded.rawValue, label: "Minste aantal weken", in: 1...208)
        let weekdays = mask(&form, .weekdays, "Dagen")
        let daysWanted = form.int(Field.weekdaysWanted.rawValue, label: "Gewenst aantal dagen", in: 1...7)
        let daysLeast = form.int(Field.weekdaysLeast.rawValue, label: "Minste aantal dagen", in: 1...7)
        let hoursMost = form.int(Field.hoursMost.rawValue, label: "Meeste uren", in: 1...40)
        let hoursLeast = form.int(Field.hoursLeast.rawValue, label: "Minste uren", in: 1...40)
        let means = form.choice(Field.travelMeans.rawValue, TravelMeans.self, label: "Vervoer")
        let limit = form.int(Field.travelLimit.rawValue, label: "Verste afstand", in: 1...300)
        var extra = Extra()
        readExtra(&form, &extra)
        guard form.isValid, let bornOn, let municipality, let background, let kind, let route, let role, let wished,
            let earliest, let latest, let means
        else { throw form.rejected }
        var draft = CandidateDraft(
            name: PersonName(givenName: given, prefix: prefix, familyName: family),
            bornOn: bornOn,
            mail: mail,
            phone: phone,
            municipalityCode: municipality,
            background: background,
            kind: kind,
            route: route,
            studyYear: year,
            roleCode: role,
            crebo: crebo,
            wishedStartOn: wished,
            earliestStartOn: earliest,
            latestStartOn: latest,
            weeksNeeded: weeksNeeded,
            weeksWanted: weeksWanted,
            weekdays: weekdays,
            weekdaysLeast: daysLeast,
            weekdaysWanted: daysWanted,
            hoursLeast: hoursLeast,
            hoursMost: hoursMost,
            travelMeans: means,
            travelLimitInKilometres: limit
        )
        extra.apply(to: &draft)
        let problems = draft.problems(today: today)
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        return draft
    }

    /// What may be left out.
    private struct Extra {
        var willingRegions: Set<RegionCode> = []
        var schoolID: School.ID?
        var (programme, className, schoolContact) = ("", "", "")
        var schoolWeekdays: WeekdaySet = []
        var (priorEducation, priorWork) = ("", "")
        var telephoneDutch: TelephoneDutch?
        var coursePayer: CoursePayer?
        var (wishes, offers) = (UInt32(0), UInt32(0))

        func apply(to draft: inout CandidateDraft) {
            draft.willingRegions = willingRegions
            draft.schoolID = schoolID
            draft.programme = programme
            draft.className = className
            draft.schoolContact = schoolContact
            draft.schoolWeekdays = schoolWeekdays
            draft.priorEducation = priorEducation
            draft.priorWork = priorWork
            draft.telephoneDutch = telephoneDutch
            draft.coursePayer = coursePayer
            draft.wishes = wishes
            draft.offers = offers
        }
    }

    private func readExtra(_ form: inout Form, _ extra: inout Extra) {
        let regions = form.data.all(Field.willingRegions.rawValue).map { RegionCode($0) }
        if regions.contains(where: { reference.region($0) == nil }) {
            form.reject(Field.willingRegions.rawValue, "Kies alleen regio's uit de lijst.")
        }
        extra.willingRegions = Set(regions).subtracting([regionCode])
        extra.schoolID = listed(&form, .school, "School", required: false) { text in
            reference.schools.first { "\($0.id)" == text }?.id
        }
        extra.programme = form.optionalText(Field.programme.rawValue, label: "Opleiding", maxLength: 200) ?? ""
        extra.className = form.optionalText(Field.className.rawValue, label: "Klas", maxLength: 50) ?? ""
        extra.schoolContact =
            form.optionalText(Field.schoolContact.rawValue, label: "Contactpersoon", maxLength: 200) ?? ""
        extra.schoolWeekdays = mask(&form, .schoolWeekdays, "Schooldagen", required: false)
        extra.priorEducation =
            form.optionalText(Field.priorEducation.rawValue, label: "Opleiding hiervoor", maxLength: 1_000) ?? ""
        extra.priorWork = form.optionalText(Field.priorWork.rawValue, label: "Werk hiervoor", maxLength: 1_000) ?? ""
        extra.telephoneDutch = form.optionalInt(
            Field.telephoneDutch.rawValue,
            label: "Nederlands aan de telefoon",
            in: 1...4
        )
        .flatMap { TelephoneDutch(rawValue: $0) }
        extra.coursePayer = form.optionalChoice(
            Field.coursePayer.rawValue,
            CoursePayer.self,
            label: "Wie betaalt de opleiding"
        )
        extra.wishes = UInt32(
            form.bits(Field.wishes.rawValue, label: "Wensen", allowed: allowed(true), required: false)
        )
        extra.offers = UInt32(
            form.bits(
                Field.offers.rawValue,
                label: "Wat de kandidaat meebrengt",
                allowed: allowed(false),
                required: false
            )
        )
    }

    /// Consents given now, each for one region or for all neighbours.
    func readConsents(_ form: inout Form) -> [ConsentDraft] {
        let regions = form.data.all("toestemming")
        let channel = form.optionalChoice("kanaal", ConsentChannel.self, label: "Hoe de kandidaat toestemming gaf")
        guard !regions.isEmpty else { return [] }
        guard let text = reference.consentText, form.data["toestemming_tekst"] == "\(text.version)" else {
            form.reject("toestemming", "De tekst is vernieuwd. Lees de nieuwe tekst voor en vraag het opnieuw.")
            return []
        }
        guard let channel else {
            form.reject("kanaal", "Kies hoe de kandidaat toestemming gaf.")
            return []
        }
        guard regions.allSatisfy({ $0 == "buren" || reference.region(RegionCode($0)) != nil }) else {
            form.reject("toestemming", "Kies alleen regio's uit de lijst.")
            return []
        }
        return Set(regions).sorted().map {
            ConsentDraft(regionCode: $0 == "buren" ? nil : RegionCode($0), textVersion: text.version, channel: channel)
        }
    }

    private func allowed(_ statedByCandidate: Bool) -> Int {
        reference.wishes.filter { $0.isStatedByCandidate == statedByCandidate }.reduce(0) { $0 | Int($1.mask) }
    }

    private func listed<Value>(
        _ form: inout Form,
        _ field: Field,
        _ label: String,
        required: Bool = true,
        find: (String) -> Value?
    ) -> Value? {
        form.parsed(
            field.rawValue,
            label: label,
            required: required,
            message: "Kies bij \(label.lowercased()) iets uit de lijst.",
            parse: find
        )
    }

    private func mask(_ form: inout Form, _ field: Field, _ label: String, required: Bool = true) -> WeekdaySet {
        WeekdaySet(rawValue: UInt8(form.bits(field.rawValue, label: label, allowed: 127, required: required)))
    }

    // MARK: Showing

    /// The closed lists, the own region's entries first.
    var lists: CandidateFormPage.Lists {
        let own = reference.municipalities.filter { $0.regionCode == regionCode }
        let others = reference.municipalities.filter { $0.regionCode != regionCode }
        return CandidateFormPage.Lists(
            municipalities: (own + others).map { Option(value: $0.code.rawValue, label: $0.name) },
            roles: reference.roles.map { Option(value: $0.code, label: $0.name) },
            qualifications: reference.qualifications.map { Option(value: $0.crebo, label: "\($0.name) (\($0.crebo))") },
            schools: reference.schools.map { Option(value: "\($0.id)", label: $0.name) },
            regions: otherRegions.map { Option(value: $0.code.rawValue, label: $0.name) },
            wishes: wishOptions(statedByCandidate: true),
            offers: wishOptions(statedByCandidate: false)
        )
    }

    /// The question for consent: all neighbours, or each region apart.
    func consentQuestion(_ entered: FormEntries) -> CandidateFormPage.ConsentQuestion {
        CandidateFormPage.ConsentQuestion(
            text: reference.consentText?.text ?? "",
            version: reference.consentText?.version ?? 0,
            regions: [Option(value: "buren", label: "alle buurregio's")]
                + otherRegions.map { Option(value: $0.code.rawValue, label: "regio \($0.name)") },
            entered: entered
        )
    }

    /// Neighbours first, then the rest of the country.
    private var otherRegions: [ReferenceStore.Region] {
        let neighbours = Set(reference.region(regionCode)?.neighbours ?? [])
        let others = reference.regions.filter { $0.code != regionCode }
        return others.filter { neighbours.contains($0.code) } + others.filter { !neighbours.contains($0.code) }
    }

    private func wishOptions(statedByCandidate: Bool) -> [Option] {
        reference.wishes.filter { $0.isStatedByCandidate == statedByCandidate }.map {
            Option(value: "\($0.mask)", label: statedByCandidate ? $0.sentence : $0.propertySentence)
        }
    }

    /// What most candidates have, so that a call needs few changes.
    func defaults(today: CalendarDate) -> [String: [String]] {
        let start = Self.nextSeason(after: today + 42)
        let values: [Field: [String]] = [
            .background: [CandidateBackground.student.rawValue], .kind: [PlacementKind.placement.rawValue],
            .role: reference.roles.prefix(1).map(\.code),
            .crebo: reference.qualifications.map(\.crebo).filter { $0 == "25473" },
            .wishedStartOn: [start.dutchNumeric], .earliestStartOn: [(start - 14).dutchNumeric],
            .latestStartOn: [(start + 42).dutchNumeric], .weeksWanted: ["20"], .weeksNeeded: ["10"],
            .weekdays: ["1", "2", "4", "8", "16"], .weekdaysWanted: ["4"], .weekdaysLeast: ["2"], .hoursMost: ["32"],
            .hoursLeast: ["16"], .travelMeans: [TravelMeans.publicTransport.rawValue], .travelLimit: ["25"],
        ]
        return Dictionary(values.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    }

    /// Most training starts on 1 February or 1 September.
    static func nextSeason(after date: CalendarDate) -> CalendarDate {
        let starts = [(date.year, 2), (date.year, 9), (date.year + 1, 2)]
        return starts.compactMap { CalendarDate(year: $0.0, month: $0.1, day: 1) }.first { $0 >= date } ?? date
    }

    /// A draft as the form shows it.
    func values(of draft: CandidateDraft) -> [String: [String]] {
        let values: [Field: [String]] = [
            .givenName: [draft.name.givenName], .namePrefix: [draft.name.prefix], .familyName: [draft.name.familyName],
            .bornOn: [draft.bornOn.dutchNumeric], .mail: [draft.mail?.rawValue ?? ""],
            .phone: [draft.phone?.description ?? ""], .municipality: [draft.municipalityCode.rawValue],
            .background: [draft.background.rawValue], .kind: [draft.kind.rawValue], .route: [draft.route.rawValue],
            .studyYear: ["\(draft.studyYear)"], .role: [draft.roleCode], .crebo: [draft.crebo ?? ""],
            .wishedStartOn: [draft.wishedStartOn.dutchNumeric], .earliestStartOn: [draft.earliestStartOn.dutchNumeric],
            .latestStartOn: [draft.latestStartOn.dutchNumeric], .weeksNeeded: ["\(draft.weeksNeeded)"],
            .weeksWanted: ["\(draft.weeksWanted)"], .weekdays: draft.weekdays.days.map { "\($0.rawValue)" },
            .weekdaysLeast: ["\(draft.weekdaysLeast)"], .weekdaysWanted: ["\(draft.weekdaysWanted)"],
            .hoursLeast: ["\(draft.hoursLeast)"], .hoursMost: ["\(draft.hoursMost)"],
            .travelMeans: [draft.travelMeans.rawValue], .travelLimit: ["\(draft.travelLimitInKilometres)"],
            .willingRegions: draft.willingRegions.map(\.rawValue), .school: [draft.schoolID.map { "\($0)" } ?? ""],
            .programme: [draft.programme], .className: [draft.className], .schoolContact: [draft.schoolContact],
            .schoolWeekdays: draft.schoolWeekdays.days.map { "\($0.rawValue)" },
            .priorEducation: [draft.priorEducation],
            .priorWork: [draft.priorWork], .telephoneDutch: [draft.telephoneDutch.map { "\($0.rawValue)" } ?? ""],
            .coursePayer: [draft.coursePayer?.rawValue ?? ""], .wishes: Self.bits(draft.wishes),
            .offers: Self.bits(draft.offers),
        ]
        return Dictionary(values.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    }

    private static func bits(_ mask: UInt32) -> [String] {
        (0..<32).map { UInt32(1) << UInt32($0) }.filter { mask & $0 != 0 }.map { "\($0)" }
    }
}
