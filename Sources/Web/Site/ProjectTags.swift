package import PageKit

extension Tag {
    /// On a project, and on the application behind it, with fewer partners than its year asks for.
    package static var lacksPartners: Tag { Tag("voorwaarde niet vervuld", .overdue) }
}

extension Tag {
    /// The mark of what is invented for the demonstration; nothing for what is real.
    package static func fictional(_ isFictional: Bool) -> [Tag] {
        isFictional ? [Tag("Verzonnen voorbeeld", .neutral)] : []
    }
}
