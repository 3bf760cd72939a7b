import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// The short form of a candidate who registers. What it does not ask gets the usual value; the team goes through it on the
/// telephone.
struct RegistrationForm {
    typealias Field = CandidateDraft.Field

    let web: WebServices
    let invitation: RegisterSelf.Invitation

    /// Fields of the page on which everything is checked.
    static let atCheck: Set<String> = ["team", "toestemming"]
    private static let asked: [Field] = [
        .givenName, .namePrefix, .familyName, .bornOn, .phone, .municipality, .background, .route, .studyYear, .role,
        .wishedStartOn, .weekdays, .hoursMost, .travelMeans, .travelLimit, .school, .programme, .wishes,
    ]

    // MARK: Reading

    /// - Throws: `Rejected` with the names of the fields.
    func read(_ data: FormData) throws -> CandidateDraft {
        var form = Form(FormData(pairs: asked(data) + usual(data)))
        // The list of the country's municipalities needs no own region.
        let candidates = CandidateForm(reference: web.reference, regionCode: RegionCode(""))
        var draft = try candidates.read(&form, today: web.world.today)
        draft.mail = invitation.mail
        return draft
    }

    private func asked(_ data: FormData) -> [(String, String)] {
        let names = Set(Self.asked.map(\.rawValue))
        return data.pairs.filter { names.contains($0.name) }.map { ($0.name, $0.value) }
    }

    /// What the form does not ask, from what it does.
    private func usual(_ data: FormData) -> [(String, String)] {
        var pairs: [(Field, String)] = [
            (.mail, invitation.mail.rawValue),
            (.kind, data[Field.route.rawValue] == LearningRoute.bbl.rawValue ? "learning_job" : "placement"),
            (.weeksWanted, "20"), (.weeksNeeded, "10"),
        ]
        if data[Field.role.rawValue] == "doctors_assistant",
            web.reference.qualifications.contains(where: { $0.crebo == "25473" })
        {
            pairs.append((.crebo, "25473"))
        }
        if let start = CalendarDate(dutch: data[Field.wishedStartOn.rawValue] ?? "") {
            pairs += [(.earliestStartOn, (start - 14).dutchNumeric), (.latestStartOn, (start + 42).dutchNumeric)]
        }
        let days = Set(data.all(Field.weekdays.rawValue)).count
        pairs += [(.weekdaysWanted, "\(max(1, min(4, days)))"), (.weekdaysLeast, "\(max(1, min(2, days)))")]
        if let hours = Int(data[Field.hoursMost.rawValue] ?? "") { pairs.append((.hoursLeast, "\(max(1, hours / 2))")) }
        return pairs.map { ($0.rawValue, $1) }
    }

    /// Errors of fields that are on the page; a wrong date is told once.
    func shown(_ errors: [FieldError]) -> [FieldError] {
        let names = Set(Self.asked.map(\.rawValue)).union(Self.atCheck)
        let onPage = errors.filter { names.contains($0.field) }
        guard onPage.isEmpty else {
            return onPage.map { error in
                error.field == Field.bornOn.rawValue && error.message.hasPrefix("Een kandidaat is 16")
                    ? FieldError(field: error.field, message: Self.tooYoung) : error
            }
        }
        return [FieldError(field: Field.wishedStartOn.rawValue, message: errors.first?.message ?? "Kijk alles na.")]
    }

    private static let tooYoung = """
        Je kunt je inschrijven vanaf 16 jaar. Klopt je geboortedatum? Ben je jonger, vraag dan je school of mentor om hulp. \
        We hebben niets bewaard.
        """

    func readConsents(_ data: FormData, _ draft: CandidateDraft) throws -> [ConsentDraft] {
        let regions = data.all("toestemming")
        guard !regions.isEmpty else { return [] }
        guard let text = web.reference.consentText, data["toestemming_tekst"] == "\(text.version)" else {
            throw Rejected("toestemming", "De tekst is vernieuwd. Lees hem hieronder en kies opnieuw.")
        }
        let own = web.reference.municipality(draft.municipalityCode)?.regionCode
        guard regions.allSatisfy({ $0 == "buren" || web.reference.region(RegionCode($0)) != nil }) else {
            throw Rejected("toestemming", "Kies alleen regio's uit de lijst.")
        }
        return Set(regions).filter { $0 != own?.rawValue }.sorted().map {
            ConsentDraft(
                regionCode: $0 == "buren" ? nil : RegionCode($0),
                textVersion: text.version,
                channel: .onScreen
            )
        }
    }

    // MARK: Showing

    var defaults: [String: [String]] {
        let start = CandidateForm.nextSeason(after: web.world.today + 42)
        return [
            Field.background.rawValue: [CandidateBackground.student.rawValue],
            Field.role.rawValue: web.reference.roles.prefix(1).map(\.code),
            Field.wishedStartOn.rawValue: [start.dutchNumeric],
            Field.weekdays.rawValue: ["1", "2", "4", "8", "16"], Field.hoursMost.rawValue: ["32"],
            Field.travelMeans.rawValue: [TravelMeans.publicTransport.rawValue], Field.travelLimit.rawValue: ["25"],
        ]
    }

    func page(_ token: LinkToken, _ entered: FormEntries) -> OwnFormPage {
        OwnFormPage(
            header: PageHeader(
                title: "Vertel wat je zoekt",
                lead: "Vul in wat je weet. Je team vult de rest met je aan.",
                errors: entered.errorLinks
            ),
            steps: Steps(current: 2, of: 3, title: "Over jou en wat je zoekt"),
            warning: invitation.isKnown
                ? Notice(
                    .info,
                    text: "Met dit mailadres staat al iemand ingeschreven. Ben jij dat?",
                    link: PageLink("Meld je dan aan", "/mijn/aanmelden")
                ) : nil,
            action: "/kandidaat-worden/\(token.text)",
            groups: RegistrationFields(reference: web.reference, entered: entered).groups,
            submissionID: web.freshID,
            button: "Ga verder"
        )
    }

    func checkPage(
        _ token: LinkToken,
        _ draft: CandidateDraft,
        _ teams: [OrganisationStore.TeamRow],
        _ data: FormData,
        errors: [FieldError]
    ) -> OwnFormPage {
        let entered = FormEntries(values: data.values, errors: errors)
        return OwnFormPage(
            header: PageHeader(
                title: "Klopt alles?",
                lead: "Kijk het na. Daarna schrijf je je in.",
                errors: entered.errorLinks
            ),
            steps: Steps(current: 3, of: 3, title: "Nakijken en inschrijven"),
            summary: summary(draft),
            change: .init("wijzig", "ja", text: "Wijzig wat je invulde"),
            action: "/kandidaat-worden/\(token.text)",
            groups: [helper(teams, entered), consent(draft, entered)].compactMap(\.self),
            hidden: asked(data).map { .init($0.0, $0.1) } + [
                .init("inschrijven", "ja"),
                .init("toestemming_tekst", "\(web.reference.consentText?.version ?? 0)"),
            ],
            submissionID: web.freshID,
            button: "Schrijf me in"
        )
    }

    private func helper(_ teams: [OrganisationStore.TeamRow], _ entered: FormEntries) -> OwnFormPage.Group? {
        if teams.count == 1 {
            return .init(
                "Wie je helpt",
                text: "\(teams[0].name) van \(teams[0].organisationName) zoekt met je mee.",
                []
            )
        }
        return .init(
            "Wie je helpt",
            text: teams.isEmpty
                ? "In jouw gemeente werkt nog geen team met Doorwijzer. Bel ons: het nummer staat onderaan."
                : "In jouw gemeente werken meer organisaties. Kies er een. Wisselen kan later ook nog.",
            teams.isEmpty
                ? []
                : [
                    .choices(
                        Choices(
                            name: "team",
                            legend: "Welke organisatie mag je helpen?",
                            kind: .radio,
                            options: teams.map {
                                Option(value: "\($0.id)", label: "\($0.organisationName), \($0.name)")
                            },
                            selected: entered.all("team"),
                            error: entered.error("team")
                        )
                    )
                ]
        )
    }

    /// Apart from registering, and never ticked beforehand.
    private func consent(_ draft: CandidateDraft, _ entered: FormEntries) -> OwnFormPage.Group? {
        guard let text = web.reference.consentText, let own = web.reference.municipality(draft.municipalityCode),
            let region = web.reference.region(own.regionCode)
        else { return nil }
        return .init(
            "Mogen andere regio's meekijken?",
            text: "Dit hoeft niet. Zeg je nee, dan zoekt \(region.name) gewoon verder. Je kunt dit later ook nog doen.",
            quote: text.text,
            [
                .choices(
                    Choices(
                        name: "toestemming",
                        legend: "Ik geef toestemming aan",
                        kind: .checkbox,
                        options: [Option(value: "buren", label: "alle buurregio's")]
                            + region.neighbours.map {
                                Option(value: $0.rawValue, label: "regio \(web.reference.regionName($0))")
                            },
                        selected: entered.all("toestemming"),
                        error: entered.error("toestemming"),
                        isRequired: false
                    )
                )
            ]
        )
    }

    private func summary(_ draft: CandidateDraft) -> Facts {
        let today = web.world.today
        var facts = [
            Fact("Naam", draft.name.full), Fact("Geboren", draft.bornOn.dutchLong),
            Fact("Mail", invitation.mail.rawValue),
            Fact("Telefoon", draft.phone.map { "\($0)" } ?? "niet ingevuld"),
            Fact("Woonplaats", web.reference.municipalityName(draft.municipalityCode)),
            Fact("Achtergrond", draft.background.dutchName),
            Fact("Leerweg", "\(draft.route.dutchName), jaar \(draft.studyYear)"),
            Fact("Functie", web.reference.roleName(draft.roleCode)),
            Fact("Gewenste start", draft.wishedStartOn.dutchShort(seenOn: today)),
            Fact("Dagen", draft.weekdays.dutchName), Fact("Uren per week", "tot \(draft.hoursMost)"),
            Fact("Reizen", "\(draft.travelMeans.dutchName), tot \(draft.travelLimitInKilometres) km"),
        ]
        if let school = draft.schoolID { facts.append(Fact("School", web.reference.schoolName(school))) }
        if !draft.programme.isEmpty { facts.append(Fact("Opleiding", draft.programme)) }
        let wishes = web.reference.wishSentences(draft.wishes, statedByCandidate: true)
        if !wishes.isEmpty { facts.append(Fact("Wensen", wishes.joined(separator: " "))) }
        return Facts(facts)
    }
}
