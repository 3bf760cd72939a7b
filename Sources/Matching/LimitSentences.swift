import Domain

/// Who reads a sentence: whoever helps the candidate, or whoever speaks for the place.
public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    case candidate
    case place
}

extension FailedLimit {
    /// One Dutch sentence with both values.
    public func dutchSentence(for side: Side) -> String {
        let (wanted, offered) = (dutch(candidate), dutch(place))
        return switch limit {
        case .kind:
            pick(
                side,
                "Deze plek is voor: \(offered). Gezocht: \(wanted).",
                "Jullie plek is voor: \(offered). De kandidaat zoekt: \(wanted)."
            )
        case .route:
            pick(
                side,
                "Deze plek neemt geen \(wanted); wel \(offered).",
                "De kandidaat volgt \(wanted); jullie plek is voor \(offered)."
            )
        case .qualification:
            pick(
                side,
                "De functie of kwalificatie verschilt: gezocht \(wanted), de plek is voor \(offered).",
                "De kandidaat leert voor \(wanted); jullie plek is voor \(offered)."
            )
        case .studyYear:
            pick(
                side,
                "Leerjaar \(wanted) kan hier niet; wel leerjaar \(offered).",
                "De kandidaat zit in leerjaar \(wanted); jullie plek is voor leerjaar \(offered)."
            )
        case .school: school(side)
        case .startWindow:
            pick(
                side,
                "De startperiodes raken elkaar niet: kandidaat \(wanted), plek \(offered).",
                "De kandidaat kan starten \(wanted); jullie plek \(offered)."
            )
        case .weeks:
            pick(
                side,
                "Het aantal weken past niet: kandidaat \(wanted) weken, plek \(offered) weken.",
                "De kandidaat heeft \(wanted) weken; jullie bieden \(offered) weken."
            )
        case .weekdays:
            pick(
                side,
                "Te weinig gezamenlijke dagen: kandidaat \(wanted), plek \(offered).",
                "De kandidaat kan \(wanted); jullie plek heeft \(offered)."
            )
        case .hours:
            pick(
                side,
                "De plek is \(offered) uur per week; de kandidaat wil \(wanted) uur.",
                "Jullie plek is \(offered) uur per week; de kandidaat kan \(wanted) uur."
            )
        case .seat:
            pick(
                side,
                "Geen vrije plek op minstens \(wanted) dagen in deze periode; vrij: \(offered).",
                "Jullie plek is in deze periode bezet: nodig zijn \(wanted) dagen, vrij: \(offered)."
            )
        case .employer:
            pick(
                side,
                "Voor deze route is een werkgever nodig; deze plek heeft nog geen werkgever.",
                "Een werkgever is nodig (\(wanted)); jullie plek heeft er nog geen."
            )
        case .supervision:
            pick(
                side,
                "Geen praktijkopleider aanwezig op minstens \(wanted) van de gezamenlijke dagen; nu hoogstens \(offered).",
                "De kandidaat heeft een praktijkopleider nodig op minstens \(wanted) gezamenlijke dagen; nu is dat \(offered)."
            )
        case .distance:
            pick(
                side,
                "De plek is \(offered) km ver; de grens is \(wanted) km.",
                "De kandidaat woont \(offered) km ver en wil hoogstens \(wanted) km reizen."
            )
        case .recognition:
            pick(
                side,
                "Geen geldige SBB-erkenning op de startdatum: \(offered).",
                "Jullie SBB-erkenning geldt niet op de startdatum: \(offered)."
            )
        }
    }

    private func pick(_ side: Side, _ forCandidate: String, _ forPlace: String) -> String {
        side == .candidate ? forCandidate : forPlace
    }

    private func school(_ side: Side) -> String {
        if case .state(_, let until) = place {
            let end = until.map { " tot en met \($0.dutchLong)" } ?? ""
            return pick(
                side,
                "Deze plek is\(end) gereserveerd voor een andere school.",
                "Jullie plek is\(end) gereserveerd voor een andere school dan die van de kandidaat."
            )
        }
        return candidate == .code(nil)
            ? pick(
                side,
                "Deze plek is alleen voor bepaalde scholen; de kandidaat heeft geen school.",
                "De kandidaat heeft geen school; jullie plek is alleen voor bepaalde scholen."
            )
            : pick(
                side,
                "Deze plek neemt geen kandidaten van deze school.",
                "Jullie plek neemt geen kandidaten van de school van deze kandidaat."
            )
    }

    private func dutch(_ value: LimitValue) -> String {
        switch value {
        case .code(let code): code.map(dutchName(of:)) ?? "geen"
        case .codes(let codes): codes.isEmpty ? "geen" : codes.map(dutchName(of:)).joined(separator: ", ")
        case .number(let number): limit == .distance ? Self.kilometres(number) : String(number)
        case .range(let first, let last): first == last ? String(first) : "\(first) tot \(last)"
        case .weekdays(let weekdays, let least):
            (weekdays.isEmpty ? "geen" : weekdays.dutchName) + (least.map { " (minstens \($0))" } ?? "")
        case .window(let first, let last):
            [first.map { "van \($0.dutchLong)" }, last.map { "tot en met \($0.dutchLong)" }].compactMap { $0 }
                .joined(separator: " ")
        case .state(let state, let until):
            (RecognitionState(rawValue: state)?.dutchName ?? state)
                + (until.map { " tot en met \($0.dutchLong)" } ?? "")
        }
    }

    private func dutchName(of code: String) -> String {
        PlacementKind(rawValue: code)?.dutchName ?? LearningRoute(rawValue: code)?.dutchName
            ?? EmployerOfRecord(rawValue: code)?.dutchName ?? Self.roles[code] ?? code
    }

    // Roles are data; a role that the data adds later is shown by its code until it stands here too.
    private static let roles = ["doctors_assistant": "doktersassistent"]

    /// `34,2` for 342 hectometres, `25` for 250.
    static func kilometres(_ hectometres: Int) -> String {
        hectometres % 10 == 0 ? String(hectometres / 10) : "\(hectometres / 10),\(hectometres % 10)"
    }
}
