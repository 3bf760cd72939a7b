import Domain
import Store

/// Two rows with the same name and birth date are the same person until someone says otherwise.
struct CandidateKey: Hashable {
    let name: String
    let bornOn: CalendarDate

    init(_ name: PersonName, _ bornOn: CalendarDate) {
        self.name = PlainText.key(name.full)
        self.bornOn = bornOn
    }
}

/// Two places of one practice that begin on the same day for the same routes on the same days are one place.
struct PlaceKey: Hashable {
    let practice: String
    let kind: PlacementKind
    let routes: RouteSet
    let earliestStartOn: CalendarDate
    let weekdays: WeekdaySet

    init(_ practice: String, _ place: TrainingPlaceDraft) {
        self.practice = practice
        kind = place.kind
        routes = place.routes
        earliestStartOn = place.earliestStartOn
        weekdays = place.weekdays
    }

    init(_ practice: String, _ place: ImportStore.KnownPlace) {
        self.practice = practice
        kind = place.kind
        routes = place.routes
        earliestStartOn = place.earliestStartOn
        weekdays = place.weekdays
    }
}

/// Places of one practice of the same kind, for the same qualification.
struct SimilarPlaceKey: Hashable {
    let practice: Practice.ID
    let kind: PlacementKind
    let crebo: String?

    init(_ practice: Practice.ID, _ place: TrainingPlaceDraft) {
        self.practice = practice
        kind = place.kind
        crebo = place.crebo
    }

    init(_ place: ImportStore.KnownPlace) {
        practice = place.practiceID
        kind = place.kind
        crebo = place.crebo
    }
}

/// Finds a practice by name and postcode, or by name and town where one of the two has no postcode.
struct PracticeIndex {
    private var byName: [String: [ImportStore.KnownPractice]] = [:]

    init(_ practices: [ImportStore.KnownPractice]) {
        for practice in practices { byName[Self.nameKey(practice.name), default: []].append(practice) }
    }

    func find(_ draft: PracticeDraft) -> ImportStore.KnownPractice? {
        byName[Self.nameKey(draft.name)]?.first { known in
            guard let postcode = draft.postcode, let theirs = Postcode(known.postcode) else {
                return PlainText.key(known.town) == PlainText.key(draft.town)
            }
            return postcode == theirs
        }
    }

    /// What makes two rows of one file the same practice.
    static func key(_ draft: PracticeDraft) -> String {
        nameKey(draft.name) + "|" + (draft.postcode?.rawValue ?? PlainText.key(draft.town))
    }

    /// `Huisartsenpraktijk De Linde` is called `De Linde` too.
    private static func nameKey(_ name: String) -> String {
        let key = PlainText.key(name)
        for word in ["huisartsenpraktijk", "huisartspraktijk", "praktijk"]
        where key.hasPrefix(word) && key.count > word.count + 2 {
            return String(key.dropFirst(word.count))
        }
        return key
    }
}
