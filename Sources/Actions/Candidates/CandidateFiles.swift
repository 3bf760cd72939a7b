public import Domain
public import Store

extension CandidateDraft {
    /// The draft that would make this candidate and case again: what a correction starts from and an export holds.
    public init(_ candidate: CandidateStore.Row, _ file: CaseFileStore.Row) {
        self.init(
            name: candidate.name,
            bornOn: candidate.bornOn,
            mail: candidate.mail,
            phone: candidate.phone,
            municipalityCode: candidate.municipalityCode,
            background: candidate.background,
            kind: file.kind,
            route: file.route,
            studyYear: file.studyYear,
            roleCode: file.roleCode,
            crebo: file.crebo,
            wishedStartOn: file.wishedStartOn,
            earliestStartOn: file.earliestStartOn,
            latestStartOn: file.latestStartOn,
            weeksNeeded: file.weeksNeeded,
            weeksWanted: file.weeksWanted,
            weekdays: file.weekdays,
            weekdaysLeast: file.weekdaysLeast,
            weekdaysWanted: file.weekdaysWanted,
            hoursLeast: file.hoursLeast,
            hoursMost: file.hoursMost,
            travelMeans: candidate.travelMeans,
            travelLimitInKilometres: candidate.travelLimitInKilometres
        )
        willingRegions = Set(candidate.willingRegions)
        schoolID = file.schoolID
        programme = file.programme
        className = file.className
        schoolContact = candidate.schoolContact
        schoolWeekdays = file.schoolWeekdays
        priorEducation = candidate.priorEducation
        priorWork = candidate.priorWork
        telephoneDutch = candidate.telephoneDutch
        coursePayer = file.coursePayer
        wishes = file.wishes
        offers = file.offers
    }
}

/// Candidates as a file for Dutch Excel: where they stand, then every field under the name that an import knows.
public enum CandidateExport {
    /// Columns beside the fields; an import passes over them.
    static let standing = ["kenmerk", "stap", "wie", "sinds", "uiterlijk", "coordinator"]

    public static func bytes(
        _ rows: [CandidateListStore.Export],
        reference: ReferenceData,
        time: AmsterdamTime
    ) -> [UInt8] {
        DelimitedText.write(
            header: standing + CandidateDraft.Field.allCases.map(\.rawValue),
            rows: rows.map { row in
                let standing: [DelimitedValue] = [
                    .text(row.file.reference.text), .text(row.file.state.dutchName), .text(row.file.owner.dutchName),
                    .date(time.today(at: row.file.stateSince)), row.file.dueOn.map { .date($0) } ?? .empty,
                    .text(row.coordinatorName ?? ""),
                ]
                let draft = CandidateDraft(row.candidate, row.file)
                return standing + CandidateDraft.Field.allCases.map { value($0, of: draft, reference) }
            }
        )
    }

    /// A field as people write it, and as an import reads it.
    static func value(_ field: CandidateDraft.Field, of draft: CandidateDraft, _ reference: ReferenceData)
        -> DelimitedValue
    {
        switch field {
        case .givenName: .text(draft.name.givenName)
        case .namePrefix: .text(draft.name.prefix)
        case .familyName: .text(draft.name.familyName)
        case .bornOn: .date(draft.bornOn)
        case .mail: .text(draft.mail?.rawValue ?? "")
        case .phone: .text(draft.phone?.description ?? "")
        case .municipality: .text(reference.municipalityName(draft.municipalityCode))
        case .background: .text(draft.background.dutchName)
        case .kind: .text(draft.kind.dutchName)
        case .route: .text(draft.route.dutchName)
        case .studyYear: .int(draft.studyYear)
        case .role: .text(reference.roleName(draft.roleCode))
        case .crebo: .text(draft.crebo ?? "")
        case .wishedStartOn: .date(draft.wishedStartOn)
        case .earliestStartOn: .date(draft.earliestStartOn)
        case .latestStartOn: .date(draft.latestStartOn)
        case .weeksNeeded: .int(draft.weeksNeeded)
        case .weeksWanted: .int(draft.weeksWanted)
        case .weekdays: .text(draft.weekdays.dutchName)
        case .weekdaysLeast: .int(draft.weekdaysLeast)
        case .weekdaysWanted: .int(draft.weekdaysWanted)
        case .hoursLeast: .int(draft.hoursLeast)
        case .hoursMost: .int(draft.hoursMost)
        case .travelMeans: .text(draft.travelMeans.dutchName)
        case .travelLimit: .int(draft.travelLimitInKilometres)
        case .willingRegions:
            .text(draft.willingRegions.sorted().map { reference.regionName($0) }.joined(separator: ", "))
        case .school: .text(draft.schoolID.map { reference.schoolName($0) } ?? "")
        case .programme: .text(draft.programme)
        case .className: .text(draft.className)
        case .schoolContact: .text(draft.schoolContact)
        case .schoolWeekdays: .text(draft.schoolWeekdays.dutchName)
        case .priorEducation: .text(draft.priorEducation)
        case .priorWork: .text(draft.priorWork)
        case .telephoneDutch: .text(draft.telephoneDutch?.dutchName ?? "")
        case .coursePayer: .text(draft.coursePayer?.dutchName ?? "")
        case .wishes: .text(codes(draft.wishes, statedByCandidate: true, reference))
        case .offers: .text(codes(draft.offers, statedByCandidate: false, reference))
        }
    }

    /// Wishes by code: sentences hold commas.
    private static func codes(_ mask: UInt32, statedByCandidate: Bool, _ reference: ReferenceData) -> String {
        reference.wishes.filter { $0.isStatedByCandidate == statedByCandidate && mask & $0.mask != 0 }.map(\.code)
            .joined(separator: ", ")
    }
}
