import Domain
import Hummingbird
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

@Suite struct PublicShelfTests {
    private static let today = CalendarDate(daysSince1970: 20_781)
    private static let edition = PublicShelf.Edition(version: 1, day: today)

    @Test func `a shelf stays within its bounds, and what was asked for last stays longest`() {
        let shelf = PublicShelf(mostPages: 8, mostBytes: 1_000)
        for number in 0..<40 {
            shelf.keep(Self.page("x"), "/\(number)", of: Self.edition)
            _ = shelf.page("/0", of: Self.edition)
            #expect(shelf.count <= 8)
        }
        #expect(shelf.page("/0", of: Self.edition) != nil)
        #expect(shelf.page("/39", of: Self.edition) != nil)
        #expect(shelf.page("/1", of: Self.edition) == nil)
    }

    @Test func `bytes count too`() {
        let shelf = PublicShelf(mostPages: 100, mostBytes: 1_000)
        for number in 0..<20 {
            shelf.keep(Self.page(String(repeating: "x", count: 300)), "/\(number)", of: Self.edition)
        }
        #expect(shelf.count <= 3)
    }

    @Test func `what was made from other content, or yesterday, is not given`() {
        let shelf = PublicShelf()
        shelf.keep(Self.page("old"), "/a", of: Self.edition)
        let next = PublicShelf.Edition(version: 2, day: Self.today)
        let tomorrow = PublicShelf.Edition(version: 1, day: Self.today + 1)
        #expect(shelf.page("/a", of: next) == nil)
        #expect(shelf.page("/a", of: tomorrow) == nil)

        shelf.keep(Self.page("new"), "/a", of: next)
        shelf.keep(Self.page("late"), "/b", of: Self.edition)
        #expect(shelf.page("/a", of: next) != nil)
        #expect(shelf.count == 1, "a page that was made before the change is not kept after it")
    }

    private static func page(_ text: String) -> PublicCache.Page {
        PublicCache.Page(body: ByteBuffer(string: text), headers: [:], eTag: "\"x\"")
    }
}
