public import Domain
public import Foundation
import Postgres
public import Store

/// Writes down for several practices at once what SBB says of them, as checked today.
public struct SaveRecognitions: Sendable {
    /// What is known of one practice for one qualification.
    public struct Line: Hashable, Sendable {
        public let practice: Reference
        public let crebo: String
        public let state: RecognitionState
        public let validUntil: CalendarDate?

        public init(practice: Reference, crebo: String, state: RecognitionState, validUntil: CalendarDate?) {
            self.practice = practice
            self.crebo = crebo
            self.state = state
            self.validUntil = validUntil
        }
    }

    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Parameter path: where it leads when all are written.
    /// - Throws: `NotFound` or `Forbidden` for a practice that is not of the own region; then none is written.
    public func callAsFunction(
        _ lines: [Line],
        then path: String,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "save_recognitions") { connection in
                for line in lines {
                    let practice = try await PracticeStore.own(line.practice, of: actor, on: connection)
                    guard PracticeDraft.isCrebo(line.crebo) else {
                        throw Rejected("rij", "Kies een opleiding uit de lijst.")
                    }
                    try await PracticePeopleStore.save(
                        RecognitionDraft(
                            crebo: line.crebo,
                            state: line.state,
                            validUntil: line.validUntil,
                            checkedOn: world.today
                        ),
                        of: practice.id,
                        on: connection
                    )
                }
                return path
            }
        }
    }
}

/// Opens several drafts at once. What cannot open yet stays a draft, and the page says why.
public struct OpenPlaces: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - references: drafts of the own region; others are left alone.
    ///   - run: only what this import brought in; nil for the whole region.
    /// - Returns: the path of what is left, with how many opened as `open`.
    public func callAsFunction(
        _ references: Set<Reference>,
        importRun run: UUID?,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "open_places") { connection in
                let rows = try await DraftPlaceStore.list(in: actor.regionCode, importRun: run, on: connection)
                var opened = 0
                for row in rows where references.contains(row.reference) && row.mayOpen(on: world.today) {
                    let isOpen = try await TrainingPlaceStore.changeState(
                        row.id,
                        from: .draft,
                        to: .open,
                        version: row.version,
                        at: world.now(),
                        on: connection
                    )
                    if isOpen { opened += 1 }
                }
                let query = run.map { "invoer=\($0.uuidString.lowercased())&" } ?? ""
                return "/plekken/openen?\(query)open=\(opened)"
            }
        }
    }
}

extension DraftPlaceStore.Row {
    /// Whether SBB has to have recognised the practice for it, see ``TrainingPlaceDraft/needsRecognition``.
    public var needsRecognition: Bool { !kind.isShort && (routes.contains(.bol) || routes.contains(.bbl)) }

    /// What SBB's answer comes to on a day; nil when nobody looked.
    public func recognition(on day: CalendarDate) -> RecognitionState? {
        if recognition == .recognised, let recognisedUntilOn, recognisedUntilOn < day { return .lapsed }
        return recognition
    }

    /// The rule of ``ChangePlaceState`` for this place.
    public func mayOpen(on day: CalendarDate) -> Bool {
        !needsRecognition || crebo == nil || recognition(on: day)?.allowsOpening == true
    }
}
