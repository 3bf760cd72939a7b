import Actions
import ArgumentParser
import Domain
import Foundation
import Postgres
import Store

/// `doorwijzer export`: the same files as the lists on the pages give.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a team's candidates, or its region's places or practices, as CSV for Dutch Excel.",
        discussion: "Who reads candidates' files is recorded; this command records it too."
    )

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case candidates, places, practices
    }

    /// What one file may hold, as on the pages.
    private static let most = 20_000

    @Argument(help: "What to export: candidates, places or practices.")
    var subject: Subject

    @OptionGroup var teamOptions: TeamOptions
    @OptionGroup var database: DatabaseOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; standard output without it.", valueName: "file")
    )
    var output: String?

    func run() async throws {
        let contents: [UInt8] = try await Installation.with(database, needsKeys: false) { installation in
            try await bytes(in: installation.world)
        }
        guard let output else {
            FileHandle.standardOutput.write(Data(contents))
            return
        }
        do {
            try Data(contents).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw Failure(.cannotCreate, "\(output) cannot be written; check the folder and the space on the disk")
        }
    }

    /// The file's contents, without opening an installation.
    func bytes(in world: World) async throws -> [UInt8] {
        let reference = try await ReferenceData.read(from: world.database)
        let actor = try await teamOptions.actor(in: world, reference: reference)
        return try await world.database.transaction(as: actor.acting) { connection in
            switch subject {
            case .candidates:
                // Everything, also what has ended.
                var filter = CandidateListStore.Filter()
                filter.states = CaseState.allCases
                let rows = try await CandidateListStore.export(
                    filter,
                    team: actor.teamID,
                    today: world.today,
                    order: .name,
                    on: connection
                )
                try await CandidateReadStore.insert(
                    rows.map { (id: world.newUUID(), candidate: $0.candidate.id) },
                    .export,
                    acting: actor.acting,
                    at: world.now(),
                    on: connection
                )
                return CandidateExport.bytes(rows, reference: reference, time: world.time)
            case .places:
                var filter = TrainingPlaceListStore.Filter(viewer: actor.regionCode)
                filter.region = actor.regionCode
                return PlaceExport.bytes(
                    try await TrainingPlaceListStore.list(
                        filter,
                        sort: .start,
                        after: nil,
                        limit: Self.most,
                        at: world.now(),
                        on: connection
                    )
                )
            case .practices:
                let filter = PracticeListStore.Filter(region: actor.regionCode, longAgo: world.now())
                return PracticeExport.bytes(
                    try await PracticeListStore.list(filter, sort: .name, after: nil, limit: Self.most, on: connection),
                    time: world.time
                )
            }
        }
    }
}
