import PageKit

extension Tag {
    /// On a project, and on the application behind it, with fewer partners than its year asks for.
    static var lacksPartners: Tag { Tag("voorwaarde niet vervuld", .overdue) }
}
