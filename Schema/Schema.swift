public import Foundation

/// Where the schema's files are, nothing else.
public enum Schema {
    /// The folder with `NNNN_subject.sql`, in order.
    public static var migrations: URL { Bundle.module.bundleURL.appendingPathComponent("Migrations") }

    /// The schema that results from all migrations, as `pg_dump -s` prints it without its header.
    public static var structure: URL { Bundle.module.bundleURL.appendingPathComponent("structure.sql") }
}
